# SPDX-License-Identifier: AGPL-3.0-or-later
"""Boxes on scans that end their line are made wider: to one width for all, or to the margin, over blank paper only.

No word is moved. A box with words after it on its line, or with anything at all in the way, stays as wide as what it
hides, and is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

import numpy as np

from redactor.domain.geometry import Box
from redactor.domain.pages import Word
from redactor.release.burn.again import Again
from redactor.release.burn.boxes import Pixels
from redactor.release.burn.rows import is_level
from redactor.release.widths import Bands

#: How wide such a box is, in heights of the page's words, and at least in points: nearly every name is shorter.
WIDE, WIDE_POINTS = 10.0, 90.0
#: The page's edge is kept clear by so many points; so many heights of a word are kept between a box and a word.
EDGE, APART = 14.0, 0.4
#: A pixel this much darker or lighter than the paper is ink; so many of them are the scanner's specks.
INK, SPECKS = 50, 8
#: Boxes start on a grid of so many points, and that far from what stands before them.
GRID, CLEAR = 1.0, 0.5


def widened(
    again: Again, taken: frozenset[int], pixels: Pixels, width: float, height: float, left: Bands = ()
) -> Again:
    """The page with its boxes as wide as there is room for. ``pixels`` are ``width`` by ``height`` points; ``taken``
    are the indexes of the words that boxes take away; boxes at the heights in ``left`` stay as they are."""
    staying = [word for n, word in enumerate(again.words) if n not in taken]
    if len(staying) < 4:
        return again
    high = median(word.box.height for word in staying)
    margin = min(max(word.box.x1 for word in staying), width - EDGE)
    every = [box for boxes in again.hidden for box in boxes]
    shared = [box for box in every if _reached_into(box, staying)]
    hidden, widths = [], []
    for boxes, own in zip(again.hidden, again.widths, strict=True):
        new, told = [], []
        for box, kind in zip(boxes, own, strict=True):
            end = None
            alone = kind.kind == "shown" and not any(is_level(box, other) for other in shared)
            if alone and not any(low <= (box.y0 + box.y1) / 2 <= far for low, far in left):
                others = [*(word.box for word in staying), *(other for other in every if other != box)]
                end = _end(box, others, high, margin, goes_on=any(b.y0 > box.y1 - 0.3 * high for b in boxes))
            start = box.x0 // GRID * GRID
            if end is not None and _blank(pixels, Box(box.x1, box.y0, end, box.y1), width, height):
                new.append(Box(start, box.y0, end, box.y1))
                told.append(replace(kind, kind="filled", why=""))
            else:
                new.append(box)
                told.append(kind)
        hidden.append(tuple(new))
        widths.append(tuple(told))
    return replace(again, hidden=tuple(hidden), widths=tuple(widths))


def _end(box: Box, others: Sequence[Box], high: float, margin: float, *, goes_on: bool) -> float | None:
    """Where the box may end, whatever it hides; None when it has to end where it does."""
    start = box.x0 // GRID * GRID
    step = start + max(WIDE * high, WIDE_POINTS)
    end = step if not goes_on and box.x1 <= step - GRID and step <= margin else margin
    beside = [other for other in others if is_level(box, other) and other.x1 > box.x1]
    if box.x1 > end - GRID or any(other.x0 < end + APART * high for other in beside):
        return None
    if any(start - CLEAR < other.x1 < box.x1 for other in others if is_level(box, other)):
        return None  # what stands right before it would be touched
    return end


def _reached_into(box: Box, staying: Sequence[Word]) -> bool:
    """Whether words of the lines above or below reach into the box: its edges are theirs, then."""
    return any(box.intersection(word.box) and not is_level(box, word.box) for word in staying)


def _blank(pixels: Pixels, box: Box, width: float, height: float) -> bool:
    rows, columns = pixels.shape[:2]
    across, down = columns / width, rows / height
    part = pixels[
        max(int(box.y0 * down) - 3, 0) : int(box.y1 * down) + 4, int(box.x0 * across) + 2 : int(box.x1 * across) + 4
    ]
    if part.size == 0:
        return False
    grey = part if part.ndim == 2 else part.min(axis=2)
    paper = int(np.bincount(grey.ravel(), minlength=256).argmax())
    return int((np.abs(grey.astype(np.int16) - paper) > INK).sum()) <= SPECKS
