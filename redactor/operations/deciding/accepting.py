# SPDX-License-Identifier: AGPL-3.0-or-later
"""Accept all that is proposed: one journal event, which may name thousands of places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from redactor.casefile.identity import Identity
from redactor.casefile.journal import Stored, as_stored
from redactor.domain.journal import Event, Kind
from redactor.domain.mentions import Mention
from redactor.operations.deciding.decide import Fields, third_party_fields, who_is
from redactor.operations.view import CaseView
from redactor.review.decisions.anchors import anchors_json
from redactor.review.decisions.decided import person_to_json
from redactor.review.decisions.standing import undecided


@dataclass(frozen=True, slots=True)
class Ready:
    """What accepting everything would write down, worked out and written out ahead: half of the time it takes. It holds
    as long as the case stands at ``standing`` (:attr:`CaseView.standing`). ``payload`` is None when nothing is left."""

    standing: tuple[str, int]
    payload: Stored | None


def make_ready(view: CaseView) -> Ready:
    """For :func:`accept` without a score and without fields, on this view or another of the same case."""
    payload = _proposed(view, 0.0, {})
    return Ready(view.standing, as_stored(payload) if payload is not None else None)


def accept(
    view: CaseView,
    *,
    minimum_score: float = 0.0,
    fields: Fields | None = None,
    signer: Identity | None = None,
    ready: Ready | None = None,
) -> Event | None:
    """Redact everything that is proposed and not decided, as information about other people; one event.

    Possible mentions, people decided otherwise and everything else stay as they are. None when nothing was left.
    ``ready`` is used where the case still stands as it did.
    """
    view.case.require_writable()
    if ready is not None and ready.standing == view.standing and not minimum_score and not fields:
        payload: Mapping[str, Any] | Stored | None = ready.payload
    else:
        payload = _proposed(view, minimum_score, fields or {})
    return None if payload is None else view.record(Kind.PROPOSALS_ACCEPTED, payload, signer)


def _proposed(view: CaseView, minimum_score: float, fields: Fields) -> dict[str, Any] | None:
    """What accepting writes down; None when nothing is left."""
    people: dict[str, list[Mention]] = defaultdict(list)
    loose: list[Mention] = []
    known = view.people
    for mention in undecided(view.by_page, known, view.state):
        if mention.score < minimum_score:
            continue
        if mention.person in known:
            people[mention.person].append(mention)
        else:
            loose.append(mention)
    if not people and not loose:
        return None
    standing_fields = third_party_fields(view, "TP", fields, "")
    payload: dict[str, Any] = {
        "reason": "TP",
        "fields": standing_fields,
        "minimum_score": minimum_score,
        "people": [
            {
                "person": person_to_json(view.people[identity]),
                "fields": {"who": who_is(view.people[identity]), **standing_fields},
                "anchors": anchors_json(m for m in group if m.boxes),
            }
            for identity, group in sorted(people.items())
        ],
        "mentions": [
            {
                "fields": {"who": f"whoever this belongs to: {m.text}", **standing_fields},
                "anchors": anchors_json([m]),
            }
            for m in loose
        ],
    }
    if minimum_score:
        # Below the score nothing was accepted: such a person is decided one occurrence at a time.
        _only_occurrences(payload, people)
    return payload


def _only_occurrences(payload: dict[str, Any], people: Mapping[str, Sequence[Mention]]) -> None:
    for entry in payload["people"]:
        group = people[entry["person"]["id"]]
        anchors = anchors_json(group)
        payload["mentions"].append({"fields": entry["fields"], "about": entry["person"]["id"], "anchors": anchors})
    payload["people"] = []
