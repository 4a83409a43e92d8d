# SPDX-License-Identifier: AGPL-3.0-or-later
"""The team lead's view: what changed since they last looked, the risky first, notes, and what the sample said."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from redactor.casefile.identity import Identity
from redactor.domain.dates import british
from redactor.domain.errors import Refused
from redactor.domain.journal import TALKING, Event, Kind
from redactor.domain.lineage import LOOKS, WEIGHS, unseen_by
from redactor.operations.view import CaseView
from redactor.review.checks.notes import Note
from redactor.review.checks.risks import Risk, RiskKind, risks
from redactor.review.checks.sample import Estimate

#: What is no news to a team lead: what others wrote to each other is listed as notes, not as changes.
_NO_NEWS = TALKING | {Kind.SAMPLE_READ}


@dataclass(frozen=True, slots=True)
class Review:
    """``changes`` are those since the holder of the key last looked, ``risks`` that are new those they did not weigh;
    ``sample`` is what the sample of this very submission said, None when nobody has read it."""

    changes: tuple[Event, ...]
    first_look: bool
    risks: tuple[Risk, ...]
    notes: tuple[Note, ...]
    sample: Estimate | None


def review(view: CaseView, key: str) -> Review:
    """The view for the holder of this key ("": somebody who has never looked). Changes nothing."""
    state = view.state
    unseen = unseen_by(state.events, key)
    unweighed = {event.id for event in unseen_by(state.events, key, WEIGHS)}
    found = risks(view.mentions, view.people, view.outcomes, state, unweighed)
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


def not_looked_at(view: CaseView, key: str) -> tuple[str, ...]:
    """What whoever holds this key would approve unread, a sentence each; nothing when all of it was looked at.

    Approving stays their judgement; that it was made without looking is said before, and goes on record with it."""
    seen, said = review(view, key), []
    if seen.sample is None:
        said.append("The sample of what stays readable was not read")
    let_go: Counter[str] = Counter()
    for risk in seen.risks:
        if risk.kind is RiskKind.CUE_LEFT:
            let_go[risk.event] += max(len(risk.places), 1)
    if at_once := sum(number for number in let_go.values() if number > 1):
        said.append(f"{at_once:,} passages that may harm were let go at once")
    # What no event stands for is worked out from the record: it is never new.
    if new := sum(risk.new and bool(risk.event) for risk in seen.risks):
        looks = [e for e in view.state.events if key and e.kind in WEIGHS and e.actor.key == key]
        since = f" since {british(looks[-1].at[:10])}" if looks else ""
        said.append(f"{new:,} risky {'decision was' if new == 1 else 'decisions were'} not looked at{since}")
    return tuple(said)


def looked(view: CaseView, signer: Identity) -> Event:
    """Put on record that this person has looked at everything up to here: what comes later is new to them."""
    view.case.require_writable()
    if not view.state.events:
        raise Refused("there is nothing to look at yet")
    return view.record(Kind.CASE_LOOKED_AT, {"head": view.state.events[-1].id}, signer)
