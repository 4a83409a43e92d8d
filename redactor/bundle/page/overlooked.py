# SPDX-License-Identifier: AGPL-3.0-or-later
"""Ink that no word of the file's own accounts for, on pages whose text may not say all they show.

A glyph can be the drawing of a whole name and be called a blank, a pattern can repeat a name all over an area, a name
can be made of dots that are letters too small to read. What such a page shows beside its words is read by OCR.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from redactor.bundle.mupdf.pixels import bounds, draw
from redactor.bundle.page.unexplained import SCALE, unexplained
from redactor.domain.geometry import Box

#: Letters too small to be read, so many on a page, may be the dots of something larger.
DOTS = 30
#: Lettering is between these heights in points, at least so wide, and no higher than this share of its width.
_LOW, _HIGH, _SHORT, _SLIM = 4.0, 80.0, 12.0, 0.7
#: A line across three strokes changes so many times; across the corner of a table's frame it does less often. Ink
#: differs by so much (of 255) from most of the place.
_CHANGES, _INK = 6, 40
#: So many places are read in one go.
_MANY = 8
#: The page is looked at in so many pixels at most.
_MOST_PIXELS = 16_000_000


def overlooked(display_list: Any, words: list[Box], known: list[Box]) -> list[Box]:
    """Boxes (in points) of what looks like lettering outside the ``words`` and the places ``known`` to be read."""
    page = bounds(display_list)
    scale = min(SCALE, (_MOST_PIXELS / max(page.area, 1.0)) ** 0.5)
    grey = draw(display_list, scale, grey=True)
    found = unexplained(grey, scale, words, known)
    shaped = [box for box in found if _LOW <= box.height <= min(_HIGH, _SLIM * box.width) and box.width >= _SHORT]
    places = [box for box in shaped if _strokes(grey, box, scale)]
    if len(places) <= _MANY:
        return places
    x0, y0, x1, y1 = zip(*places, strict=True)
    return [Box(min(x0), min(y0), max(x1), max(y1))]


def _strokes(grey: NDArray[np.uint8], box: Box, scale: float) -> bool:
    """Whether there are strokes side by side, as letters have them."""
    x0, y0, x1, y1 = (max(int(value * scale), 0) for value in box)
    part = grey[y0 : y1 + 1, x0 : x1 + 1].astype(np.int16)
    ink = np.abs(part - np.median(part)) > _INK
    return bool(part.size) and int(np.diff(ink.astype(np.int8), axis=1).astype(bool).sum(axis=1).max()) >= _CHANGES
