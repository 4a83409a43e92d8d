# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which of a page's words a reader can see.

There are more ways to hide text than rules to name them (render mode 3, white on white, opacity, a clip, a
soft mask, a picture or a box above it). So unless all text plainly shows (see :mod:`~redactor.bundle.page.survey`),
the page is drawn twice, with its text and without, and a word is visible when the two differ where it stands.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pymupdf import mupdf

from redactor.bundle.mupdf.device import TIPS
from redactor.bundle.mupdf.pixels import draw
from redactor.bundle.words.columns import Columns, RawWord
from redactor.domain.geometry import Box

Pixels = NDArray[np.uint8]
Flags = NDArray[np.bool_]

#: The drawings compared have at most this many pixels; a common page is drawn at 72 dpi.
_MOST_PIXELS = 3_000_000
#: Two colours nearer than this (of 255, in every channel) look the same.
_SAME = 4
#: A word whose box is lower than this many points cannot be read on the released page (4 pixels at 200 dpi).
_TINY = 1.4


class Drawings:
    """A page's pixels with and without its text, drawn when they are asked for.

    ``scale`` is pixels per point: 1, less for a very large page, more for a very small one.
    """

    def __init__(self, display_list: Any, page: Box) -> None:
        area = max(page.area, 1.0)
        self.scale = min((_MOST_PIXELS / area) ** 0.5, max(1.0, (250_000 / area) ** 0.5), 4.0)
        self._list = display_list

    @cached_property
    def without(self) -> Pixels:
        """Grey, without text: height x width."""
        return draw(self._list, self.scale, text=False, grey=True)

    @cached_property
    def without_in_colour(self) -> Pixels:
        return draw(self._list, self.scale, text=False)

    @cached_property
    def changed(self) -> Flags:
        """Where text makes a difference in grey."""
        return _differs(draw(self._list, self.scale, grey=True), self.without)

    @cached_property
    def changed_in_colour(self) -> Flags:
        """Where text makes a difference in any channel: red letters may be as dark as the green below."""
        return np.asarray(_differs(draw(self._list, self.scale), self.without_in_colour).any(axis=2))


def _differs(one: Pixels, other: Pixels) -> Flags:
    return np.asarray(np.maximum(one, other) - np.minimum(one, other) > _SAME)


def legible(text: Columns, page: Box) -> Flags:
    """For each word whether it is on the page and large enough to be read."""
    x0, y0, x1, y1 = text.boxes
    width, height = x1 - x0, y1 - y0
    large = (np.minimum(width, height) >= _TINY) & (np.maximum(width, height) >= 0.4 * text.lengths)
    return np.asarray(large & (x0 < page.x1) & (x1 > page.x0) & (y0 < page.y1) & (y1 > page.y0))


def all_within(text: Columns, clip: Box) -> bool:
    """Whether a clip leaves every word but the tips of its letters."""
    x0, y0, x1, y1 = text.boxes
    tips = TIPS * np.minimum(x1 - x0, y1 - y0)
    beyond = (x0 + tips < clip.x0) | (y0 + tips < clip.y0) | (x1 - tips > clip.x1) | (y1 - tips > clip.y1)
    return not beyond.any()


def visible(words: list[RawWord], text: Columns, drawings: Drawings, page: Box, text_page: Any) -> Flags:
    """For each word of ``text_page``, as it is and in columns, whether it can be seen; boxes in points."""
    large = legible(text, page)
    if not large.any():
        return large
    asked = _asked(text, drawings.scale)
    seen = large & _inked(asked, drawings.changed)
    if not np.array_equal(seen, large):
        seen |= large & _inked(asked, drawings.changed_in_colour)
    crowded = np.flatnonzero(_overlapping(text.boxes.T) & seen)
    if crowded.size:
        spans = spans_of(text_page)
        for index in crowded:
            seen[index] = _stands_out(words[index], spans, drawings)
    return seen


def _asked(text: Columns, scale: float) -> NDArray[np.float64]:
    """The part of each word's box that is asked for ink, in pixels.

    Only the middle of the box: the boxes of neighbouring lines overlap, and their letters reach into its edges.
    Points, dashes and quotes are asked for anywhere in their box.
    """
    x0, y0, x1, y1 = text.boxes * scale
    width, height = x1 - x0, y1 - y0
    worded = np.fromiter((any(map(str.isalnum, word)) for word in text.texts), np.bool_, len(text))
    upright = worded & (height > 1.5 * width) & (text.lengths > 1)
    level = worded & ~upright
    return np.stack(
        [
            np.where(upright, x0 + 0.2 * width, x0),
            np.where(level, y0 + 0.3 * height, y0),
            np.where(upright, x1 - 0.2 * width, x1),
            np.where(level, y1 - 0.2 * height, y1),
        ]
    )


def _inked(asked: NDArray[np.float64], changed: Flags) -> Flags:
    """For each part asked for whether text changed pixels in it."""
    high, wide = changed.shape
    x0, y0 = (
        np.clip(np.trunc(side), 0, limit).astype(np.int64) for side, limit in ((asked[0], wide), (asked[1], high))
    )
    x1, y1 = (
        np.clip(np.trunc(side) + 1, 0, limit).astype(np.int64) for side, limit in ((asked[2], wide), (asked[3], high))
    )
    sums = np.zeros((high + 1, wide + 1), np.int32)
    np.cumsum(np.cumsum(changed, axis=0, dtype=np.int32), axis=1, out=sums[1:, 1:])
    count = sums[y1, x1] - sums[y0, x1] - sums[y1, x0] + sums[y0, x0]
    size = np.maximum(x1 - x0, 0) * np.maximum(y1 - y0, 0)
    return np.asarray((size > 0) & (count > 0) & (count >= 0.015 * size))


def _overlapping(boxes: NDArray[np.float64]) -> Flags:
    """Words that share half their box with a neighbour on the same height: ink there proves nothing."""
    found = np.zeros(len(boxes), np.bool_)
    if len(boxes) < 2:
        return found
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


def _stands_out(word: RawWord, spans: list[dict[str, Any]], drawings: Drawings) -> bool:
    """Whether the word is painted at all, and in another colour than what lies under it."""
    box = Box(*word[:4])
    for span in spans:
        if word[4] in span["text"] and box.overlap(Box(*span["bbox"])) > 0.9:
            if not painted(span):
                return False
            color = span["color"]
            ink = np.array([color >> 16 & 255, color >> 8 & 255, color & 255], np.int32)
            x0, y0, x1, y1 = (max(round(v * drawings.scale), 0) for v in box)
            under = drawings.without_in_colour[y0 : y1 + 1, x0 : x1 + 1]
            return bool(under.size) and bool(np.abs(np.median(under.reshape(-1, 3), axis=0) - ink).max() > _SAME)
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
