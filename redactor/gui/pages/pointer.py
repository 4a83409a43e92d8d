# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the pointer does on the pages: a drag over words selects them, a drag from blank paper draws a box, a click
on a mark chooses it. The box tool makes every drag a box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip

from redactor.domain.geometry import Box
from redactor.gui.casework.told.pages import PageKey
from redactor.gui.pages.selection import Selection, nearest_word, select_words, word_at

if TYPE_CHECKING:
    from redactor.gui.pages.view import PageView

#: A drawn box smaller than this (points) was a slip of the hand.
SMALLEST = 3.0
#: How near to a word (points) a drag must start to select words.
NEAR = 2.0


class Pointer:
    def __init__(self, view: PageView) -> None:
        self._view = view
        self.boxes_only = False
        self._start: QPointF | None = None
        self._from: tuple[PageKey, float, float] | None = None
        self._word: int | None = None
        self._dragging = False

    def press(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        view = self._view
        view.setFocus(Qt.FocusReason.MouseFocusReason)
        self._start, self._dragging = event.position(), False
        force = self.boxes_only or bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if not force:
            view.shaping.begin(event.position())
        self._from = view.page_at(event.position())
        self._word = None
        words = view.overlay.words(self._from[0]) if self._from else None
        if self._from and words and not force:
            self._word = word_at(words, self._from[1], self._from[2], NEAR)

    def move(self, event: QMouseEvent) -> None:
        view = self._view
        if self._start is None or self._from is None:
            self._cursor(event.position())
            return
        far = (event.position() - self._start).manhattanLength()
        if not self._dragging and far < QApplication.startDragDistance():
            return
        self._dragging = True
        self._scroll_along(event.position())
        if view.shaping.held:
            view.shaping.drag(event.position())
            return
        key, x0, y0 = self._from
        x, y = self._inside(key, event.position())
        if self._word is not None:
            words = view.overlay.words(key)
            other = nearest_word(words, x, y) if words else None
            if words and other is not None:
                view.selection = select_words(words, self._word, other)
        else:
            view.rubber = (key, Box(min(x, x0), min(y, y0), max(x, x0), max(y, y0)))
        view.viewport().update()

    def release(self, event: QMouseEvent) -> None:
        view = self._view
        if event.button() != Qt.MouseButton.LeftButton or self._start is None:
            return
        start, dragging, rubber = self._from, self._dragging, view.rubber
        self._start = self._from = view.rubber = None
        self._dragging = False
        held = view.shaping.held
        if held:
            view.shaping.end()
        if held and dragging:
            pass
        elif dragging and rubber is not None:
            key, box = rubber
            big = box.width >= SMALLEST and box.height >= SMALLEST
            view.select(Selection(key, (box.rounded(),), "", None) if big else None)
        elif dragging and view.selection is not None and start is not None:
            view.select(view.selection)
        else:
            found = view.mark_at(event.position())
            view.select(None)
            if found is not None:
                view.choose(found[1], found[0])
            elif view.chosen is not None:
                view.chosen = None
                view.selected.emit(None)
        view.viewport().update()

    def double(self, event: QMouseEvent) -> None:
        """A word is selected by a double click."""
        view = self._view
        place = view.page_at(event.position())
        words = view.overlay.words(place[0]) if place else None
        if place is None or words is None:
            return
        word = word_at(words, place[1], place[2], NEAR)
        if word is not None:
            view.select(select_words(words, word, word))

    def hover(self, event: QHelpEvent) -> None:
        found = self._view.mark_at(QPointF(event.pos()))
        if found is None:
            QToolTip.hideText()
            return
        QToolTip.showText(event.globalPos(), self._view.tip(found[0]), self._view.viewport())

    def _cursor(self, point: QPointF) -> None:
        view = self._view
        if (grip := view.shaping.grip(point)) is not None:
            shape = view.shaping.cursor(grip)
        elif view.mark_at(point) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        else:
            place = view.page_at(point)
            words = view.overlay.words(place[0]) if place else None
            on_word = words and place and word_at(words, place[1], place[2], NEAR) is not None
            shape = Qt.CursorShape.IBeamCursor if on_word and not self.boxes_only else Qt.CursorShape.CrossCursor
            if place is None:
                shape = Qt.CursorShape.ArrowCursor
        if view.viewport().cursor().shape() != shape:
            view.viewport().setCursor(shape)

    def _scroll_along(self, point: QPointF) -> None:
        """Scroll when the drag nears the view's edge."""
        height, bar = self._view.viewport().height(), self._view.verticalScrollBar()
        if point.y() < 20:
            bar.setValue(bar.value() - 24)
        elif point.y() > height - 20:
            bar.setValue(bar.value() + 24)

    def _inside(self, key: PageKey, point: QPointF) -> tuple[float, float]:
        """The point in the page's points, kept on the page where the drag began."""
        view = self._view
        page = view.layout_.pages[view.layout_.index[key]]
        x, y = view.inside(key, point)
        return min(max(x, 0.0), page.width), min(max(y, 0.0), page.height)
