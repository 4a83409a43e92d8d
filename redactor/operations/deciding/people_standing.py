# SPDX-License-Identifier: AGPL-3.0-or-later
"""How each person of a case stands: what was decided about them or would happen, in words, and how often they show."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from redactor.domain.mentions import Person, Role, Status, Tier
from redactor.domain.saying import said_all
from redactor.operations.view import CaseView
from redactor.review.decisions.decided import Outcome

_ROLES = said_all(
    {
        Role.SUBJECT: "the subject",
        Role.PROFESSIONAL: "professional",
        Role.THIRD_PARTY: "another person",
        Role.UNKNOWN: "role not known",
    }
)


@dataclass(frozen=True, slots=True)
class Standing:
    """One person. ``decision`` is the outcome somebody chose ("" for none), ``words`` what holds, a question while
    something of it is to be decided (``open``); ``sure`` and ``possible`` count mentions."""

    person: Person
    decision: str
    words: str
    open: bool
    sure: int
    possible: int


def standings(view: CaseView) -> list[Standing]:
    """Everybody in the case: who is to be decided first, then whoever is spoken of most."""
    tiers: dict[str, Counter[Tier]] = defaultdict(Counter)
    statuses: dict[str, set[Status]] = defaultdict(set)
    shown: set[str] = set()
    for mention in view.mentions:
        tiers[mention.person][mention.tier] += 1
        status = view.outcomes[mention.document, mention.page].statuses.get(mention.id)
        if status is not None and mention.tier is not Tier.POSSIBLE:
            statuses[mention.person].add(status)
        if mention.boxes:
            shown.add(mention.person)
    found = [_standing(view, p, statuses[p.id], tiers[p.id], p.id in shown) for p in view.people.values()]
    return sorted(found, key=lambda entry: (not entry.open, -(entry.sure + entry.possible), entry.person.name))


def _standing(view: CaseView, person: Person, statuses: set[Status], tiers: Counter[Tier], shown: bool) -> Standing:
    """``shown``: some mention stands on a page; bookmarks, metadata and the like go into no release."""
    ground = view.state.ground_for(person.id)
    undecided = Status.PROPOSED in statuses
    role = _ROLES[person.role]
    if undecided:
        words = "redact?" if ground is None else "redact the rest?"
    elif ground is not None and ground.outcome is Outcome.REDACT:
        words = f"redacted ({ground.reason})" if ground.reason else "redacted"
    elif ground is not None:
        words = f"left in ({ground.reason})" if ground.reason else "left in: decided"
    elif statuses == {Status.REDACTED}:
        words = "redacted, mention by mention"
    elif tiers and not shown:
        words = f"nowhere on a page: {role}"
    else:
        words = f"left in: {role}" if statuses else f"only possible mentions: {role}" if tiers else "no mentions"
    decision = str(ground.outcome) if ground else ""
    return Standing(person, decision, words, undecided, tiers[Tier.PROPOSED], tiers[Tier.POSSIBLE])
