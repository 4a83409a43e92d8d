# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages that keep only the lines that name the people chosen: which pages, which people, and what that would do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QWidget

from redactor.gui.casework.told.documents import DocumentRow
from redactor.gui.casework.told.kept import Kept, Named, RestEffect
from redactor.gui.client import CaseClient
from redactor.gui.forms.base import Dialog
from redactor.gui.look.parts import Number, label, row
from redactor.gui.wording import words
from redactor.gui.wording.language import tr


class RestDialog(Dialog):
    """``kept`` holds what was chosen once it is accepted."""

    def __init__(self, client: CaseClient, document: DocumentRow, page: int, parent: QWidget | None = None) -> None:
        super().__init__("Keep only the lines that name…", parent, go="Next: the reason", width=520)
        self._client, self._document = client, document
        self._asked = 0
        self.note(
            tr(
                "For log books, registers and minutes: on these pages of {name} every line that names "
                "somebody ticked here stays. All else is hidden, also what is found there later.",
                name=document.name,
            )
        )
        self.first, self.last = Number(), Number()
        for field, name in ((self.first, tr("From page")), (self.last, tr("To page"))):
            field.setRange(document.first, document.first + document.pages - 1)
            field.setValue(page)
            field.setAccessibleName(name)
            field.setMinimumWidth(90)
        self.last.setMinimum(page)
        self.first.valueChanged.connect(lambda value: self.last.setMinimum(value))
        self.first.valueChanged.connect(lambda _: self._look())
        self.last.valueChanged.connect(lambda _: self._look())
        self.body.addLayout(row(label("From page"), self.first, label("to"), self.last, 0))
        self.people = QListWidget()
        self.people.setAccessibleName(tr("Keep the lines that name"))
        self.people.setMinimumHeight(180)
        self.people.itemChanged.connect(lambda _: self._effect())
        self.body.addWidget(self.people, 1)
        self.also = QCheckBox(tr("Keep as well what is kept on these pages already"))
        self.also.setChecked(True)
        self.also.toggled.connect(lambda _: self._effect())
        self.body.addWidget(self.also)
        self.will = label("", wrap=True)
        self.body.addWidget(self.will)
        self._look()

    @property
    def kept(self) -> Kept:
        items = [self.people.item(n) for n in range(self.people.count())]
        chosen = tuple(i.data(Qt.ItemDataRole.UserRole) for i in items if i.checkState() == Qt.CheckState.Checked)
        first, last = self.first.value(), self.last.value()
        return Kept(self._document.sha256, first, last, people=chosen, also=self.also.isChecked())

    def _look(self) -> None:
        """Who is named on the pages chosen now."""
        self._client.ask(
            "named_on",
            self._show,
            self.refused,
            document=self._document.sha256,
            first=self.first.value(),
            last=self.last.value(),
        )

    def _show(self, people: list[Named]) -> None:
        ticked = set(self.kept.people) if self.people.count() else {p.id for p in people if p.role == "subject"}
        self.people.blockSignals(True)
        self.people.clear()
        for person in people:
            role = tr(words.ROLE.get(person.role, person.role))
            item = QListWidgetItem(f"{person.name} ({role.lower()}): {words.count(person.mentions, 'mention')}")
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if person.id in ticked else Qt.CheckState.Unchecked)
            item.setData(Qt.ItemDataRole.UserRole, person.id)
            self.people.addItem(item)
        self.people.blockSignals(False)
        self._effect()

    def _effect(self) -> None:
        kept = self.kept
        self.go.setEnabled(bool(kept.people))
        if not kept.people:
            empty = tr("Nobody is named on these pages." if not self.people.count() else "Tick who stays.")
            self.will.setText(empty)
            return
        self._client.forget(self._asked)
        self._asked = self._client.ask("rest_effect", self._tell, self.refused, kept=kept)

    def _tell(self, found: RestEffect) -> None:
        self.error.hide()
        self.will.setText(effect_words(found))


def effect_words(found: RestEffect) -> str:
    """What it would do, said before."""
    text = tr(
        "{kept} stay, {hidden} and all else are hidden.",
        kept=words.count(found.kept, "word"),
        hidden=words.count(found.hidden, "word"),
    )
    if found.blank and found.blank < found.pages:
        text += " " + tr("Nothing is kept on {pages}: hidden whole.", pages=words.count(found.blank, "page"))
    if found.unread:
        text += " " + tr(
            "{pages} not read yet: all that is there is hidden too.", pages=words.count(found.unread, "page")
        )
    return text
