# SPDX-License-Identifier: AGPL-3.0-or-later
"""A PDF's bytes taken as they come: every object that stands in the file, in use or not, and what stands between.

No table of offsets is believed, so stale and unreferenced objects and those of earlier versions are seen too.
"""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from redactor.bundle.held import Raw, Through, found_in

_OBJECT = re.compile(rb"(?<![0-9])(\d{1,10})[ \t\r\n]+(\d{1,5})[ \t\r\n]+obj\b")
_STREAM = re.compile(rb"stream(?:\r\n|\n|\r)")
_LENGTH = re.compile(rb"/Length[ \t\r\n]+(\d+)(?![ \t\r\n]+\d+[ \t\r\n]+R)")
_FILTERS = re.compile(rb"/Filter\s*(\[[^\]]*\]|/[A-Za-z0-9]+)")
_END = re.compile(rb"startxref\s+\d+\s+%%EOF\r?\n?")
_FIRST = re.compile(rb"/First\s+(\d+)")
#: A stream is decoded up to this many bytes: text is small.
MOST = 8_000_000
#: What the five digits of a group of base 85 count for.
_PLACES = np.array([85**4, 85**3, 85**2, 85, 1], np.int64)
#: Filters after which data are pixels, not text.
_PIXELS = (b"/DCTDecode", b"/JPXDecode", b"/CCITTFaxDecode", b"/JBIG2Decode", b"/DCT", b"/CCF")


@dataclass(frozen=True, slots=True)
class RawObject:
    """An object: its number (0: bytes between objects), its text without its stream, and its stream's raw data."""

    number: int
    body: bytes
    data: bytes | None = None

    def decoded(self) -> bytes:
        """The stream's data with every filter taken off that is not of pixels; b"" when that cannot be done."""
        data = self.data or b""
        found = _FILTERS.search(self.body)
        for name in re.findall(rb"/[A-Za-z0-9]+", found[1]) if found else []:
            if name in _PIXELS:
                return data
            data = _unfiltered(data, name)
        return data[:MOST]


def _unfiltered(data: bytes, name: bytes) -> bytes:
    try:
        if name in (b"/FlateDecode", b"/Fl"):
            return zlib.decompressobj().decompress(data, MOST)
        if name in (b"/ASCIIHexDecode", b"/AHx"):
            digits = re.sub(rb"[^0-9A-Fa-f]", b"", data.split(b">")[0])
            return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
        if name in (b"/ASCII85Decode", b"/A85"):
            return _from_base85(data.lstrip().removeprefix(b"<~").split(b"~>")[0])
    except (zlib.error, ValueError):
        pass
    return b""


def _from_base85(data: bytes) -> bytes:
    """As :func:`base64.a85decode`, all groups at once: some programs write every page so. Raises ValueError."""
    digits = data.translate(None, b" \t\n\r\v")
    missing = -len(digits) % 5
    values = np.frombuffer(digits + b"u" * missing, np.uint8).astype(np.int64) - ord("!")
    if values.size and (values.min() < 0 or values.max() >= 85):
        return base64.a85decode(digits)  # abbreviations, or no such data
    groups = values.reshape(-1, 5) @ _PLACES
    if groups.size and groups.max() >= 1 << 32:
        raise ValueError("more than four bytes in a group")
    return groups.astype(">u4").tobytes()[: 4 * groups.size - missing]


def raw_objects(data: Raw) -> Iterator[RawObject]:
    """Every object in the order of the file, those inside object streams after the stream that holds them, and
    what stands before, between and after (as number 0)."""
    at = 0
    through = Through(data)
    while found := _OBJECT.search(data, at):
        through.passed(at)
        yield RawObject(0, data[at : found.start()])
        start = found.end()
        end = data.find(b"endobj", start)
        end = len(data) if end < 0 else end
        head = _STREAM.search(data, start, end)
        if head is None:
            yield RawObject(int(found[1]), data[start:end])
            at = min(end + 6, len(data))
            continue
        body = data[start : head.start()]
        close = _stream_end(data, body, head.end())
        made = RawObject(int(found[1]), body, data[head.end() : close])
        yield made
        if b"/ObjStm" in body:
            yield from _packed(made)
        end = data.find(b"endobj", close)
        at = end + 6 if end >= 0 else len(data)
    yield RawObject(0, data[at:])


def _stream_end(data: Raw, body: bytes, start: int) -> int:
    """Where a stream ends: as long as it says where "endstream" follows, else at the next of these words."""
    if length := _LENGTH.search(body):
        end = start + int(length[1])
        if data[end : end + 12].lstrip().startswith(b"endstream"):
            return end
    end = data.find(b"endstream", start)
    return len(data) if end < 0 else end


def _packed(holder: RawObject) -> Iterator[RawObject]:
    body, first = holder.decoded(), _FIRST.search(holder.body)
    if not first:
        return
    head = body[: int(first[1])].split()
    numbers = [int(part) for part in head if part.isdigit()]
    places = list(zip(numbers[::2], numbers[1::2], strict=False))
    ends = [place for _, place in places[1:]] + [len(body)]
    for (number, place), end in zip(places, ends, strict=True):
        yield RawObject(number, body[int(first[1]) + place : int(first[1]) + end])


def version_ends(data: Raw) -> list[int]:
    """Where each earlier version of the file ends: after every mark of an end but the last. Files made for the web
    (linearized) have one end that is of no version."""
    ends = [found.end() for found in found_in(_END, data)]
    if b"/Linearized" in data[:2048]:
        ends = ends[1:]
    return [one for one, following in pairwise(ends) if following - one > 20]
