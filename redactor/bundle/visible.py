# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which of a page's words a reader can see.

There are more ways to hide text than rules to name them (render mode 3, white on white, opacity, a clip, a
soft mask, a picture or a box above it). So the page is drawn twice, with its text and without, and a
word is visible when the two differ where it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pymupdf import mupdf

from redactor.bundle.pixels import draw
from redactor.domain.geometry import Box

Pixels = NDArray[np.uint8]
RawWord = tuple[float, float, float, float, str, int, int, int]

#: The drawings compared have at most this many pixels; a common page is drawn at 72 dpi.
_MOST_PIXELS = 3_000_000
#: Two colours nearer than this (of 255, in every channel) look the same.
_SAME = 4
#: A word whose box is lower than this many points cannot be read on the released page (4 pixels at 200 dpi).
_TINY = 1.4


@dataclass(frozen=True, slots=True)
class Drawings:
    """A page's pixels with and without its text (height x width x RGB), and pixels per point."""

    with_text: Pixels
    without: Pixels
    scale: float


def draw_both(display_list: Any, page: Box) -> Drawings:
    """The page with and without its text, at 72 dpi (less for a very large page, more for a very small one)."""
    area = max(page.area, 1.0)
    scale = min((_MOST_PIXELS / area) ** 0.5, max(1.0, (250_000 / area) ** 0.5), 4.0)
    return Drawings(draw(display_list, scale), draw(display_list, scale, text=False), scale)


def visible(words: list[RawWord], drawings: Drawings, page: Box, text_page: Any) -> NDArray[np.bool_]:
    """For each word of ``text_page`` whether it can be seen; boxes in points as displayed."""
    if not words:
        return np.zeros(0, np.bool_)
    boxes = np.array([word[:4] for word in words], np.float64)
    letters = np.array([any(c.isalnum() for c in word[4]) for word in words], np.bool_)
    lengths = np.array([len(word[4]) for word in words], np.float64)
    changed = _differs(drawings.with_text, drawings.without)
    seen = _inked(boxes, letters, changed, drawings.scale)
    size = np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
    thin = np.minimum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
    seen &= (thin >= _TINY) & (size >= 0.4 * lengths)
    crowded = np.flatnonzero(_overlapping(boxes) & seen)
    if crowded.size:
        painted = _Painted(text_page)
        for index in crowded:
            seen[index] = painted.shows(words[index], drawings)
    return seen


def _differs(one: Pixels, other: Pixels) -> NDArray[np.bool_]:
    difference = np.maximum(one, other) - np.minimum(one, other)
    return np.asarray(difference.max(axis=2) > _SAME)


def _inked(
    boxes: NDArray[np.float64], letters: NDArray[np.bool_], changed: NDArray[np.bool_], scale: float
) -> NDArray[np.bool_]:
    """Whether text changed pixels inside each box.

    Only the middle of a word's box is asked: the boxes of neighbouring lines overlap, and their letters
    reach into its edges. Points, dashes and quotes are asked for anywhere in their box.
    """
    height, width = changed.shape
    sums = np.zeros((height + 1, width + 1), np.int32)
    np.cumsum(np.cumsum(changed, axis=0, dtype=np.int32), axis=1, out=sums[1:, 1:])
    x0, y0, x1, y1 = (boxes * scale).T
    tall = y1 - y0 > 1.5 * (x1 - x0)
    inset_y = np.where(letters & ~tall, 0.3 * (y1 - y0), 0.0)
    inset_x = np.where(letters & tall, 0.2 * (x1 - x0), 0.0)
    left = np.clip(np.floor(x0 + inset_x), 0, width).astype(int)
    right = np.clip(np.ceil(x1 - inset_x), 0, width).astype(int)
    top = np.clip(np.floor(y0 + inset_y), 0, height).astype(int)
    bottom = np.clip(np.ceil(y1 - 0.67 * inset_y), 0, height).astype(int)
    count = sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left]
    area = np.maximum((right - left) * (bottom - top), 1)
    return np.asarray((count > 0) & (count >= 0.015 * area))


def _overlapping(boxes: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Words that share half their box with a neighbour on the same height: ink there proves nothing."""
    found = np.zeros(len(boxes), np.bool_)
    middle = (boxes[:, 1] + boxes[:, 3]) / 2
    step = max(float(np.median(boxes[:, 3] - boxes[:, 1])), 1.0)
    for shift in (0.0, 0.5):
        row = np.floor(middle / step + shift)
        order = np.lexsort((boxes[:, 0], row))
        one, two = order[:-1], order[1:]
        shared = np.minimum(boxes[one, 2], boxes[two, 2]) - np.maximum(boxes[one, 0], boxes[two, 0])
        least = np.minimum(boxes[one, 2] - boxes[one, 0], boxes[two, 2] - boxes[two, 0])
        pairs = (row[one] == row[two]) & (shared > 0.5 * least)
        found[one[pairs]] = True
        found[two[pairs]] = True
    return found


class _Painted:
    """The colours a page's text is painted in, by where it stands."""

    def __init__(self, text_page: Any) -> None:
        self.spans = spans_of(text_page)

    def shows(self, word: RawWord, drawings: Drawings) -> bool:
        """Whether the word is painted at all, and in another colour than what lies under it."""
        box = Box(*word[:4])
        for span in self.spans:
            if word[4] in span["text"] and box.overlap(Box(*span["bbox"])) > 0.9:
                if not painted(span):
                    return False
                color = span["color"]
                ink = np.array([color >> 16 & 255, color >> 8 & 255, color & 255], np.int32)
                x0, y0, x1, y1 = (max(round(v * drawings.scale), 0) for v in box)
                under = drawings.without[y0 : y1 + 1, x0 : x1 + 1]
                if not under.size:
                    return False
                ground = np.median(under.reshape(-1, 3), axis=0)
                return bool(np.abs(ground - ink).max() > _SAME)
        return True


def spans_of(text_page: Any) -> list[dict[str, Any]]:
    """MuPDF's spans (text of one font and colour) with their colour, flags and box."""
    blocks = text_page.extractDICT()["blocks"]
    return [span for block in blocks for line in block.get("lines", ()) for span in line["spans"]]


def painted(span: dict[str, Any]) -> bool:
    """Whether a span of MuPDF's text is filled, stroked or used as a clip, and not fully transparent."""
    marks = mupdf.FZ_STEXT_FILLED | mupdf.FZ_STEXT_STROKED | mupdf.FZ_STEXT_CLIPPED
    shown = bool(span["char_flags"] & marks)
    return shown and (span["alpha"] > 0 or bool(span["char_flags"] & mupdf.FZ_STEXT_CLIPPED))
