# SPDX-License-Identifier: AGPL-3.0-or-later
"""Outlook data files made byte by byte (MS-PST, in the form with long numbers, not encrypted): folders, and items in
them with properties and attached files. As little as a reader needs; what fits into one block each."""

from __future__ import annotations

import datetime
import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

#: The kinds of a property's value (MS-OXCDATA 2.11.1).
INTEGER, TIME, STRING, BINARY = 0x0003, 0x0040, 0x001F, 0x0102
_STORE, _NAMES, _ROOT, _ATTACHMENTS = 0x21, 0x61, 0x122, 0x671
_FOLDER_KIND, _MESSAGE_KIND, _ATTACHMENT_KIND, _FOLDERS_KIND, _CONTENTS_KIND = 0x02, 0x04, 0x05, 0x0D, 0x0E
_PAGE, _BLOCK_END = 512, 16
_NBT, _BBT = 0x81, 0x80

Value = int | str | bytes | datetime.datetime


@dataclass(slots=True)
class Item:
    """A message, a contact, ...: values by property, and what is attached, each as (name, bytes)."""

    values: Mapping[int, Value]
    attached: Sequence[tuple[str, bytes]] = ()


@dataclass(slots=True)
class Folder:
    name: str
    items: Sequence[Item] = ()
    folders: Sequence[Folder] = ()


@dataclass(slots=True)
class _File:
    """Blocks and nodes as they are laid out after the header."""

    data: bytearray = field(default_factory=lambda: bytearray(1024))
    blocks: list[tuple[int, int, int]] = field(default_factory=list)
    nodes: list[tuple[int, int, int, int]] = field(default_factory=list)
    last: int = 0

    def block(self, content: bytes, *, internal: bool = False) -> int:
        """Its id. An internal block holds references to others (MS-PST 2.2.2.2)."""
        self.last += 4
        number = self.last | (2 if internal else 0)
        place = len(self.data)
        size = -(-(len(content) + _BLOCK_END) // 64) * 64
        assert len(content) <= 8176, "what fits into one block"
        self.data += content.ljust(size - _BLOCK_END, b"\0")
        self.data += struct.pack("<HHIQ", len(content), _signature(place, number), _crc(content), number)
        self.blocks.append((number, place, len(content)))
        return number

    def node(self, number: int, content: bytes, parent: int, inside: int = 0) -> None:
        self.nodes.append((number, self.block(content), inside, parent))

    def tree(self, kind: int, entries: Sequence[bytes], size: int) -> tuple[int, int]:
        """A tree of pages over entries in order: the id and the place of its root."""
        most = 488 // size
        level, pages = 0, list(entries)
        width = size
        while True:
            made: list[bytes] = []
            for start in range(0, max(len(pages), 1), most):
                held = pages[start : start + most]
                self.last += 4
                self.data += bytes(-len(self.data) % _PAGE)
                place = len(self.data)
                page = b"".join(held).ljust(488, b"\0") + struct.pack("<BBBBI", len(held), most, width, level, 0)
                end = struct.pack("<BBHIQ", kind, kind, _signature(place, self.last), _crc(page), self.last)
                self.data += page + end
                first = held[0][:8] if held else bytes(8)
                made.append(first + struct.pack("<QQ", self.last, place))
            if len(made) == 1:
                return struct.unpack("<QQ", made[0][8:])
            pages, level, width, most = made, level + 1, 24, 20


def store(folders: Sequence[Folder], named: Mapping[int, int] | None = None, spare: int = 0) -> bytes:
    """A data file. ``named``: the numbers that properties from 8000 on have in it, by what they are known as;
    ``spare``: so many bytes at its end hold nothing."""
    file = _File()
    numbers = iter(range(0x400, 1 << 20))
    file.node(_STORE, _properties({0x3001: "store", 0x35E0: _entry(0x8022)}), 0)
    names = named or {0x820D: 0x8000}
    entries = b"".join(struct.pack("<IHH", known, 2 << 1, number - 0x8000) for known, number in names.items())
    file.node(_NAMES, _properties({0x0001: 251, 0x0002: bytes(16), 0x0003: entries, 0x0004: bytes(4)}), 0)

    def lay(folder: Folder, number: int, parent: int) -> None:
        """The folder, what is in it, and a table of each."""
        about = {0x3001: folder.name, 0x3602: len(folder.items), 0x3603: 0, 0x360A: int(bool(folder.folders))}
        file.node(number, _properties(about), parent)
        items = [next(numbers) << 5 | _MESSAGE_KIND for _ in folder.items]
        inner = [next(numbers) << 5 | _FOLDER_KIND for _ in folder.folders]
        file.node(number - _FOLDER_KIND + _FOLDERS_KIND, _table(inner), 0)
        file.node(number - _FOLDER_KIND + _CONTENTS_KIND, _table(items), 0)
        for node, item in zip(items, folder.items, strict=True):
            file.node(node, _properties(item.values), number, _attached(file, item.attached) if item.attached else 0)
        for node, one in zip(inner, folder.folders, strict=True):
            lay(one, node, number)

    lay(Folder("", (), folders), _ROOT, _ROOT)
    blocks = [struct.pack("<QQHHI", *block, 2, 0) for block in sorted(file.blocks)]
    nodes = [struct.pack("<QQQII", *node, 0) for node in sorted(file.nodes)]
    block_root, node_root = file.tree(_BBT, blocks, 24), file.tree(_NBT, nodes, 32)
    file.data += bytes(-len(file.data) % _PAGE + spare)
    file.data[:564] = _header(len(file.data), file.last, node_root, block_root)
    return bytes(file.data)


def _header(size: int, last: int, nodes: tuple[int, int], blocks: tuple[int, int]) -> bytes:
    """MS-PST 2.2.2.6."""
    root = struct.pack("<IQQQQQQQQBBH", 0, size, 0, 0, 0, *nodes, *blocks, 2, 0, 0)
    start = struct.pack("<HHHBBIIQQI", 0x4D53, 23, 19, 1, 1, 0, 0, 0, last + 4, 1)
    middle = struct.pack("<32I", *([0x400] * 32)) + bytes(8) + root + bytes(4) + b"\xff" * 256
    body = start + middle + struct.pack("<BBHQ", 0x80, 0, 0, last + 4)
    partial = _crc(body[:471])
    whole = _crc(body[:516])
    return b"!BDN" + struct.pack("<I", partial) + body[:516] + struct.pack("<I", whole) + bytes(36)


def _properties(values: Mapping[int, Value]) -> bytes:
    """A property context: a heap with a tree of what stands in it (MS-PST 2.3.3)."""
    heap: list[bytes] = [b"", b""]
    records = []
    for number, value in sorted(values.items()):
        kind, held = _value(value)
        if kind == INTEGER:
            there = held
        else:
            heap.append(held)
            there = struct.pack("<I", len(heap) << 5 if held else 0)
        records.append(struct.pack("<HH", number, kind) + there)
    heap[0] = struct.pack("<BBBBI", 0xB5, 2, 6, 0, 2 << 5)
    heap[1] = b"".join(records)
    return _heap(heap, 0xBC)


def _heap(allocated: Sequence[bytes], kind: int) -> bytes:
    """MS-PST 2.3.1; the first allocation is the root."""
    start, places = bytearray(12), []
    for piece in allocated:
        places.append(len(start))
        start += piece
    places.append(len(start))
    start += bytes(len(start) % 2)
    start[:12] = struct.pack("<HBBII", len(start), 0xEC, kind, 1 << 5, 0)
    return bytes(start) + struct.pack(f"<HH{len(places)}H", len(allocated), 0, *places)


def _value(value: Value) -> tuple[int, bytes]:
    if isinstance(value, int):
        return INTEGER, struct.pack("<i", value)
    if isinstance(value, datetime.datetime):
        since = value - datetime.datetime(1601, 1, 1, tzinfo=datetime.UTC)
        return TIME, struct.pack("<Q", int(since.total_seconds()) * 10_000_000)
    return (STRING, value.encode("utf-16-le")) if isinstance(value, str) else (BINARY, value)


def _attached(file: _File, attached: Sequence[tuple[str, bytes]]) -> int:
    """The files of an item: a table of them, and each by itself. The id of the block that leads to them."""
    numbers = [number << 5 | _ATTACHMENT_KIND for number in range(1, len(attached) + 1)]
    inside = [(_ATTACHMENTS, file.block(_table(numbers)))]
    for number, (name, data) in zip(numbers, attached, strict=True):
        values: dict[int, Value] = {0x3701: data, 0x3704: name, 0x3707: name, 0x3705: 1, 0x0E20: len(data)}
        inside.append((number, file.block(_properties(values))))
    entries = b"".join(struct.pack("<QQQ", number, block, 0) for number, block in sorted(inside))
    return file.block(struct.pack("<BBHI", 2, 0, len(inside), 0) + entries, internal=True)


def _table(rows: Sequence[int]) -> bytes:
    """A table context whose rows have a number and no more (MS-PST 2.3.4)."""
    columns = [(0x67F2, 0, 4, 0), (0x67F3, 4, 4, 1)]
    about = struct.pack("<BBHHHHIII", 0x7C, len(columns), 8, 8, 8, 9, 2 << 5, 4 << 5 if rows else 0, 0)
    for number, place, size, bit in columns:
        about += struct.pack("<IHBB", number << 16 | INTEGER, place, size, bit)
    index = struct.pack("<BBBBI", 0xB5, 4, 4, 0, 3 << 5 if rows else 0)
    keys = b"".join(struct.pack("<II", row, number) for number, row in enumerate(rows))
    matrix = b"".join(struct.pack("<IIB", row, 0, 0b11000000) for row in rows)
    return _heap([about, index, keys, matrix], 0x7C)


def _entry(node: int) -> bytes:
    """What a folder is known as from outside (MS-OXCDATA 2.2.4)."""
    return bytes(20) + struct.pack("<I", node)


def _crc(data: bytes) -> int:
    """MS-PST 5.3: the usual sum, begun and ended with nought."""
    return zlib.crc32(data, 0xFFFFFFFF) ^ 0xFFFFFFFF


def _signature(place: int, number: int) -> int:
    """MS-PST 5.5."""
    mixed = (place ^ number) & 0xFFFFFFFF
    return (mixed >> 16) ^ (mixed & 0xFFFF)
