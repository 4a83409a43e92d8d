# SPDX-License-Identifier: AGPL-3.0-or-later
"""Small places that are blank in one picture of a page and written on in the other: letters gone, or painted over.

Engines draw edges, hairlines and little boxes lighter or darker; none leaves them out altogether.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
#: Places are as large as a letter or two, in pixels of the comparison.
PLACE = 9
#: So many pixels in it must differ. It is blank when its levels are no further apart than this (of 255), and written
#: on when its ink (mean contrast to the paper, beyond a tint's) is more than that.
DIFFERENT, BLANK, WRITTEN, TINT = 12, 20, 12, 38
#: So much ink tells whatever differs.
FULL = 24
#: Blurred over so many pixels, engines' letters are alike: what is still this much darker or lighter than all that is
#: near in the other picture was painted, when it is so many pixels large.
BLUR, PAINTED, SPOT = 5, 90, 4
#: So large a share of a place differs where it was painted over.
SOLID = 0.8
#: A place counts when it can be moved by this many pixels in all and still does.
MOVES = 8
#: Where places may be is told by squares of so many pixels; they are looked at with so many squares around them (what
#: the ground is about a pixel is told by what lies up to 32 pixels away).
COARSE, AROUND = 16, 3
Part = tuple[slice, slice]


def blanks(mine: Pixels, theirs: Pixels, differs: NDArray[np.bool_], free: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Places (column, row, counted in places) with pixels that differ, blank in one picture and written on in the
    other. Both are grey and of one size; only what is ``free`` counts."""
    found: list[tuple[int, int]] = []
    for part, own in _parts(differs):
        found += _blanks_in(mine[part], theirs[part], differs[part], own & _all_of_a_place(free[part]), part)
    return found


def _parts(differs: NDArray[np.bool_]) -> list[tuple[Part, NDArray[np.bool_]]]:
    """The parts of a page where enough pixels may lie together, with room around them, and which of their pixels are
    meant: pages are large and such places few."""
    rows, columns = (-(-size // COARSE) for size in differs.shape)
    y, x = np.divmod(np.flatnonzero(differs), differs.shape[1])
    counts = np.bincount(y // COARSE * columns + x // COARSE, minlength=rows * columns).reshape(rows, columns)
    near = cv2.boxFilter(counts.astype(np.float32), -1, (3, 3), normalize=False, borderType=cv2.BORDER_CONSTANT)
    groups, labels, stats, _ = cv2.connectedComponentsWithStats((near >= DIFFERENT).astype(np.uint8))
    parts = []
    for n in range(1, groups):
        left, top, wide, high = (int(value) for value in stats[n][:4])
        x0, y0 = max(left - AROUND, 0), max(top - AROUND, 0)
        squares = labels[y0 : top + high + AROUND, x0 : left + wide + AROUND] == n
        part = (
            slice(y0 * COARSE, min((y0 + len(squares)) * COARSE, differs.shape[0])),
            slice(x0 * COARSE, min((x0 + squares.shape[1]) * COARSE, differs.shape[1])),
        )
        size = (squares.shape[1] * COARSE, squares.shape[0] * COARSE)
        own = cv2.resize(squares.view(np.uint8), size, interpolation=cv2.INTER_NEAREST).view(bool)
        parts.append((part, own[: part[0].stop - part[0].start, : part[1].stop - part[1].start]))
    return parts


def _all_of_a_place(free: NDArray[np.bool_]) -> NDArray[np.bool_]:
    return np.asarray(cv2.erode(free.astype(np.uint8), np.ones((PLACE, PLACE), np.uint8)) > 0)


def _blanks_in(
    mine: Pixels, theirs: Pixels, differs: NDArray[np.bool_], own: NDArray[np.bool_], part: Part
) -> list[tuple[int, int]]:
    count = cv2.boxFilter(
        differs.astype(np.uint8), cv2.CV_16U, (PLACE, PLACE), normalize=False, borderType=cv2.BORDER_CONSTANT
    )
    # Where all of a place differs, something was painted there.
    hit = count > SOLID * PLACE * PLACE
    # Nothing else counts in the end: where no blank place is meant, what the ground is need not be known.
    empty = [_flat(picture) & own for picture in (mine, theirs)]
    if empty[0].any() or empty[1].any():
        paper, enough = _paper(theirs), count >= DIFFERENT
        for flat, other in zip(empty, (theirs, mine), strict=True):
            ink = _ink(other, paper)
            # Where letters stand close few pixels are far from any: much ink in a blank place tells enough.
            hit |= flat & ((enough & (ink > WRITTEN * PLACE**2)) | (ink > FULL * PLACE**2))
    y, x = part[0].start, part[1].start
    places = (*_places(hit & own, MOVES), *_places(_painted(mine, theirs) & own, SPOT))
    return [((x + across) // PLACE, (y + down) // PLACE) for across, down in places]


def _places(hit: NDArray[np.bool_], least: int) -> list[tuple[int, int]]:
    """The middles (column, row) of pixels that hang together, of at least so many."""
    if np.count_nonzero(hit) < least:
        return []
    groups, _, stats, centres = cv2.connectedComponentsWithStats(hit.view(np.uint8))
    found = [n for n in range(1, groups) if stats[n, cv2.CC_STAT_AREA] >= least]
    return [(int(centres[n][0]), int(centres[n][1])) for n in found]


def _painted(mine: Pixels, theirs: Pixels) -> NDArray[np.bool_]:
    near = np.ones((3, 3), np.uint8)
    one, other = (cv2.blur(picture, (BLUR, BLUR)) for picture in (mine, theirs))
    if cv2.minMaxLoc(cv2.absdiff(one, other))[1] <= PAINTED:
        return np.zeros(mine.shape, dtype=bool)  # what differs from all that is near differs from what is in its place
    darker, lighter = cv2.subtract(cv2.erode(other, near), one), cv2.subtract(one, cv2.dilate(other, near))
    return np.asarray(cv2.max(darker, lighter) > PAINTED)


def _flat(picture: Pixels) -> NDArray[np.bool_]:
    near = np.ones((PLACE, PLACE), np.uint8)
    return np.asarray(cv2.subtract(cv2.dilate(picture, near), cv2.erode(picture, near)) < BLANK)


def _ink(picture: Pixels, paper: Pixels) -> NDArray[np.uint16]:
    """The contrast to the paper, beyond a tint's, of all pixels of the place around each."""
    beyond = cv2.subtract(cv2.absdiff(picture, paper), float(TINT))
    return np.asarray(cv2.boxFilter(beyond, cv2.CV_16U, (PLACE, PLACE), normalize=False), dtype=np.uint16)


def _paper(picture: Pixels) -> Pixels:
    """What the ground is around each pixel: white, or what a place is filled with."""
    small = cv2.medianBlur(cv2.resize(picture, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA), 15)
    wide = cv2.resize(small, (picture.shape[1], picture.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray(wide, np.uint8)
