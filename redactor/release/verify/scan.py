# SPDX-License-Identifier: AGPL-3.0-or-later
"""Read a PDF's bytes from the first to the last: nothing may stand between, before or after its objects."""

from __future__ import annotations

import re
import zlib
from array import array
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

HEADER = re.compile(rb"%PDF-1\.7\n%\xe2\xe3\xcf\xd3\n")
START = re.compile(rb"([1-9]\d{0,9}) 0 obj\n<</Length ([1-9]\d{0,11})(/[^\r\n]*?)>>\nstream\n")
#: Bytes in which an object's number and dictionary end (a palette of 256 colours is 1,600), and the file's last words.
LONGEST = 8192
END = b"\nendstream\nendobj\n"
TAIL = re.compile(rb"startxref\n([1-9]\d{0,14})\n%%EOF\n\Z")
XREF_KEYS = re.compile(rb"/Type/XRef/Size (\d+)/W\[1 5 2\]/Root (\d+) 0 R/Info (\d+) 0 R/Filter/FlateDecode\Z")
#: Bytes of a line of that table.
ROW = 8
OBJECTS_KEYS = re.compile(rb"/Filter/FlateDecode/Type/ObjStm/N (\d+)/First (\d+)\Z")


@dataclass(slots=True)
class Scan:
    """The objects of a file: those that are streams in the file itself, and those inside object streams.

    ``streams`` maps a number to (start, length) of its raw data; ``packed`` an object stream to the numbers of the
    objects in it. What these say is told while the file is read, and not kept: files may have 50,000 pages.
    """

    streams: dict[int, tuple[int, int]] = field(default_factory=dict)
    packed: dict[int, array[int]] = field(default_factory=dict)
    xref: int = 0
    root: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def referred(self) -> bytearray:
        """By number, 1 for every object that something must refer to."""
        found = bytearray(b"\x01") * (self.xref + 1)
        for number in (0, self.xref, *self.packed):
            found[number] = 0
        return found


#: Told the number of each object in an object stream, and its bytes.
Told = Callable[[int, bytes], None]


def scan_file(path: Path, told: Told = lambda number, body: None) -> Scan:
    """Walk the whole file. Problems are plain sentences; a file that is not of our canonical form has one."""
    scan = Scan()
    with path.open("rb") as file:
        if path.stat().st_size == 0:
            scan.problems.append("the file is empty")
            return scan
        _walk(file, scan, told)
    return scan


def _walk(file: BinaryIO, scan: Scan, told: Told) -> None:
    def data(at: int, length: int) -> bytes:
        # Read in place, not mapped: what a process has mapped counts as its memory, and files may have gigabytes.
        file.seek(at)
        return file.read(length)

    head = HEADER.match(data(0, LONGEST))
    if not head:
        scan.problems.append("the file does not start as ours do")
        return
    at = head.end()
    offsets: dict[int, int] = {}
    rows = b""
    while start := START.match(data(at, LONGEST)):
        number, length, keys = int(start[1]), int(start[2]), bytes(start[3])
        begin = at + start.end()
        if data(begin + length, len(END)) != END:
            scan.problems.append(f"object {number} is longer or shorter than it says")
            return
        if number in offsets or scan.xref:
            scan.problems.append(f"object {number} stands twice, or after the cross-reference table")
            return
        offsets[number] = at
        scan.streams[number] = (begin, length)
        if table := XREF_KEYS.match(keys):
            scan.xref, scan.root = number, int(table[2])
            rows = _inflate(data(begin, length), scan, number)
            if int(table[1]) != number + 1:
                scan.problems.append("the cross-reference table is not as long as the file")
        elif packed := OBJECTS_KEYS.match(keys):
            body = _inflate(data(begin, length), scan, number)
            _unpack(body, number, int(packed[1]), int(packed[2]), scan, told)
        elif b"/ObjStm" in keys or b"/XRef" in keys:
            scan.problems.append(f"object {number} is a table of another form than ours")
        at = begin + length + len(END)
    tail = TAIL.match(data(at, LONGEST))
    if not tail:
        scan.problems.append("there are bytes that belong to no object, or bytes after the end")
        return
    if not scan.xref or int(tail[1]) != offsets[scan.xref]:
        scan.problems.append("the file does not point to its cross-reference table")
        return
    _compare(rows, offsets, scan)


def _inflate(data: bytes, scan: Scan, number: int) -> bytes:
    """Decompress all of it; anything that follows the compressed data is a problem."""
    inflater = zlib.decompressobj()
    try:
        body = inflater.decompress(data) + inflater.flush()
    except zlib.error:
        scan.problems.append(f"object {number} is not properly compressed")
        return b""
    if not inflater.eof or inflater.unused_data:
        scan.problems.append(f"object {number} holds bytes after its compressed data")
    return body


def _unpack(body: bytes, holder: int, count: int, first: int, scan: Scan, told: Told) -> None:
    scan.packed[holder] = array("Q")
    try:
        table = [int(part) for part in body[:first].split()]
    except ValueError:
        table = []
    if len(table) != 2 * count or (table and table[1] != 0):
        scan.problems.append(f"object stream {holder} has a broken table")
        return
    ends = [*table[3::2], len(body) - first]
    canonical = b" ".join(b"%d" % value for value in table) + b"\n"
    if body[:first] != canonical:
        scan.problems.append(f"object stream {holder} has more in its table than its numbers")
    for index in range(count):
        number, start, end = table[2 * index], table[2 * index + 1], ends[index]
        text = body[first + start : first + end]
        if not 0 < number < 1 << 40 or start > end or not text.endswith(b"\n"):
            scan.problems.append(f"object {number} stands out of order")
            return
        scan.packed[holder].append(number)
        told(number, text[:-1])


def _compare(rows: bytes, offsets: dict[int, int], scan: Scan) -> None:
    """The cross-reference table must say exactly what stands in the file: every object up to the last, once."""
    count = len(offsets) + sum(map(len, scan.packed.values()))
    if count != scan.xref or len(rows) != ROW * (count + 1):
        scan.problems.append("the cross-reference table does not have a line for every object in the file")
        return
    expected = bytearray(len(rows))
    expected[:ROW] = b"\x00\x00\x00\x00\x00\x00\xff\xff"

    def put(number: int, kind: int, place: int, index: int) -> None:
        at = number * ROW
        if number > count or expected[at]:
            scan.problems.append(f"object {number} stands twice, or belongs to no line")
            return
        expected[at : at + ROW] = bytes((kind,)) + place.to_bytes(5, "big") + index.to_bytes(2, "big")

    for number, offset in offsets.items():
        put(number, 1, offset, 0)
    for holder, numbers in scan.packed.items():
        for index, number in enumerate(numbers):
            put(number, 2, holder, index)
    if rows != bytes(expected):
        scan.problems.append("the cross-reference table does not say what stands in the file")
