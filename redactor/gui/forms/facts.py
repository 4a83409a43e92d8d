# SPDX-License-Identifier: AGPL-3.0-or-later
"""A form of facts with what follows from them beside it; saves only what was changed, as one decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from redactor.gui.forms.base import Dialog
from redactor.gui.forms.fields import Field, put, read
from redactor.gui.look.growing import GrowingText
from redactor.gui.look.parts import Choice, label
from redactor.gui.wording.dates import typed
from redactor.gui.wording.language import tr

#: A title, then the names of the facts below it.
Parts = Sequence[tuple[str, Sequence[str]]]


class FactsDialog(Dialog):
    """``headline``, ``told`` and ``hint`` are the side's; :meth:`follow` fills them whenever something is typed."""

    def __init__(self, title: str, aside: str, parent: QWidget | None = None, *, writable: bool = True) -> None:
        super().__init__(title, parent, go="Save", width=880)
        self._fields: dict[str, Field] = {}
        self._before: dict[str, str] = {}
        self._wrong: dict[str, QLabel] = {}
        self._writable = writable
        self._area = QWidget()
        # Questions above their fields, as wide as there is room: a form's own layout leaves them narrow.
        self._form = QVBoxLayout(self._area)
        self._form.setSpacing(5)
        self.pane = QScrollArea()
        self.pane.setWidget(self._area)
        self.pane.setWidgetResizable(True)
        self.pane.setFrameShape(QFrame.Shape.NoFrame)
        self.pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pane.setMinimumSize(300, 620)
        self.headline = label("", "title", wrap=True)
        self.told = label("", wrap=True)
        self.hint = label("", "warn", wrap=True)
        self.side = QVBoxLayout()
        for widget in (label(aside, "faint"), self.headline, self.told, self.hint):
            self.side.addWidget(widget)
        self.side.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addWidget(self.pane, 3)
        both.addLayout(self.side, 2)
        self.body.addLayout(both, 1)

    def fill(
        self,
        parts: Parts,
        names: Mapping[str, str],
        values: Mapping[str, str],
        choices: Mapping[str, Mapping[str, str]],
        dates: Sequence[str] = (),
        long: Sequence[str] = (),
    ) -> None:
        """Build the form: ``names`` are the questions, ``values`` what is on record, ``long`` take several lines."""
        for title, facts in parts:
            self._form.addWidget(label(title, "title", wrap=True))
            for fact in facts:
                name = tr(names[fact])
                made = self._make(name, values.get(fact, ""), choices.get(fact), fact in dates, fact in long)
                made.setAccessibleName(name)
                self._fields[fact] = made
                asked = label(name, wrap=True)
                asked.setBuddy(made)
                self._form.addWidget(asked)
                if fact in dates:
                    self._form.addLayout(self._with_what_is_wrong(fact, made))
                else:
                    self._form.addWidget(made)
        self._form.addStretch(1)
        self._before = self.values()
        self._area.setEnabled(self._writable)
        self.go.setEnabled(self._writable)
        self.follow()

    def _with_what_is_wrong(self, fact: str, made: Field) -> QVBoxLayout:
        """The field of a date, and under it what is wrong with what stands in it."""
        wrong = self._wrong[fact] = label("", "bad", wrap=True)
        wrong.hide()
        both = QVBoxLayout()
        both.setSpacing(2)
        both.addWidget(made)
        both.addWidget(wrong)
        return both

    def show_wrong(self, wrong: Mapping[str, str]) -> None:
        """What is wrong with dates, by fact, said at the field, to a screen reader too; what is not named is right."""
        for fact, told in self._wrong.items():
            text = wrong.get(fact, "")
            told.setText(text)
            told.setVisible(bool(text))
            self._fields[fact].setAccessibleDescription(text)

    def _make(self, asks: str, value: str, choices: Mapping[str, str] | None, date: bool, long: bool) -> Field:
        if choices is not None:
            box = Choice(asks)
            for code, text in choices.items():
                box.add(text, code)
            box.setCurrentIndex(max(box.findData(value), 0))
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.currentIndexChanged.connect(lambda _: self.follow())
            return box
        if long:
            lines = GrowingText(value)
            lines.textChanged.connect(self.follow)
            return lines
        line = QLineEdit(typed(value) if date else value)
        if date:
            line.setPlaceholderText(tr("day/month/year"))
        line.textChanged.connect(lambda _: self.follow())
        return line

    def field(self, fact: str) -> Field:
        return self._fields[fact]

    def set(self, fact: str, value: str) -> None:
        """Put something into the form, as if it was typed."""
        put(self._fields[fact], value)

    def values(self) -> dict[str, str]:
        """What stands in the form."""
        return {fact: read(made) for fact, made in self._fields.items()}

    def changes(self) -> dict[str, str]:
        """What differs from what is on record."""
        return {fact: value for fact, value in self.values().items() if value != self._before[fact]}

    def follow(self) -> None:
        """Fill the side from what stands in the form."""
