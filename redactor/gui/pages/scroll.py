# SPDX-License-Identifier: AGPL-3.0-or-later
"""One long scroll of pages: zoom, going about, which page shows, and its picture. What is drawn over the pages, and
what a click means, is said by what is made of this."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QElapsedTimer, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from redactor.domain.geometry import Box
from redactor.gui.casework.told.pages import PageKey, PageRow
from redactor.gui.pages.images import PageImages, tiles_in_view, tiles_next_door
from redactor.gui.pages.layout import GAP, Layout
from redactor.gui.pages.sheets import Sheets

ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0, 6.0)
#: Milliseconds at least between looking what has come into view: often enough while flinging. What comes into view
#: after a rest is looked for at once.
LOOK = 30


class PageScroll(Sheets):
    """``page_changed``: another page takes most of the view; ``zoomed``: the zoom is another."""

    page_changed = Signal(object)
    zoomed = Signal(float)

    def __init__(self, images: PageImages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.images = images
        #: Pages that show turned, in quarters clockwise.
        self._turns: dict[PageKey, int] = {}
        self.fit_width = True
        #: The page that was asked to be fitted, while it is in view.
        self._fitted: PageKey | None = None
        self._current: PageKey | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self._since = QElapsedTimer()
        self.images.arrived.connect(lambda key: self._refresh(key))

    def sizeHint(self) -> QSize:
        return QSize(760, 700)

    # -- what is shown -----------------------------------------------------------------------------------

    def set_pages(
        self, pages: Sequence[PageRow], names: Mapping[str, str], turns: Mapping[PageKey, int] | None = None
    ) -> None:
        """Show these pages, some of them turned by so many quarters; the place in the record is kept where it still
        exists."""
        self._turns = dict(turns or {})
        self.names = names
        place = self._place()
        laid = Layout(pages, self.layout_.zoom, self._turns)
        fitting = laid.fitting(self.viewport().width())
        self._relayout(laid.at_zoom(fitting) if self.fit_width and fitting != laid.zoom else laid, place)

    def clear(self) -> None:
        self.images.clear()
        self._turns.clear()
        self._current = None
        self._relayout(Layout((), self.layout_.zoom), None)

    @property
    def current(self) -> PageKey | None:
        """The page that takes most of the view."""
        return self._current

    def _look_soon(self) -> None:
        rested = self._since.elapsed() if self._since.isValid() else LOOK
        self._timer.start(max(LOOK - rested, 0))

    def _look(self) -> None:
        """Ask for what is in view and not here yet, and tell which page that is."""
        self._since.start()
        lay = self.layout_
        if not lay.pages:
            self.images.want(())
            return
        if self.isVisible():
            # A view that follows another behind it asks for nothing.
            shown, ratio = self.shown, self.ratio
            self.images.want(tiles_in_view(self.images, lay, shown, ratio), tiles_next_door(lay, shown, ratio))
            self._look_more()
        middle = lay.at(self.verticalScrollBar().value() + self.viewport().height() * 0.4)
        key = lay.pages[middle].key
        if key != self._current:
            self._current = key
            self._fitted = None
            self.page_changed.emit(key)

    def _look_more(self) -> None:
        """What else is wanted of the pages in view."""

    def _refresh(self, key: PageKey) -> None:
        if key in self._in_view():
            self.viewport().update()

    def show_turned(self, turns: Mapping[PageKey, int], key: PageKey) -> None:
        """Show pages turned by so many quarters, clockwise, and of them this one."""
        self._turns = dict(turns)
        self._relayout(Layout(self.layout_.pages, self.layout_.zoom, self._turns), None)
        self.show_place(key)

    # -- zoom ----------------------------------------------------------------------------------------------

    def set_zoom(self, zoom: float, around: QPointF | None = None) -> None:
        self.fit_width = False
        self._zoom_to(min(max(zoom, ZOOMS[0]), ZOOMS[-1]), around)

    def zoom_step(self, way: int, around: QPointF | None = None) -> None:
        now = self.layout_.zoom
        steps = [z for z in ZOOMS if (z > now * 1.01 if way > 0 else z < now * 0.99)]
        if steps:
            self.set_zoom(steps[0] if way > 0 else steps[-1], around)

    def fit(self) -> None:
        """The page in view fills the width of it; so does each of its usual width after that."""
        self.fit_width, self._fitted = True, self._current
        self._zoom_to(self._fitting())

    def _fitting(self) -> float:
        return self.layout_.fitting(self.viewport().width(), self._fitted)

    def _zoom_to(self, zoom: float, around: QPointF | None = None) -> None:
        if abs(zoom - self.layout_.zoom) < 0.001:
            return
        self._relayout(self.layout_.at_zoom(zoom), self._place(around), around)
        self.zoomed.emit(zoom)

    def _place(self, around: QPointF | None = None) -> tuple[PageKey, float, float] | None:
        """The page at the middle of the view (or a point) and how far down and along it, as shares."""
        lay = self.layout_
        if not lay.pages:
            return None
        x = around.x() if around else self.viewport().width() / 2
        y = self.verticalScrollBar().value() + (around.y() if around else self.viewport().height() / 3)
        number = lay.at(y)
        left = lay.left(number, self.viewport().width(), self.horizontalScrollBar().value())
        return (
            lay.pages[number].key, (y - lay.tops[number]) / lay.heights[number], (x - left) / lay.widths[number]
        )  # fmt: skip

    def _relayout(
        self, layout: Layout, place: tuple[PageKey, float, float] | None, around: QPointF | None = None
    ) -> None:
        # Nobody has scrolled: the head of the first page stays in view, however the view is resized.
        at_the_top = self.verticalScrollBar().value() == 0 and around is None and layout.index is self.layout_.index
        self.layout_ = layout
        self._scrollbars()
        if place and place[0] in layout.index:
            number = layout.index[place[0]]
            y = layout.tops[number] + place[1] * layout.heights[number]
            above = around.y() if around else self.viewport().height() / 3
            self.verticalScrollBar().setValue(0 if at_the_top else round(y - above))
            if layout.widths[number] + 2 * GAP > self.viewport().width():
                left = GAP + place[2] * layout.widths[number]
                self.horizontalScrollBar().setValue(
                    round(left - (around.x() if around else self.viewport().width() / 2))
                )
        self.viewport().update()
        self._look_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self._place()
        # Hidden it has no width worth fitting to; it follows the view that shows.
        fits = self.fit_width and self.isVisible()
        zoom = self._fitting() if fits else self.layout_.zoom
        changed = abs(zoom - self.layout_.zoom) > 0.001
        if not changed and event.oldSize().width() == event.size().width():
            # The scroll bar below came or went: what is read stays where it is.
            self._scrollbars()
            self._look_soon()
            return
        self._relayout(self.layout_.at_zoom(zoom) if changed else self.layout_, place)
        if changed:
            self.zoomed.emit(zoom)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if dy:
            self._across()
        self.viewport().update()
        if not self._timer.isActive():
            self._look_soon()

    # -- going about -------------------------------------------------------------------------------------

    def show_place(self, key: PageKey, boxes: Sequence[Box] = ()) -> bool:
        """Bring a page (and a place on it) into view; False when there is no such page."""
        lay = self.layout_
        number = lay.index.get(key)
        if number is None:
            return False
        if self.fit_width and self.isVisible() and key != self._fitted:
            # Away from a wide page that was fitted: its zoom is none for the others.
            self._fitted = None
            self._zoom_to(self._fitting())
            lay = self.layout_
        top = lay.tops[number]
        bar = self.verticalScrollBar()
        if boxes:
            place = lay.turn(number).box_out(boxes[0])
            y0, y1 = top + place.y0 * lay.scale, top + place.y1 * lay.scale
            seen = bar.value() + 60 <= y0 and y1 <= bar.value() + self.viewport().height() - 60
            if not seen:
                bar.setValue(round(y0 - self.viewport().height() * 0.35))
            if lay.widths[number] + 2 * GAP > self.viewport().width():
                self.horizontalScrollBar().setValue(round(place.x0 * lay.scale - self.viewport().width() * 0.4))
        else:
            bar.setValue(top - GAP)
        return True

    def follow(self, leader: PageScroll) -> None:
        """Show the place that ``leader`` shows, at its zoom. Both have the same pages; theirs may be longer."""
        lay, led = self.layout_, leader.layout_
        if not lay.pages or len(lay.pages) != len(led.pages):
            return
        self.fit_width = leader.fit_width
        if abs(lay.zoom - led.zoom) > 0.001:
            self._relayout(lay.at_zoom(led.zoom), None)
            lay = self.layout_
        top = leader.verticalScrollBar().value()
        # The page that takes the view stands at the same height in both, so that lines stand beside themselves.
        number = led.at(top + leader.viewport().height() / 3)
        self.verticalScrollBar().setValue(lay.tops[number] + top - led.tops[number])
        self.horizontalScrollBar().setValue(leader.horizontalScrollBar().value())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.fit_width and self.layout_.pages:
            self._zoom_to(self._fitting())
        self._look_soon()

    def step_page(self, way: int) -> None:
        lay = self.layout_
        if self._current is None or not lay.pages:
            return
        number = min(max(lay.index[self._current] + way, 0), len(lay.pages) - 1)
        self.verticalScrollBar().setValue(lay.tops[number] - GAP)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_step(1 if event.angleDelta().y() > 0 else -1, event.position())
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, bar = event.key(), self.verticalScrollBar()
        if key == Qt.Key.Key_Home:
            bar.setValue(0)
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space):
            bar.setValue(bar.value() + bar.pageStep())
        elif key == Qt.Key.Key_PageUp:
            bar.setValue(bar.value() - bar.pageStep())
        else:
            super().keyPressEvent(event)
