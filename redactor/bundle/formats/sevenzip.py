# SPDX-License-Identifier: AGPL-3.0-or-later
"""The files of a 7-Zip archive, unpacked in memory, some at a time, and in a worker: the archive is somebody else's."""

from __future__ import annotations

import io
import lzma
import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import py7zr
from py7zr.exceptions import ArchiveError, UnsupportedCompressionMethodError
from py7zr.io import BytesIOFactory, MemIO

from redactor.bundle.formats.batches import MOST_OF_ONE, UNPACK, Unpacked, batch, require_bearable, too_large
from redactor.bundle.held import Held, OnDisk
from redactor.bundle.kinds import NeedsPassword
from redactor.domain.errors import BadInput
from redactor.domain.saying import say

_BROKEN = (
    ArchiveError, py7zr.PasswordRequired, lzma.LZMAError, zlib.error, EOFError, OSError, ValueError, KeyError,
    IndexError, TypeError, AttributeError, AssertionError, struct.error, RuntimeError, MemoryError,
)  # fmt: skip
_DAMAGED_HERE = "it cannot be unpacked: the archive is damaged here"


def names(data: Held, name: str, passwords: Sequence[str] = ()) -> tuple[list[str], str]:
    """The name of each file, and the password that opens the archive ("" when none is needed).

    Raises NeedsPassword when none of ``passwords`` does, and BadInput when the archive is damaged, empty, packed in
    a way that is not known here, or more comes out of it than can be borne.
    """
    for word in ("", *passwords):
        try:
            with _opened(data, word) as archive:
                entries = _entries(archive)
                require_bearable([entry.uncompressed for entry in entries], name)
                if _locked(data):
                    # A wrong password shows only in what it makes of the content.
                    smallest = min(entries, key=lambda entry: (not entry.uncompressed, entry.uncompressed))
                    _unpacked(archive, [smallest])
                return [entry.filename for entry in entries], word
        except UnsupportedCompressionMethodError as error:
            raise BadInput("the archive is packed in a way that cannot be unpacked here", name, UNPACK) from error
        except _BROKEN as error:
            if not _locked(data):
                do = "Ask for it again, or for the files"
                raise BadInput("the archive is damaged and cannot be opened", name, do) from error
    said = "the password given does not open this archive" if passwords else "this archive needs a password"
    raise NeedsPassword(said, name, "Give its password and add it again")


def files(data: Held, password: str, first: int) -> list[Unpacked]:
    """Files from number ``first`` on (from 0), as many as are unpacked together."""
    with _opened(data, password) as archive:
        entries = _entries(archive)
        wanted = [entries[number] for number in batch([entry.uncompressed for entry in entries], first)]
        problems = [_problem(entry) for entry in wanted]
        try:
            made = _unpacked(archive, [entry for entry, wrong in zip(wanted, problems, strict=True) if not wrong])
        except _BROKEN:
            made = None
    if made is None:
        # What is damaged takes no other file with it.
        return [_alone(data, password, first + number, wrong) for number, wrong in enumerate(problems)]
    following = iter(made)
    return [(b"" if wrong else next(following), wrong) for wrong in problems]


def _alone(data: Held, password: str, number: int, wrong: str) -> Unpacked:
    if wrong:
        return b"", wrong
    with _opened(data, password) as archive:
        try:
            return _unpacked(archive, [_entries(archive)[number]])[0], ""
        except UnsupportedCompressionMethodError:
            return b"", say("it is packed in a way that cannot be unpacked here")
        except py7zr.PasswordRequired:
            return b"", say("it is locked with a password")
        except _BROKEN:
            return b"", _DAMAGED_HERE


def _problem(entry: Any) -> str:
    if entry.is_symlink or entry.is_junction:
        return say("this is a link to another file")
    return too_large(entry.uncompressed)


@contextmanager
def _opened(data: Held, password: str) -> Iterator[py7zr.SevenZipFile]:
    where = data.path if isinstance(data, OnDisk) else io.BytesIO(data)
    with py7zr.SevenZipFile(where, password=password or None) as archive:
        yield archive


def _entries(archive: py7zr.SevenZipFile) -> list[Any]:
    return [entry for entry in archive.files if not entry.is_directory]


def _unpacked(archive: py7zr.SevenZipFile, entries: Sequence[Any]) -> list[bytes]:
    """The bytes of each. By their numbers: two may have one name, and a name may lead anywhere."""
    kept = BytesIOFactory(limit=MOST_OF_ONE)
    for entry in entries:
        archive.worker.register_filelike(entry.id, MemIO(str(entry.id), kept))
    archive.worker.extract(archive.fp, None, parallel=False)
    return [kept.get(str(entry.id)).read() for entry in entries]


def _locked(data: Held) -> bool:
    try:
        with _opened(data, "") as archive:
            return bool(archive.needs_password())
    except py7zr.PasswordRequired:
        return True
    except _BROKEN:
        return False
