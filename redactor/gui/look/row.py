# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a list of rows shows: each row's texts, and what it stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from redactor.gui.wording.language import told

KEY = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Row:
    """``key`` is what the row stands for; ``tone``: "", warn, good, bad; ``look``: a mark's look, or "". Its texts
    are told in the language in use where they are shown. ``words`` of the record stand in a line of their own, the
    second part of them bold: before a name, the name, after it."""

    title: str
    detail: str = ""
    badge: str = ""
    tone: str = ""
    key: Any = None
    heading: bool = False
    look: str = ""
    words: tuple[str, str, str] | None = None


class RowsModel(QAbstractListModel):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.draggable = False

    def set_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def put(self, rows: Mapping[int, Row]) -> None:
        """Other words in some rows, by number; what they stand for is the same."""
        for number, row in rows.items():
            self.rows[number] = row
        if rows:
            self.dataChanged.emit(self.index(min(rows)), self.index(max(rows)))

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return told(row.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = "".join(row.words or ())
            return ", ".join(told(text) for text in (row.title, row.badge, row.detail, words) if text)
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
