# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is asked for to make a case."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from redactor.domain.catalogue import requesters
from redactor.gui.casework.told.case import Problem
from redactor.gui.client import CaseClient
from redactor.gui.evidence.request import due_hint
from redactor.gui.look.parts import Choice, button, label, problem_words, row
from redactor.gui.start.files import PATTERN
from redactor.gui.wording.hints import without_commands
from redactor.gui.wording.language import tr

#: What is told below a field is no wider than that, on a screen of 640 pixels.
NARROWEST = 280


#: What is said of when the answer is due has room for so many lines, whether it is said or not.
DUE_LINES = 3


class NewCaseForm(QWidget):
    """``made`` brings the Laid answer, and the case is open."""

    made = Signal(object)
    cancelled = Signal()

    def __init__(self, client: CaseClient) -> None:
        super().__init__()
        self._client = client
        self.subject = _field(tr("Subject's name"), tr("Forename Surname"))
        self.aliases = _field(tr("Other names"), tr("Separate with commas"))
        self.addresses = _field(tr("Addresses, now and before"), tr("9 Larch Close; 4 Mill Lane, Ashby"))
        self.numbers = _field(
            tr("Their own numbers and e-mail addresses"), tr("NHS number, telephone; separate with commas")
        )
        self.dob = _field(tr("Date of birth"), "31/12/2009")
        self.reference = _field(tr("Reference"), "SAR-2026-014")
        self.requester = Choice("Who is asking")
        self.requester.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.requester.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.requester.setMinimumContentsLength(24)
        for code, text in requesters().items():
            self.requester.add(text, code)
        self.received = _field(tr("Date received"), "03/11/2026")
        self.due = label("", "faint", wrap=True)
        # Its room is kept: what is below must not move away from under the pointer when a date is typed.
        self.due.setMinimumWidth(NARROWEST)
        self.due.setFixedHeight(DUE_LINES * self.due.fontMetrics().lineSpacing())
        self.received.textChanged.connect(lambda text: self.due.setText(due_hint(text)))
        self.where = _field(tr("Case file"), "")
        self.first = _field(tr("Passphrase of the case"), "")
        self.second = _field(tr("The same passphrase again"), "")
        for secret in (self.first, self.second):
            secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.recovery = _field(tr("Recovery key file"), tr("The office's file of keys, or a new one; empty for none"))
        self.roster = _field(tr("Office roster"), tr("The office's list of its staff; empty for none"))
        self.roster.setToolTip(
            tr(
                "It vouches for who approves. Whoever runs the office's computers makes it once, with “redactor roster "
                "new”; it can be given later too, under Case, Office."
            )
        )
        self.error = label("", "bad", wrap=True)
        self.make_button = button("Make the case", self.make, main=True)
        self.reference.textChanged.connect(self._suggest)
        self._build()

    def _build(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(6)
        form.addRow(tr("&Subject: the person the record is about"), self.subject)
        form.addRow(tr("O&ther names"), self.aliases)
        form.addRow(tr("Add&resses, now and before"), self.addresses)
        form.addRow(tr("Their own nu&mbers and e-mail"), self.numbers)
        form.addRow(tr("Date of &birth"), self.dob)
        form.addRow(tr("Refere&nce"), self.reference)
        form.addRow(tr("&Who is asking"), self.requester)
        form.addRow(tr("Date r&eceived"), self.received)
        form.addRow("", self.due)
        form.addRow(_named(tr("Case &file"), self.where), _with(self.where, tr("Choose…"), self._choose_where))
        form.addRow(tr("&Passphrase"), self.first)
        form.addRow(tr("The same &again"), self.second)
        alone = label("Nobody can open the case without it, unless there is a recovery key.", "faint", wrap=True)
        alone.setMinimumWidth(NARROWEST)
        for told in (self.due, alone):
            told.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        form.addRow("", alone)
        form.addRow(
            _named(tr("Re&covery key file"), self.recovery), _with(self.recovery, tr("Choose…"), self._choose_recovery)
        )
        form.addRow(_named(tr("&Office roster"), self.roster), _with(self.roster, tr("Choose…"), self._choose_roster))
        inner = QVBoxLayout()
        inner.setSpacing(8)
        inner.addWidget(label("New case", "heading"))
        inner.addLayout(form)
        inner.addWidget(self.error)
        inner.addLayout(row(0, button("Cancel", self.cancelled.emit), self.make_button))
        inner.addStretch(1)
        frame = QWidget()
        frame.setMaximumWidth(820)
        frame.setLayout(inner)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(24, 10, 24, 10)
        outer.addStretch(1)
        outer.addWidget(frame, 8)
        outer.addStretch(1)

    def reset(self) -> None:
        for field in (
            self.subject,
            self.aliases,
            self.addresses,
            self.numbers,
            self.dob,
            self.reference,
            self.received,
            self.first,
            self.second,
        ):
            field.clear()
        self.where.setText("")
        self.where.setModified(False)
        self.error.setText("")
        self.make_button.setEnabled(True)

    def _suggest(self, reference: str) -> None:
        if self.where.isModified():
            return
        stem = re.sub(r"[^\w .-]+", "-", reference).strip(" .-")
        self.where.setText(str(Path.home() / f"{stem}.case") if stem else "")

    def _choose_where(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("Case file"), self.where.text() or str(Path.home()), tr(PATTERN))
        if path:
            self.where.setText(path if Path(path).suffix else f"{path}.case")
            self.where.setModified(True)

    def _choose_recovery(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, tr("Recovery key file"), "", options=QFileDialog.Option.DontConfirmOverwrite
        )
        if path:
            self.recovery.setText(path)

    def _choose_roster(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Office roster"))
        if path:
            self.roster.setText(path)

    def make(self) -> None:
        if self.first.text() != self.second.text():
            self.error.setText(tr("The two passphrases are not the same. Type them again."))
            self.second.setFocus()
            return
        if not self.where.text().strip():
            self.error.setText(tr("Say where the case file is to be kept."))
            self.where.setFocus()
            return
        self.make_button.setEnabled(False)
        self.error.setText("")
        self._client.ask(
            "new_case",
            self.made.emit,
            self._refused,
            path=self.where.text().strip(),
            passphrase=self.first.text(),
            reference=self.reference.text(),
            subject=self.subject.text(),
            aliases=_parts(self.aliases, ","),
            addresses=_parts(self.addresses, ";"),
            identifiers=_parts(self.numbers, ","),
            dob=self.dob.text(),
            requester=self.requester.currentData(),
            received=self.received.text(),
            recovery=self.recovery.text().strip(),
            roster=self.roster.text().strip(),
        )

    def _refused(self, problem: Problem) -> None:
        self.make_button.setEnabled(True)
        text = without_commands(problem_words(problem))
        self.error.setText(text)


def _parts(field: QLineEdit, mark: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in field.text().split(mark) if part.strip())


def _field(name: str, example: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(example)
    return made


def _named(text: str, field: QLineEdit) -> QLabel:
    """A form's label for a field that shares its line with a button."""
    made = QLabel(text)
    made.setBuddy(field)
    return made


def _with(field: QLineEdit, text: str, clicked: object) -> QHBoxLayout:
    choose = button(text, clicked)  # type: ignore[arg-type]
    choose.setAccessibleName(tr("Choose: {name}", name=field.accessibleName()))
    line = row(field, choose)
    line.setStretch(0, 1)
    return line
