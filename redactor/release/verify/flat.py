# SPDX-License-Identifier: AGPL-3.0-or-later
"""Boxes are one flat colour in the pixels of a released page, and no letter looks out of one."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from redactor.domain.geometry import Box
from redactor.release.verify.raster import Raster
from redactor.release.verify.source import SourcePage

#: The level of a box by the colour that was chosen. In a two-level picture what is to be grey is white.
LEVELS = {"grey": 0xDD, "black": 0x00, "white": 0xFF}
WHITE = 0xFF
#: A lossy encoder may round a box's one colour by this much.
ROUNDING = 4
#: A lossy encoder codes squares of so many pixels a side by themselves; where a box covers only a part of one, the rest
#: may show this much in it, of which its colour drawn above the picture shows nothing.
SQUARE, SHOWN = 8, 80


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
    lossy: bool = False,
    colour: str = "grey",
    falls: Sequence[int] = (),
    painted: Mapping[Box, Box] | None = None,
) -> tuple[int, list[tuple[Box, tuple[int, int, int, int]]]]:
    """Boxes that are not one flat colour: their number, and those whose edge rows a neighbouring line took back
    (the box, and the pixels that *are* flat), which need a closer look. ``falls`` are by how many pixels the columns of
    a page laid level were moved up; ``painted`` is what became of boxes of the plan."""
    rows, columns = picture.shape[:2]
    across, down = columns / width, rows / height
    broken = 0
    trimmed: list[tuple[Box, tuple[int, int, int, int]]] = []
    for box in boxes:
        x0, y0, x1, y1 = _pixels(box, across, down, picture)
        if x0 >= x1 or y0 >= y1:
            continue
        part = picture.part(y0, y1, x0, x1)
        part = part.reshape(y1 - y0, -1)
        level = int(np.median(part)) if lossy else part[len(part) // 2, 0]
        if abs(int(level) - level_of(colour, two_level)) > ROUNDING:
            broken += 1
            continue
        if not lossy and bool((part == level).all()):
            continue
        apart = np.abs(part.reshape(y1 - y0, x1 - x0, -1).astype(np.int16) - int(level)).max(axis=2)
        own = _pixels((painted or {}).get(box, box), across, down, picture)
        flat = (apart <= (_allowed((x0, y0, x1, y1), own, falls) if lossy else 0)).all(axis=1)
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


def _pixels(box: Box, across: float, down: float, picture: Raster) -> tuple[int, int, int, int]:
    rows, columns = picture.shape[:2]
    x0, x1 = max(math.floor(box.x0 * across + 1e-6), 0), min(math.ceil(box.x1 * across - 1e-6), columns)
    y0, y1 = max(math.floor(box.y0 * down + 1e-6), 0), min(math.ceil(box.y1 * down - 1e-6), rows)
    return x0, y0, x1, y1


def _allowed(box: tuple[int, ...], own: tuple[int, ...], falls: Sequence[int]) -> NDArray[np.int16]:
    """How far each pixel of a ``box`` in a lossy picture may be from the box's colour: more in squares of the encoder
    that what was painted, ``own``, covers in part only."""
    x0, y0, x1, y1 = own
    allowed = np.full((box[3] - box[1], box[2] - box[0]), ROUNDING, dtype=np.int16)
    if x0 >= x1 or y0 >= y1:
        return allowed
    columns = np.arange(x0, x1)
    moved = np.array(falls[x0:x1] if falls else [0] * (x1 - x0))
    down = (np.arange(y0, y1)[:, None] + moved[None, :]) // SQUARE
    number = (down - down.min()) * (x1 // SQUARE + 1) + columns[None, :] // SQUARE
    cut = (np.bincount(number.ravel()) < SQUARE * SQUARE)[number]
    left, top, right, foot = max(x0, box[0]), max(y0, box[1]), min(x1, box[2]), min(y1, box[3])
    if left < right and top < foot:
        inside = cut[top - y0 : foot - y0, left - x0 : right - x0]
        allowed[top - box[1] : foot - box[1], left - box[0] : right - box[0]][inside] = SHOWN
    return allowed


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
    x0, y0, x1, y1 = source.letters.T
    x, y, inked = (x0 + x1) / 2, (y0 + y1) / 2, (x1 > x0) & (y1 > y0)
    outside = 0
    for box, (_, first, _, last) in trimmed:
        slack = 0.2 * box.height
        own = inked & (box.x0 < x) & (x < box.x1) & (box.y0 + slack < y) & (y < box.y1 - slack)
        outside += int((own & ((y0 * down < first - 0.6) | (y1 * down > last + 0.6))).sum())
        inked &= ~own  # of boxes that lie over each other the first tells
    return outside
