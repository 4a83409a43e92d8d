# SPDX-License-Identifier: AGPL-3.0-or-later
"""The team lead's view: what changed since they last looked, the risky first, notes, and what the sample said."""

from __future__ import annotations

from dataclasses import dataclass

from redactor.casefile.identity import Identity
from redactor.domain.errors import Refused
from redactor.domain.journal import TALKING, Event, Kind
from redactor.domain.lineage import LOOKS, unseen_by
from redactor.operations.view import CaseView
from redactor.review.notes import Note
from redactor.review.risks import Risk, risks
from redactor.review.sample import Estimate

#: What is no news to a team lead: what others wrote to each other is listed as notes, not as changes.
_NO_NEWS = TALKING | {Kind.SAMPLE_READ}


@dataclass(frozen=True, slots=True)
class Review:
    """``changes`` and ``risks`` that are new are those the holder of the key has not seen; ``sample`` is what the
    sample of this very submission said, None when nobody has read it."""

    changes: tuple[Event, ...]
    first_look: bool
    risks: tuple[Risk, ...]
    notes: tuple[Note, ...]
    sample: Estimate | None


def review(view: CaseView, key: str) -> Review:
    """The view for the holder of this key ("": somebody who has never looked). Changes nothing."""
    state = view.state
    unseen = unseen_by(state.events, key)
    found = risks(view.mentions, view.people, view.outcomes, state, {event.id for event in unseen})
    keeps = state.arrangement.keeps
    kept = [risk for risk in found if not risk.places or any(keeps(a.document, a.page) for a in risk.places)]
    notes = sorted(state.notes.all.values(), key=lambda note: (not note.open, note.at))
    news = tuple(event for event in unseen if event.kind not in _NO_NEWS)
    first = not any(event.kind in LOOKS and event.actor.key == key for event in state.events)
    return Review(news, first, tuple(kept), tuple(notes), sample_said(view))


def sample_said(view: CaseView) -> Estimate | None:
    """What the last reading of the sample said of what is submitted now."""
    submission = view.state.submission
    if submission is None:
        return None
    for event in reversed(view.state.events):
        data = event.payload
        if event.kind is Kind.SAMPLE_READ and data["submission"] == submission.event.id:
            found, read = len(data["missed"]), int(data["read"])
            limits = (float(data["likely"]), int(data["low"]), int(data["high"]))
            return Estimate(found, read, int(data["passages"]), *limits)
    return None


def looked(view: CaseView, signer: Identity) -> Event:
    """Put on record that this person has looked at everything up to here: what comes later is new to them."""
    view.case.require_writable()
    if not view.state.events:
        raise Refused("there is nothing to look at yet")
    return view.record(Kind.CASE_LOOKED_AT, {"head": view.state.events[-1].id}, signer)
