# SPDX-License-Identifier: AGPL-3.0-or-later
"""A copy of the whole case in a new file under a passphrase of its own; nothing of it is ever written in the clear."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from redactor.casefile import schema
from redactor.casefile.driver import Database
from redactor.domain.errors import BadInput
from redactor.domain.saying import say


def copy(db: Database, path: Path, raw_key: str, own: Mapping[str, bytes]) -> None:
    """Write the case to ``path``, a new file only its owner may read, keyed with ``raw_key`` (64 digits of key and 32
    of salt, hex). ``own`` are facts that only the copy has (packed). It stands under its name once it is whole.

    Raises BadInput when there is a file of that name or it cannot be written, and what the driver raises (a full
    disk); nothing is left then. The caller holds no transaction.
    """
    where = str(path)
    part = path.with_name(path.name + ".part")
    try:
        if path.exists() or path.is_symlink():
            raise FileExistsError
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        raise BadInput("there is a file of this name already", where, "Choose another name") from None
    except OSError as error:
        do = "Choose a folder you may write to"
        raise BadInput(say("the copy cannot be written ({reason})", reason=error.strerror), where, do) from error
    try:
        # The key is bound, not written into the statement, which error messages could repeat.
        db.conn.execute("ATTACH DATABASE ? AS handed KEY ?", (str(part), f"x'{raw_key}'"))
        try:
            db.conn.execute("SELECT sqlcipher_export('handed')").fetchone()
            # Of what makes the file a case, the export leaves these two out.
            db.conn.execute(f"PRAGMA handed.application_id = {schema.APPLICATION_ID}")
            db.conn.execute(f"PRAGMA handed.user_version = {schema.version(db)}")
            db.conn.execute("DELETE FROM handed.holder")
            db.conn.executemany("INSERT OR REPLACE INTO handed.facts (key, value) VALUES (?, ?)", own.items())
        finally:
            db.conn.execute("DETACH DATABASE handed")
        part.replace(path)
    except BaseException:
        for left in (part, part.with_name(part.name + "-journal")):
            left.unlink(missing_ok=True)
        raise


def facts_of(db: Database) -> dict[str, bytes]:
    """Every derived fact as it is kept (packed), to be put into the case that a copy came back to."""
    return dict(db.execute("SELECT key, value FROM facts").fetchall())
