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
from itertools import pairwise
from statistics import median
from typing import NamedTuple

#: A gutter between columns is at least this wide, in points.
_GUTTER = 7.0
#: Above this many bands, cutting for columns is not worth its time.
_MANY = 400


class Piece(NamedTuple):
    """One word to be placed: its box in points, and the file's own block and line numbers."""

    x0: float
    y0: float
    x1: float
    y1: float
    block: int
    line: int


class Placed(NamedTuple):
    """Where in the reading order the word stands that was given at place ``at``."""

    at: int
    line: int
    block: int


@dataclass(slots=True)
class _Run:
    """Words of one line without a wide gap."""

    words: list[int]
    x0: float
    y0: float
    x1: float
    y1: float
    block: int

    @property
    def height(self) -> float:
        return self.y1 - self.y0


@dataclass(slots=True)
class _Block:
    runs: list[_Run]
    x0: float
    y0: float
    x1: float
    y1: float
    line_height: float = field(default=0.0)

    @classmethod
    def of(cls, run: _Run) -> _Block:
        return cls([run], run.x0, run.y0, run.x1, run.y1, run.height)

    def add(self, run: _Run) -> None:
        self.runs.append(run)
        self.x0, self.y0 = min(self.x0, run.x0), min(self.y0, run.y0)
        self.x1, self.y1 = max(self.x1, run.x1), max(self.y1, run.y1)


def arrange(pieces: Sequence[Piece], *, ordered: bool = True) -> list[Placed]:
    """Every word once, in reading order, with its line and block counted from 0.

    ``ordered``: whether the pieces come in an order that means something inside paragraphs and cells, as a
    file's own does. The lines of a scan do not (the two columns of a page line by line, say).
    """
    runs = _runs(pieces)
    if not ordered:
        runs = [run for single in _in_order([_Block.of(run) for run in runs]) for run in single.runs]
    blocks = _in_order(_blocks(runs))
    placed: list[Placed] = []
    line = number = -1
    previous: _Block | None = None
    for block in blocks:
        if previous is None or not _same_row(previous, block):
            number += 1
        previous = block
        for run in block.runs:
            line += 1
            placed += [Placed(index, line, number) for index in run.words]
    return placed


def _runs(pieces: Sequence[Piece]) -> list[_Run]:
    """The file's lines, cut where a gap is too wide to be a blank (cells, columns, tabs)."""
    runs: list[_Run] = []
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


def _run(pieces: Sequence[Piece], first: int, end: int) -> _Run:
    part = pieces[first:end]
    return _Run(
        list(range(first, end)),
        min(p.x0 for p in part),
        min(p.y0 for p in part),
        max(p.x1 for p in part),
        max(p.y1 for p in part),
        part[0].block,
    )


def _blocks(runs: list[_Run]) -> list[_Block]:
    """Paragraphs and table rows, along the file's own order."""
    blocks: list[_Block] = []
    for run in runs:
        if blocks and _belongs(blocks[-1], run):
            blocks[-1].add(run)
        else:
            blocks.append(_Block.of(run))
    return blocks


def _belongs(block: _Block, run: _Run) -> bool:
    last = block.runs[-1]
    overlap_x = min(last.x1, run.x1) - max(last.x0, run.x0) > 0
    down = run.y0 > last.y0 + 0.5 * last.height
    if run.block == last.block and down:
        return overlap_x
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


def _in_order(blocks: list[_Block]) -> list[_Block]:
    if len(blocks) < 2:
        return blocks
    bands = _bands(blocks)
    if len(bands) == 1:
        columns = _columns(blocks)
        if columns is None:
            return blocks
        return [block for column in columns for block in _in_order(column)]
    ordered: list[_Block] = []
    start = 0
    while start < len(bands):
        end, halves = _columns_from(bands, start) if len(bands) <= _MANY else (start + 1, None)
        if halves is not None:
            ordered += _in_order(halves[0]) + _in_order(halves[1])
        else:
            ordered += _in_order(bands[start]) if len(bands[start]) < len(blocks) else bands[start]
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


def _columns(blocks: list[_Block]) -> list[list[_Block]] | None:
    """The blocks cut by upright white space; None when there is none."""
    columns: list[list[_Block]] = []
    reach = float("-inf")
    for block in sorted(blocks, key=lambda b: b.x0):
        if columns and block.x0 < reach:
            columns[-1].append(block)
        else:
            columns.append([block])
        reach = max(reach, block.x1)
    return columns if len(columns) > 1 else None


def _columns_from(bands: list[list[_Block]], start: int) -> tuple[int, tuple[list[_Block], list[_Block]] | None]:
    """The longest stretch of bands from ``start`` on that is two columns of running text, and its halves.

    Without this, paragraphs that happen to end at one height would be read across the columns.
    """
    best: tuple[int, tuple[list[_Block], list[_Block]] | None] = (start + 1, None)
    held: list[_Block] = []
    for end in range(start + 1, len(bands) + 1):
        held = held + bands[end - 1]
        columns = _columns(held)
        if columns is None:
            if end > start + 1 or len(bands[start]) == 1:
                break
            continue
        for cut in range(1, len(columns)):
            left = [block for column in columns[:cut] for block in column]
            right = [block for column in columns[cut:] for block in column]
            if min(b.x0 for b in right) - max(b.x1 for b in left) >= _GUTTER and _prose(left) and _prose(right):
                best = (end, (left, right))
                break
    return best


def _prose(blocks: list[_Block]) -> bool:
    """Whether these blocks are a column of running text: three lines or more that fill their column."""
    runs = [run for block in blocks for run in block.runs]
    width = max(run.x1 for run in runs) - min(run.x0 for run in runs)
    full = [run for run in runs if run.x1 - run.x0 >= 0.6 * width and len(run.words) >= 3]
    return len(full) >= 3 and 2 * len(full) >= len(runs)
