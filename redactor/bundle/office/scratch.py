# SPDX-License-Identifier: AGPL-3.0-or-later
"""A folder for another program's files: in memory where there is such a place, ours alone, and wiped.

Nothing of a case lies readable on a disk. LibreOffice reads and writes files, so it gets a folder in a tmpfs
(Linux: /dev/shm or the user's runtime folder). Where there is none (Windows), the folder is the owner's only, its
files are overwritten before they go, and what a crash left behind is wiped at the next start.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

import psutil

from redactor.bundle import held

_PREFIX = "redactor-scratch-"
_NAME = re.compile(re.escape(_PREFIX) + r"(\d+)-(\d+)-")


@contextmanager
def scratch() -> Iterator[Path]:
    """A new folder only its owner can read; wiped on the way out."""
    place, _ = _best_place()
    started = int(psutil.Process().create_time())
    folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-{started}-", dir=place))
    try:
        folder.chmod(0o700)
        yield folder
    finally:
        wipe(folder)


@contextmanager
def placed(pieces: Iterable[bytes]) -> Iterator[held.Held]:
    """A file that comes out of another piece by piece, where workers can read it: a large one lies in memory once,
    never on a disk. Where there is no room for that it stays as it is. Raises what ``pieces`` raise."""
    coming = iter(pieces)
    data = b"".join(_up_to(coming, held.WHOLE))
    if len(data) <= held.WHOLE or not in_memory():
        yield b"".join((data, *coming))
        return
    with scratch() as folder:
        path = folder / "paper"
        if (left := _written(path, data, coming)) is None:
            del data
            yield held.OnDisk.of(path)
            return
        yield b"".join((data, *left))


def _up_to(coming: Iterator[bytes], size: int) -> Iterator[bytes]:
    """The first pieces, of more than ``size`` bytes together where there are as many."""
    for piece in coming:
        yield piece
        size -= len(piece)
        if size < 0:
            return


def _written(path: Path, data: bytes, coming: Iterator[bytes]) -> list[bytes] | None:
    """Write ``data`` and what follows; None when it is done, and what follows ``data`` when there is no room."""
    done, piece = 0, b""
    try:
        with path.open("wb", buffering=0) as file:
            for piece in chain((data,), coming):
                left = memoryview(piece)
                while left:
                    left = left[file.write(left) :]
                done += len(piece)
    except OSError:
        after = path.read_bytes()[len(data) : done] if done else b""
        path.unlink(missing_ok=True)
        return [after, piece if done else b"", *coming]
    return None


def in_memory() -> bool:
    """Whether scratch folders lie in memory and never on a disk."""
    return _best_place()[1]


def _best_place() -> tuple[Path, bool]:
    for place in _memory_places():
        if place.is_dir() and os.access(place, os.W_OK | os.X_OK) and _is_tmpfs(place):
            return place, True
    return Path(tempfile.gettempdir()), False


def _memory_places() -> list[Path]:
    if sys.platform != "linux":
        return []
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    return [Path("/dev/shm"), *([Path(runtime)] if runtime else [])]


def _is_tmpfs(place: Path) -> bool:
    """By the longest mount point that holds it."""
    try:
        lines = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    mounts = [line.split(" ")[1:3] for line in lines if line.count(" ") >= 3]
    holding = [
        (mount, kind) for mount, kind in mounts if str(place) == mount or str(place).startswith(mount.rstrip("/") + "/")
    ]
    return bool(holding) and max(holding, key=lambda entry: len(entry[0]))[1] in ("tmpfs", "ramfs")


def wipe(folder: Path) -> None:
    """Overwrite the files of a folder and remove it, as far as it goes; what is left goes at the next start."""
    for path in sorted(folder.rglob("*"), reverse=True):
        with contextlib.suppress(OSError):
            if path.is_file() and not path.is_symlink():
                size = path.stat().st_size
                with path.open("r+b") as file:
                    for _ in range(0, size, 1 << 20):
                        file.write(bytes(min(1 << 20, size)))
                    file.truncate(0)
    shutil.rmtree(folder, ignore_errors=True)


def wipe_left_behind() -> list[Path]:
    """Wipe scratch folders whose process is gone, and return them."""
    gone: list[Path] = []
    for place in {*_memory_places(), Path(tempfile.gettempdir())}:
        if not place.is_dir():
            continue
        for folder in place.glob(f"{_PREFIX}*"):
            match = _NAME.match(folder.name)
            if match and _ours(folder) and not _running(int(match[1]), int(match[2])):
                wipe(folder)
                gone.append(folder)
    return gone


def _ours(folder: Path) -> bool:
    try:
        known = folder.lstat()
    except OSError:
        return False
    return not folder.is_symlink() and (sys.platform == "win32" or known.st_uid == os.getuid())


def _running(pid: int, started: int) -> bool:
    """Whether the process that made a folder still runs; a process number is used again, its start is not."""
    try:
        return abs(float(psutil.Process(pid).create_time()) - started) < 2
    except psutil.Error:
        return False
