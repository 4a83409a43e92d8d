# SPDX-License-Identifier: AGPL-3.0-or-later
"""Take off what somebody marked by hand: in the places that are meant, and nowhere else.

One decision often marks many places: all that a search found, the rest of several pages. Who takes one box off does not
mean the others, which nobody would see coming to light.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from uuid import uuid4

from redactor.casefile.identity import Identity
from redactor.domain.errors import BadInput
from redactor.domain.geometry import Box
from redactor.domain.journal import Event, Kind
from redactor.domain.saying import count, say
from redactor.operations.deciding.decide import Decision
from redactor.operations.deciding.holding import kept_by, marked_by, page_of
from redactor.operations.deciding.undoing import PUT_RIGHT
from redactor.operations.view import CaseView
from redactor.review.decisions.decided import PageKey
from redactor.review.decisions.undoing import STEP, TAKEN_OFF, was

#: Decisions that hold as well with fewer places. Others settled things to do, or came from another copy of the case.
DIVISIBLE = frozenset({Kind.PASSAGE_REDACTED, Kind.HARM_MARKED, Kind.REST_HIDDEN})
#: A marked place: document and page, the event that marked it, and its boxes.
Place = tuple[PageKey, str, tuple[Box, ...]]


def places_of(view: CaseView, events: Collection[str]) -> Counter[str]:
    """How many places each of these decisions marks now."""
    passages = (passage for group in view.state.places.passages.values() for passage in group)
    return Counter(source for passage in passages if (source := passage.ground.source) in events)


def divisible(view: CaseView, events: Collection[str]) -> set[str]:
    """Those of these decisions from which one place can be taken and the others stay."""
    return {event.id for event in view.state.events if event.id in events and event.kind in DIVISIBLE}


def marked_on(view: CaseView, key: PageKey, event: str, was: Sequence[Box] = ()) -> list[Place]:
    """What an event (its id, or the start of it) marks on a page; ``was``: only what lies under these boxes. Raises
    BadInput where more than one event that marks something there begins like that."""
    wanted = {box.rounded() for box in was}
    there = [p for p in view.state.places.passages.get(key, ()) if p.ground.source.startswith(event)]
    if len({passage.ground.source for passage in there}) > 1:
        raise BadInput(say("more than one event has the id '{event}'", event=event), do="Give the whole id")
    return [
        (key, passage.ground.source, passage.anchor.boxes)
        for passage in there
        if not wanted or wanted == {box.rounded() for box in passage.anchor.boxes}
    ]


def take_off(
    view: CaseView, places: Sequence[Place], *, everywhere: bool = False, signer: Identity | None = None
) -> list[Event]:
    """Take these places off; ``everywhere``: all that the same decisions marked. One step, one undo. Raises BadInput
    for what is not marked any more, and for one of several places of a decision that only holds as a whole."""
    view.case.require_writable()
    meant: dict[str, set[tuple[PageKey, tuple[Box, ...]]]] = defaultdict(set)
    for key, source, boxes in places:
        meant[source].add((key, tuple(Box(*box) for box in boxes)))
    pairs: list[Decision] = []
    for event in (event for event in view.state.events if event.id in meant):
        pairs += _without(view, event, meant.pop(event.id), everywhere)
    if meant or not pairs:
        raise BadInput("this is not marked any more", do="Look at the page again")
    shared = {STEP: uuid4().hex}
    events = view.case.append_many([(kind, {**payload, **shared}) for kind, payload in pairs], signer=signer)
    view.refresh()
    return events


def _without(
    view: CaseView, event: Event, gone: set[tuple[PageKey, tuple[Box, ...]]], everywhere: bool
) -> Iterable[Decision]:
    marked = marked_by(view, event.id)
    there = {(page_of(anchor), anchor.boxes) for anchor in marked}
    if not gone <= there:
        raise BadInput("this is not marked any more", do="Look at the page again")
    stay = [] if everywhere else [anchor for anchor in marked if (page_of(anchor), anchor.boxes) not in gone]
    undone = {"event": event.id, "was": was(event)}
    if not stay:
        return [(Kind.UNDONE, {**undone, TAKEN_OFF: True})]
    if event.kind not in DIVISIBLE:
        raise BadInput(
            say("one decision marked this and {more}", more=count(len(stay), "more place")),
            do="Take all of them off, and mark anew what is to stay hidden",
        )
    payload = {**event.payload, "anchors": [anchor.to_json() for anchor in stay], PUT_RIGHT: "places"}
    if event.kind is Kind.REST_HIDDEN:
        pages = {page_of(anchor) for anchor in stay}
        payload["kept"] = [anchor.to_json() for anchor in kept_by(view, event.id) if page_of(anchor) in pages]
    return [(Kind.UNDONE, undone), (event.kind, payload)]
