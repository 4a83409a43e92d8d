# SPDX-License-Identifier: AGPL-3.0-or-later
"""Carrying decisions from one copy to the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from redactor.domain.errors import Refused
from redactor.domain.journal import Kind
from redactor.operations.copies.opencopies import open_places
from redactor.operations.view import CaseView
from redactor.review.papers.duplicates import OpenPlace, carried


def places_called(view: CaseView, ids: Iterable[str]) -> list[OpenPlace]:
    """The open places with these ids, as they were last listed. Raises Refused for one that is not open any more."""
    wanted = set(ids)
    kept = view.case.get("copies/open")
    listed = [OpenPlace.from_json(row) for row in kept["places"]] if kept else open_places(view)
    found = [place for place in listed if place.id in wanted]
    if {place.id for place in found} != wanted:
        raise Refused("what differed between these copies has changed", do="List it again: redactor todo CASE")
    return found


def carried_payload(view: CaseView, places: Sequence[OpenPlace], why: str, items: Sequence[str] = ()) -> dict[str, Any]:
    """What is put on record of redacting these places as their copies are, each on the same grounds. ``items`` are the
    ids of the to-do items this settles."""
    harm = {event.id for event in view.state.events if event.kind is Kind.HARM_MARKED}
    harm |= {p.ground.source for group in view.state.places.passages.values() for p in group if p.harm}
    marks, pages = carried(places, harm)
    return {"why": why, "items": marks, "pages": pages, "settles": list(items)}
