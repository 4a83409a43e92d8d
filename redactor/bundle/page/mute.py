# SPDX-License-Identifier: AGPL-3.0-or-later
"""Fonts by which a page can show words its text does not tell of: glyphs that are drawings, and letters that the font's
own map calls blanks or marks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count
from typing import Any

import pymupdf
from pymupdf import mupdf

from redactor.bundle.words.glyphs import clean, garbled

#: No letter is this many times as wide as its font is large.
WIDE = 1.4
#: So many glyphs by the name of one mark, or by those of blanks, may be letters.
_MARKS = 4
_NUMBER = re.compile(r"-?\d*\.?\d+")
#: The sections of a font's map (ISO 32000-1, 9.10.3), and what stands in them: codes, then what they are called.
_SECTION = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_CHAR = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>\s*(<[0-9A-Fa-f\s]*>|\[[^\]]*\])")
_NAME = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_REFERENCE = re.compile(r"(\d+) \d+ R")
#: Where a composite font's glyphs are: TrueType ones, or those of CFF (ISO 32000-1, table 122).
_FILES = ("FontFile2", "FontFile3")
#: Characters of which nothing shows.
_BLANKS = tuple(code for code in range(0x10000) if not clean(chr(code)).strip() and not garbled(chr(code)))


def draws_words(document: Any, xref: int) -> bool:
    """Whether a font of drawings (Type 3) has glyphs wider than letters are."""
    widths, matrix = (
        [float(number) for number in _NUMBER.findall(document.xref_get_key(xref, key)[1])]
        for key in ("Widths", "FontMatrix")
    )
    return bool(widths and matrix) and max(widths) * abs(matrix[0]) > WIDE


def calls_letters_marks(mapping: bytes, inked: Callable[[int], bool] = lambda code: True) -> bool:
    """Whether a font's map has the same mark, or blanks, for so many of its glyphs that they may be letters. What it
    calls by no character at all is read by OCR anyhow. ``inked`` says whether the glyph of a code draws anything: whole
    fonts have a dozen glyphs that are blanks by right."""
    marks: dict[str, list[int]] = defaultdict(list)
    for code, name in names_of(mapping):
        if "\0" not in name and not garbled(name) and not any(map(str.isalnum, name)):
            marks[name if clean(name).strip() else ""].append(code)
    many = {name: codes for name, codes in marks.items() if len(codes) >= _MARKS}
    blanks = many.pop("", [])
    return bool(many) or sum(map(inked, blanks)) >= _MARKS


def inked_glyphs(document: Any, xref: int) -> Callable[[int], bool]:
    """Whether the glyph of a code draws anything, for a composite font (Type0) that is embedded and whose glyphs are
    addressed by their numbers, as most programs write them; of any other font every glyph may."""

    @cache
    def font() -> Any:
        below = reference(document.xref_get_key(xref, "DescendantFonts"))
        descriptor = below and reference(document.xref_get_key(below, "FontDescriptor"))
        files = [reference(document.xref_get_key(descriptor, key)) for key in _FILES] if descriptor else []
        file = max(files, default=0)
        plain = document.xref_get_key(xref, "Encoding")[1] in ("/Identity-H", "/Identity-V")
        straight = below and document.xref_get_key(below, "CIDToGIDMap")[1] in ("null", "/Identity")
        return pymupdf.Font(fontbuffer=document.xref_stream(file)).this if file and plain and straight else None

    def inked(code: int) -> bool:
        if font() is None:
            return True
        outline = mupdf.fz_outline_glyph(font(), code, mupdf.FzMatrix())
        around = mupdf.fz_bound_path(outline, mupdf.FzStrokeState(), mupdf.FzMatrix())
        return bool(around.x0 <= around.x1)

    return inked


def reference(value: tuple[str, str]) -> int:
    """The object a value refers to, alone or as the first of a list; 0 for none."""
    found = _REFERENCE.search(value[1]) if value[0] in ("xref", "array") else None
    return int(found[1]) if found else 0


def names_of(mapping: bytes) -> Iterator[tuple[int, str]]:
    """Codes and what the map calls them; of a range the first, and what in it are blanks."""
    for kind, body in _SECTION.findall(mapping):
        if kind == b"char":
            for code, name in _CHAR.findall(body):
                yield _code(code), _name(name)
            continue
        for first, last, named in _RANGE.findall(body):
            low, high = _code(first), _code(last)
            if named.startswith(b"["):
                yield from zip(count(low), map(_name, _NAME.findall(named)))
                continue
            start = _name(named[1:-1])
            yield low, start
            if len(start) == 1:
                blanks = (blank for blank in _BLANKS if ord(start) < blank <= ord(start) + high - low)
                yield from ((low + blank - ord(start), chr(blank)) for blank in blanks)


def _code(digits: bytes) -> int:
    return int(b"".join(digits.split()) or b"0", 16)


def _name(digits: bytes) -> str:
    plain = b"".join(digits.split())
    return bytes.fromhex(plain.decode() + "0" * (len(plain) % 2)).decode("utf-16-be", "replace")
