# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was decided about people: who is who, in what role, and whether they are held back. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from redactor.domain.journal import Anchor, Event, Kind
from redactor.domain.mentions import Role
from redactor.review.decisions.decided import (
    Ground,
    Outcome,
    PageKey,
    PersonRecord,
    Split,
    anchors_from_json,
    ground_of,
    person_from_json,
)
from redactor.review.decisions.named import Named


class PeopleDecided:
    """The people the journal knows. ``anchors`` are by page the places that a redacted person's decision covered."""

    def __init__(self) -> None:
        self.people: dict[str, PersonRecord] = {}
        self.merges: dict[str, str] = {}
        self.splits: list[Split] = []
        self.named = Named()
        self.anchors: dict[PageKey, list[tuple[str, Anchor]]] = defaultdict(list)

    def apply(self, event: Event) -> None:
        """Take one event into account."""
        _APPLY[event.kind](self, event, event.payload)

    def decide(self, event: Event, data: Mapping[str, Any]) -> None:
        """One person's role, and what happens to them where the event says so."""
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
        self.put(PersonRecord(person, ground, role_decided, anchors))

    def put(self, record: PersonRecord) -> None:
        identity = record.person.id
        if identity in self.people and self.people[identity].anchors:
            for key in {(a.document, a.page) for a in self.people[identity].anchors}:
                self.anchors[key] = [pair for pair in self.anchors[key] if pair[0] != identity]
        self.people[identity] = record
        if record.ground is not None and record.ground.outcome is Outcome.REDACT:
            for anchor in record.anchors:
                self.anchors[anchor.document, anchor.page].append((identity, anchor))

    def _asked(self, event: Event, data: Mapping[str, Any]) -> None:
        """Somebody whose consent is on record is known from then on."""
        somebody = person_from_json(data["somebody"])
        if somebody.id not in self.people:
            self.put(PersonRecord(somebody))

    def _merged(self, event: Event, data: Mapping[str, Any]) -> None:
        into = data["into"]
        for other in data["people"]:
            if self.root(other) != self.root(into):
                self.merges[self.root(other)] = self.root(into)
        for known in data.get("known", []):
            person = person_from_json(known)
            if person.id not in self.people:
                self.put(PersonRecord(person))

    def _split(self, event: Event, data: Mapping[str, Any]) -> None:
        new = person_from_json(data["new"])
        self.splits.append(Split(data["person"], new, anchors_from_json(data["anchors"])))
        self.put(PersonRecord(new))

    def _renamed(self, event: Event, data: Mapping[str, Any]) -> None:
        person = person_from_json(data["person"])
        old = self.people.get(person.id)
        self.put(PersonRecord(person, old.ground, old.role_decided, old.anchors) if old else PersonRecord(person))

    def _named(self, event: Event, data: Mapping[str, Any]) -> None:
        person = person_from_json(data["person"])
        old = self.people.get(person.id, PersonRecord(person))
        self.put(PersonRecord(person, old.ground, data["role_decided"] or old.role_decided, old.anchors))
        self.named.apply(event)

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
        record = self.people.get(self.root(person))
        return record.ground if record is not None else None


_APPLY: dict[Kind, Any] = {
    Kind.PERSON_DECIDED: PeopleDecided.decide,
    Kind.CONSENT_RECORDED: PeopleDecided._asked,
    Kind.PEOPLE_MERGED: PeopleDecided._merged,
    Kind.PERSON_SPLIT: PeopleDecided._split,
    Kind.PERSON_RENAMED: PeopleDecided._renamed,
    Kind.PERSON_NAMED: PeopleDecided._named,
}
