# SPDX-License-Identifier: AGPL-3.0-or-later
"""Saying whose name somebody's is by typing it: "Beth" is Bethany Craddock."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from redactor.gui.casework.told.people import PersonRow
from redactor.gui.look.parts import button, label, row
from redactor.gui.panels.asking import AskingBar
from redactor.gui.wording.language import tr


class SamePersonBar(AskingBar):
    """Asks for a name the case knows; ``chosen``: the person of that name, and those they are the same as (none where
    words were asked about that belong to nobody yet)."""

    chosen = Signal(object, list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._by_name: dict[str, PersonRow] = {}
        self._text = label("", wrap=True)
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("The same person as"))
        self.field.setPlaceholderText(tr("Type part of a name"))
        self.field.returnPressed.connect(self.take)
        self._hint = label("", "bad", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        for widget in (self._text, self.field, self._hint):
            column.addWidget(widget)
        column.addLayout(
            row(
                button("The same person", self.take, main=True, tight=True),
                button("Cancel", self.hide, tight=True, tip="Esc"),
                0,
                spacing=6,
            )
        )
        self.hide()

    def ask(self, called: str, people: Sequence[PersonRow], everybody: Sequence[PersonRow]) -> None:
        """``called`` is the name or the words that are asked about, ``people`` those who bear it (none: nobody yet)."""
        self.begin(people)
        mine = {person.id for person in people}
        self._by_name = {}
        # Somebody's own name goes before what somebody else is called too.
        for person in everybody:
            if person.id not in mine:
                self._by_name.setdefault(person.name.casefold(), person)
        names = [person.name for person in self._by_name.values()]
        for person in everybody:
            for alias in person.aliases if person.id not in mine else ():
                if self._by_name.setdefault(alias.casefold(), person) is person:
                    names.append(alias)
        completer = QCompleter(names, self.field)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        # Enter on the list of those who fit takes that one at once, when its name stands in the field.
        completer.activated.connect(lambda _: QTimer.singleShot(0, self.take))
        self.field.setCompleter(completer)
        self._text.setText(tr("“{name}” is the same person as…", name=called))
        self._hint.hide()
        self.field.clear()
        self.show()
        self.field.setFocus()

    def take(self) -> None:
        """What is typed is a name, or the part of just one."""
        if self.isHidden():
            return
        typed = " ".join(self.field.text().casefold().split())
        found = self._by_name.get(typed)
        if found is None and typed:
            fitting = {person.id: person for name, person in self._by_name.items() if typed in name}
            found = next(iter(fitting.values())) if len(fitting) == 1 else None
        if found is None:
            self._hint.setText(tr("Type the name of one person of this case; the list shows who fits."))
            self._hint.show()
            return
        self.hide()
        self.chosen.emit(found, self._people)
