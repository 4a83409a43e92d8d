# SPDX-License-Identifier: AGPL-3.0-or-later
"""What holds in a case, told apart into aspects: one for each thing that can be decided differently. Pure.

An aspect has a key ("decision", person), ("place", anchor), ("title", document, page, field)...; what it says is plain
JSON, so that two copies of a case can be compared aspect by aspect, and what one of them says can be written down.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from redactor.domain.journal import Anchor, Event, Kind, canonical
from redactor.domain.mentions import Role
from redactor.review.decisions.decided import Ground

if TYPE_CHECKING:
    from redactor.review.state import JournalState

Key = tuple[str, ...]
#: One aspect as found: its key and what it says.
Found = Iterator[tuple[Key, "Says"]]


@dataclass(frozen=True, slots=True)
class Says:
    """``value`` is what is compared; ``event`` the decision it comes from ("" where none or many made it); ``more``
    what is needed to say it again."""

    value: Any
    event: str = ""
    more: Any = None

    def to_json(self) -> list[Any]:
        return [self.value, self.event, self.more]


def aspects(state: JournalState, parts: list[tuple[str, int]]) -> dict[Key, Says]:
    """Every aspect of a state. ``parts`` are the parts of the documents whose order is compared."""
    last = _last_events(state)
    found: dict[Key, Says] = {}
    for family in (_people, _places, _withheld, _facts, _ledgers, _arrangement):
        found.update(family(state, last))
    order = [part for part in state.arrangement.order if part in set(parts)]
    found["order",] = Says([list(part) for part in order], last(Kind.DOCUMENTS_ARRANGED))
    return found


def groups(state: JournalState) -> dict[str, frozenset[str]]:
    """Who is one person with whom, for everybody who was merged with anybody."""
    of_root: dict[str, set[str]] = defaultdict(set)
    for person in {*state.who.merges, *state.who.merges.values()}:
        of_root[state.root(person)].add(person)
    return {person: frozenset(group) for group in of_root.values() for person in group}


def anchor_key(anchor: Anchor) -> str:
    """An anchor as part of a key."""
    return canonical(anchor.to_json()).decode()


def anchor_of_key(key: Key) -> Anchor | None:
    """The anchor of a key that is about a place; None for others."""
    if key[0] == "against":
        return anchor_of_key(tuple(json.loads(key[1])))
    return Anchor.from_json(json.loads(key[1])) if key[0] in ("place", "passage", "split") else None


def ground_says(ground: Ground | None) -> Says | None:
    if ground is None:
        return None
    fields = [list(pair) for pair in ground.fields]
    return Says([str(ground.outcome), ground.reason, fields, ground.why], ground.source)


Last = Callable[..., str]


def _last_events(state: JournalState) -> Last:
    """For kinds (and a test of the event): the last event of them that still holds, "" for none."""
    standing = [event for event in state.events if event.id not in state.undone]

    def last(*kinds: Kind, about: Callable[[Event], bool] = lambda event: True) -> str:
        return next((e.id for e in reversed(standing) if e.kind in kinds and about(e)), "")

    return last


def _people(state: JournalState, last: Last) -> Found:
    who = state.who
    named = {
        str(event.payload["person" if event.kind is Kind.PERSON_RENAMED else "new"]["id"]): event.id
        for event in state.events
        if event.kind in (Kind.PERSON_RENAMED, Kind.PERSON_SPLIT) and event.id not in state.undone
    }
    for person, record in who.people.items():
        if person in named:
            # What a decision says of a name is what the finder read: only a person who renames decides it.
            yield ("name", person), Says(record.person.name, named[person])
        if record.role_decided:
            kind = str(record.person.profession) if record.person.profession else ""
            yield ("role", person), Says([str(record.person.role), kind])
    for person in {*who.people, *who.merges}:
        root = who.people.get(state.root(person))
        said = ground_says(root.ground if root else None)
        if said is None and root and root.role_decided and root.person.role in (Role.PROFESSIONAL, Role.SUBJECT):
            # To say that somebody is a professional is to say that they are left in.
            said = Says(["left", str(root.person.role), [], ""])
        if said is not None:
            yield ("decision", person), said
    for split in who.splits:
        for anchor in split.anchors:
            yield ("split", anchor_key(anchor)), Says([split.source_person, split.new.id])


def _places(state: JournalState, last: Last) -> Found:
    for decisions in state.places.occurrences.values():
        for decision in sorted(decisions, key=lambda d: d.order):
            said = ground_says(decision.ground)
            assert said is not None
            yield ("place", anchor_key(decision.anchor)), said
    for passages in state.places.passages.values():
        marked: dict[str, list[Any]] = defaultdict(list)
        event = ""
        for passage in passages:
            said = ground_says(passage.ground)
            assert said is not None
            event = said.event
            marked[anchor_key(passage.anchor)].append([said.value, passage.harm, passage.person, said.event])
        for key, values in marked.items():
            # The same passage may be marked twice, for two reasons; in which order, and how often, does not matter.
            alike = {canonical(value[:3]): value for value in values}
            kept = [alike[each] for each in sorted(alike)]
            yield ("passage", key), Says([each[:3] for each in kept], event, [each[3] for each in kept])


def _withheld(state: JournalState, last: Last) -> Found:
    for withheld in state.places.withheld:
        said = ground_says(withheld.ground)
        assert said is not None
        for page in range(withheld.first, withheld.last + 1):
            yield ("withheld", withheld.document, str(page)), said


def _facts(state: JournalState, last: Last) -> Found:
    for item, settled in state.settled.items():
        yield ("item", item), Says(settled.outcome, settled.source)
    for name, value in state.settings.items():
        yield ("setting", name), Says(value, last(Kind.SETTINGS_CHANGED, about=lambda e, n=name: n in e.payload))
    if state.standing:
        yield ("standing",), Says(sorted([k, v] for k, v in state.standing.items()), last(Kind.PROPOSALS_ACCEPTED))
    for kind in (Kind.WORDING_USED, Kind.OFFICE_USED, Kind.ROSTER_USED):
        if event := last(kind):
            payload = next(e.payload for e in reversed(state.events) if e.id == event)
            yield ("used", str(kind)), Says(dict(payload), event)
    for name, value in state.request.to_json().items():
        yield ("request", name), Says(value, last(Kind.REQUEST_RECORDED))


def _ledgers(state: JournalState, last: Last) -> Found:
    for person, assessment in state.consents.by_person.items():
        facts = assessment.to_json()
        answer = [facts.pop("answer", ""), facts.pop("answered", "")]
        facts.pop("person")
        event = last(Kind.CONSENT_RECORDED, about=lambda e, p=person: e.payload["about"] == p)
        for name, value in facts.items():
            yield ("consent", person, name), Says(value, event)
        if any(answer):
            yield ("consent", person, "answer"), Says(answer, event)
    for document, kind in state.classes.confirmed.items():
        yield ("class", document), Says(kind, last(Kind.CLASSES_CONFIRMED))
    for number, question in state.ledger.questions.items():
        anchor = question.anchor.to_json() if question.anchor else None
        said = [question.document, anchor, str(question.asked), question.whom]
        yield ("question", str(number)), Says(said, last(Kind.OPINION_ASKED))


def _arrangement(state: JournalState, last: Last) -> Found:
    for (document, first), said in state.arrangement.described.items():
        for name, value in said.items():
            yield ("title", document, str(first), name), Says(value, last(Kind.DOCUMENT_DESCRIBED))
    for (document, page), leaving in state.arrangement.left.items():
        like = list(leaving.like) if leaving.like else None
        fields = [list(pair) for pair in leaving.fields]
        yield ("left_out", document, str(page)), Says([leaving.reason, fields, like], leaving.source)


def compared(one: Mapping[Key, Says], key: Key) -> Any:
    """What a state says of an aspect; None when nothing."""
    said = one.get(key)
    return said.value if said is not None else None
