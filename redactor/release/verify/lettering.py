# SPDX-License-Identifier: AGPL-3.0-or-later
"""The letters of a line that was set again: whether each stands there, and nothing beside them.

The source's words are drawn finely, and apart from what lies behind them. Cut into letters and put where the released
line has them, to a part of a pixel, they say what that line must look like. Where it is darker or lighter by more than
a speck, another letter stands, or none. Not looked at is where the source has more than even paper behind its words,
and where letters of other lines reach into this one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from redactor.release.verify.finely import FINE, Mask, Numbers, enlarged, lower, reduced, seen, sum_of
from redactor.release.verify.picture import Pixels

#: All letters of a line may stand so many parts lower or higher: engines put them on grids of their own.
RISES = (0, -1, 1, -2, 2)
#: Letters are looked for so many pixels from where their word is said to be, and as many more as it has letters, up to
#: some.
ASIDE, FARTHEST = 6, 24
#: Words that moved together are found by so many columns (parts of a pixel) of theirs.
FOUND_BY = 200 * FINE
#: A letter may stand so much nearer to the one before it, or further from it, than in the source: shares of the line's
#: height.
NEARER, WIDER = 0.08, 0.15
#: What each of these parts must save (pixels of ink, squared).
DEAR = 0.3
#: Letters that came nearer or further by more parts than this tell nothing where one lies or lay over the other.
APART = 2
#: How much of the ink's contrast what differs may make up, blurred over about a pixel; and less on lines of at most so
#: many rows, whose letters are on a finer grid, and differ in less.
LIMIT, SMALL_LIMIT, SMALL = 0.27, 0.17, 28
#: Of paper that was left as it was.
WHITE = 255
#: Ink fainter than this (of 255) cannot be told from what the encoding adds.
FAINT = 40
#: Paper is even where it differs by no more than this (of 255) from pixel to pixel.
EVEN = 12
#: So many pixels beside a box may be its edge, and so many in it a letter's.
EDGE, IN_BOX = 1, 1
#: So many pixels beside a letter may be its own.
OWN = 2


class Letter(NamedTuple):
    """A letter's columns in the source, in parts of a pixel from the left of its line."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Lettered:
    """A word: its letters from left to right, and about how many pixels to the right they were moved."""

    letters: tuple[Letter, ...]
    moved: int


class Lettering:
    """A line as released (``here``), and as the source has it: ``written``, finely, and ``bare``, without its words.
    ``strange`` are the pixels that tell nothing; ``boxes`` the columns of the boxes on the released line."""

    def __init__(
        self, here: Pixels, written: Pixels, bare: Pixels, strange: Mask, boxes: Sequence[tuple[int, int]]
    ) -> None:
        self._strange_there = strange
        paper = int(bare[0, 0])
        if paper == WHITE and (bare == WHITE).all():
            ink = cv2.bitwise_not(written)
        elif (bare == paper).all():
            ink = cv2.absdiff(written, np.full_like(written, paper))
        else:
            near = np.ones((3, 3), dtype=np.uint8)
            self._strange_there = strange | (cv2.subtract(cv2.dilate(bare, near), cv2.erode(bare, near)) > EVEN)
            ink = cv2.absdiff(written, enlarged(bare))
        self._ink = np.asarray(ink, dtype=np.uint8)
        self._own = np.asarray(cv2.absdiff(bare, here), dtype=np.uint8)
        self._strange = self._strange_there.copy()
        self._limit = SMALL_LIMIT if len(here) <= SMALL else LIMIT
        self._stand: list[tuple[int, int, int, int]] = []
        for x0, x1 in boxes:
            # No letter stands in a box.
            self._own[:, max(x0, 0) : max(x1, 0)] = 0
            for low, high in ((x0 - EDGE, x0 + IN_BOX), (x1 - IN_BOX, x1 + EDGE)):
                self._strange[:, max(low, 0) : max(high, 0)] = True
        self._any_strange = bool(self._strange_there.any())
        own = seen(self._ink, self._strange_there) if strange.any() else self._ink
        profile = np.concatenate(([0.0], np.cumsum(sum_of(own, 0) / FINE**2)))
        self._width = len(profile) - 1
        # What each part of a pixel and those after it hold, as many as a pixel has.
        self._pixels = np.concatenate((profile[FINE:], [profile[-1]] * FINE)) - profile
        self._columns = np.append(sum_of(np.where(self._strange, np.uint8(0), self._own), 0), 0.0)

    def unlike(self, run: Sequence[Lettered]) -> int:
        """How many words, of some that moved together, have a letter that is not the source's, or something beside
        their letters."""
        letters = [letter for word in run for letter in word.letters]
        if not letters:
            return 0
        whole = Letter(letters[0].first, letters[-1].last)
        contrast = int(self._ink[:, whole.first : whole.last].max(initial=0))
        if contrast < FAINT:
            return 0
        rise = self._rise(whole, run[0].moved)
        if self._alike_as_one(whole, run[0].moved, rise, contrast):
            return 0
        words = [word for word in run if word.letters]
        return sum(not self._alike(word, rise, contrast, alone=len(words) == 1) for word in words)

    def _alike_as_one(self, whole: Letter, moved: int, rise: int, contrast: int) -> bool:
        """Whether letters stand as far from each other as in the source."""
        start = Letter(whole.first, min(whole.last, whole.first + FOUND_BY))
        return self._stands([whole], self._moves([start], moved, ASIDE, contrast), rise, contrast)

    def _alike(self, word: Lettered, rise: int, contrast: int, *, alone: bool) -> bool:
        """Whether a word's letters stand where they may, at last each by itself. One that is ``alone`` was looked at as
        one before."""
        as_one = Letter(word.letters[0].first, word.letters[-1].last)
        if not alone and self._alike_as_one(as_one, word.moved, rise, contrast):
            return True
        moves = self._moves(word.letters, word.moved, min(ASIDE + len(word.letters), FARTHEST), contrast)
        if self._stands(word.letters, moves, rise, contrast):
            return True
        return self._stands(word.letters, self._settled(word.letters, moves, rise), rise, contrast)

    def _stands(self, letters: Sequence[Letter], moves: Sequence[int], rise: int, contrast: int) -> bool:
        """Whether the line is as it must be with these letters there; if so that is noted."""
        if self._differs(letters, moves, rise, contrast) > self._limit:
            return False
        first, last = letters[0].first, letters[-1].last
        self._stand.append(
            ((first + moves[0]) // FINE, -(-(last + moves[-1]) // FINE), first // FINE, -(-last // FINE))
        )
        return True

    def between(self, other: Sequence[tuple[int, int]]) -> int:
        """Between how many of the words that were found there is something else; ``other`` are columns that may have
        ink."""
        found = 0
        for (_, end, _, was_end), (start, _, was_start, _) in pairwise(sorted(self._stand)):
            x0, x1 = max(end + OWN, 0), min(start - OWN, self._own.shape[1])
            if x1 - x0 < OWN or any(a < x1 and x0 < b for a, b in other):
                continue
            # A line under the words before and after runs on between them.
            beside = [self._strange_there[:, max(at - OWN, 0) : at + OWN] for at in (was_end, was_start)]
            rows = np.concatenate(beside, axis=1).any(axis=1, keepdims=True)
            ink = np.where(self._strange[:, x0:x1] | rows, np.uint8(0), self._own[:, x0:x1])
            found += float(cv2.GaussianBlur(ink, (5, 5), 1.0).max()) > 2 * self._limit * max(self._ink.max(), FAINT)
        return found

    def _rise(self, whole: Letter, moved: int) -> int:
        """How many parts of a pixel lower some letters stand than in the source, by their rows."""
        first, last = whole.first, min(whole.last, whole.first + FOUND_BY)
        part = slice(max(first // FINE + moved, 0), max(last // FINE + 1 + moved, 0))
        here = sum_of(np.where(self._strange[:, part], np.uint8(0), self._own[:, part]), 1)
        there = sum_of(self._ink[:, first:last], 1) / FINE**2
        apart = [float(np.abs(lower(there, rise).reshape(-1, FINE).sum(axis=1) - here).sum()) for rise in RISES]
        return RISES[apart.index(min(apart))]

    def _moves(self, letters: Sequence[Letter], moved: int, reach: int, contrast: int) -> list[int]:
        """How many parts of a pixel each letter was moved, by the ink in its columns: all so that least differs, and
        each about as far as the one before it."""
        ways = np.arange((moved - reach) * FINE, (moved + reach) * FINE + 1)
        sums = [
            # With a pixel beside it, so that what a letter no longer covers counts.
            self._sums(max(a, letter.first - FINE), min(b, letter.last + FINE), ways, contrast)
            for letter, (a, b) in zip(letters, _cells(letters), strict=True)
        ]
        total = sums[0] + np.abs(ways - moved * FINE) * (DEAR / FINE)
        came: list[NDArray[np.intp]] = []
        if len(letters) > 1:
            jump = ways[:, None] - ways[None, :]
            high = len(self._ink)
            dear = np.where((jump <= NEARER * high) & (jump >= -WIDER * high), np.abs(jump) * DEAR, np.inf)
        for own in sums[1:]:
            both = total[:, None] + dear
            came.append(both.argmin(axis=0))
            total = both.min(axis=0) + own
        path = [int(total.argmin())]
        for step in reversed(came):
            path.append(int(step[path[-1]]))
        return [int(ways[at]) for at in reversed(path)]

    def _sums(self, first: int, last: int, ways: NDArray[np.int64], contrast: int) -> Numbers:
        """How unlike the released line's columns are to some of the source, by how far these are moved."""
        # Where parts of a pixel begin in the source depends on the rest alone, and ``ways`` follow on one another.
        at, rest = np.divmod(first + ways, FINE)
        beside = np.arange((last - first) // FINE + 2)
        start = first - np.arange(FINE)[:, None] + beside * FINE
        share = np.maximum(np.minimum(start + FINE, last) - np.maximum(start, first), 0).astype(np.float64)
        there = self._pixels[np.minimum(np.maximum(start, 0), self._width)]
        columns = np.arange(at[0], at[-1] + 1)[:, None] + beside
        # Beside the line there is nothing: the last of its columns is that.
        here = self._columns[np.minimum(np.maximum(columns, -1), len(self._columns) - 1)]
        apart = here[at - at[0]] - there[rest]
        np.multiply(apart, apart, out=apart)
        found: Numbers = np.multiply(apart, share[rest], out=apart).sum(axis=1) / (contrast**2 * FINE)
        return found

    def _settled(self, letters: Sequence[Letter], moves: Sequence[int], rise: int) -> list[int]:
        """How far each letter was moved, by all of its pixels, where its columns say about."""
        found: list[int] = []
        for cell, move in zip(_cells(letters), moves, strict=True):
            x0, x1 = self._reach(cell[0] + move - APART, cell[1] + move + APART)
            own, strange = self._own[:, x0:x1], self._strange[:, x0:x1]
            apart: list[tuple[float, int, int]] = []
            for by in range(-APART, APART + 1):
                expected = self._put([(cell, move + by)], x0, x1, rise)
                off = np.where(strange, np.int16(0), cv2.subtract(own, expected, dtype=cv2.CV_16S))
                apart.append((float(np.square(off, dtype=np.float32).sum()), abs(by), move + by))
            found.append(min(apart)[2])
        return found

    def _reach(self, first: int, last: int) -> tuple[int, int]:
        """The pixels that hold some parts of pixels."""
        x0 = min(max(first // FINE, 0), self._own.shape[1] - 1)
        return x0, max(min(-(-last // FINE), self._own.shape[1]), x0 + 1)

    def _put(self, cells: Sequence[tuple[tuple[int, int], int]], x0: int, x1: int, rise: int) -> Pixels:
        """What the pixels from ``x0`` to ``x1`` look like with these columns of the source, moved by so many parts."""
        fine = np.zeros((len(self._ink), (x1 - x0) * FINE), dtype=np.uint8)
        for (a, b), move in cells:
            first, last = max(a, x0 * FINE - move, 0), min(b, x1 * FINE - move, self._ink.shape[1])
            if last > first:
                part = fine[:, first + move - x0 * FINE : last + move - x0 * FINE]
                np.maximum(part, self._ink[:, first:last], out=part)
        if rise:
            fine = lower(fine, rise)
        return reduced(fine)

    def _differs(self, letters: Sequence[Letter], moves: Sequence[int], rise: int, contrast: int) -> float:
        """The most by which the line differs from the letters put there, as a share of the ink's contrast."""
        x0, x1 = self._reach(letters[0].first + moves[0] - FINE, letters[-1].last + moves[-1] + FINE)
        cells = list(zip(_cells(letters), moves, strict=True))
        apart = cv2.subtract(self._own[:, x0:x1], self._put(cells, x0, x1, rise), dtype=cv2.CV_16S)
        apart[self._hidden(letters, moves, x0, x1)] = 0
        blurred = cv2.GaussianBlur(apart.astype(np.float32), (5, 5), 1.0)
        return max(float(blurred.max()), -float(blurred.min())) / contrast

    def _hidden(self, letters: Sequence[Letter], moves: Sequence[int], x0: int, x1: int) -> Mask:
        """The pixels from ``x0`` to ``x1`` that tell nothing with these letters there."""
        hidden = self._strange[:, x0:x1].copy()
        if self._any_strange:
            for (a, b), move in zip(_cells(letters), moves, strict=True):
                first, last = self._reach(a, b)
                there = self._strange_there[:, first:last]
                for at in {(first * FINE + move) // FINE - x0, -(-(first * FINE + move) // FINE) - x0}:
                    low, high = max(at, 0), max(min(at + last - first, x1 - x0), 0)
                    if high > low:
                        hidden[:, low:high] |= there[:, low - at : high - at]
        for (one, by), (other, of) in pairwise(zip(letters, moves, strict=True)):
            if abs(by - of) <= APART:
                continue
            for left, right in ((of, by), (by, by), (of, of)):
                first, last = other.first + left, one.last + right
                if last > first:
                    hidden[:, max(first // FINE - x0 - 1, 0) : max(-(-last // FINE) - x0 + 1, 0)] = True
        return hidden


def _cells(letters: Sequence[Letter]) -> list[tuple[int, int]]:
    """The columns in which each letter stands alone: up to the middle between it and its neighbours, and a pixel beside
    the first and last."""
    cuts = [(one.last + other.first) // 2 for one, other in pairwise(letters)]
    return list(pairwise([max(letters[0].first - FINE, 0), *cuts, letters[-1].last + FINE]))
