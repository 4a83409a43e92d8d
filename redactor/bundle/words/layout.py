# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading order: which words form a line, which lines a block, and in what order they are read. Pure.

A file's own order is good inside a paragraph, a table cell or a row, and often wrong between them (form
fields after all labels, a footer first, columns line by line). So pieces are built along the file's
order and then put in order by where they stand, by a recursive cut along white space (Nagy and Seth's
XY cut, with columns of running text tried before rows). A block is a paragraph or a table row; the cells
of a row are its lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import NamedTuple

import numpy as np

from redactor.bundle.words.downwards import NEAR, in_file_order
from redactor.bundle.words.lines import Counts, Numbers, Order, Piece, Run, runs_from, starts_of
from redactor.bundle.words.spacing import closed_up

#: A gutter between columns is at least this wide, in points.
_GUTTER = 7.0
#: How many ends and gutters of a stretch of columns are tried, and how deep cuts go: bounds for odd pages.
_TRIES = 12
_DEEP = 60


class Placed(NamedTuple):
    """Where in the reading order the word stands that was given at place ``at``."""

    at: int
    line: int
    block: int


@dataclass(slots=True)
class _Block:
    runs: list[Run]
    x0: float
    y0: float
    x1: float
    y1: float
    line_height: float = field(default=0.0)

    @classmethod
    def of(cls, run: Run) -> _Block:
        return cls([run], run.x0, run.y0, run.x1, run.y1, run.height)

    def add(self, run: Run) -> None:
        self.runs.append(run)
        self.x0, self.y0 = min(self.x0, run.x0), min(self.y0, run.y0)
        self.x1, self.y1 = max(self.x1, run.x1), max(self.y1, run.y1)


def arrange(pieces: Sequence[Piece], *, ordered: bool = True) -> list[Placed]:
    """:func:`order_of`, word by word."""
    if not pieces:
        return []
    *sides, blocks, lines = zip(*pieces, strict=True)
    order = order_of(np.array(sides, np.float64), np.array(blocks), np.array(lines), ordered=ordered)
    return list(map(Placed, *(column.tolist() for column in order)))


def order_of(boxes: Numbers, blocks: Counts, lines: Counts, *, ordered: bool = True) -> Order:
    """Every word once, in reading order, with its line and block counted from 0.

    ``boxes`` is four rows, x0, y0, x1, y1, in points, ``blocks`` and ``lines`` the file's numbers of each word.
    ``ordered``: whether the words come in an order that means something inside paragraphs and cells, as a
    file's own does. The lines of a scan do not (the two columns of a page line by line, say).
    """
    if not blocks.size:
        return Order(blocks, blocks, blocks)
    upright, starts = starts_of(boxes, blocks, lines)
    if ordered and (found := in_file_order(upright, blocks, starts)):
        return closed_up(upright, found)
    runs = runs_from(upright, blocks, starts)
    if not ordered:
        runs = [run for single in _in_order([_Block.of(run) for run in runs]) for run in single.runs]
    placed: list[range] = []
    numbers: list[int] = []
    number = -1
    previous: _Block | None = None
    for block in _in_order(_blocks(runs)):
        if previous is None or not _same_row(previous, block):
            number += 1
        previous = block
        for run in block.runs:
            placed.append(run.words)
            numbers.append(number)
    sizes = [len(words) for words in placed]
    at = np.fromiter(chain.from_iterable(placed), np.int64, sum(sizes))
    found = Order(at, np.repeat(np.arange(len(sizes)), sizes), np.repeat(np.array(numbers, np.int64), sizes))
    return closed_up(upright, found)


def _blocks(runs: list[Run]) -> list[_Block]:
    """Paragraphs and table rows, along the file's own order."""
    blocks: list[_Block] = []
    for run in runs:
        if blocks and _belongs(blocks[-1], run):
            blocks[-1].add(run)
        else:
            blocks.append(_Block.of(run))
    return blocks


def _belongs(block: _Block, run: Run) -> bool:
    last = block.runs[-1]
    overlap_x = min(last.x1, run.x1) - max(last.x0, run.x0) > 0
    down = run.y0 > last.y0 + 0.5 * last.height
    if run.block == last.block and down:
        return overlap_x and run.y0 - last.y1 < NEAR * max(last.height, run.height)
    aligned = abs(run.y0 - block.y0) < 0.6 * max(block.line_height, run.height)
    beside = run.x0 >= block.x1 - 1.0
    if aligned and beside and run.y1 > block.y0:
        return True
    return run.block == last.block and not overlap_x and run.y0 > block.y0 - 0.5 * run.height


def _same_row(left: _Block, right: _Block) -> bool:
    """A label and its value that the file wrote apart: single lines side by side."""
    if len(right.runs) > 1 or left.y1 - left.y0 > 1.6 * left.line_height:
        return False
    shared = min(left.y1, right.y1) - max(left.y0, right.y0)
    return right.x0 >= left.x1 - 1.0 and shared > 0.5 * min(left.line_height, right.line_height)


def _in_order(blocks: list[_Block], depth: int = 0) -> list[_Block]:
    if len(blocks) < 2:
        return blocks
    if depth > _DEEP:
        return sorted(blocks, key=lambda b: (b.y0, b.x0))
    bands = _bands(blocks)
    if len(bands) == 1:
        columns = _columns(blocks)
        if len(columns) == 1:
            return blocks
        return [block for column in columns for block in _in_order(column, depth + 1)]
    ordered: list[_Block] = []
    start = 0
    while start < len(bands):
        end, halves = _running_columns(bands, start)
        for part in halves:
            ordered += _in_order(part, depth + 1)
        start = end
    return ordered


def _bands(blocks: list[_Block]) -> list[list[_Block]]:
    """The blocks cut into bands by white space that runs across all of them."""
    bands: list[list[_Block]] = []
    reach = float("-inf")
    for block in sorted(blocks, key=lambda b: b.y0):
        # Line boxes reach from ascender to descender, so tightly set lines overlap a little.
        if bands and block.y0 < reach - 0.3 * block.line_height:
            bands[-1].append(block)
        else:
            bands.append([block])
        reach = max(reach, block.y1)
    return [sorted(band, key=lambda b: (b.x0, b.y0)) for band in bands]


def _columns(blocks: list[_Block]) -> list[list[_Block]]:
    """The blocks cut into columns by upright white space."""
    columns: list[list[_Block]] = []
    reach = float("-inf")
    for block in sorted(blocks, key=lambda b: b.x0):
        if columns and block.x0 < reach:
            columns[-1].append(block)
        else:
            columns.append([block])
        reach = max(reach, block.x1)
    return columns


def _running_columns(bands: list[list[_Block]], start: int) -> tuple[int, list[list[_Block]]]:
    """What to read next from band ``start`` on, and the band after it: that band, or two columns of running
    text that go on through several bands, the left and then the right.

    Without this, paragraphs that happen to end at one height would be read across the columns.
    """
    single = (start + 1, [bands[start]])
    if len(bands[start]) < 2 or not any(len(run.words) >= 3 for block in bands[start] for run in block.runs):
        return single
    spans: list[tuple[float, float]] = []
    end = start
    while end < len(bands):
        wider = _joined_spans(spans + [(block.x0, block.x1) for block in bands[end]])
        if not _gutters(wider):
            break
        spans = wider
        end += 1
    for last in range(end, max(start + 1, end - _TRIES), -1):
        held = [block for band in bands[start:last] for block in band]
        for gutter in _gutters(_joined_spans([(block.x0, block.x1) for block in held]))[:_TRIES]:
            left = [block for block in held if block.x0 < gutter]
            right = [block for block in held if block.x0 >= gutter]
            if _prose(left) and _prose(right):
                return last, [left, right]
    return single


def _joined_spans(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for x0, x1 in sorted(spans):
        if joined and x0 < joined[-1][1] + _GUTTER:
            joined[-1] = (joined[-1][0], max(joined[-1][1], x1))
        else:
            joined.append((x0, x1))
    return joined


def _gutters(spans: list[tuple[float, float]]) -> list[float]:
    """The middles of the white strips between spans."""
    return [(one[1] + two[0]) / 2 for one, two in pairwise(spans)]


def _prose(blocks: list[_Block]) -> bool:
    """Whether these blocks are a column of running text: three lines or more that fill their column."""
    runs = [run for block in blocks for run in block.runs]
    width = max(run.x1 for run in runs) - min(run.x0 for run in runs)
    full = [run for run in runs if run.x1 - run.x0 >= 0.6 * width and len(run.words) >= 3]
    return len(full) >= 3 and 2 * len(full) >= len(runs)
