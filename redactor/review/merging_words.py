# SPDX-License-Identifier: AGPL-3.0-or-later
"""A conflict between two copies in a person's words: what it is about, and what each side says. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from redactor.domain.dates import british
from redactor.domain.journal import Event, Kind
from redactor.review.aspects import Key, Says, anchor_of_key
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
            quoted = f"'{_short(anchor.text)}'" if anchor.text else "A box"
            return f"{quoted} on {self._page(anchor.document, anchor.page)}"
        if family in ("name", "role", "decision"):
            named = {"name": "What they are called: ", "role": "Their role: ", "decision": ""}[family]
            return named + self._person(key[1], state)
        if family == "same":
            return "Who is who: " + ", ".join(self._person(person, state) for person in key[1:])
        if family == "consent":
            return f"On record about {self._person(key[1], state)}: {key[2]}"
        if family in ("withheld", "left_out"):
            return self._page(key[1], int(key[2])).capitalize()
        if family in ("class", "arranged"):
            return self._names.get(key[1], "A document")
        if family == "title":
            return f"The {key[3]} of {self._names.get(key[1], 'a document')} in the index"
        plain = {
            "item": "A thing that was settled",
            "setting": f"How the release looks: {key[-1]}",
            "standing": "The standing assessment",
            "request": f"The request: {key[-1].replace('_', ' ')}",
            "question": f"Question {key[-1]} to a clinician",
            "order": "The order of the documents",
        }
        used = {
            Kind.WORDING_USED: "The wording",
            Kind.OFFICE_USED: "The office's lists",
            Kind.ROSTER_USED: "The roster",
        }
        return used[Kind(key[1])] if family == "used" else plain[family]

    def tell(self, key: Key, says: Says | None, state: JournalState) -> str:
        """What a side says, and who decided it there."""
        if says is None:
            return "not decided"
        told = self._told(key, says, state)
        event = self._events.get(says.event)
        if event is None:
            return told
        return f"{told} ({event.actor.name or 'not signed'}, {british(event.at[:10])})"

    def _told(self, key: Key, says: Says, state: JournalState) -> str:
        family, value = key[0], says.value
        if family == "against":
            inner = tuple(json.loads(key[1 if says.more == "place" else 2]))
            return self._told(inner, says, state) + self._whole(inner, state)
        if family in ("decision", "place", "withheld"):
            return _ground(value)
        if family == "passage":
            return "; ".join(_ground(each[0]) + (", as harm" if each[1] else "") for each in value)
        if family == "role":
            return " ".join(part.replace("_", " ") for part in reversed(value) if part)
        if family == "same":
            pairs = [f"{self._person(one, state)} is {self._person(into, state)}" for one, into in value]
            return "; ".join(pairs) or "they are different people"
        if family == "split":
            return f"this is {self._person(value[1], state)}"
        if family == "left_out":
            return f"left out: {value[0]}"
        if family == "arranged":
            return f"pages left out: {', '.join(map(str, value))}" if value else "it stays in, and was arranged"
        if family == "order":
            return ", ".join(_short(self._names.get(sha, ""), 24) for sha, _ in value[:6])
        if family == "question":
            return f"about {self._names.get(value[0], 'a document')}, asked of {value[3]}"
        if family == "used":
            return "used here"
        if family == "standing":
            return "; ".join(f"{k}: {v}" for k, v in value)[:200]
        return value if isinstance(value, str) else ", ".join(str(part) for part in value if part)

    def _whole(self, key: Key, state: JournalState) -> str:
        """Where what is held back is more than the place itself."""
        if key[0] == "withheld":
            return ", with the whole page"
        return f", with all of {self._person(key[1], state)}" if key[0] == "decision" else ""

    def _page(self, document: str, page: int) -> str:
        return f"page {page} of {self._names.get(document, 'a document')}"

    def _person(self, person: str, state: JournalState) -> str:
        record = state.who.people.get(person)
        return record.person.name if record else "somebody"


def _ground(value: Any) -> str:
    outcome, reason, fields, why = value
    if outcome == "left":
        return f"left in, as {reason.replace('_', ' ')}"
    verb = "redacted" if outcome == "redact" else "left in"
    because: Mapping[str, str] = {str(k): str(v) for k, v in fields}
    more = why or because.get("who", "")
    return f"{verb}{' as ' + reason if reason else ''}{': ' + _short(more, 80) if more else ''}"


def _short(text: str, length: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
