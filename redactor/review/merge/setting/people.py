# SPDX-License-Identifier: AGPL-3.0-or-later
"""Names, roles and decisions of people; who is the same, and who was split off. Pure."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from redactor.domain.journal import Anchor, Event
from redactor.domain.mentions import Person, Profession, Role
from redactor.review.decisions.decided import (
    PersonRecord,
    Split,
    anchors_from_json,
    person_from_json,
)
from redactor.review.merge.aspects import Key, Says
from redactor.review.merge.setting.grounds import Events, Setter, ground_of

if TYPE_CHECKING:
    from redactor.review.state import JournalState


def _person(state: JournalState, person: str) -> PersonRecord:
    return state.who.people.get(person) or PersonRecord(Person(person, person, (), Role.UNKNOWN))


def _name(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    record = _person(state, key[0])
    if says is None:
        return
    old, name = record.person.name, str(says.value)
    aliases = tuple(sorted({*record.person.aliases, old} - {name}))
    state.who.put(replace(record, person=replace(record.person, name=name, aliases=aliases)))


def _role(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    record = _person(state, key[0])
    if says is None:
        state.who.put(replace(record, role_decided=False))
        return
    role, profession = says.value
    person = replace(record.person, role=Role(role), profession=Profession(profession) if profession else None)
    state.who.put(replace(record, person=person, role_decided=True))


def _decision(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    record = _person(state, state.root(key[0]))
    if says is None:
        state.who.put(replace(record, ground=None, anchors=()))
        return
    outcome = says.value[0]
    if outcome == "left":
        person = replace(record.person, role=Role(says.value[1]))
        state.who.put(PersonRecord(person, None, True, ()))
        return
    ground = ground_of(says.value, says.event, events)
    anchors = _anchors(events.get(says.event), {key[0], record.person.id}) if outcome == "redact" else ()
    state.who.put(replace(record, ground=ground, anchors=anchors))


def _anchors(event: Event | None, people: set[str]) -> tuple[Anchor, ...]:
    """What a decision about one of these people covered when it was taken."""
    if event is None:
        return ()
    entries = [event.payload, *event.payload.get("people", ())]
    return tuple(
        anchor
        for entry in entries
        if isinstance(entry, dict) and isinstance(entry.get("person"), dict) and entry["person"]["id"] in people
        for anchor in anchors_from_json(entry.get("anchors", ()))
    )


def _same(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    """``key`` are all who were merged on either side; ``says`` gives [person, into] for those who stay merged."""
    for person in key:
        state.who.merges.pop(person, None)
    for person, into in says.value if says else ():
        state.who.merges[person] = into


def _split(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    anchor = Anchor.from_json(json.loads(key[0]))
    kept = []
    for split in state.who.splits:
        if anchor in split.anchors and (says is None or [split.source_person, split.new.id] != says.value):
            split = replace(split, anchors=tuple(each for each in split.anchors if each != anchor))
        kept.append(split)
    if says is not None and not any(anchor in s.anchors and s.new.id == says.value[1] for s in kept):
        event = events.get(says.event)
        new = person_from_json(event.payload["new"]) if event else _person(state, says.value[1]).person
        kept.append(Split(says.value[0], new, (anchor,)))
    state.who.splits = kept


#: By the first word of the key.
PEOPLE_SET: dict[str, Setter] = {
    "name": _name,
    "role": _role,
    "decision": _decision,
    "same": _same,
    "split": _split,
}
