# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which of a page's words a reader can see.

There are more ways to hide text than rules to name them (render mode 3, white on white, opacity, a clip, a
soft mask, a picture or a box above it). So unless all text plainly shows (see :mod:`~redactor.bundle.survey`),
the page is drawn twice, with its text and without, and a word is visible when the two differ where it stands.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pymupdf import mupdf

from redactor.bundle.pixels import draw
from redactor.domain.geometry import Box

Pixels = NDArray[np.uint8]
Flags = NDArray[np.bool_]
RawWord = tuple[float, float, float, float, str, int, int, int]

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


def boxes_of(words: list[RawWord]) -> NDArray[np.float64]:
    """The words' boxes, a row each."""
    return np.array([word[:4] for word in words], np.float64).reshape(-1, 4)


def legible(words: list[RawWord], boxes: NDArray[np.float64], page: Box) -> Flags:
    """For each word whether it is on the page and large enough to be read; ``boxes`` are the words'."""
    width, height = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    lengths = np.array([len(word[4]) for word in words], np.float64)
    large = (np.minimum(width, height) >= _TINY) & (np.maximum(width, height) >= 0.4 * lengths)
    inside = (boxes[:, 0] < page.x1) & (boxes[:, 2] > page.x0) & (boxes[:, 1] < page.y1) & (boxes[:, 3] > page.y0)
    return np.asarray(large & inside)


def visible(words: list[RawWord], boxes: NDArray[np.float64], drawings: Drawings, page: Box, text_page: Any) -> Flags:
    """For each word of ``text_page`` whether it can be seen; boxes in points as displayed."""
    large = legible(words, boxes, page)
    seen = large.copy()
    for index in np.flatnonzero(seen):
        seen[index] = _inked(words[index], drawings.changed, drawings.scale)
    for index in np.flatnonzero(large & ~seen):
        seen[index] = _inked(words[index], drawings.changed_in_colour, drawings.scale)
    crowded = np.flatnonzero(_overlapping(boxes) & seen)
    if crowded.size:
        spans = spans_of(text_page)
        for index in crowded:
            seen[index] = _stands_out(words[index], spans, drawings)
    return seen


def _inked(word: RawWord, changed: Flags, scale: float) -> bool:
    """Whether text changed pixels inside the word's box.

    Only the middle of the box is asked: the boxes of neighbouring lines overlap, and their letters reach into
    its edges. Points, dashes and quotes are asked for anywhere in their box.
    """
    x0, y0, x1, y1 = (value * scale for value in word[:4])
    if any(char.isalnum() for char in word[4]):
        if y1 - y0 > 1.5 * (x1 - x0) and len(word[4]) > 1:
            x0, x1 = x0 + 0.2 * (x1 - x0), x1 - 0.2 * (x1 - x0)
        else:
            y0, y1 = y0 + 0.3 * (y1 - y0), y1 - 0.2 * (y1 - y0)
    part = changed[max(int(y0), 0) : max(int(y1) + 1, 0), max(int(x0), 0) : max(int(x1) + 1, 0)]
    count = int(np.count_nonzero(part))
    return count > 0 and count >= 0.015 * part.size


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
