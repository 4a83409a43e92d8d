# SPDX-License-Identifier: AGPL-3.0-or-later
"""The request on record, and beside it when the answer is due and why; both follow what is typed."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from redactor.domain.catalogue import NATIONS, requesters
from redactor.gui import words
from redactor.gui.client import CaseClient
from redactor.gui.dialogs.base import Dialog
from redactor.gui.parts import label
from redactor.review.clock import Clock, clock, said
from redactor.review.request import DATES, PAUSES, TEXTS, Request

#: The form's parts: a title, then the facts below it.
PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("The request", ("received", "how", "format", "address", "nation")),
    ("Who asks", ("capacity", "requester_name", "identity_asked", "identity_given", "identity_evidence",
                  "authority_asked", "authority_given", "authority_evidence")),
    ("What stops or moves the time", ("fee_asked", "fee_paid", *PAUSES, "extended", "extension_why")),
    ("The search", ("searches",)),
)  # fmt: skip
NAMES = {
    **DATES,
    **TEXTS,
    "clarification_asked": "Asked what exactly is wanted",
    "clarification_answered": "Answered",
    "extended": "Two more months announced on",
}


class RequestDialog(Dialog):
    """Saves only what was changed, as one event."""

    def __init__(self, client: CaseClient, request: Request, writable: bool, parent: QWidget | None = None) -> None:
        super().__init__("The request and its time limit", parent, go="Save", width=860)
        self._client = client
        self._request = request
        self._fields: dict[str, QLineEdit | QComboBox] = {}
        area = QWidget()
        form = QFormLayout(area)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setVerticalSpacing(6)
        for title, names in PARTS:
            form.addRow(label(title, "title"))
            for name in names:
                self._fields[name] = self._field(name)
                form.addRow(NAMES[name], self._fields[name])
        self._before = self.values()
        scroll = QScrollArea()
        scroll.setWidget(area)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumSize(480, 430)
        self.headline = label("", "title", wrap=True)
        self.told = label("", wrap=True)
        self.next = label("", "faint", wrap=True)
        side = QVBoxLayout()
        for widget in (label("When the answer is due", "title"), self.headline, self.told, self.next):
            side.addWidget(widget)
        side.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addWidget(scroll, 3)
        both.addLayout(side, 2)
        self.body.addLayout(both, 1)
        area.setEnabled(writable)
        self.go.setEnabled(writable)
        self._follow()

    def _field(self, name: str) -> QLineEdit | QComboBox:
        choices: Mapping[str, str] | None = {"capacity": requesters(), "nation": NATIONS}.get(name)
        if choices is not None:
            box = QComboBox()
            for code, text in choices.items():
                box.addItem(text, code)
            box.setCurrentIndex(box.findData(getattr(self._request, name)))
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.currentIndexChanged.connect(lambda _: self._follow())
            box.setAccessibleName(NAMES[name])
            return box
        value = getattr(self._request, name, "")
        if isinstance(value, datetime.date):
            value = value.strftime("%d/%m/%Y")
        made = QLineEdit(value or "")
        made.setAccessibleName(NAMES[name])
        if name in (*DATES, *PAUSES):
            made.setPlaceholderText("day/month/year")
        made.textChanged.connect(lambda _: self._follow())
        return made

    def values(self) -> dict[str, str]:
        """What stands in the form."""
        return {
            name: str(field.currentData()) if isinstance(field, QComboBox) else field.text().strip()
            for name, field in self._fields.items()
        }

    def changes(self) -> dict[str, str]:
        """What differs from what is on record."""
        return {name: value for name, value in self.values().items() if value != self._before[name]}

    def _follow(self) -> None:
        """Work the time limit out for what stands in the form; half a date is no date yet."""
        if not hasattr(self, "told"):
            return
        typed = {name: (_iso(text) if name in (*DATES, *PAUSES) else text) for name, text in self.changes().items()}
        facts = {name: text for name, text in typed.items() if text is not None}
        found = clock(self._request.changed(facts), datetime.date.today())
        self.headline.setText(_headline(found))
        self.told.setText("\n\n".join(f"{n}. {step}" for n, step in enumerate(found.steps, start=1)))
        self.next.setText("\n".join(f"Next: {step.what}." for step in found.next))

    def field(self, name: str) -> QLineEdit | QComboBox:
        return self._fields[name]

    def try_accept(self) -> None:
        changes = self.changes()
        if not changes:
            self.accept()
            return
        self.busy()
        self._client.ask("request", lambda _: self.accept(), self.refused, facts=changes)


def _iso(text: str) -> str | None:
    """The date typed, "" for none, None for what is not one yet."""
    if not text:
        return ""
    for form in ("%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y", "%d-%m-%Y"):
        try:
            return datetime.datetime.strptime(text, form).date().isoformat()
        except ValueError:
            continue
    return None


def _headline(found: Clock) -> str:
    if found.due is None:
        return {"unknown": "Not known yet", "waiting": "The time has not begun", "paused": "The time is stopped"}[
            found.state
        ]
    left = found.days_left or 0
    how = "today" if left == 0 else f"in {words.count(left, 'day')}" if left > 0 else f"{words.count(-left, 'day')} ago"
    return f"{said(found.due)}, {how}"


def due_hint(text: str) -> str:
    """For the form of a new case: when the answer is due if the request came on this day, and why."""
    received = _iso(text.strip())
    if not received:
        return ""
    found = clock(Request(received=datetime.date.fromisoformat(received)), datetime.date.today())
    return f"The answer is due on {_headline(found)}. " + " ".join(found.steps[1:])
