# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody is named for their work: asked for the kind of work, with what that leaves in said before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from redactor.domain.saying import count, listed, say
from redactor.gui.casework.told.people import PersonRow
from redactor.gui.look.flow import Flow
from redactor.gui.look.parts import button, label
from redactor.gui.panels.asking import AskingBar
from redactor.gui.wording import words
from redactor.gui.wording.language import tr

#: Kinds of work in the order of their keys, 1 to 5: those that DPA 2018 Sch 2 para 17 names stand first.
KINDS = {
    "social_work": say("Social work"),
    "health": say("Health"),
    "education": say("Education"),
    "police": say("Police"),
    "other": say("Other work"),
}


class WorksHereBar(AskingBar):
    """``agreed``: ids, and the kind of work; ``reach_wanted``: ids of whom it is to be said how far that reaches."""

    agreed = Signal(list, str)
    reach_wanted = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("notice", "warn")
        self._last = next(iter(KINDS))
        self.text = label("", wrap=True)
        self.buttons = {
            kind: button("", lambda kind=kind: self._agree(kind), tight=True, tip=str(number))
            for number, kind in enumerate(KINDS, 1)
        }
        for number, (kind, made) in enumerate(self.buttons.items(), 1):
            made.setText(f"{number}  {tr(KINDS[kind])}")
            made.setAccessibleName(tr(KINDS[kind]))
        self.no = button("No", self.hide, tight=True, tip="Esc")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.addWidget(self.text)
        column.addLayout(Flow(*self.buttons.values(), self.no))
        self.hide()

    def ask(self, people: Sequence[PersonRow]) -> None:
        """About these; Enter takes the kind that was taken last."""
        self.begin(people)
        self._say(sum(p.mentions for p in people), people[0].pages if len(people) == 1 else 0)
        for kind, made in self.buttons.items():
            made.setProperty("main", kind == self._last)
            made.style().polish(made)
        self.show()
        self.buttons[self._last].setFocus()
        if len(people) > 1:
            self.reach_wanted.emit([person.id for person in people])

    def told(self, people: Sequence[str], reach: tuple[int, int]) -> None:
        """How many mentions they have together, on how many pages."""
        if [person.id for person in self._people] == list(people):
            self._say(*reach)

    def _say(self, mentions: int, pages: int) -> None:
        names = [person.name for person in self._people]
        shown = names if len(names) < 5 else [*names[:3], count(len(names) - 3, "other")]
        where = " " + tr("on {pages}", pages=words.count(pages, "page")) if pages else ""
        said = tr(
            "{name} is named for their work, with the council, a school, the NHS, the police…? Then {mentions}{where} "
            "stay in, and those found later."
            if len(names) == 1
            else "{name} are named for their work, with the council, a school, the NHS, the police…? Then {mentions}"
            "{where} stay in, and those found later.",
            name=tr(listed(shown)),
            mentions=words.count(mentions, "mention"),
            where=where,
        )
        if redacted := [person.name for person in self._people if person.decision == "redact"]:
            said += " " + tr("{names} will not be redacted any more.", names=tr(listed(redacted[:3])))
        self.text.setText(said + " " + tr("One undo takes it back."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(KINDS):
            self._agree(list(KINDS)[number])
        else:
            super().keyPressEvent(event)

    def _agree(self, kind: str) -> None:
        self._last = kind
        self.hide()
        self.agreed.emit([person.id for person in self._people], kind)
