# SPDX-License-Identifier: AGPL-3.0-or-later
"""Split a person: choose, by the words they stand in, the mentions that are somebody else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from redactor.domain.mentions import Spot
from redactor.gui.casework.told.pages import Mark, PageKey
from redactor.gui.casework.told.people import PersonRow, Words
from redactor.gui.forms.base import Dialog
from redactor.gui.look.rows import Row, RowsView
from redactor.gui.wording import words
from redactor.gui.wording.language import tr


class SplitDialog(Dialog):
    """Read :attr:`mentions` and :attr:`name` after it was accepted."""

    def __init__(
        self,
        person: PersonRow,
        mentions: Sequence[tuple[Mark, PageKey]],
        names: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            tr("Some mentions of {name} are somebody else", name=person.name), parent, go="Split", width=680
        )
        self.note("Choose the mentions that are the other person. Ctrl or Shift chooses several.")
        self.list = RowsView(tr("Mentions"), several=True, lines=3)
        self._mentions, self._names = mentions, names
        self.list.set_rows([self._row(mark, key) for mark, key in mentions])
        self.list.setMinimumHeight(360)
        self.list.chosen_changed.connect(self._chosen)
        self.body.addWidget(self.list, 1)
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Name of the other person"))
        self.field.installEventFilter(self)
        self.form().addRow(tr("Name of the other person"), self.field)
        self.go.setEnabled(False)

    def _row(self, mark: Mark, key: PageKey, words: Words | None = None) -> Row:
        document = self._names.get(key[0], "")
        place = tr("{name}, page {key}", name=document, key=key[1]) if key[1] else document
        said = (words.before, words.name, words.after) if words is not None else None
        return Row(mark.text, place, key=mark, words=said)

    @property
    def spots(self) -> list[tuple[str, tuple[Spot, ...]]]:
        """The mentions that stand among a page's words, each with where: what :meth:`tell` is given."""
        return [(m.id, ((*key, *m.span, m.id),)) for m, key in self._mentions if m.span is not None and key[1]]

    def tell(self, found: Mapping[str, Words | None]) -> None:
        """Show the words around the mentions, by their ids."""
        rows = enumerate(self._mentions)
        self.list.put({n: self._row(mark, key, found.get(mark.id)) for n, (mark, key) in rows})

    def _chosen(self) -> None:
        chosen = self.list.chosen()
        self.go.setEnabled(bool(chosen))
        self.go.setText(
            tr("Split off {mentions}", mentions=words.count(len(chosen), "mention")) if chosen else tr("Split")
        )
        if chosen and not self.field.isModified():
            self.field.setText(max((m.text for m in chosen), key=len))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The name that is proposed gives way to the first letter typed, clicked into or not."""
        if watched is self.field and event.type() == QEvent.Type.FocusIn and not self.field.isModified():
            QTimer.singleShot(0, self.field.selectAll)
        return bool(super().eventFilter(watched, event))

    @property
    def mentions(self) -> list[str]:
        return [mark.id for mark in self.list.chosen()]

    @property
    def name(self) -> str:
        return self.field.text().strip()
