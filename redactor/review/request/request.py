# SPDX-License-Identifier: AGPL-3.0-or-later
"""The request on record: who asks, in what capacity, how it was shown, and every date the time limit hangs on. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from redactor.domain.catalogue import requesters
from redactor.domain.dates import british
from redactor.domain.journal import LETTER_FACTS, Event
from redactor.domain.saying import said_all, say

#: Facts in words, and what each means; in the order they are shown.
TEXTS: Mapping[str, str] = said_all(
    {
        "requester_name": "Who asks, if it is not the subject",
        "capacity": "In what capacity they ask",
        "how": "How the request came (it need not be in writing)",
        "format": "The form they want the answer in",
        "address": "Where the answer is to go",
        "identity_evidence": "What shows who they are",
        "authority_evidence": "What shows that they may ask for the subject",
        "nation": "Which part of the country",
        "searches": "What was searched, where and by whom",
        "extension_why": "Why more time is needed",
    }
)
#: Dates, and what each means; in the order they are shown.
DATES: Mapping[str, str] = said_all(
    {
        "received": "Request received",
        "identity_asked": "Proof of identity asked for",
        "identity_given": "Proof of identity given",
        "authority_asked": "Proof of authority asked for",
        "authority_given": "Proof of authority given",
        "fee_asked": "Fee asked for",
        "fee_paid": "Fee paid",
        "extended": "Two more months announced",
        "sending": "Day the answer is planned to be sent",
    }
)
#: What was given answers what was asked.
ANSWERS = {"identity_given": "identity_asked", "authority_given": "authority_asked", "fee_paid": "fee_asked"}
#: A pause begins with the first and ends with the second; there may be several.
PAUSES = ("clarification_asked", "clarification_answered")


@dataclass(frozen=True, slots=True)
class Pause:
    """A question about what is asked for: when it was put, and when it was answered (None: not yet)."""

    asked: date
    answered: date | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """What is on record of the request. Extended event by event with :meth:`apply`; a fact given again replaces
    the one before, and an empty one takes it back."""

    received: date | None = None
    identity_asked: date | None = None
    identity_given: date | None = None
    authority_asked: date | None = None
    authority_given: date | None = None
    fee_asked: date | None = None
    fee_paid: date | None = None
    extended: date | None = None
    sending: date | None = None
    pauses: tuple[Pause, ...] = ()
    requester_name: str = ""
    capacity: str = "subject"
    how: str = ""
    format: str = ""
    address: str = ""
    identity_evidence: str = ""
    authority_evidence: str = ""
    nation: str = "england_and_wales"
    searches: str = ""
    extension_why: str = ""

    def apply(self, event: Event) -> Request:
        """The record with one more event (case.created or request.recorded) taken in."""
        data = event.payload
        if "requester" in data:  # the case as it was made
            return replace(self, capacity=str(data["requester"]), received=_date(data.get("received", "")))
        return self.changed(data)

    def changed(self, data: Mapping[str, Any]) -> Request:
        """The record with these facts (ISO dates and texts by name)."""
        changes: dict[str, Any] = {name: _date(data[name]) for name in DATES if name in data}
        changes |= {name: str(data[name]) for name in TEXTS if name in data}
        pauses = list(self.pauses)
        if data.get("clarification_asked"):
            pauses.append(Pause(date.fromisoformat(data["clarification_asked"])))
        if data.get("clarification_answered") and pauses:
            pauses[-1] = replace(pauses[-1], answered=date.fromisoformat(data["clarification_answered"]))
        return replace(self, **changes, pauses=tuple(pauses))

    def to_json(self) -> dict[str, Any]:
        """What is on record, by name; what is not is left out."""
        shown = {name: str(getattr(self, name)) for name in (*DATES, *TEXTS) if getattr(self, name)}
        pauses = [[str(pause.asked), str(pause.answered) if pause.answered else ""] for pause in self.pauses]
        return {**shown, **({"clarifications": pauses} if pauses else {})}

    def deciding(self) -> dict[str, Any]:
        """What of the record bears on the release; what only the letter tells is left out."""
        return {name: value for name, value in self.to_json().items() if name not in LETTER_FACTS}


def _date(text: Any) -> date | None:
    return date.fromisoformat(str(text)) if text else None


@dataclass(frozen=True, slots=True)
class WrongDate:
    """A date that cannot be: the fact it was given for, what is wrong, and what to do ("": give another)."""

    fact: str
    what: str
    do: str = ""


def wrong_dates(before: Request, given: Mapping[str, Any]) -> Iterator[WrongDate]:
    """What cannot be among the facts ``given`` (ISO dates and texts by name), taken into the record ``before``: what
    came before the request did, and what was answered before it was asked."""
    after = before.changed(given)
    if after.received is None:
        for name in (*DATES, *PAUSES):
            if given.get(name):
                do = "Record it first: redactor request CASE --received D --as ID"
                yield WrongDate(name, say("when the request came is not on record"), say(do))
        return
    early = set()
    for name in (*DATES, *PAUSES):
        day = _date(given.get(name))
        if day is not None and day < after.received:
            early.add(name)
            received = british(after.received)
            yield WrongDate(
                name, say("{day} is before the request came, on {received}", day=british(day), received=received)
            )
    for name, asked in ANSWERS.items():
        if given.get(name) and name not in early:
            first, then = getattr(after, asked), getattr(after, name)
            if first is None or then < first:
                yield WrongDate(name, say("it was not asked for before that day"), say("Record when it was asked for"))
    answered = _date(given.get(PAUSES[1]))
    pause = after.pauses[-1] if after.pauses else None
    if answered is not None and PAUSES[1] not in early and (pause is None or answered < pause.asked):
        yield WrongDate(PAUSES[1], say("no question was put before that day"), say("Record when it was put"))


def gaps(request: Request) -> Iterator[tuple[str, str]]:
    """What of the request must be on record before anything may be sent: a name for each gap, and words."""
    if request.identity_asked and not request.identity_given:
        yield "identity_given", say("Proof of identity was asked for and is not on record as given")
    if request.identity_given and not request.identity_evidence:
        yield "identity_evidence", say("Proof of identity was given, but what it was is not on record")
    if request.authority_asked and not request.authority_given:
        yield "authority_given", say("Proof of authority was asked for and is not on record as given")
    if request.capacity != "subject" and not request.authority_evidence:
        who = requesters().get(request.capacity, request.capacity)
        yield "authority_evidence", say("What shows that the requester may ask is not on record ({who})", who=who)
    if any(pause.answered is None for pause in request.pauses):
        yield "clarification_answered", say("A question about what is asked for is still open")
