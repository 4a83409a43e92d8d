# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether the documents of a case are what the journal says was added."""

from __future__ import annotations

from collections.abc import Iterator

from redactor.casefile.blobs import blob_problems
from redactor.casefile.codec import unpack, unpack_places
from redactor.casefile.documents import COLUMNS_WITH_SOURCE, document_of, recorded, rest_digest
from redactor.casefile.driver import Database
from redactor.domain.journal import Kind
from redactor.domain.pages import Document


def problems(db: Database) -> Iterator[str]:
    """What is wrong with the documents and their parts, in plain words."""
    added = {}
    for event, payload in db.execute(
        "SELECT id, payload FROM journal WHERE kind = ? ORDER BY seq", (str(Kind.DOCUMENT_ADDED),)
    ).fetchall():
        added[event] = payload
    moved = _moved(db)
    columns, tables = COLUMNS_WITH_SOURCE
    rows = db.execute(
        f"SELECT {columns}, d.places, d.blob, d.event, s.blob FROM {tables} ORDER BY d.position"
    ).fetchall()
    for *fields, packed, blob, event, original in rows:
        try:
            document = document_of(fields)
        except (ValueError, TypeError):
            yield f"document {fields[4]} ({fields[1]}): what is kept of its conversion cannot be read"
            continue
        which = f"document {document.position} ({document.name})"
        if document.conversion is not None:
            yield from blob_problems(db, original, document.conversion.source, f"{which}, the file it was made from")
        if not _fits(document, packed, added.pop(event, b""), moved.get(document.sha256)):
            yield f"{which}: what is kept of it does not fit the journal"
        yield from blob_problems(db, blob, document.sha256, which)
    held = {fields[0] for *fields, _, _, _, _ in rows}
    # The same paper may have been added in two copies: it is kept once.
    added = {event: payload for event, payload in added.items() if not moved or _sha256_in(payload) not in held}
    if added:
        yield f"{len(added)} documents that the journal speaks of are missing"
    for name, first, last, blob, sha256 in db.execute(
        """SELECT d.name, p.first, p.last, p.blob, b.sha256 FROM parts p
           JOIN documents d ON d.id = p.document JOIN blobs b ON b.id = p.blob"""
    ).fetchall():
        yield from blob_problems(db, blob, sha256, f"the part of {name} with pages {first} to {last}")


def _moved(db: Database) -> dict[str, int]:
    """The positions that merges gave to documents, the last one counting."""
    moved: dict[str, int] = {}
    query = "SELECT payload FROM journal WHERE kind = ? ORDER BY seq"
    for (payload,) in db.execute(query, (str(Kind.MERGED),)).fetchall():
        try:
            moved.update({str(sha): int(position) for sha, position in unpack(payload)["positions"].items()})
        except (ValueError, TypeError, KeyError, AttributeError):
            continue  # the journal's own check says that this event cannot be read
    return moved


def _sha256_in(payload: bytes) -> str:
    try:
        return str(unpack(payload)["sha256"])
    except (ValueError, TypeError, KeyError):
        return ""


def _fits(document: Document, packed: bytes, payload: bytes, moved: int | None = None) -> bool:
    try:
        recorded_then = unpack(payload)
        if moved is not None:
            recorded_then["position"] = moved
        now = {**recorded(document), "rest": rest_digest(document, unpack_places(packed))}
    except (ValueError, TypeError):
        return False
    return bool(recorded_then == now)
