# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of the document in view, small, with what is left on each: to find the one with the table or the picture.

Drawn only while the page view wants nothing, those in sight alone, and kept in memory only.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QResizeEvent, QTransform
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from redactor.gui.casework.told.pages import PageFlag, PageKey, PageRow, Pixels
from redactor.gui.client import CaseClient
from redactor.gui.clipboard import keep_off
from redactor.gui.look import theme
from redactor.gui.wording.language import tr

#: Logical pixels of a page's place, and of the line with its number below it.
WIDE, HIGH, LINE = 64, 84, 18
#: So many are kept: some ten screens of them.
KEPT = 300
#: Milliseconds in which nothing moved before the next one is drawn.
REST = 250


class _Pages(QAbstractListModel):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages: Sequence[PageRow] = ()
        self.flags_by_page: Mapping[PageKey, PageFlag] = {}
        self.analysed = False

    def done(self, page: PageRow) -> bool:
        """It was read and searched, and nothing is left on it."""
        return self.analysed and page.status == "read" and not self.flag(page).left

    def flag(self, page: PageRow) -> PageFlag:
        return self.flags_by_page.get((page.document, page.page), PageFlag())

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.pages)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        page = self.pages[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return str(page.page)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            flag = self.flag(page)
            said = [tr("Page {page}", page=page.page)]
            said += [tr("{left} left to decide", left=flag.left)] if flag.left else []
            said += [tr("Nothing is left to decide")] if self.done(page) else []
            said += [tr("withheld")] if flag.withheld else []
            said += [tr(page.needs_eyes or page.problem)] if page.needs_eyes or page.problem else []
            return ", ".join(said)
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: Thumbnails) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(WIDE + 12, HIGH + LINE + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        model = index.model()
        assert isinstance(model, _Pages)
        page, c = model.pages[index.row()], theme.colours()
        flag, cell = model.flag(page), QRect(option.rect)
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(cell.adjusted(1, 1, -1, -1), QColor(c.chosen))
        sheet = self._sheet(page, cell)
        painter.fillRect(sheet, Qt.GlobalColor.white)
        image = self._view.image((page.document, page.page))
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(sheet, image)
        if flag.withheld:
            painter.fillRect(sheet, QColor(70, 80, 95, 110))
            painter.fillRect(sheet, Qt.BrushStyle.BDiagPattern)
        painter.setPen(QPen(QColor(c.accent if chosen else c.line), 2 if chosen else 1))
        painter.drawRect(sheet)
        below = QRect(cell.left(), cell.bottom() - LINE - 1, cell.width(), LINE)
        left = f" · {flag.left}" if flag.left else ""
        done = " ✓" if model.done(page) else ""
        mark = " !" if page.needs_eyes or page.status == "unreadable" else ""
        painter.setPen(QColor(c.warn if left or mark else c.faint))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, f"{page.page}{left}{done}{mark}")
        painter.restore()

    def _sheet(self, page: PageRow, cell: QRect) -> QRect:
        wide, high = (page.height, page.width) if page.turn % 2 else (page.width, page.height)
        share = min(WIDE / wide, HIGH / high)
        size = QSize(max(round(wide * share), 2), max(round(high * share), 2))
        return QRect(
            cell.left() + (cell.width() - size.width()) // 2, cell.top() + 5 + HIGH - size.height(), size.width(),
            size.height(),
        )  # fmt: skip


class Thumbnails(QListView):
    """``gone_to``: the page somebody chose. ``busy`` says whether the page view waits for a page."""

    gone_to = Signal(object)

    def __init__(self, client: CaseClient, busy: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._client, self._busy = client, busy
        self._model = _Pages(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(tr("Pages of this document, small"))
        keep_off(self)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._kept: OrderedDict[PageKey, QImage] = OrderedDict()
        self._failed: set[PageKey] = set()
        self._out = 0
        self._quiet = False
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._draw_next)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._rest.start())
        self.selectionModel().currentChanged.connect(self._went)

    def image(self, key: PageKey) -> QImage | None:
        return self._kept.get(key)

    def show_pages(self, pages: Sequence[PageRow], key: PageKey | None) -> None:
        """These pages of one document, and the one of them that is in view."""
        if pages != self._model.pages:
            self._quiet = True
            self._model.beginResetModel()
            self._model.pages = pages
            self._model.endResetModel()
            self._quiet = False
        at = next((n for n, page in enumerate(pages) if (page.document, page.page) == key), None)
        if at is not None and at != self.currentIndex().row():
            self._quiet = True
            self.setCurrentIndex(self._model.index(at))
            self._quiet = False
        # While pages go by none is drawn.
        self._rest.start()

    def set_flags(self, flags: Mapping[PageKey, PageFlag], analysed: bool) -> None:
        """What is left on each; ``analysed``: before that, nothing left means nothing."""
        self._model.flags_by_page, self._model.analysed = flags, analysed
        self.viewport().update()

    def forget(self) -> None:
        """Another case, or none."""
        if self._out:
            self._client.forget(self._out)
        self._out = 0
        self._kept.clear()
        self._failed.clear()
        self.show_pages((), None)
        self._rest.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rest.start()

    def _went(self, index: QModelIndex) -> None:
        if index.isValid() and not self._quiet:
            page = self._model.pages[index.row()]
            self.gone_to.emit((page.document, page.page))

    def _draw_next(self) -> None:
        """The first in sight that is not drawn yet."""
        page = None if self._out or not self.isVisible() else self._wanted()
        if page is None:
            return
        if self._busy():
            self._rest.start()
            return
        key = (page.document, page.page)
        ratio = self.devicePixelRatioF()
        scale = min(WIDE / page.width, HIGH / page.height) * ratio

        def drawn(answer: tuple[Pixels, QImage]) -> None:
            self._out = 0
            if answer[1].isNull():
                # Its pixels were gone before they were taken.
                self._rest.start()
                return
            self._kept[key] = answer[1].transformed(QTransform().rotate(90 * page.turn)) if page.turn else answer[1]
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            self.viewport().update()
            self._draw_next()

        def refused(_: object) -> None:
            self._out = 0
            self._failed.add(key)
            self._draw_next()

        self._out = self._client.ask("draw", drawn, refused, key=key, scale=scale, clip=None)

    def _wanted(self) -> PageRow | None:
        first = max(self.indexAt(QPoint(8, 8)).row(), 0)
        for number in range(first, len(self._model.pages)):
            page = self._model.pages[number]
            if self.visualRect(self._model.index(number)).top() > self.viewport().height():
                return None
            if (key := (page.document, page.page)) not in self._kept and key not in self._failed:
                return page
        return None
