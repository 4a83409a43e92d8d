# SPDX-License-Identifier: AGPL-3.0-or-later
"""Titles, dates and kinds that are proposed for the index, read through in a list and confirmed at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from redactor.gui.casework.told.documents import ConfirmRow, PartKey
from redactor.gui.forms.base import Dialog
from redactor.gui.wording.language import tr


class ConfirmDialog(Dialog):
    """Read :attr:`chosen` after it was accepted: the documents whose proposals are confirmed."""

    def __init__(self, rows: Sequence[ConfirmRow], parent: QWidget | None = None) -> None:
        super().__init__("What the index will say", parent, go="Confirm the ticked", width=620)
        self.note(
            "The requester reads these lines. They come from the papers' own headings, and a heading can give somebody "
            "away: untick what must not be printed. What holds something redacted is left out already."
        )
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Proposed titles"))
        self.list.setMinimumHeight(320)
        for number, row in enumerate(rows):
            item = QListWidgetItem(self._words(row))
            item.setToolTip(row.name)
            item.setSizeHint(QSize(0, 2 * self.fontMetrics().height() + 12))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setData(Qt.ItemDataRole.UserRole, number)
            self.list.addItem(item)
        self.body.addWidget(self.list, 1)
        self._rows = list(rows)
        self.list.itemChanged.connect(lambda _: self._count())
        self.list.setCurrentRow(0)
        self.list.setFocus()
        self._count()

    @staticmethod
    def _words(row: ConfirmRow) -> str:
        held = "  " + tr("(its heading holds “{held}”, which is redacted)", held=row.held) if row.held else ""
        return f"{row.said or tr('nothing')}{held}\n{row.name}"

    @property
    def chosen(self) -> list[PartKey]:
        ticked = (self.list.item(n) for n in range(self.list.count()))
        return [
            self._rows[item.data(Qt.ItemDataRole.UserRole)].key
            for item in ticked
            if item.checkState() is Qt.CheckState.Checked
        ]

    def _count(self) -> None:
        count = len(self.chosen)
        self.go.setText(tr("Confirm the ticked ({count})", count=count))
        self.go.setEnabled(count > 0)
