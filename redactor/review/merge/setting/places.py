# SPDX-License-Identifier: AGPL-3.0-or-later
"""Single places, passages and withheld pages. Pure."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from redactor.domain.journal import Anchor
from redactor.review.decisions.decided import (
    OccurrenceDecision,
    Passage,
    Withheld,
)
from redactor.review.merge.aspects import Key, Says
from redactor.review.merge.setting.grounds import Events, Setter, ground_of

if TYPE_CHECKING:
    from redactor.review.state import JournalState


def _place(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    anchor = Anchor.from_json(json.loads(key[0]))
    here = state.places.occurrences[anchor.document, anchor.page]
    same = [decision for decision in here if decision.anchor == anchor]
    here[:] = [decision for decision in here if decision.anchor != anchor]
    if says is not None:
        person = next((d.person for d in same if d.ground.source == says.event), same[-1].person if same else "")
        order = state.now()
        here.append(OccurrenceDecision(anchor, ground_of(says.value, says.event, events), person, order))


def _passage(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    anchor = Anchor.from_json(json.loads(key[0]))
    here = state.places.passages[anchor.document, anchor.page]
    here[:] = [passage for passage in here if passage.anchor != anchor]
    for (value, harm, person), event in zip(says.value, says.more, strict=True) if says else ():
        here.append(Passage(anchor, ground_of(value, event, events), harm, person))


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
        kept.append(Withheld(document, page, page, ground_of(says.value, says.event, events)))
    state.places.withheld = kept


#: By the first word of the key.
PLACES_SET: dict[str, Setter] = {
    "place": _place,
    "passage": _passage,
    "withheld": _withheld,
}
