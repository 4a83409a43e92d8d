# SPDX-License-Identifier: AGPL-3.0-or-later
"""The files of a RAR archive, unpacked in memory, some at a time, and in a worker: the archive is somebody else's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import rars

from redactor.bundle.formats.batches import MOST_BYTES, MOST_FILES, UNPACK, Unpacked, batch, require_bearable, too_large
from redactor.bundle.held import Held, OnDisk
from redactor.bundle.kinds import NeedsPassword
from redactor.domain.errors import BadInput
from redactor.domain.saying import say

#: What the library may hold while it unpacks.
_WORKSPACE = 320 << 20
_OPTIONS = rars.ReadOptions(
    max_total_output_bytes=MOST_BYTES, max_reader_workspace_bytes=_WORKSPACE, max_header_count=4 * MOST_FILES
)
_BROKEN = (rars.Error, OSError, ValueError, KeyError, RuntimeError, MemoryError)
_DAMAGED_HERE = "it cannot be unpacked: the archive is damaged here"


def names(data: Held, name: str, passwords: Sequence[str] = ()) -> tuple[list[str], str]:
    """The name of each file, and the password that opens the archive ("" when none is needed).

    Raises NeedsPassword when none of ``passwords`` does, and BadInput when the archive is damaged, empty, one part of
    several, packed in a way that is not known here, or more comes out of it than can be borne.
    """
    for word in ("", *passwords):
        try:
            archive = _opened(data, word)
            entries = _entries(archive)
            if any(entry.is_split_before or entry.is_split_after for entry in entries):
                do = "Unpack all its parts together on this PC, and add the folder"
                raise BadInput("this is one part of an archive in several files", name, do)
            require_bearable([entry.file_size for entry in entries], name)
            locked = [entry for entry in entries if entry.is_encrypted and entry.file_size]
            if locked:
                # Older archives show a wrong password only in what it makes of the content.
                archive.read(min(locked, key=lambda entry: int(entry.file_size)), options=_OPTIONS)
            return [entry.filename for entry in entries], word
        except (rars.PasswordRequired, rars.BadPassword):
            continue
        except rars.UnsupportedRarFeature as error:
            raise BadInput("the archive is packed in a way that cannot be unpacked here", name, UNPACK) from error
        except _BROKEN as error:
            if not word:
                do = "Ask for it again, or for the files"
                raise BadInput("the archive is damaged and cannot be opened", name, do) from error
    said = "the password given does not open this archive" if passwords else "this archive needs a password"
    raise NeedsPassword(said, name, "Give its password and add it again")


def files(data: Held, password: str, first: int) -> list[Unpacked]:
    """Files from number ``first`` on (from 0), as many as are unpacked together."""
    archive = _opened(data, password)
    entries = _entries(archive)
    wanted = [entries[number] for number in batch([entry.file_size for entry in entries], first)]
    problems = [_problem(archive, entry) for entry in wanted]
    sound = [entry for entry, wrong in zip(wanted, problems, strict=True) if not wrong]
    try:
        made = iter(archive.read_many(sound, options=_OPTIONS))
    except _BROKEN:
        # What is damaged takes no other file with it.
        return [
            (b"", wrong) if wrong else _alone(archive, entry) for entry, wrong in zip(wanted, problems, strict=True)
        ]
    return [(b"" if wrong else next(made), wrong) for wrong in problems]


def _alone(archive: Any, entry: Any) -> Unpacked:
    try:
        return archive.read(entry, options=_OPTIONS), ""
    except _BROKEN:
        return b"", _DAMAGED_HERE


def _problem(archive: Any, entry: Any) -> str:
    try:
        archive.readlink(entry)
    except _BROKEN:
        return too_large(entry.file_size)
    return say("this is a link to another file")


def _opened(data: Held, password: str) -> Any:
    if isinstance(data, OnDisk):
        return rars.RarFile(str(data.path), password=password or None, options=_OPTIONS)
    return rars.RarFile.from_bytes(data, password=password or None, options=_OPTIONS)


def _entries(archive: Any) -> list[Any]:
    return [entry for entry in archive.infolist() if not entry.is_dir()]
