# SPDX-License-Identifier: AGPL-3.0-or-later
"""How much ink there is in each small place of two pictures: a letter more or less changes it, an edge drawn otherwise
does not."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
#: Places are as large as a letter or two, in pixels of the comparison.
PLACE = 11
#: So many pixels in it must differ; it must hold so much ink (mean contrast, of 255) in one of the pictures; and the
#: other must lack so large a share of it.
DIFFERENT, LEAST, LACKS = 14, 12.0, 0.62
#: Less contrast than this is a tint, no ink: a pale box is paper to what was written there.
FAINT = 38.0
#: A place counts when it can be moved by this many pixels in all and still does.
MOVES = 10


class Weighed:
    """Two pictures of one page, both grey and of one size. Weighed when first asked."""

    def __init__(self, mine: Pixels, theirs: Pixels) -> None:
        self._pictures = (mine, theirs)
        self._ink: tuple[NDArray[np.float32], NDArray[np.float32]] | None = None

    def tiles(self, differs: NDArray[np.bool_]) -> list[tuple[int, int]]:
        """Places (column, row in places) where pixels that differ make a letter more or less."""
        size = (PLACE, PLACE)
        count = cv2.blur(differs.astype(np.float32), size, borderType=cv2.BORDER_CONSTANT) * PLACE * PLACE
        enough = count >= DIFFERENT
        if not enough.any():
            return []
        if self._ink is None:
            paper = _paper(self._pictures[1])
            one, other = (cv2.blur(_contrast(picture, paper), size) for picture in self._pictures)
            self._ink = (np.asarray(one), np.asarray(other))
        one, other = self._ink
        most = np.maximum(one, other)
        hit = enough & (most > LEAST) & (np.abs(one - other) > LACKS * most)
        groups, _, stats, centres = cv2.connectedComponentsWithStats(hit.astype(np.uint8))
        found = [n for n in range(1, groups) if stats[n, cv2.CC_STAT_AREA] >= MOVES]
        return [(int(centres[n][0]) // PLACE, int(centres[n][1]) // PLACE) for n in found]


def _contrast(picture: Pixels, paper: NDArray[np.float32]) -> NDArray[np.float32]:
    apart: NDArray[np.float32] = np.abs(picture.astype(np.float32) - paper)
    return np.asarray(np.maximum(apart - FAINT, 0.0), np.float32)


def _paper(picture: Pixels) -> NDArray[np.float32]:
    """What the ground is around each pixel: white, or what a place is filled with."""
    small = cv2.medianBlur(cv2.resize(picture, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA), 15)
    wide = cv2.resize(small, (picture.shape[1], picture.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray(wide, np.float32)
