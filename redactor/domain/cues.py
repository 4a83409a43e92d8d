# SPDX-License-Identifier: AGPL-3.0-or-later
"""Passages that look like they belong under the harm test. Found by the machine, judged by a person; by itself
such a candidate redacts nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from redactor.domain.geometry import Box
from redactor.domain.pages import Where
from redactor.domain.saying import said_all


class CueKind(StrEnum):
    """What in the passage may cause serious harm when it is disclosed, or may be privileged (Sch 2 para 19)."""

    LOCATION = "location"
    SECRECY = "secrecy"
    OPINION = "opinion"
    SELF_HARM = "self_harm"
    ALLEGATION = "allegation"
    THREAT = "threat"
    DOMESTIC_ABUSE = "domestic_abuse"
    PATERNITY = "paternity"
    INFORMANT = "informant"
    SEXUAL_ABUSE = "sexual_abuse"
    FORCED_MARRIAGE = "forced_marriage"
    INTELLIGENCE = "intelligence"
    PLAN = "plan"
    PRIVILEGE = "privilege"


#: Each kind in the words of a caseworker.
CUE_WORDS: dict[CueKind, str] = said_all(
    {
        CueKind.LOCATION: "where somebody is, who may be hiding",
        CueKind.SECRECY: "somebody is not to know, or does not know",
        CueKind.OPINION: "a professional's opinion on what knowing this would do",
        CueKind.SELF_HARM: "self-harm or thoughts of suicide",
        CueKind.ALLEGATION: "an allegation by a child",
        CueKind.THREAT: "a threat",
        CueKind.DOMESTIC_ABUSE: "an account of domestic abuse",
        CueKind.PATERNITY: "who somebody's parent is",
        CueKind.INFORMANT: "who gave information",
        CueKind.SEXUAL_ABUSE: "sexual abuse or exploitation",
        CueKind.FORCED_MARRIAGE: "forced marriage or so-called honour",
        CueKind.INTELLIGENCE: "police intelligence or an operation",
        CueKind.PLAN: "a plan that is not to be known beforehand",
        CueKind.PRIVILEGE: "legal advice, which may be privileged",
    }
)


class DataClass(StrEnum):
    """The class of data that decides whose opinion is needed: health before education before social work
    (DPA 2018 Sch 3 para 7(1): social work data excludes the other two)."""

    HEALTH = "health"
    EDUCATION = "education"
    SOCIAL_WORK = "social_work"


@dataclass(frozen=True, slots=True)
class HarmCue:
    """A candidate for the harm test.

    ``id`` is derived (decisions use anchors). ``page`` counts from 1, 0 for the whole document; ``start`` and
    ``end`` are offsets in the page's or place's text; ``boxes`` in points, top left origin, page as displayed,
    empty where the text does not show. ``data_class`` and ``reason`` (a code of the catalogue) are suggestions.
    ``score`` runs from 0 to 1.
    """

    id: str
    document: str
    page: int
    where: Where
    start: int
    end: int
    text: str
    boxes: tuple[Box, ...]
    kind: CueKind
    why: str
    data_class: DataClass
    reason: str
    score: float
