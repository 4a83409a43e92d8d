# SPDX-License-Identifier: AGPL-3.0-or-later
"""Decide what clashed when two copies of a case came together."""

from __future__ import annotations

from redactor.casefile.identity import Identity
from redactor.domain.errors import BadInput, Refused
from redactor.domain.journal import Event, Kind
from redactor.domain.saying import say
from redactor.operations.view import CaseView
from redactor.review.merge.merged import AS_IT_STANDS


def decide_conflict(view: CaseView, identity: str, take: int, why: str, signer: Identity) -> Event:
    """Say which side of a conflict holds: 0 or 1, or :data:`AS_IT_STANDS` when it was decided anew by the usual ways.
    Raises BadInput for an id nobody has, or without a reason."""
    view.case.require_writable()
    wanted = identity.removeprefix("conflict-")
    found = [c for c in view.state.merged.conflicts.values() if wanted and c.id.startswith(wanted)]
    if len(found) != 1:
        raise BadInput(
            say("no conflict has the id '{identity}'", identity=identity), do="redactor conflicts CASE lists them"
        )
    if take not in (0, 1, AS_IT_STANDS):
        raise BadInput("a conflict has two sides", do="Give --take 1, 2 or now")
    if not why.strip():
        raise BadInput("deciding a conflict needs its reason on record", do="Say why (--why W)")
    conflict = found[0]
    if conflict.id in view.state.merged.decided:
        raise Refused("this conflict is decided already", do="Undo that decision first")
    payload = {"conflict": conflict.id, "take": take, "why": " ".join(why.split()), "text": conflict.text}
    return view.record(Kind.CONFLICT_DECIDED, payload, signer)
