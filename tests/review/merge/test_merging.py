# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two copies of a journal that were worked on apart: the same merged state on both, and nothing lost without a word."""

from __future__ import annotations

import os
from typing import Any

from hypothesis import event as seen
from hypothesis import given, settings
from hypothesis import strategies as st

from redactor.domain.geometry import Box
from redactor.domain.journal import Actor, Event, Kind, make_event
from redactor.domain.lineage import in_order
from redactor.review.decisions.anchors import anchor_of
from redactor.review.decisions.decided import person_to_json
from redactor.review.merge.aspects import aspects, compared
from redactor.review.merge.merged import conflict_items
from redactor.review.merge.merging import Comparison, compare, to_payload
from redactor.review.merge.merging_words import Words
from redactor.review.state import JournalState, fold
from tests.review.record import (
    DOCUMENTS,
    FIELDS,
    MENTIONS,
    NOBODY,
    PEOPLE,
    decide_person,
    decisions,
    mark,
)

Decision = tuple[Kind, dict[str, Any]]
ANN, BEN = Actor("Ann", "caseworker", "a" * 64), Actor("Ben", "caseworker", "b" * 64)


class Side:
    """Chains events as one copy of a case would, on a clock of its own."""

    def __init__(self, events: list[Event], clock: int, tag: str = "", actor: Actor = NOBODY) -> None:
        self.events, self.clock, self.actor, self.tag = list(events), clock, actor, tag
        self.own: list[Event] = []

    def __call__(self, kind: Kind, payload: dict[str, Any]) -> Event:
        self.clock += 1
        parents = (self.events[-1].id,) if self.events else ()
        at = f"2026-01-05T09:{self.clock // 60 % 60:02d}:{self.clock % 60:02d}.000000Z"
        made = make_event(parents, kind, at, self.actor, payload)
        self.events.append(made)
        self.own.append(made)
        return made

    def take(self, kind: Kind, payload: dict[str, Any]) -> None:
        """A decision; a drawn undo (by number) names one of the decisions there are."""
        if kind is Kind.UNDONE:
            there = [event for event in self.events if event.kind is not Kind.CASE_CREATED]
            if not there:
                return
            target = there[payload["number"] % len(there)]
            payload = {"event": target.id, "was": str(target.kind)}
        if kind is Kind.PERSON_SPLIT:
            # Whoever is made by a split has an id nobody else has.
            identity = f"{self.tag}{len(self.events)}"
            payload = {**payload, "new": {**payload["new"], "id": identity, "name": f"New {identity}"}}
        self(kind, payload)


def describe(document: str, title: str) -> Decision:
    return Kind.DOCUMENT_DESCRIBED, {"entries": [{"document": document, "first": 1, "title": title}]}


def leave_out(document: str) -> Decision:
    return Kind.DOCUMENT_LEFT_OUT, {"document": document, "first": 1, "last": 2, "reason": "copy", "fields": {}}


def rename(person: str, name: str) -> Decision:
    return Kind.PERSON_RENAMED, {"person": person_to_json(PEOPLE[person]) | {"name": name}}


def settle(number: int, outcome: str) -> Decision:
    items = [{"id": f"residual-{number}", "kind": "needs_eyes", "text": "x"}]
    return Kind.ITEM_SETTLED, {"outcome": outcome, "why": "w", "reason": "", "items": items}


def arrange(first: int) -> Decision:
    return Kind.DOCUMENTS_ARRANGED, {"by": "hand", "order": [[DOCUMENTS[first], 1]]}


def split(one: int) -> Decision:
    anchors = [anchor_of(MENTIONS[one]).to_json()]
    return Kind.PERSON_SPLIT, {"person": "aunt", "new": person_to_json(PEOPLE["boy"]), "anchors": anchors}


def confirm(document: str, kind: str) -> Decision:
    return Kind.CLASSES_CONFIRMED, {"classes": [{"document": document, "class": kind}]}


def consent(person: str, answer: str) -> Decision:
    facts = {"about": person, "somebody": person_to_json(PEOPLE[person]), "answer": answer, "answered": "2026-01-05"}
    return Kind.CONSENT_RECORDED, facts


def accept(people: list[str]) -> Decision:
    entries = [decide_person(person, "redact")[1] for person in people]
    return Kind.PROPOSALS_ACCEPTED, {"reason": "TP", "fields": FIELDS, "people": entries, "mentions": []}


documents = st.sampled_from(DOCUMENTS)
everything = st.one_of(
    decisions,
    decisions,
    st.builds(describe, documents, st.sampled_from(["Letter", "Note"])),
    st.builds(leave_out, documents),
    st.builds(rename, st.sampled_from(["aunt", "boy"]), st.sampled_from(["Meena S", "Kyle D"])),
    st.builds(settle, st.integers(0, 2), st.sampled_from(["seen", "leave"])),
    st.builds(arrange, st.integers(0, 1)),
    st.builds(split, st.sampled_from([1, 7])),
    st.builds(confirm, documents, st.sampled_from(["health", "other"])),
    st.builds(consent, st.sampled_from(["aunt", "boy"]), st.sampled_from(["given", "refused"])),
    st.builds(accept, st.lists(st.sampled_from(["aunt", "boy"]), min_size=1, max_size=2, unique=True)),
    st.builds(lambda box, x: (Kind.SETTINGS_CHANGED, {box: x}), st.just("box-label"), st.sampled_from(["a", "b"])),
    st.builds(lambda n: (Kind.UNDONE, {"number": n}), st.integers(0, 30)),
)
histories = st.lists(everything, max_size=6)
halves = st.lists(everything, min_size=1, max_size=7)
#: REDACTOR_FULL=1 tries many more.
EXAMPLES = 5000 if os.environ.get("REDACTOR_FULL") else 250


def start() -> Side:
    side = Side([], 0)
    side(Kind.CASE_CREATED, {"reference": "SAR/1", "subject": "Priya Shah", "requester": "subject", "received": ""})
    for number, document in enumerate(DOCUMENTS):
        side(Kind.DOCUMENT_ADDED, {"sha256": document, "name": f"{number}.pdf", "pages": 2, "position": number})
    return side


def compared_sides(base: Side, one: Side, other: Side) -> tuple[Comparison, tuple[str, str]]:
    (low, first), (high, second) = sorted([(one.events[-1].id, one.own), (other.events[-1].id, other.own)])
    words = Words(base.events)
    return compare(base.events, (first, second), (low, high), words.tell, words.title), (low, high)


def merged(base: Side, one: Side, other: Side, actor: Actor, at: str) -> tuple[Event, list[Event]]:
    """The event of the merge, and the whole journal as the copy ``one`` keeps it."""
    comparison, heads = compared_sides(base, one, other)
    event = make_event(heads, Kind.MERGED, at, actor, to_payload(comparison))
    return event, [*one.events, *other.own, event]


def alike(one: JournalState, other: JournalState) -> bool:
    parts = list(one.arrangement.order)
    return {k: v.value for k, v in aspects(one, parts).items()} == {
        k: v.value for k, v in aspects(other, parts).items()
    }


@settings(max_examples=EXAMPLES)
@given(histories, halves, halves, st.integers(0, 40), st.integers(0, 40))
def test_either_side_merges_to_the_same_state_and_nothing_is_lost(
    shared: list[Decision], ones: list[Decision], others: list[Decision], early: int, late: int
) -> None:
    base = start()
    for decision in shared:
        base.take(*decision)
    one, other = Side(base.events, base.clock + early, "one"), Side(base.events, base.clock + late, "other")
    for side, taken in ((one, ones), (other, others)):
        for decision in taken:
            side.take(*decision)
    if not one.own or not other.own or one.events[-1].id == other.events[-1].id:  # an undo of nothing; the same twice
        return
    here, kept_here = merged(base, one, other, ANN, "2026-01-06T09:00:00.000000Z")
    there, kept_there = merged(base, other, one, BEN, "2026-01-07T10:00:00.000000Z")
    assert here.payload == there.payload and here.parents == there.parents
    # The order in which the file keeps them does not matter; nor who merged.
    now = fold(kept_here)
    assert alike(now, fold(kept_there))
    step = JournalState()
    for event in kept_here:
        step.add(event)
    assert alike(now, step)
    # Everything is what one side made of it, or a conflict somebody is asked about.
    parts = list(fold(base.events).arrangement.order)
    was, first, second, both = (
        aspects(fold(events), parts) for events in (base.events, one.events, other.events, kept_here)
    )
    asked = {conflict.key for conflict in now.merged.conflicts.values()}
    doubtful = asked_people(now)
    for key in {*was, *first, *second, *both}:
        a, b, c = compared(was, key), compared(first, key), compared(second, key)
        if b != a and c != a and b != c:
            assert key in asked or (key[0] == "decision" and key[1] in doubtful), key
        elif key not in asked and not (key[0] == "decision" and key[1] in doubtful):
            held, wanted = compared(both, key), b if b != a else c
            if key[0] == "name" and held is None and wanted is not None:
                # One side took back the split that made them: the name is kept for whoever decides about it.
                held = now.who.people[key[1]].person.name
            assert held == wanted, key
    seen("conflict" if asked else "no conflict")
    assert len(list(conflict_items(now.merged.open()))) == len(asked)
    # Somebody decides them one by one; each side can be chosen, and nothing is left to ask.
    ours, theirs = Side(kept_here, 100, "after"), Side(kept_there, 100, "after")
    for number, conflict in enumerate(now.merged.open()):
        take = (early + number) % 2
        for side in (ours, theirs):
            side(Kind.CONFLICT_DECIDED, {"conflict": conflict.id, "take": take, "why": "w", "text": conflict.text})
        wanted = conflict.sides[take]
        if conflict.key[0] in PLAIN:
            held = compared(aspects(fold(ours.events), parts), conflict.key)
            assert held == (wanted.value if wanted else None), conflict.key
    decided = fold(ours.events)
    assert not decided.merged.open() and alike(decided, fold(theirs.events))
    # Undone, they are open again, and the case is as it was.
    for event in list(ours.own):
        ours(Kind.UNDONE, {"event": event.id, "was": str(event.kind)})
    assert alike(fold(ours.events), now) and len(fold(ours.events).merged.open()) == len(asked)


#: Aspects of which a decision between the sides is all there is to say.
PLAIN = frozenset({"place", "passage", "withheld", "item", "setting", "class", "title", "left_out", "consent", "split"})


@settings(max_examples=EXAMPLES // 5)
@given(halves, halves, halves, halves)
def test_copies_that_go_on_meet_again(
    ones: list[Decision], others: list[Decision], more: list[Decision], again: list[Decision]
) -> None:
    """Two copies part, meet, part and meet once more; each keeps the events in its own order."""
    base = start()
    one, other = Side(base.events, 20, "one"), Side(base.events, 30, "other")
    for side, taken in ((one, ones), (other, others)):
        for decision in taken:
            side.take(*decision)
    if not one.own or not other.own or one.events[-1].id == other.events[-1].id:
        return
    event, kept = merged(base, one, other, ANN, "2026-01-06T09:00:00.000000Z")
    # The copy gets all of it back, and both go on.
    common = Side(in_order(kept), 60)
    here, there = Side(kept, 70, "here"), Side([*other.events, *one.own, event], 80, "there")
    for side, taken in ((here, more), (there, again)):
        for decision in taken:
            side.take(*decision)
    if not here.own or not there.own or here.events[-1].id == there.events[-1].id:
        return
    _, kept_here = merged(common, here, there, ANN, "2026-01-08T09:00:00.000000Z")
    _, kept_there = merged(common, there, here, BEN, "2026-01-09T09:00:00.000000Z")
    assert alike(fold(kept_here), fold(kept_there))
    assert [c.id for c in fold(kept_here).merged.open()] == [c.id for c in fold(kept_there).merged.open()]


def asked_people(state: JournalState) -> set[str]:
    """Everybody a conflict is about, with those who are one person with them on either side."""
    found: set[str] = set()
    for conflict in state.merged.conflicts.values():
        if conflict.key[0] in ("decision", "same"):
            found.update(conflict.key[1:])
    roots = {state.root(person) for person in found}
    everybody = {*state.who.people, *state.who.merges, *state.who.merges.values()}
    return found | {person for person in everybody if state.root(person) in roots}


def test_a_box_moved_on_both_sides_is_asked_about() -> None:
    base = start()
    kind, payload = mark(DOCUMENTS[0], 1, Box(10, 10, 70, 22))
    marked = base(kind, payload)

    def moved(to: Box) -> Decision:
        now = [*payload["anchors"][0][:4], [float(value) for value in to]]
        return Kind.PASSAGE_RESHAPED, {"of": marked.id, "was": payload["anchors"][0], "anchors": [now]}

    one, other = Side(base.events, 20), Side(base.events, 30)
    one(*moved(Box(10, 10, 90, 22)))
    other(*decide_person("aunt", "redact"))
    _, kept = merged(base, one, other, ANN, "2026-01-06T09:00:00.000000Z")
    assert not fold(kept).merged.open()
    other(*moved(Box(10, 40, 70, 52)))
    _, kept = merged(base, one, other, ANN, "2026-01-06T09:00:00.000000Z")
    state = fold(kept)
    (conflict,) = state.merged.open()
    assert conflict.key[0] == "passage"
    # Whichever holds, something is hidden: a box is never lost between two places.
    for take in (0, 1):
        side = Side(kept, 90)
        side(Kind.CONFLICT_DECIDED, {"conflict": conflict.id, "take": take, "why": "w", "text": conflict.text})
        assert fold(side.events).places.passages[DOCUMENTS[0], 1]
