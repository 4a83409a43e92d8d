# SPDX-License-Identifier: AGPL-3.0-or-later
"""Carrying decisions from one copy to the other, and from an earlier version of a document to the later."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from redactor.casefile.identity import Identity
from redactor.domain.errors import BadInput, Refused
from redactor.domain.journal import Event, Kind
from redactor.domain.pages import Document
from redactor.domain.plan import EARLIER
from redactor.operations.duplicates import edges_at
from redactor.operations.opencopies import open_places
from redactor.review.duplicates import OpenPlace, carried

if TYPE_CHECKING:
    from redactor.operations.view import CaseView


def places_called(view: CaseView, ids: Iterable[str]) -> list[OpenPlace]:
    """The open places with these ids, as they were last listed. Raises Refused for one that is not open any more."""
    wanted = set(ids)
    kept = view.case.get("copies/open")
    listed = [OpenPlace.from_json(row) for row in kept["places"]] if kept else open_places(view)
    found = [place for place in listed if place.id in wanted]
    if {place.id for place in found} != wanted:
        raise Refused("what differed between these copies has changed", do="List it again: redactor todo CASE")
    return found


def carry_over(
    view: CaseView, places: Sequence[OpenPlace], why: str, *, items: Sequence[str] = (), signer: Identity | None = None
) -> Event:
    """Redact these places as their copies are, each on the same grounds; one event. Raises BadInput when none is."""
    view.case.require_writable()
    if not places:
        raise BadInput("there is nothing to carry over", do="redactor duplicates CASE shows what differs")
    return view.record(Kind.DECISIONS_CARRIED, carried_payload(view, places, why, items), signer)


def carried_payload(view: CaseView, places: Sequence[OpenPlace], why: str, items: Sequence[str] = ()) -> dict[str, Any]:
    """What the event records. ``items`` are the to-do items this settles."""
    harm = {event.id for event in view.state.events if event.kind is Kind.HARM_MARKED}
    harm |= {p.ground.source for group in view.state.places.passages.values() for p in group if p.harm}
    marks, pages = carried(places, harm)
    return {"why": why, "items": marks, "pages": pages, "settles": list(items)}


def replace(
    view: CaseView, old: Document, new: Document, *, why: str = "", signer: Identity | None = None
) -> list[Event]:
    """``new`` is a later version of ``old``: what was decided on the old pages is carried to the same words of the new
    ones, and the old document is left out; one transaction. Raises BadInput, Refused."""
    view.case.require_writable()
    if old.sha256 == new.sha256:
        raise BadInput("a document cannot replace itself", old.name)
    if not view.state.arrangement.keeps(new.sha256, 1):
        raise Refused(f"{new.name} is left out itself", do="Put it back first: redactor put-back CASE")
    shared = {other[0] for page in range(1, old.pages + 1) for other, _, _ in edges_at(view, old, page)}
    if new.sha256 not in shared:
        raise Refused(f"{old.name} and {new.name} have no text in common", do="Decide about the new one by itself")
    places = [p for p in open_places(view) if p.source.document == old.sha256 and p.anchor.document == new.sha256]
    pairs: list[tuple[Kind, dict[str, Any]]] = []
    if places:
        pairs.append((Kind.DECISIONS_CARRIED, carried_payload(view, places, why or f"carried over from {old.name}")))
    left = {"document": old.sha256, "first": 1, "last": old.pages, "reason": EARLIER, "like": [new.sha256, 1]}
    pairs.append((Kind.DOCUMENT_LEFT_OUT, {**left, "fields": {"why": why} if why else {}, "why": why}))
    events = view.case.append_many(pairs, signer=signer)
    view.refresh()
    return events
