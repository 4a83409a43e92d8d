# SPDX-License-Identifier: AGPL-3.0-or-later
"""The request on record, and beside it when the answer is due and why; both follow what is typed."""

from __future__ import annotations

import datetime

from PySide6.QtWidgets import QWidget

from redactor.domain.catalogue import NATIONS, requesters
from redactor.domain.dates import british
from redactor.domain.saying import said_all, say
from redactor.gui.casework.told.case import Problem
from redactor.gui.client import CaseClient
from redactor.gui.forms.facts import FactsDialog
from redactor.gui.forms.saving import save
from redactor.gui.look.parts import problem_words
from redactor.gui.wording import words
from redactor.gui.wording.dates import iso
from redactor.gui.wording.language import tr
from redactor.review.request.clock import Clock, clock
from redactor.review.request.request import DATES, PAUSES, TEXTS, Request, wrong_dates

PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (say("The request"), ("received", "how", "format", "address", "sending", "nation")),
    (say("Who asks"), ("capacity", "requester_name", "identity_asked", "identity_given", "identity_evidence",
                  "authority_asked", "authority_given", "authority_evidence")),
    (say("What stops or moves the time"), ("fee_asked", "fee_paid", *PAUSES, "extended", "extension_why")),
    (say("The search"), ("searches",)),
)  # fmt: skip
NAMES = said_all(
    {
        **DATES,
        **TEXTS,
        "clarification_asked": "Asked what exactly is wanted",
        "clarification_answered": "That question answered",
        "extended": "Two more months announced on",
    }
)


class RequestDialog(FactsDialog):
    def __init__(self, client: CaseClient, request: Request, writable: bool, parent: QWidget | None = None) -> None:
        super().__init__("The request and its time limit", "The answer is due on", parent, writable=writable)
        self._client = client
        self._request = request
        values = {name: str(getattr(request, name) or "") for name in (*DATES, *TEXTS)}
        choices = {"capacity": requesters(), "nation": NATIONS}
        self.fill(PARTS, NAMES, values, choices, (*DATES, *PAUSES), ("searches", "extension_why"))

    def follow(self) -> None:
        """Work the time limit out for what stands in the form; half a date is no date yet, and one that cannot be
        counts for nothing and is told at its field."""
        typed = {name: (iso(text) if name in (*DATES, *PAUSES) else text) for name, text in self.changes().items()}
        facts = {name: text for name, text in typed.items() if text is not None}
        wrong: dict[str, str] = {}
        for one in wrong_dates(self._request, facts):
            told = problem_words(Problem("BadInput", tr(one.what), do=tr(one.do)))
            wrong.setdefault(one.fact, told[:1].upper() + told[1:])
        self.show_wrong(wrong)
        sound = {name: text for name, text in facts.items() if name not in wrong}
        found = clock(self._request.changed(sound), datetime.date.today())
        self.headline.setText(_headline(found))
        self.told.setText("\n\n".join(f"{n}. {tr(step)}" for n, step in enumerate(found.steps, start=1)))
        self.hint.setText("\n".join(tr("Next: {what}.", what=step.what) for step in found.next))

    def try_accept(self) -> None:
        changes = self.changes()
        save(self, self._client, "request", changes, facts=changes)


def _headline(found: Clock) -> str:
    if found.due is None:
        return {
            "unknown": tr("Not known yet"),
            "waiting": tr("The time has not begun"),
            "paused": tr("The time is stopped"),
        }[found.state]
    left = found.days_left or 0
    how = (
        "today"
        if left == 0
        else tr("in {days}", days=words.count(left, "day"))
        if left > 0
        else tr("{days} ago", days=words.count(-left, "day"))
    )
    return tr("{date}, {how}", date=british(found.due), how=how)


def due_hint(text: str) -> str:
    """For the form of a new case: when the answer is due if the request came on this day, and why."""
    received = iso(text.strip())
    if not received:
        return ""
    found = clock(Request(received=datetime.date.fromisoformat(received)), datetime.date.today())
    due = tr("The answer is due on {headline}.", headline=_headline(found))
    return " ".join([due, *(tr(step) for step in found.steps[1:])])
