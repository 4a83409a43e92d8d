# SPDX-License-Identifier: AGPL-3.0-or-later
"""Below the list of people: whoever is chosen, in the words of the record, and the ways to decide about them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QVBoxLayout, QWidget

from redactor.domain.catalogue import releases
from redactor.domain.saying import count, listed
from redactor.gui.casework.told.people import PersonRow
from redactor.gui.look.parts import Choice, button, label, row
from redactor.gui.panels.people_rows import about_person, effect_of_redacting
from redactor.gui.panels.people_words import WordsLabel
from redactor.gui.wording import words
from redactor.gui.wording.language import tr


class PersonArea(QFrame):
    """The fields and buttons; what they do is the panel's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = label("", "title", wrap=True)
        self.said = WordsLabel()
        self._about = label("", "faint", wrap=True)
        self.will = label("", wrap=True)
        self.role = Choice("Role of this person")
        for role in ("third_party", "professional", "subject", "unknown"):
            self.role.addItem(tr(words.ROLE[role]), f"{role}/")
        for profession in ("health", "social_work", "education", "police"):
            self.role.insertItem(
                self.role.count() - 2,
                tr("Professional: {profession}", profession=words.PROFESSION[profession]),
                f"professional/{profession}",
            )
        self.why = QLineEdit()
        self.why.setAccessibleName(tr("Why this person may be seen"))
        self.why.setPlaceholderText(tr("Why may this be seen?"))
        self.ground = Choice("On what ground this person is left in")
        self.ground.addItem(tr("What ground?"), "")
        for code, entry in releases().items():
            self.ground.add(entry.title, code)
        for choice in (self.ground, self.role):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.hint = label("Say why first: it goes on record.", "bad")
        self.hint.hide()
        self.why.textChanged.connect(lambda: self.hint.hide())
        self.redact_button = button("Redact everywhere", main=True, tight=True, tip="R; from the page Ctrl+Shift+R")
        self.disclose_button = button("Leave in everywhere", tight=True, tip="L; from the page Ctrl+Shift+L")
        self.nobody_button = button("Not a person", tight=True, tip="X")
        self.more = button("More", tight=True)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(8, 8, 8, 4)
        inside.setSpacing(6)
        # What it does, and the buttons, before all that is only to be read: on a low screen the rest scrolls.
        for widget in (self._name, self.said, self.will):
            inside.addWidget(widget)
        inside.addLayout(row(self.redact_button, self.disclose_button, spacing=6))
        answer = row(self.why, self.ground, spacing=6)
        answer.setStretch(0, 3)
        answer.setStretch(1, 2)
        inside.addLayout(answer)
        inside.addWidget(self.hint)
        line = row(self.role, self.nobody_button, self.more, spacing=6)
        line.setStretch(0, 1)
        inside.addLayout(line)
        inside.addWidget(self._about)

    def show_people(self, people: Sequence[PersonRow]) -> None:
        """One or several who are chosen."""
        one, several = people[0], len(people) > 1
        names = [person.name for person in people]
        self._name.setText(tr(listed(names if len(names) < 5 else [*names[:3], count(len(names) - 3, "other")])))
        self._name.setVisible(several)
        self.said.setVisible(not several)
        self._about.setText("" if several else about_person(one))
        self._about.setVisible(bool(self._about.text()))
        self.will.setText(effect_of_redacting(people))
        at = self.role.findData(f"{one.role}/{one.profession if one.role == 'professional' else ''}")
        self.role.setCurrentIndex(max(at, 0))
        self.redact_button.setProperty("main", one.proposal == "redact" and one.decision != "redact")
        self.redact_button.style().polish(self.redact_button)
