# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where a page's lines and columns of text start and end, and which words lie at which height."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from redactor.domain.geometry import Box
from redactor.domain.pages import Word

#: Gaps wider than this many ems are tabs or columns.
COLUMN_GAP = 1.5
#: Two starts within this many points are the same column.
SAME_START = 0.4
#: Lines this far (points) from each other are two, and within the second neighbours.
LINE, NEXT = 6.0, 40.0


class Heights:
    """The boxes of a page's words as an array, to ask quickly which lie at a height."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._boxes: NDArray[np.float64] = np.array([word.box for word in words], dtype=np.float64).reshape(-1, 4)

    def across(self, y: float) -> list[int]:
        """The indexes of the words that a level line at ``y`` goes through."""
        found: list[int] = np.flatnonzero((self._boxes[:, 1] < y) & (y < self._boxes[:, 3])).tolist()
        return found

    def touching(self, box: Box) -> list[int]:
        """The indexes of the words that share area with ``box``."""
        x0, y0, x1, y1 = self._boxes.T
        found: list[int] = np.flatnonzero((y0 < box.y1) & (y1 > box.y0) & (x0 < box.x1) & (x1 > box.x0)).tolist()
        return found


class Starts:
    """Where lines and columns of text start on a page: of the lines without boxes, and (``rows``) of all."""

    def __init__(self, words: Sequence[Word], hidden: Sequence[Box]) -> None:
        lines: dict[tuple[int, int], list[Word]] = defaultdict(list)
        for word in words:
            lines[word.block, word.line].append(word)
        touched = np.array([(box.y0, box.y1) for box in hidden]).reshape(-1, 2)
        self.left: list[float] = []
        self.inner: list[float] = []
        self.ends: list[float] = []
        rows: list[tuple[float, float, list[Box], list[tuple[Box, Box]]]] = []
        self.rows: list[tuple[float, float]] = []
        #: Of every word but the first of a line where it starts, where that before it ends, and how high.
        follows: list[tuple[float, float, float]] = []
        #: Of every word after a gap where it starts, of every line where it ends and its middle, and how high.
        self._begin: list[tuple[float, float]] = []
        self._end: list[tuple[float, float]] = []
        self._middle: list[tuple[float, float]] = []
        for line in lines.values():
            placed = sorted((word.box for word in line), key=_start)
            y0, y1, end = min([b.y0 for b in placed]), max([b.y1 for b in placed]), max([b.x1 for b in placed])
            start, middle = placed[0].x0, (y0 + y1) / 2
            gaps = [(a, b) for a, b in pairwise(placed) if _gap(a, b)]
            rows.append((y0, y1, placed, gaps))
            self.rows.append((start, middle))
            follows += [(b.x0, a.x1, middle) for a, b in pairwise(placed)]
            self._begin += [(b.x0, middle) for _, b in gaps]
            self._end.append((end, middle))
            self._middle.append(((start + end) / 2, middle))
        spans = zip(rows, self.rows, self._end, strict=True)
        self._begin += _after_others([(y0, y1, start, end) for (y0, y1, *_), (start, _), (end, _) in spans])
        self._after = np.array(follows, dtype=np.float64).reshape(-1, 3).T
        # Lines that start where others do are in the middle of nothing.
        self._ordered = sorted(self.rows)
        every = [x0 for x0, _ in self._ordered]
        self._middle = [m for m, (x0, _) in zip(self._middle, self.rows, strict=True) if _count(every, x0) == 1]
        among = _touched(touched, [(y0, y1) for y0, y1, *_ in rows])
        for (_, _, placed, gaps), held in zip(rows, among, strict=True):
            if held:
                continue
            self.left.append(placed[0].x0)
            self.ends.append(placed[-1].x1)
            self.inner += [after.x0 for _, after in gaps]
            self.ends += [before.x1 for before, _ in gaps]
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
        return _count(self.left, x) >= max(3, 0.3 * len(self.left))

    def beside(self, x: float, y: float, size: float) -> bool:
        """Whether the line above or below the baseline ``y`` starts at ``x`` too."""
        return any(
            abs(x - x0) < SAME_START and 0.5 * size < abs(y - 0.3 * size - at) < 2.4 * size for x0, at in self.rows
        )

    def tabulated(self, x: float) -> bool:
        """Whether a column starts at ``x``: on a line without boxes, or on most of those that have columns at all."""
        if self.column(x):
            return True
        same = sum(abs(x - x0) < SAME_START for x0, _ in self._begin)
        return same > max(1, len({round(at) for _, at in self._begin}) / 2)

    def column_beside(self, x: float, end: float, y: float, apart: float) -> bool:
        """Whether a word of a line above or below that at ``y`` starts at ``x`` too though the word before it ends by
        more than ``apart`` elsewhere than at ``end``: it is a column, however narrow the gap."""
        x0, x1, at = self._after
        near, far = np.abs(x - x0) < SAME_START, np.abs(y - at)
        return bool((near & (far > LINE) & (far < NEXT) & (np.abs(end - x1) > apart)).any())

    def ends_with_others(self, x: float, y: float) -> bool:
        """Whether a line above or below that at ``y`` ends where it does, at ``x``."""
        return any(abs(x - x1) < SAME_START and LINE < abs(y - at) < NEXT for x1, at in self._end)

    def middle_of_others(self, x: float, y: float) -> float | None:
        """The middle, to a quarter of a point, of a line above or below that at ``y`` that has it at ``x`` too, and
        starts where no other does."""
        near = (m for m, at in self._middle if abs(x - m) < SAME_START and LINE < abs(y - at) < NEXT)
        return next((round(4 * middle) / 4 for middle in near), None)

    def under_the_middle(self, x0: float, x1: float, y: float) -> bool:
        """Whether a shorter line above or below that at ``y`` has its middle where the words from ``x0`` to ``x1`` have
        theirs."""
        return any(
            x0 + SAME_START < start and abs(start + end - x0 - x1) < 2 * SAME_START and LINE < abs(y - at) < NEXT
            for (start, at), (end, _) in zip(self.rows, self._end, strict=True)
        )

    def line_beside(self, x: float, y: float) -> bool:
        """Whether a line above or below that at ``y`` starts at ``x``."""
        first, last = bisect_left(self._ordered, (x - SAME_START,)), bisect_left(self._ordered, (x + SAME_START,))
        return any(abs(x - start) < SAME_START and LINE < abs(y - at) < NEXT for start, at in self._ordered[first:last])

    def column(self, x: float) -> bool:
        """Whether another line has a column, or a line of its own, start here."""
        return self.start(x, first=False) is not None

    def end(self, x: float) -> float | None:
        return _near(self.ends, x)


def _start(box: Box) -> float:
    return box.x0


def _gap(before: Box, after: Box) -> bool:
    """Whether a tab or a column stands between two words of a line."""
    gap = after.x0 - before.x1
    return gap > 0 and gap > COLUMN_GAP * max(before.height, after.height) * 0.8


def _after_others(lines: Sequence[tuple[float, float, float, float]]) -> list[tuple[float, float]]:
    """Of lines (top, foot, start, end) that begin a gap after the end of another at their height, as the cells of a row
    do, where they start and how high."""
    y0, y1, start, end = np.array(lines, dtype=np.float64).reshape(-1, 4).T
    found = []
    # Of most pages no line begins beyond the end of any other.
    for n in np.flatnonzero(start - end.min(initial=np.inf) > COLUMN_GAP * 0.8 * (y1 - y0)).tolist():
        level = np.minimum(y1, y1[n]) - np.maximum(y0, y0[n]) > 0.5 * np.minimum(y1 - y0, y1[n] - y0[n])
        if (level & (start[n] - end > COLUMN_GAP * 0.8 * (y1[n] - y0[n]))).any():
            found.append((float(start[n]), float(y0[n] + y1[n]) / 2))
    return found


def _count(places: list[float], x: float) -> int:
    """How many of the places, in order, are at ``x``."""
    return bisect_left(places, x + SAME_START) - bisect_left(places, x - SAME_START)


def _near(places: list[float], x: float) -> float | None:
    at = bisect_left(places, x - SAME_START)
    if at < len(places) and places[at] <= x + SAME_START:
        return places[at]
    return None


def _touched(bands: NDArray[np.float64], lines: Sequence[tuple[float, float]]) -> list[bool]:
    """Of each line whether one of the bands shares more than four tenths of its own height, or of the line's."""
    y0, y1 = np.array(lines, dtype=np.float64).reshape(-1, 2).T[:, :, None]
    common = np.minimum(y1, bands[:, 1]) - np.maximum(y0, bands[:, 0])
    held: list[bool] = (common > 0.4 * np.minimum(y1 - y0, bands[:, 1] - bands[:, 0])).any(axis=1).tolist()
    return held
