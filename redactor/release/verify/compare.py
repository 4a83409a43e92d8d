# SPDX-License-Identifier: AGPL-3.0-or-later
"""A released picture against its source page, everywhere but under the boxes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from redactor.domain.geometry import Box
from redactor.release.verify.ink import PLACE, blanks
from redactor.release.verify.picture import Pixels, Reduced, opened
from redactor.release.verify.source import SourcePage

#: How much darker or lighter (of 255) than everything near it in the other picture a pixel must be to count.
TOLERANCE = 64
#: Square tiles of this many pixels; how many such pixels in one tile break the rule.
TILE, MOST = 12, 14
#: This many such tiles side by side break the rule.
TOGETHER = 3
#: Of lossy pictures: tiles of this many pixels, and by how much (of 255) their means may differ.
TONE_TILE, TONE, TONE_SHARE = 24, 8.0, 0.5
#: The whole of a lossy picture may be so much darker or lighter.
SHIFT = 2.0
#: A level or upright run of this many pixels is a line, not a letter; of lines that many pixels thick engines agree.
LINE, THICK = 22, 4
#: How well the lines of text must agree (correlation) where letters cannot be compared.
SAME_ROWS = 0.6
#: How far around a box (as a share of its height, and in pixels of the picture) the burner may grow it.
GROWTH, GROWTH_PIXELS = 0.1, 9
#: Points around a place that engines are known to draw differently: about a tile, whose count only begins at its edge.
AS_DRAWN_MARGIN = 9.0


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a released picture compares with its source: the places that differ in ink, those that differ in tone
    (in points of the source page), and whether some part of the page could not be compared, because engines draw it
    differently by right."""

    places: tuple[Box, ...] = ()
    in_part: bool = False
    tones: tuple[Box, ...] = ()


def compare(
    one: Reduced,
    other: Reduced,
    source: SourcePage,
    boxes: Sequence[Box],
    apart: Sequence[Box],
    *,
    lossy: bool = False,
    as_drawn: Sequence[Box] = (),
) -> Comparison:
    """Find where the released picture (``one``) shows ink that the source does not have, or lacks ink it has, outside
    the boxes, and outside what is looked at ``apart`` or is known to be drawn differently (``as_drawn``). ``other``
    is the source page at the picture's size.
    Engines draw edges differently by less than a pixel; that does not count.

    Where something differs, a second look leaves out what a PDF leaves to the reader's own taste: text in
    fonts that are not in the file, annotations and fields without an appearance, lines thinner than a pixel.
    Of a picture that is ``lossy`` coded the tones are compared as well: damaged data shift them.
    """
    mine, theirs, step = one.pixels, other.pixels, one.step
    free = np.ones(mine.shape, dtype=bool)
    across, down = one.columns / source.width / step, one.rows / source.height / step
    for box in boxes:
        _cover(free, box, GROWTH * box.height, GROWTH_PIXELS / step, across, down)
    for zone in apart:
        _cover(free, zone, 0.0, 1.0, across, down)
    for place in as_drawn:
        _cover(free, place, AS_DRAWN_MARGIN, 0.0, across, down)
    tones = _tones(mine, theirs, free, source) if lossy else ()
    differs = (cv2.max(_beyond(mine, theirs), _beyond(theirs, mine)) > TOLERANCE) & free
    if not differs.any():
        return Comparison(tones=tones)

    def points(found: Iterable[tuple[int, int]], size: int) -> tuple[Box, ...]:
        return _in_points(found, size / across, size / down)

    tiles = _tiles(differs)
    # A page that is alike but for one small place: is a letter or two gone there, or painted over?
    blank = [] if tiles else blanks(mine, theirs, differs, free)
    if not tiles and not blank:
        return Comparison(tones=tones)
    letters, signs = free.copy(), free.copy()
    for zone in source.foreign:
        _cover(letters, zone, 3.0, 1.0, across, down)
    for zone in source.bare_annotations:
        _cover(signs, zone, 12.0, 1.0, across, down)
    plain = _without_lines(differs & letters & signs)
    left = points(_tiles(plain), TILE) or points(blanks(mine, theirs, plain, letters & signs), PLACE)
    if not left and not _same_rows(mine, theirs, free & ~letters & signs):
        left = points(tiles, TILE)
    return Comparison(left, in_part=True, tones=tones)


def _in_points(tiles: Iterable[tuple[int, int]], wide: float, high: float) -> tuple[Box, ...]:
    """Tiles (column, row), each ``wide`` by ``high`` points; those side by side are one place."""
    places: list[Box] = []
    for row, column in sorted((row, column) for column, row in tiles):
        box = Box(column * wide, row * high, (column + 1) * wide, (row + 1) * high)
        if places and places[-1].y0 == box.y0 and box.x0 - places[-1].x1 < wide / 2:
            box = Box(places.pop().x0, *box[1:])
        places.append(box)
    return tuple(places)


def _tones(mine: Pixels, theirs: Pixels, free: NDArray[np.bool_], source: SourcePage) -> tuple[Box, ...]:
    """The large tiles of the page that are on average darker or lighter than in the other picture. A tile mostly
    under boxes does not count: a few letters' edges beside a box, which engines draw differently, would decide it."""
    seen = free.astype(np.float32)
    size = (max(mine.shape[1] // TONE_TILE, 1), max(mine.shape[0] // TONE_TILE, 1))
    share = cv2.resize(seen, size, interpolation=cv2.INTER_AREA)

    def means(picture: Pixels) -> NDArray[np.float32]:
        return np.asarray(cv2.resize(picture.astype(np.float32) * seen, size, interpolation=cv2.INTER_AREA))

    def apart_from(other: Pixels) -> NDArray[np.float32]:
        return np.where(share >= TONE_SHARE, (own - means(other)) / np.maximum(share, TONE_SHARE), 0)

    own = means(mine)
    apart = apart_from(theirs)
    wrong = np.abs(apart) > TONE
    # pdfium stretches a picture by up to a pixel, to whole ones: where it has edges this tells in a tile's mean.
    for aside in ((1, 0), (-1, 0), (0, 1), (0, -1)) if wrong.any() else ():
        wrong &= np.abs(apart_from(np.roll(theirs, aside, axis=(0, 1)))) > TONE
    if abs(float(apart.mean())) > SHIFT:
        wrong = share >= TONE_SHARE
    found = np.argwhere(wrong)
    return _in_points(((int(x), int(y)) for y, x in found), source.width / size[0], source.height / size[1])


def _cover(free: NDArray[np.bool_], box: Box, points: float, pixels: float, across: float, down: float) -> None:
    x0, x1 = (box.x0 - points) * across - pixels, (box.x1 + points) * across + pixels
    y0, y1 = (box.y0 - points) * down - pixels, (box.y1 + points) * down + pixels
    free[max(int(y0), 0) : max(int(y1) + 2, 0), max(int(x0), 0) : max(int(x1) + 2, 0)] = False


def _tiles(differs: NDArray[np.bool_]) -> list[tuple[int, int]]:
    high, wide = -(-differs.shape[0] // TILE), -(-differs.shape[1] // TILE)
    down, across = np.divmod(np.flatnonzero(differs), differs.shape[1])
    counts = np.bincount(down // TILE * wide + across // TILE, minlength=high * wide)
    full = counts.reshape(high, wide) > MOST
    if not full.any():
        return []
    # A word or a line shows in tiles side by side; a single tile is two engines drawing one letter differently.
    edged = np.pad(full, 1).astype(np.int8)
    beside = np.zeros(full.shape, dtype=np.int8)
    for y in range(3):
        for x in range(3):
            beside += edged[y : y + high, x : x + wide]
    return [(int(x), int(y)) for y, x in np.argwhere(full & (beside >= TOGETHER))]


def _without_lines(differs: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Without long thin level or upright runs: engines draw lines thinner than a pixel fainter or darker. What is
    thicker was painted."""
    given = differs.astype(np.uint8)
    near = np.ones((3, 3), dtype=np.uint8)
    level, upright, thick = (opened(given, *shape) for shape in ((1, LINE), (LINE, 1), (THICK, THICK)))
    lines = cv2.dilate(cv2.max(level, upright), near)
    thin: NDArray[np.bool_] = (lines > 0) & (thick == 0)
    return differs & ~thin


def _same_rows(mine: Pixels, theirs: Pixels, where: NDArray[np.bool_]) -> bool:
    """Where letters cannot be compared, the lines of text must still lie at the same heights."""
    step = 4
    rows = mine.shape[0] // step * step
    ink = [
        np.where(where, 255 - part.astype(np.int32), 0)[:rows].sum(axis=1).reshape(-1, step).sum(axis=1)
        for part in (mine, theirs)
    ]
    one, other = (part - part.mean() for part in ink)
    spread = float(np.sqrt((one**2).sum() * (other**2).sum()))
    return spread == 0 or float((one * other).sum()) / spread > SAME_ROWS


def _beyond(one: Pixels, other: Pixels) -> Pixels:
    """How much darker or lighter ``one`` is than everything within a pixel in ``other``."""
    near = np.ones((3, 3), dtype=np.uint8)
    low, high = cv2.erode(other, near), cv2.dilate(other, near)
    return np.asarray(cv2.max(cv2.subtract(low, one, dst=low), cv2.subtract(one, high, dst=high), dst=low), np.uint8)
