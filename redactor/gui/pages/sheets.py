# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages one under another in a view: how far it scrolls, and where what is on a page lies in it. Coordinates of the
view are logical pixels, those of a page its own points."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from redactor.domain.geometry import Box
from redactor.gui.casework.told.pages import PageKey
from redactor.gui.pages.layout import GAP, Layout, View


class Sheets(QAbstractScrollArea):
    """``names``: what each document is called, by its SHA-256."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layout_ = Layout((), 1.0)
        self.names: Mapping[str, str] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.verticalScrollBar().setSingleStep(40)
        self.horizontalScrollBar().setSingleStep(40)

    def sheet(self, painter: QPainter, number: int) -> QRect:
        """Sets the painter up for a page that shows and says where to draw it: upright, however it shows."""
        lay = self.layout_
        left, top = lay.origin(number, self.shown)
        turn = lay.turn(number)
        if not turn.quarters:
            return QRect(left, top, lay.widths[number], lay.heights[number])
        painter.setTransform(turn.painting(left, top, lay.widths[number], lay.heights[number]), True)
        wide, high = lay.widths[number], lay.heights[number]
        return QRect(0, 0, high, wide) if turn.quarters % 2 else QRect(0, 0, wide, high)

    def _scrollbars(self) -> None:
        view, lay = self.viewport().size(), self.layout_
        vertical = self.verticalScrollBar()
        vertical.setRange(0, max(lay.height - view.height(), 0))
        vertical.setPageStep(max(view.height() - 60, 1))
        self._across()

    def _across(self) -> None:
        """As far sideways as the widest page in view goes: a wide table elsewhere is no reason for a scroll bar."""
        lay, width, bar = self.layout_, self.viewport().width(), self.horizontalScrollBar()
        # In view with or without the bar, so that it does not come and go by the room that it takes itself.
        seen = lay.visible(self.verticalScrollBar().value(), self.height())
        bar.setRange(0, max(max((lay.widths[n] for n in seen), default=0) + 2 * GAP - width, 0))
        bar.setPageStep(width)

    def _in_view(self, more: int = 0) -> list[PageKey]:
        lay = self.layout_
        seen = lay.visible(self.verticalScrollBar().value(), self.viewport().height())
        first, last = max(seen.start - more, 0), min(seen.stop + more, len(lay.pages))
        return [lay.pages[number].key for number in range(first, last)]

    @property
    def ratio(self) -> float:
        """Device pixels per logical one."""
        return self.viewport().devicePixelRatioF()

    @property
    def shown(self) -> View:
        """The part of the scroll that shows now."""
        view = self.viewport()
        return View(self.horizontalScrollBar().value(), self.verticalScrollBar().value(), view.width(), view.height())

    def area(self, number: int) -> Box:
        """The part of a page that shows, in points."""
        return self.layout_.area(number, self.shown)

    def page_at(self, point: QPointF) -> tuple[PageKey, float, float] | None:
        """The page under a point of the viewport, and the point in the page's own points."""
        return self.layout_.page_at(point.x(), point.y(), self.shown)

    def rect_of(self, key: PageKey, box: Box) -> QRectF:
        """A box of a page, in the viewport."""
        lay = self.layout_
        number = lay.index[key]
        left, top = lay.origin(number, self.shown)
        s, out = lay.scale, lay.turn(number).box_out(box)
        return QRectF(left + out.x0 * s, top + out.y0 * s, out.width * s, out.height * s)

    def inside(self, key: PageKey, point: QPointF) -> tuple[float, float]:
        """A point of the viewport in the points of this page, also where it lies beside it."""
        return self.layout_.inside(self.layout_.index[key], point.x(), point.y(), self.shown)
