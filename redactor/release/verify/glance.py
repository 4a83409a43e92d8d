# SPDX-License-Identifier: AGPL-3.0-or-later
"""A first look at the letters of a line that was set again, cheap and strict: what passes it has been proved, whatever
does not is looked at finely (:mod:`redactor.release.verify.lettering`).

Source and release are drawn with as many pixels, and blurred alike. The source's words are put where the columns of the
released line are most like theirs, to a quarter of a pixel, and each letter may stand a little nearer to the others or
further from them. Nowhere on the line may anything then be darker or lighter than it must be; not beside the words
either.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from redactor.release.verify.finely import FINE, Mask
from redactor.release.verify.lettering import EDGE, LIMIT, SMALL, SMALL_LIMIT
from redactor.release.verify.picture import Pixels

Places = NDArray[np.intp]
#: Words are looked for so many pixels from where they are said to be.
REACH = 4
#: A letter may stand so many parts of a pixel from where its word says: by the sums of its columns; by all of its
#: pixels.
NEAR, ASIDE = 3, 6
WAYS = np.arange(-ASIDE, ASIDE + 1)
#: So many pixels beside a word may be its own.
BESIDE = 3
#: Fainter ink (of 255) is not proved at a glance: rounding would tell.
FAINT = 100
#: A blur over about a pixel, and how far it reaches.
BLUR, FAR = 1.0, 2


class Words(NamedTuple):
    """The words of a line from left to right: the columns at which their letters begin and end in the source, in parts
    of a pixel from the left of the line; at which letter each word begins; and about how many pixels to the right it
    was moved."""

    first: Places
    last: Places
    starts: Places
    moved: Places


def _between(part: float) -> NDArray[np.float32]:
    """What four pixels in a row have in what lies so far between the two in the middle (cubic interpolation)."""
    near, far = (1.5 * x**3 - 2.5 * x**2 + 1 for x in (part, 1 - part)), (1 + part, 2 - part)
    a, d = (-0.5 * x**3 + 2.5 * x**2 - 4 * x + 2 for x in far)
    b, c = near
    return np.array([[a, b, c, d]], dtype=np.float32)


BETWEEN = [_between(part / FINE) for part in range(1, FINE)]


def _blurred(ink: Pixels) -> Pixels:
    size = (2 * FAR + 1, 2 * FAR + 1)
    return np.asarray(cv2.GaussianBlur(ink, size, BLUR, borderType=cv2.BORDER_CONSTANT), dtype=np.uint8)


def _highest(upright: Pixels) -> Pixels:
    """The highest of each column, given as rows."""
    return np.asarray(cv2.transpose(upright).max(axis=0), dtype=np.uint8)


def _sums(ink: Pixels) -> NDArray[np.float32]:
    return np.asarray(cv2.reduce(ink, 0, cv2.REDUCE_SUM, dtype=cv2.CV_32F), dtype=np.float32).reshape(-1)


def _row(firsts: Places, lengths: Places) -> tuple[Places, Places]:
    """The columns of some stretches one after the other, and at which of them each begins."""
    ends = np.cumsum(lengths)
    starts = ends - lengths
    return np.arange(ends[-1]) + np.repeat(firsts - starts, lengths), starts


def doubtful_words(
    here: Pixels,
    written: Pixels,
    bare: Pixels,
    words: Words,
    boxes: Sequence[tuple[int, int]],
    beside: Sequence[tuple[int, int]],
) -> list[int] | None:
    """Which of a line's ``words`` do not stand in the released line (``here``) with each letter in its place, as far as
    can be told at a glance; None when there may be something else.
    ``written`` is the line in the source, ``bare`` without its words; ``boxes`` are the columns of boxes, in which no
    letter is, and ``beside`` those that may have ink of signs."""
    ink, own = cv2.absdiff(written, bare), cv2.absdiff(bare, here)
    for x0, x1 in boxes:
        own[:, max(x0 - EDGE, 0) : max(x1 + EDGE, 0)] = 0
    looks = _blurred(np.asarray(own, dtype=np.uint8))
    rest, limit, off = looks.max(axis=0), int(LIMIT * FAINT), np.zeros(0, dtype=bool)
    if len(words.moved):
        line = _Glance(np.asarray(ink, dtype=np.uint8), looks, words)
        limit = int(line.limits.min())
        if not limit:
            return None
        off = line.off()
        rest[line.columns[(line.columns >= 0) & (line.columns < len(rest))]] = 0
    for x0, x1 in beside:
        rest[max(x0 - FAR, 0) : max(x1 + FAR, 0)] = 0
    return np.flatnonzero(off).tolist() if int(rest.max(initial=0)) <= limit else None


class _Glance:
    """The ``words`` of a line, whose ``ink`` is known, in a released one that ``looks`` so, blurred. ``limits`` say of
    each word how far it may be from what it must be (of 255), ``columns`` where the words are, once looked for."""

    def __init__(self, ink: Pixels, looks: Pixels, words: Words) -> None:
        high, wide = ink.shape
        begins = words.first[words.starts] // FINE
        ends = -(-np.maximum.reduceat(words.last, words.starts) // FINE)
        # What is blurred of one word is not the next one's.
        room = np.minimum(np.maximum((begins[1:] - ends[:-1]) // 2, 0), BESIDE)
        self._first = np.minimum(np.maximum(begins - np.append(BESIDE, room), 0), wide - 1)
        self._wide = np.maximum(np.minimum(ends + np.append(room, BESIDE), wide) - self._first, 1)
        self._moved, self._starts = words.moved, words.starts
        #: How many letters each word has, and at which of its columns each begins: in the middle between two.
        self._counts = np.diff(np.append(words.starts, len(words.first)))
        cuts = (words.first + np.concatenate((words.first[:1], words.last[:-1]))) // 2 // FINE
        cuts -= np.repeat(self._first, self._counts)
        cuts[words.starts] = 0
        self._letters = np.minimum(np.maximum(cuts, 0), np.repeat(self._wide, self._counts) - 1)
        # Nothing is beside the line.
        self._edge = FINE * (BESIDE + 2) + ASIDE + NEAR
        fine = np.zeros((wide * FINE + 2 * self._edge, high), dtype=np.uint8)
        sums = np.zeros(len(fine), dtype=np.float32)
        blurred = _blurred(ink)
        for part in range(FINE):
            drawn = blurred
            if part:
                drawn = cv2.filter2D(blurred, -1, BETWEEN[part - 1], anchor=(1, 0), borderType=cv2.BORDER_CONSTANT)
            fine[self._edge + part : -self._edge : FINE] = cv2.transpose(drawn)
            sums[self._edge + part : -self._edge : FINE] = _sums(drawn)
        self._fine, self._there = fine, sums
        self._sums = np.concatenate(([0.0], _sums(looks), [0.0]), dtype=np.float32)
        self._looks = np.asarray(cv2.transpose(looks), dtype=np.uint8)
        self.columns, starts = _row(self._first, self._wide)
        contrast = np.maximum.reduceat(ink.max(axis=0)[self.columns], starts)
        share = SMALL_LIMIT if high <= SMALL else LIMIT
        self.limits = np.where(contrast < FAINT, 0, share * contrast).astype(np.uint8)

    def off(self) -> Mask:
        """Which words have letters that are neither where their word is nor a little aside."""
        by, ways = self._by_sums()
        columns, starts = _row(self._first + by // FINE, self._wide + 1)
        parts = FINE * columns - np.repeat(by, self._wide + 1) + self._edge
        self.columns = columns
        inside = (columns >= 0) & (columns < len(self._looks))
        seen = np.take(self._looks, np.where(inside, columns, 0), axis=0)
        seen[~inside] = 0
        begins = self._letters + np.repeat(starts, self._counts)
        way = np.repeat(ways, np.diff(np.append(begins, len(columns))))
        off: Mask = np.maximum.reduceat(self._apart(seen, parts - way), starts) > self.limits
        if not off.any():
            return off
        # Where the sums of columns do not tell, all pixels may.
        of, which = np.flatnonzero(np.repeat(off, self._wide + 1)), np.flatnonzero(off)
        sizes, counts = self._wide[which] + 1, self._counts[which]
        letters = np.repeat(off, self._counts)
        begins = self._letters[letters] + np.repeat(np.cumsum(sizes) - sizes, counts)
        seen, parts = seen[of], parts[of]
        each = np.maximum.reduceat(np.stack([self._apart(seen, parts - way) for way in WAYS]), begins, axis=1)
        least = each.min(axis=0)
        # The edges of letters that came nearer to each other or further apart are each other's.
        way = np.repeat(WAYS[each.argmin(axis=0)], np.diff(np.append(begins, len(of))))
        least = np.minimum(least, np.maximum.reduceat(self._apart(seen, parts - way), begins))
        off[which] = np.maximum.reduceat(least, np.cumsum(counts) - counts) > self.limits[which]
        return off

    def _apart(self, seen: Pixels, parts: Places) -> Pixels:
        """The most by which columns of the released line are unlike some of the source."""
        return _highest(np.asarray(cv2.absdiff(seen, np.take(self._fine, parts, axis=0))))

    def _by_sums(self) -> tuple[Places, Places]:
        """How many parts of a pixel each word was moved, and how many more each of its letters, by the sums of the
        line's columns."""
        moved = self._moved
        columns, starts = _row(self._first, self._wide)
        ways = np.arange(-REACH, REACH + 1)
        unlike = self._unlike(columns + np.repeat(moved, self._wide) + ways[:, None], FINE * columns[None, :])
        moved = moved + ways[np.add.reduceat(unlike, starts, axis=1).argmin(axis=0)]
        reach = FINE + NEAR
        parts = np.arange(-reach, reach + 1)
        unlike = self._unlike(columns + np.repeat(moved, self._wide), FINE * columns - parts[:, None])
        at = np.add.reduceat(unlike, starts, axis=1)[NEAR:-NEAR].argmin(axis=0) + NEAR
        begins = self._letters + np.repeat(starts, self._counts)
        each = np.add.reduceat(unlike, begins, axis=1)
        near = np.repeat(at, self._counts)[None, :] + np.arange(-NEAR, NEAR + 1)[:, None]
        ways = np.take_along_axis(each, near, axis=0).argmin(axis=0) - NEAR
        return FINE * moved + parts[at], ways

    def _unlike(self, columns: Places, parts: Places) -> NDArray[np.float32]:
        last = len(self._sums) - 1
        apart = self._sums[np.minimum(np.maximum(columns + 1, 0), last)] - self._there[parts + self._edge]
        return np.asarray(np.multiply(apart, apart))
