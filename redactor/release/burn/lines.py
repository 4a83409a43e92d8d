# SPDX-License-Identifier: AGPL-3.0-or-later
"""The lines of text that have boxes, taken apart: fields (what a tab, a column or a rule keeps apart), and in
each the words that stay and the boxes, in order.

What is measured here may depend on hidden words only where it cannot be helped (is this gap a blank or a tab?).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median

import numpy as np
from numpy.typing import NDArray

from redactor.domain.geometry import Box
from redactor.domain.pages import Word
from redactor.release.burn.fields import Field, Slot, fields_of
from redactor.release.burn.ink import Glyph, Ink, Shape
from redactor.release.burn.raised import MARK, ONE_LINE, RAISED, one_line, raised_marks
from redactor.release.burn.starts import Heights, Starts

#: What is no wider (points) and higher (ems) is the line between two cells, however close to it the words come.
RULE, TALL = 3.0, 1.2
#: Ems: a box that reaches this far beyond the letters it takes hides an area.
AREA = 2.0
#: A box that begins and ends within so many points where the letters under it do was made for them.
FITS = 1.0
#: Letters that do not run level and are so many times as large as a line's are of a sign behind the page's words.
BEHIND = 2.5
#: A box that stops this far (points) before its word's end leaves the punctuation there readable.
CUT = 0.2


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


def take_apart(
    ink: Ink,
    glyphs: Sequence[Glyph],
    words: Sequence[Word],
    heights: Heights,
    hidden: Sequence[Sequence[Box]],
    starts: Starts,
) -> Anatomy:
    """Find the lines the boxes stand on. ``glyphs`` are those drawn near the boxes, ``heights`` those of the ``words``,
    ``hidden`` each redaction's boxes."""
    anatomy = Anatomy()
    if not (ink.shown & ~ink.blank).any():
        anatomy.bare = {(h, j): "scan" for h, boxes in enumerate(hidden) for j in range(len(boxes))}
        return anatomy
    letters = [glyph for glyph in glyphs if not glyph.blank]
    gaps = [glyph for glyph in glyphs if glyph.blank]
    gap_heights = np.array([glyph.y for glyph in gaps], dtype=np.float64)
    middles = _middles(letters)
    owners: dict[int, Slot] = {}
    owned: dict[Slot, list[int]] = {}
    lines: list[tuple[float, float, list[Slot]]] = []
    slots = [(h, j, box) for h, boxes in enumerate(hidden) for j, box in enumerate(boxes)]
    for h, j, box in sorted(slots, key=lambda entry: (-entry[2].width, entry[0], entry[1])):
        under = _under(letters, middles, box)
        inside = _inside(letters, box, under, [words[n].box for n in heights.touching(box)])
        level = [n for n in inside if letters[n].level]
        if level:
            usual = median([letters[n].size for n in level])
            inside = [n for n in inside if not behind(letters[n], usual)]
        if not inside:
            over_scan = any(picture.intersection(box) for picture in ink.pictures)
            anatomy.bare[h, j] = "picture" if over_scan else "nothing"
            continue
        if len(level) < len(inside):
            anatomy.bare[h, j] = "turned"
            continue
        sizes = [letters[n].size for n in level]
        size, largest = median(sizes), max(sizes)
        main = [n for n in level if letters[n].size >= MARK * largest]
        bases = [letters[n].y for n in main]
        if max(bases) - min(bases) > ONE_LINE * largest or not one_line(letters, level, main):
            fits = abs(min(letters[n].x for n in under) - box.x0) + abs(max(letters[n].end for n in under) - box.x1)
            anatomy.bare[h, j] = "letters above each other" if fits < FITS else "region"
            continue
        beyond = max(min(letters[n].x for n in under) - box.x0, box.x1 - max(letters[n].end for n in under))
        if beyond > AREA * size:
            # It was drawn to hide a place and not these letters: a signature, a stamp, the rest of a page. All of it
            # stays covered.
            anatomy.bare[h, j] = "region"
            continue
        free = [n for n in level if id(letters[n]) not in owners]
        if not free:
            anatomy.nested[h, j] = owners[id(letters[level[0]])]
            continue
        for n in free:
            owners[id(letters[n])] = (h, j)
        owned[h, j] = free
        large = set(main)
        base = median([letters[n].y for n in ([n for n in free if n in large] or free)])
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
        up, small = y - middles[:, 2], middles[:, 3] < MARK * size
        raised = np.flatnonzero(small & (up >= ONE_LINE * size) & (up < RAISED * size))
        own += raised_marks(own, [letters[n] for n in raised if letters[n].level], y, size)
        anatomy.odd += [g for g in own if not g.level and not behind(g, size)]
        row = sorted((g for g in own if g.level), key=lambda g: (g.x, g.code))
        here = {id(g) for g in row}
        if any(id(letters[n]) not in here for slot in held for n in owned[slot]):
            # Something the boxes take would stay where it is.
            anatomy.bare |= dict.fromkeys(held, "letters above each other")
            continue
        beside = np.flatnonzero(np.abs(gap_heights - y) < ONE_LINE * size).tolist()
        blanks = sorted((gaps[n].x, gaps[n].advance) for n in beside)
        shapes = ink.shapes_across(*band)
        edges = upright_edges(shapes, band)
        rules = upright_edges([s for s in shapes if s.box.width <= RULE and s.box.height > TALL * size], band)
        anatomy.fields.append(fields_of(row, blanks, owners, edges, rules, starts, y, band, anatomy.twins))
    return anatomy


def behind(letter: Glyph, size: float) -> bool:
    """Whether a letter is of a sign that runs aslant behind a page's words, which are of this size: "DRAFT"."""
    return not letter.level and letter.size > BEHIND * size


def _middles(letters: Sequence[Glyph]) -> NDArray[np.float64]:
    """Of each letter a row: where its middle is, across and up, its baseline, its size."""
    rows = np.array([(g.x, g.advance, g.y, g.size) for g in letters], dtype=np.float64).reshape(-1, 4)
    x, advance, y, size = rows.T
    return np.stack((x + advance / 2, y - 0.3 * size, y, size), axis=1)


def _under(letters: list[Glyph], middles: NDArray[np.float64], box: Box) -> list[int]:
    """The letters that lie under a box."""
    x, y = middles[:, 0], middles[:, 1]
    near = np.flatnonzero((x > box.x0 - 40) & (x < box.x1 + 40) & (y > box.y0) & (y < box.y1))
    return [int(n) for n in near if _takes(box, letters[n])]


def _inside(letters: list[Glyph], box: Box, under: Sequence[int], words: Sequence[Box]) -> list[int]:
    """The letters a box takes: those ``under`` it, but for punctuation at the end of a word (of those it touches) that
    it stops short of."""
    found = list(under)
    for own in words:
        if min(own.y1, box.y1) - max(own.y0, box.y0) < 0.5 * min(own.height, box.height):
            continue
        for short, last in ((box.x1 < own.x1 - CUT, True), (box.x0 > own.x0 + CUT, False)):
            if not short:
                continue
            ends = [n for n in found if own.x0 <= letters[n].middle <= own.x1]
            ends.sort(key=lambda n: letters[n].middle)
            if last:
                ends.reverse()
            for n in ends:
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
