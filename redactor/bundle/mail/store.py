# SPDX-License-Identifier: AGPL-3.0-or-later
"""Outlook data files (PST, OST): every item of every folder as a message of its own, in the form of the internet (EML).

libpff reads the file. Nothing of an item is left behind: what a message has no header for (the phone numbers of a
contact, the times of an appointment) stands in its text, all other words in headers that are searched like the rest.
"""

from __future__ import annotations

import io
import re
import struct
import time
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any, NamedTuple

from redactor.bundle.held import Held, OnDisk, raw, size_of
from redactor.bundle.mail.items import WRONG
from redactor.bundle.mail.store_item import LINES, NAMED, Named, message_of
from redactor.domain.errors import BadInput

#: Bytes and items that are read together; items that are listed together, and for how many seconds.
_BYTES, _ITEMS = 16 << 20, 100
_LISTED, _SECONDS = 5000, 2.0
_AGAIN = "Open it in Outlook, save the messages as files, and add those"
#: Folders every such file has around those that people see.
_AROUND = frozenset({"Top of Personal Folders", "Top of Outlook data file", "IPM_SUBTREE", "Root - Mailbox"})
#: Versions of the format from this one on have longer numbers.
_UNICODE = 20
_FOLDER, _CONTENT_COUNT, _NAME_TABLE = 2, 0x3602, 0x0003


class _Slot(NamedTuple):
    """Where an item is kept: its folders' names, its folder and its number there. Without a folder: ``said`` is
    what is missing here."""

    path: tuple[str, ...]
    folder: Any = None
    number: int = 0
    said: str = ""


class _Store(NamedTuple):
    """An open data file, which is kept open as long as this is held; its items, and what is damaged among them; the
    labels of their properties."""

    file: Any
    slots: Iterator[_Slot]
    named: Named


def items(data: Held, name: str, first: int = 0) -> tuple[list[str], int]:
    """The names of items from number ``first`` on (from 0) with their folders, as many as are listed together, and how
    many items there are. Raises BadInput."""
    store = _opened(data, name)
    slots = list(store.slots)
    until = time.monotonic() + _SECONDS
    found: list[str] = []
    for slot in slots[first : first + _LISTED]:
        found.append(_where(slot))
        if time.monotonic() > until:
            break
    return found, len(slots)


def messages(data: Held, name: str, first: int) -> list[tuple[bytes, str]]:
    """Items from number ``first`` on (from 0), as many as are read together: (EML, ""), or (b"", what is wrong)."""
    store = _opened(data, name)
    found: list[tuple[bytes, str]] = []
    for slot in islice(store.slots, first, None):
        found.append(_read(slot, store.named))
        if len(found) >= _ITEMS or sum(len(one) for one, _ in found) > _BYTES:
            break
    return found


def _read(slot: _Slot, named: Named) -> tuple[bytes, str]:
    if slot.folder is None:
        return b"", "the Outlook data file is damaged or cut short here"
    try:
        return message_of(slot.folder.get_sub_message(slot.number), named).as_bytes(policy=LINES), ""
    except WRONG as error:
        return b"", f"this item of the Outlook data file cannot be read ({type(error).__name__})"


def _where(slot: _Slot) -> str:
    if slot.folder is None:
        return "/".join((*slot.path, slot.said))
    try:
        said = str(slot.folder.get_sub_message(slot.number).subject or "")
    except WRONG:
        said = ""
    plain = re.sub(r"[\\/:*?\"<>|\x00-\x1f]+", " ", said).strip()[:80] or "without subject"
    return "/".join((*slot.path, f"{slot.number + 1:04d} {plain}.eml"))


def _opened(data: Held, name: str) -> _Store:
    import pypff

    file = pypff.file()
    try:
        if isinstance(data, OnDisk):
            file.open(str(data.path))
        else:
            file.open_file_object(io.BytesIO(data))
        top = file.get_root_folder()
        named = _named_properties(file)
    except WRONG as error:
        raise BadInput("the Outlook data file is damaged and cannot be read", name, _AGAIN) from error
    cut = size_of(data) < _whole(raw(data)[:512])
    missing = (_Slot((), said="what is missing at the end of the file"),) if cut else ()
    return _Store(file, chain(_walk(top, ()), missing), named)


def _whole(head: bytes) -> int:
    """How many bytes the file should have (MS-PST 2.2.2.5, ibFileEof)."""
    (version,) = struct.unpack_from("<H", head, 10)
    where = ("<I", 168) if version < _UNICODE else ("<Q", 184)
    size: int = struct.unpack_from(where[0], head, where[1])[0]
    return size


def _named_properties(file: Any) -> Named:
    """The labels of the properties from 8000 on; what they stand for is each file's own (MS-PST 2.4.7.1)."""
    found: Named = {}
    try:
        entries = [entry for records in file.name_to_id_map.record_sets for entry in records.entries]
        table = next(bytes(entry.data) for entry in entries if entry.entry_type == _NAME_TABLE)
        for number, place, index in struct.iter_unpack("<IHH", table[: len(table) // 8 * 8]):
            if not place & 1 and number in NAMED:
                found[0x8000 + index] = NAMED[number]
    except (*WRONG, StopIteration):
        # A file without the table has no such properties.
        return found
    return found


def _walk(folder: Any, path: tuple[str, ...]) -> Iterator[_Slot]:
    """Without reading the items."""
    inside: list[tuple[tuple[str, ...], Any]] = []
    try:
        yield from (_Slot(path, folder, number) for number in range(folder.number_of_sub_messages))
        if _stated(folder) > folder.number_of_sub_messages:
            yield _Slot(path, said="items that are missing from this folder")
        for index in range(folder.number_of_sub_folders):
            inner = folder.get_sub_folder(index)
            said = str(inner.name or "folder").replace("/", "-")
            inside.append((path if said in _AROUND else (*path, said), inner))
    except WRONG:
        yield _Slot(path, said="the rest of this folder")
    for where, inner in inside:
        yield from _walk(inner, where)


def _stated(folder: Any) -> int:
    """How many items the folder says it holds; 0 for a search, which holds none of its own (MS-PST 2.2.2.1)."""
    if folder.identifier & 0x1F != _FOLDER:
        return 0
    entries = (entry for records in folder.record_sets for entry in records.entries)
    return next((int(entry.data_as_integer) for entry in entries if entry.entry_type == _CONTENT_COUNT), 0)
