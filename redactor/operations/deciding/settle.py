# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settle what is left to do: leave it, redact it, say it was seen, or that the subject knows it already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from redactor.casefile.identity import Identity
from redactor.casefile.noticed import stored_own
from redactor.domain.catalogue import reason as reason_for
from redactor.domain.errors import BadInput, Refused
from redactor.domain.journal import Event, Kind
from redactor.domain.saying import say
from redactor.operations.checking.troubles import DAMAGED
from redactor.operations.copies.carrying import carried_payload, places_called
from redactor.operations.deciding.beyond import Opens, opened
from redactor.operations.deciding.cue_marking import cue_group, cue_payload
from redactor.operations.deciding.decide import Decision, in_one_step, sure_mentions, third_party_fields, who_is
from redactor.operations.deciding.notes import settled_payload
from redactor.operations.request.opinions import classes_payload
from redactor.operations.view import CaseView
from redactor.review.checks.notes import Ending
from redactor.review.decisions.anchors import anchors_json
from redactor.review.decisions.decided import Outcome, person_to_json
from redactor.review.questions.own import own_facts
from redactor.review.todo_items import OF_A_PAGE, SETTLED_BY, TodoItem, TodoKind

OUTCOMES = ("leave", "redact", "seen", "known")


def settle(
    view: CaseView,
    items: Sequence[TodoItem],
    outcome: str,
    why: str,
    *,
    beyond_consent: bool = False,
    signer: Identity | None = None,
) -> list[Event]:
    """Settle these items alike. Raises BadInput without a reason, Refused where the outcome does not fit an item, and
    BeyondConsent for somebody left in everywhere beyond what they agreed to, unless it is meant."""
    return settle_each(view, {outcome: items}, {outcome: why}, beyond_consent=beyond_consent, signer=signer)


def settle_each(
    view: CaseView,
    choices: Mapping[str, Sequence[TodoItem]],
    whys: Mapping[str, str],
    *,
    beyond_consent: bool = False,
    signer: Identity | None = None,
) -> list[Event]:
    """Settle items in one step, each as chosen (all by outcome); one undo takes the step back. Raises as settle."""
    view.case.require_writable()
    for outcome in choices:
        if outcome not in OUTCOMES:
            raise BadInput(
                say("'{outcome}' is not a way to settle", outcome=outcome),
                do=say("Use one of: {known}", known=", ".join(OUTCOMES)),
            )
    if not all(whys.get(outcome, "").strip() for outcome in choices):
        raise BadInput("settling needs its reason on record", do="Say why (--why W)")
    for outcome, items in choices.items():
        _fits(items, outcome)
    left = [item.person for item in choices.get("leave", ()) if _about_somebody(view, item, "leave")]
    beyond = opened(view, left, "", meant=beyond_consent)
    pairs = [
        pair
        for outcome, items in choices.items()
        for pair in _decisions(view, items, outcome, whys[outcome], beyond, signer)
    ]
    events = view.case.append_many(in_one_step(pairs), signer=signer)
    view.refresh()
    return events


def withhold_items(
    view: CaseView,
    items: Sequence[TodoItem],
    reason: str,
    fields: Mapping[str, str],
    *,
    signer: Identity | None = None,
) -> list[Event]:
    """The pages of these items withheld in one step, for a reason with its own fields. Raises BadInput, Refused for an
    item that is about no page."""
    view.case.require_writable()
    code = reason_for(reason).code
    if any(item.kind not in OF_A_PAGE for item in items):
        raise Refused("this is not about a whole page", do="Settle it by itself")
    pairs = [
        (
            Kind.PAGES_WITHHELD,
            {**_place(item), "reason": code, "fields": third_party_fields(view, code, fields, _unread(item))},
        )
        for item in items
    ]
    events = view.case.append_many(in_one_step(pairs), signer=signer)
    view.refresh()
    return events


def _fits(items: Sequence[TodoItem], outcome: str) -> None:
    for item in items:
        fitting = SETTLED_BY.get(item.kind, ())
        if outcome not in fitting:
            do = say("Use one of: {known}", known=", ".join(fitting)) if fitting else item.how
            raise Refused(
                say("'{outcome}' does not settle {id} ({text})", outcome=outcome, id=item.id, text=item.text), do=do
            )


def _decisions(
    view: CaseView,
    items: Sequence[TodoItem],
    outcome: str,
    why: str,
    beyond: Mapping[str, Opens],
    signer: Identity | None,
) -> list[Decision]:
    """What goes into the journal where all of these are settled alike."""
    pairs: list[Decision] = []
    people = [item for item in items if _about_somebody(view, item, outcome)]
    pages = [item for item in items if outcome == "redact" and item.kind in OF_A_PAGE]
    classes = [item for item in items if item.kind is TodoKind.CLASS]
    cues = [item for item in items if outcome == "redact" and item.kind is TodoKind.HARM_CUE]
    copies = [i for i in items if outcome == "redact" and i.kind is TodoKind.INCONSISTENT]
    notes = [item for item in items if item.kind is TodoKind.NOTE]
    done = [*people, *pages, *cues, *copies, *classes, *notes]
    rest = [item for item in items if item not in done]
    pairs += [(Kind.PERSON_DECIDED, _person(view, item, outcome, why, beyond)) for item in people]
    pairs += [(Kind.HARM_MARKED, cue_payload(view, cue_group(view, item.id), "", {})) for item in cues]
    pairs += [(Kind.CLASSES_CONFIRMED, {**classes_payload(view), "why": why}) for _ in classes[:1]]
    pairs += [(Kind.PAGES_WITHHELD, _page(view, item, why)) for item in pages]
    for item in notes:
        answered = settled_payload(view, item.id, Ending.ANSWERED, why, signer)
        pairs.append((Kind.NOTE_SETTLED, answered))
    if copies:
        places = places_called(view, [place for item in copies for place in item.places])
        pairs.append((Kind.DECISIONS_CARRIED, carried_payload(view, places, why, [item.id for item in copies])))
    if rest:
        entries = [_entry(view, item, outcome) for item in rest]
        reason = "TP" if outcome == "redact" else ""
        pairs.append((Kind.ITEM_SETTLED, {"outcome": outcome, "why": why, "reason": reason, "items": entries}))
    return pairs


def _about_somebody(view: CaseView, item: TodoItem, outcome: str) -> bool:
    """True when settling the item so is a decision about a person, everywhere."""
    return item.kind is TodoKind.PERSON or _turns(view, item, outcome)


def _turns(view: CaseView, item: TodoItem, outcome: str) -> bool:
    """True when settling a gap in what is on record about somebody decides otherwise about them than now."""
    ground = view.state.ground_for(item.person) if item.kind is TodoKind.CONSENT else None
    return ground is not None and (ground.outcome is Outcome.REDACT) is not (outcome == "redact")


def _entry(view: CaseView, item: TodoItem, outcome: str) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": item.id, "kind": str(item.kind), "text": item.text, "about": item.person}
    if item.places:
        entry["places"] = list(item.places)
    elif item.anchors and not (item.kind is TodoKind.OWN and outcome == "seen"):
        # Somebody else's after all: what was proposed stays as it is.
        entry["anchors"] = [anchor.to_json() for anchor in item.anchors]
        if item.kind is TodoKind.OWN:
            entry["own"] = own_facts(stored_own(view.case), item.id)
    if outcome == "redact" and (item.anchors or item.kind is not TodoKind.CONSENT):
        person = view.people.get(item.person)
        entry["fields"] = third_party_fields(view, "TP", {}, who_is(person) if person else item.anchors[0].text)
    return entry


def _person(view: CaseView, item: TodoItem, outcome: str, why: str, beyond: Mapping[str, Opens]) -> dict[str, Any]:
    person = view.person(item.person)
    data: dict[str, Any] = {"person": person_to_json(person), "why": why}
    if outcome == "redact":
        fields = third_party_fields(view, "TP", {}, who_is(person))
        anchors = anchors_json(sure_mentions(view, person.id))
        anchors += [anchor.to_json() for anchor in item.anchors if anchor.boxes and anchor.to_json() not in anchors]
        return {**data, "outcome": "redact", "reason": "TP", "fields": fields, "anchors": anchors}
    found = beyond.get(item.person) if outcome == "leave" else None
    consent = {"consent": found.to_json()} if found else {}
    return {**data, **consent, "outcome": "disclose", "fields": {"known": why} if outcome == "known" else {}}


def _page(view: CaseView, item: TodoItem, why: str) -> dict[str, Any]:
    """A page that can be seen and not read for certain may be about anybody; of any other nobody can say more than
    that it is damaged."""
    if item.kind is TodoKind.NEEDS_EYES:
        reason, fields = "TP", third_party_fields(view, "TP", {"information": why}, _unread(item))
    else:
        reason, fields = DAMAGED, {"why": f"{item.text}: {why}"}
    return {**_place(item), "reason": reason, "fields": fields, "why": why}


def _place(item: TodoItem) -> dict[str, Any]:
    return {"document": item.document, "first": item.page, "last": item.page}


def _unread(item: TodoItem) -> str:
    """Whom a page is about that nobody could read for certain."""
    return f"page {item.page}, not read with certainty: {item.text}"
