# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the machine finds: mentions, and the people they belong to. Derived; replaceable at any time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from redactor.domain.geometry import Box
from redactor.domain.pages import Where
from redactor.domain.saying import said_all


class Label(StrEnum):
    PERSON = "PERSON"
    ADDRESS = "ADDRESS"
    POSTCODE = "POSTCODE"
    PHONE = "PHONE"
    EMAIL = "EMAIL"
    NHS_NUMBER = "NHS_NUMBER"
    NINO = "NINO"
    UPN = "UPN"
    DOB = "DOB"
    ACCOUNT = "ACCOUNT"
    SORT_CODE = "SORT_CODE"
    CAR_REG = "CAR_REG"
    CASE_REF = "CASE_REF"
    RELATION = "RELATION"
    OTHER = "OTHER"


#: Why somebody hidden as another person may be here for work: no rule says so, but it reads so.
AT_WORK = "reads as somebody at work"

#: What the finder calls OTHER in its reasons; OTHER besides is a part of a page.
USER_NAME, PLACE_OF_WORK = "user name", "place of work"

#: What each is called in plain words.
LABEL_WORDS: Mapping[str, str] = said_all(
    {
        Label.PERSON: "name",
        Label.ADDRESS: "address",
        Label.POSTCODE: "postcode",
        Label.PHONE: "telephone number",
        Label.EMAIL: "e-mail address",
        Label.NHS_NUMBER: "NHS number",
        Label.NINO: "National Insurance number",
        Label.UPN: "pupil number",
        Label.DOB: "date of birth",
        Label.ACCOUNT: "account number",
        Label.SORT_CODE: "sort code",
        Label.CAR_REG: "car registration",
        Label.CASE_REF: "case reference",
        Label.RELATION: "family word",
        Label.OTHER: "other detail",
    }
)


class Tier(StrEnum):
    """PROPOSED: the finder is confident. POSSIBLE: shown for a person to decide, never dropped."""

    PROPOSED = "proposed"
    POSSIBLE = "possible"


class Role(StrEnum):
    SUBJECT = "subject"
    THIRD_PARTY = "third_party"
    PROFESSIONAL = "professional"
    UNKNOWN = "unknown"


class Profession(StrEnum):
    """The kind of professional: DPA 2018 Sch 2 para 17 names only the first three."""

    HEALTH = "health"
    SOCIAL_WORK = "social_work"
    EDUCATION = "education"
    POLICE = "police"
    OTHER = "other"


class Status(StrEnum):
    """What will happen to a mention. LEFT: left alone without a decision having been needed."""

    PROPOSED = "proposed"
    REDACTED = "redacted"
    DISCLOSED = "disclosed"
    LEFT = "left"


#: No surer than this is a possible name that is an everyday word or a usual abbreviation.
EVERYDAY = 0.3


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of text that points to somebody.

    ``id`` is derived and changes with re-analysis (decisions use anchors). ``page`` counts from 1; 0
    when the text belongs to the whole document. ``start``/``end`` are offsets in the page's or place's text.
    ``person`` is a Person's id or "" (nobody known). ``why`` is a plain sentence.
    """

    id: str
    document: str
    page: int
    where: Where
    start: int
    end: int
    text: str
    boxes: tuple[Box, ...]
    label: Label
    score: float
    tier: Tier
    person: str = ""
    why: str = ""


#: Where a name may be read: document, page, start and end in the page's text, the mention's id.
Spot = tuple[str, int, int, int, str]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the record speaks of. ``role`` is proposed by the finder or set by a person."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    role: Role = Role.UNKNOWN
    profession: Profession | None = None
    relationship: str = ""
    why: str = ""
