# SPDX-License-Identifier: AGPL-3.0-or-later
"""What Word, Excel and PowerPoint documents of before 2007 say beside their pages, and LibreOffice does not carry over:
codes of fields, who saved them and where, who reserved them, who commented, what pictures are called ([MS-DOC],
[MS-XLS], [MS-ODRAW])."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator

import olefile

#: Bytes of one stream that are looked into.
_MOST = 64 << 20
#: Where the header of a Word 97 document says what lies where (FibRgFcLcb97), and numbers of what is looked up there.
_TABLES, _CLX = 0x9A, 33
_PEOPLE, _SAVED, _CHOICES, _USER = 51, 71, 45, 60
_ASSOCIATED = 32
_LISTS = {
    _PEOPLE: "people who changed the text", _SAVED: "who saved it, and where",
    _ASSOCIATED: "people and files it is connected with", _CHOICES: "choices of form fields and lists",
}  # fmt: skip
#: The first version of Word whose header is laid out so (nFib of Word 97).
_WORD_97 = 0xC1
#: A field that holds no other, with what it shows, how deep they stand in each other, and what ends a line or a cell.
_SHOWN_FIELD = re.compile("\x13[^\x13\x14\x15]*(?:\x14([^\x13\x14\x15]*))?\x15")
_FIELDS_DEEP = 30
_LINE_END = re.compile("[\r\n\t\x07\x0b\x0c]")
_FIELD = re.compile("\x13([^\x13\x14\x15]*)")
#: Properties of drawn things that are texts: WordArt, the file a picture came from, name, description, tip.
_ART = {0xC0: "WordArt", 0x104: "files that pictures came from", 0x381: "description of a picture"}
_ART |= {0x380: "names given to bookmarks, fields and parts", 0x38D: "tips shown over links"}
#: What the first record of a workbook of Excel 5 and 95 says (BIFF5).
_OLDER = b"\x00\x05"
_WRITE_ACCESS, _FILE_SHARING, _NOTE, _BOUND = 0x5C, 0x5B, 0x1C, 0x100_000

Told = tuple[str, str]


def told_in(data: bytes) -> Iterator[Told]:
    """What it is, and what it says. Raises what reading a broken file raises: OSError, ValueError, IndexError,
    struct.error, TypeError, AttributeError."""
    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        streams = {"/".join(path): path for path in ole.listdir() if ole.get_size(path) <= _MOST}

        def stream(name: str) -> bytes:
            return ole.openstream(streams[name]).read() if name in streams else b""

        if word := stream("WordDocument"):
            table = stream("1Table" if len(word) > 11 and word[11] & 2 else "0Table")
            yield from _word(word, table)
            yield from _art(table)
        for name in ("Workbook", "Book"):
            if book := stream(name):
                yield from _workbook(book)
                yield from _art(book)
        for name in ("Data", "PowerPoint Document"):
            yield from _art(stream(name))


def lines_of(data: bytes) -> list[str]:
    """The lines of a Word document, of its notes, heads and comments too, with what was struck from it; none of one
    that is older than Word 97. Raises as :func:`told_in`."""
    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        if not ole.exists("WordDocument") or ole.get_size("WordDocument") > _MOST:
            return []
        word = ole.openstream("WordDocument").read()
        table = "1Table" if len(word) > 11 and word[11] & 2 else "0Table"
        if int.from_bytes(word[2:4], "little") < _WORD_97 or not ole.exists(table):
            return []
        text = _text(word, *_place(word, _CLX), ole.openstream(table).read())
    for _ in range(_FIELDS_DEEP):
        text, inner = _SHOWN_FIELD.subn(lambda field: field[1] or "", text)
        if not inner:
            break
    return [line for line in map(str.strip, _LINE_END.split(text)) if line]


def _word(word: bytes, table: bytes) -> Iterator[Told]:
    for code in _FIELD.findall(_text(word, *_place(word, _CLX), table)):
        yield "codes of fields", code
    for number, what in _LISTS.items():
        start, size = _place(word, number)
        for said in _strings(table[start : start + size]):
            yield what, said


def _place(word: bytes, number: int) -> tuple[int, int]:
    start, size = struct.unpack_from("<II", word, _TABLES + 8 * number)
    return start, size


def _text(word: bytes, start: int, size: int, table: bytes) -> str:
    """The text in the order of the document, by its table of pieces (2.4.1)."""
    clx = table[start : start + size]
    at = 0
    while at < len(clx) and clx[at] == 1:
        at += 3 + int.from_bytes(clx[at + 1 : at + 3], "little")
    if at >= len(clx) or clx[at] != 2:
        return ""
    pieces = clx[at + 5 : at + 5 + int.from_bytes(clx[at + 1 : at + 5], "little")]
    count = (len(pieces) - 4) // 12
    ends = struct.unpack_from(f"<{count + 1}I", pieces)
    found: list[str] = []
    left = _MOST
    for number in range(count):
        (where,) = struct.unpack_from("<I", pieces, 4 * (count + 1) + 8 * number + 2)
        length = max(ends[number + 1] - ends[number], 0)
        left -= length
        if left < 0:
            raise ValueError("its pieces are longer than the document can be")
        if where & 0x4000_0000:
            first = (where & 0x3FFF_FFFF) // 2
            found.append(word[first : first + length].decode("cp1252", "replace"))
        else:
            found.append(word[where : where + 2 * length].decode("utf-16-le", "replace"))
    return "".join(found)


def _strings(data: bytes) -> Iterator[str]:
    """The strings of a table of strings (2.2.4)."""
    if data[:2] != b"\xff\xff" or len(data) < 6:
        return
    count, extra = struct.unpack_from("<HH", data, 2)
    at = 6
    for _ in range(count):
        length = int.from_bytes(data[at : at + 2], "little")
        yield data[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
        at += 2 + 2 * length + extra
        if at >= len(data):
            return


def _workbook(book: bytes) -> Iterator[Told]:
    at = 0
    # Excel 5 and 95 have one byte a letter, and keep what is remarked where LibreOffice finds it.
    older = book[4:6] == _OLDER
    while at + 4 <= len(book):
        kind, size = struct.unpack_from("<HH", book, at)
        body = book[at + 4 : at + 4 + size]
        at += 4 + size
        if kind == _WRITE_ACCESS:
            yield "who saved it last", _short(body) if older else _counted(body, 0)
        elif older:
            continue
        elif kind == _FILE_SHARING:
            yield "who has it reserved", _counted(body, 4)
        elif kind == _NOTE:
            yield "people who commented", _counted(body, 8)


def _counted(body: bytes, at: int) -> str:
    """A string with its length before it, in one or two bytes a letter (2.5.294); "" where the record ends before."""
    if len(body) < at + 3:
        return ""
    count, wide = struct.unpack_from("<HB", body, at)
    raw = body[at + 3 : at + 3 + (2 * count if wide & 1 else count)]
    return raw.decode("utf-16-le" if wide & 1 else "cp1252", "replace").strip(" \0")


def _short(body: bytes) -> str:
    """A string of Excel 5: its length in one byte, then one byte a letter."""
    return body[1 : 1 + body[0]].decode("cp1252", "replace").strip(" \0") if body else ""


def _art(data: bytes) -> Iterator[Told]:
    """Texts among the properties of what is drawn ([MS-ODRAW] 2.2.9), wherever in the bytes such properties lie."""
    at = data.find(b"\x0b\xf0")
    while at >= 2:
        head, size = int.from_bytes(data[at - 2 : at], "little"), int.from_bytes(data[at + 2 : at + 6], "little")
        count = head >> 4
        if head & 15 == 3 and 6 * count <= size <= len(data) - at - 6 and size < _BOUND:
            yield from _properties(data[at + 6 : at + 6 + size], count)
            at += 6 * count
        at = data.find(b"\x0b\xf0", at + 2)


def _readable(text: str) -> str:
    """The text up to what ends it; "" for bytes that are none."""
    said = text.partition("\0")[0].strip()
    return said if said.isprintable() else ""


def _properties(body: bytes, count: int) -> Iterator[Told]:
    behind = 6 * count
    for number in range(count):
        name, value = struct.unpack_from("<HI", body, 6 * number)
        if not name & 0x8000:
            continue
        if (what := _ART.get(name & 0x3FFF)) is not None:
            yield what, _readable(body[behind : behind + value].decode("utf-16-le", "replace"))
        behind += value
