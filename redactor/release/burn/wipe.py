# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words taken off a scan: the page's own paper takes their place, as far as a line can go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from redactor.release.burn.boxes import Pixels
from redactor.release.burn.grain import Grain

#: Ink that stays keeps the paper around it: so many pixels, all in all.
BESIDE_INK = 5
#: Columns with no more ink than this are specks; paper is compared by pieces of so many pixels along a line, and may be
#: this much lighter or darker than what is made.
SPECKS, PIECE, UNLIKE = 3, 48, 4.0


class Patch(NamedTuple):
    """A word's pixels: rows and columns, the ends exclusive."""

    y0: int
    y1: int
    x0: int
    x1: int

    @property
    def area(self) -> tuple[slice, slice]:
        return slice(self.y0, self.y1), slice(self.x0, self.x1)

    def moved(self, down: int, across: int) -> Patch:
        return Patch(self.y0 + down, self.y1 + down, self.x0 + across, self.x1 + across)


class Wiper:
    """The pixels of a page, its ink, and its paper."""

    def __init__(self, pixels: Pixels, ink: NDArray[np.bool_], grain: Grain) -> None:
        self.pixels, self.ink, self.grain = pixels, ink, grain

    def strip(self, patches: Sequence[Patch], end: int, others: NDArray[np.bool_], margin: int) -> Patch:
        """From the first of the ``patches``, which go or move, to the ``margin`` (a column), or to what else
        (``others``) stands on the line: how far the line went does not show. ``end`` is the column at which it ends,
        before or after."""
        rows, columns = self.ink.shape
        top, foot = min(p.y0 for p in patches), max(p.y1 for p in patches)
        beyond = others[top:foot, end:].sum(axis=0) > SPECKS
        stop = end + int(np.argmax(beyond)) - 1 if beyond.any() else columns
        end = max(end, min(stop, margin)) + 1
        first = max(min(p.x0 for p in patches) - 1, 0)
        return Patch(max(top - 1, 0), min(foot + 1, rows), first, min(end, columns))

    def is_like(self, strip: Patch) -> bool:
        """Whether paper made for a strip is as light as the strip's own, all along."""
        blank = ~self.ink[strip.area]
        off = np.where(blank, self.grain.level[strip.area] - self.pixels[strip.area], 0.0)
        edges = [*range(0, blank.shape[1], PIECE)]
        counts = np.add.reduceat(blank.sum(axis=0), edges)
        means = np.add.reduceat(off.sum(axis=0), edges) / np.maximum(counts, 1)
        return bool((np.abs(means[counts >= PIECE]) <= UNLIKE).all())

    def wipe(self, strip: Patch, others: NDArray[np.bool_]) -> None:
        """Blank paper all over a strip but for the ink that stays, ``others``."""
        near = cv2.dilate(others[strip.area].astype(np.uint8), np.ones((BESIDE_INK, BESIDE_INK), np.uint8)) > 0
        self.pixels[strip.area][~near] = self.grain.blank(*strip.area)[~near]
