# SPDX-License-Identifier: AGPL-3.0-or-later
"""Read a page's content operator by operator: only the few forms we write, and what they show and where."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts"
_N = rb"-?\d+(?:\.\d{1,2})?"
_BEGIN = re.compile(rb"/(P|H1|H2|H3|Span|Figure|TH|TD)<</MCID (\d+)>>BDC\Z")
_PICTURE = re.compile(rb"q (%s) 0 0 (%s) (%s) (%s) cm /P Do Q\Z" % (_N, _N, _N, _N))
_COLOUR = re.compile(rb"(?:%s (?:g|G|w)|%s %s %s (?:rg|RG))\Z" % (_N, _N, _N, _N))
_RECTANGLE = re.compile(rb"(%s) (%s) (%s) (%s) re (f|S)\Z" % (_N, _N, _N, _N))
_SLANTED = re.compile(rb"(%s) (%s) m (%s) (%s) l (%s) (%s) l (%s) (%s) l h (f|S)\Z" % (_N, _N, _N, _N, _N, _N, _N, _N))
_SHOWN = re.compile(rb"BT /(S|B) (%s) Tf (%s) (%s) Td <((?:[0-9A-F]{4})*)> Tj ET\Z" % (_N, _N, _N))
_STAMP = re.compile(
    rb"q %s w BT 1 Tr /B %s Tf -?\d\.\d{4} -?\d\.\d{4} -?\d\.\d{4} -?\d\.\d{4} %s %s Tm <((?:[0-9A-F]{4})*)> Tj ET Q\Z"
    % (_N, _N, _N, _N)
)
_HIDDEN = re.compile(
    rb"q BT /G (\d+) Tf 3 Tr((?: \d+ Tz)?(?: -?\d+ -?\d+ Td <(?:[0-9A-F]{4})+> Tj(?: \d+ Tz)?)*) ET Q\Z"
)
_WORD = re.compile(rb"(-?\d+) (-?\d+) Td <((?:[0-9A-F]{4})+)> Tj")
#: The invisible font's codes for emoji.
_ASTRAL_CODE, _ASTRAL_LAST, _ASTRAL_POINT = 0xD800, 0xDFFF, 0x1F300


@dataclass(frozen=True, slots=True)
class Shown:
    """A printed string with where it starts: points from the bottom left."""

    text: str
    x: float
    y: float
    tagged: str


@dataclass(slots=True)
class PageText:
    """What a page's content holds. ``places`` are where the words start, in points from the
    bottom left. ``picture`` is its place (x, y, width, height) or None; ``rectangles`` are (x, y, width, height,
    filled); those with level sides that fall (``falls``: points for each to the right, else 0.0) stand for the upright
    rectangle with the same left edge."""

    words: list[str] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    stamps: list[str] = field(default_factory=list)
    picture: tuple[float, float, float, float] | None = None
    rectangles: list[tuple[float, float, float, float, bool]] = field(default_factory=list)
    falls: list[float] = field(default_factory=list)
    marks: int = 0
    problems: list[str] = field(default_factory=list)


def read_content(data: bytes) -> PageText:
    """Parse decoded page content. Any line that is none of our forms is a problem."""
    page = PageText()
    opened = ""
    lines = data.split(b"\n")
    if lines.pop() != b"":
        page.problems.append("the page's content does not end as ours does")
    for line in lines:
        if line == b"/Artifact BMC" or (begin := _BEGIN.match(line)):
            if opened:
                page.problems.append("marked content inside marked content")
            if line == b"/Artifact BMC":
                opened = "Artifact"
            else:
                assert begin is not None  # the condition above
                opened = begin[1].decode()
                if int(begin[2]) != page.marks:
                    page.problems.append("marked content out of order")
                page.marks += 1
        elif line == b"EMC" and opened:
            opened = ""
        elif not opened or not _read_line(line, page, opened):
            page.problems.append("the page's content holds an operator that we do not write")
            return page
    if opened:
        page.problems.append("marked content is not closed")
    return page


def _read_line(line: bytes, page: PageText, opened: str) -> bool:
    # Nearly every line is of one of these, told by how it begins.
    if line.startswith(b"BT "):
        if not (found := _SHOWN.match(line)):
            return False
        text = printed(found[5], bold=found[1] == b"B")
        page.shown.append(Shown(text, float(found[3]), float(found[4]), opened))
        return True
    if line.startswith(b"q BT /G "):
        if not (found := _HIDDEN.match(line)) or opened != "P":
            return False
        across, up = 0, 0
        for word in _WORD.finditer(found[2]):
            across, up = across + int(word[1]), up + int(word[2])
            page.words.append(hidden(word[3]))
            page.places.append((across, up))
        return True
    if _COLOUR.match(line):
        return True
    if found := _RECTANGLE.match(line):
        x, y, width, height = (float(found[n]) for n in range(1, 5))
        page.rectangles.append((x, y, width, height, found[5] == b"f"))
        page.falls.append(0.0)
        return True
    if found := _SLANTED.match(line):
        return _read_slanted([float(value) for value in found.groups()[:8]], found[9] == b"f", page)
    if found := _PICTURE.match(line):
        if page.picture is not None:
            return False
        page.picture = (float(found[3]), float(found[4]), float(found[1]), float(found[2]))
        return True
    if found := _STAMP.match(line):
        page.stamps.append(printed(found[1], bold=True))
        return True
    return False


def _read_slanted(corners: list[float], filled: bool, page: PageText) -> bool:
    """Four corners from the top left, clockwise: of a box with upright sides as long as each other, or of none of
    ours."""
    left, top, right, top_right, end, foot_right, start, foot = corners
    sound = left == start < right == end and abs((top - foot) - (top_right - foot_right)) < 0.02 < top - foot
    if sound:
        page.rectangles.append((left, foot, right - left, top - foot, filled))
        page.falls.append((top - top_right) / (right - left))
    return sound


def hidden(codes: bytes) -> str:
    """The text of a word in the invisible font, without the blank that ends it."""
    text = _units(codes)
    if text is None:
        letters = []
        for at in range(0, len(codes), 4):
            code = int(codes[at : at + 4], 16)
            if _ASTRAL_CODE <= code <= _ASTRAL_LAST:
                code += _ASTRAL_POINT - _ASTRAL_CODE
            letters.append(chr(code))
        text = "".join(letters)
    return text[:-1] if text.endswith(" ") else text + "\ufffd"


def _units(codes: bytes) -> str | None:
    """Codes of four digits as the letters with those numbers; None when some are no letters by themselves."""
    try:
        text = bytes.fromhex(codes.decode()).decode("utf-16-be")
    except UnicodeDecodeError:
        return None
    return text if 4 * len(text) == len(codes) else None


def as_hidden(word: str) -> str:
    """A word of the source as it must read in the invisible font: no controls, and U+FFFD for what has no code."""
    if word.isascii() and word.isprintable():
        return word
    kept = []
    for letter in word:
        point = ord(letter)
        if 0x1F300 <= point <= 0x1FAFF:
            kept.append(letter)
        elif point > 0xFFFF or 0xD800 <= point <= 0xDFFF:
            kept.append("\ufffd")
        elif point >= 0x20 and not 0x7F <= point <= 0x9F and point not in (0xFEFF, 0xFFFE, 0xFFFF):
            kept.append(letter)
    return "".join(kept)


class _Letters(dict[int, str]):
    """Letters by glyph; a glyph that has none reads as U+FFFD."""

    def __missing__(self, glyph: int) -> str:
        return "\ufffd"


@cache
def _letters(bold: bool) -> _Letters:
    data = json.loads((FONTS / "metrics.json").read_text(encoding="utf-8"))["bold" if bold else "regular"]["glyphs"]
    letters = _Letters()
    for letter, (glyph, _) in data.items():
        letters.setdefault(glyph, letter)
    return letters


def printed(codes: bytes, *, bold: bool) -> str:
    """The text of a string in a visible font; a glyph that has no letter reads as U+FFFD."""
    letters, text = _letters(bold), _units(codes)
    if text is not None:
        return text.translate(letters)
    return "".join(letters[int(codes[at : at + 4], 16)] for at in range(0, len(codes), 4))


def as_printed(text: str) -> str:
    """A string as the visible fonts can show it: what they lack is a question mark, twins read as the first."""
    glyphs, letters = _glyphs(), _letters(False)
    return "".join(letters[glyphs[c]] if c in glyphs else " " if c.isspace() else "?" for c in text)


@cache
def _glyphs() -> dict[str, int]:
    data = json.loads((FONTS / "metrics.json").read_text(encoding="utf-8"))["regular"]["glyphs"]
    return {letter: int(glyph) for letter, (glyph, _) in data.items()}
