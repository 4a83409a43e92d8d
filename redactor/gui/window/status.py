# SPDX-License-Identifier: AGPL-3.0-or-later
"""The line below the desk: what is left to decide, what goes on behind, the time limit, where one is, who one is."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton

from redactor.gui.casework.told.case import Who
from redactor.gui.desk import Desk
from redactor.gui.look.one_line import ElidedLabel
from redactor.gui.window.behind import LookedLine, ScansLine
from redactor.gui.window.left import left_words
from redactor.gui.wording import words
from redactor.gui.wording.language import tr


class StatusLine(QStatusBar):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.left = ElidedLabel()
        self.left.setAccessibleDescription(tr("What is left to decide"))
        self.place = QLabel()
        self.scans, self.looked = ScansLine(), LookedLine()
        desk.client.scans.connect(self.scans.show_scans)
        desk.client.looked.connect(self.looked.show_progress)
        self.due = QToolButton()
        self.due.setAutoRaise(True)
        self.due.setToolTip(tr("The request and its time limit (Ctrl+T)"))
        self.due.clicked.connect(desk.evidence.show_request)
        self.identity = QToolButton()
        self.identity.setAutoRaise(True)
        self.identity.setToolTip(tr("Who decides here: sign in, or as somebody else (Ctrl+I)"))
        self.identity.clicked.connect(lambda: desk.signing.sign_in())
        self.setSizeGripEnabled(False)
        self.addWidget(self.left, 1)
        for each in (self.scans, self.looked, self.due, self.place, self.identity):
            self.addPermanentWidget(each)
        for faint in (self.scans, self.looked, self.place, self.identity):
            faint.setProperty("faint", True)

    def say(self) -> None:
        """Say what is so now, of the case that is open."""
        desk = self._desk
        self.left.say(left_words(desk))
        desk.evidence.show_due(self.due)
        key = desk.pages.current
        if key is not None and desk.case is not None:
            number = desk.pages.layout_.index.get(key, 0) + 1
            zoom = round(desk.pages.layout_.zoom * 100)
            pages = len(desk.case.pages)
            self.place.setText(tr("Page {number:,} of {pages:,}  ·  {zoom}%", number=number, pages=pages, zoom=zoom))
        who = desk.who
        self.identity.setText(who_words(who) if who else tr("Not signed in"))


def who_words(who: Who) -> str:
    """Whoever is signed in: name and role."""
    return f"{who.name}, {tr(words.STAFF.get(who.role, who.role))}"


def title_words(desk: Desk | None, *, locked: bool) -> str:
    """The window's title; ``desk`` is None where none shows."""
    if desk is None or desk.case is None:
        return tr("Redactor (locked)") if locked else "Redactor"
    facts = desk.case.facts
    reading = " " + tr("(a copy)") if facts.handed else ""
    reading += " " + tr("(reading only)") if facts.read_only else ""
    return tr(
        "{reference}: {subject}{reading} - Redactor", reference=facts.reference, subject=facts.subject, reading=reading
    )
