# SPDX-License-Identifier: AGPL-3.0-or-later
"""Bytes kept in chunks: what an original, a source or a derived part is made of."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from redactor.bundle.held import Held, chunks, size_of
from redactor.casefile.driver import Database

#: Bytes of one chunk.
CHUNK = 1 << 20


class Stored(NamedTuple):
    """Bytes in chunks, and what they must be: SHA-256 (hex) and size."""

    blob: int
    sha256: str
    size: int


def put_blob(db: Database, data: Held, sha256: str) -> int:
    """Keep bytes in chunks; the number by which :func:`read_chunk` finds them. Raises BadInput when a file on the disk
    is not what it was."""
    cursor = db.execute("INSERT INTO blobs (sha256, size) VALUES (?, ?)", (sha256, size_of(data)))
    blob = int(cursor.lastrowid)
    rows = ((blob, n, chunk) for n, chunk in enumerate(chunks(data, CHUNK)))
    db.conn.executemany("INSERT INTO chunks (blob, n, data) VALUES (?, ?, ?)", rows)
    return blob


def drop_blob(db: Database, blob: int) -> None:
    db.execute("DELETE FROM chunks WHERE blob = ?", (blob,))
    db.execute("DELETE FROM blobs WHERE id = ?", (blob,))


def read_chunk(db: Database, blob: int, n: int) -> bytes:
    """The n-th chunk from 0; empty after the last."""
    row = db.execute("SELECT data FROM chunks WHERE blob = ? AND n = ?", (blob, n)).fetchone()
    return bytes(row[0]) if row else b""


def blob_problems(db: Database, blob: int, sha256: str, which: str) -> Iterator[str]:
    digest = hashlib.sha256()
    size = n = 0
    while chunk := read_chunk(db, blob, n):
        digest.update(chunk)
        size += len(chunk)
        n += 1
    kept = db.execute("SELECT sha256, size FROM blobs WHERE id = ?", (blob,)).fetchone()
    (count,) = db.execute("SELECT count(*) FROM chunks WHERE blob = ?", (blob,)).fetchone()
    if digest.hexdigest() != sha256 or kept != (sha256, size) or count != n:
        yield f"{which}: its bytes have been changed since they were added"
