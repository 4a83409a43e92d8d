# SPDX-License-Identifier: AGPL-3.0-or-later
"""Fonts by which a page can show words its text does not tell of: glyphs that are drawings, and letters that the font's
own map calls blanks or marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from redactor.bundle.words.glyphs import clean, garbled

#: No letter is this many times as wide as its font is large.
WIDE = 1.4
#: So many glyphs by the name of one mark, or by those of blanks, may be letters.
_MARKS = 4
_NUMBER = re.compile(r"-?\d*\.?\d+")
#: The sections of a font's map (ISO 32000-1, 9.10.3), and what stands in them: codes, then what they are called.
_SECTION = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_CHAR = re.compile(rb"<[^<>]*>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<[^<>]*>\s*<[^<>]*>\s*(<[0-9A-Fa-f\s]*>|\[[^\]]*\])")
_NAME = re.compile(rb"<([0-9A-Fa-f\s]*)>")


def draws_words(document: Any, xref: int) -> bool:
    """Whether a font of drawings (Type 3) has glyphs wider than letters are."""
    widths, matrix = (
        [float(number) for number in _NUMBER.findall(document.xref_get_key(xref, key)[1])]
        for key in ("Widths", "FontMatrix")
    )
    return bool(widths and matrix) and max(widths) * abs(matrix[0]) > WIDE


def calls_letters_marks(mapping: bytes) -> bool:
    """Whether a font's map has the same mark, or blanks, for so many of its glyphs that they may be letters. What it
    calls by no character at all is read by OCR anyhow."""
    told = (name for name in _names(mapping) if "\0" not in name and not garbled(name))
    named = Counter(name if clean(name).strip() else "" for name in told)
    return any(count >= _MARKS for name, count in named.items() if not any(map(str.isalnum, name)))


def _names(mapping: bytes) -> Iterator[str]:
    for kind, body in _SECTION.findall(mapping):
        found = _CHAR.findall(body) if kind == b"char" else _NAME.findall(b" ".join(_RANGE.findall(body)))
        for digits in found:
            plain = b"".join(digits.split())
            yield bytes.fromhex(plain.decode() + "0" * (len(plain) % 2)).decode("utf-16-be", "replace")
