# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a case took, in figures: days a stage, boxes by reason, what approval overturned and found missed. Pure.

Nobody's name, no words of the record, no file's name: a lead may keep these when the case is long erased.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from statistics import median

from redactor.domain.journal import ARRANGING, NOT_DECIDING, Event, Kind
from redactor.domain.plan import Plan
from redactor.domain.saying import said_all
from redactor.review.state import JournalState

#: The stages in order, and what each runs from and to.
STAGES = said_all(
    {
        "gathering": "from the request to the first decision",
        "deciding": "from the first decision to the first submission",
        "approving": "from the first submission to the approval that was released",
        "releasing": "from that approval to the first release",
        "sending": "from the first release to its being sent",
        "whole": "from the request to the day it was sent (or, not sent yet, released)",
    }
)
#: Events that prepare a case and decide nothing about what is hidden in it.
_PREPARING = frozenset(
    {
        Kind.CASE_CREATED,
        Kind.DOCUMENT_ADDED,
        Kind.FILES_NOT_TAKEN,
        Kind.ROSTER_USED,
        Kind.SETTINGS_CHANGED,
        Kind.SUBJECT_DESCRIBED,
        Kind.WORDING_USED,
        Kind.OFFICE_USED,
        Kind.REQUEST_RECORDED,
        Kind.RETURNED,
        *ARRANGING,
        *NOT_DECIDING,
    }
)


@dataclass(frozen=True, slots=True)
class Figures:
    """One case. ``days`` are by stage (None: not reached, or not on record); ``reasons`` count what the first release
    held back; ``late`` is by how many days the answer missed its due day (0: it did not; None: not answered, or no due
    day). ``decided_after_return`` counts decisions between a return and the next submission, ``undone_after_return``
    those of them that took an earlier one back."""

    reference: str
    days: dict[str, float | None]
    reasons: Counter[str] = field(default_factory=Counter)
    pages: int = 0
    pages_held: int = 0
    released: bool = False
    returns: int = 0
    decided_after_return: int = 0
    undone_after_return: int = 0
    samples: int = 0
    passages_read: int = 0
    misses: int = 0
    questioned: int = 0
    shown: int = 0
    upheld: int = 0
    supplements: int = 0
    late: int | None = None

    @property
    def redactions(self) -> int:
        return self.reasons.total()


def figures(state: JournalState, plan: Plan | None, due: date | None) -> Figures:
    """The figures of a case; ``plan`` is its first release's (None: not released), ``due`` the day its answer was."""
    events = state.events
    when = _moments(events)
    answered = when.get("sent") or when.get("released")
    late = max((answered.date() - due).days, 0) if answered is not None and due is not None else None
    reasons: Counter[str] = Counter()
    held = 0
    for page in plan.pages if plan else ():
        if page.withheld is not None:
            reasons[page.withheld.reason] += 1
            held += 1
        reasons.update(redaction.reason for redaction in page.redactions)
    samples = [event.payload for event in events if event.kind is Kind.SAMPLE_READ]
    again = state.reissues.challenges.values()
    decided, undone = _after_returns(events)
    return Figures(
        reference=str(state.facts.get("reference", "")),
        days=_stages(when),
        reasons=reasons,
        pages=len(plan.pages) if plan else 0,
        pages_held=held,
        released=bool(state.exports),
        returns=sum(event.kind is Kind.RETURNED for event in events),
        decided_after_return=decided,
        undone_after_return=undone,
        samples=len(samples),
        passages_read=sum(int(sample["read"]) for sample in samples),
        misses=sum(len(sample["missed"]) for sample in samples),
        questioned=len(again),
        shown=sum(entry.outcome == "lift" for entry in again),
        upheld=sum(entry.outcome == "uphold" for entry in again),
        supplements=len({e.payload["manifest"] for e in state.exports if e.payload.get("supplements")}),
        late=late,
    )


def _moments(events: Sequence[Event]) -> dict[str, datetime]:
    """When each thing first happened; the approval is the one that the first release was made under."""
    found: dict[str, datetime] = {}
    approvals: dict[str, datetime] = {}
    for event in events:
        at = datetime.fromisoformat(event.at)
        if event.kind in (Kind.CASE_CREATED, Kind.REQUEST_RECORDED) and event.payload.get("received"):
            found["received"] = datetime.combine(date.fromisoformat(event.payload["received"]), at.timetz())
        elif event.kind is Kind.APPROVED:
            approvals[event.id] = at
        elif event.kind is Kind.EXPORTED and "released" not in found:
            found["released"] = at
            if event.payload.get("approval") in approvals:
                found["approved"] = approvals[event.payload["approval"]]
        elif event.kind is Kind.RELEASE_SENT and "sent" not in found and event.payload.get("on"):
            found["sent"] = datetime.combine(date.fromisoformat(event.payload["on"]), at.timetz())
        elif event.kind is Kind.SUBMITTED:
            found.setdefault("submitted", at)
        elif event.kind not in _PREPARING:
            found.setdefault("decided", at)
    return found


def _stages(when: dict[str, datetime]) -> dict[str, float | None]:
    def days(first: str, last: str) -> float | None:
        if first not in when or last not in when:
            return None
        return round(max((when[last] - when[first]).total_seconds(), 0.0) / 86_400, 1)

    return {
        "gathering": days("received", "decided"),
        "deciding": days("decided", "submitted"),
        "approving": days("submitted", "approved"),
        "releasing": days("approved", "released"),
        "sending": days("released", "sent"),
        "whole": days("received", "sent" if "sent" in when else "released"),
    }


def _after_returns(events: Sequence[Event]) -> tuple[int, int]:
    """How many decisions followed a return before the next submission, and how many of them took one back."""
    decided = undone = 0
    returned = False
    for event in events:
        if event.kind in (Kind.RETURNED, Kind.SUBMITTED):
            returned = event.kind is Kind.RETURNED
        elif returned and event.kind not in _PREPARING:
            decided += 1
            undone += event.kind is Kind.UNDONE
    return decided, undone


def middle(all_figures: Sequence[Figures], stage: str) -> float | None:
    """The median of a stage over the cases that reached it."""
    known = [days for each in all_figures if (days := each.days[stage]) is not None]
    return round(median(known), 1) if known else None
