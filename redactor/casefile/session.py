# SPDX-License-Identifier: AGPL-3.0-or-later
"""One open case: its connection, the one thread that uses it, its lock, and who else has it."""

from __future__ import annotations

import getpass
import hashlib
import hmac
import os
import platform
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from sqlcipher3.dbapi2 import DatabaseError

from redactor.casefile import driver, faults, lock
from redactor.casefile.codec import clean
from redactor.casefile.driver import Database, plainly
from redactor.casefile.lock import WriteLock
from redactor.casefile.rawfile import RawFile
from redactor.domain.errors import BadInput, Refused
from redactor.domain.saying import say

T = TypeVar("T")

#: How long to wait for the row of a process that has the lock but has not yet said who it is, in seconds.
_INTRODUCTION = 1.0


@dataclass(frozen=True)
class Holder:
    """Who has the case open for writing. ``since`` is UTC, ISO 8601 to the second; ``pid`` 0 when not known."""

    name: str
    host: str
    pid: int
    since: str

    def __str__(self) -> str:
        return f"{self.name} on {self.host} (process {self.pid}, since {self.since})" if self.pid else self.name


class Session:
    """An open case. Every query runs on its one thread; :meth:`run` and :meth:`write` wait for the answer."""

    def __init__(self, path: Path, raw: RawFile, write_lock: WriteLock | None, why_read_only: str) -> None:
        self.path = path
        self.raw = raw
        self.holder: Holder | None = None
        self.why_read_only = why_read_only
        self._lock = write_lock
        self._db: Database | None = None
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="case file")
        self._thread = 0
        self._key_digest = b""
        self._durable = self._introduced = False

    @property
    def read_only(self) -> bool:
        return self._lock is None

    def connect(self, raw_key: str) -> None:
        """Open the connection on the thread. Raises what the driver raises."""
        self._key_digest = hashlib.sha256(raw_key.encode()).digest()

        def work() -> None:
            self._thread = threading.get_ident()
            self._db = driver.connect(self.path, raw_key, write=not self.read_only)

        self._executor.submit(work).result()

    def opens_with(self, raw_key: str) -> bool:
        """True when this is the key the case was opened with. The key itself is not kept."""
        return hmac.compare_digest(self._key_digest, hashlib.sha256(raw_key.encode()).digest())

    def make_durable(self) -> None:
        """Set the connection up to write, before anything is written."""
        self._durable = True
        self.run(driver.make_durable)

    def run(self, work: Callable[[Database], T]) -> T:
        """What ``work`` returns, done on the case's thread. Raises BadInput for a damaged file, a full disk..."""
        if threading.get_ident() == self._thread:
            return self._plainly(work)
        if self._db is None:
            raise ValueError("the case file is closed")
        return self._executor.submit(self._plainly, work).result()

    def write(self, work: Callable[[Database], T]) -> T:
        """Like :meth:`run`, in one transaction that is on the disk when this returns, or not done at all."""
        self.require_writable()

        def transaction(db: Database) -> T:
            with db.atomic():
                faults.reach("begun", db)
                result = work(db)
                faults.reach("written", db)
            faults.reach("committed", db)
            return result

        return self.run(transaction)

    def _plainly(self, work: Callable[[Database], T]) -> T:
        if self._db is None:
            raise ValueError("the case file is closed")
        with plainly(self.path):
            return work(self._db)

    def require_writable(self) -> None:
        """Raises Refused, naming who has the case, when it is open for reading only."""
        if not self.read_only:
            return
        if self.holder:
            raise Refused(
                say("the case is open for writing by {holder}", holder=str(self.holder)),
                str(self.path),
                "Ask them to close it, then open it again",
            )
        raise Refused(
            say("the case is open for reading only: {why}", why=self.why_read_only),
            str(self.path),
            "Put that right, or work on a copy, and open it again",
        )

    def introduce(self, user: str) -> None:
        """Write down who has the case, for others to be told."""
        if self._lock is None:
            raise ValueError("only the holder of the lock introduces itself")
        row = {
            "one": 1,
            "name": clean(user or _login()),
            "host": clean(platform.node()) or "an unnamed computer",
            "pid": os.getpid(),
            "since": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "token": self._lock.token,
        }
        self._introduced = True
        try:
            self.write(lambda db: db["holder"].upsert(row, pk="one"))
        except BadInput as error:
            # On a full disk a case must still open; others are then told that somebody has it, not who.
            if not isinstance(error.__cause__, DatabaseError) or not driver.is_full(error.__cause__):
                raise

    def ask_who(self) -> Holder:
        """Who has the lock, from the row with the lock's token."""
        deadline = time.monotonic() + _INTRODUCTION
        while True:
            token = lock.token_of_holder(self.path)
            row = self.run(lambda db: db.execute("SELECT name, host, pid, since, token FROM holder").fetchone())
            if row and row[4] == token:
                return Holder(*row[:4])
            if time.monotonic() > deadline:
                return Holder("another program", "", 0, "")
            time.sleep(0.05)

    @property
    def closed(self) -> bool:
        return self._db is None

    def close(self) -> None:
        """Close the connection, remove the journal and the lock. Does nothing the second time."""
        with ExitStack() as last:
            last.callback(self._release)
            last.callback(self._executor.shutdown)
            if self._db is not None:
                self._executor.submit(self._disconnect).result()

    def _disconnect(self) -> None:
        db, self._db = self._db, None
        if db is None:
            return
        try:
            if self._introduced:
                with db.atomic():
                    db.execute("DELETE FROM holder")
            if self._durable:
                # Leaves one file: in the other mode an empty journal would stay beside it.
                db.conn.execute("PRAGMA journal_mode = DELETE")
        except DatabaseError as error:
            if not driver.is_from_outside(error):
                raise
        finally:
            db.close()

    def _release(self) -> None:
        self.raw.close()
        if self._lock is not None:
            self._lock.release()


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"
