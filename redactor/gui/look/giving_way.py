# SPDX-License-Identifier: AGPL-3.0-or-later
"""The part of a panel below its list: as high as it needs; where a small screen has no room for it, it scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QScrollArea, QSizePolicy, QWidget

#: Logical pixels that stay of the part, and of the list above it, however low the window is.
LEAST, LEAST_LIST = 120, 84


class GivingWay(QScrollArea):
    """Holds ``part``. Labels in it may wrap: its height goes with its width."""

    def __init__(self, part: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidget(part)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        part.setVisible(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        part = self.widget()
        width = self.width()
        height = part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
        return QSize(part.minimumSizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(hint.width(), min(hint.height(), LEAST))


def take_what_is_left(above: QListView) -> None:
    """The list gets all that the part below it leaves, however little it would like to have."""
    above.setSizePolicy(above.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Ignored)
    above.setMinimumHeight(LEAST_LIST)
