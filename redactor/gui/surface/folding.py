# SPDX-License-Identifier: AGPL-3.0-or-later
"""A part of the desk that folds into a narrow rail at the edge, to give the pages room, and comes back by a click."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from redactor.gui.look import theme

#: Logical pixels of the rail that stands for a part that is folded away.
RAIL = 30
_MOST = 16_777_215  # as wide as a widget may be, in Qt


class Rail(QToolButton):
    """A button as high as the desk; its words run upwards."""

    def __init__(self, name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(name)
        self.setAccessibleName(tip)
        self.setToolTip(tip)
        self.setFixedWidth(RAIL)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(RAIL, 200)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        painter.end()
        words = QPainter(self)
        words.setPen(QColor(theme.colours().text))
        words.translate(0, self.height())
        words.rotate(-90)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        words.drawText(16, 0, self.height() - 32, self.width(), align, self.text())
        words.end()


class Fold(QWidget):
    """Holds ``part``, or its rail. ``opened``: the rail was clicked."""

    opened = Signal()

    def __init__(self, part: QWidget, name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part = part
        self.rail = Rail(name, tip)
        self.rail.clicked.connect(self.opened)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.part)
        line.addWidget(self.rail)
        self.folded = False
        self.rail.hide()

    def fold(self, folded: bool) -> None:
        if folded == self.folded:
            return
        self.folded = folded
        # The one that goes first: both together would ask for more room than there is.
        going, coming = (self.part, self.rail) if folded else (self.rail, self.part)
        held = folded and self.part.isAncestorOf(QApplication.focusWidget() or self)
        going.hide()
        coming.show()
        self.setMaximumWidth(RAIL if folded else _MOST)
        if held:
            self.rail.setFocus()
