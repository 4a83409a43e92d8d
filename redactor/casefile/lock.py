# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who may write: an operating system lock on a small file beside the case.

The lock decides, not the file: it ends with the process that holds it, so a lock file left behind by a crash
keeps nobody out. The file holds a random token, nothing about the case; the case's own (encrypted) row with the
same token says who the holder is. All that differs between Windows and the rest is in this module.
"""

from __future__ import annotations

import os
import secrets
import sys
import time
from contextlib import suppress
from pathlib import Path

_TOKEN_BYTES = 16
#: Windows locks are mandatory, so the locked byte lies far behind the token, which others must be able to read.
_LOCKED_BYTE = 1 << 30
_TRIES, _PAUSE = 6, 0.05

if sys.platform == "win32":
    import msvcrt

    def _try_lock(fd: int) -> bool:
        os.lseek(fd, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock_and_remove(fd: int, path: Path) -> None:
        os.lseek(fd, _LOCKED_BYTE, os.SEEK_SET)
        with suppress(OSError):
            msvcrt.locking(fd, msvcrt.LK_UNLCK, 1)
        os.close(fd)
        # Fails while somebody else has it open, and then it is theirs to remove.
        with suppress(OSError):
            path.unlink()

else:
    import fcntl

    def _try_lock(fd: int) -> bool:
        try:
            # flock, not lockf: it belongs to this descriptor, so a second opening in the same process is kept out too.
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock_and_remove(fd: int, path: Path) -> None:
        # Removed while still locked: whoever opened it meanwhile sees in acquire() that it is no longer the file.
        with suppress(OSError):
            path.unlink()
        os.close(fd)


def lock_path(case: Path) -> Path:
    """Where the lock of ``case`` lies. Follows links, so that two names of one case have one lock."""
    real = case.resolve()
    return real.with_name(real.name + ".lock")


class WriteLock:
    """The right to write a case; :meth:`acquire` it, and :meth:`release` it when done."""

    def __init__(self, fd: int, path: Path, token: str) -> None:
        self._fd = fd
        self._path = path
        self.token = token

    @classmethod
    def acquire(cls, case: Path) -> WriteLock | None:
        """The lock of ``case``, or None when somebody else has it.

        Raises OSError when the lock file cannot be made (a folder that may not be written to).
        """
        path = lock_path(case)
        for attempt in range(_TRIES):
            # Somebody who only looks whether it is held has it for an instant; so try more than once.
            if attempt:
                time.sleep(_PAUSE)
            try:
                fd = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
            except PermissionError:
                # On Windows also while the last holder's file is being removed.
                if sys.platform != "win32" or attempt == _TRIES - 1:
                    raise
                continue
            locked = False
            try:
                locked = _try_lock(fd) and _is_still(fd, path)
                if locked:
                    token = secrets.token_hex(_TOKEN_BYTES)
                    os.lseek(fd, 0, os.SEEK_SET)
                    # A full disk keeps nobody from holding the lock; then nobody can be told who has it.
                    with suppress(OSError):
                        os.write(fd, token.encode())
                    return cls(fd, path, token)
            except BaseException:
                if locked:
                    _unlock_and_remove(fd, path)
                else:
                    os.close(fd)
                raise
            os.close(fd)
        return None

    @staticmethod
    def held_by_other(case: Path) -> bool:
        """Whether a living process has the lock of ``case``. Leaves no file behind."""
        try:
            fd = os.open(lock_path(case), os.O_RDWR | getattr(os, "O_BINARY", 0))
        except FileNotFoundError:
            return False
        except PermissionError:
            return _token(case) != ""
        try:
            # Closing the descriptor ends the lock this may just have taken.
            return not _try_lock(fd)
        finally:
            os.close(fd)

    def release(self) -> None:
        """Give the lock up and remove its file. Does nothing the second time."""
        if self._fd >= 0:
            fd, self._fd = self._fd, -1
            _unlock_and_remove(fd, self._path)


def token_of_holder(case: Path) -> str:
    """The token in the lock file of ``case``; empty when there is none."""
    return _token(case)


def _token(case: Path) -> str:
    try:
        return lock_path(case).read_bytes()[: 2 * _TOKEN_BYTES].decode("ascii", "replace")
    except OSError:
        return ""


def _is_still(fd: int, path: Path) -> bool:
    """Whether ``path`` is the very file that is open as ``fd``, and not one made after that was removed."""
    try:
        return os.path.samestat(os.fstat(fd), path.stat())
    except FileNotFoundError:
        return False
