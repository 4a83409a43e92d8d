# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page's words gathered into runs: the words of one line, in one cell or column. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple


class Piece(NamedTuple):
    """One word to be placed: its box in points, and the file's own block and line numbers."""

    x0: float
    y0: float
    x1: float
    y1: float
    block: int
    line: int


@dataclass(slots=True)
class Run:
    """Words of one line without a wide gap, by their places in the sequence given. Boxes are upright."""

    words: range
    x0: float
    y0: float
    x1: float
    y1: float
    block: int

    @property
    def height(self) -> float:
        return self.y1 - self.y0


def runs_of(pieces: Sequence[Piece]) -> list[Run]:
    """The page's runs in the file's order, as if its lines ran from left to right, whichever way they run."""
    upright = _upright(pieces)
    return _cut_at_columns(_runs(upright), upright)


def _upright(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces as if most of the page's lines ran from left to right, whichever way they run.

    Which way that is the order of the words within the file's lines tells.
    """
    right = down = 0.0
    for one, two in pairwise(pieces):
        if one.block == two.block and one.line == two.line:
            right += two.x0 + two.x1 - one.x0 - one.x1
            down += two.y0 + two.y1 - one.y0 - one.y1
    if right >= abs(down):
        return pieces
    if -right > abs(down):
        return [Piece(-p.x1, -p.y1, -p.x0, -p.y0, p.block, p.line) for p in pieces]
    if down > 0:
        return [Piece(p.y0, -p.x1, p.y1, -p.x0, p.block, p.line) for p in pieces]
    return [Piece(-p.y1, p.x0, -p.y0, p.x1, p.block, p.line) for p in pieces]


def _runs(pieces: Sequence[Piece]) -> list[Run]:
    """The file's lines, cut where a gap is too wide to be a blank (cells, columns, tabs)."""
    runs: list[Run] = []
    start = 0
    for end in range(1, len(pieces) + 1):
        if end < len(pieces) and pieces[end][4:] == pieces[start][4:]:
            continue
        line = pieces[start:end]
        gaps = [b.x0 - a.x1 for a, b in pairwise(line)]
        widest = _widest_blank(gaps, max(p.y1 - p.y0 for p in line)) if gaps else 0.0
        first = start
        for offset, gap in enumerate(gaps):
            if gap > widest:
                runs.append(_run(pieces, first, start + offset + 1))
                first = start + offset + 1
        runs.append(_run(pieces, first, end))
        start = end
    return runs


def _widest_blank(gaps: list[float], height: float) -> float:
    """The widest gap of this line that is still a blank between words of one cell."""
    usual = gaps if len(gaps) >= 5 else [gap for gap in gaps if gap <= 0.5 * height]
    return max(0.7 * height, 2.2 * median(usual) if usual else 0.0)


def _cut_at_columns(runs: list[Run], pieces: Sequence[Piece]) -> list[Run]:
    """Cells whose text reaches to the next column, cut where that column starts in the rows around.

    Only rows of a table are cut: a block of one line, beside another one, with several runs in one of them.
    """
    rows: list[list[Run]] = []
    for run in runs:
        if rows and rows[-1][0].block == run.block:
            rows[-1].append(run)
        else:
            rows.append([run])
    single = [max(r.y1 for r in row) - min(r.y0 for r in row) < 1.5 * row[0].height for row in rows]
    tabular = [one and len(row) > 1 for one, row in zip(single, rows, strict=True)]
    if sum(tabular) < 2:
        return runs
    starts = Counter(round(run.x0) for row, table in zip(rows, tabular, strict=True) if table for run in row[1:])
    columns = {x for x, count in starts.items() if count >= 2}
    cut: list[Run] = []
    for number, row in enumerate(rows):
        beside = any(tabular[max(number - 1, 0) : number + 2])
        for run in row:
            cut += _cut_run(run, pieces, columns) if single[number] and beside else [run]
    return cut


def _cut_run(run: Run, pieces: Sequence[Piece], columns: set[int]) -> list[Run]:
    parts: list[Run] = []
    first = run.words[0]
    for index in run.words[1:]:
        if round(pieces[index].x0) in columns:
            parts.append(_run(pieces, first, index))
            first = index
    return [*parts, _run(pieces, first, run.words[-1] + 1)]


def _run(pieces: Sequence[Piece], first: int, end: int) -> Run:
    x0, y0, x1, y1, block, _ = zip(*pieces[first:end], strict=True)
    return Run(range(first, end), min(x0), min(y0), max(x1), max(y1), block[0])
