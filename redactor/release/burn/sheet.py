# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a scanned page is like: the level of its paper, whether that is even, and how askew its lines run."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from redactor.release.burn.boxes import Pixels

#: A pixel this much darker or lighter than the paper is ink. Paper differs by so much, but for this share of it: where
#: it is grainier, what was wiped away would be seen as a smooth place as wide as what stood there.
INK, PAPER, STAINS = 60, 6, 0.005
#: Paper is looked up in squares of so many pixels, every so many of them.
SQUARE, STEP = 32, 4


def paper_of(grey: Pixels) -> Pixels:
    """The paper's level at every pixel: the middle one of the square around."""
    squares = _squares(grey)
    middle = np.sort(squares, axis=2)[:, :, squares.shape[2] // 2]
    paper: Pixels = np.repeat(np.repeat(middle, SQUARE, axis=0), SQUARE, axis=1)[: grey.shape[0], : grey.shape[1]]
    return paper


def is_even(off: NDArray[np.int16]) -> bool:
    """Whether the page's paper is all of one level, to judge by squares that nothing stands in."""
    squares = _squares(off)
    blank = squares[squares.max(axis=2) <= INK]
    return blank.size > 0 and float((blank > PAPER).mean()) < STAINS


def _squares(pixels: NDArray[Any]) -> NDArray[Any]:
    """Some pixels of every square of the page: by row and column of squares."""
    rows, columns = (-(-size // SQUARE) for size in pixels.shape)
    pad = ((0, rows * SQUARE - pixels.shape[0]), (0, columns * SQUARE - pixels.shape[1]))
    few = np.pad(pixels, pad, mode="edge")[::STEP, ::STEP]
    part = SQUARE // STEP
    return few.reshape(rows, part, columns, part).transpose(0, 2, 1, 3).reshape(rows, columns, -1)
