# SPDX-License-Identifier: AGPL-3.0-or-later
"""A dialog on a low screen: lists give way, and what still has no room scrolls; its buttons are always in reach."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QVBoxLayout, QWidget

#: Logical pixels of a list that has to give way; and what the frame that the system draws takes.
SHORTEST = 110
FRAME = QSize(16, 44)


def fit(dialog: QWidget, column: QVBoxLayout, body: QVBoxLayout, room: QSize) -> None:
    """Make a dialog as high as its words need, of which Qt gives it no more than two thirds of a low screen; and no
    larger than ``room``. ``body`` is the part of its ``column`` that scrolls where that cannot be."""
    dialog.setMinimumWidth(min(dialog.minimumWidth(), room.width()))
    wide = min(max(dialog.width(), dialog.sizeHint().width()), room.width())
    if body.parentWidget() is dialog:
        lists = sorted(dialog.findChildren(QAbstractScrollArea), key=lambda one: -one.minimumHeight())
        for one in lists:
            over = _least(column, wide) - room.height()
            if over > 0 and one.minimumHeight() > SHORTEST:
                one.setMinimumHeight(max(one.minimumHeight() - over, SHORTEST))
                column.activate()
        if _least(column, wide) > room.height():
            _scroll(dialog, column, body)
    high = column.totalHeightForWidth(wide) if column.hasHeightForWidth() else dialog.sizeHint().height()
    scrolls = body.parentWidget() is not dialog
    dialog.resize(QSize(wide, room.height() if scrolls else max(dialog.height(), high)).boundedTo(room))


def _least(column: QVBoxLayout, wide: int) -> int:
    """The height below which parts would lie over each other: words that wrap need more where they are narrow."""
    column.invalidate()
    return column.totalMinimumHeightForWidth(wide) if column.hasHeightForWidth() else column.totalMinimumSize().height()


def _scroll(dialog: QWidget, column: QVBoxLayout, body: QVBoxLayout) -> None:
    had = dialog.focusWidget()
    place = column.indexOf(body)
    column.takeAt(place)
    body.setParent(None)
    holder = QWidget()
    body.setContentsMargins(0, 0, 6, 0)
    holder.setLayout(body)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(holder)
    column.insertWidget(place, area, 1)
    # Now, and not in a turn of its own: what is first to be filled in is looked for next, and the height is set.
    area.show()
    column.activate()
    if had is not None:
        had.setFocus()
