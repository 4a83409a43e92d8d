# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page that was scanned askew, laid level to be worked on and then put back as it lay.

Every column of pixels is moved up or down by whole pixels, so that lines run level, and back again: no pixel is
changed by it. What is painted between is a rectangle on the level page and follows the lines on the page as it lies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np

from redactor.domain.pages import Word
from redactor.domain.slant import Lay
from redactor.release.burn.boxes import Pixels
from redactor.release.burn.composed import PixelBox

#: What is beyond the page's edge, laid level.
BLANK = 255


class Levelled:
    """How the pixels of a page lie: ``lay`` in points, ``across`` and ``down`` pixels a point, so many ``columns``."""

    def __init__(self, lay: Lay, columns: int, across: float, down: float) -> None:
        self._falls = lay.falls(columns, across, down)
        self._lean = lay.lean * down / across
        self._higher = -min(self._falls)

    def _runs(self) -> Iterator[tuple[slice, int]]:
        """Columns that are moved as far, and how far up."""
        first = 0
        for by, run in groupby(self._falls):
            end = first + len(list(run))
            yield slice(first, end), by
            first = end

    def level(self, pixels: Pixels) -> Pixels:
        """The page laid level: higher than it was, blank where it does not reach."""
        rows = len(pixels)
        laid = np.full((rows + self._higher, *pixels.shape[1:]), BLANK, dtype=np.uint8)
        for columns, by in self._runs():
            laid[-by : rows - by, columns] = pixels[:, columns]
        return laid

    def back(self, laid: Pixels, pixels: Pixels) -> None:
        """Put the page that was laid level back into its own pixels."""
        rows = len(pixels)
        for columns, by in self._runs():
            pixels[:, columns] = laid[-by : rows - by, columns]

    def box(self, box: PixelBox) -> PixelBox:
        """A box painted on the level page, as it lies on the page itself."""
        by = self._falls[box.x0]
        return PixelBox(box.x0, box.y0 + by, box.x1, box.y1 + by, self._lean)

    def around(self, box: PixelBox) -> PixelBox:
        """The upright box on the page itself around one on the level page."""
        falls = self._falls[box.x0], self._falls[box.x1 - 1]
        return PixelBox(box.x0, max(box.y0 + min(falls), 0), box.x1, box.y1 + max(falls))


def words_level(words: Sequence[Word], lay: Lay) -> tuple[Word, ...]:
    """The words of a page with their boxes on the page laid level."""
    return tuple(word._replace(box=lay.level(word.box)) for word in words)


def words_back(words: Sequence[Word], before: Sequence[Word], level: Sequence[Word], lay: Lay) -> tuple[Word, ...]:
    """The words of the level page with boxes on the page as it lies; those that did not move keep the ones they had
    ``before``."""
    return tuple(
        had if word.box == was.box else word._replace(box=lay.back(word.box))
        for word, had, was in zip(words, before, level, strict=True)
    )
