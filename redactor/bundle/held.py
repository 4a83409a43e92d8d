# SPDX-License-Identifier: AGPL-3.0-or-later
"""The bytes of a file, in memory or where it lies on the disk.

A small file is its bytes. A large one is read from its place, by whoever needs it and a stretch at a time: 270 MB that
go from process to process are in memory four times over. Standard library only.
"""

from __future__ import annotations

import hashlib
import mmap
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from redactor.domain.errors import BadInput

#: Files up to this many bytes are read whole.
WHOLE = 32 << 20
#: Of a mapped file no more than about this many bytes are held at once.
_STRETCH = 32 << 20
#: Nothing that is searched for in a whole file is longer than this.
_LONGEST = 1 << 16


class Changed(BadInput):
    """A file on the disk is not what it was when adding it began."""


@dataclass(frozen=True, slots=True)
class OnDisk:
    """A file on the disk as it was when it was first read: ``changed`` is when it was last written (ns)."""

    path: Path
    sha256: str
    size: int
    changed: int

    @classmethod
    def of(cls, path: Path) -> OnDisk:
        """Reads the file through once. Raises OSError."""
        known = path.stat()
        digest = hashlib.sha256()
        with path.open("rb") as file:
            while chunk := file.read(1 << 20):
                digest.update(chunk)
            return cls(path, digest.hexdigest(), file.tell(), known.st_mtime_ns)

    def require_unchanged(self) -> None:
        """Raises Changed when the file is gone, or was written to since it was first read."""
        try:
            known = self.path.stat()
        except OSError:
            raise self.error() from None
        if (known.st_size, known.st_mtime_ns) != (self.size, self.changed):
            raise self.error()

    def error(self) -> Changed:
        """To be raised when it is not what it was."""
        do = "Add it again once nobody writes to it any more"
        return Changed("the file was changed while it was being added", self.path.name, do)


#: The bytes of a file, or where they are.
Held = bytes | OnDisk
#: What can be searched and sliced like bytes.
Raw = bytes | mmap.mmap


def held(path: Path) -> Held:
    """The file at ``path``, in memory when it is small. Raises OSError."""
    return OnDisk.of(path) if path.stat().st_size > WHOLE else path.read_bytes()


def sha256_of(data: Held) -> str:
    """In hex."""
    return data.sha256 if isinstance(data, OnDisk) else hashlib.sha256(data).hexdigest()


def size_of(data: Held) -> int:
    return data.size if isinstance(data, OnDisk) else len(data)


def in_memory(data: Held) -> bytes:
    """All of it. Raises Changed."""
    if not isinstance(data, OnDisk):
        return data
    return b"".join(chunks(data, 1 << 20))


def chunks(data: Held, size: int) -> Iterator[bytes | memoryview]:
    """The bytes, ``size`` at a time. Raises Changed when they are not those the file had at first."""
    if not isinstance(data, OnDisk):
        view = memoryview(data)
        yield from (view[start : start + size] for start in range(0, len(data), size))
        return
    digest = hashlib.sha256()
    try:
        with data.path.open("rb") as file:
            while chunk := file.read(size):
                digest.update(chunk)
                yield chunk
    except OSError:
        raise data.error() from None
    if digest.hexdigest() != data.sha256:
        raise data.error()


def raw(data: Held) -> Raw:
    """To be searched and sliced; of a file on the disk no more is in memory than is looked at, until
    :func:`let_go`. Raises Changed when the file was changed."""
    if not isinstance(data, OnDisk):
        return data
    data.require_unchanged()
    with data.path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def let_go(data: Raw) -> None:
    """What was looked at of a mapped file need not stay in memory. (Windows takes it back when it runs short.)"""
    if isinstance(data, mmap.mmap) and hasattr(data, "madvise"):
        data.madvise(mmap.MADV_DONTNEED)


def found_in(pattern: re.Pattern[bytes], data: Raw) -> Iterator[re.Match[bytes]]:
    """Every match in order, a stretch of the file after the other."""
    at = 0
    while at < len(data):
        end = min(at + _STRETCH, len(data))
        following = max(end - _LONGEST, at + 1) if end < len(data) else end
        for found in pattern.finditer(data, at, end):
            if found.end() == end < len(data):
                break  # it may go on
            yield found
            following = max(following, found.end())
        let_go(data)
        at = following


class Through:
    """For one who goes through a mapped file from its start to its end."""

    def __init__(self, data: Raw) -> None:
        self._data = data
        self._since = 0

    def passed(self, at: int) -> None:
        """What lies before ``at`` is done with."""
        if at - self._since > _STRETCH:
            let_go(self._data)
            self._since = at
