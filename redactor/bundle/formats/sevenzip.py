# SPDX-License-Identifier: AGPL-3.0-or-later
"""The files of a 7-Zip archive, unpacked in memory. Runs in a worker: the archive is somebody else's."""

from __future__ import annotations

import io
import lzma
import struct
import zlib
from collections.abc import Sequence

import py7zr
from py7zr.exceptions import ArchiveError, DecompressionBombError, UnsupportedCompressionMethodError
from py7zr.io import BytesIOFactory

from redactor.bundle.kinds import NeedsPassword
from redactor.domain.errors import BadInput
from redactor.domain.saying import say

#: What comes out of one archive at most: it is held in memory until it is in the case.
MOST_BYTES, MOST_FILES = 512 << 20, 20_000
_UNPACK = "Unpack it on this PC, and add the folder"
_IN_PARTS = "Unpack it on this PC, and add the folder in parts"
_BROKEN = (
    ArchiveError, py7zr.PasswordRequired, lzma.LZMAError, zlib.error, EOFError, OSError, ValueError, KeyError,
    IndexError, TypeError, AttributeError, AssertionError, struct.error, RuntimeError, MemoryError,
)  # fmt: skip


def files_in(data: bytes, name: str, passwords: Sequence[str] = ()) -> tuple[list[tuple[str, bytes]], str]:
    """(name, bytes) of each file, and the password that opened the archive ("" when none is needed).

    Raises NeedsPassword when none of ``passwords`` does, and BadInput when the archive is damaged, empty, packed in
    a way that is not known here, or more comes out of it than can be borne.
    """
    for word in ("", *passwords):
        try:
            found = _unpacked(data, word)
        except UnsupportedCompressionMethodError as error:
            raise BadInput("the archive is packed in a way that cannot be unpacked here", name, _UNPACK) from error
        except DecompressionBombError as error:
            raise BadInput(say("it unpacks to more than {most} MB", most=MOST_BYTES >> 20), name, _IN_PARTS) from error
        except _BROKEN as error:
            if not _locked(data):
                do = "Ask for it again, or for the files"
                raise BadInput("the archive is damaged and cannot be opened", name, do) from error
            # A wrong password shows only in what it makes of the content.
            continue
        if not found:
            raise BadInput("the archive is empty", name, "Ask for it again, or leave it out")
        return found, word
    said = "the password given does not open this archive" if passwords else "this archive needs a password"
    raise NeedsPassword(said, name, "Give its password and add it again")


def _unpacked(data: bytes, password: str) -> list[tuple[str, bytes]]:
    with py7zr.SevenZipFile(io.BytesIO(data), password=password or None, max_extract_size=MOST_BYTES) as archive:
        entries = [entry.filename for entry in archive.list() if not entry.is_directory]
        if len(entries) > MOST_FILES:
            raise DecompressionBombError(f"{len(entries)} files")
        out = BytesIOFactory(limit=MOST_BYTES)
        archive.extractall(factory=out)
        return [(entry, out.products[entry].read()) for entry in entries if entry in out.products]


def _locked(data: bytes) -> bool:
    try:
        with py7zr.SevenZipFile(io.BytesIO(data)) as archive:
            return bool(archive.needs_password())
    except py7zr.PasswordRequired:
        return True
    except _BROKEN:
        return False
