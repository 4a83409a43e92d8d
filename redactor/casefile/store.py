# SPDX-License-Identifier: AGPL-3.0-or-later
"""The case file: everything of one case in one encrypted file. What the rest of the program talks to.

Every call may be made from any thread; the work is done on the case's own thread, one call after the other.
A call that writes is one transaction: when it returns, it is on the disk; when it raises, nothing was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from redactor.casefile import check, copying, facts, findings, journal, keys, opening
from redactor.casefile.case_documents import CaseDocuments
from redactor.casefile.case_pages import CasePages
from redactor.casefile.codec import pack
from redactor.casefile.driver import Database
from redactor.casefile.identity import Identity
from redactor.casefile.joining import Joining, join
from redactor.casefile.pages import PageState
from redactor.casefile.session import Holder, Session
from redactor.domain.journal import Event, Kind
from redactor.domain.mentions import Mention, Person

__all__ = ["CaseFile", "Holder", "PageState"]


class CaseFile(CaseDocuments, CasePages):
    """An open case; a context manager. Make one with :meth:`create` or :meth:`open`."""

    def __init__(self, session: Session) -> None:
        CaseDocuments.__init__(self, session)
        CasePages.__init__(self, session)

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

    # Findings

    def replace_findings(
        self, mentions: Iterable[Mention], people: Iterable[Person], kept: Mapping[str, Any] | None = None
    ) -> None:
        """Put what was found in the place of what was found before, and facts that hold of it alone with it (``kept``,
        as :meth:`put_many`). Decisions are not touched.

        Raises BadInput when a mention names a document the case does not hold.
        """
        rows = [findings.mention_row(mention) for mention in mentions]
        persons = [findings.person_row(person) for person in people]
        packed = {key: pack(value) for key, value in (kept or {}).items()}

        def written(db: Database) -> None:
            findings.replace(db, rows, persons)
            facts.put(db, packed)

        self._session.write(written)

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

    def people(self) -> list[Person]:
        """Everybody the findings speak of, in the order given."""
        return self._session.run(findings.people)

    # The journal

    def append(
        self,
        kind: Kind,
        payload: Mapping[str, Any] | journal.Stored,
        *,
        signer: Identity | None = None,
        at: str | None = None,
    ) -> Event:
        """Write one event down; it is on the disk when this returns. ``at`` is for tests (default: now, UTC).

        Raises BadInput when the payload holds what JSON cannot, and Refused when the case is read-only.
        """
        return self.append_many([(kind, payload)], signer=signer, at=at)[0]

    def append_many(
        self,
        entries: Sequence[tuple[Kind, Mapping[str, Any] | journal.Stored]],
        *,
        signer: Identity | None = None,
        at: str | None = None,
    ) -> list[Event]:
        """Several events in one transaction: all of them, or none."""
        self.before_signing([kind for kind, _ in entries], signer)
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
        self.before_signing([kind], signer)
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
