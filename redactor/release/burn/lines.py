# SPDX-License-Identifier: AGPL-3.0-or-later
"""The lines of text that have boxes, taken apart: fields (what a tab, a column or a rule keeps apart), and in
each the words that stay and the boxes, in order.

What is measured here may depend on hidden words only where it cannot be helped (is this gap a blank or a tab?).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from redactor.domain.geometry import Box
from redactor.domain.pages import Word
from redactor.release.burn.ink import Glyph, Ink, Shape

#: Gaps wider than this many ems are tabs or columns; gaps above the second are blanks between words.
COLUMN_GAP, BLANK_GAP = 1.5, 0.15
#: A rule keeps words apart only in a gap wider than this many ems: text can run over the edge of its cell.
RULE_GAP = 0.4
#: Baselines within this share of the letters' size belong to one line (raised and lowered letters too).
ONE_LINE = 0.42
#: Two starts within this many points are the same column.
SAME_START = 0.4
#: Sums of blanks explain a gap up to this share more than their own width.
STRETCHED = 1.35
#: A box that stops this far (points) before its word's end leaves the punctuation there readable.
CUT = 0.2

#: A box of the plan: which redaction, which of its boxes.
Slot = tuple[int, int]


@dataclass(slots=True)
class Token:
    """A word that stays (or what stays of it), or a box (``slot``). ``blanks`` is what stands between it and the
    token before: None at the start of a field, 0.0 when nothing does, else the natural width of the blanks."""

    glyphs: list[Glyph]
    slot: Slot | None = None
    blanks: float | None = None

    @property
    def x0(self) -> float:
        return self.glyphs[0].x

    @property
    def x1(self) -> float:
        return max(glyph.end for glyph in self.glyphs)


@dataclass(slots=True)
class Field:
    """Tokens that follow each other. ``y`` is the baseline, ``band`` the height of the line's boxes."""

    tokens: list[Token]
    y: float
    band: tuple[float, float]
    size: float

    @property
    def x0(self) -> float:
        return self.tokens[0].x0

    @property
    def x1(self) -> float:
        return max(token.x1 for token in self.tokens)

    @property
    def slots(self) -> list[Slot]:
        return [token.slot for token in self.tokens if token.slot is not None]

    @property
    def staying(self) -> list[Token]:
        return [token for token in self.tokens if token.slot is None]


@dataclass(slots=True)
class Anatomy:
    """A page's lines with boxes, by field. ``nested`` are boxes inside others; ``bare`` those that have no text of
    their own, with why; ``twins`` the second printings of glyphs (fake bold, shadows); ``odd`` letters that are not
    level."""

    fields: list[list[Field]] = field(default_factory=list)
    nested: dict[Slot, Slot] = field(default_factory=dict)
    bare: dict[Slot, str] = field(default_factory=dict)
    twins: dict[int, list[Glyph]] = field(default_factory=dict)
    odd: list[Glyph] = field(default_factory=list)


class Starts:
    """Where lines and columns of text start on a page: of the lines without boxes, and (``rows``) of all."""

    def __init__(self, words: Sequence[Word], hidden: Sequence[Box]) -> None:
        lines: dict[tuple[int, int], list[Word]] = defaultdict(list)
        for word in words:
            lines[word.block, word.line].append(word)
        touched = [(box.y0, box.y1) for box in hidden]
        self.left: list[float] = []
        self.inner: list[float] = []
        self.ends: list[float] = []
        rows: list[tuple[float, float, list[Word]]] = []
        self.rows: list[tuple[float, float]] = []
        for line in lines.values():
            y0, y1 = min(w.box.y0 for w in line), max(w.box.y1 for w in line)
            rows.append((y0, y1, line))
            self.rows.append((min(w.box.x0 for w in line), (y0 + y1) / 2))
        for y0, y1, line in rows:
            if any(min(y1, b1) - max(y0, b0) > 0.4 * min(y1 - y0, b1 - b0) for b0, b1 in touched):
                continue
            placed = sorted(line, key=lambda w: w.box.x0)
            self.left.append(placed[0].box.x0)
            self.ends.append(placed[-1].box.x1)
            for before, after in pairwise(placed):
                if after.box.x0 - before.box.x1 > COLUMN_GAP * max(before.box.height, after.box.height) * 0.8:
                    self.inner.append(after.box.x0)
                    self.ends.append(before.box.x1)
        self.left.sort()
        self.inner.sort()
        self.ends.sort()
        self.margin = self.left[0] if self.left else None

    def start(self, x: float, *, first: bool) -> float | None:
        """The start of another line at ``x``, if any; for what is not ``first`` on its line, of a column too."""
        found = _near(self.left, x)
        return found if found is not None or first else _near(self.inner, x)

    def usual(self, x: float) -> bool:
        """Whether a good part of the page's lines start at ``x``."""
        same = bisect_left(self.left, x + SAME_START) - bisect_left(self.left, x - SAME_START)
        return same >= max(3, 0.3 * len(self.left))

    def beside(self, x: float, y: float, size: float) -> bool:
        """Whether the line above or below the baseline ``y`` starts at ``x`` too."""
        return any(
            abs(x - x0) < SAME_START and 0.5 * size < abs(y - 0.3 * size - at) < 2.4 * size for x0, at in self.rows
        )

    def column(self, x: float) -> bool:
        """Whether another line has a column, or a line of its own, start here."""
        return self.start(x, first=False) is not None

    def end(self, x: float) -> float | None:
        return _near(self.ends, x)


def _near(places: list[float], x: float) -> float | None:
    at = bisect_left(places, x - SAME_START)
    if at < len(places) and places[at] <= x + SAME_START:
        return places[at]
    return None


def upright_edges(shapes: Iterable[Shape], band: tuple[float, float]) -> list[float]:
    """Where upright lines and the sides of areas cross a line of text."""
    low, high = band
    found: list[float] = []
    for shape in shapes:
        box = shape.box
        if min(box.y1, high) - max(box.y0, low) < 0.6 * (high - low):
            continue
        if box.width <= 3.0:
            found.append((box.x0 + box.x1) / 2)
        else:
            found += (box.x0, box.x1)
    return sorted(found)


def take_apart(ink: Ink, words: Sequence[Word], hidden: Sequence[Sequence[Box]], starts: Starts) -> Anatomy:
    """Find the lines the boxes stand on. ``hidden`` are each redaction's boxes."""
    anatomy = Anatomy()
    shown = [glyph for glyph in ink.glyphs if glyph.shown and glyph.gid >= 0]
    letters = [glyph for glyph in shown if not glyph.blank]
    if not letters:
        anatomy.bare = {(h, j): "scan" for h, boxes in enumerate(hidden) for j in range(len(boxes))}
        return anatomy
    gaps = [glyph for glyph in shown if glyph.blank]
    middles = np.array([(g.middle, g.y - 0.3 * g.size, g.y, g.size) for g in letters])
    owners: dict[int, Slot] = {}
    lines: list[tuple[float, float, list[Slot]]] = []
    slots = [(h, j, box) for h, boxes in enumerate(hidden) for j, box in enumerate(boxes)]
    for h, j, box in sorted(slots, key=lambda entry: (-entry[2].width, entry[0], entry[1])):
        inside = _inside(letters, middles, box, words)
        level = [n for n in inside if letters[n].level]
        if not inside:
            over_scan = any(picture.intersection(box) for picture in ink.pictures)
            anatomy.bare[h, j] = "picture" if over_scan else "nothing"
            continue
        if len(level) < len(inside):
            anatomy.bare[h, j] = "turned"
            continue
        sizes = middles[level, 3]
        size = float(np.median(sizes))
        if float(np.ptp(middles[level, 2])) > ONE_LINE * float(sizes.max()):
            anatomy.bare[h, j] = "region"
            continue
        free = [n for n in level if id(letters[n]) not in owners]
        if not free:
            anatomy.nested[h, j] = owners[id(letters[level[0]])]
            continue
        for n in free:
            owners[id(letters[n])] = (h, j)
        base = float(np.median(middles[free, 2]))
        for number, (y, of, held) in enumerate(lines):
            if abs(y - base) < ONE_LINE * max(of, size):
                held.append((h, j))
                lines[number] = (y, max(of, size), held)
                break
        else:
            lines.append((base, size, [(h, j)]))
    for y, size, held in sorted(lines):
        boxes = [hidden[h][j] for h, j in held]
        band = (min(box.y0 for box in boxes), max(box.y1 for box in boxes))
        near = np.abs(middles[:, 2] - y) < ONE_LINE * np.minimum(np.maximum(middles[:, 3], size), 1.3 * size)
        own = [letters[n] for n in np.flatnonzero(near)]
        anatomy.odd += [g for g in own if not g.level]
        row = sorted((g for g in own if g.level), key=lambda g: (g.x, g.code))
        blanks = sorted((g.x, g.advance) for g in gaps if abs(g.y - y) < ONE_LINE * size)
        edges = upright_edges(ink.shapes, band)
        anatomy.fields.append(_fields(row, blanks, owners, edges, starts, y, band, anatomy.twins))
    return anatomy


def _inside(letters: list[Glyph], middles: NDArray[np.float64], box: Box, words: Sequence[Word]) -> list[int]:
    """The letters a box takes, but for punctuation at the end of a word that it stops short of."""
    x, y = middles[:, 0], middles[:, 1]
    near = np.flatnonzero((x > box.x0 - 40) & (x < box.x1 + 40) & (y > box.y0) & (y < box.y1))
    found = [int(n) for n in near if _takes(box, letters[n])]
    if not found:
        return found
    for word in words:
        own = word.box
        if own.y0 >= box.y1 or own.y1 <= box.y0 or own.x0 >= box.x1 or own.x1 <= box.x0:
            continue
        if min(own.y1, box.y1) - max(own.y0, box.y0) < 0.5 * min(own.height, box.height):
            continue
        for short, last in ((box.x1 < own.x1 - CUT, True), (box.x0 > own.x0 + CUT, False)):
            ends = sorted((n for n in found if own.x0 <= middles[n, 0] <= own.x1), key=lambda n: middles[n, 0])
            if last:
                ends.reverse()
            for n in ends if short else ():
                sign = chr(max(letters[n].code, 0))
                # The plus of a number is part of it: only narrow punctuation stands beside a box.
                if sign == "+" or sign.isalnum():
                    break
                found.remove(n)
    return found


def _takes(box: Box, letter: Glyph) -> bool:
    """A letter goes when a quarter of it does; anything else when its middle does."""
    if box.x0 <= letter.middle <= box.x1:
        return True
    covered = min(box.x1, letter.end) - max(box.x0, letter.x)
    return covered > 0.25 * letter.advance and chr(max(letter.code, 0)).isalnum()


def _fields(
    row: list[Glyph],
    blanks: list[tuple[float, float]],
    owners: dict[int, Slot],
    edges: list[float],
    starts: Starts,
    y: float,
    band: tuple[float, float],
    twins: dict[int, list[Glyph]],
) -> list[Field]:
    fields: list[Field] = []
    last: Glyph | None = None
    for glyph in row:
        if last is not None and _twin(last, glyph):
            twins.setdefault(id(last), []).append(glyph)
            continue
        owner = owners.get(id(glyph))
        if last is None:
            fields.append(Field([Token([glyph], owner)], y, band, glyph.size))
            last = glyph
            continue
        gap = glyph.x - last.end
        em = max(last.size, glyph.size)
        between = [width for x, width in blanks if last.x < x < glyph.x]
        token = fields[-1].tokens[-1]
        if _apart(last, glyph, gap, em, sum(between), edges, starts, token.slot is not None):
            fields.append(Field([Token([glyph], owner)], y, band, glyph.size))
        elif owner is not None and owner == token.slot:
            token.glyphs.append(glyph)
        elif between or gap > BLANK_GAP * em:
            beside_box = token.slot is not None or owner is not None
            wide = 0.0 if not between else between[0] if beside_box else sum(between)
            fields[-1].tokens.append(Token([glyph], owner, wide if wide > 0.1 * em else 0.25 * em))
        elif owner is None and token.slot is None:
            token.glyphs.append(glyph)
        else:
            fields[-1].tokens.append(Token([glyph], owner, 0.0))
        last = glyph
    for one in fields:
        sizes = sorted(g.size for token in (one.staying or one.tokens) for g in token.glyphs)
        one.size = sizes[len(sizes) // 2]
    return fields


def _twin(one: Glyph, other: Glyph) -> bool:
    return other.gid == one.gid and other.code == one.code and other.x - one.x < 0.15 * one.size


def _apart(
    last: Glyph, glyph: Glyph, gap: float, em: float, natural: float, edges: list[float], starts: Starts, hidden: bool
) -> bool:
    """Whether a tab, a column or a rule stands between two glyphs of a line."""
    at = bisect_left(edges, last.middle)
    if gap > RULE_GAP * em and at < len(edges) and edges[at] < glyph.middle:
        return True
    if natural > 0 and gap <= STRETCHED * natural + 0.1 * em:
        return False
    if gap > COLUMN_GAP * em:
        return True
    return hidden and gap > BLANK_GAP * em and starts.column(glyph.x)
