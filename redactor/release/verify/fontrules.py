# SPDX-License-Identifier: AGPL-3.0-or-later
"""The fonts of a released PDF are this program's own, to the byte, and stand for exactly the letters they should."""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import pikepdf

from redactor.release.verify.reopened import Place
from redactor.release.verify.rules import Rule, Walk, is_number, name, numbers, text, whole

FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts"


class FontRules:
    """Checks the fonts of a page; what is not ours is in ``problems``, other forms are the walk's."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self.problems: list[str] = []
        self._checked: set[Place] = set()

    def check(self, fonts: Any) -> None:
        if fonts.is_indirect and fonts.objgen in self._checked:
            return
        self._checked.add(fonts.objgen)
        if self.walk.keys("the fonts", fonts, {"G": None, "S": None, "B": None}, {}):
            hashes = _known("fonts.json")
            self._font(fonts.G, hashes["glyphless.ttf"], "")
            self._font(fonts.S, hashes["redactor-sans.ttf"], "regular")
            self._font(fonts.B, hashes["redactor-sans-bold.ttf"], "bold")

    def _font(self, font: Any, sha256: str, face: str) -> None:
        """``face`` is empty for the invisible font."""
        base = name("RedactorBlank", "RedactorSans-Regular", "RedactorSans-Bold")
        required: dict[str, Rule | None] = {
            "Type": name("Font"), "Subtype": name("Type0"), "BaseFont": base, "Encoding": name("Identity-H"),
            "DescendantFonts": lambda v: isinstance(v, pikepdf.Array) and len(v) == 1, "ToUnicode": None,
        }  # fmt: skip
        if not self.walk.keys("a font", font, required, {}):
            return
        self.walk.keys("a font's ToUnicode", font.ToUnicode, {"Length": None, "Filter": name("FlateDecode")}, {})
        if not exact_map(font.ToUnicode.read_bytes(), face):
            self.problems.append("a font's ToUnicode does not hold exactly its letters")
        below = font.DescendantFonts[0]
        widths: dict[str, Rule | None] = {"W": _widths(face)} if face else {"DW": lambda v: v == 500}
        mapping: Rule = (lambda v: isinstance(v, pikepdf.Stream)) if not face else name("Identity")
        required = {
            "Type": name("Font"), "Subtype": name("CIDFontType2"), "BaseFont": base, "CIDSystemInfo": None,
            "FontDescriptor": None, "CIDToGIDMap": mapping, **widths,
        }  # fmt: skip
        if not self.walk.keys("a font's descendant", below, required, {}):
            return
        exact: dict[str, Rule | None] = {
            "Registry": text("Adobe"), "Ordering": text("Identity"), "Supplement": lambda v: v == 0,
        }  # fmt: skip
        self.walk.keys("CIDSystemInfo", below.CIDSystemInfo, exact, {})
        if not face:
            self.walk.keys("CIDToGIDMap", below.CIDToGIDMap, {"Length": None, "Filter": name("FlateDecode")}, {})
            if below.CIDToGIDMap.read_bytes() != b"\x00\x01" * 0x10000:
                self.problems.append("the invisible font's glyph map is not ours")
        descriptor = below.FontDescriptor
        required = {
            "Type": name("FontDescriptor"), "FontName": base, "Flags": whole(), "FontBBox": numbers(4),
            "ItalicAngle": is_number,
            "Ascent": is_number, "Descent": is_number, "CapHeight": is_number, "StemV": is_number, "FontFile2": None,
        }  # fmt: skip
        if self.walk.keys("a font descriptor", descriptor, required, {}):
            file = descriptor.FontFile2
            self.walk.keys(
                "a font file", file, {"Length": None, "Filter": name("FlateDecode"), "Length1": whole(1)}, {}
            )
            if hashlib.sha256(file.read_bytes()).hexdigest() != sha256:
                self.problems.append("a font is not ours")


@cache
def _known(file: str) -> dict[str, Any]:
    """What is known of our fonts."""
    known: dict[str, Any] = json.loads((FONTS / file).read_text(encoding="utf-8"))
    return known


@cache
def _widths(face: str) -> Rule:
    """Pairs of a glyph number and an array of one advance: each glyph's own, in order, and no more."""
    glyphs = _known("metrics.json")[face]["glyphs"]
    advances = sorted({int(glyph): int(advance) for glyph, advance in glyphs.values()}.items())
    # An array of a thousand arrays is read much faster as what it would be written as; a reference would show.
    exact = b"[ %s ]" % b" ".join(b"%d [ %d ]" % pair for pair in advances)
    return lambda value: isinstance(value, pikepdf.Array) and value.unparse() == exact


_MAP_FRAME = re.compile(
    rb"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    rb"/CIDSystemInfo <</Registry \(Adobe\) /Ordering \(UCS\) /Supplement 0>> def\n"
    rb"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    rb"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
    rb"((?:\d+ beginbfrange\n(?:<[0-9A-F]{4}> <[0-9A-F]{4}> <[0-9A-F]{4,8}>\n)+endbfrange\n)+)"
    rb"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n\Z"
)
_MAP_RANGE = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]{4})> <([0-9A-F]{4,8})>\n")


@lru_cache(maxsize=8)  # each file of a release has the same three
def exact_map(data: bytes, face: str) -> bool:
    """Whether a ToUnicode map says of every code exactly what it stands for, and nothing else. ``face`` is empty for
    the invisible font."""
    frame = _MAP_FRAME.match(data)
    if not frame:
        return False
    found = [
        (int(a, 16), int(b, 16), bytes.fromhex(c.decode()).decode("utf-16-be"))
        for a, b, c in _MAP_RANGE.findall(frame[1])
    ]
    if face:
        first: dict[int, str] = {}
        for letter, (glyph, _) in _known("metrics.json")[face]["glyphs"].items():
            first.setdefault(int(glyph), letter)
        return found == [(glyph, glyph, letter) for glyph, letter in sorted(first.items())]
    wanted = [(page * 256, page * 256 + 255, chr(page * 256)) for page in range(256) if not 0xD8 <= page <= 0xDF]
    wanted += [(0xD800 + n * 256, 0xD8FF + n * 256, chr(0x1F300 + n * 256)) for n in range(8)]
    return found == wanted
