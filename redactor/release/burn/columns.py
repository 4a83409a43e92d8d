# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables whose columns were given their widths by what is written in them.

Browsers, Word and programs that print HTML share a table's width out: a column's widest cell decides how much of it the
column gets (CSS 2.1, 17.5.2.2; browsers share in proportion to the widest cells, or to what these want beyond their
longest words). When that cell is hidden, the edges of every column tell how wide it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from redactor.domain.geometry import Box
from redactor.domain.pages import Word
from redactor.release.burn.fields import Field
from redactor.release.burn.ink import Shape
from redactor.release.burn.starts import SAME_START

#: An upright line is no wider than this (points), a level one no higher; edges as near to each other are one.
THIN, ONE_EDGE = 2.5, 1.0
#: No column is narrower than this (points): between two of them is the room that browsers leave between cells.
NARROWEST = 8.0
#: A column has the width its words want when it is off by no more than this (points), or this share of it.
OFF, SHARE = 1.0, 0.01
#: The most room (points) that cells have beside their words, both sides together, and in what steps it is tried.
ROOM, STEP = 30, 0.5
#: Lines of a table without rules are no farther than this (heights of a word) from each other, and it has so many.
APART, ROWS = 3.5, 3
#: A blank is so wide (heights of a word), and what is wider than the second may keep columns apart.
BLANK, GAP = 0.23, 0.4


class _Cell(NamedTuple):
    """``wants`` is how wide its words are on one line, ``needs`` the longest of them, in points."""

    words: list[Box]
    wants: float
    needs: float


class _Column(NamedTuple):
    """``wants`` and ``needs`` are those of its most demanding cells."""

    x0: float
    x1: float
    cells: list[_Cell]
    wants: float
    needs: float

    @property
    def wide(self) -> float:
        return self.x1 - self.x0


class Columns:
    """The tables of a page ``width`` points wide. ``words`` are all of its words, the hidden ones too."""

    def __init__(self, words: Sequence[Word], shapes: Iterable[Shape], width: float) -> None:
        self._words = [word.box for word in words]
        self._lines: list[list[Box]] | None = None
        self._shapes = [shape.box for shape in shapes]
        self._width = width
        self._sides: dict[tuple[float, ...], list[Box]] = {}
        #: Tables by the edges of their columns and rows: every line of one asks for it.
        self._known: dict[tuple[tuple[tuple[float, float], ...], ...], list[_Column]] = {}

    def made_for(self, own: Field, *, alone: bool) -> bool:
        """Whether a field is in the cell that decides how wide its column is; ``alone`` it has its line to itself."""
        middle = own.y - 0.3 * own.size
        ruled = self._ruled(middle)
        columns = ruled or ([] if alone else self._aligned(own.x0, middle))
        held = Box(own.x0, middle - 1, own.x1, middle + 1)
        mine = next((column for column in columns if _holds(column.x0, column.x1, held)), None)
        if mine is None or len(columns) < (2 if ruled else 3):
            return False
        decide = (c for c in mine.cells if c.wants > mine.wants - OFF / 2 or c.needs > mine.needs - OFF / 2)
        if not any(box.intersection(held) for cell in decide for box in cell.words):
            return False
        rooms = [n * STEP for n in range(int(ROOM / STEP) + 1)]
        if not ruled:
            # What is left beside the last words of a table is known when that beside the first ones is.
            last = columns[-1]
            wider = ([*columns[:-1], last._replace(x1=last.x1 + room)] for room in rooms)
            return any(_shared_out(each, columns.index(mine), room) for each, room in zip(wider, rooms, strict=True))
        most = 2 * min(box.x0 - column.x0 for column in columns for cell in column.cells for box in cell.words) + OFF
        least = most - 2 * OFF if len(columns) == 2 else 0.0
        return any(_shared_out(columns, columns.index(mine), room) for room in rooms if least <= room <= most)

    def _ruled(self, middle: float) -> list[_Column]:
        """The columns between upright lines, or sides of cells, at a height."""
        upright = [box for box in self._shapes if box.y0 < middle < box.y1 and box.height > 2 * THIN]
        edges = _merged([x for box in upright for x in (box.x0, box.x1)])
        if len(edges) < 3:
            return []
        top = bottom = middle
        sides = self._sides_at(tuple(edges))
        for box in sorted(sides, key=lambda box: max(box.y0 - middle, middle - box.y1)):
            if box.y0 < bottom + 2 * THIN and box.y1 > top - 2 * THIN:
                top, bottom = min(top, box.y0), max(bottom, box.y1)
        level = [y for box in sides for y in (box.y0, box.y1) if top - 1 < y < bottom + 1]
        rows = [(a, b) for a, b in pairwise(_merged([top, *level, bottom])) if b - a > 2 * THIN]
        return self._filled([(a, b) for a, b in pairwise(edges) if b - a > NARROWEST], rows)

    def _sides_at(self, edges: tuple[float, ...]) -> list[Box]:
        """What begins or ends where one of the edges is. Every row of a table asks for the same."""
        if edges not in self._sides:
            at = [(edge - ONE_EDGE, edge + ONE_EDGE) for edge in edges]
            self._sides[edges] = [
                box for box in self._shapes if any(low < box.x0 < high or low < box.x1 < high for low, high in at)
            ]
        return self._sides[edges]

    def _aligned(self, x0: float, middle: float) -> list[_Column]:
        """The columns of a table without upright lines, by where the words of its rows start; the last one ends as far
        from the page's edge as the first begins."""
        if self._lines is None:
            self._lines = [_parts(line) for line in _lines(self._words)]
        lines = self._lines
        own = (n for n, line in enumerate(lines) if any(p.x0 - 1 < x0 < p.x1 and p.y0 < middle < p.y1 for p in line))
        at = next(own, None)
        if at is None or len(lines[at]) < 2:
            return []
        starts = [part.x0 for part in lines[at]]
        rows = [lines[at]]
        for way in (lines[at + 1 :], lines[:at][::-1]):
            last = lines[at][0]
            for line in way:
                same = sum(any(abs(part.x0 - x) < SAME_START for part in line) for x in starts)
                if abs(line[0].y0 - last.y0) > APART * last.height or same < 2:
                    break
                rows.append(line)
                last = line[0]
        edges = [x for x in starts if sum(any(abs(p.x0 - x) < SAME_START for p in row) for row in rows) >= ROWS]
        if not edges:
            return []
        edges.append(max(self._width - edges[0], edges[-1] + NARROWEST))
        heights = [(min(part.y0 for part in row), max(part.y1 for part in row)) for row in rows]
        return self._filled(list(pairwise(edges)), heights)

    def _filled(self, between: Sequence[tuple[float, float]], rows: Sequence[tuple[float, float]]) -> list[_Column]:
        """Columns with the cells that have words."""
        key = (tuple(between), tuple(rows))
        if key not in self._known:
            columns = ((x0, x1, self._cells(x0, x1, rows)) for x0, x1 in between)
            self._known[key] = [
                _Column(x0, x1, cells, max(cell.wants for cell in cells), max(cell.needs for cell in cells))
                for x0, x1, cells in columns
                if cells
            ]
        return self._known[key]

    def _cells(self, x0: float, x1: float, rows: Sequence[tuple[float, float]]) -> list[_Cell]:
        """The cells with words of a column, by the table's rows."""
        inside = [box for box in self._words if _holds(x0, x1, box)]
        cells: list[_Cell] = []
        for top, bottom in rows:
            words = [box for box in inside if top < (box.y0 + box.y1) / 2 < bottom]
            if words:
                lines = _lines(words)
                wants = sum(line[-1].x1 - line[0].x0 for line in lines)
                wants += BLANK * (len(lines) - 1) * words[0].height
                cells.append(_Cell(words, wants, max(box.width for box in words)))
        return cells


def _holds(x0: float, x1: float, box: Box) -> bool:
    """Whether what is in ``box`` is in the column between two edges."""
    return x0 - ONE_EDGE < box.x0 and (box.x0 + box.x1) / 2 < x1


def _shared_out(columns: Sequence[_Column], number: int, room: float) -> bool:
    """Whether the width of a column follows from what its words want as those of all others do, if cells have so much
    ``room`` beside their words."""
    mine = columns[number]
    others = [*columns[:number], *columns[number + 1 :]]
    by_words = [column.wide / (column.wants + room) for column in others if column.wants + room > 0]
    beyond = [(c.wide - room - c.needs) / (c.wants - c.needs) for c in others if c.wants > c.needs + OFF]
    for shares, least, wanted in (
        (by_words, 0.0, mine.wants + room),
        (beyond, room + mine.needs, mine.wants - mine.needs),
    ):
        if not shares or max(shares) - min(shares) > SHARE * max(shares):
            continue
        guess = least + wanted * sum(shares) / len(shares)
        if abs(guess - mine.wide) < max(OFF, SHARE * mine.wide):
            return True
    return False


def _merged(places: Sequence[float]) -> list[float]:
    """Places in order, those close to each other as one."""
    merged: list[float] = []
    for place in sorted(places):
        if not merged or place - merged[-1] > THIN:
            merged.append(place)
    return merged


def _lines(words: Sequence[Box]) -> list[list[Box]]:
    """Words line by line, from left to right."""
    lines: list[list[Box]] = []
    for box in sorted(words, key=lambda box: (box.y0 + box.y1) / 2):
        last = lines[-1][0] if lines else None
        if last and abs((box.y0 + box.y1) - (last.y0 + last.y1)) < min(box.height, last.height):
            lines[-1].append(box)
        else:
            lines.append([box])
    return [sorted(line) for line in lines]


def _parts(line: Sequence[Box]) -> list[Box]:
    """What gaps keep apart on a line."""
    parts = [line[0]]
    for box in line[1:]:
        last = parts[-1]
        if box.x0 - last.x1 > GAP * max(last.height, box.height):
            parts.append(box)
        else:
            parts[-1] = Box(last.x0, min(last.y0, box.y0), max(last.x1, box.x1), max(last.y1, box.y1))
    return parts
