# SPDX-License-Identifier: AGPL-3.0-or-later
"""The three parts of the desk side by side: wide enough for the window until somebody moves an edge, then as left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from redactor.gui import recent

#: Shares of the width that the left and the right part take, and the pixels they take at least and at most.
SHARES = ((0.19, 205, 420), (0.27, 376, 560))


class ThreeParts(QSplitter):
    """``parts``: left, middle, right. The middle takes what the others leave."""

    def __init__(self, parts: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        for part in parts:
            self.addWidget(part)
        # A splitter puts each new part below the one before; screen readers read them from below upwards.
        for part in (*parts, self.handle(1), self.handle(2)):
            part.raise_()
        self.setStretchFactor(1, 1)
        self.setCollapsible(1, False)
        self.setHandleWidth(1)
        shape = recent.shape("desk")
        self._by_hand = not shape.isEmpty() and self.restoreState(shape)
        self.splitterMoved.connect(lambda *_: self._moved())

    def remember(self) -> None:
        """Keep where somebody has put the edges, if anybody has."""
        if self._by_hand:
            recent.remember_shape("desk", self.saveState())

    def _moved(self) -> None:
        self._by_hand = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._by_hand:
            width = self.width()
            left, right = (round(min(max(width * share, least), most)) for share, least, most in SHARES)
            self.setSizes([left, width - left - right, right])
