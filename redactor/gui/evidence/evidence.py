# SPDX-License-Identifier: AGPL-3.0-or-later
"""The evidence of the open case from the window: wording, request and clock, consents, opinions."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QFileDialog, QToolButton

from redactor.domain.dates import british
from redactor.domain.saying import count
from redactor.gui.casework.told.ledger import LedgerNow
from redactor.gui.casework.told.people import PersonRow
from redactor.gui.deciding.decisions import Decisions
from redactor.gui.deciding.people import PeopleWork
from redactor.gui.evidence.consent import ConsentDialog
from redactor.gui.evidence.looks import LooksDialog
from redactor.gui.evidence.opinions import OpinionsDialog
from redactor.gui.evidence.request import RequestDialog
from redactor.gui.forms.asking import Ask, AskDialog
from redactor.gui.surface.surface import Surface
from redactor.gui.wording import words
from redactor.gui.wording.language import tr
from redactor.review.request.classes import NAMES
from redactor.review.request.clock import Clock
from redactor.review.request.consent import Standing
from redactor.review.request.request import Request

#: Days before the answer is due from which on the date is shown as a warning.
SOON = 7


class EvidenceWork:
    """Carries out what the menus offer about the evidence of a case."""

    def __init__(self, desk: Surface, decisions: Decisions, people: PeopleWork) -> None:
        self._desk = desk
        self._decisions = decisions
        self._people = people
        self.request: Request | None = None
        self.clock: Clock | None = None
        desk.client.moved.connect(lambda _: self._look())

    def _look(self) -> None:
        self._desk.client.ask("request_now", self._looked, lambda problem: None)

    def _looked(self, answer: tuple[Request, Clock]) -> None:
        self.request, self.clock = answer
        self._desk.changed.emit()

    # -- the request and its time limit --------------------------------------------------------------------

    def show_due(self, shown: QToolButton) -> None:
        """When the answer is due, for the status line."""
        text, tone = due_words(self.clock)
        shown.setText(text)
        shown.setAccessibleName(tr("{text}: the request and its time limit", text=text))
        if shown.property("tone") != tone:
            shown.setProperty("tone", tone)
            shown.style().unpolish(shown)
            shown.style().polish(shown)

    def show_request(self) -> None:
        """The request's own form, with the computation of its time limit beside it."""
        if self.request is not None:
            RequestDialog(self._desk.client, self.request, self._desk.writable, self._desk).exec()

    def show_looks(self) -> None:
        """How the release looks, to see and to choose."""
        desk = self._desk

        def show(held: dict[str, str]) -> None:
            LooksDialog(desk.client, held, desk.writable, desk).exec()

        desk.client.ask("looks_now", show, lambda problem: None)

    # -- other people --------------------------------------------------------------------------------------

    def show_consent(self, person: PersonRow) -> None:
        """What is on record about one other person, to read and to add to."""

        def show(standing: Standing) -> None:
            capacity = self.request.capacity if self.request else ""
            ConsentDialog(self._desk.client, standing, capacity, self._desk.writable, self._desk).exec()

        self._desk.client.ask("consent_of", show, person=person.id)

    def ask_consent(self) -> None:
        """Ctrl+Shift+C: the person of the chosen mention, or the one chosen in People."""
        desk, marks = self._desk, self._decisions.targets()
        if marks and marks[0].person and desk.tabs.currentWidget() is not desk.people_panel:
            self._people.show_person()
        people = desk.people_panel.list.chosen()
        if people:
            self.show_consent(people[0])
        else:
            desk.notice.hint(tr("Choose a mention of the person, or the person under People, and press it again."))

    # -- classes and opinions ------------------------------------------------------------------------------

    def show_opinions(self, place: tuple[str, int] | None = None) -> None:
        """Classes of documents and the ledger of opinions; of this page, where it is one that lacks an opinion."""

        def show(now: LedgerNow) -> None:
            dialog = OpinionsDialog(self._desk.client, now, self._desk.writable, self._desk)
            dialog.begin_at(place)
            dialog.exec()

        self._desk.client.ask("opinions_now", show)

    def class_of_selection(self) -> None:
        """The words selected are of another class of data than their document."""
        desk = self._desk
        selected = self._decisions.selection()
        if selected is None:
            desk.notice.hint(tr("Select the words, or draw a box, and choose this again."))
            return
        choices = Ask("kind", tr("What it is"), "choice", "health", tuple(NAMES.items()))
        note = tr(
            "What is health data is so wherever it stands: it then needs an opinion of its own, or to be held back."
        )
        document, page = selected.key
        about: dict[str, Any] = {"document": document, "page": page, "span": selected.span, "box": selected.boxes[0]}
        title = tr("Class of “{text}”", text=words.short(selected.text)) if selected.text else tr("Class of this place")
        AskDialog(title, (choices,), desk.client, "passage_class", desk, note=note, spread=True, **about).exec()

    # -- wording -------------------------------------------------------------------------------------------

    def use_wording(self) -> None:
        """A file with the council's own wording of the reasons."""
        path, _ = QFileDialog.getOpenFileName(self._desk, tr("The council's wording"), "", tr("Wording (*.toml)"))
        if path:
            self._decisions.decide("wording", path=path)
            self._desk.client.ask("reasons", self._desk.reason.set_reasons, lambda problem: None)


def due_words(clock: Clock | None) -> tuple[str, str]:
    """The time limit in a few words, and their tone ("", warn, bad)."""
    if clock is None:
        return "", ""
    if clock.due is None:
        words = {
            "unknown": tr("No date of receipt"),
            "waiting": tr("Time has not begun"),
            "paused": tr("Time is stopped"),
        }
        return words[clock.state], "warn" if clock.state == "unknown" else ""
    left = clock.days_left or 0
    days = count(abs(left), "day")
    how = tr("{days} late", days=days) if left < 0 else tr("today") if left == 0 else days
    tone = "bad" if left < 0 else "warn" if left <= SOON else ""
    return tr("Due {day} ({how})", day=british(clock.due), how=how), tone
