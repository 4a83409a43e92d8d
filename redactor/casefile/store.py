# SPDX-License-Identifier: AGPL-3.0-or-later
"""The case file: everything of one case in one encrypted file. What the rest of the program talks to.

Every call may be made from any thread; the work is done on the case's own thread, one call after the other.
A call that writes is one transaction: when it returns, it is on the disk; when it raises, nothing was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from redactor.bundle.held import Held, sha256_of
from redactor.casefile import check, copying, documents, facts, findings, journal, keys, nearly, opening, pages, search
from redactor.casefile.codec import pack
from redactor.casefile.documents import Part, Stored
from redactor.casefile.driver import Database
from redactor.casefile.identity import Identity
from redactor.casefile.joining import Joining, join
from redactor.casefile.pages import Packed, PageState
from redactor.casefile.session import Holder, Session
from redactor.domain.errors import BadInput
from redactor.domain.journal import Event, Kind
from redactor.domain.mentions import Mention, Person
from redactor.domain.pages import Document, DocumentContent, PageContent, Place

__all__ = ["CaseFile", "Holder", "PageState"]

_PAGES_AT_ONCE = 32


class CaseFile:
    """An open case; a context manager. Make one with :meth:`create` or :meth:`open`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._vocabulary: tuple[tuple[int, int], tuple[tuple[str, int], ...]] | None = None
        self._near: tuple[object, nearly.Vocabulary] | None = None
        self._pages_written = 0
        self._last_blob: tuple[int, bytes] = (0, b"")

    @classmethod
    def create(cls, path: Path, passphrase: str, *, recovery: Path | None = None, user: str = "") -> CaseFile:
        """A new, empty case. ``recovery`` is the file its recovery key is added to (made when there is none).

        Raises BadInput when the path exists, its folder does not, or it cannot be written; nothing is left then.
        """
        return cls(opening.create(Path(path), passphrase, recovery, user))

    @classmethod
    def open(
        cls, path: Path, passphrase: str = "", *, recovery: Path | None = None, user: str = "", write: bool = True
    ) -> CaseFile:
        """An existing case, with its passphrase or the file that holds its recovery key.

        When somebody else has it open for writing, it opens read-only and :attr:`holder` says who that is.
        ``user`` is the name others are told (default: the login). Use ``write=False`` to :meth:`check` a file,
        since opening for writing changes it. Raises BadInput when it is missing, no case, damaged, newer than this
        program, or the passphrase is wrong.
        """
        return cls(opening.open_case(Path(path), passphrase, recovery, user, write))

    @property
    def path(self) -> Path:
        return self._session.path

    @property
    def read_only(self) -> bool:
        return self._session.read_only

    @property
    def holder(self) -> Holder | None:
        """The other process that has the case open for writing, as it was when this one opened it."""
        return self._session.holder

    def require_writable(self) -> None:
        """Raises Refused, naming the holder, when the case is open for reading only."""
        self._session.require_writable()

    def opens_with(self, passphrase: str) -> bool:
        """True when this is the case's passphrase (0.2 to 0.5 s, like opening). Raises BadInput when it is empty."""
        salt = self._session.raw.read(0, keys.SALT_BYTES)
        return self._session.opens_with(keys.derive(passphrase, salt))

    @property
    def closed(self) -> bool:
        """True once it was closed: nothing can be asked of it any more."""
        return self._session.closed

    def close(self) -> None:
        """Close the case: one file remains. Does nothing the second time."""
        self._session.close()

    def __enter__(self) -> CaseFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    # Documents

    def add_document(
        self,
        document: Document,
        data: Held,
        content: DocumentContent,
        *,
        signer: Identity | None = None,
        source: Held = b"",
        parts: Sequence[Part] = (),
    ) -> Document:
        """Keep a document and its event in one transaction; the document with its position is returned.

        ``parts`` were put aside before (:meth:`put_aside`) and are its own from now on.

        Attachments in ``content`` are not kept: they are documents of their own. ``source`` is the file a converted
        document was made from, and is kept with it. Raises BadInput when the case holds it already or a file on the
        disk was changed meanwhile, and ValueError when ``document.sha256`` is not that of ``data``, or its conversion
        does not fit ``source``.
        """
        if sha256_of(data) != document.sha256:
            raise ValueError("the document's sha256 is not that of its bytes")
        said = document.conversion.source if document.conversion else sha256_of(b"")
        if sha256_of(source) != said:
            raise ValueError("the document's conversion is not from these bytes")
        return self._session.write(lambda db: documents.add(db, document, data, content.places, signer, source, parts))

    def put_aside(self, first: int, last: int, data: bytes) -> Part:
        """Keep a derived part, pages ``first`` to ``last`` (from 1), of a document that is about to be added."""
        return self._session.write(lambda db: documents.put_aside(db, first, last, data))

    def drop_aside(self) -> None:
        """Forget parts of documents that were not added after all."""
        self._session.write(documents.drop_aside)

    def documents(self) -> list[Document]:
        """All documents, by position."""
        return self._session.run(documents.listing)

    def document_bytes(self, sha256: str) -> bytes:
        """The original, byte for byte. Raises BadInput when the case does not hold it."""
        return self._stored(self._session.run(lambda db: documents.original(db, sha256)))

    def source_bytes(self, sha256: str) -> bytes:
        """The file as it came: what a converted document was made from, or the document itself. Raises BadInput."""
        stored = self._session.run(lambda db: documents.source(db, sha256) or documents.original(db, sha256))
        return self._stored(stored)

    def document_places(self, sha256: str) -> tuple[Place, ...]:
        """Text of the whole document that is on no page: bookmarks, metadata, the file's name."""
        return self._session.run(lambda db: documents.places(db, sha256))

    def put_parts(self, sha256: str, parts: Sequence[tuple[int, int, bytes]]) -> None:
        """Replace the derived parts of a large document: (first page, last page, PDF), pages from 1."""
        self._session.write(lambda db: documents.put_parts(db, sha256, parts))

    def parts(self, sha256: str) -> list[tuple[int, int, bytes]]:
        """The derived parts as they were put."""
        ranges = self._session.run(lambda db: documents.part_ranges(db, sha256))
        return [(first, last, self.part(sha256, first)[0]) for first, last in ranges]

    def part_starts(self, sha256: str) -> list[int]:
        """The first pages of a document's derived parts, in order."""
        return [first for first, _ in self._session.run(lambda db: documents.part_ranges(db, sha256))]

    def part(self, sha256: str, page: int) -> tuple[bytes, int]:
        """The part that holds a page, or the original when there are no parts; and the page's number in it, from 1."""
        stored, inside = self._session.run(lambda db: documents.part(db, sha256, page))
        return self._stored(stored), inside

    def _stored(self, stored: Stored) -> bytes:
        # Pages are asked for one after the other, and most share a part.
        blob, data = self._last_blob
        if blob != stored.blob:
            # A chunk a call, so that others need not wait for a large document.
            chunks: list[bytes] = []
            while chunk := self._session.run(lambda db: documents.read_chunk(db, stored.blob, len(chunks))):
                chunks.append(chunk)
            data = b"".join(chunks)
            if (len(data), sha256_of(data)) != (stored.size, stored.sha256):
                raise BadInput(
                    "the bytes of a document have been changed since they were added",
                    str(self.path),
                    "Run 'redactor check' on the case and go back to the last good copy",
                )
            self._last_blob = (stored.blob, data)
        return data

    # Pages

    def put_pages(self, sha256: str, contents: Sequence[PageContent]) -> None:
        """Write or replace pages, and index their words. Raises BadInput when the document has no such page."""
        self.put_packed(sha256, [pages.packed(content) for content in contents])

    def put_packed(self, sha256: str, packed: Sequence[Packed]) -> None:
        """As :meth:`put_pages`, for pages that were packed where they were read."""
        self._session.write(lambda db: pages.put(db, sha256, packed))
        self._pages_written += 1

    def page(self, sha256: str, page: int) -> PageContent | None:
        """One page as it was put, or None when it has not been read."""
        row = self._session.run(lambda db: pages.get(db, sha256, page))
        return pages.unpacked(row) if row else None

    def pages(self, sha256: str) -> Iterator[PageContent]:
        """The pages of a document that have been read, in order."""
        after = 0
        while rows := self._some(sha256, after):
            for row in rows:
                yield pages.unpacked(row)
            after = rows[-1][0]

    def _some(self, sha256: str, after: int) -> list[tuple[Any, ...]]:
        return self._session.run(lambda db: pages.some(db, sha256, after, _PAGES_AT_ONCE))

    def page_states(self) -> list[PageState]:
        """Every page of every document, in order; PENDING where it has not been read."""
        return self._session.run(pages.states)

    def content_digest(self, sha256: str) -> str:
        """SHA-256 (hex) of everything read from a document and of its derived parts, as kept now."""
        return self._session.run(lambda db: pages.digest(db, sha256))

    def search(self, text: str, limit: int | None = None) -> list[tuple[str, int]]:
        """(document, page) of the pages that may hold ``text``, in the case's order.

        Looks at whole words and their order only: case, accents, line ends and punctuation do not matter. Form
        fields, annotations and hidden text of a page count too. It names every page that holds the text, and may
        name one that does not: look at the page's own text. A text without a letter or digit is on no page.
        """
        return self._session.run(lambda db: search.pages(db, search.query_for(text), limit))

    def vocabulary(self) -> tuple[tuple[str, int], ...]:
        """Every different word of the pages (folded, see :mod:`~redactor.casefile.terms`), with its number of pages.

        Kept in memory until pages change. For misspellings: compare with these, then :meth:`pages_with`.
        """
        return self._session.run(self._words)

    def pages_with(self, words: Iterable[str], limit: int | None = None) -> list[tuple[str, int]]:
        """(document, page) of the pages that hold any of these words of the :meth:`vocabulary`."""
        queries = search.query_for_any(words)
        return self._session.run(lambda db: search.pages(db, queries, limit))

    def search_nearly(self, text: str, slips: int) -> list[tuple[str, int]]:
        """As :meth:`search`, for pages that may hold ``text`` with up to ``slips`` letters wrong, its words torn
        apart or run together."""
        exact = search.query_for(text)

        def work(db: Database) -> list[tuple[str, int]]:
            terms = self._words(db)
            if self._near is None or self._near[0] is not terms:
                self._near = (terms, nearly.Vocabulary([term for term, _ in terms]))
            return search.pages(db, exact + nearly.near_queries(self._near[1], text, slips), None)

        return self._session.run(work)

    def _words(self, db: Database) -> tuple[tuple[str, int], ...]:
        # The second number changes when another process has written.
        state = (self._pages_written, db.execute("PRAGMA data_version").fetchone()[0])
        if self._vocabulary is None or self._vocabulary[0] != state:
            self._vocabulary = (state, tuple(search.vocabulary(db)))
        return self._vocabulary[1]

    # Findings

    def replace_findings(self, mentions: Iterable[Mention], people: Iterable[Person]) -> None:
        """Put what was found in the place of what was found before. Decisions are not touched.

        Raises BadInput when a mention names a document the case does not hold.
        """
        rows = [findings.mention_row(mention) for mention in mentions]
        persons = [findings.person_row(person) for person in people]
        self._session.write(lambda db: findings.replace(db, rows, persons))

    def mentions(
        self,
        document: str | None = None,
        page: int | None = None,
        *,
        person: str | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[Mention]:
        """The mentions of a document, a page (0: those of the whole document) or a person, in the order given."""
        rows = self._session.run(lambda db: findings.rows(db, document, page, person, limit, offset))
        return [findings.mention(row) for row in rows]

    def mentions_count(self, document: str | None = None, page: int | None = None, *, person: str | None = None) -> int:
        """How many :meth:`mentions` there are."""
        return self._session.run(lambda db: findings.count(db, document, page, person))

    def mentions_by_person(self) -> dict[str, int]:
        """How many mentions each person has; "" stands for nobody known."""
        return self._session.run(findings.counts_by_person)

    def people(self) -> list[Person]:
        """Everybody the findings speak of, in the order given."""
        return self._session.run(findings.people)

    # The journal

    def append(
        self, kind: Kind, payload: Mapping[str, Any], *, signer: Identity | None = None, at: str | None = None
    ) -> Event:
        """Write one event down; it is on the disk when this returns. ``at`` is for tests (default: now, UTC).

        Raises BadInput when the payload holds what JSON cannot, and Refused when the case is read-only.
        """
        return self.append_many([(kind, payload)], signer=signer, at=at)[0]

    def append_many(
        self,
        entries: Sequence[tuple[Kind, Mapping[str, Any]]],
        *,
        signer: Identity | None = None,
        at: str | None = None,
    ) -> list[Event]:
        """Several events in one transaction: all of them, or none."""
        return self._session.write(lambda db: journal.append(db, entries, signer, at or journal.now()))

    def events(self, after: int = 0) -> list[Event]:
        """The events in order, without the first ``after``. Raises BadInput when one cannot be read."""
        return journal.read(self._session.run(lambda db: journal.rows(db, after)))

    def head(self) -> str:
        """The id of the last event; "" when there is none."""
        return self._session.run(journal.head)

    def rows(self) -> list[tuple[Any, ...]]:
        """The journal as it is kept, for :meth:`join` of another copy."""
        return self._session.run(lambda db: journal.rows(db))

    # Copies

    def copy_to(self, path: Path, passphrase: str, own: Mapping[str, Any]) -> None:
        """The whole case in a new file under another passphrase, with facts only the copy has (``own``).

        Raises BadInput when the file is there or cannot be written; nothing is left then."""
        raw_key = keys.derive(passphrase, keys.new_salt())
        packed = {key: pack(value) for key, value in own.items()}
        self._session.run(lambda db: copying.copy(db, Path(path), raw_key, packed))

    def packed_facts(self) -> dict[str, bytes]:
        """Every derived fact as it is kept, for :meth:`join`."""
        return self._session.run(copying.facts_of)

    def join(
        self,
        joining: Joining,
        parents: Sequence[str],
        kind: Kind,
        payload: Mapping[str, Any],
        *,
        signer: Identity | None = None,
    ) -> Event:
        """Take in another copy's events and papers, and the event in which the two come together: one transaction."""
        at = journal.now()
        event = self._session.write(lambda db: join(db, joining, parents, kind, payload, signer, at))
        self._pages_written += 1
        return event

    # Facts and the whole

    def get(self, key: str, default: Any = None) -> Any:
        """A derived fact or cache kept with :meth:`put`, tuples as lists."""
        return self._session.run(lambda db: facts.get(db, key, default))

    def put(self, key: str, value: Any) -> None:
        """Keep a fact that can be worked out again; never a decision. Raises ValueError or TypeError if not JSON."""
        self.put_many({key: value})

    def put_many(self, values: Mapping[str, Any]) -> None:
        """As :meth:`put`, several in one transaction."""
        packed = {key: pack(value) for key, value in values.items()}
        self._session.write(lambda db: facts.put(db, packed))

    def keys(self, prefix: str) -> set[str]:
        """The keys of the facts that begin with ``prefix``."""
        return self._session.run(lambda db: facts.keys(db, prefix))

    def get_many(self, prefix: str) -> dict[str, Any]:
        """Every fact whose key begins with ``prefix``."""
        return self._session.run(lambda db: facts.under(db, prefix))

    def drop(self, keys: Iterable[str]) -> None:
        """Forget these facts; does nothing about those that are not there."""
        if unwanted := list(keys):
            self._session.write(lambda db: facts.drop(db, unwanted))

    def check(self) -> list[str]:
        """What is wrong with the case, in plain words; empty when it is sound.

        Reads the whole file (about 100 MB a second), and nobody can write meanwhile.
        """
        return self._session.run(lambda db: check.problems(db, self._session.raw))
