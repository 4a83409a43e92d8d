# SPDX-License-Identifier: AGPL-3.0-or-later
"""Find words across the case, and redact them everywhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from redactor.gui import words
from redactor.gui.casework.messages import DocumentRow, Hit
from redactor.gui.panels.rows import Row, RowsView
from redactor.gui.parts import button, label, row, search_field


class FindPanel(QWidget):
    """``asked`` (words, fuzzy), ``gone_to`` a hit, ``redact_wanted`` (words), ``cleared``."""

    asked = Signal(str, bool)
    gone_to = Signal(object)
    redact_wanted = Signal(str)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: dict[str, str] = {}
        self._searched = ""
        self.field = search_field("Find words in the whole case")
        self.field.returnPressed.connect(self._ask)
        self.field.textChanged.connect(lambda text: text or self._clear())
        self.fuzzy = QCheckBox("Also spelt differently")
        self.fuzzy.toggled.connect(lambda _: self._ask())
        self._title = label("", "faint", wrap=True)
        self.list = RowsView("Places found")
        self.list.gone_to.connect(self.gone_to)
        self.list.taken.connect(self.gone_to)
        self.redact_button = button("Redact these words everywhere…", lambda: self.redact_wanted.emit(self._searched))
        self.redact_button.hide()
        self._writable = True
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 8)
        column.addLayout(row(self.field, button("Find", self._ask, tight=True)))
        column.addWidget(self.fuzzy)
        column.addWidget(self._title)
        column.addWidget(self.list, 1)
        column.addWidget(self.redact_button)

    def set_documents(self, documents: Sequence[DocumentRow]) -> None:
        self._names = {document.sha256: document.name for document in documents}

    def set_writable(self, writable: bool) -> None:
        self._writable = writable

    def _ask(self) -> None:
        text = self.field.text().strip()
        if text:
            self._searched = text
            self._title.setText("Looking…")
            self.asked.emit(text, self.fuzzy.isChecked())

    def _clear(self) -> None:
        self._searched = ""
        self._title.setText("")
        self.list.set_rows(())
        self.redact_button.hide()
        self.cleared.emit()

    def show_hits(self, hits: Sequence[Hit], more: bool) -> None:
        pages = len({(hit.document, hit.page) for hit in hits})
        if not hits:
            self._title.setText(f"“{self._searched}” is nowhere in the case.")
        else:
            self._title.setText(
                f"{'More than ' if more else ''}{words.count(len(hits), 'place')} on {words.count(pages, 'page')}"
            )
        rows: list[Row] = []
        last = ""
        for hit in hits:
            if hit.document != last:
                last = hit.document
                rows.append(Row(self._names.get(last, ""), heading=True))
            rows.append(Row(words.short(hit.text), f"Page {hit.page}", key=hit))
        self.list.set_rows(rows)
        self.redact_button.setVisible(bool(hits) and self._writable and not self.fuzzy.isChecked())

    def step(self, way: int) -> None:
        """The next or previous place."""
        hits = [r.key for r in self.list.rows if r.key is not None]
        if not hits:
            return
        chosen = self.list.chosen()
        at = next((n for n, hit in enumerate(hits) if chosen and hit is chosen[0]), -1 if way > 0 else 0)
        self.list.select_key(hits[(at + way) % len(hits)], quiet=False)
