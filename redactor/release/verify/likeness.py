# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words of lines that were set again look as they do in the source, and no other ink is left between them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from redactor.domain.geometry import Box
from redactor.release.verify.expect import ExpectedPage
from redactor.release.verify.moved import Line, on_line
from redactor.release.verify.picture import Pixels

Ink = NDArray[np.bool_]
#: How much darker (of 255) than everything near it a pixel must be to count, and what counts as near (pixels).
TOLERANCE, ASIDE, BESIDE = 80, 3, 2
#: A word may differ from its source in this share of its ink, and this many pixels.
DIFFERENT, DIFFERENT_PIXELS = 0.12, 10
#: Ink that belongs to nothing: so many pixels in a square of so many.
LEFT_OVER, SQUARE = 40, 24
#: The rows in the middle of a line, between the letters' tails of its neighbours.
MIDDLE = 0.22
#: A level run of this many pixels is a line, not a letter.
RULE = 26


def check_lines(page: ExpectedPage, lines: Sequence[Line], mine: Pixels, theirs: Pixels, letters: Any) -> int:
    """How many words and marks of the lines set again are not the source's. ``mine`` and ``theirs`` are the released
    and the source picture, both grey and of one size; ``letters`` gives the ink boxes of the source's letters inside a
    box, in points."""
    rows, columns = mine.shape
    across, down = columns / page.width, rows / page.height
    wrong = 0
    for line in lines:
        y0, y1 = max(round(line.y0 * down), 0), min(round(line.y1 * down), rows)
        trim = max(int(MIDDLE * (y1 - y0)), 1)
        y0, y1 = y0 + trim // 2, y1 - trim // 2
        zone = line.zone
        left, right = max(int(zone.x0 * across) - 12, 0), min(int(zone.x1 * across) + 12, columns)
        if y1 - y0 < 4 or right - left < 4:
            continue
        here, there = _without_rules(mine[y0:y1, left:right]), _without_rules(theirs[y0:y1, left:right])
        explained = np.zeros(right - left, dtype=bool)
        for _, box in line.boxes:
            _mark(explained, box.x0 * across - left - 2, box.x1 * across - left + 2)
        _explain_rests(page, line, explained, across, left)
        for source, new in line.words:
            if source in line.signs:
                _mark(explained, new.x0 * across - left - 4, new.x1 * across - left + 4)
                continue
            at = _word_at(here, there, source, new, across, left, letters)
            if at is None:
                wrong += 1
            else:
                _mark(explained, *at)
        worded = np.zeros(right - left, dtype=bool)
        for word in (*(source for source, _ in line.words), *page.taken):
            if on_line(word, line):
                _mark(worded, word.x0 * across - left - 1, word.x1 * across - left + 1)
        wrong += _left_over(here, there, explained, worded, trim)
    return wrong


def _without_rules(part: Pixels) -> Pixels:
    """Paper in the place of upright rules: text can run over the edge of its cell."""
    paper = _paper(part)
    rule = (np.abs(part.astype(np.int16) - paper) > TOLERANCE).mean(axis=0) > 0.9
    if not rule.any():
        return part
    wide = rule.copy()
    wide[1:] |= rule[:-1]
    wide[:-1] |= rule[1:]
    out = part.copy()
    out[:, wide] = paper
    return out


def _mark(explained: Ink, x0: float, x1: float) -> None:
    explained[max(math.floor(x0), 0) : max(math.ceil(x1), 0)] = True


def _explain_rests(page: ExpectedPage, line: Line, explained: Ink, across: float, left: int) -> None:
    """What stays of a word that a box takes only in part (a bracket, a comma) stands beside the box."""
    for word in page.taken:
        if not on_line(word, line):
            continue
        for planned, box in line.boxes:
            if planned.x1 <= word.x0 or planned.x0 >= word.x1:
                continue
            room = 0.5 * word.height
            if word.x1 - planned.x1 > 0.15:
                _mark(explained, box.x1 * across - left, (box.x1 + word.x1 - planned.x1 + room) * across - left)
            if planned.x0 - word.x0 > 0.15:
                _mark(explained, (box.x0 - planned.x0 + word.x0 - room) * across - left, box.x0 * across - left)


def _word_at(
    here: Pixels, there: Pixels, source: Box, new: Box, across: float, left: int, letters: Any
) -> tuple[float, float] | None:
    """Where a word of the source stands in the released line (pixels from its left), None when it does not."""
    x0, x1 = round(source.x0 * across) - left, round(source.x1 * across) - left
    x0, x1 = max(x0, 0), min(x1, there.shape[1])
    if x1 - x0 < 2:
        return new.x0 * across - left, new.x1 * across - left
    reach = math.ceil(1.2 * across) + 2
    start = round(new.x0 * across) - left
    found = _best(here, there[:, x0:x1], start, reach)
    if found is not None:
        return found - 2, found + x1 - x0 + 2
    # Letter by letter: what was set closer or wider for its looks comes out at the letters' own widths.
    at, shift = start - 2.0, 0
    for ink in letters(source):
        a, b = max(math.floor(ink.x0 * across) - left, 0), min(math.ceil(ink.x1 * across) - left, there.shape[1])
        if b - a < 1:
            continue
        place = _best(here, there[:, a:b], start + a - x0 + shift, reach)
        if place is None:
            return None
        shift = place - (start + a - x0)
        at = max(at, place + b - a)
    return (start - reach, at + 3) if at > start - 2.0 else None


def _best(here: Pixels, patch: Pixels, start: int, reach: int) -> int | None:
    """The place near ``start`` where the patch is, None when it is nowhere."""
    wide = patch.shape[1]
    ink = int((np.abs(patch.astype(np.int16) - _paper(patch)) > TOLERANCE).sum())
    limit = DIFFERENT * ink + DIFFERENT_PIXELS
    best: tuple[float, int] | None = None
    for shift in sorted(range(-reach, reach + 1), key=abs):
        at = start + shift
        if at < 0 or at + wide > here.shape[1]:
            continue
        differs = _beyond(here[:, at : at + wide], patch)
        if best is None or differs < best[0]:
            best = (differs, at)
            if differs == 0:
                break
    return best[1] if best and best[0] <= limit else None


def _beyond(one: Pixels, other: Pixels) -> int:
    """How many pixels of either are darker or lighter than all that is near in the other."""
    count = 0
    for a, b in ((one, other), (other, one)):
        low, high = _spread(b)
        wide = a.astype(np.int16)
        count += int(((wide < low - TOLERANCE) | (wide > high + TOLERANCE)).sum())
    return count


def _spread(pixels: Pixels) -> tuple[NDArray[np.int16], NDArray[np.int16]]:
    low = high = pixels
    for axis, far in ((1, ASIDE - 1), (0, BESIDE - 1)):
        for _ in range(far):
            low, high = _step(low, np.minimum, axis), _step(high, np.maximum, axis)
    return low.astype(np.int16), high.astype(np.int16)


def _step(pixels: Pixels, pick: Any, axis: int) -> Pixels:
    out = pixels.copy()
    ahead: list[slice] = [slice(None), slice(None)]
    behind: list[slice] = [slice(None), slice(None)]
    ahead[axis], behind[axis] = slice(1, None), slice(None, -1)
    out[tuple(behind)] = pick(out[tuple(behind)], pixels[tuple(ahead)])
    out[tuple(ahead)] = pick(out[tuple(ahead)], pixels[tuple(behind)])
    return out


def _paper(pixels: Pixels) -> int:
    return int(np.bincount(pixels.ravel(), minlength=256).argmax())


def _left_over(here: Pixels, there: Pixels, explained: Ink, worded: Ink, trim: int) -> int:
    """Squares of a line with ink that nothing explains: neither a word (``explained``), nor what the source has at the
    same place beside its words (``worded``), nor an upright rule of the source, nor a level line."""
    part, source = here[trim // 2 : len(here) - trim // 2], there[trim // 2 : len(there) - trim // 2]
    ink: Ink = np.abs(part.astype(np.int16) - _paper(here)) > TOLERANCE
    was: Ink = np.abs(source.astype(np.int16) - _paper(there)) > TOLERANCE
    rule = was.mean(axis=0) > 0.9
    wide = rule.copy()
    for shift in (1, 2, 3):
        wide[shift:] |= rule[:-shift]
        wide[:-shift] |= rule[shift:]
    ink &= ~(explained | wide)[None, :]
    beside = was & ~worded[None, :]
    for _ in range(2):
        beside = beside | _shifted(beside, 1) | _shifted(beside, -1)
    ink &= ~beside
    for row in ink:
        edges = np.flatnonzero(np.diff(np.concatenate(([False], row, [False])).astype(np.int8)))
        for a, b in zip(edges[::2], edges[1::2], strict=True):
            if b - a >= RULE:
                row[a:b] = False
    sums = np.add.reduceat(ink.sum(axis=0), range(0, ink.shape[1], SQUARE))
    return int((sums > LEFT_OVER).sum())


def _shifted(ink: Ink, by: int) -> Ink:
    """Moved by a pixel level and upright."""
    return np.roll(ink, by, axis=1) | np.roll(ink, by, axis=0)
