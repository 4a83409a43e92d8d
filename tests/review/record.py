# SPDX-License-Identifier: AGPL-3.0-or-later
"""A small made-up record and hypothesis strategies over decisions about it."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from redactor.domain.geometry import Box
from redactor.domain.journal import Actor, Event, Kind, make_event
from redactor.domain.mentions import Label, Mention, Person, Role, Tier
from redactor.domain.pages import Where
from redactor.review.decisions.anchors import anchor_of
from redactor.review.decisions.decided import person_to_json

DOCUMENTS = ("a" * 64, "b" * 64)
PAGES = [(document, page) for document in DOCUMENTS for page in (1, 2)]
NOBODY = Actor()
PEOPLE = {
    "subject": Person("subject", "Priya Shah", (), Role.SUBJECT),
    "aunt": Person("aunt", "Meena Shah", ("Meena",), Role.THIRD_PARTY),
    "boy": Person("boy", "Kyle Dunn", ("Kyle",), Role.THIRD_PARTY),
    "worker": Person("worker", "Jo Field", (), Role.PROFESSIONAL),
}


def mention(number: int, document: str, page: int, person: str, *, sure: bool = True) -> Mention:
    """The ``number``-th line of the page; boxes of different numbers never touch."""
    box = Box(72, 72 + 20 * number, 150, 84 + 20 * number)
    name = PEOPLE[person].name if person else "07700 900123"
    return Mention(
        id=f"m{document[0]}{page}{number}",
        document=document,
        page=page,
        where=Where.PAGE,
        start=number * 30,
        end=number * 30 + len(name),
        text=name,
        boxes=(box,),
        label=Label.PERSON if person else Label.PHONE,
        score=0.9,
        tier=Tier.PROPOSED if sure else Tier.POSSIBLE,
        person=person,
    )


MENTIONS = [
    mention(number, document, page, person, sure=number != 5)
    for document, page in PAGES
    for number, person in enumerate(("subject", "aunt", "boy", "worker", "", "aunt"))
]


class Writer:
    """Chains events as the case file would."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def __call__(self, kind: Kind, payload: dict[str, Any], actor: Actor = NOBODY) -> Event:
        parents = (self.events[-1].id,) if self.events else ()
        at = f"2026-01-05T09:00:{len(self.events) % 60:02d}.{len(self.events):06d}Z"
        event = make_event(parents, kind, at, actor, payload)
        self.events.append(event)
        return event


FIELDS = {"who": "w", "consent": "c", "information": "i", "duty": "d", "steps": "s", "capability": "c", "refusal": "r"}


def decide_person(person: str, outcome: str | None, role: Role | None = None) -> tuple[Kind, dict[str, Any]]:
    known = PEOPLE[person]
    data = person_to_json(known) | ({"role": str(role)} if role else {})
    payload: dict[str, Any] = {"person": data, "role_decided": role is not None}
    if outcome:
        anchors = [anchor_of(m).to_json() for m in MENTIONS if m.person == person and m.tier is Tier.PROPOSED]
        payload |= {
            "outcome": outcome,
            "reason": "TP",
            "fields": FIELDS,
            "anchors": anchors if outcome == "redact" else [],
        }
    return Kind.PERSON_DECIDED, payload


def decide_mention(chosen: Mention, outcome: str) -> tuple[Kind, dict[str, Any]]:
    anchors = [anchor_of(chosen).to_json()]
    return Kind.OCCURRENCE_DECIDED, {"outcome": outcome, "reason": "TP", "fields": FIELDS, "anchors": anchors}


def mark(document: str, page: int, box: Box, kind: Kind = Kind.PASSAGE_REDACTED) -> tuple[Kind, dict[str, Any]]:
    anchor = [document, page, "page", "some words", [float(v) for v in box]]
    return kind, {"reason": "TP", "fields": FIELDS, "anchors": [anchor]}


def withhold(document: str, page: int) -> tuple[Kind, dict[str, Any]]:
    return Kind.PAGES_WITHHELD, {"document": document, "first": page, "last": page, "reason": "TP", "fields": FIELDS}


people = st.sampled_from(sorted(PEOPLE))
outcomes = st.sampled_from(["redact", "disclose"])
boxes = st.builds(lambda x, y: Box(x, y, x + 60, y + 12), st.integers(10, 400), st.integers(10, 700))
decisions = st.one_of(
    st.builds(decide_person, people, outcomes),
    st.builds(decide_person, people, st.none(), st.sampled_from(list(Role))),
    st.builds(decide_mention, st.sampled_from(MENTIONS), outcomes),
    st.builds(lambda key, box: mark(*key, box), st.sampled_from(PAGES), boxes),
    st.builds(lambda key, box: mark(*key, box, Kind.HARM_MARKED), st.sampled_from(PAGES), boxes),
    st.builds(lambda key: withhold(*key), st.sampled_from(PAGES)),
    st.builds(
        lambda one, other: (
            Kind.PEOPLE_MERGED,
            {"into": one, "people": [other]} if one != other else {"into": one, "people": []},
        ),
        people,
        people,
    ),
)
histories = st.lists(decisions, max_size=12)
