# SPDX-License-Identifier: AGPL-3.0-or-later
"""A list of rows of two or three lines with a badge, under headings: one look for all, quick with thousands of rows."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from redactor.gui.clipboard import keep_off
from redactor.gui.look.row import KEY as KEY
from redactor.gui.look.row import Row as Row
from redactor.gui.look.row import RowsModel
from redactor.gui.look.row_painting import RowDelegate


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
        numbers = {self._hashable(row.key): n for n, row in enumerate(rows) if row.key is not None}
        if self.follows and current is not None and self._hashable(current) not in numbers:
            current = self._beside_current(numbers)
        self._quiet = True
        self._model.set_rows(rows)
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

    def _beside_current(self, left: Collection[Any]) -> Any:
        """What comes after the current row, of those ``left``, else what came before it: the list stands there when
        that row goes."""
        at = self.currentIndex().row()
        near = [*self._model.rows[at + 1 :], *reversed(self._model.rows[:at])]
        return next((row.key for row in near if row.key is not None and self._hashable(row.key) in left), None)

    def _seen_at(self) -> int | None:
        """How far down the view the chosen row is seen, in pixels; None where it is not."""
        if not self.currentIndex().isValid():
            return None
        rect = self.visualRect(self.currentIndex())
        return rect.top() if rect.top() >= 0 and rect.bottom() <= self.viewport().height() else None

    def in_view(self) -> range:
        """The numbers of the rows that are seen, and of as many below them: those come next."""
        height = self.viewport().height()
        first = max(self.indexAt(QPoint(2, 2)).row(), 0)
        last = self.indexAt(QPoint(2, height - 2)).row()
        last = len(self.rows) - 1 if last < 0 else last
        return range(first, min(2 * last - first + 2, len(self.rows)))

    def put(self, rows: Mapping[int, Row]) -> None:
        """Other words in some rows, by number."""
        self._model.put(rows)

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
