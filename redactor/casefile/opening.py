# SPDX-License-Identifier: AGPL-3.0-or-later
"""Making and opening a case file, and saying plainly why it cannot be opened."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path

from redactor.casefile import driver, keys, schema
from redactor.casefile.driver import PAGE_SIZE, plainly
from redactor.casefile.lock import WriteLock
from redactor.casefile.rawfile import RawFile
from redactor.casefile.session import Session
from redactor.domain.errors import BadInput, Refused
from redactor.domain.saying import say

_NO_CASE = "Give a file that 'redactor new' made"


def create(path: Path, passphrase: str, recovery: Path | None, user: str) -> Session:
    """A new, empty case at ``path``, open for writing. Raises BadInput, and then leaves nothing behind."""
    where = str(path)
    if path.exists() or path.is_symlink():
        raise BadInput("there is a file of this name already", where, "Choose another name; nothing was changed")
    if not path.parent.is_dir():
        raise BadInput("its folder does not exist", where, "Make the folder first, or choose another")
    raw_key = keys.derive(passphrase, keys.new_salt())
    with ExitStack() as undo:
        try:
            lock = WriteLock.acquire(path)
            if lock is None:
                raise BadInput("another program is making this very file", where, "Choose another name")
            undo.callback(lock.release)
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            undo.callback(_remove, path)
            raw = RawFile(path)
        except OSError as error:
            raise BadInput(
                say("the case file cannot be made ({reason})", reason=error.strerror),
                where,
                "Choose a folder you may write to",
            ) from error
        session = Session(path, raw, lock, "")
        # After this, and before the file goes; the session releases the lock too, which does no harm.
        undo.callback(session.close)
        session.connect(raw_key)
        session.make_durable()
        session.run(schema.migrate)
        # The key last but one: a key too many does no harm, a case without its key could not be helped.
        if recovery is not None:
            keys.add_recovery(recovery, raw_key)
        session.introduce(user)
        undo.pop_all()
        return session


def _remove(path: Path) -> None:
    for file in (path, path.with_name(path.name + "-journal")):
        file.unlink(missing_ok=True)


def open_case(path: Path, passphrase: str, recovery: Path | None, user: str, write: bool) -> Session:
    """The case at ``path``; read-only when ``write`` is not set, or when somebody else has it.

    Raises BadInput when it is missing, no case, newer than this program, damaged, or the key does not fit.
    """
    with ExitStack() as undo:
        raw = _raw(path)
        undo.callback(raw.close)
        raw_key = _key(path, raw, passphrase, recovery)
        lock, why = _lock(path) if write else (None, "it was opened for reading")
        session = Session(path, raw, lock, why)
        undo.callback(session.close)
        _try_key(session, raw_key, by_recovery=recovery is not None)
        _migrate(session)
        if lock is not None:
            session.make_durable()
            session.introduce(user)
        elif WriteLock.held_by_other(path):
            session.holder = session.ask_who()
        undo.pop_all()
        return session


def _raw(path: Path) -> RawFile:
    where = str(path)
    if path.is_dir():
        raise BadInput("this is a folder, not a case", where, _NO_CASE)
    try:
        raw = RawFile(path)
    except FileNotFoundError:
        raise BadInput("there is no such file", where, "Check the path, or make a case with 'redactor new'") from None
    except OSError as error:
        raise BadInput(
            say("the file cannot be read ({reason})", reason=error.strerror), where, "Ask for the right to read it"
        ) from error
    with ExitStack() as undo:
        undo.callback(raw.close)
        head = raw.read(0, keys.SALT_BYTES)
        if not raw.size():
            raise BadInput("the file is empty: this is not a case, or making it was cut short", where, _NO_CASE)
        other = keys.looks_like_something_else(head)
        # A file shorter than one page can still be a case whose writer was killed: then a journal lies beside it.
        if other or (raw.size() < PAGE_SIZE and not path.with_name(path.name + "-journal").exists()):
            raise BadInput(say("this is not a case but {other}", other=other or "some other file"), where, _NO_CASE)
        undo.pop_all()
    return raw


def _key(path: Path, raw: RawFile, passphrase: str, recovery: Path | None) -> str:
    salt = raw.read(0, keys.SALT_BYTES)
    return keys.recovered(recovery, salt) if recovery is not None else keys.derive(passphrase, salt)


def _lock(path: Path) -> tuple[WriteLock | None, str]:
    """The lock, or why the case can only be read."""
    if not os.access(path, os.W_OK):
        return None, "you may not write to the file"
    try:
        return WriteLock.acquire(path), "somebody else has it open for writing"
    except OSError as error:
        return None, f"its folder cannot be written to ({error.strerror})"


def _try_key(session: Session, raw_key: str, *, by_recovery: bool) -> None:
    """Open the connection and read the first page with the key."""
    where = str(session.path)
    try:
        with plainly(session.path):
            session.connect(raw_key)
        session.run(lambda db: db.execute("SELECT count(*) FROM sqlite_master").fetchone())
        application, version = session.run(lambda db: (schema.application(db), schema.version(db)))
    except BadInput as error:
        if error.__cause__ is None or not driver.is_not_a_database(error.__cause__):
            raise
        what = (
            "the case cannot be opened with its recovery key: the first page of the file is damaged"
            if by_recovery
            else "the passphrase is wrong, or this is not a case, or the start of the file is damaged"
        )
        raise BadInput(what, where, "Try the passphrase again, then the last good copy") from None
    if application != schema.APPLICATION_ID:
        raise BadInput("this is an encrypted database, but not a case", where, _NO_CASE)
    if version > schema.newest():
        raise BadInput(
            say(
                "the case was written by a newer Redactor (its format is {version}, this program knows {schema})",
                version=version,
                schema=schema.newest(),
            ),
            where,
            "Use the newer Redactor; nothing was changed",
        )


def _migrate(session: Session) -> None:
    if session.run(schema.version) == schema.newest():
        return
    if session.read_only:
        raise Refused(
            "the case was written by an older Redactor and must be opened for writing once before it can be read",
            str(session.path),
            say("Open it for writing; now {holder} has it", holder=str(session.holder))
            if session.holder
            else "Open it for writing",
        )
    session.make_durable()
    session.run(schema.migrate)
