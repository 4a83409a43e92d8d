# SPDX-License-Identifier: AGPL-3.0-or-later
"""SQLCipher under sqlite-utils: connections that are keyed and set up, and errors a person can act on.

Import :class:`Database` from here and never from ``sqlite_utils`` itself: sqlite-utils catches the errors of
the driver it finds first, and SQLCipher's errors are not those of the standard library's ``sqlite3``.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import sqlcipher3
import sqlcipher3.dbapi2

sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", sqlcipher3.dbapi2)

from sqlite_utils import Database  # noqa: E402  (must see the alias above)
from sqlite_utils.utils import dbapi2 as _seen_by_sqlite_utils  # noqa: E402

from redactor.domain.errors import BadInput, Refused  # noqa: E402

__all__ = ["PAGE_SIZE", "Database", "connect", "memory", "plainly"]

if _seen_by_sqlite_utils is not sqlcipher3.dbapi2:  # pragma: no cover
    raise ImportError(
        "sqlite_utils was imported before redactor.casefile.driver, and uses another driver than SQLCipher"
    )

#: Bytes of one page of the file; SQLCipher's own default, so that its stock shell opens a case too.
PAGE_SIZE = 4096
#: How long a connection waits for another process's lock, in milliseconds. A reader waits out the commit of a
#: large document, a writer waits out a reader's check of the whole file.
BUSY_MS = 60_000
_CACHE_KIB = 32_768

# Primary result codes of SQLite (sqlite.org/rescode.html).
_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 8, 10, 11, 13, 14, 26


def connect(path: Path, raw_key: str, *, write: bool) -> Database:
    """Open the existing file ``path`` with ``raw_key`` (64 digits of key and 32 of salt, hex).

    SQLCipher always locks and wipes the memory of its keys. ``cipher_memory_security``, which does the same for
    every allocation of SQLite, stays off as it is by default: it made searching 15 to 20 times and writing 2 to 10
    times slower, and what SQLite holds lies in this process's own memory, unlocked, too.

    Nothing is read yet, so a wrong key shows only with the first query. A connection that must not write is
    still opened for writing where the file system lets it, since only then can SQLite put back what a killed
    writer left half done; ``query_only`` keeps it from writing anything else. Raises what the driver raises.
    """
    mode = "rw" if write or _may_write(path) else "ro"
    conn = sqlcipher3.dbapi2.connect(f"{_uri(path)}?mode={mode}", uri=True, isolation_level=None)
    # Before the key: the log of a wrong one would go to stderr.
    conn.execute("PRAGMA cipher_log_level = NONE")
    # Not as SQL text, which tracing and error messages could repeat.
    conn.set_key(f"x'{raw_key}'")
    for pragma in (
        f"busy_timeout = {BUSY_MS}",
        "temp_store = MEMORY",
        f"cache_size = -{_CACHE_KIB}",
        "foreign_keys = ON",
        "trusted_schema = OFF",
        "cell_size_check = ON",
    ):
        conn.execute(f"PRAGMA {pragma}")
    if not write:
        conn.execute("PRAGMA query_only = ON")
    return Database(conn, execute_plugins=False)


def _uri(path: Path) -> str:
    # Not Path.as_uri(): it makes the server of a Windows share the URI's host, which SQLite refuses.
    name = path.resolve().as_posix()
    return "file://" + quote(os.fsencode(name if name.startswith("/") else "/" + name))


def make_durable(db: Database) -> None:
    """Set up a connection that writes: a rollback journal, every commit on the disk before it returns.

    Not WAL: one byte flipped in a write-ahead log silently loses every commit after it.
    """
    db.conn.execute("PRAGMA journal_mode = TRUNCATE")
    db.conn.execute("PRAGMA synchronous = FULL")


def memory() -> Database:
    """An empty database in memory, to compare a schema with."""
    return Database(sqlcipher3.dbapi2.connect(":memory:", isolation_level=None), execute_plugins=False)


def _may_write(path: Path) -> bool:
    # The folder too: putting back a killed writer's work ends with removing the journal beside the file.
    return os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)


def is_not_a_database(error: BaseException) -> bool:
    """Whether the key did not fit the first page."""
    return isinstance(error, sqlcipher3.dbapi2.DatabaseError) and _code(error) == _NOTADB


def is_full(error: BaseException) -> bool:
    """Whether writing failed for want of room."""
    return isinstance(error, sqlcipher3.dbapi2.DatabaseError) and _code(error) in (_FULL, _IOERR)


def is_from_outside(error: BaseException) -> bool:
    """Whether the driver's error is about the disk or another program, not a mistake of ours."""
    return isinstance(error, sqlcipher3.dbapi2.DatabaseError) and _in_plain_words(_code(error), "") is not None


def _code(error: BaseException) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


@contextmanager
def plainly(path: Path) -> Iterator[None]:
    """Turn the driver's errors about the world (a full disk, a damaged file...) into plain words.

    Raises BadInput or Refused for those; errors that are mistakes of ours pass through as they are.
    """
    try:
        yield
    except sqlcipher3.dbapi2.DatabaseError as error:
        plain = _in_plain_words(_code(error), str(path))
        if plain is None:
            raise
        raise plain from error


def _in_plain_words(code: int, where: str) -> BadInput | Refused | None:
    if code == _FULL:
        return BadInput(
            "the disk is full, so this step was not saved",
            where,
            "Free some space and do it again; the case is as it was before",
        )
    if code in (_CORRUPT, _NOTADB):
        return BadInput(
            "the case file is damaged",
            where,
            "Run 'redactor check' on it and go back to the last good copy",
        )
    if code == _IOERR:
        return BadInput(
            "the disk reports an error, or is full, so this step was not done",
            where,
            "Check the disk or the network drive and try again; the case is as it was before",
        )
    if code in (_BUSY, _LOCKED):
        return Refused("another program is writing to the case file", where, "Wait a moment and try again")
    if code == _READONLY:
        return BadInput(
            "the case file cannot be written to, or was not closed properly and cannot be put right where it lies",
            where,
            "Copy it, with the file ending in -journal if there is one, to a folder you may write to",
        )
    if code == _CANTOPEN:
        return BadInput(
            "the case file or its folder cannot be opened",
            where,
            "Check that the folder is there and that you may write to it",
        )
    return None
