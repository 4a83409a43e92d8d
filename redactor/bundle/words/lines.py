# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page's words gathered into runs: the words of one line, in one cell or column. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Counts = NDArray[np.int64]
Flags = NDArray[np.bool_]

#: A gap wider than this share of its line's height may be more than a blank.
_BLANK = 0.7
#: A word stands in a column of its own where, in so many rows, the gap before it is so many times its run's other gaps.
_ROWS, _WIDER = 3, 1.5


class Order(NamedTuple):
    """Words in reading order: their places in what was given, and their lines and blocks counted from 0."""

    at: Counts
    lines: Counts
    blocks: Counts


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


def starts_of(boxes: Numbers, blocks: Counts, lines: Counts) -> tuple[Numbers, Counts]:
    """The boxes of a page's words (one or more) as if its lines ran from left to right, whichever way they run, and
    where runs start.

    ``boxes`` is four rows, x0, y0, x1, y1, in points; ``blocks`` and ``lines`` are the file's numbers of each word.
    """
    beside = (blocks[1:] == blocks[:-1]) & (lines[1:] == lines[:-1])
    upright = _upright(boxes, beside)
    return upright, _starts(upright, beside)


def runs_from(upright: Numbers, blocks: Counts, starts: Counts) -> list[Run]:
    """The page's runs in the file's order, of what :func:`starts_of` found."""
    return _cut_at_columns(_gathered(upright, blocks, starts), upright)


def _upright(boxes: Numbers, beside: Flags) -> Numbers:
    """The boxes as if most of the page's lines ran from left to right, whichever way they run.

    Which way that is the order of the words within the file's lines tells.
    """
    x0, y0, x1, y1 = boxes
    across, along = x0 + x1, y0 + y1
    right = float((across[1:] - across[:-1])[beside].sum())
    down = float((along[1:] - along[:-1])[beside].sum())
    if right >= abs(down):
        return boxes
    if -right > abs(down):
        return np.stack([-x1, -y1, -x0, -y0])
    if down > 0:
        return np.stack([y0, -x1, y1, -x0])
    return np.stack([-y1, x0, -y0, x1])


def _starts(boxes: Numbers, beside: Flags) -> Counts:
    """Where runs start: with the file's lines, and behind a gap too wide to be a blank (cells, columns, tabs)."""
    x0, y0, x1, y1 = boxes
    starts = np.concatenate(([0], (~beside).nonzero()[0] + 1))
    height = np.maximum.reduceat(y1 - y0, starts)
    gaps = x0[1:] - x1[:-1]
    # Most pages have no gap that could be too wide, and most lines: the others are looked at one by one.
    wide = beside & (gaps > _BLANK * height.min())
    if not wide.any():
        return starts
    sizes = np.diff(starts, append=x0.size)
    doubtful = np.flatnonzero(wide & (gaps > _BLANK * np.repeat(height, sizes)[1:]))
    if not doubtful.size:
        return starts
    more: list[int] = []
    for number in np.unique(np.searchsorted(starts, doubtful, side="right") - 1).tolist():
        first = int(starts[number])
        own = gaps[first : first + int(sizes[number]) - 1].tolist()
        widest = _widest_blank(own, float(height[number]))
        more += [first + offset + 1 for offset, gap in enumerate(own) if gap > widest]
    return np.sort(np.concatenate((starts, np.array(more, np.int64))))


def _widest_blank(gaps: list[float], height: float) -> float:
    """The widest gap of this line that is still a blank between words of one cell."""
    usual = gaps if len(gaps) >= 5 else [gap for gap in gaps if gap <= 0.5 * height]
    return max(_BLANK * height, 2.2 * median(usual) if usual else 0.0)


def _gathered(boxes: Numbers, blocks: Counts, starts: Counts) -> list[Run]:
    least, most = np.minimum.reduceat(boxes[:2], starts, axis=1), np.maximum.reduceat(boxes[2:], starts, axis=1)
    ends = [*starts[1:].tolist(), blocks.size]
    rows = zip(starts.tolist(), ends, *least.tolist(), *most.tolist(), blocks[starts].tolist(), strict=True)
    return [Run(range(first, end), x0, y0, x1, y1, block) for first, end, x0, y0, x1, y1, block in rows]


def _cut_at_columns(runs: list[Run], boxes: Numbers) -> list[Run]:
    """Cells whose text reaches to the next column, cut where that column starts in the rows around.

    Only rows of a table are cut: a block of one line, beside another one, with several runs in one of them.
    """
    rows: list[list[Run]] = []
    for run in runs:
        if rows and rows[-1][0].block == run.block:
            rows[-1].append(run)
        else:
            rows.append([run])
    if sum(len(row) > 1 for row in rows) < 2:
        return runs
    single = [max(r.y1 for r in row) - min(r.y0 for r in row) < 1.5 * row[0].height for row in rows]
    tabular = [one and len(row) > 1 for one, row in zip(single, rows, strict=True)]
    if sum(tabular) < 2:
        return runs
    starts = Counter(round(run.x0) for row, table in zip(rows, tabular, strict=True) if table for run in row[1:])
    columns = {x for x, count in starts.items() if count >= 2}
    lefts = np.rint(boxes[0]).tolist()
    once = starts.keys() - columns
    headed = (
        _headed(once, [run for row, table in zip(rows, tabular, strict=True) if table for run in row], boxes, lefts)
        if once
        else set()
    )
    cut: list[Run] = []
    for number, row in enumerate(rows):
        beside = any(tabular[max(number - 1, 0) : number + 2])
        for run in row:
            if single[number] and beside:
                cut += _cut_run(run, boxes, lefts, columns | headed)
            else:
                cut += _cut_run(run, boxes, lefts, headed) if len(row) > 1 else [run]
    return cut


def _headed(once: set[int], runs: list[Run], boxes: Numbers, lefts: Sequence[float]) -> set[int]:
    """Of the places where one row alone begins a cell, mostly the head of a narrow column, those that are a
    column's: in _ROWS rows a word within another run begins there, behind a gap wider than its run's blanks."""
    found: Counter[int] = Counter()
    for run in runs:
        inner = [index for index in run.words[1:] if lefts[index] in once]
        if not inner:
            continue
        gaps = {index: float(boxes[0, index] - boxes[2, index - 1]) for index in run.words[1:]}
        for index in inner:
            others = [gap for at, gap in gaps.items() if at != index]
            usual = median(others) if others else _BLANK * run.height / 2
            if gaps[index] > _WIDER * usual:
                found[round(lefts[index])] += 1
    return {x for x, count in found.items() if count >= _ROWS}


def _cut_run(run: Run, boxes: Numbers, lefts: Sequence[float], columns: set[int]) -> list[Run]:
    firsts = [run.words[0], *(index for index in run.words[1:] if lefts[index] in columns)]
    if len(firsts) == 1:
        return [run]
    ends = [*firsts[1:], run.words[-1] + 1]
    return [_run(boxes, first, end, run.block) for first, end in zip(firsts, ends, strict=True)]


def _run(boxes: Numbers, first: int, end: int, block: int) -> Run:
    x0, y0 = boxes[:2, first:end].min(axis=1).tolist()
    x1, y1 = boxes[2:, first:end].max(axis=1).tolist()
    return Run(range(first, end), x0, y0, x1, y1, block)
