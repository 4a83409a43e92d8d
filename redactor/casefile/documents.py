# SPDX-License-Identifier: AGPL-3.0-or-later
"""Documents in the case file: the originals, byte for byte, in chunks; and derived parts of the large ones."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from redactor.bundle.held import Held, sha256_of, size_of
from redactor.casefile import journal
from redactor.casefile.blobs import Stored, drop_blob, put_blob
from redactor.casefile.codec import clean, pack, pack_places, place_to_json, unpack, unpack_places
from redactor.casefile.driver import Database
from redactor.casefile.identity import Identity
from redactor.domain.errors import BadInput
from redactor.domain.journal import Kind, canonical
from redactor.domain.pages import Conversion, Document, Place
from redactor.domain.saying import say

_COLUMNS = "sha256, name, pages, size, position, parent, producer, password"
COLUMNS_WITH_SOURCE = (
    ", ".join(f"d.{column}" for column in _COLUMNS.split(", ")) + ", b.sha256, b.size, s.converter, s.notes",
    "documents d LEFT JOIN sources s ON s.document = d.id LEFT JOIN blobs b ON b.id = s.blob",
)


class Part(NamedTuple):
    """A derived part of a document: its pages, from 1, and where its bytes are."""

    first: int
    last: int
    blob: int


def add(
    db: Database,
    document: Document,
    data: Held,
    places: Sequence[Place],
    signer: Identity | None,
    source: Held = b"",
    parts: Sequence[Part] = (),
) -> Document:
    """Keep a document behind those there are, with its event. The caller holds the transaction.

    ``source`` is the file a converted document was made from, ``parts`` are those that were put aside. Raises BadInput
    when it is in the case already, or a file on the disk is not what it was.
    """
    there = db.execute("SELECT name FROM documents WHERE sha256 = ?", (document.sha256,)).fetchone()
    if there:
        raise BadInput(
            "this document is in the case already", document.name, say("It is there as {there}", there=there[0])
        )
    (last,) = db.execute("SELECT coalesce(max(position), 0) FROM documents").fetchone()
    name, producer, password = clean(document.name), clean(document.producer), clean(document.password)
    document = replace(document, position=last + 1, size=size_of(data), name=name, producer=producer, password=password)
    if made := document.conversion:
        notes = tuple(clean(note) for note in made.notes)
        document = replace(document, conversion=replace(made, size=size_of(source), notes=notes))
    packed = pack_places(places)
    payload = {**recorded(document), "rest": rest_digest(document, unpack_places(packed))}
    (event,) = journal.append(db, [(Kind.DOCUMENT_ADDED, payload)], signer, journal.now())
    keep(db, document, places, data, event.id, source)
    rows = [{"document": number(db, document.sha256), **part._asdict()} for part in parts]
    db["parts"].insert_all(rows)
    return document


def keep(db: Database, document: Document, places: Sequence[Place], data: Held, event: str, source: Held = b"") -> None:
    """Keep a document whose event is in the journal already. The caller holds the transaction."""
    db["documents"].insert(
        {
            **{name: getattr(document, name) for name in _COLUMNS.split(", ")},
            "places": pack_places(places),
            "blob": put_blob(db, data, document.sha256),
            "event": event,
        }
    )
    if document.conversion is not None:
        conversion = document.conversion
        db["sources"].insert(
            {
                "document": number(db, document.sha256),
                "blob": put_blob(db, source, conversion.source),
                "converter": conversion.converter,
                "notes": pack(list(conversion.notes)),
            }
        )


def put_in_places(db: Database, positions: Mapping[str, int]) -> None:
    """Give documents these positions; the caller holds the transaction. For documents that two copies of the case
    added apart: what the journal says of their place is then said by the event of the merge."""
    for sign in (-1, 1):
        # No two may share a place on the way either.
        for sha256, position in positions.items():
            db.execute("UPDATE documents SET position = ? WHERE sha256 = ?", (sign * position, sha256))


def recorded(document: Document) -> dict[str, Any]:
    """What the journal says of a document; of a converted one also what it was, and what made its pages."""
    names = ("sha256", "name", "pages", "size", "parent", "position")
    said: dict[str, Any] = {name: getattr(document, name) for name in names}
    if made := document.conversion:
        said["conversion"] = {
            "source": made.source,
            "size": made.size,
            "converter": made.converter,
            "notes": list(made.notes),
        }
    return said


def rest_digest(document: Document, places: Sequence[Place]) -> str:
    """A digest of what is kept of a document beside :func:`recorded`, for the journal to vouch for it."""
    rest = [document.producer, document.password, [place_to_json(place) for place in places]]
    return hashlib.sha256(canonical(rest)).hexdigest()


def listing(db: Database) -> list[Document]:
    """All documents by position."""
    columns, tables = COLUMNS_WITH_SOURCE
    rows = db.execute(f"SELECT {columns} FROM {tables} ORDER BY d.position").fetchall()
    return [document_of(row) for row in rows]


def document_of(row: Sequence[Any]) -> Document:
    *fields, source, size, converter, notes = row
    if source is None:
        return Document(*fields)
    return replace(Document(*fields), conversion=Conversion(source, size, converter, tuple(unpack(notes))))


def number(db: Database, sha256: str) -> int:
    """The row of a document. Raises BadInput when the case does not have it."""
    row = db.execute("SELECT id FROM documents WHERE sha256 = ?", (sha256,)).fetchone()
    if row is None:
        raise BadInput("the case holds no such document", sha256[:12], "List the documents and choose one of them")
    return int(row[0])


def places(db: Database, sha256: str) -> tuple[Place, ...]:
    (data,) = db.execute("SELECT places FROM documents WHERE id = ?", (number(db, sha256),)).fetchone()
    return unpack_places(data)


def original(db: Database, sha256: str) -> Stored:
    """Where a document's original bytes are."""
    row = db.execute("SELECT blob, size FROM documents WHERE id = ?", (number(db, sha256),)).fetchone()
    return Stored(int(row[0]), sha256, int(row[1]))


def source(db: Database, sha256: str) -> Stored | None:
    """Where the file is that a converted document was made from; None for one that is as it came."""
    row = db.execute(
        "SELECT b.id, b.sha256, b.size FROM sources s JOIN blobs b ON b.id = s.blob WHERE s.document = ?",
        (number(db, sha256),),
    ).fetchone()
    return Stored(int(row[0]), str(row[1]), int(row[2])) if row else None


def part(db: Database, sha256: str, page: int) -> tuple[Stored, int]:
    """Where the bytes with a page are (a part, or the original), and the page's number in them, from 1."""
    row = db.execute(
        """SELECT p.blob, b.sha256, b.size, p.first FROM parts p JOIN blobs b ON b.id = p.blob
           WHERE p.document = ? AND p.first <= ? AND p.last >= ?""",
        (number(db, sha256), page, page),
    ).fetchone()
    return (Stored(*row[:3]), page - int(row[3]) + 1) if row else (original(db, sha256), page)


def part_ranges(db: Database, sha256: str) -> list[tuple[int, int]]:
    """(first page, last page) of every derived part of a document, in order."""
    query = "SELECT first, last FROM parts WHERE document = ? ORDER BY first"
    return [(int(first), int(last)) for first, last in db.execute(query, (number(db, sha256),)).fetchall()]


def put_parts(db: Database, sha256: str, parts: Iterable[tuple[int, int, bytes]]) -> None:
    """Replace the derived parts of a document. The caller holds the transaction."""
    document = number(db, sha256)
    old = db.execute("SELECT blob FROM parts WHERE document = ?", (document,)).fetchall()
    db.execute("DELETE FROM parts WHERE document = ?", (document,))
    for (blob,) in old:
        drop_blob(db, blob)
    for first, last, data in parts:
        db["parts"].insert(
            {"document": document, "first": first, "last": last, "blob": put_blob(db, data, sha256_of(data))}
        )


def put_aside(db: Database, first: int, last: int, data: bytes) -> Part:
    """Keep a part of a document that is not in the case yet; nothing knows of it until :func:`add`."""
    return Part(first, last, put_blob(db, data, sha256_of(data)))


def drop_aside(db: Database) -> None:
    """Forget what was put aside and belongs to no document. The caller holds the transaction."""
    known = "SELECT blob FROM documents UNION SELECT blob FROM sources UNION SELECT blob FROM parts"
    for (blob,) in db.execute(f"SELECT id FROM blobs WHERE id NOT IN ({known})").fetchall():
        drop_blob(db, blob)
