# SPDX-License-Identifier: AGPL-3.0-or-later
"""The case file's bytes as they lie on the disk, read beside SQLite.

On POSIX a process that closes *any* descriptor of a file drops every lock it has on that file, SQLite's among
them. So a case's bytes are read through one descriptor a process, which stays open until the last
:class:`RawFile` of that case is closed, and each is closed after the connection it stands beside.
"""

from __future__ import annotations

import os
import threading
from pathlib import Path

_lock = threading.Lock()
_shared: dict[tuple[int, int], _Shared] = {}


class _Shared:
    def __init__(self, fd: int) -> None:
        self.fd = fd
        self.users = 0


class RawFile:
    """Read access to the bytes of ``path``. Raises OSError when it cannot be opened."""

    def __init__(self, path: Path) -> None:
        with _lock:
            status = path.stat()
            self._key = (status.st_dev, status.st_ino)
            shared = _shared.get(self._key)
            if shared is None:
                shared = _shared[self._key] = _Shared(os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0)))
            shared.users += 1
            self._file: _Shared | None = shared

    def read(self, offset: int, count: int) -> bytes:
        """Up to ``count`` bytes from ``offset``; fewer at the end of the file."""
        if self._file is None:
            raise ValueError("read from a closed file")
        with _lock:
            os.lseek(self._file.fd, offset, os.SEEK_SET)
            return os.read(self._file.fd, count)

    def size(self) -> int:
        if self._file is None:
            raise ValueError("size of a closed file")
        return os.fstat(self._file.fd).st_size

    def close(self) -> None:
        """Let go of the file. Does nothing the second time."""
        with _lock:
            if self._file is None:
                return
            self._file.users -= 1
            if not self._file.users:
                del _shared[self._key]
                os.close(self._file.fd)
            self._file = None
