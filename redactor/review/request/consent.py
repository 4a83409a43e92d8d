# SPDX-License-Identifier: AGPL-3.0-or-later
"""Other people: what was asked of them and answered, what was weighed, and what follows from it. Pure.

DPA 2018 Sch 2 para 16(2): information about another person is disclosed when they consented (a), or when that is
reasonable without their consent (b), having regard to the five factors of para 16(3). Para 17: for health, social work
and education workers in their official capacity it is taken to be reasonable; police and others go by para 16. A dead
person has no personal data: para 16 does not apply, a duty of confidence may.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from redactor.domain.catalogue import NOBODY, release, releases
from redactor.domain.journal import Event, canonical
from redactor.domain.mentions import Person, Profession, Role
from redactor.domain.saying import count, said_all, say

#: The five factors of para 16(3), by the names of their fields.
FACTORS = ("information", "duty", "steps", "capability", "refusal")
#: The professions that para 17 names.
OFFICIAL = frozenset({Profession.HEALTH, Profession.SOCIAL_WORK, Profession.EDUCATION})


class Answer(StrEnum):
    """What came of asking somebody for their consent. "": not asked, or no answer recorded yet."""

    NONE = ""
    GIVEN = "given"
    REFUSED = "refused"
    NO_ANSWER = "no_answer"
    NOT_CAPABLE = "not_capable"


ANSWERS = said_all(
    {
        Answer.NONE: "No answer on record yet",
        Answer.GIVEN: "They agreed",
        Answer.REFUSED: "They refused",
        Answer.NO_ANSWER: "They did not answer",
        Answer.NOT_CAPABLE: "They are not capable of consenting",
    }
)
#: Facts of an assessment in words, by name; the factors come besides.
DATES = ("asked", "answered")
TEXTS = ("scope", "form", "known", "died", "confidence", "what", "override")


@dataclass(frozen=True, slots=True)
class Assessment:
    """What is on record about one other person. ``texts`` hold the five factors, the consent's scope and form, how the
    requester knows already, when they died, and why the decision differs from what follows (``override``).
    ``reasonable`` is the judgement under para 16(2)(b): "yes", "no" or "" (not judged)."""

    person: str
    asked: date | None = None
    answer: Answer = Answer.NONE
    answered: date | None = None
    reasonable: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)

    def changed(self, data: Mapping[str, Any]) -> Assessment:
        """With these facts; a fact given again replaces the one before."""
        made = replace(self, texts={**self.texts, **{k: str(data[k]) for k in (*FACTORS, *TEXTS) if k in data}})
        if "asked" in data:
            made = replace(made, asked=_date(data["asked"]))
        if "answer" in data:
            made = replace(made, answer=Answer(data["answer"]), answered=_date(data.get("answered", "")))
        return replace(made, reasonable=str(data["reasonable"])) if "reasonable" in data else made

    def text(self, name: str) -> str:
        return self.texts.get(name, "").strip()

    def fields(self) -> dict[str, str]:
        """Every field of every ground for letting through that this record fills."""
        found = {name: text for name in self.texts if (text := self.text(name))}
        if self.answer is Answer.GIVEN and self.answered:
            found["date"] = self.answered.isoformat()
        return found

    def to_json(self) -> dict[str, Any]:
        facts = {
            "asked": str(self.asked or ""),
            "answer": str(self.answer),
            "answered": str(self.answered or ""),
            "reasonable": self.reasonable,
            **{name: self.text(name) for name in (*FACTORS, *TEXTS)},
        }
        return {"person": self.person, **{name: value for name, value in facts.items() if value}}


class Consents:
    """Every assessment, by the person's id; folded event by event."""

    def __init__(self) -> None:
        self.by_person: dict[str, Assessment] = {}

    def apply(self, event: Event) -> None:
        person = str(event.payload["about"])
        self.by_person[person] = self.of(person).changed(event.payload)

    def of(self, person: str) -> Assessment:
        return self.by_person.get(person) or Assessment(person)

    def to_json(self) -> list[dict[str, Any]]:
        return [self.by_person[person].to_json() for person in sorted(self.by_person)]


@dataclass(frozen=True, slots=True)
class Follows:
    """What follows from the record: ``outcome`` "disclose", "redact" or "" (nothing yet), on which ground (a code of
    the releases, "TP", or ""), in words."""

    outcome: str
    ground: str
    why: str


def follows(person: Person, record: Assessment) -> Follows:
    """What the law makes of the record, before anybody overrides it."""
    if record.text("died"):
        if record.text("confidence"):
            return Follows(
                "", "DECEASED", say("They have died: para 16 does not apply; a duty of confidence is on record")
            )
        return Follows("disclose", "DECEASED", say("They have died: para 16 does not apply to them"))
    if record.answer is Answer.GIVEN:
        scope = record.text("scope")
        agreed = (
            say("They agreed, for: {scope} (para 16(2)(a))", scope=scope)
            if scope
            else say("They agreed (para 16(2)(a))")
        )
        return Follows("disclose", "CONSENT", agreed)
    if record.text("known"):
        return Follows("disclose", "KNOWN", say("The requester knows already: {text}", text=record.text("known")))
    if record.text("what"):
        return Follows("disclose", NOBODY, say("Not a person: {text}", text=record.text("what")))
    if record.reasonable == "yes":
        return Follows("disclose", "REASONABLE", say("Judged reasonable without consent (para 16(2)(b))"))
    if record.reasonable == "no":
        return Follows("redact", "TP", say("Judged not reasonable without consent (para 16(2)(b))"))
    if person.role is Role.PROFESSIONAL and person.profession in OFFICIAL:
        return Follows(
            "disclose", "OFFICIAL", say("A professional in their official capacity: taken to be reasonable (para 17)")
        )
    if record.answer is not Answer.NONE:
        said = ANSWERS[record.answer]
        return Follows(
            "", "", say("{said}: whether it is reasonable all the same is to be judged (para 16(2)(b))", said=said)
        )
    return Follows("", "", "")


@dataclass(frozen=True, slots=True)
class Standing:
    """One person with what is on record about them, what follows, and what is decided ("redact", "disclose", "")."""

    person: Person
    record: Assessment
    follows: Follows
    decided: str
    gaps: tuple[str, ...]


def gaps(
    person: Person, record: Assessment, outcome: str, reason: str, fields: Mapping[str, str], agreed: str = ""
) -> Iterator[str]:
    """What is missing, or contradicts what is decided about a person; nothing once an override says why.

    ``outcome`` is "redact" or "disclose", decided for ``reason`` (a reason's code; for a disclosure a ground's, or "")
    with ``fields``; ``agreed`` is what their consent covered when they were left in everywhere beyond it."""
    if record.text("override"):
        return
    if record.asked and record.answer is Answer.NONE:
        yield say("consent was asked for and no answer is on record")
    found = follows(person, record)
    if outcome == "redact" and reason == "TP":
        if found.outcome == "disclose":
            yield say("held back, though it is on record: {why}", why=found.why)
    elif outcome == "disclose" and person.role in (Role.THIRD_PARTY, Role.UNKNOWN):
        if found.outcome == "redact":
            yield say("left in, though it is on record: {why}", why=found.why)
            return
        ground = reason or found.ground or ("KNOWN" if fields.get("known") else "")
        if ground not in releases():
            yield say("left in, and on what ground is not on record")
            return
        scope = record.text("scope")
        if ground == "CONSENT" and record.answer is Answer.GIVEN and scope and scope != agreed:
            yield say("left in wherever they are named, and they agreed, for: {scope}", scope=scope)
        missing = release(ground).missing({**record.fields(), **fields})
        if ground == "CONSENT" and record.answer is not Answer.GIVEN and not fields.get("date"):
            yield say("left in because they agreed, which is not on record")
        elif ground == "DECEASED":
            missing = [name for name in missing if name != "confidence"]
        if missing:
            yield say(
                "left in ({title}), which lacks: {names}",
                title=release(ground).title.lower(),
                names=", ".join(missing),
            )


def said_opened(data: Mapping[str, Any]) -> str:
    """How much leaving somebody in everywhere opens: ``mentions``, ``pages`` and ``papers`` in numbers."""
    return say(
        "{mentions} on {pages} of {papers}",
        mentions=count(int(data["mentions"]), "mention"),
        pages=count(int(data["pages"]), "page"),
        papers=count(int(data["papers"]), "document"),
    )


def key(person: str, record: Assessment, decided: str, gap: str) -> str:
    """Stable for the same gap; another when the record or the decision has changed."""
    return hashlib.sha256(canonical([person, record.to_json(), decided, gap])).hexdigest()[:16]


def _date(text: Any) -> date | None:
    return date.fromisoformat(str(text)) if text else None
