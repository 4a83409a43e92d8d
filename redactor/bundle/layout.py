# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading order: which words form a line, which lines a block, and in what order they are read. Pure.

A file's own order is good inside a paragraph, a table cell or a row, and often wrong between them (form
fields after all labels, a footer first, columns line by line). So pieces are built along the file's
order and then put in order by where they stand, by a recursive cut along white space (Nagy and Seth's
XY cut, with columns of running text tried before rows). A block is a paragraph or a table row; the cells
of a row are its lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import NamedTuple

#: A gutter between columns is at least this wide, in points.
_GUTTER = 7.0
#: How many ends and gutters of a stretch of columns are tried, and how deep cuts go: bounds for odd pages.
_TRIES = 12
_DEEP = 60


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
    upright = _upright(pieces)
    runs = _cut_at_columns(_runs(upright), upright)
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


def _cut_at_columns(runs: list[_Run], pieces: Sequence[Piece]) -> list[_Run]:
    """Cells whose text reaches to the next column, cut where that column starts in the rows around.

    Only rows of a table are cut: a block of one line, beside another one, with several runs in one of them.
    """
    rows: list[list[_Run]] = []
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
    cut: list[_Run] = []
    for number, row in enumerate(rows):
        beside = any(tabular[max(number - 1, 0) : number + 2])
        for run in row:
            cut += _cut_run(run, pieces, columns) if single[number] and beside else [run]
    return cut


def _cut_run(run: _Run, pieces: Sequence[Piece], columns: set[int]) -> list[_Run]:
    parts: list[_Run] = []
    first = run.words[0]
    for index in run.words[1:]:
        if round(pieces[index].x0) in columns:
            parts.append(_run(pieces, first, index))
            first = index
    return [*parts, _run(pieces, first, run.words[-1] + 1)]


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
