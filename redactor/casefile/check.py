# SPDX-License-Identifier: AGPL-3.0-or-later
"""Is the case as it was written? The seals of the encryption, the database, the chain, the documents.

Each finds what the others miss: SQLCipher's seals find a byte changed on the disk, the chain and the digests find
what was changed by somebody who has the key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlcipher3.dbapi2 import DatabaseError

from redactor.casefile import document_check, journal, pages, schema
from redactor.casefile.driver import PAGE_SIZE, Database, memory
from redactor.casefile.rawfile import RawFile

#: SQLite locks bytes from here on and never stores anything in the page they are in (sqlite.org/fileformat2.html).
LOCK_BYTE = 1 << 30


def problems(db: Database, raw: RawFile) -> list[str]:
    """Everything that is wrong, in plain words; empty when the case is sound.

    Holds a read transaction, so that nobody writes meanwhile.
    """
    found: list[str] = []
    with db.atomic():
        # A transaction locks only from its first query on.
        schema.version(db)
        checks: tuple[Callable[[], Iterator[str]], ...] = (
            lambda: _seals(db, raw),
            lambda: _database(db),
            lambda: _tables(db),
            lambda: journal.problems(db),
            lambda: document_check.problems(db),
            lambda: pages.problems(db),
        )
        for check in checks:
            try:
                found += check()
            except DatabaseError as error:
                found.append(f"a part of the case cannot be read: it is damaged ({error})")
    return list(dict.fromkeys(found))


def _seals(db: Database, raw: RawFile) -> Iterator[str]:
    broken = [row[0] for row in db.execute("PRAGMA cipher_integrity_check").fetchall()]
    if broken:
        yield (
            f"bytes of the file have been changed: {len(broken)} of its {-(-raw.size() // PAGE_SIZE)} blocks of "
            f"{PAGE_SIZE} bytes do not carry the seal they were written with ({broken[0]})"
        )
    if any(raw.read(LOCK_BYTE, PAGE_SIZE)):
        yield "bytes of the file have been changed: there is something in the block that is always empty"


def _database(db: Database) -> Iterator[str]:
    for (line,) in db.execute("PRAGMA integrity_check(20)").fetchall():
        if line != "ok":
            yield f"the database is not sound: {' '.join(line.split())}"
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check").fetchall():
        yield f"the database is not sound: row {row} of {table} points to nothing in {parent}"


def _tables(db: Database) -> Iterator[str]:
    fresh = memory()
    try:
        schema.migrate(fresh)
        expected = schema.shape(fresh)
    finally:
        fresh.close()
    there = schema.shape(db)
    for kind, name, _ in sorted(expected - there):
        yield f"the {kind} {name} is missing or has been changed"
    for kind, name, _ in sorted(there - expected):
        if not any(name == other for _, other, _ in expected):
            yield f"there is a {kind} {name} that does not belong to a case"
