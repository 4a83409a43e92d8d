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
DIFFERENT, BLANK, WRITTEN, TINT = 12, 20, 12.0, 38.0
#: So large a share of a place differs where it was painted over.
SOLID = 0.8
#: A place counts when it can be moved by this many pixels in all and still does.
MOVES = 8


def blanks(mine: Pixels, theirs: Pixels, differs: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Places (column, row, counted in places) with pixels that differ, blank in one picture and written on in the
    other. Both are grey and of one size."""
    size = (PLACE, PLACE)
    count = cv2.blur(differs.astype(np.float32), size, borderType=cv2.BORDER_CONSTANT) * PLACE * PLACE
    enough = count >= DIFFERENT
    if not enough.any():
        return []
    paper = _paper(theirs)
    hit = (_flat(mine) & (_ink(theirs, paper) > WRITTEN)) | (_flat(theirs) & (_ink(mine, paper) > WRITTEN))
    # Where all of a place differs, something was painted there.
    hit |= count > SOLID * PLACE * PLACE
    groups, _, stats, centres = cv2.connectedComponentsWithStats((hit & enough).astype(np.uint8))
    found = [n for n in range(1, groups) if stats[n, cv2.CC_STAT_AREA] >= MOVES]
    return [(int(centres[n][0]) // PLACE, int(centres[n][1]) // PLACE) for n in found]


def _flat(picture: Pixels) -> NDArray[np.bool_]:
    near = np.ones((PLACE, PLACE), np.uint8)
    return np.asarray(cv2.subtract(cv2.dilate(picture, near), cv2.erode(picture, near)) < BLANK)


def _ink(picture: Pixels, paper: NDArray[np.float32]) -> NDArray[np.float32]:
    apart = np.abs(picture.astype(np.float32) - paper)
    return np.asarray(cv2.blur(np.maximum(apart - TINT, 0.0), (PLACE, PLACE)), np.float32)


def _paper(picture: Pixels) -> NDArray[np.float32]:
    """What the ground is around each pixel: white, or what a place is filled with."""
    small = cv2.medianBlur(cv2.resize(picture, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA), 15)
    wide = cv2.resize(small, (picture.shape[1], picture.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray(wide, np.float32)
