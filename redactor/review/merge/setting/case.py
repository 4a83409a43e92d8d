# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was settled, and what holds for the case as a whole: request, consent, classes, order, settings. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from redactor.domain.journal import Anchor, Kind
from redactor.domain.office import OfficeLists
from redactor.domain.wording import read_wording, shipped
from redactor.review.decisions.decided import (
    Settled,
)
from redactor.review.merge.aspects import Key, Says
from redactor.review.merge.setting.grounds import Events, Setter
from redactor.review.papers.arrangement import Leaving
from redactor.review.request.opinions import Question
from redactor.review.request.request import Pause

if TYPE_CHECKING:
    from redactor.review.state import JournalState


def _item(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    if says is None:
        state.settled.pop(key[0], None)
    elif (event := events.get(says.event)) is not None:
        settled = Settled(str(says.value), str(event.payload.get("why", "")), event.actor, event.at, event.id)
        state.settled[key[0]] = settled


def _setting(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    if says is None:
        state.settings.pop(key[0], None)
    else:
        state.settings[key[0]] = str(says.value)


def _standing(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    state.standing = dict(says.value) if says else {}


def _used(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    kind, data = Kind(key[0]), says.value if says else {}
    if kind is Kind.WORDING_USED:
        state.wording = read_wording(str(data["wording"])) if data.get("wording") else shipped()
    elif kind is Kind.OFFICE_USED:
        state.office = OfficeLists.from_json(data) if data else OfficeLists()
    elif data:
        state.rosters.append(str(data["roster"]))


def _request(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    value: Any = says.value if says else ""
    if key[0] == "clarifications":
        pauses = [Pause(date.fromisoformat(a), date.fromisoformat(b) if b else None) for a, b in value or ()]
        state.request = replace(state.request, pauses=tuple(pauses))
    else:
        state.request = state.request.changed({key[0]: value})
    state.facts["requester"] = state.request.capacity
    state.facts["received"] = str(state.request.received or "")


def _consent(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    person, name = key
    value: Any = says.value if says else ""
    data = {name: value}
    if name == "answer":
        data = {"answer": value[0] if value else "", "answered": value[1] if value else ""}
    state.consents.by_person[person] = state.consents.of(person).changed(data)


def _class(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    if says is None:
        state.classes.confirmed.pop(key[0], None)
    else:
        state.classes.confirmed[key[0]] = str(says.value)


def _question(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    number = int(key[0])
    if says is None:
        state.ledger.questions.pop(number, None)
        return
    document, anchor, asked, whom = says.value
    place = Anchor.from_json(anchor) if anchor else None
    state.ledger.questions[number] = Question(number, document, place, date.fromisoformat(asked), whom)


def _title(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    said = state.arrangement.described.setdefault((key[0], int(key[1])), {})
    if says is None:
        said.pop(key[2], None)
    else:
        said[key[2]] = str(says.value)


def _left_out(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    place = (key[0], int(key[1]))
    if says is None:
        state.arrangement.left.pop(place, None)
        return
    reason, fields, like = says.value
    pairs = tuple((str(k), str(v)) for k, v in fields)
    state.arrangement.left[place] = Leaving(reason, pairs, says.event, (like[0], int(like[1])) if like else None)


def _arranged(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    """A document that one left out and the other arranged: ``says`` lists the pages that stay left out."""
    for page in [page for document, page in state.arrangement.left if document == key[0]]:
        if says is None or page not in says.value:
            state.arrangement.left.pop((key[0], page))


def _order(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    order = state.arrangement.order
    named = [part for entry in (says.value if says else ()) if (part := (entry[0], int(entry[1]))) in set(order)]
    # The named parts take the places they have among them; what is not named stays where it is.
    places = iter(named)
    wanted = set(named)
    state.arrangement.order = [next(places) if part in wanted else part for part in order]


#: By the first word of the key.
CASE_SET: dict[str, Setter] = {
    "item": _item,
    "setting": _setting,
    "standing": _standing,
    "used": _used,
    "request": _request,
    "consent": _consent,
    "class": _class,
    "question": _question,
    "title": _title,
    "left_out": _left_out,
    "arranged": _arranged,
    "order": _order,
}
