# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where a decision holds now: boxes may have been moved since, and pages, occurrences or people decided about anew.

A decision that is written again, on other grounds or for fewer places, comes after all of these. With the places it was
first about it would take theirs, and show what they hide.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from redactor.domain.errors import BadInput
from redactor.domain.journal import Anchor, Event, Kind
from redactor.operations.view import CaseView
from redactor.review.decisions.anchors import same_place, same_words
from redactor.review.decisions.decided import OccurrenceDecision, PageKey, person_to_json

_MARKING = frozenset({Kind.PASSAGE_REDACTED, Kind.HARM_MARKED, Kind.REST_HIDDEN})


def page_of(anchor: Anchor) -> PageKey:
    return anchor.document, anchor.page


def marked_by(view: CaseView, event: str) -> list[Anchor]:
    """What an event (its id) marks now."""
    groups = view.state.places.passages.values()
    return [passage.anchor for group in groups for passage in group if passage.ground.source == event]


def kept_by(view: CaseView, event: str) -> list[Anchor]:
    """What is kept on the pages whose rest an event (its id) hides now."""
    return [anchor for hidden in view.state.places.rest.values() if hidden.source == event for anchor in hidden.kept]


def as_it_holds(view: CaseView, event: Event) -> dict[str, Any]:
    """What is on record of a decision, with the places and the name that hold now. Raises BadInput where it holds
    nowhere any more."""
    payload = dict(event.payload)
    if event.kind in _MARKING:
        payload["anchors"] = _json(marked_by(view, event.id))
        if event.kind is Kind.REST_HIDDEN:
            payload["kept"] = _json(kept_by(view, event.id))
        nowhere = not (payload["anchors"] or payload.get("kept"))
    elif event.kind is Kind.OCCURRENCE_DECIDED:
        payload["anchors"] = _json(_occurrences(view, event.id))
        nowhere = not payload["anchors"]
    elif event.kind is Kind.PERSON_DECIDED:
        record = view.state.who.people[str(payload["person"]["id"])]
        nowhere = record.ground is None or record.ground.source != event.id
        payload["person"] = person_to_json(record.person)
    else:
        nowhere = False
    if nowhere:
        raise BadInput("this was decided anew since, and holds nowhere any more", do="Change what was decided since")
    return payload


def _occurrences(view: CaseView, event: str) -> Iterable[Anchor]:
    """The occurrences that no later decision is about."""
    for here in view.state.places.occurrences.values():
        for own in (decision for decision in here if decision.ground.source == event):
            if not any(later.order > own.order and _about_the_same(later, own) for later in here):
                yield own.anchor


def _about_the_same(one: OccurrenceDecision, other: OccurrenceDecision) -> bool:
    if one.anchor.boxes and other.anchor.boxes:
        return same_place(one.anchor.boxes, other.anchor.boxes)
    return one.anchor.where is other.anchor.where and same_words(one.anchor.text, other.anchor.text)


def _json(anchors: Iterable[Anchor]) -> list[Any]:
    return [anchor.to_json() for anchor in anchors]
