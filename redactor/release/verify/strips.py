# SPDX-License-Identifier: AGPL-3.0-or-later
"""Ink on paper: what in a strip of a picture is ink, rules and level lines, and where in it a patch stands."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from redactor.release.verify.picture import Pixels

Ink = NDArray[np.bool_]
#: How much darker (of 255) than everything near it a pixel must be to count.
TOLERANCE = 80
#: What counts as near: two pixels aside, one above and below.
NEARBY = np.ones((3, 5), dtype=np.uint8)
#: A word may differ from its source in this share of its ink, and this many pixels; words that moved together by so
#: many pixels in all.
DIFFERENT, DIFFERENT_PIXELS = 0.12, 10
#: Ink that belongs to nothing: so many pixels in a square of so many.
LEFT_OVER, SQUARE = 40, 24
#: A level run of this many pixels is a line, not a letter.
RULE = 26
#: Of parts with more pixels a quarter tells which level is the commonest.
MANY = 8192


def inked(pixels: Pixels, paper: int) -> Ink:
    """What is darker or lighter than the paper."""
    dark: Ink = pixels < max(paper - TOLERANCE, 0)
    return dark | (pixels > paper + TOLERANCE) if paper + TOLERANCE < 255 else dark


def paper_level(pixels: Pixels) -> int:
    """The commonest level."""
    some = pixels[::2, ::2] if pixels.size > MANY else pixels
    return int(np.bincount(some.ravel(), minlength=256).argmax())


def column_sums(pixels: Pixels) -> NDArray[np.int32]:
    """The sum of each column."""
    sums = cv2.reduce(np.ascontiguousarray(pixels), 0, cv2.REDUCE_SUM, dtype=cv2.CV_32S)
    return np.asarray(sums[0], dtype=np.int32)


def upright(ink: Ink) -> Ink:
    """The columns of a strip that are ink nearly from top to foot."""
    found: Ink = column_sums(ink.view(np.uint8)) > 0.9 * len(ink)
    return found


def without_rules(part: Pixels, paper: int) -> Pixels:
    """Paper in the place of upright rules: text can run over the edge of its cell."""
    rule = upright(inked(part, paper))
    if not rule.any():
        return part
    wide = rule.copy()
    wide[1:] |= rule[:-1]
    wide[:-1] |= rule[1:]
    out = part.copy()
    out[:, wide] = paper
    return out


def shifted(ink: Ink, by: int) -> Ink:
    """Moved by a pixel level and upright."""
    return np.roll(ink, by, axis=1) | np.roll(ink, by, axis=0)


def level_lines(ink: Ink) -> Ink:
    """The level runs of ink that are lines."""
    padded = np.pad(ink.astype(np.uint8), ((0, 0), (RULE, RULE)))
    opened = cv2.morphologyEx(padded, cv2.MORPH_OPEN, np.ones((1, RULE), dtype=np.uint8))
    lines: Ink = opened[:, RULE:-RULE] > 0
    return lines


def full_squares(ink: Ink) -> int:
    sums = np.add.reduceat(column_sums(ink.view(np.uint8)), range(0, ink.shape[1], SQUARE))
    return int((sums > LEFT_OVER).sum())


def likely(here: Pixels, patch: Pixels, start: int, reach: int) -> list[int]:
    """The two places near ``start`` where the patch's columns are most like the line's."""
    wide = patch.shape[1]
    first, last = max(start - reach, 0), min(start + reach, here.shape[1] - wide)
    if wide < 2 or first > last:
        return []
    theirs, mine = column_sums(patch), column_sums(here[:, first : last + wide])
    places = np.arange(last - first + 1)[:, None] + np.arange(wide)
    apart = np.abs(mine[places] - theirs).sum(axis=1)
    found: list[int] = (first + np.argsort(apart, kind="stable")[:2]).tolist()
    return found


def best(here: Pixels, patch: Pixels, start: int, reach: int) -> int | None:
    """The place near ``start`` where the patch is, None when it is nowhere."""
    wide = patch.shape[1]
    for at in likely(here, patch, start, reach):
        if beyond(here[:, at : at + wide], patch) <= DIFFERENT_PIXELS:
            return at
    ink = int(inked(patch, paper_level(patch)).sum())
    limit = DIFFERENT * ink + DIFFERENT_PIXELS
    best: tuple[float, int] | None = None
    for shift in sorted(range(-reach, reach + 1), key=abs):
        at = start + shift
        if at < 0 or at + wide > here.shape[1]:
            continue
        differs = beyond(here[:, at : at + wide], patch)
        if best is None or differs < best[0]:
            best = (differs, at)
            if differs == 0:
                break
    return best[1] if best and best[0] <= limit else None


def beyond(one: Pixels, other: Pixels) -> int:
    """How many pixels of either are darker or lighter than all that is near in the other."""
    one, other = np.ascontiguousarray(one), np.ascontiguousarray(other)
    if not cv2.countNonZero(cv2.compare(cv2.absdiff(one, other), TOLERANCE, cv2.CMP_GT)):
        return 0  # what differs from all that is near differs from what is in its place
    count = 0
    for a, b in ((one, other), (other, one)):
        darker = cv2.subtract(cv2.erode(b, NEARBY), a)
        lighter = cv2.subtract(a, cv2.dilate(b, NEARBY))
        count += cv2.countNonZero(cv2.compare(cv2.max(darker, lighter), TOLERANCE, cv2.CMP_GT))
    return count
