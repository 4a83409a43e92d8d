# SPDX-License-Identifier: AGPL-3.0-or-later
"""What people hold back by their own judgement, decision by decision, for whoever signs it. Pure.

Harm is one ground of many: what is held back as crime, privilege or management information, the pages and areas that
somebody took out as a whole, and the words marked by hand are weighed as well. What the finder proposed about other
people, and was accepted under the usual reason, is not: it is what redacting is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from redactor.domain.journal import Anchor, Event, Kind
from redactor.domain.mentions import Person
from redactor.domain.plan import Redaction
from redactor.domain.saying import count, say
from redactor.review.decisions.decided import PageKey
from redactor.review.decisions.effective import PageOutcome
from redactor.review.release.labels import PEOPLE
from redactor.review.request.threshold import below_the_test
from redactor.review.state import JournalState


class Weighed(StrEnum):
    """What is weighed about something that is held back."""

    HARM = "harm"
    GROUND = "ground"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class Held:
    """One decision to hold back; ``said`` is what is on record for it, ``places`` are where it holds. ``below``: words
    that are below the legal test of harm, where nothing above it is on record."""

    weighed: Weighed
    event: str
    text: str
    said: tuple[str, ...]
    places: tuple[Anchor, ...]
    person: str
    below: str = ""


def held_back(
    outcomes: Mapping[PageKey, PageOutcome], people: Mapping[str, Person], state: JournalState
) -> Iterator[Held]:
    """Every such decision that takes effect, in the order of the record."""
    order = {event.id: number for number, event in enumerate(state.events)}
    groups: dict[tuple[Weighed, str, str, str], list[Redaction]] = defaultdict(list)
    for outcome in outcomes.values():
        for redaction in (*outcome.plan.redactions, *([outcome.plan.withheld] if outcome.plan.withheld else [])):
            event = state.events[order[redaction.source]] if redaction.source in order else None
            if (weighed := _weighed(redaction, event, state)) is None:
                continue
            decision, what = redaction.source, redaction.text
            if event is not None and event.kind in (Kind.PROPOSALS_ACCEPTED, Kind.REST_HIDDEN):
                what = ""
            elif event is not None and event.kind is Kind.PERSON_DECIDED:
                what = redaction.person
            elif weighed is Weighed.BY_HAND:
                # The same words marked one by one are one thing to weigh.
                decision, what = "", " ".join(what.casefold().split())
            groups[weighed, decision, redaction.reason, what].append(redaction)
    for (weighed, _, _, _), group in groups.items():
        last = max(group, key=lambda redaction: order.get(redaction.source, -1))
        event = state.events[order[last.source]] if last.source in order else None
        places = tuple(Anchor(r.document, r.page, r.where, r.text, r.boxes) for r in group)
        said, below = _said(last, event, state), below_the_test(dict(last.fields)) if weighed is Weighed.HARM else ""
        yield Held(weighed, last.source, _title(group, event, people), said, places, last.person, below)


def _weighed(redaction: Redaction, event: Event | None, state: JournalState) -> Weighed | None:
    reason = state.wording.reasons.get(redaction.reason)
    if reason is not None and reason.harm:
        return Weighed.HARM
    whole = not redaction.boxes or (event is not None and event.kind is Kind.REST_HIDDEN)
    if whole or redaction.reason != PEOPLE:
        return Weighed.GROUND
    return Weighed.BY_HAND if event is not None and event.kind in _BY_HAND else None


#: By these, places are held back that the finder did not propose.
_BY_HAND = frozenset({Kind.PASSAGE_REDACTED, Kind.HARM_MARKED, Kind.DECISIONS_CARRIED})


def _title(group: list[Redaction], event: Event | None, people: Mapping[str, Person]) -> str:
    """The reason's code, and what is held back under it."""
    first, code = group[0], group[0].reason
    pages = len({(redaction.document, redaction.page) for redaction in group})
    if event is not None and event.kind is Kind.REST_HIDDEN:
        return say("{code}: all but what was kept, on {pages}", code=code, pages=count(pages, "page"))
    if not first.boxes:
        if pages == 1:
            return say("{code}: a whole page", code=code)
        return say("{code}: {number} whole pages", code=code, number=pages)
    if event is not None and event.kind is Kind.PROPOSALS_ACCEPTED:
        return say("{code}: what was proposed, accepted at once", code=code)
    if event is not None and event.kind is Kind.PERSON_DECIDED and (person := people.get(first.person)):
        return say("{code}: {name}, everywhere", code=code, name=person.name)
    if not first.text:
        return say("{code}: an area without words that can be read", code=code)
    return f"{code}: '{short(first.text)}'"


def _said(redaction: Redaction, event: Event | None, state: JournalState) -> tuple[str, ...]:
    """What was answered to the reason's questions, in the order in which it asks them, and why besides."""
    reason = state.wording.reasons.get(redaction.reason)
    told = {name: value for name, value in redaction.fields if value}
    asked = [name for name, _ in reason.fields if name in told] if reason is not None else []
    names = [*asked, *(name for name in told if name not in asked)]
    why = str(event.payload.get("why", "")) if event is not None else ""
    return tuple([f"{name.replace('_', ' ')}: {told[name]}" for name in names] + ([why] if why else []))


def short(text: str, length: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
