# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the finder takes in and gives back. All offsets are characters in a unit's text, end exclusive."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from redactor.domain.cues import CueKind, DataClass
from redactor.domain.entries import EntryKind
from redactor.domain.mentions import Label, Person, Role, Tier
from redactor.domain.own import OwnDetail
from redactor.domain.pages import Where


class Line(NamedTuple):
    """Where a line of a page's text begins, and where on the page it stands: its left and right edge (points)."""

    start: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Unit:
    """The text of one page, or of one place beside the page. ``group`` is the document it belongs to. ``lines`` are
    known of pages with tables that say who wrote an entry; else ()."""

    id: str
    text: str
    where: Where = Where.PAGE
    group: str = ""
    lines: tuple[Line, ...] = ()


#: What a sentence is labelled that may do harm when it is disclosed; it is nobody's mention.
HARM = "HARM"


@dataclass(frozen=True, slots=True)
class RawSpan:
    """One find in one text, before anybody knows whose it is.

    ``label`` is a :class:`Label` value. ``score`` runs from 0 to 1. ``found_by`` names the layer ("encoder",
    "role:social_work", "pattern:nhs").
    """

    start: int
    end: int
    label: str
    score: float
    found_by: str


@dataclass(frozen=True, slots=True)
class FoundSpan:
    """A mention: what it is, how sure, whose (a Person's id or ""), and why, in plain words."""

    start: int
    end: int
    label: Label
    score: float
    tier: Tier
    person: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class SubjectFacts:
    """What is known of the data subject. ``dob`` is ISO (YYYY-MM-DD) or "". ``id`` is the person's id to use."""

    name: str
    aliases: tuple[str, ...] = ()
    dob: str = ""
    addresses: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody decisions were already made about: found people resolve to these first."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    role: Role = Role.UNKNOWN


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """A part of a paper that is about others alone: whom (ids of people), and its pieces, each the number of its unit
    and offsets there."""

    kind: EntryKind
    people: tuple[str, ...]
    pieces: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """``spans`` run parallel to the units given; each unit's spans are sorted and do not overlap,
    except that a RELATION never hides another label. ``own`` is what may be the subject's; ``entries`` tell of
    others alone."""

    spans: tuple[tuple[FoundSpan, ...], ...]
    people: tuple[Person, ...] = field(default=())
    own: tuple[OwnDetail, ...] = field(default=())
    entries: tuple[FoundEntry, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Cue:
    """A candidate for the harm test in one text. ``reason`` is a code of the catalogue, a suggestion like
    ``data_class``; ``score`` runs from 0 to 1."""

    start: int
    end: int
    kind: CueKind
    why: str
    data_class: DataClass
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A redacted term that can still be read: where (``unit`` is the Unit's id), what, and which term.

    ``how`` is "exact", "part", "initial and surname", "spelt differently", "same number",
    "house number", "street", "initials" or "near copy".
    """

    unit: str
    start: int
    end: int
    text: str
    term: str
    how: str
