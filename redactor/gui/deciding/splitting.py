# SPDX-License-Identifier: AGPL-3.0-or-later
"""Split a person: choose the mentions that are somebody else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from redactor.gui.casework.told.pages import Mark, PageKey
from redactor.gui.casework.told.people import PersonRow
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
            tr("Some mentions of {name} are somebody else", name=person.name), parent, go="Split", width=560
        )
        self.note("Choose the mentions that are the other person. Ctrl or Shift chooses several.")
        self.list = RowsView(tr("Mentions"), several=True)
        self.list.set_rows(
            [
                Row(
                    mark.text,
                    tr("{name}, page {key}", name=names.get(key[0], ""), key=key[1])
                    if key[1]
                    else names.get(key[0], ""),
                    key=mark,
                )
                for mark, key in mentions
            ]
        )
        self.list.setMinimumHeight(280)
        self.list.chosen_changed.connect(self._chosen)
        self.body.addWidget(self.list, 1)
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Name of the other person"))
        self.form().addRow(tr("Name of the other person"), self.field)
        self.go.setEnabled(False)

    def _chosen(self) -> None:
        chosen = self.list.chosen()
        self.go.setEnabled(bool(chosen))
        self.go.setText(
            tr("Split off {mentions}", mentions=words.count(len(chosen), "mention")) if chosen else tr("Split")
        )
        if chosen and not self.field.isModified():
            self.field.setText(max((m.text for m in chosen), key=len))

    @property
    def mentions(self) -> list[str]:
        return [mark.id for mark in self.list.chosen()]

    @property
    def name(self) -> str:
        return self.field.text().strip()
