# SPDX-License-Identifier: AGPL-3.0-or-later
"""A conflict between two copies in a person's words: what it is about, and what each side says. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from redactor.domain.dates import british
from redactor.domain.journal import Event, Kind
from redactor.domain.saying import capital, joined, say
from redactor.review.merge.aspects import Key, Says, anchor_of_key
from redactor.review.state import JournalState


class Words:
    """Speaks of documents by their names."""

    def __init__(self, events: Iterable[Event]) -> None:
        self._names: dict[str, str] = {}
        self._events: dict[str, Event] = {}
        for event in events:
            self._events[event.id] = event
            if event.kind is Kind.DOCUMENT_ADDED:
                self._names.setdefault(str(event.payload["sha256"]), str(event.payload.get("name", "")))

    def title(self, key: Key, state: JournalState) -> str:
        """What the aspect is about: "Gareth Pole", "'grave risk' on page 2 of notes.pdf"."""
        family = key[0]
        anchor = anchor_of_key(key)
        if anchor is not None:
            quoted = f"'{_short(anchor.text)}'" if anchor.text else say("A box")
            return say("{quoted} on {page}", quoted=quoted, page=self._page(anchor.document, anchor.page))
        if family in ("name", "role", "decision"):
            person = self._person(key[1], state)
            named = {"name": say("What they are called"), "role": say("Their role"), "decision": ""}[family]
            return joined([named, person], ": ") if named else person
        if family == "same":
            return say("Who is who: {people}", people=joined([self._person(person, state) for person in key[1:]]))
        if family == "consent":
            return say("On record about {person}: {what}", person=self._person(key[1], state), what=key[2])
        if family in ("withheld", "left_out"):
            return capital(self._page(key[1], int(key[2])))
        if family in ("class", "arranged"):
            return capital(self._name(key[1]))
        if family == "title":
            return say("The {what} of {name} in the index", what=key[3], name=self._name(key[1]))
        plain = {
            "item": say("A thing that was settled"),
            "setting": say("How the release looks: {setting}", setting=key[-1]),
            "standing": say("The standing assessment"),
            "request": say("The request: {what}", what=key[-1].replace("_", " ")),
            "question": say("Question {number} to a clinician", number=key[-1]),
            "order": say("The order of the documents"),
        }
        used = {
            Kind.WORDING_USED: say("The wording"),
            Kind.OFFICE_USED: say("The office's lists"),
            Kind.ROSTER_USED: say("The roster"),
        }
        return used[Kind(key[1])] if family == "used" else plain[family]

    def tell(self, key: Key, says: Says | None, state: JournalState) -> str:
        """What a side says, and who decided it there."""
        if says is None:
            return say("not decided")
        told = self._told(key, says, state)
        event = self._events.get(says.event)
        if event is None:
            return told
        return say(
            "{told} ({who}, {date})", told=told, who=event.actor.name or say("not signed"), date=british(event.at)
        )

    def _told(self, key: Key, says: Says, state: JournalState) -> str:
        family, value = key[0], says.value
        if family == "against":
            inner = tuple(json.loads(key[1 if says.more == "place" else 2]))
            return self._whole(inner, self._told(inner, says, state), state)
        if family in ("decision", "place", "withheld"):
            return _ground(value)
        if family == "passage":
            grounds = [(_ground(each[0]), each[1]) for each in value]
            return joined([say("{ground}, as harm", ground=told) if harm else told for told, harm in grounds], "; ")
        if family == "role":
            return " ".join(part.replace("_", " ") for part in reversed(value) if part)
        if family == "same":
            pairs = [
                say("{one} is {other}", one=self._person(one, state), other=self._person(into, state))
                for one, into in value
            ]
            return joined(pairs, "; ") or say("they are different people")
        if family == "split":
            return say("this is {person}", person=self._person(value[1], state))
        if family == "left_out":
            return say("left out: {reason}", reason=value[0])
        if family == "arranged":
            return (
                say("pages left out: {pages}", pages=", ".join(map(str, value)))
                if value
                else say("it stays in, and was arranged")
            )
        if family == "order":
            return ", ".join(_short(self._names.get(sha, ""), 24) for sha, _ in value[:6])
        if family == "question":
            return say("about {name}, asked of {whom}", name=self._name(value[0]), whom=value[3])
        if family == "used":
            return say("used here")
        if family == "standing":
            return "; ".join(f"{k}: {v}" for k, v in value)[:200]
        return value if isinstance(value, str) else ", ".join(str(part) for part in value if part)

    def _whole(self, key: Key, told: str, state: JournalState) -> str:
        """``told``, and what is held back with it where that is more than the place itself."""
        if key[0] == "withheld":
            return say("{told}, with the whole page", told=told)
        if key[0] == "decision":
            return say("{told}, with all of {person}", told=told, person=self._person(key[1], state))
        return told

    def _name(self, document: str) -> str:
        return self._names.get(document) or say("a document")

    def _page(self, document: str, page: int) -> str:
        return say("page {page} of {name}", page=page, name=self._name(document))

    def _person(self, person: str, state: JournalState) -> str:
        record = state.who.people.get(person)
        return record.person.name if record else say("somebody")


def _ground(value: Any) -> str:
    outcome, reason, fields, why = value
    if outcome == "left":
        return say("left in, as {outcome}", outcome=reason.replace("_", " "))
    told = say("redacted" if outcome == "redact" else "left in")
    if reason:
        told = say("{told} as {reason}", told=told, reason=reason)
    because: Mapping[str, str] = {str(k): str(v) for k, v in fields}
    more = why or because.get("who", "")
    return joined([told, _short(more, 80)], ": ") if more else told


def _short(text: str, length: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
