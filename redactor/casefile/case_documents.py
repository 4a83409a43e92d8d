# SPDX-License-Identifier: AGPL-3.0-or-later
"""The front of a case file that keeps documents: originals, the files they were made from, and derived parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from io import BytesIO
from itertools import count

from redactor.bundle.held import WHOLE, Held, sha256_of
from redactor.casefile import blobs, documents
from redactor.casefile.blobs import Stored
from redactor.casefile.documents import Part
from redactor.casefile.identity import Identity
from redactor.casefile.session import Session
from redactor.domain.errors import BadInput
from redactor.domain.journal import Kind
from redactor.domain.pages import Document, DocumentContent, Place


class CaseDocuments:
    """What a case file does with documents."""

    def __init__(self, session: Session) -> None:
        self._session = session
        #: Asked before events of these kinds are written under this identity; whatever it raises, they are not.
        self.before_signing: Callable[[Sequence[Kind], Identity | None], None] = lambda kinds, signer: None
        self._last_blob: tuple[int, bytes] = (0, b"")

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
        self.before_signing([Kind.DOCUMENT_ADDED], signer)
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

    def put_parts(self, sha256: str, parts: Iterable[tuple[int, int, bytes]]) -> None:
        """Replace the derived parts of a large document: (first page, last page, PDF), pages from 1."""
        self._session.write(lambda db: documents.put_parts(db, sha256, parts))

    def parts(self, sha256: str) -> Iterator[tuple[int, int, bytes]]:
        """The derived parts as they were put; all of them together are as large as the document."""
        for first, last in self._session.run(lambda db: documents.part_ranges(db, sha256)):
            yield first, last, self.part(sha256, first)[0]

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
            # A chunk a call, so that others need not wait for a large document; into one buffer, so that it is in
            # memory once.
            held = BytesIO()
            for number in count():
                chunk = self._session.run(partial(blobs.read_chunk, blob=stored.blob, n=number))
                if not chunk:
                    break
                held.write(chunk)
            data = held.getvalue()
            if (len(data), sha256_of(data)) != (stored.size, stored.sha256):
                raise BadInput(
                    "the bytes of a document have been changed since they were added",
                    str(self._session.path),
                    "Run 'redactor check' on the case and go back to the last good copy",
                )
            self._last_blob = (stored.blob, data) if stored.size <= WHOLE else (0, b"")
        return data
