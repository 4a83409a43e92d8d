# SPDX-License-Identifier: AGPL-3.0-or-later
"""The part of a panel below its list: as high as it needs; where a small screen has no room for it, it scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
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
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest:
            # Once the part has laid itself out anew: asked before, it says how high it was.
            QTimer.singleShot(0, self, self._ask_for_room)
        return done

    def _ask_for_room(self) -> None:
        self._bar_if_needed()
        self.updateGeometry()
        above = self.parentWidget()
        if above is not None and (layout := above.layout()) is not None:
            layout.activate()

    def _bar_if_needed(self) -> None:
        """A scroll bar takes width, in which the part is higher: where there is room there must be none, or it stays
        because it is there."""
        policy = Qt.ScrollBarPolicy
        fits = self.height() >= self.sizeHint().height()
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._bar_if_needed()
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
