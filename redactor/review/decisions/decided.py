# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words in which the journal's decisions are held, and how they are written down in an event. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from redactor.domain.journal import Actor, Anchor, Event
from redactor.domain.mentions import Person, Profession, Role

PageKey = tuple[str, int]


class Outcome(StrEnum):
    REDACT = "redact"
    DISCLOSE = "disclose"


@dataclass(frozen=True, slots=True)
class Ground:
    """Why something is held back or let through, and which event says so. ``agreed``: what a consent covers that was
    known to cover something only, where somebody is left in everywhere all the same."""

    outcome: Outcome
    reason: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    why: str = ""
    source: str = ""
    actor: Actor = field(default_factory=Actor)
    at: str = ""
    agreed: str = ""


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person as the journal knows them. ``anchors`` are the mentions a redaction covered when it was
    decided: they are still redacted when a later analysis does not find them again."""

    person: Person
    ground: Ground | None = None
    role_decided: bool = False
    anchors: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class OccurrenceDecision:
    """One place in the record, decided by itself. ``order`` is its position in the journal."""

    anchor: Anchor
    ground: Ground
    person: str
    order: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Text or a box a person marked: redacted whatever the finder says of it."""

    anchor: Anchor
    ground: Ground
    harm: bool
    person: str = ""


@dataclass(frozen=True, slots=True)
class Withheld:
    """A range of pages (from 1, both ends included) replaced by a slip sheet."""

    document: str
    first: int
    last: int
    ground: Ground


@dataclass(frozen=True, slots=True)
class Settled:
    outcome: str
    why: str
    actor: Actor
    at: str
    source: str


@dataclass(frozen=True, slots=True)
class Split:
    """Mentions taken out of one person and given to another."""

    source_person: str
    new: Person
    anchors: tuple[Anchor, ...]


def ground_of(event: Event, data: Mapping[str, Any]) -> Ground:
    fields = tuple(sorted((str(k), str(v)) for k, v in dict(data.get("fields", {})).items()))
    return Ground(
        Outcome(data["outcome"]),
        str(data.get("reason", "")),
        fields,
        str(data.get("why", "")),
        event.id,
        event.actor,
        event.at,
        str(dict(data.get("consent") or {}).get("scope", "")),
    )


def person_to_json(person: Person) -> dict[str, Any]:
    return {
        "id": person.id,
        "name": person.name,
        "aliases": list(person.aliases),
        "role": str(person.role),
        "profession": str(person.profession) if person.profession else None,
        "relationship": person.relationship,
    }


def person_from_json(data: Mapping[str, Any]) -> Person:
    return Person(
        id=data["id"],
        name=data["name"],
        aliases=tuple(data["aliases"]),
        role=Role(data["role"]),
        profession=Profession(data["profession"]) if data.get("profession") else None,
        relationship=data.get("relationship", ""),
    )


def anchors_from_json(data: Iterable[Any]) -> tuple[Anchor, ...]:
    return tuple(Anchor.from_json(entry) for entry in data)
