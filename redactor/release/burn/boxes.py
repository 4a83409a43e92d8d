# SPDX-License-Identifier: AGPL-3.0-or-later
"""From the plan's boxes to whole pixels: grown so that no edge of a letter looks out, and kept off the
ink of the lines above and below."""

from __future__ import annotations

import math
from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from redactor.domain.geometry import Box
from redactor.domain.pages import Word
from redactor.domain.slant import LEVEL, Lay
from redactor.release.burn.composed import PixelBox

Pixels = NDArray[np.uint8]

#: The level of a box by the colour chosen; levels of the sixteen-grey palette, so the same in every encoding.
FILLS = {"grey": 0xDD, "black": 0x00, "white": 0xFF}
#: How far a box grows on each side, as a share of its height; read words (OCR) have looser boxes.
GROW, GROW_OCR = 0.04, 0.08
#: How far it grows aside, where there is room: letters that lean, swing out or are drawn with a thick pen reach beyond
#: the place they are set in; and over how much of the gap to the next word.
GROW_ASIDE, SHARE_ASIDE = 0.14, 0.7
#: A pixel counts as ink when it differs from the paper by this much (of 255).
INK = 10
#: On a scan that a lossy encoder follows: what is fainter is wiped away beside boxes.
FAINT = 32
#: Levels of grainy paper that count as one.
GRAIN = 6
#: The most of a box's height that a neighbouring line's letters may take back.
MOST_SHARED = 0.4
#: Lossy pages: boxes cover whole blocks of this many pixels.
BLOCK = 8


class WordGrid:
    """The words of a page as an array, to ask quickly which of them a box takes away. ``lay`` is how the page lies:
    boxes that follow its lines are compared with words as if it lay level."""

    def __init__(self, words: Sequence[Word], lay: Lay = LEVEL) -> None:
        self._lay = lay
        self._words = [word.box for word in words]
        self._boxes = _rows(self._words)
        self._level = _rows([lay.core(box) for box in self._words]) if lay else self._boxes

    def taken_by(self, boxes: Sequence[Box]) -> list[int]:
        """The indexes of the words that one of the boxes takes away.

        A box takes a word when it covers more than a sliver of its width and more than four tenths of its height
        (or of its own, when the box is lower than the word). Lines set so close that their boxes overlap do not
        take words from each other.
        """
        gone = np.zeros(len(self._boxes), dtype=bool)
        for box in boxes:
            if self._lay and self._lay.follows(box, self._words):
                gone |= _taken(self._level, self._lay.core(box))
            else:
                gone |= _taken(self._boxes, box)
        return [int(index) for index in np.flatnonzero(gone)]


def _rows(boxes: Sequence[Box]) -> NDArray[np.float64]:
    return np.array(boxes, dtype=np.float64).reshape(-1, 4)


def _taken(words: NDArray[np.float64], box: Box) -> NDArray[np.bool_]:
    x0, y0, x1, y1 = words.T
    across = np.minimum(x1, box.x1) - np.maximum(x0, box.x0)
    down = np.minimum(y1, box.y1) - np.maximum(y0, box.y0)
    wide = across > np.minimum(0.5, 0.25 * (x1 - x0))
    taken: NDArray[np.bool_] = (across > 0) & (down > 0) & wide & (down > MOST_SHARED * np.minimum(y1 - y0, box.height))
    return taken


class Places:
    """Boxes as an array, to ask quickly which share area with another."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self._boxes = boxes
        self._sides = _rows(boxes).T.copy()

    def touching(self, box: Box) -> list[Box]:
        """Those that do, in the order they came."""
        if not self._boxes:
            return []
        x0, y0, x1, y1 = self._sides
        found = np.flatnonzero((y0 < box.y1) & (y1 > box.y0) & (x0 < box.x1) & (x1 > box.x0))
        return [self._boxes[n] for n in found.tolist()]


class Around:
    """What lies about the boxes of one page: the words that stay readable, and the read (OCR) ones that go."""

    def __init__(self, surviving: Sequence[Word], taken: Sequence[Word]) -> None:
        self.staying = Places([word.box for word in surviving])
        self.scanned = Places([word.box for word in taken if word.source.from_pixels])


def pixel_boxes(
    boxes: Sequence[Box],
    around: Around,
    pixels: Pixels,
    width: float,
    height: float,
    drawn: Sequence[bool] = (),
    *,
    uncut: bool = False,
    least: int = INK,
) -> list[PixelBox]:
    """Each box in pixels. ``width`` and ``height`` are the page's in points. ``drawn`` tells of each whether type is
    still drawn under it; ``uncut`` boxes give nothing back to the lines above and below. Ink differs by ``least`` so
    much from the paper."""
    rows, columns = pixels.shape[:2]
    across, down = columns / width, rows / height
    made: list[PixelBox] = []
    for n, box in enumerate(boxes):
        scanned = around.scanned.touching(box)
        by = max(box.height * (GROW_OCR if scanned else GROW), 1 / down)
        wide = max(by, GROW_ASIDE * box.height) if drawn and drawn[n] and not scanned else by
        # Farther aside than this, a word neither stops the box from growing nor reaches into it.
        aside = 2 * wide + 1
        reach = Box(box.x0 - aside, box.y0 - box.height, box.x1 + aside, box.y1 + box.height)
        near = around.staying.touching(reach)
        grown = _grown(box, near, wide, by)
        above, below = _shared(box, near)
        x0, x1 = math.floor(grown.x0 * across + 1e-6), math.ceil(grown.x1 * across - 1e-6)
        y0, y1 = math.floor(grown.y0 * down + 1e-6), math.ceil(grown.y1 * down - 1e-6)
        x0, y0, x1, y1 = max(x0, 0), max(y0, 0), min(max(x1, x0 + 1), columns), min(max(y1, y0 + 1), rows)
        if x0 >= x1 or y0 >= y1:
            continue
        if not uncut and (above > 0 or below > 0):
            edge = max((y1 - y0) // 4, 4)
            first, last = max(y0 - edge, 0), min(y1 + edge, rows)
            ink = _ink(pixels[first:last, x0:x1], least)
            cut_top = _neighbours_rows(ink, y0 - first, math.ceil(above * down), y1 - y0)
            cut_bottom = _neighbours_rows(ink[::-1], last - y1, math.ceil(below * down), y1 - y0)
            y0, y1 = y0 + cut_top, y1 - cut_bottom
        made.append(PixelBox(x0, y0, x1, y1))
    return made


def to_blocks(box: PixelBox, rows: int, columns: int) -> PixelBox:
    """Expanded outward to the blocks of a lossy encoder."""
    return PixelBox(
        box.x0 // BLOCK * BLOCK,
        box.y0 // BLOCK * BLOCK,
        min(-(-box.x1 // BLOCK) * BLOCK, columns),
        min(-(-box.y1 // BLOCK) * BLOCK, rows),
    )


def _grown(box: Box, near: Sequence[Box], aside: float, by: float) -> Box:
    """Grown by so many points ``aside`` and ``by`` so many up and down, but only half way (or a
    little more) to the next surviving word and never into one."""
    left = right = aside
    top = bottom = by
    share = SHARE_ASIDE if aside > by else 0.5
    for word in near:
        beside = min(box.y1, word.y1) - max(box.y0, word.y0) > MOST_SHARED * min(box.height, word.height)
        if beside:
            if word.x1 <= box.x0 + 0.5:
                left = min(left, max(box.x0 - word.x1, 0.0) * share)
            elif word.x0 >= box.x1 - 0.5:
                right = min(right, max(word.x0 - box.x1, 0.0) * share)
        elif word.x0 < box.x1 and word.x1 > box.x0:
            if (word.y0 + word.y1) / 2 < (box.y0 + box.y1) / 2:
                top = min(top, max(box.y0 - word.y1, 0.0))
            else:
                bottom = min(bottom, max(word.y0 - box.y1, 0.0))
    return Box(box.x0 - left, box.y0 - top, box.x1 + right, box.y1 + bottom)


def _shared(box: Box, near: Sequence[Box]) -> tuple[float, float]:
    """How far (points) surviving words of the lines above and below reach into the box."""
    above = below = 0.0
    for word in near:
        common = box.intersection(word)
        if common is None or common.height > MOST_SHARED * min(box.height, word.height):
            continue
        if (word.y0 + word.y1) / 2 < (box.y0 + box.y1) / 2:
            above = max(above, common.height)
        else:
            below = max(below, common.height)
    return above, below


def _ink(part: Pixels, least: int) -> NDArray[np.bool_]:
    """What differs by so much from the commonest level of this part of the page."""
    grey = part if part.ndim == 2 else np.minimum(np.minimum(part[:, :, 0], part[:, :, 1]), part[:, :, 2])
    ink: NDArray[np.bool_] = np.abs(grey.astype(np.int16) - paper_level(grey)) > least
    return ink


def paper_level(levels: Pixels) -> int:
    """The commonest level, its neighbours counted with it: grainy paper has many, black ink one."""
    counts = np.bincount(levels.ravel(), minlength=256)
    about = int(np.convolve(counts, np.ones(2 * GRAIN + 1, dtype=np.int64), "same").argmax())
    first = max(about - GRAIN, 0)
    return first + int(counts[first : about + GRAIN + 1].argmax())


def _neighbours_rows(ink: NDArray[np.bool_], start: int, shared: int, height: int) -> int:
    """How many of the first ``shared`` rows from ``start`` hold only ink that comes down from above.

    Ink counts as a neighbour's when it hangs together with ink well above the box and ends among the shared
    rows. Rows are given back only down to the first ink that does not, so that no part of what the box hides
    can be among them; where letters of both lines touch, none are.
    """
    reach = max(height // 8, 3)
    if start < reach or shared <= 0:
        return 0
    part = ink[start - reach : start + shared + 1]
    count, labels = cv2.connectedComponents(part.astype(np.uint8))
    above = np.zeros(count, dtype=bool)
    above[labels[0]] = True
    above[0] = False  # what is no ink
    joined = above[labels]
    if joined[-1].any():
        return 0
    strange = (part & ~joined)[reach:].any(axis=1)
    first = int(np.argmax(strange)) if strange.any() else shared + 1
    hanging: NDArray[np.intp] = np.flatnonzero(joined[reach:].any(axis=1))
    if not hanging.size:
        return 0
    return max(min(int(hanging[-1]) + 1, first - 1, shared), 0)
