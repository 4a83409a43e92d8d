# SPDX-License-Identifier: AGPL-3.0-or-later
"""The journal folded into what holds now: decisions about people, occurrences, passages and pages.

Pure: events in, state out. Folding is incremental (:meth:`JournalState.add`); only an undo folds again from
the start, so that undo restores exactly what was there before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from redactor.domain.journal import ARRANGING, NOT_AUTHORING, NOT_DECIDING, UNDOABLE, Actor, Anchor, Event, Kind
from redactor.domain.mentions import Person, Profession, Role
from redactor.domain.office import OfficeLists
from redactor.domain.wording import Wording, read_wording, shipped
from redactor.review.arrangement import Arrangement
from redactor.review.classes import Classes
from redactor.review.consent import Consents
from redactor.review.cues_left import CuesLeft
from redactor.review.intake import IntakeRecord
from redactor.review.late import Arrivals
from redactor.review.opinions import Ledger
from redactor.review.request import Request

PageKey = tuple[str, int]


class Outcome(StrEnum):
    REDACT = "redact"
    DISCLOSE = "disclose"


@dataclass(frozen=True, slots=True)
class Ground:
    """Why something is held back or let through, and which event says so."""

    outcome: Outcome
    reason: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    why: str = ""
    source: str = ""
    actor: Actor = field(default_factory=Actor)
    at: str = ""


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person as the journal knows them. ``anchors`` are the mentions a redaction covered when it was
    decided: they are still redacted when a later analysis does not find them again."""

    person: Person
    ground: Ground | None = None
    role_decided: bool = False
    anchors: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class OccurrenceDecision:
    """One place in the record, decided by itself. ``order`` is its position in the journal."""

    anchor: Anchor
    ground: Ground
    person: str
    order: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Text or a box a person marked: redacted whatever the finder says of it."""

    anchor: Anchor
    ground: Ground
    harm: bool
    person: str = ""


@dataclass(frozen=True, slots=True)
class Withheld:
    """A range of pages (from 1, both ends included) replaced by a slip sheet."""

    document: str
    first: int
    last: int
    ground: Ground


@dataclass(frozen=True, slots=True)
class Settled:
    outcome: str
    why: str
    actor: Actor
    at: str
    source: str


@dataclass(frozen=True, slots=True)
class Split:
    """Mentions taken out of one person and given to another."""

    source_person: str
    new: Person
    anchors: tuple[Anchor, ...]


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
        self.people: dict[str, PersonRecord] = {}
        self.merges: dict[str, str] = {}
        self.splits: list[Split] = []
        self.occurrences: dict[PageKey, list[OccurrenceDecision]] = defaultdict(list)
        self.person_anchors: dict[PageKey, list[tuple[str, Anchor]]] = defaultdict(list)
        self.passages: dict[PageKey, list[Passage]] = defaultdict(list)
        self.withheld: list[Withheld] = []
        self.settled: dict[str, Settled] = {}
        self.cues_left = CuesLeft()
        self.submission: Submission | None = None
        self.approval: Event | None = None
        self.returned: Event | None = None
        self.exports: list[Event] = []
        self.rosters: list[str] = []
        self.arrangement = Arrangement()
        self.arrivals = Arrivals()
        self.left_open: set[str] = set()
        self.authors: dict[str, Actor] = {}
        self.undone: frozenset[str] = frozenset()
        self.intake = IntakeRecord()
        self._order = 0

    # -- folding ---------------------------------------------------------------------------------

    def add(self, event: Event) -> None:
        """Take one more event into account."""
        self.events.append(event)
        if event.kind is Kind.UNDONE:
            self._refold()
        else:
            self._apply(event)

    def _refold(self) -> None:
        events = self.events
        self._clear()
        self.undone = undone_events(events)
        for event in events:
            # An undo still voids a submission and makes its actor an author.
            if event.id not in self.undone or event.kind is Kind.UNDONE:
                self._apply(event)
            else:
                self._note_actor(event)

    def _note_actor(self, event: Event) -> None:
        if event.kind not in NOT_AUTHORING and event.actor.key:
            self.authors[event.actor.key] = event.actor
        if event.kind not in NOT_DECIDING:
            self.submission = None
            self.approval = None

    def _apply(self, event: Event) -> None:
        self._order += 1
        self._note_actor(event)
        handler = _HANDLERS.get(event.kind)
        if handler is not None:
            handler(self, event, event.payload)

    # -- what each kind of event does --------------------------------------------------------------

    def _case_created(self, event: Event, data: Mapping[str, Any]) -> None:
        self.facts = dict(data)
        self.request = Request().apply(event)

    def _intake(self, event: Event, data: Mapping[str, Any]) -> None:
        self.intake.apply(event)

    def _subject(self, event: Event, data: Mapping[str, Any]) -> None:
        self.facts |= {name: [*self.facts.get(name, ()), *given] for name, given in data.items()}

    def _settings(self, event: Event, data: Mapping[str, Any]) -> None:
        self.settings.update({str(k): str(v) for k, v in data.items()})

    def _roster(self, event: Event, data: Mapping[str, Any]) -> None:
        self.rosters.append(str(data["roster"]))

    def _office(self, event: Event, data: Mapping[str, Any]) -> None:
        self.office = OfficeLists.from_json(data)

    def _wording(self, event: Event, data: Mapping[str, Any]) -> None:
        self.wording = read_wording(str(data["wording"])) if data["wording"] else shipped()

    def _request(self, event: Event, data: Mapping[str, Any]) -> None:
        self.request = self.request.apply(event)
        self.facts["requester"] = self.request.capacity
        self.facts["received"] = str(self.request.received or "")

    def _consent(self, event: Event, data: Mapping[str, Any]) -> None:
        somebody = person_from_json(data["somebody"])
        if somebody.id not in self.people:
            self._set_person(PersonRecord(somebody))
        self.consents.apply(event)

    def _person_decided(self, event: Event, data: Mapping[str, Any]) -> None:
        self._decide_person(event, data)

    def _decide_person(self, event: Event, data: Mapping[str, Any]) -> None:
        person = person_from_json(data["person"])
        old = self.people.get(person.id)
        ground = old.ground if old else None
        anchors = old.anchors if old else ()
        role_decided = bool(data.get("role_decided")) or (old is not None and old.role_decided)
        if data.get("outcome"):
            ground = ground_of(event, data)
            anchors = anchors_from_json(data.get("anchors", []))
        elif person.role in (Role.PROFESSIONAL, Role.SUBJECT):
            # Para 17: taken to be reasonable to disclose; the earlier redaction rested on another role.
            ground, anchors = None, ()
        self._set_person(PersonRecord(person, ground, role_decided, anchors))

    def _set_person(self, record: PersonRecord) -> None:
        identity = record.person.id
        if identity in self.people and self.people[identity].anchors:
            for key in {(a.document, a.page) for a in self.people[identity].anchors}:
                self.person_anchors[key] = [pair for pair in self.person_anchors[key] if pair[0] != identity]
        self.people[identity] = record
        if record.ground is not None and record.ground.outcome is Outcome.REDACT:
            for anchor in record.anchors:
                self.person_anchors[anchor.document, anchor.page].append((identity, anchor))

    def _merged(self, event: Event, data: Mapping[str, Any]) -> None:
        into = data["into"]
        for other in data["people"]:
            if self.root(other) != self.root(into):
                self.merges[self.root(other)] = self.root(into)
        for known in data.get("known", []):
            person = person_from_json(known)
            if person.id not in self.people:
                self._set_person(PersonRecord(person))

    def _split(self, event: Event, data: Mapping[str, Any]) -> None:
        new = person_from_json(data["new"])
        self.splits.append(Split(data["person"], new, anchors_from_json(data["anchors"])))
        self._set_person(PersonRecord(new))

    def _renamed(self, event: Event, data: Mapping[str, Any]) -> None:
        person = person_from_json(data["person"])
        old = self.people.get(person.id)
        self._set_person(
            PersonRecord(person, old.ground, old.role_decided, old.anchors) if old else PersonRecord(person)
        )

    def _accepted(self, event: Event, data: Mapping[str, Any]) -> None:
        # What proposals were accepted under is the case's standing assessment from then on.
        self.standing = {str(k): str(v) for k, v in data["fields"].items()}
        for entry in data["people"]:
            self._decide_person(event, {**data, **entry, "outcome": "redact"})
        for entry in data["mentions"]:
            self._decide_occurrence(event, {**data, **entry, "outcome": "redact"})

    def _occurrence(self, event: Event, data: Mapping[str, Any]) -> None:
        self._decide_occurrence(event, data)

    def _decide_occurrence(self, event: Event, data: Mapping[str, Any]) -> None:
        ground = ground_of(event, data)
        for anchor in anchors_from_json(data["anchors"]):
            decision = OccurrenceDecision(anchor, ground, str(data.get("about", "")), self._order)
            self.occurrences[anchor.document, anchor.page].append(decision)

    def _passage(self, event: Event, data: Mapping[str, Any]) -> None:
        self._mark(event, data)

    def _mark(self, event: Event, data: Mapping[str, Any], *, harm: bool = False) -> None:
        ground = ground_of(event, {**data, "outcome": "redact"})
        for anchor in anchors_from_json(data["anchors"]):
            passage = Passage(anchor, ground, harm or event.kind is Kind.HARM_MARKED, str(data.get("about", "")))
            self.passages[anchor.document, anchor.page].append(passage)

    def _withheld(self, event: Event, data: Mapping[str, Any]) -> None:
        ground = ground_of(event, {**data, "outcome": "redact"})
        self.withheld.append(Withheld(data["document"], data["first"], data["last"], ground))

    def _settled(self, event: Event, data: Mapping[str, Any]) -> None:
        for item in data["items"]:
            if item["kind"] == "inconsistent" and data["outcome"] != "redact":
                self.left_open.update(item.get("places", ()))
            self.settled[item["id"]] = Settled(data["outcome"], data["why"], event.actor, event.at, event.id)
            if item["kind"] == "harm_cue":
                self.cues_left.apply(event, item)
            elif item["kind"] == "residual":
                if data["outcome"] == "redact":
                    self._mark(event, {**data, **item})
            elif item.get("anchors"):
                outcome = "redact" if data["outcome"] == "redact" else "disclose"
                self._decide_occurrence(event, {**data, **item, "outcome": outcome})

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

    def _carried(self, event: Event, data: Mapping[str, Any]) -> None:
        for item in data["items"]:
            self._mark(event, {**item, "why": data["why"]}, harm=item["harm"])
        for pages in data["pages"]:
            self._withheld(event, {**pages, "why": data["why"]})

    def _laid_out(self, event: Event, data: Mapping[str, Any]) -> None:
        self.arrangement.apply(event)
        self.arrivals.apply(event)
        self.intake.apply(event)

    # -- questions -----------------------------------------------------------------------------------

    def root(self, person: str) -> str:
        """The person this one was merged into, or themselves."""
        seen = set()
        while person in self.merges and person not in seen:
            seen.add(person)
            person = self.merges[person]
        return person

    def ground_for(self, person: str) -> Ground | None:
        """The decision about a person: their own, or that of the person they were merged into."""
        root = self.root(person)
        record = self.people.get(root)
        if record is not None and record.ground is not None:
            return record.ground
        return None

    def last_undoable(self) -> Event | None:
        """The latest event an undo may name and that still holds; undo events themselves do not count."""
        for event in reversed(self.events):
            if event.kind in UNDOABLE and event.kind is not Kind.UNDONE and event.id not in self.undone:
                return event
        return None

    def last_redoable(self) -> Event | None:
        """The undo that a redo would undo: the latest one that still holds, with no decision taken since."""
        for event in reversed(self.events):
            if event.kind is Kind.UNDONE:
                if event.id not in self.undone and event.payload["was"] != Kind.UNDONE:
                    return event
            elif event.kind in UNDOABLE and event.id not in self.undone:
                return None
        return None


_HANDLERS: dict[Kind, Any] = {
    Kind.CASE_CREATED: JournalState._case_created,
    Kind.FILES_NOT_TAKEN: JournalState._intake,
    Kind.SETTINGS_CHANGED: JournalState._settings,
    Kind.SUBJECT_DESCRIBED: JournalState._subject,
    Kind.ROSTER_USED: JournalState._roster,
    Kind.WORDING_USED: JournalState._wording,
    Kind.OFFICE_USED: JournalState._office,
    Kind.REQUEST_RECORDED: JournalState._request,
    Kind.CONSENT_RECORDED: JournalState._consent,
    Kind.CLASSES_CONFIRMED: lambda state, event, data: state.classes.apply(event),
    Kind.OPINION_ASKED: lambda state, event, data: state.ledger.apply(event),
    Kind.OPINION_RECORDED: lambda state, event, data: state.ledger.apply(event),
    Kind.PERSON_DECIDED: JournalState._person_decided,
    Kind.PEOPLE_MERGED: JournalState._merged,
    Kind.PERSON_SPLIT: JournalState._split,
    Kind.PERSON_RENAMED: JournalState._renamed,
    Kind.PROPOSALS_ACCEPTED: JournalState._accepted,
    Kind.OCCURRENCE_DECIDED: JournalState._occurrence,
    Kind.PASSAGE_REDACTED: JournalState._passage,
    Kind.HARM_MARKED: JournalState._passage,
    Kind.PAGES_WITHHELD: JournalState._withheld,
    Kind.ITEM_SETTLED: JournalState._settled,
    Kind.DECISIONS_CARRIED: JournalState._carried,
    Kind.SUBMITTED: JournalState._submitted,
    Kind.RETURNED: JournalState._returned,
    Kind.APPROVED: JournalState._approved,
    Kind.EXPORTED: JournalState._exported,
    **dict.fromkeys((Kind.DOCUMENT_ADDED, *ARRANGING), JournalState._laid_out),
}


def fold(events: Iterable[Event]) -> JournalState:
    """The state after all of ``events``, in journal order."""
    state = JournalState()
    state.events = list(events)
    state._refold()
    return state


def undone_events(events: Iterable[Event]) -> frozenset[str]:
    """The ids of events that are undone. An undo can itself be undone (redo): the last word counts."""
    undone: set[str] = set()
    for event in reversed(list(events)):
        if event.kind is Kind.UNDONE and event.id not in undone:
            undone.add(event.payload["event"])
    return frozenset(undone)


def ground_of(event: Event, data: Mapping[str, Any]) -> Ground:
    fields = tuple(sorted((str(k), str(v)) for k, v in dict(data.get("fields", {})).items()))
    return Ground(
        Outcome(data["outcome"]),
        str(data.get("reason", "")),
        fields,
        str(data.get("why", "")),
        event.id,
        event.actor,
        event.at,
    )


def person_to_json(person: Person) -> dict[str, Any]:
    return {
        "id": person.id,
        "name": person.name,
        "aliases": list(person.aliases),
        "role": str(person.role),
        "profession": str(person.profession) if person.profession else None,
        "relationship": person.relationship,
    }


def person_from_json(data: Mapping[str, Any]) -> Person:
    return Person(
        id=data["id"],
        name=data["name"],
        aliases=tuple(data["aliases"]),
        role=Role(data["role"]),
        profession=Profession(data["profession"]) if data.get("profession") else None,
        relationship=data.get("relationship", ""),
    )


def anchors_from_json(data: Iterable[Any]) -> tuple[Anchor, ...]:
    return tuple(Anchor.from_json(entry) for entry in data)
