# SPDX-License-Identifier: AGPL-3.0-or-later
"""A short form that is one question to the case: fields of every common kind, and the answer's error in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from redactor.domain.saying import say
from redactor.gui.client import CaseClient
from redactor.gui.forms.base import Dialog
from redactor.gui.forms.fields import Field, put, read
from redactor.gui.look.growing import GrowingText
from redactor.gui.look.parts import Choice, button, row
from redactor.gui.wording.dates import iso, typed
from redactor.gui.wording.language import told, tr


@dataclass(frozen=True, slots=True)
class Ask:
    """One field. ``kind``: line, long, date, secret, choice, folder, file or new_file; ``choices`` are (value, words);
    ``hint`` stands in an empty line; ``value`` is what it begins with (a date: ISO)."""

    name: str
    question: str
    kind: str = "line"
    value: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    pattern: str = say("All files (*)")


class AskDialog(Dialog):
    """Asks ``question`` of the case with what was typed as ``values``, and closes when it is answered.
    :attr:`answer` is then what came back."""

    def __init__(
        self,
        title: str,
        fields: Sequence[Ask],
        client: CaseClient,
        question: str,
        parent: QWidget | None = None,
        *,
        go: str = say("Put on record"),
        note: str = "",
        spread: bool = False,
        **more: Any,
    ) -> None:
        super().__init__(title, parent, go=go, width=560)
        self._client, self._question, self._more, self._spread = client, question, more, spread
        self.answer: Any = None
        if note:
            self.note(note)
        self.fields: dict[str, Field] = {}
        self._asked = {field.name: field for field in fields}
        form = self.form()
        for field in fields:
            made, line = self._make(field)
            made.setAccessibleName(told(field.question))
            self.fields[field.name] = made
            form.addRow(told(field.question), line)

    def _make(self, field: Ask) -> tuple[Field, QWidget | QHBoxLayout]:
        if field.kind == "choice":
            box = Choice(field.question)
            for value, words in field.choices:
                shown = tr(words)
                box.add(shown[:1].upper() + shown[1:], value)
            box.setCurrentIndex(max(box.findData(field.value), 0))
            return box, box
        if field.kind == "long":
            lines = GrowingText(field.value, 4)
            lines.setPlaceholderText(field.hint)
            return lines, lines
        line = QLineEdit(typed(field.value) if field.kind == "date" else field.value)
        line.setPlaceholderText(field.hint or (tr("day/month/year") if field.kind == "date" else ""))
        if field.kind == "secret":
            line.setEchoMode(QLineEdit.EchoMode.Password)
        if field.kind in ("folder", "file", "new_file"):
            choose = button("Choose…", lambda: self._choose(field, line))
            choose.setAutoDefault(False)
            choose.setAccessibleName(tr("Choose: {question}", question=field.question))
            both = row(line, choose)
            both.setStretch(0, 1)
            return line, both
        return line, line

    def _choose(self, field: Ask, line: QLineEdit) -> None:
        pick: dict[str, Callable[[], str]] = {
            "folder": lambda: QFileDialog.getExistingDirectory(self, field.question, line.text()),
            "file": lambda: QFileDialog.getOpenFileName(self, field.question, line.text(), tr(field.pattern))[0],
            "new_file": lambda: QFileDialog.getSaveFileName(self, field.question, line.text(), tr(field.pattern))[0],
        }
        if path := pick[field.kind]():
            line.setText(path)

    def set(self, name: str, value: str) -> None:
        """Put something into the form, as if it was typed."""
        put(self.fields[name], value)

    def values(self) -> dict[str, str]:
        """What stands in the form; dates as they were typed."""
        return {name: read(made) for name, made in self.fields.items()}

    def try_accept(self) -> None:
        values = self.values()
        for name, field in self._asked.items():
            if field.kind == "date":
                day = iso(values[name])
                if day is None:
                    self.error.setText(tr("“{value}” is no date. Write it as day/month/year.", value=values[name]))
                    self.error.show()
                    return
                values[name] = day
        self.busy()
        given = values if self._spread else {"values": values}
        self._client.ask(self._question, self._answered, self.refused, **given, **self._more)

    def _answered(self, answer: Any) -> None:
        self.answer = answer
        self.accept()
