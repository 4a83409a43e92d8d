# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages somebody decides on: marks over them, what is chosen and selected. What the pointer does is in pointer.py,
scrolling and zoom in scroll.py."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QKeySequence, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from redactor.domain.geometry import Box
from redactor.gui.casework.told.pages import Hit, Mark, PageKey
from redactor.gui.client import CaseClient
from redactor.gui.pages.images import PageImages
from redactor.gui.pages.overlay import Overlay
from redactor.gui.pages.painting import PagePainter, tip
from redactor.gui.pages.pointer import Pointer
from redactor.gui.pages.scroll import PageScroll
from redactor.gui.pages.selection import Selection
from redactor.gui.pages.shaping import Shaping
from redactor.gui.wording.language import tr

_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class PageView(PageScroll):
    """The whole case as one scroll."""

    marks_changed = Signal(object)
    mark_chosen = Signal(object, object)  # Mark, PageKey
    selected = Signal(object)  # Selection or None
    copied = Signal(str)
    reshaped = Signal(object, object, object)  # PageKey, Mark, boxes

    def __init__(self, client: CaseClient, parent: QWidget | None = None) -> None:
        super().__init__(PageImages(client), parent)
        self.overlay = Overlay(client, self)
        self.chosen: tuple[PageKey, str] | None = None
        self.selection: Selection | None = None
        self.rubber: tuple[PageKey, Box] | None = None
        self.hits: dict[PageKey, list[Hit]] = {}
        self.current_hit: Hit | None = None
        self.pointer = Pointer(self)
        self.shaping = Shaping(self)
        self._painter = PagePainter(self)
        self.overlay.changed.connect(self._marks_came)
        # Where the lines of a page slant, its marks do.
        self.overlay.read.connect(lambda key: self._refresh(key))
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(tr("Pages"))
        self.setAccessibleDescription(
            tr("The pages of the case. Everything marked on the page in view is also listed in the panel This page.")
        )
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def clear(self) -> None:
        self.overlay.clear()
        self.hits, self.current_hit, self.chosen, self.selection = {}, None, None, None
        super().clear()

    # -- going about -------------------------------------------------------------------------------------

    def go_to(self, key: PageKey, boxes: Sequence[Box] = (), mark: str = "") -> None:
        """Bring a page (and a place on it) into view; ``mark`` is chosen once its page's marks are there."""
        if not self.show_place(key, boxes):
            return
        if mark:
            self.chosen = (key, mark)
        self._look()
        self.viewport().update()

    def step_mark(self, way: int) -> None:
        """Choose the next mark of the page in view, in reading order; on to the next page at the end."""
        if self._current is None:
            return
        key = self.chosen[0] if self.chosen and self.chosen[0] in self._in_view() else self._current
        marks = self._shown_marks(key)
        at = next((n for n, m in enumerate(marks) if self.chosen == (key, m.id)), -1 if way > 0 else len(marks))
        if 0 <= at + way < len(marks):
            self.choose(key, marks[at + way])
            return
        number = self.layout_.index[key] + way
        if 0 <= number < len(self.layout_.pages):
            self.go_to(self.layout_.pages[number].key)

    def _shown_marks(self, key: PageKey) -> list[Mark]:
        found = self.overlay.marks(key)
        return [m for m in found.marks if m.boxes] if found else []

    def choose(self, key: PageKey, mark: Mark) -> None:
        """Choose a mark: it is framed, and everybody who shows it is told."""
        self.select(None)
        self.chosen = (key, mark.id)
        self.go_to(key, mark.boxes, mark.id)
        self.mark_chosen.emit(mark, key)

    def chosen_mark(self) -> tuple[Mark, PageKey] | None:
        if self.chosen is None:
            return None
        return next(((m, self.chosen[0]) for m in self._all_marks(self.chosen[0]) if m.id == self.chosen[1]), None)

    def near_chosen(self) -> QRectF | None:
        """Where the chosen mark lies in the view; None without one that lies anywhere."""
        found = self.chosen_mark()
        if found is None or not found[0].boxes:
            return None
        return self.rect_of(found[1], reduce(Box.union, found[0].boxes))

    def _all_marks(self, key: PageKey) -> Sequence[Mark]:
        found = self.overlay.marks(key)
        return found.marks if found else ()

    def select(self, selection: Selection | None) -> None:
        """Select words or a box (or nothing)."""
        if selection is None and self.selection is None:
            return
        self.selection = selection
        if selection is not None:
            self.chosen = None
        self.viewport().update()
        self.selected.emit(selection)

    def show_hits(self, hits: Sequence[Hit], current: Hit | None = None) -> None:
        self.hits = {}
        for hit in hits:
            self.hits.setdefault((hit.document, hit.page), []).append(hit)
        self.current_hit = current
        self.viewport().update()

    # -- marks of what is in view ----------------------------------------------------------------------------

    def _look_more(self) -> None:
        self.overlay.want(self._in_view())

    def _marks_came(self, key: PageKey) -> None:
        self._refresh(key)
        self.marks_changed.emit(key)

    def decided(self) -> None:
        """Something was decided: marks in view are asked for again."""
        self.overlay.outdated()
        self.overlay.want(self._in_view())

    # -- places ---------------------------------------------------------------------------------------------

    def mark_at(self, point: QPointF) -> tuple[Mark, PageKey] | None:
        """The smallest mark under a point of the viewport."""
        place = self.page_at(point)
        if place is None:
            return None
        key, x, y = place
        found = [
            (sum(b.area for b in mark.boxes), mark)
            for mark in self._all_marks(key)
            if any(b.x0 - 1 <= x <= b.x1 + 1 and b.y0 - 1 <= y <= b.y1 + 2 for b in mark.boxes)
        ]
        # A note lies over what it is about: that is what a click means.
        return (min(found, key=lambda pair: (pair[1].kind == "note", pair[0]))[1], key) if found else None

    def paintEvent(self, event: QPaintEvent) -> None:
        self._painter.paint(event)

    def tip(self, mark: Mark) -> str:
        return tip(mark)

    # -- events ---------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.pointer.double(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self.pointer.hover(event)
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (found := self.chosen_mark()):
            self.mark_chosen.emit(*found)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and Qt.Key(event.key()) in _ARROWS:
            resize = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if not self.shaping.nudge(*_ARROWS[Qt.Key(event.key())], resize):
                super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Copy):
            if self.selection is not None and self.selection.text:
                self.copied.emit(self.selection.text)
        elif event.key() == Qt.Key.Key_Escape and self.shaping.give_up():
            self.viewport().update()
        elif event.key() == Qt.Key.Key_Escape:
            self.chosen = None
            self.select(None)
            self.viewport().update()
            event.ignore()
        else:
            super().keyPressEvent(event)
