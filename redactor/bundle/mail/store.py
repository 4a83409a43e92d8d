# SPDX-License-Identifier: AGPL-3.0-or-later
"""Outlook data files (PST, OST): every item of every folder as a message of its own, in the form of the internet (EML).

libpff reads the file. Nothing of an item is left behind: what a message has no header for (the phone numbers of a
contact, the times of an appointment) stands in its text, all other words in headers that are searched like the rest.
"""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator
from typing import Any

from redactor.bundle.held import Held, OnDisk, raw, size_of
from redactor.bundle.mail.store_item import LINES, NAMED, WRONG, Named, message_of
from redactor.domain.errors import BadInput

#: Bytes and items that are read together.
_BYTES, _ITEMS = 16 << 20, 100
_AGAIN = "Open it in Outlook, save the messages as files, and add those"
#: Folders every such file has around those that people see.
_AROUND = frozenset({"Top of Personal Folders", "Top of Outlook data file", "IPM_SUBTREE", "Root - Mailbox"})
#: Versions of the format from this one on have longer numbers.
_UNICODE = 20
_FOLDER, _CONTENT_COUNT, _NAME_TABLE = 2, 0x3602, 0x0003


def items(data: Held, name: str) -> list[str]:
    """The name of each item, with its folders. Raises BadInput."""
    return [where for where, *_ in _opened(data, name)]


def messages(data: Held, name: str, first: int) -> list[tuple[bytes, str]]:
    """Items from number ``first`` on (from 0), as many as are read together: (EML, ""), or (b"", what is wrong)."""
    found: list[tuple[bytes, str]] = []
    for number, (_, item, named) in enumerate(_opened(data, name)):
        if number < first:
            continue
        found.append(_read(item, named))
        if len(found) >= _ITEMS or sum(len(one) for one, _ in found) > _BYTES:
            break
    return found


def _read(item: Any, named: Named) -> tuple[bytes, str]:
    if item is None:
        return b"", "the Outlook data file is damaged or cut short here"
    try:
        return message_of(item, named).as_bytes(policy=LINES), ""
    except WRONG as error:
        return b"", f"this item of the Outlook data file cannot be read ({type(error).__name__})"


def _opened(data: Held, name: str) -> Iterator[tuple[str, Any, Named]]:
    """Each item with its name; None in the place of what is damaged."""
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
    yield from ((where, item, named) for where, item in _walk(top, ()))
    if size_of(data) < _whole(raw(data)[:512]):
        yield "what is missing at the end of the file", None, named


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


def _walk(folder: Any, path: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    inside: list[tuple[tuple[str, ...], Any]] = []
    try:
        for index in range(folder.number_of_sub_messages):
            item = folder.get_sub_message(index)
            yield "/".join((*path, f"{index + 1:04d} {_name(item)}.eml")), item
        if _stated(folder) > folder.number_of_sub_messages:
            yield "/".join((*path, "items that are missing from this folder")), None
        for index in range(folder.number_of_sub_folders):
            inner = folder.get_sub_folder(index)
            said = str(inner.name or "folder").replace("/", "-")
            inside.append((path if said in _AROUND else (*path, said), inner))
    except WRONG:
        yield "/".join((*path, "the rest of this folder")), None
    for where, inner in inside:
        yield from _walk(inner, where)


def _stated(folder: Any) -> int:
    """How many items the folder says it holds; 0 for a search, which holds none of its own (MS-PST 2.2.2.1)."""
    if folder.identifier & 0x1F != _FOLDER:
        return 0
    entries = (entry for records in folder.record_sets for entry in records.entries)
    return next((int(entry.data_as_integer) for entry in entries if entry.entry_type == _CONTENT_COUNT), 0)


def _name(item: Any) -> str:
    try:
        return re.sub(r"[\\/:*?\"<>|\x00-\x1f]+", " ", str(item.subject or "")).strip()[:80] or "without subject"
    except WRONG:
        return "without subject"
