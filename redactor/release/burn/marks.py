# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page being composed: content operators of ours, and the structure that goes with them.

Here coordinates are points from the *top left*; the operators written count from the bottom left.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import lru_cache

from redactor.release.burn.fonts import Face, face, invisible
from redactor.release.burn.writer import number

#: Text and line colours (grey levels 0 to 1, or red, green, blue).
INK: tuple[float, ...] = (0.13,)
PAPER: tuple[float, ...] = (1.0,)
QUIET: tuple[float, ...] = (0.36,)
DRAFT_RED: tuple[float, ...] = (0.7, 0.07, 0.07)


@dataclass(slots=True)
class Node:
    """A structure element. ``kids`` are marked-content numbers of this page or further elements."""

    kind: str
    kids: list[int | Node] = field(default_factory=list)
    alt: str = ""
    bbox: tuple[float, float, float, float] | None = None


@dataclass(slots=True)
class Marks:
    """The content of one page of ``width`` by ``height`` points."""

    width: float
    height: float
    ops: list[bytes] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    next_mark: int = 0

    def y(self, y: float) -> bytes:
        return number(self.height - y)

    def tagged(self, node: Node, *, into: Node | None = None) -> Node:
        """Start marked content that belongs to ``node``; ``end`` closes it."""
        self.ops.append(b"/%s<</MCID %d>>BDC" % (node.kind.encode(), self.next_mark))
        node.kids.append(self.next_mark)
        self.next_mark += 1
        if into is not None:
            into.kids.append(node)
        return node

    def artifact(self) -> None:
        """Start content that is no part of the text: pictures, rules, page numbers."""
        self.ops.append(b"/Artifact BMC")

    def end(self) -> None:
        self.ops.append(b"EMC")

    def colour(self, colour: tuple[float, ...], *, stroke: bool = False) -> None:
        operator = (b"G" if stroke else b"g") if len(colour) == 1 else (b"RG" if stroke else b"rg")
        self.ops.append(b" ".join(number(part) for part in colour) + b" " + operator)

    def rectangle(self, x0: float, y0: float, x1: float, y1: float, *, fill: bool, line: float = 0.0) -> None:
        """Fill a rectangle, or stroke a line of ``line`` points inside its edge."""
        inset = 0.0 if fill else line / 2
        if not fill:
            self.ops.append(number(line) + b" w")
        corner = b" ".join(
            (number(x0 + inset), self.y(y1 - inset), number(x1 - x0 - 2 * inset), number(y1 - y0 - 2 * inset))
        )
        self.ops.append(corner + b" re " + (b"f" if fill else b"S"))

    def box(self, x0: float, y0: float, x1: float, y1: float, fall: float, *, fill: bool, line: float = 0.0) -> None:
        """As :meth:`rectangle`, with level sides that ``fall`` by so much for each point to the right; ``y0`` and
        ``y1`` are those of the left edge."""
        if not fall:
            self.rectangle(x0, y0, x1, y1, fill=fill, line=line)
            return
        by = 0.0 if fill else line / 2
        if not fill:
            self.ops.append(number(line) + b" w")
        x0, x1, drop = x0 + by, x1 - by, fall * (x1 - x0 - 2 * by)
        y0, y1 = y0 + by + fall * by, y1 - by + fall * by
        corners = ((x0, y0), (x1, y0 + drop), (x1, y1 + drop), (x0, y1))
        path = [number(x) + b" " + self.y(y) + (b" l" if n else b" m") for n, (x, y) in enumerate(corners)]
        self.ops.append(b" ".join(path) + b" h " + (b"f" if fill else b"S"))

    def text(self, x: float, y: float, text: str, size: float, *, bold: bool = False) -> float:
        """Show a line of text with its baseline at ``y``. Returns its width."""
        of = face(bold)
        font = b"/B " if bold else b"/S "
        place = number(x) + b" " + self.y(y) + b" Td"
        self.ops.append(b"BT " + font + number(size) + b" Tf " + place + b" " + of.encode(text) + b" Tj ET")
        return of.width(text, size)

    def picture(self, x: float, y: float, width: float, height: float) -> None:
        """Place the page's one image with its top left corner at (x, y)."""
        matrix = b" ".join((number(width), b"0 0", number(height), number(x), self.y(y + height)))
        self.ops.append(b"q " + matrix + b" cm /P Do Q")

    def hidden_words(self, words: list[tuple[int, int, int, str]], size: int, bottom: int) -> None:
        """Words of one line in the invisible font: (x0, x1, -, text) in whole points, baseline near ``bottom``.

        Only whole points and whole percentages are written, so no offset of an original glyph survives.
        """
        ops = [b"q BT /G %d Tf 3 Tr" % size]
        at_x, at_y, scale = 0, 0, 100
        base = round(self.height) - bottom + max(round(size * 0.2), 0)
        for x0, x1, _, text in words:
            shown = invisible(text)
            letters = (len(shown) - 2) // 4
            if not letters:
                continue
            wanted = max(round(100 * max(x1 - x0, 1) / (letters * size * 0.5)), 1)
            if wanted != scale:
                ops.append(b"%d Tz" % wanted)
                scale = wanted
            ops.append(b"%d %d Td" % (x0 - at_x, base - at_y))
            ops.append(shown[:-1] + b"0020> Tj")
            at_x, at_y = x0, base
        ops.append(b"ET Q")
        self.ops.append(b" ".join(ops))

    def outline_stamp(self, text: str, width: float, height: float) -> None:
        """The text from corner to corner in thin outline, so that what is under it stays readable."""
        of = face(True)
        length = math.hypot(width, height)
        size = 0.8 * length / of.width(text, 1.0)
        cos, sin = width / length, height / length
        half, rise = 0.4 * length, size * of.cap_height / 2000
        # The middle of the text on the middle of the page.
        x, y = width / 2 - half * cos + rise * sin, self.height - height / 2 - half * sin - rise * cos
        self.colour(DRAFT_RED, stroke=True)
        turn = b" ".join(f"{v:.4f}".encode() for v in (cos, sin, -sin, cos))
        matrix = turn + b" " + number(x) + b" " + number(y)
        font = b"q %s w BT 1 Tr /B %s Tf " % (number(max(size / 60, 0.3)), number(size))
        self.ops.append(font + matrix + b" Tm " + of.encode(text) + b" Tj ET Q")

    def content(self) -> bytes:
        return b"\n".join(self.ops) + b"\n"


def wrap(text: str, of: Face, size: float, width: float) -> list[str]:
    """Break a paragraph into lines of at most ``width`` points; a word longer than that is cut."""
    return list(_wrapped(text, of is face(True), size, width))


@lru_cache(maxsize=4096)
def _wrapped(text: str, bold: bool, size: float, width: float) -> tuple[str, ...]:
    of = face(bold)
    lines: list[str] = []
    line = ""
    for word in text.split():
        while of.width(word, size) > width and len(word) > 1:
            cut = max(n for n in range(1, len(word)) if n == 1 or of.width(word[:n], size) <= width)
            if line:
                lines.append(line)
                line = ""
            lines.append(word[:cut])
            word = word[cut:]
        longer = f"{line} {word}" if line else word
        if line and of.width(longer, size) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return tuple([*lines, line] if line else lines or [""])
