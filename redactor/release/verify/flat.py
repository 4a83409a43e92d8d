# SPDX-License-Identifier: AGPL-3.0-or-later
"""Boxes are one flat colour in the pixels of a released page, and no letter looks out of one."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from redactor.domain.geometry import Box
from redactor.release.verify.raster import Raster
from redactor.release.verify.source import SourcePage

#: The level of a box by the colour that was chosen. In a two-level picture what is to be grey is white.
LEVELS = {"grey": 0xDD, "black": 0x00, "white": 0xFF}
WHITE = 0xFF
#: A lossy encoder may round a box's one colour by this much.
ROUNDING = 4


def level_of(colour: str, two_level: bool) -> int:
    """What the boxes' pixels are, by the colour that was chosen for them."""
    return WHITE if two_level and colour == "grey" else LEVELS[colour]


def flat_problems(
    picture: Raster,
    boxes: Sequence[Box],
    kept: Sequence[Box],
    width: float,
    height: float,
    *,
    two_level: bool,
    colour: str = "grey",
) -> tuple[int, list[tuple[Box, tuple[int, int, int, int]]]]:
    """Boxes that are not one flat colour: their number, and those whose edge rows a neighbouring line took back
    (the box, and the pixels that *are* flat), which need a closer look."""
    rows, columns = picture.shape[:2]
    across, down = columns / width, rows / height
    broken = 0
    trimmed: list[tuple[Box, tuple[int, int, int, int]]] = []
    for box in boxes:
        x0, x1 = max(math.floor(box.x0 * across + 1e-6), 0), min(math.ceil(box.x1 * across - 1e-6), columns)
        y0, y1 = max(math.floor(box.y0 * down + 1e-6), 0), min(math.ceil(box.y1 * down - 1e-6), rows)
        if x0 >= x1 or y0 >= y1:
            continue
        part = picture.part(y0, y1, x0, x1)
        part = part.reshape(y1 - y0, -1)
        level = part[len(part) // 2, 0]
        if abs(int(level) - level_of(colour, two_level)) > ROUNDING:
            broken += 1
            continue
        flat = (part == level).all(axis=1)
        if flat.all():
            continue
        above, below = _shared(box, kept)
        top, bottom = math.ceil(above * down) + 1 if above else 0, math.ceil(below * down) + 1 if below else 0
        if top + bottom >= len(flat) or not flat[top : len(flat) - bottom].all():
            broken += 1
            continue
        first = y0 + int(np.argmax(flat)) if not flat[: top + 1].all() else y0
        last = y1 - int(np.argmax(flat[::-1])) if not flat[len(flat) - bottom - 1 :].all() else y1
        trimmed.append((box, (x0, first, x1, last)))
    return broken, trimmed


def _shared(box: Box, kept: Sequence[Box]) -> tuple[float, float]:
    """How far words that stay reach into the box from the lines above and below (at most four tenths)."""
    above = below = 0.0
    for word in kept:
        if word.x0 >= box.x1 or word.x1 <= box.x0:
            continue
        common = min(box.y1, word.y1) - max(box.y0, word.y0)
        if 0 < common <= 0.4 * min(box.height, word.height):
            if word.y0 + word.y1 < box.y0 + box.y1:
                above = max(above, common)
            else:
                below = max(below, common)
    return above, below


def letters_outside(
    source: SourcePage, trimmed: Sequence[tuple[Box, tuple[int, int, int, int]]], picture: Raster
) -> int:
    """How many letters of a box that gave rows back look out of it, by the ink of each letter as pypdfium2 has it."""
    down = picture.shape[0] / source.height
    outside = 0
    for ink in (Box(*row) for row in source.letters.tolist()):
        middle_x, middle_y = (ink.x0 + ink.x1) / 2, (ink.y0 + ink.y1) / 2
        for box, (_, y0, _, y1) in trimmed:
            if box.x0 < middle_x < box.x1 and box.y0 + 0.2 * box.height < middle_y < box.y1 - 0.2 * box.height:
                if ink.area > 0 and (ink.y0 * down < y0 - 0.6 or ink.y1 * down > y1 + 0.6):
                    outside += 1
                break
    return outside
