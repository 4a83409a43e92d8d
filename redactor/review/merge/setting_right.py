# SPDX-License-Identifier: AGPL-3.0-or-later
"""Make a state say about one aspect what one of two copies said of it. Pure.

The reverse of :mod:`~redactor.review.merge.aspects`: used where copies of a case are merged, for what only one of them
changed and for what a person decided between them. What rests on a decision that was undone since is left alone.
"Since" means after the merge, or after the decision between the copies.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date
from typing import Any

from redactor.domain.journal import Actor, Anchor, Event, Kind
from redactor.domain.mentions import Person, Profession, Role
from redactor.domain.office import OfficeLists
from redactor.domain.wording import read_wording, shipped
from redactor.review.decisions.decided import (
    Ground,
    OccurrenceDecision,
    Outcome,
    Passage,
    PersonRecord,
    Settled,
    Split,
    Withheld,
    anchors_from_json,
    person_from_json,
)
from redactor.review.merge.aspects import Key, Says
from redactor.review.papers.arrangement import Leaving
from redactor.review.request.opinions import Question
from redactor.review.request.request import Pause
from redactor.review.state import JournalState

Events = dict[str, Event]


def set_right(
    state: JournalState, key: Key, says: Says | None, events: Events, gone: Collection[str] = frozenset()
) -> None:
    """``says`` None: nothing is said any more. ``events`` are those of the journal by id, ``gone`` the ids of those
    that were undone since."""
    if says is not None and says.event in gone:
        return
    if says is not None and key[0] == "passage":
        says = _standing_ones(says, gone)
    _SET[key[0]](state, key[1:], says, events)


def _standing_ones(says: Says, gone: Collection[str]) -> Says:
    """Of several markings of one passage, those that were not undone since."""
    kept = [(value, event) for value, event in zip(says.value, says.more, strict=True) if event not in gone]
    return replace(says, value=[value for value, _ in kept], more=[event for _, event in kept])


def _ground(value: Any, event: str, events: Events) -> Ground:
    outcome, reason, fields, why = value
    source = events.get(event)
    actor, at = (source.actor, source.at) if source else (Actor(), "")
    return Ground(Outcome(outcome), reason, tuple((k, v) for k, v in fields), why, event, actor, at)


# -- people -------------------------------------------------------------------------------------------


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
    ground = _ground(says.value, says.event, events)
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


# -- places -------------------------------------------------------------------------------------------


def _place(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    anchor = Anchor.from_json(json.loads(key[0]))
    here = state.places.occurrences[anchor.document, anchor.page]
    same = [decision for decision in here if decision.anchor == anchor]
    here[:] = [decision for decision in here if decision.anchor != anchor]
    if says is not None:
        person = next((d.person for d in same if d.ground.source == says.event), same[-1].person if same else "")
        order = state.now()
        here.append(OccurrenceDecision(anchor, _ground(says.value, says.event, events), person, order))


def _passage(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    anchor = Anchor.from_json(json.loads(key[0]))
    here = state.places.passages[anchor.document, anchor.page]
    here[:] = [passage for passage in here if passage.anchor != anchor]
    for (value, harm, person), event in zip(says.value, says.more, strict=True) if says else ():
        here.append(Passage(anchor, _ground(value, event, events), harm, person))


def _against(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    """A place let go on one side and held back otherwise on the other: ``says.more`` tells which of the two holds."""
    place, other = tuple(json.loads(key[0])), tuple(json.loads(key[1]))
    if says is not None and says.more == "other":
        set_right(state, place, None, events)
    elif other[0] != "decision":
        # A decision about a person leaves room for exceptions; a box over the place, or a page withheld, does not.
        set_right(state, other, None, events)


def _withheld(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    document, page = key[0], int(key[1])
    kept: list[Withheld] = []
    for held in state.places.withheld:
        if held.document != document or not held.first <= page <= held.last:
            kept.append(held)
            continue
        if held.first < page:
            kept.append(replace(held, last=page - 1))
        if page < held.last:
            kept.append(replace(held, first=page + 1))
    if says is not None:
        kept.append(Withheld(document, page, page, _ground(says.value, says.event, events)))
    state.places.withheld = kept


def _item(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    if says is None:
        state.settled.pop(key[0], None)
    elif (event := events.get(says.event)) is not None:
        settled = Settled(str(says.value), str(event.payload.get("why", "")), event.actor, event.at, event.id)
        state.settled[key[0]] = settled


# -- the case as a whole ------------------------------------------------------------------------------


def _setting(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    if says is None:
        state.settings.pop(key[0], None)
    else:
        state.settings[key[0]] = str(says.value)


def _standing(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    state.standing = dict(says.value) if says else {}


def _used(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    kind, data = Kind(key[0]), says.value if says else {}
    if kind is Kind.WORDING_USED:
        state.wording = read_wording(str(data["wording"])) if data.get("wording") else shipped()
    elif kind is Kind.OFFICE_USED:
        state.office = OfficeLists.from_json(data) if data else OfficeLists()
    elif data:
        state.rosters.append(str(data["roster"]))


def _request(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    value: Any = says.value if says else ""
    if key[0] == "clarifications":
        pauses = [Pause(date.fromisoformat(a), date.fromisoformat(b) if b else None) for a, b in value or ()]
        state.request = replace(state.request, pauses=tuple(pauses))
    else:
        state.request = state.request.changed({key[0]: value})
    state.facts["requester"] = state.request.capacity
    state.facts["received"] = str(state.request.received or "")


def _consent(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    person, name = key
    value: Any = says.value if says else ""
    data = {name: value}
    if name == "answer":
        data = {"answer": value[0] if value else "", "answered": value[1] if value else ""}
    state.consents.by_person[person] = state.consents.of(person).changed(data)


def _class(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    if says is None:
        state.classes.confirmed.pop(key[0], None)
    else:
        state.classes.confirmed[key[0]] = str(says.value)


def _question(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    number = int(key[0])
    if says is None:
        state.ledger.questions.pop(number, None)
        return
    document, anchor, asked, whom = says.value
    place = Anchor.from_json(anchor) if anchor else None
    state.ledger.questions[number] = Question(number, document, place, date.fromisoformat(asked), whom)


def _title(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    said = state.arrangement.described.setdefault((key[0], int(key[1])), {})
    if says is None:
        said.pop(key[2], None)
    else:
        said[key[2]] = str(says.value)


def _left_out(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    place = (key[0], int(key[1]))
    if says is None:
        state.arrangement.left.pop(place, None)
        return
    reason, fields, like = says.value
    pairs = tuple((str(k), str(v)) for k, v in fields)
    state.arrangement.left[place] = Leaving(reason, pairs, says.event, (like[0], int(like[1])) if like else None)


def _arranged(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    """A document that one left out and the other arranged: ``says`` lists the pages that stay left out."""
    for page in [page for document, page in state.arrangement.left if document == key[0]]:
        if says is None or page not in says.value:
            state.arrangement.left.pop((key[0], page))


def _order(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    order = state.arrangement.order
    named = [part for entry in (says.value if says else ()) if (part := (entry[0], int(entry[1]))) in set(order)]
    # The named parts take the places they have among them; what is not named stays where it is.
    places = iter(named)
    wanted = set(named)
    state.arrangement.order = [next(places) if part in wanted else part for part in order]


Setter = Callable[[JournalState, Key, "Says | None", Events], None]
_SET: dict[str, Setter] = {
    "name": _name,
    "role": _role,
    "decision": _decision,
    "same": _same,
    "split": _split,
    "place": _place,
    "passage": _passage,
    "against": _against,
    "withheld": _withheld,
    "item": _item,
    "setting": _setting,
    "standing": _standing,
    "used": _used,
    "request": _request,
    "consent": _consent,
    "class": _class,
    "question": _question,
    "title": _title,
    "left_out": _left_out,
    "arranged": _arranged,
    "order": _order,
}
