# SPDX-License-Identifier: AGPL-3.0-or-later
"""The folder of a release appears whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from redactor.domain.errors import BadInput

MARK = ".unfinished-"


@contextmanager
def partial_folder(out: Path) -> Iterator[Path]:
    """An owner-only folder beside ``out``, removed again unless :func:`finished` gave it its name.

    Also removes what an export of the same name left when its process was killed. Raises BadInput when ``out``
    is taken, or its parent is missing, read-only or full.
    """
    parent = out.absolute().parent
    if not parent.is_dir():
        raise BadInput("the folder to export into does not exist", str(parent), "Make it, or choose another")
    if out.is_symlink() or (out.exists() and not (out.is_dir() and not any(out.iterdir()))):
        raise BadInput("this is already there", str(out), "Choose a new name: an export never writes over anything")
    _clear_left_over(out)
    folder = parent / f".{out.name}{MARK}{os.getpid()}"
    try:
        with told_plainly(parent):
            folder.mkdir(mode=0o700)
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def told_plainly(where: Path) -> Iterator[None]:
    """Turn what the system says of a folder that cannot be written into words a caseworker can act on."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise BadInput(
                "there is no room left to write the export", str(where), "Make room, or choose another folder"
            ) from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise BadInput(
                "this folder cannot be written to", str(where), "Choose a folder you may write to"
            ) from error
        if error.errno in (errno.ENOTEMPTY, errno.EEXIST):
            raise BadInput(
                "another export of this name was faster", str(where), "Look at that one, or choose another name"
            ) from error
        if error.errno in (errno.EIO, errno.ENODEV, errno.ENOENT, errno.ESTALE, errno.ENOTCONN):
            raise BadInput(
                "the folder to export into went away", str(where), "Check the drive, then export again"
            ) from error
        raise


def finished(folder: Path, out: Path) -> None:
    """Flush everything to the disk and give the folder its final name, in one step."""
    for path in sorted(folder.rglob("*")):
        _flush(path)
    _flush(folder)
    if out.is_dir():
        out.rmdir()  # an empty folder of that name was allowed
    folder.rename(out)
    _flush(out.absolute().parent)


def _flush(path: Path) -> None:
    if path.is_dir() and os.name == "nt":
        return  # Windows cannot open a folder to flush it
    handle = os.open(path, os.O_RDWR if path.is_file() and os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _clear_left_over(out: Path) -> None:
    """Remove unfinished folders of this name whose process is gone."""
    prefix = f".{out.name}{MARK}"
    with contextlib.suppress(OSError):
        for path in out.absolute().parent.iterdir():
            number = path.name.removeprefix(prefix)
            if path.name.startswith(prefix) and number.isdigit() and not psutil.pid_exists(int(number)):
                shutil.rmtree(path, ignore_errors=True)
