# SPDX-License-Identifier: AGPL-3.0-or-later
"""A field of several lines that is as high as what stands in it: nothing that is written is scrolled out of sight."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

#: Lines at most: more than these are scrolled, so that the next question stays in reach.
MOST = 10
#: Logical pixels of the frame above and below, until it is shown and its style says.
FRAME = 14


class GrowingText(QPlainTextEdit):
    """``least``: lines that it always has room for."""

    def __init__(self, text: str = "", least: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._least = least
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self._fit()

    def _fit(self) -> None:
        # The layout of plain text tells its height in lines, the wrapped ones counted.
        lines = round(self.document().size().height())
        # A bar that comes and goes while the field grows would take width, and with it wrap the lines anew.
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if lines > MOST else policy.ScrollBarAlwaysOff)
        frame = self.height() - self.viewport().height() if self.isVisible() else FRAME
        # The margin counts once more for the first line: with less, the field scrolls by a line that is not there.
        around = frame + 3 * round(self.document().documentMargin())
        high = math.ceil(QFontMetricsF(self.font()).lineSpacing()) * min(max(lines, self._least), MOST) + around
        if high != self.height() or self.minimumHeight() != self.maximumHeight():
            self.setFixedHeight(high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
