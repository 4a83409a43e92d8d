# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a team lead with twenty minutes looks at first: decisions that go wrong quietly, riskiest first. Pure.

One line for each decision, not for each mention: a person left in everywhere is one thing to weigh. DOMAIN.md: what
team leads ask for is what changed, the risky things first, and a sample of what was not redacted.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from redactor.domain.journal import Anchor, Kind, canonical
from redactor.domain.mentions import Mention, Person, Role, Status, Tier
from redactor.domain.saying import count, joined, said_all, say
from redactor.review.checks.held import Weighed, held_back, short
from redactor.review.decisions.decided import Ground, Outcome, PageKey
from redactor.review.decisions.effective import PageOutcome
from redactor.review.merge.merged import which_holds
from redactor.review.state import JournalState


class RiskKind(StrEnum):
    """Kinds of risk, the worst first."""

    HARM = "harm"
    CUE_LEFT = "cue_left"
    DISCLOSED = "disclosed"
    EXCEPTION = "exception"
    OVERRIDE = "override"
    GROUND = "ground"
    OTHERS_LEFT = "others_left"
    RESIDUAL_LEFT = "residual_left"
    LOW_CONFIDENCE = "low_confidence"
    BY_HAND = "by_hand"
    NOT_READ = "not_read"
    CONFLICT = "conflict"
    LEFT_OUT = "left_out"


RISKS: Mapping[RiskKind, str] = said_all(
    {
        RiskKind.HARM: "Held back for harm",
        RiskKind.CUE_LEFT: "May harm, and was let go",
        RiskKind.DISCLOSED: "Other people who are left in",
        RiskKind.EXCEPTION: "Exceptions",
        RiskKind.OVERRIDE: "Decided against what follows from the record",
        RiskKind.GROUND: "Held back under another reason than harm, or as whole pages",
        RiskKind.OTHERS_LEFT: "Only about other people, left readable",
        RiskKind.RESIDUAL_LEFT: "Redacted elsewhere, left readable here",
        RiskKind.LOW_CONFIDENCE: "Possibly somebody, and left in",
        RiskKind.BY_HAND: "About other people, marked by hand",
        RiskKind.NOT_READ: "Pages and files that could not be read with certainty",
        RiskKind.CONFLICT: "Decided between two copies",
        RiskKind.LEFT_OUT: "Documents that are left out",
    }
)
_HELD = {Weighed.HARM: RiskKind.HARM, Weighed.GROUND: RiskKind.GROUND, Weighed.BY_HAND: RiskKind.BY_HAND}
_SETTLED = {
    "harm_cue": RiskKind.CUE_LEFT,
    "others": RiskKind.OTHERS_LEFT,
    "residual": RiskKind.RESIDUAL_LEFT,
    "inconsistent": RiskKind.RESIDUAL_LEFT,
    "unreadable_page": RiskKind.NOT_READ,
    "drawn_differently": RiskKind.NOT_READ,
    "needs_eyes": RiskKind.NOT_READ,
    "refused_file": RiskKind.NOT_READ,
    "conversion": RiskKind.NOT_READ,
}
_ORDER = {kind: number for number, kind in enumerate(RiskKind)}


@dataclass(frozen=True, slots=True)
class Risk:
    """One decision to weigh. ``event`` took it; ``said`` is what whoever decided gave as reason, an answer each;
    ``about`` what else is known; ``places`` are where it shows (the first is shown), ``new`` when the team lead has not
    seen it."""

    kind: RiskKind
    event: str
    text: str
    said: tuple[str, ...]
    about: str = ""
    places: tuple[Anchor, ...] = ()
    person: str = ""
    new: bool = True

    @property
    def detail(self) -> str:
        """The reason first: it is what is weighed."""
        return " · ".join(part for part in (*self.said, self.about) if part)

    @property
    def id(self) -> str:
        first = self.places[0].to_json() if self.places else []
        told = hashlib.sha256(canonical([self.text, first, len(self.places)])).hexdigest()
        return f"{self.kind}-{self.event[:12]}-{self.person[:12]}-{told[:12]}"


def risks(
    mentions: Sequence[Mention],
    people: Mapping[str, Person],
    outcomes: Mapping[PageKey, PageOutcome],
    state: JournalState,
    unseen: Collection[str] = (),
) -> list[Risk]:
    """Every decision to weigh, the worst kind first, and in each what is new first. ``unseen`` are ids of events."""
    found = [
        *_held(outcomes, people, state),
        *_people(mentions, people, outcomes, state),
        *_occurrences(people, state),
        *_overrides(people, state),
        *_settled(state),
        *_conflicts(state),
        *_left_out(state),
    ]
    told = {(risk.event, risk.person) for risk in found if risk.kind is RiskKind.OVERRIDE}
    found = [risk for risk in found if risk.kind is not RiskKind.GROUND or (risk.event, risk.person) not in told]
    found = _each_once(found)
    made = [replace(risk, new=not risk.event or risk.event in unseen) for risk in found]
    return sorted(made, key=lambda risk: (_ORDER[risk.kind], not risk.new))


def _each_once(found: Sequence[Risk]) -> list[Risk]:
    """An exception that holds back for harm or under another ground is told there, with what it answers."""
    exceptions = {risk.event for risk in found if risk.kind is RiskKind.EXCEPTION}
    twice = {risk.event for risk in found if risk.kind in (RiskKind.HARM, RiskKind.GROUND)} & exceptions
    return [
        replace(risk, about=_otherwise(Outcome.REDACT, risk.places)) if risk.event in twice else risk
        for risk in found
        if risk.event not in twice or risk.kind is not RiskKind.EXCEPTION
    ]


def _held(outcomes: Mapping[PageKey, PageOutcome], people: Mapping[str, Person], state: JournalState) -> Iterator[Risk]:
    for held in held_back(outcomes, people, state):
        about = _count(held.places) if len(held.places) > 1 and held.places[0].boxes else ""
        if held.below:
            below = say("“{words}” is below the legal test of serious harm", words=held.below)
            about = joined([below, *([about] if about else [])])
        yield Risk(_HELD[held.weighed], held.event, held.text, held.said, about, held.places, held.person)


def _people(
    mentions: Sequence[Mention],
    people: Mapping[str, Person],
    outcomes: Mapping[PageKey, PageOutcome],
    state: JournalState,
) -> Iterator[Risk]:
    """Other people who are left in, and what is only possibly somebody and is left in."""
    shown: dict[str, list[Anchor]] = defaultdict(list)
    unsure: dict[str, list[tuple[Ground, Anchor]]] = defaultdict(list)
    for mention in mentions:
        outcome = outcomes.get((mention.document, mention.page))
        if outcome is None or outcome.statuses.get(mention.id) is not Status.DISCLOSED or not mention.boxes:
            continue
        anchor = Anchor(mention.document, mention.page, mention.where, mention.text, mention.boxes)
        if mention.tier is Tier.POSSIBLE:
            unsure[" ".join(mention.text.casefold().split())].append((outcome.grounds[mention.id], anchor))
        elif mention.person:
            shown[mention.person].append(anchor)
    for identity, places in shown.items():
        person, ground = people.get(identity), state.ground_for(identity)
        if person is None or person.role not in (Role.THIRD_PARTY, Role.UNKNOWN):
            continue
        if ground is None or ground.outcome is not Outcome.DISCLOSE:
            continue
        role = say("role not known" if person.role is Role.UNKNOWN else "another person")
        on = f"{ground.reason}: " if ground.reason else ""
        said: tuple[str, ...] = (joined([on, ground.why or say("no reason on record")], ""),)
        if ground.reason == "CONSENT" and (scope := state.consents.of(identity).text("scope")):
            said += (say("they agreed, for: {scope}", scope=scope),)
        about = joined([role, _count(places)])
        yield Risk(RiskKind.DISCLOSED, ground.source, person.name, said, about, tuple(places), identity)
    # Names before family words, then what stands in the most places.
    for group in sorted(unsure.values(), key=lambda group: (group[0][1].text[:1].islower(), -len(group))):
        places = [anchor for _, anchor in group]
        why = next((ground.why for ground, _ in group if ground.why), "")
        last = max(group, key=lambda pair: pair[0].at)[0].source
        yield Risk(RiskKind.LOW_CONFIDENCE, last, f"'{short(places[0].text)}'", (why,), _count(places), tuple(places))


def _occurrences(people: Mapping[str, Person], state: JournalState) -> Iterator[Risk]:
    """Places decided otherwise than the person they belong to."""
    groups: dict[tuple[str, str, Outcome], list[Anchor]] = defaultdict(list)
    why: dict[str, str] = {}
    # What was settled from the list of things to do is told under what it was: possible, or still readable.
    listed = {event.id for event in state.events if event.kind is Kind.ITEM_SETTLED}
    for decisions in state.places.occurrences.values():
        for decision in decisions:
            person = people.get(state.root(decision.person)) if decision.person else None
            ground = state.ground_for(decision.person) if decision.person else None
            left = decision.ground.outcome is Outcome.DISCLOSE
            if decision.ground.source in listed or (ground and ground.outcome is decision.ground.outcome):
                continue
            if ground is None and (not left or person is None or person.role in (Role.SUBJECT, Role.PROFESSIONAL)):
                continue
            groups[decision.ground.source, decision.person, decision.ground.outcome].append(decision.anchor)
            why[decision.ground.source] = decision.ground.why
    for (event, identity, outcome), places in groups.items():
        person = people.get(state.root(identity))
        name = person.name if person else places[0].text
        about = _otherwise(outcome, places)
        title = f"{name}: '{short(places[0].text)}'"
        said = why[event] or (say("no reason on record") if outcome is Outcome.DISCLOSE else "")
        yield Risk(RiskKind.EXCEPTION, event, title, (said,), about, tuple(places), identity)


def _otherwise(outcome: Outcome, places: Sequence[Anchor]) -> str:
    """What is said of places that are decided otherwise than the rest."""
    verb = say("left in" if outcome is Outcome.DISCLOSE else "redacted")
    return say("{verb} here, otherwise decided elsewhere; {where}", verb=verb, where=_count(places))


def _overrides(people: Mapping[str, Person], state: JournalState) -> Iterator[Risk]:
    """People decided against what follows from the record, and professionals who are held back (para 17)."""
    said = {
        str(event.payload["about"]): event.id
        for event in state.events
        if event.kind is Kind.CONSENT_RECORDED and event.payload.get("override") and event.id not in state.undone
    }
    for identity, assessment in state.consents.by_person.items():
        if override := assessment.text("override"):
            person = people.get(state.root(identity))
            name = person.name if person else say("Somebody")
            yield Risk(RiskKind.OVERRIDE, said.get(identity, ""), name, (override,), person=identity)
    for identity, person in people.items():
        ground = state.ground_for(identity)
        held = ground is not None and ground.outcome is Outcome.REDACT
        if held and ground is not None and person.role in (Role.PROFESSIONAL, Role.SUBJECT):
            who = say("the subject" if person.role is Role.SUBJECT else "a professional")
            places = state.who.people[state.root(identity)].anchors if state.root(identity) in state.who.people else ()
            about = say("{who}, held back as {reason}", who=who, reason=ground.reason)
            yield Risk(RiskKind.OVERRIDE, ground.source, person.name, (ground.why,), about, places, identity)


def _settled(state: JournalState) -> Iterator[Risk]:
    for event in state.events:
        if event.kind is not Kind.ITEM_SETTLED or event.id in state.undone or event.payload["outcome"] == "redact":
            continue
        groups: dict[tuple[RiskKind, str], list[Anchor]] = defaultdict(list)
        for item in event.payload["items"]:
            kind = _SETTLED.get(str(item["kind"]))
            settled = state.settled.get(str(item["id"]))
            if kind is None or settled is None or settled.source != event.id:
                continue
            places = [Anchor.from_json(anchor) for anchor in item.get("anchors", ())]
            # The same words left in several places are one thing to weigh.
            text = f"'{short(places[0].text, 90)}'" if places and places[0].text else short(str(item["text"]), 90)
            groups[kind, text] += places
        who = f" ({event.actor.name})" if event.actor.name else ""
        for (kind, text), places in groups.items():
            count = _count(places) if places else ""
            yield Risk(kind, event.id, text, (f"{event.payload['why']}{who}".strip(),), count, tuple(places))


def _conflicts(state: JournalState) -> Iterator[Risk]:
    for event in state.events:
        conflict = state.merged.conflicts.get(str(event.payload.get("conflict", "")))
        if event.kind is Kind.CONFLICT_DECIDED and event.id not in state.undone and conflict is not None:
            places = (conflict.anchor,) if conflict.anchor else ()
            said = (which_holds(conflict, int(event.payload["take"])), str(event.payload["why"]))
            yield Risk(RiskKind.CONFLICT, event.id, conflict.text, said, "", places, conflict.person)


def _left_out(state: JournalState) -> Iterator[Risk]:
    pages: dict[tuple[str, str, str], int] = defaultdict(int)
    for (document, _), leaving in state.arrangement.left.items():
        pages[leaving.source, document, leaving.reason] += 1
    for (event, document, reason), number in pages.items():
        names = {part.document: part.title for part in state.arrangement.parts()}
        yield Risk(RiskKind.LEFT_OUT, event, _left_title(names.get(document, ""), number), (reason,))


def _left_title(name: str, pages: int) -> str:
    return joined([name or say("A document"), count(pages, "page")], ": ")


def _count(places: Sequence[Anchor]) -> str:
    pages = len({(anchor.document, anchor.page) for anchor in places})
    return say("{mentions} on {pages}", mentions=count(len(places), "mention"), pages=count(pages, "page"))
