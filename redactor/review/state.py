# SPDX-License-Identifier: AGPL-3.0-or-later
"""The journal folded into what holds now. Pure: events in, state out.

Each family of decisions is folded by a class of its own in its own file, held here as one field. Folding is
incremental (:meth:`JournalState.add`); only an undo folds again from the start, so that undo restores exactly what
was there before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from redactor.domain.journal import (
    ARRANGING,
    KEEPING,
    NOT_AUTHORING,
    NOT_DECIDING,
    Actor,
    Event,
    Kind,
    only_for_the_letter,
)
from redactor.domain.lineage import in_order
from redactor.domain.office import OfficeLists
from redactor.domain.wording import Wording, read_wording, shipped
from redactor.review.checks.notes import Notes
from redactor.review.decisions.decided import Ground, Settled
from redactor.review.decisions.places import PlacesDecided
from redactor.review.decisions.undoing import last_redoable, last_undoable, undone_events
from redactor.review.decisions.who import PeopleDecided
from redactor.review.merge.handed import Handed
from redactor.review.merge.merged import Merged
from redactor.review.papers.arrangement import Arrangement
from redactor.review.papers.intake import IntakeRecord
from redactor.review.papers.late import Arrivals
from redactor.review.papers.readings import Readings
from redactor.review.questions.cues_left import CuesLeft
from redactor.review.release.reissues import Reissues
from redactor.review.request.classes import Classes
from redactor.review.request.consent import Consents
from redactor.review.request.keeping import Keeping
from redactor.review.request.opinions import Ledger
from redactor.review.request.request import Request
from redactor.review.request.statements import Statements


@dataclass(frozen=True, slots=True)
class Submission:
    event: Event
    digest: str


class JournalState:
    """What holds after a run of events. Build with :func:`fold`, extend with :meth:`add`."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._clear()

    def _clear(self) -> None:
        self.facts: dict[str, Any] = {}
        self.settings: dict[str, str] = {}
        self.standing: dict[str, str] = {}
        self.wording: Wording = shipped()
        self.office = OfficeLists()
        self.request = Request()
        self.consents = Consents()
        self.classes = Classes()
        self.ledger = Ledger()
        self.who = PeopleDecided()
        self.places = PlacesDecided()
        self.settled: dict[str, Settled] = {}
        self.cues_left = CuesLeft()
        self.submission: Submission | None = None
        self.approval: Event | None = None
        self.returned: Event | None = None
        self.exports: list[Event] = []
        self.rosters: list[str] = []
        self.arrangement = Arrangement()
        self.arrivals = Arrivals()
        self.reissues = Reissues()
        self.statements = Statements()
        self.keeping = Keeping()
        self.left_open: set[str] = set()
        self.authors: dict[str, Actor] = {}
        self.undone: frozenset[str] = frozenset()
        self.intake = IntakeRecord()
        self.notes = Notes()
        self.handed = Handed()
        self.merged = Merged()
        self.readings = Readings()
        self._order = 0

    # -- folding ---------------------------------------------------------------------------------

    def add(self, event: Event) -> None:
        """Take one more event into account."""
        self.events.append(event)
        if event.kind in (Kind.UNDONE, Kind.MERGED):
            # What was undone is as if it never was; what came from another copy belongs where its parents put it.
            self._refold()
        else:
            self._apply(event)

    def _refold(self) -> None:
        events = self.events = in_order(self.events)
        self._clear()
        self.undone = undone_events(events)
        for event in events:
            # An undo still voids a submission and makes its actor an author.
            if event.id not in self.undone or event.kind is Kind.UNDONE:
                self._apply(event)
            else:
                self._note_actor(event)

    def _note_actor(self, event: Event) -> None:
        if only_for_the_letter(event):
            return
        if event.kind not in NOT_AUTHORING and event.actor.key:
            self.authors[event.actor.key] = event.actor
        if event.kind not in NOT_DECIDING:
            self.submission = None
            self.approval = None
            self.reissues.moved_on()

    def _apply(self, event: Event) -> None:
        self._order += 1
        self._note_actor(event)
        handler = _HANDLERS.get(event.kind)
        if handler is not None:
            handler(self, event, event.payload)

    def now(self) -> int:
        """The next place in the order of decisions, for what is decided between two copies."""
        self._order += 1
        return self._order

    # -- what each kind of event does, where it is more than one family's -----------------------------

    def _case_created(self, event: Event, data: Mapping[str, Any]) -> None:
        self.facts = dict(data)
        self.request = Request().apply(event)

    def _subject(self, event: Event, data: Mapping[str, Any]) -> None:
        self.facts |= {name: [*self.facts.get(name, ()), *given] for name, given in data.items()}

    def _settings(self, event: Event, data: Mapping[str, Any]) -> None:
        self.settings.update({str(k): str(v) for k, v in data.items()})

    def _office(self, event: Event, data: Mapping[str, Any]) -> None:
        self.office = OfficeLists.from_json(data)

    def _wording(self, event: Event, data: Mapping[str, Any]) -> None:
        self.wording = read_wording(str(data["wording"])) if data["wording"] else shipped()

    def _request(self, event: Event, data: Mapping[str, Any]) -> None:
        self.request = self.request.apply(event)
        self.facts["requester"] = self.request.capacity
        self.facts["received"] = str(self.request.received or "")

    def _consent(self, event: Event, data: Mapping[str, Any]) -> None:
        self.who.apply(event)
        self.consents.apply(event)

    def _accepted(self, event: Event, data: Mapping[str, Any]) -> None:
        # What proposals were accepted under is the case's standing assessment from then on.
        self.standing = {str(k): str(v) for k, v in data["fields"].items()}
        for entry in data["people"]:
            self.who.decide(event, {**data, **entry, "outcome": "redact"})
        for entry in data["mentions"]:
            self.places.decide(event, {**data, **entry, "outcome": "redact"}, self._order)

    def _settled(self, event: Event, data: Mapping[str, Any]) -> None:
        for item in data["items"]:
            if item["kind"] == "inconsistent" and data["outcome"] != "redact":
                self.left_open.update(item.get("places", ()))
            self.settled[item["id"]] = Settled(data["outcome"], data["why"], event.actor, event.at, event.id)
            if item["kind"] == "harm_cue":
                self.cues_left.apply(event, item)
            elif item["kind"] in ("residual", "others"):
                if data["outcome"] == "redact":
                    self.places.mark(event, {**data, **item})
            elif item.get("anchors"):
                if "own" in item:
                    self._subject(event, item["own"])
                outcome = "redact" if data["outcome"] == "redact" else "disclose"
                self.places.decide(event, {**data, **item, "outcome": outcome}, self._order)

    def _submitted(self, event: Event, data: Mapping[str, Any]) -> None:
        self.arrivals.apply(event)
        self.submission = Submission(event, data["plan_digest"])
        self.approval = None
        self.returned = None
        if event.actor.key:
            self.authors[event.actor.key] = event.actor

    def _returned(self, event: Event, data: Mapping[str, Any]) -> None:
        self.submission = None
        self.approval = None
        self.returned = event

    def _approved(self, event: Event, data: Mapping[str, Any]) -> None:
        self.approval = event

    def _exported(self, event: Event, data: Mapping[str, Any]) -> None:
        self.exports.append(event)
        self.reissues.apply(event)
        self.keeping.apply(event)

    def _decided_again(self, event: Event, data: Mapping[str, Any]) -> None:
        self.reissues.apply(event)
        if data["outcome"] == "lift":
            self.places.lift(event, data, self._order)

    def _merged(self, event: Event, data: Mapping[str, Any]) -> None:
        self.handed.apply(event)
        self.merged.merge(event, self)

    def _laid_out(self, event: Event, data: Mapping[str, Any]) -> None:
        self.arrangement.apply(event)
        self.arrivals.apply(event)
        self.intake.apply(event)

    # -- questions -----------------------------------------------------------------------------------

    def root(self, person: str) -> str:
        """The person this one was merged into, or themselves."""
        return self.who.root(person)

    def ground_for(self, person: str) -> Ground | None:
        """The decision about a person: their own, or that of the person they were merged into."""
        return self.who.ground_for(person)

    def last_undoable(self) -> Event | None:
        """The latest event an undo may name and that still holds."""
        return last_undoable(self.events, self.undone)

    def last_redoable(self) -> Event | None:
        """The undo that a redo would undo; None when something was decided since."""
        return last_redoable(self.events, self.undone)


#: One line a kind: which family takes it in.
_HANDLERS: dict[Kind, Any] = {
    Kind.CASE_CREATED: JournalState._case_created,
    Kind.FILES_NOT_TAKEN: lambda state, event, data: state.intake.apply(event),
    Kind.SETTINGS_CHANGED: JournalState._settings,
    Kind.SUBJECT_DESCRIBED: JournalState._subject,
    Kind.ROSTER_USED: lambda state, event, data: state.rosters.append(str(data["roster"])),
    Kind.WORDING_USED: JournalState._wording,
    Kind.OFFICE_USED: JournalState._office,
    Kind.REQUEST_RECORDED: JournalState._request,
    Kind.CONSENT_RECORDED: JournalState._consent,
    Kind.CLASSES_CONFIRMED: lambda state, event, data: state.classes.apply(event),
    Kind.OPINION_ASKED: lambda state, event, data: state.ledger.apply(event),
    Kind.OPINION_RECORDED: lambda state, event, data: state.ledger.apply(event),
    Kind.PERSON_DECIDED: lambda state, event, data: state.who.apply(event),
    Kind.PEOPLE_MERGED: lambda state, event, data: state.who.apply(event),
    Kind.PERSON_SPLIT: lambda state, event, data: state.who.apply(event),
    Kind.PERSON_RENAMED: lambda state, event, data: state.who.apply(event),
    Kind.PERSON_NAMED: lambda state, event, data: state.who.apply(event),
    Kind.PROPOSALS_ACCEPTED: JournalState._accepted,
    Kind.OCCURRENCE_DECIDED: lambda state, event, data: state.places.decide(event, data, state._order),
    Kind.PASSAGE_REDACTED: lambda state, event, data: state.places.mark(event, data),
    Kind.HARM_MARKED: lambda state, event, data: state.places.mark(event, data),
    Kind.PASSAGE_RESHAPED: lambda state, event, data: state.places.reshape(data),
    Kind.REST_HIDDEN: lambda state, event, data: state.places.hide_rest(event, data),
    Kind.PAGES_WITHHELD: lambda state, event, data: state.places.withhold(event, data),
    Kind.DECISIONS_CARRIED: lambda state, event, data: state.places.carry(event, data),
    Kind.ITEM_SETTLED: JournalState._settled,
    Kind.SUBMITTED: JournalState._submitted,
    Kind.RETURNED: JournalState._returned,
    Kind.APPROVED: JournalState._approved,
    Kind.MERGED: JournalState._merged,
    Kind.CONFLICT_DECIDED: lambda state, event, data: state.merged.decide(event, state),
    Kind.HANDED_OVER: lambda state, event, data: state.handed.apply(event),
    Kind.BROUGHT_BACK: lambda state, event, data: state.handed.apply(event),
    Kind.NOTE_WRITTEN: lambda state, event, data: state.notes.apply(event),
    Kind.NOTE_SETTLED: lambda state, event, data: state.notes.apply(event),
    Kind.READING_CHOSEN: lambda state, event, data: state.readings.apply(event),
    Kind.EXPORTED: JournalState._exported,
    Kind.NUMBER_CHALLENGED: lambda state, event, data: state.reissues.apply(event),
    Kind.REISSUE_CHOSEN: lambda state, event, data: state.reissues.apply(event),
    Kind.CHALLENGE_DECIDED: JournalState._decided_again,
    Kind.CHALLENGE_UPHELD: lambda state, event, data: state.reissues.apply(event),
    Kind.STATEMENT_RECORDED: lambda state, event, data: state.statements.apply(event),
    **dict.fromkeys((Kind.RELEASE_SENT, *KEEPING), lambda state, event, data: state.keeping.apply(event)),
    **dict.fromkeys((Kind.DOCUMENT_ADDED, *ARRANGING), JournalState._laid_out),
}


def fold(events: Iterable[Event]) -> JournalState:
    """The state after all of ``events``, whatever order of them the file keeps (:mod:`redactor.domain.lineage`)."""
    state = JournalState()
    state.events = list(events)
    state._refold()
    return state
