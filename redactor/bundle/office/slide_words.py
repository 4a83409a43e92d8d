# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the slides and notes of a presentation of before 2007 say ([MS-PPT]), to be looked for on its pages: of a
damaged one LibreOffice may make blank slides, without a word."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator

import olefile

#: Bytes of the stream that are looked into, and how deep its records lie within each other.
_MOST, _DEEP = 64 << 20, 40
#: Texts in two bytes a letter, and in one (TextCharsAtom, TextBytesAtom).
_WIDE, _NARROW = 0x0FA0, 0x0FA8
#: What holds the wording of masters: main masters, handouts, and what is set for all texts.
_PATTERNS = frozenset({0x03F8, 0x0FC9, 0x03F2})
#: A list of slides' texts; of masters' where its number is this.
_LIST, _OF_MASTERS = 0x0FF0, 1
#: A drawn thing, what it is a place for, and up to which number those are places of masters (PlaceholderEnum).
_SHAPE, _CLIENT_DATA, _PLACE, _LAST_MASTER = 0xF004, 0xF011, 0x0BC3, 10


def texts(data: bytes) -> Iterator[str]:
    """Each line of a slide or of notes, as often as it stands in the file. Raises what reading a broken file raises:
    OSError, ValueError, struct.error, TypeError, AttributeError."""
    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        if ole.exists("PowerPoint Document") and ole.get_size("PowerPoint Document") <= _MOST:
            for text in _within(ole.openstream("PowerPoint Document").read(), 0):
                yield from filter(None, (line.strip() for line in text.replace("\x0b", "\r").split("\r")))


def _within(body: bytes, depth: int) -> Iterator[str]:
    for number, kind, part, holds in _records(body):
        if kind == _WIDE:
            yield part.decode("utf-16-le", "replace")
        elif kind == _NARROW:
            yield part.decode("latin-1")
        elif not holds or kind in _PATTERNS or depth >= _DEEP:
            continue
        elif not (kind == _LIST and number == _OF_MASTERS) and not (kind == _SHAPE and _of_a_master(part)):
            yield from _within(part, depth + 1)


def _of_a_master(shape: bytes) -> bool:
    """Whether a drawn thing is a master's place for text: it says how to fill it in."""
    client = (part for _, kind, part, _ in _records(shape) if kind == _CLIENT_DATA)
    places = (place for part in client for _, kind, place, _ in _records(part) if kind == _PLACE and len(place) > 4)
    return any(place[4] <= _LAST_MASTER for place in places)


def _records(body: bytes) -> Iterator[tuple[int, int, bytes, bool]]:
    """Number, kind and body of each record, and whether it holds others."""
    at = 0
    while at + 8 <= len(body):
        head, kind, size = struct.unpack_from("<HHI", body, at)
        yield head >> 4, kind, body[at + 8 : at + 8 + size], head & 15 == 15
        at += 8 + size
