# SPDX-License-Identifier: AGPL-3.0-or-later
"""Marks on pages that were scanned askew: drawn along the page's lines, as the release covers them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTransform

from redactor.domain.geometry import Box
from redactor.domain.slant import Lay, split
from redactor.gui.casework.told.pages import PageKey, WordBoxes

Draw = Callable[[list[QRectF]], object]
Split = tuple[list[Box], list[Box]]

#: So many pages' boxes are kept apart by whether they follow the lines: a page is painted many times as it scrolls by.
KEPT = 40


class Follows:
    """Which boxes of a page follow its lines, each worked out once for as long as the page's words are the same."""

    def __init__(self) -> None:
        self._pages: OrderedDict[PageKey, tuple[WordBoxes, dict[tuple[Box, ...], Split]]] = OrderedDict()

    def split(self, words: WordBoxes, boxes: tuple[Box, ...]) -> Split:
        """The boxes that follow the lines, laid level; and those that stand as they are."""
        known = self._pages.get(words.key)
        if known is None or known[0] is not words:
            known = self._pages[words.key] = (words, {})
            while len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        if boxes not in known[1]:
            known[1][boxes] = split(words.lay, boxes, words.boxes)
        return known[1][boxes]


class Slanting:
    """One page in the view: ``left`` and ``top`` in logical pixels, ``scale`` in logical pixels per point."""

    def __init__(self, words: WordBoxes | None, follows: Follows, left: float, top: float, scale: float) -> None:
        self._words = words if words is not None and words.lay else None
        self._follows = follows
        self._left, self._top, self._scale = left, top, scale

    def rect(self, box: Box) -> QRectF:
        """A box of the page, or of the page laid level, in the view."""
        s = self._scale
        return QRectF(self._left + box.x0 * s, self._top + box.y0 * s, box.width * s, box.height * s)

    def draw(self, painter: QPainter, boxes: tuple[Box, ...], draw: Draw) -> None:
        """Have ``draw`` draw the boxes: those that follow the page's lines along them, the others upright."""
        if self._words is None:
            draw([self.rect(box) for box in boxes])
            return
        level, upright = self._follows.split(self._words, boxes)
        if upright:
            draw([self.rect(box) for box in upright])
        if level:
            painter.save()
            painter.setTransform(self._as_it_lies(self._words.lay), combine=True)
            draw([self.rect(box) for box in level])
            painter.restore()

    def _as_it_lies(self, lay: Lay) -> QTransform:
        """From the page laid level to the page itself: every column moved down by its fall."""
        return QTransform(1, lay.lean, 0, 1, 0, lay.fall(0) * self._scale - lay.lean * self._left)
