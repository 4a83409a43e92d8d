# SPDX-License-Identifier: AGPL-3.0-or-later
"""Hold back a passage that was shown as a candidate for the harm test: one event, all its places."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from redactor.casefile.identity import Identity
from redactor.domain.catalogue import reason as reason_for
from redactor.domain.errors import BadInput
from redactor.domain.journal import Event, Kind
from redactor.domain.saying import say
from redactor.operations.deciding.decide import third_party_fields
from redactor.operations.request.harm_class import suggested
from redactor.operations.view import CaseView
from redactor.review.questions.cues import CueGroup, cue_anchor, cue_groups


def cue_group(view: CaseView, identity: str) -> CueGroup:
    """The passage by the id of its thing to do, or of one of its places. Raises BadInput."""
    for group in cue_groups(view.cues, view.state):
        if identity == group.id or any(identity == cue.id for cue in group.cues):
            return group
    raise BadInput(
        say("no passage has the id '{identity}'", identity=identity), do="redactor harm-cues CASE --json lists them"
    )


def mark_cue(
    view: CaseView, identity: str, reason: str, *, fields: dict[str, str] | None = None, signer: Identity | None = None
) -> Event:
    """Hold the passage back, in all its places that are open still (or in all, when none is), for this reason.

    Raises BadInput for an id or a reason nobody knows, Refused when the case is read-only.
    """
    view.case.require_writable()
    payload = cue_payload(view, cue_group(view, identity), reason, fields or {})
    return view.record(Kind.HARM_MARKED, payload, signer)


def cue_payload(view: CaseView, group: CueGroup, reason: str, fields: Mapping[str, str]) -> dict[str, Any]:
    """What the event that holds a passage back says; under the reason that was suggested unless one is given."""
    code = reason_for(reason or suggested(view, group.first)[0]).code
    view.state.wording.reasons[code].require_fields(fields)
    return {
        "text": group.first.text,
        "reason": code,
        "fields": third_party_fields(view, code, fields, group.first.text) if code == "TP" else dict(fields),
        "anchors": [cue_anchor(cue).to_json() for cue in group.open or group.cues],
    }
