# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a scanned page is like: the level of its paper, whether that is even, and how askew its lines run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from redactor.domain.geometry import Box
from redactor.domain.pages import Word
from redactor.release.burn.boxes import Pixels

#: A pixel this much darker or lighter than the paper is ink. Paper differs by so much, but for this share of it: where
#: it is grainier, what was wiped away would be seen as a smooth place as wide as what stood there.
INK, PAPER, STAINS = 60, 6, 0.005
#: Paper is looked up in squares of so many pixels, every so many of them.
SQUARE, STEP = 32, 4
#: Lines with fewer words do not tell how askew a page lies; nor do pages with fewer such lines, or that disagree.
LONG, LINES, AGREED = 4, 3, 0.004


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


def lean_of(words: Sequence[Word]) -> float:
    """How many points the page's lines fall for each they run on; 0.0 where they do not agree."""
    lines: dict[tuple[int, int], list[Box]] = {}
    for word in words:
        lines.setdefault((word.block, word.line), []).append(word.box)
    found: list[float] = []
    for boxes in lines.values():
        if len(boxes) >= LONG:
            x = np.array([(box.x0 + box.x1) / 2 for box in boxes])
            y = np.array([(box.y0 + box.y1) / 2 for box in boxes])
            if float(np.ptp(x)) > 0:
                found.append(float(np.polyfit(x, y, 1)[0]))
    if len(found) < LINES:
        return 0.0
    low, high = np.percentile(found, [25, 75])
    return float(np.median(found)) if high - low < 2 * AGREED else 0.0


def _squares(pixels: NDArray[Any]) -> NDArray[Any]:
    """Some pixels of every square of the page: by row and column of squares."""
    rows, columns = (-(-size // SQUARE) for size in pixels.shape)
    pad = ((0, rows * SQUARE - pixels.shape[0]), (0, columns * SQUARE - pixels.shape[1]))
    few = np.pad(pixels, pad, mode="edge")[::STEP, ::STEP]
    part = SQUARE // STEP
    return few.reshape(rows, part, columns, part).transpose(0, 2, 1, 3).reshape(rows, columns, -1)
