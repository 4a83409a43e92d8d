# SPDX-License-Identifier: AGPL-3.0-or-later
"""Blank paper for a scan that is shaded or grainy: where words moved away, the page's own paper takes their place.

Its shading is what lies between the blank places of the page, its grain is copied from them. Places on lines with boxes
do not count, unless they are in the margin: nothing here depends on what is hidden.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from redactor.domain.geometry import Box
from redactor.release.burn.boxes import Pixels

#: Paper is looked at in squares of so many pixels; there must be so many blank ones, no grainier than this (standard
#: deviation), and never so far (squares) from one.
SQUARE, ENOUGH, GRAINY, FAR = 32, 16, 14.0, 8
#: The margin begins so many points beside the words.
MARGIN = 8.0


class Grain:
    """The paper of a page: ``level`` at every pixel (a scan is as large), and some squares of its grain."""

    def __init__(self, level: NDArray[np.float32], tiles: NDArray[np.float32]) -> None:
        self.level, self._tiles = level, tiles

    def blank(self, rows: slice, columns: slice) -> Pixels:
        """Blank paper for a part of the page, the same whenever it is asked for."""
        top, left = rows.start // SQUARE, columns.start // SQUARE
        high, wide = -(-rows.stop // SQUARE) - top, -(-columns.stop // SQUARE) - left
        down, across = np.mgrid[top : top + high, left : left + wide]
        some = self._tiles[(7 * down + 13 * across) % len(self._tiles)]
        laid = some.transpose(0, 2, 1, 3).reshape(high * SQUARE, wide * SQUARE)
        y, x = rows.start - top * SQUARE, columns.start - left * SQUARE
        level = self.level[rows, columns]
        part = level + laid[y : y + level.shape[0], x : x + level.shape[1]]
        blank: Pixels = np.clip(np.rint(part), 0, 255).astype(np.uint8)
        return blank


def grain_of(
    pixels: Pixels, ink: NDArray[np.bool_], hidden: Sequence[Box], words: Sequence[Box], across: float, down: float
) -> Grain | None:
    """The paper of a grey page; None when too little of it is blank, or it is too uneven to be made. ``hidden`` are the
    boxes and ``words`` all words of the page, in points, of ``across`` by ``down`` pixels each."""
    high, wide = pixels.shape[0] // SQUARE, pixels.shape[1] // SQUARE
    if high < 2 or wide < 2:
        return None
    cut = (slice(high * SQUARE), slice(wide * SQUARE))
    squares = pixels[cut].reshape(high, SQUARE, wide, SQUARE).transpose(0, 2, 1, 3)
    inked = ink[cut].reshape(high, SQUARE, wide, SQUARE).any(axis=(1, 3))
    wanted = cv2.dilate(inked.astype(np.uint8), np.ones((3, 3), np.uint8)) == 0
    left = int((min(word.x0 for word in words) - MARGIN) * across) // SQUARE
    right = -(-int((max(word.x1 for word in words) + MARGIN) * across) // SQUARE)
    for box in hidden:
        wanted[int(box.y0 * down) // SQUARE - 1 : int(box.y1 * down) // SQUARE + 2, max(left, 0) : right] = False
    chosen = squares[wanted].astype(np.float32)
    even = chosen.std(axis=(1, 2)) < GRAINY
    wanted[wanted], chosen = even, chosen[even]
    if len(chosen) < ENOUGH:
        return None
    own = chosen.mean(axis=(1, 2))
    means = np.zeros(wanted.shape, dtype=np.float32)
    means[wanted] = own
    size = (2 * FAR + 1, 2 * FAR + 1)
    share = cv2.GaussianBlur(wanted.astype(np.float32), size, FAR / 2, borderType=cv2.BORDER_CONSTANT)
    total = cv2.GaussianBlur(means, size, FAR / 2, borderType=cv2.BORDER_CONSTANT)
    usual = float(np.median(own))
    coarse = np.where(share > 1e-3, total / np.maximum(share, 1e-6), usual).astype(np.float32)
    smooth = cv2.resize(coarse, (wide * SQUARE, high * SQUARE), interpolation=cv2.INTER_LINEAR)
    rest = (0, pixels.shape[0] - high * SQUARE, 0, pixels.shape[1] - wide * SQUARE)
    level = np.asarray(cv2.copyMakeBorder(smooth, *rest, cv2.BORDER_REPLICATE), dtype=np.float32)
    return Grain(level, chosen - own[:, None, None])
