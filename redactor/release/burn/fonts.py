# SPDX-License-Identifier: AGPL-3.0-or-later
"""The three fonts a bundle carries (resources/fonts), and the PDF objects that embed them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts"
#: The advance of every glyph of the invisible font, in thousandths of an em.
BLANK_ADVANCE = 500
#: Code points above U+FFFF that get a code in the surrogate range, which no text uses: the emoji blocks.
ASTRAL_FIRST, ASTRAL_LAST, ASTRAL_CODE = 0x1F300, 0x1FAFF, 0xD800


@dataclass(frozen=True, eq=False)
class Face:
    """A visible face: glyph number and advance (thousandths of an em) by letter."""

    name: str
    file: str
    ascent: int
    descent: int
    cap_height: int
    bbox: tuple[int, ...]
    glyphs: dict[str, tuple[int, int]]

    def fit(self, text: str) -> str:
        """The text with every letter this face cannot draw replaced by a question mark."""
        return "".join(c if c in self.glyphs else " " if c.isspace() else "?" for c in text)

    def width(self, text: str, size: float) -> float:
        """The width of ``text`` in points at ``size`` points."""
        return _advance(self, text) * size / 1000

    def encode(self, text: str) -> bytes:
        """The hex string operand that shows ``text``."""
        return _operand(self, text)


@lru_cache(maxsize=4096)
def _operand(of: Face, text: str) -> bytes:
    return b"<" + "".join(f"{of.glyphs[c][0]:04X}" for c in of.fit(text)).encode() + b">"


@lru_cache(maxsize=4096)
def _advance(of: Face, text: str) -> int:
    """The width of a text in thousandths of an em: labels and words of our own pages come again and again."""
    return sum(of.glyphs[c][1] for c in of.fit(text))


@cache
def face(bold: bool = False) -> Face:
    data = json.loads((FONTS / "metrics.json").read_text(encoding="utf-8"))["bold" if bold else "regular"]
    glyphs = {letter: (int(glyph), int(advance)) for letter, (glyph, advance) in data["glyphs"].items()}
    return Face(
        "RedactorSans-Bold" if bold else "RedactorSans-Regular",
        "redactor-sans-bold.ttf" if bold else "redactor-sans.ttf",
        data["ascent"],
        data["descent"],
        data["cap_height"],
        tuple(data["bbox"]),
        glyphs,
    )


def invisible(text: str) -> bytes:
    """The hex string operand that shows ``text`` in the invisible font: a code is a UTF-16 unit, but for
    emoji, which have codes of their own; what has no code becomes U+FFFD."""
    if text.isascii() and text.isprintable():
        return b"<" + text.encode("utf-16-be").hex().upper().encode() + b">"
    codes: list[int] = []
    for letter in text:
        point = ord(letter)
        if ASTRAL_FIRST <= point <= ASTRAL_LAST:
            codes.append(ASTRAL_CODE + point - ASTRAL_FIRST)
        elif point > 0xFFFF or 0xD800 <= point <= 0xDFFF:
            codes.append(0xFFFD)
        elif point >= 0x20 and not 0x7F <= point <= 0x9F and point < 0xFFFE and point != 0xFEFF:
            codes.append(point)
    return b"<" + "".join(f"{code:04X}" for code in codes).encode() + b">"


def to_unicode(pairs: list[tuple[int, int, str]]) -> bytes:
    """A ToUnicode CMap for (first code, last code, first text) ranges, none over a boundary of 256."""
    lines = [
        "/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap",
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def", "/CMapType 2 def",
        "1 begincodespacerange", "<0000> <FFFF>", "endcodespacerange",
    ]  # fmt: skip
    for start in range(0, len(pairs), 100):
        part = pairs[start : start + 100]
        lines.append(f"{len(part)} beginbfrange")
        lines += [f"<{a:04X}> <{b:04X}> <{text.encode('utf-16-be').hex().upper()}>" for a, b, text in part]
        lines.append("endbfrange")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end", ""]
    return "\n".join(lines).encode()


@cache
def invisible_to_unicode() -> bytes:
    """The map of the invisible font: every code its own code point, the emoji codes theirs."""
    pairs = [(high << 8, (high << 8) | 0xFF, chr(high << 8)) for high in (*range(0xD8), *range(0xE0, 0x100))]
    for first in range(ASTRAL_FIRST, ASTRAL_LAST + 1, 256):
        code = ASTRAL_CODE + first - ASTRAL_FIRST
        pairs.append((code, code + 0xFF, chr(first)))
    return to_unicode(pairs)


@cache
def face_to_unicode(of: Face) -> bytes:
    """One range per glyph; a glyph that serves two letters reads as the first."""
    texts: dict[int, str] = {}
    for letter, (glyph, _) in of.glyphs.items():
        texts.setdefault(glyph, letter)
    return to_unicode([(glyph, glyph, text) for glyph, text in sorted(texts.items())])


@cache
def face_widths(of: Face) -> bytes:
    """The W array: each glyph with its advance."""
    advances = dict(sorted(of.glyphs.values()))
    return b"[" + b" ".join(f"{glyph}[{advance}]".encode() for glyph, advance in advances.items()) + b"]"
