# SPDX-License-Identifier: AGPL-3.0-or-later
"""A list of rows of two or three lines with a badge, under headings: one look for all, quick with thousands of rows."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QItemSelectionModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from redactor.gui.clipboard import keep_off
from redactor.gui.look import marks, theme
from redactor.gui.wording.language import told

KEY = Qt.ItemDataRole.UserRole + 1
#: The look of the mark drawn before the row's text, to tie the list to the page.
SWATCH = 20


@dataclass(frozen=True, slots=True)
class Row:
    """``key`` is what the row stands for; ``tone``: "", warn, good, bad; ``look``: a mark's look, or "". Its texts
    are told in the language in use where they are shown."""

    title: str
    detail: str = ""
    badge: str = ""
    tone: str = ""
    key: Any = None
    heading: bool = False
    look: str = ""


class RowsModel(QAbstractListModel):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()
        self.draggable = False

    def set_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return told(row.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(told(text) for text in (row.title, row.badge, row.detail) if text)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(told(text) for text in (row.title, row.detail) if text)
        if role == KEY:
            return row.key
        return None

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        if self.rows[index.row()].heading:
            return Qt.ItemFlag.ItemIsEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self.draggable else flags


def _row(index: QModelIndex) -> Row:
    model = index.model()
    assert isinstance(model, RowsModel)
    found = model.rows[index.row()]
    return replace(found, title=told(found.title), detail=told(found.detail), badge=told(found.badge))


def _say(painter: QPainter, font: QFont, colour: str, text: str, area: QRectF) -> float:
    """One line of text, which ends in "…" where there is no room for all of it; the width it takes."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
    return float(metrics.horizontalAdvance(shown))


def _broken(text: str, font: QFont, room: float) -> tuple[str, str]:
    """What of the text goes into one line of this width, broken between words, and the rest."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(room)
    length = line.textLength()
    layout.endLayout()
    return text[:length].rstrip(), text[length:]


class RowDelegate(QStyledItemDelegate):
    def __init__(self, parent: QWidget | None = None, lines: int = 2) -> None:
        super().__init__(parent)
        self._lines = lines

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        height = QFontMetrics(option.font).height()
        # All alike, headings too: then Qt asks once, and not for each of thousands of rows.
        return QSize(120, self._lines * height + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        row = _row(index)
        c = theme.colours()
        painter.save()
        area = QRectF(option.rect)
        font = QFont(option.font)
        if row.heading:
            painter.fillRect(option.rect, QColor(c.panel))
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(QColor(c.faint))
            metrics = QFontMetrics(font)
            room = area.width() - 30 - metrics.horizontalAdvance(row.badge)
            title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, int(room))
            painter.drawText(area.adjusted(10, 0, -10, -8), Qt.AlignmentFlag.AlignBottom, title)
            painter.drawText(
                area.adjusted(10, 0, -12, -8), Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight, row.badge
            )
            painter.restore()
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(option.rect, QColor(c.chosen))
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), QColor(c.accent))
        if getattr(option.widget, "over", None) == index:
            painter.setPen(QPen(QColor(c.accent), 2))
            painter.drawRect(area.adjusted(2, 1, -2, -2))
        elif option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(c.accent), 1, Qt.PenStyle.DotLine))
            painter.drawRect(area.adjusted(4, 1, -2, -2))
        left = 10.0
        line = QFontMetrics(font).height()
        top = area.top() + 7
        if row.look:
            self._swatch(painter, row.look, QRectF(area.left() + 11, top + 3, SWATCH, line - 5))
            left += SWATCH + 10
        room = area.width() - left - 12
        if row.badge:
            room -= self._badge(painter, row, area, font, top, line) + 8
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        # What of the title has no room goes on below, before the detail, which keeps a good part of its line.
        title, rest = _broken(row.title, bold, room)
        _say(painter, bold, c.text, title, QRectF(area.left() + left, top, room, line))
        room, taken = area.width() - left - 12, 0.0
        if rest and self._lines > 2:
            top += line
            _say(painter, bold, c.text, rest, QRectF(area.left() + left, top, room, line))
        elif rest:
            kept = min(QFontMetrics(font).horizontalAdvance(row.detail) + 10, 0.45 * room) if row.detail else 0
            below = QRectF(area.left() + left, top + line, room - kept, line)
            taken = _say(painter, bold, c.text, rest, below) + 10
        below = QRectF(area.left() + left + taken, top + line, room - taken, line)
        _say(painter, font, c.text if chosen else c.faint, row.detail, below)
        painter.setPen(QColor(c.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.restore()

    def _swatch(self, painter: QPainter, name: str, rect: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(rect.adjusted(-3, -3, 3, 3), Qt.GlobalColor.white)
        marks.draw_mark(painter, name, [rect])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _badge(self, painter: QPainter, row: Row, area: QRectF, font: QFont, top: float, line: int) -> float:
        c = theme.colours()
        ink, ground = {
            "warn": (c.warn, c.warn_ground),
            "good": (c.good, c.good_ground),
            "bad": (c.bad, c.bad_ground),
        }.get(row.tone, (c.faint, c.panel))
        painter.setFont(font)
        width = QFontMetrics(font).horizontalAdvance(row.badge) + 14
        spot = QRectF(area.right() - width - 10, top - 1, width, line + 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(spot, 7, 7)
        painter.setPen(QColor(ink))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, row.badge)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        return float(width)


class RowsView(QListView):
    """The list itself. ``gone_to``: the row to show (chosen by click or arrow); ``taken``: Enter or double click."""

    gone_to = Signal(object)
    taken = Signal(object)
    chosen_changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, several: bool = False, lines: int = 2) -> None:
        """``lines``: of each row; where there are three, a long title has two of them."""
        super().__init__(parent)
        self._model = RowsModel(self)
        self.setModel(self._model)
        self.setItemDelegate(RowDelegate(self, lines))
        self.setAccessibleName(name)
        keep_off(self)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        mode = QListView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
        #: True where lines that go take the chosen one along: it stays where it is seen, and they move.
        self.follows = False
        self._quiet = False
        self.selectionModel().selectionChanged.connect(lambda *_: self._selected())
        self.activated.connect(lambda index: self._take(index))

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; what was selected stays selected, and the list does not jump."""
        keys, place = self.chosen(), self.verticalScrollBar().value()
        was_at = self._seen_at()
        current = self.currentIndex().data(KEY) if self.currentIndex().isValid() else None
        self._quiet = True
        self._model.set_rows(rows)
        numbers = {self._hashable(row.key): n for n, row in enumerate(rows) if row.key is not None}
        model, flag = self.selectionModel(), QItemSelectionModel.SelectionFlag
        if self._hashable(current) in numbers:
            model.setCurrentIndex(self._model.index(numbers[self._hashable(current)]), flag.NoUpdate)
        for key in keys:
            if self._hashable(key) in numbers:
                model.select(self._model.index(numbers[self._hashable(key)]), flag.Select)
        self.verticalScrollBar().setValue(place)
        if self.follows and was_at is not None and self._hashable(current) in numbers:
            self.scrollTo(self.currentIndex())
            place = self.verticalScrollBar().value() + self.visualRect(self.currentIndex()).top() - was_at
            self.verticalScrollBar().setValue(place)
        self._quiet = False
        self.chosen_changed.emit()

    def _seen_at(self) -> int | None:
        """How far down the view the chosen row is seen, in pixels; None where it is not."""
        if not self.currentIndex().isValid():
            return None
        rect = self.visualRect(self.currentIndex())
        return rect.top() if rect.top() >= 0 and rect.bottom() <= self.viewport().height() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is chosen stays in view when the part below it, about what is chosen, takes room from the list."""
        super().resizeEvent(event)
        index = self.currentIndex()
        if index.isValid() and 0 <= self.visualRect(index).top() < event.oldSize().height():
            self.scrollTo(index)

    @staticmethod
    def _hashable(key: Any) -> Any:
        return getattr(key, "id", key)

    def chosen(self) -> list[Any]:
        """What is selected, from top to bottom."""
        indexes = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return [index.data(KEY) for index in indexes if index.data(KEY) is not None]

    def select_key(self, wanted: Any, *, quiet: bool = True) -> bool:
        """Select the row with this key; without telling (``quiet``). False when there is none."""
        for number, row in enumerate(self._model.rows):
            if row.key is not None and self._hashable(row.key) == wanted:
                self._quiet = quiet
                self.selectionModel().setCurrentIndex(
                    self._model.index(number), QItemSelectionModel.SelectionFlag.ClearAndSelect
                )
                self.scrollTo(self._model.index(number))
                self._quiet = False
                if quiet:
                    self.chosen_changed.emit()
                return True
        return False

    def select_keys(self, wanted: Collection[Any]) -> None:
        """Select every row with one of these keys, and nothing else."""
        model, flag = self.selectionModel(), QItemSelectionModel.SelectionFlag
        self._quiet = True
        model.clearSelection()
        for number, row in enumerate(self._model.rows):
            if row.key is not None and self._hashable(row.key) in wanted:
                model.select(self._model.index(number), flag.Select)
        self._quiet = False
        self.chosen_changed.emit()

    @property
    def rows(self) -> Sequence[Row]:
        return self._model.rows

    def _selected(self) -> None:
        if self._quiet:
            return
        self.chosen_changed.emit()
        keys = self.chosen()
        if len(keys) == 1:
            self.gone_to.emit(keys[0])

    def _take(self, index: QModelIndex) -> None:
        if index.data(KEY) is not None:
            self.taken.emit(index.data(KEY))
