# SPDX-License-Identifier: AGPL-3.0-or-later
"""Decide: about a person, about one occurrence. Each is one journal event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

from redactor.casefile.identity import Identity
from redactor.domain.catalogue import reason as reason_for
from redactor.domain.catalogue import release
from redactor.domain.errors import BadInput
from redactor.domain.journal import Event, Kind
from redactor.domain.mentions import Mention, Person, Profession, Role, Tier
from redactor.operations.deciding.beyond import Opens, opened
from redactor.operations.view import CaseView
from redactor.review.decisions.anchors import anchors_json
from redactor.review.decisions.decided import Outcome, person_to_json
from redactor.review.decisions.standing import SHOWN
from redactor.review.decisions.undoing import TOGETHER

Fields = Mapping[str, str]
Decision = tuple[Kind, dict[str, Any]]


def third_party_fields(view: CaseView, reason: str, given: Fields, who: str) -> dict[str, str]:
    """What was given, filled up from the case's standing assessment (or the council's) for this reason.

    Only information about other people (TP) has a standing assessment; it is shown to whoever accepts it.
    """
    fields = {**view.state.wording.standing_for(reason), **(view.state.standing if reason == "TP" else {})}
    if fields and who:
        fields.setdefault("who", who)
    return {**fields, **{key: value for key, value in given.items() if value.strip()}}


def decide_person(
    view: CaseView,
    identity: str,
    *,
    outcome: Outcome | None = None,
    role: Role | None = None,
    profession: Profession | None = None,
    reason: str = "",
    why: str = "",
    fields: Fields | None = None,
    beyond_consent: bool = False,
    signer: Identity | None = None,
) -> Event:
    """One decision about a person, for all their mentions, found now or later. ``reason`` is a reason's code, or for
    a disclosure the code of its ground. Raises BadInput, Refused; BeyondConsent unless it is meant."""
    made = decide_people(
        view,
        [identity],
        outcome=outcome,
        role=role,
        profession=profession,
        reason=reason,
        why=why,
        fields=fields,
        beyond_consent=beyond_consent,
        signer=signer,
    )
    return made[0]


def decide_people(
    view: CaseView,
    identities: Sequence[str],
    *,
    outcome: Outcome | None = None,
    role: Role | None = None,
    profession: Profession | None = None,
    reason: str = "",
    why: str = "",
    fields: Fields | None = None,
    beyond_consent: bool = False,
    signer: Identity | None = None,
) -> list[Event]:
    """The same decision about several people in one step: one undo takes it back. Raises as decide_person."""
    view.case.require_writable()
    beyond: dict[str, Opens] = {}
    if outcome is Outcome.DISCLOSE and why.strip():
        beyond = opened(view, identities, reason, meant=beyond_consent)
    decision = Deciding(outcome, role, profession, reason, why, fields or {})
    pairs = [(Kind.PERSON_DECIDED, _about_person(view, each, decision, beyond.get(each))) for each in identities]
    events = view.case.append_many(in_one_step(pairs), signer=signer)
    view.refresh()
    return events


@dataclass(frozen=True, slots=True)
class Deciding:
    """What is decided about a person: an outcome with its reason, a role, or both."""

    outcome: Outcome | None
    role: Role | None
    profession: Profession | None
    reason: str
    why: str
    fields: Fields


def _about_person(view: CaseView, identity: str, decision: Deciding, beyond: Opens | None) -> dict[str, Any]:
    person, role, why = view.person(identity), decision.role, decision.why
    if role is not None:
        person = replace(person, role=role, profession=decision.profession or person.profession)
    payload: dict[str, Any] = {"person": person_to_json(person), "role_decided": role is not None}
    if decision.outcome is Outcome.REDACT:
        code = reason_for(decision.reason or "TP").code
        payload |= {"outcome": "redact", "reason": code, "why": why}
        payload["fields"] = third_party_fields(view, code, decision.fields, who_is(person))
        payload["anchors"] = anchors_json(sure_mentions(view, person.id))
    elif decision.outcome is Outcome.DISCLOSE:
        if not why.strip():
            raise BadInput("disclosing needs its reason on record", person.name, "Say why (--why W)")
        payload |= {"outcome": "disclose", "why": why, **release_ground(decision.reason, why, decision.fields)}
        if beyond is not None:
            payload["consent"] = beyond.to_json()
    elif role is None:
        raise BadInput("nothing was decided", person.name, "Choose a role, redact or disclose")
    return payload


def in_one_step(pairs: Sequence[Decision]) -> Sequence[Decision]:
    """These decisions as one step: several share a mark, by which one undo takes them all back."""
    if len(pairs) < 2:
        return pairs
    shared = uuid4().hex
    return [(kind, {**payload, TOGETHER: shared}) for kind, payload in pairs]


def release_ground(code: str, why: str, fields: Fields) -> dict[str, Any]:
    """The ground on which somebody is left in, with its fields: where it asks one question, ``why`` answers it.
    Nothing but the fields when no ground (or the usual reason for holding back) was named. Raises BadInput."""
    given = {key: value for key, value in fields.items() if value.strip()}
    if code in ("", "TP"):
        return {"fields": given}
    ground = release(code)
    open_ = ground.missing(given)
    if len(ground.fields) == 1 and open_:
        given[open_[0]] = why
    return {"reason": ground.code, "fields": given}


def who_is(person: Person) -> str:
    return f"{person.name} ({person.relationship})" if person.relationship else person.name


def sure_mentions(view: CaseView, identity: str) -> list[Mention]:
    return [
        m for m in view.mentions if m.person == identity and m.tier is Tier.PROPOSED and m.boxes and m.where in SHOWN
    ]


def decide_occurrences(
    view: CaseView,
    mentions: Sequence[Mention],
    outcome: Outcome,
    *,
    reason: str = "TP",
    why: str = "",
    fields: Fields | None = None,
    signer: Identity | None = None,
) -> Event:
    """These very mentions, whatever is decided about the person elsewhere."""
    view.case.require_writable()
    if not mentions:
        raise BadInput("no mention was chosen", do="redactor mentions CASE --json lists them")
    if outcome is Outcome.DISCLOSE and not why.strip():
        raise BadInput("disclosing needs its reason on record", mentions[0].text, "Say why (--why W)")
    about = mentions[0].person
    person = view.people.get(about)
    code = reason_for(reason).code if outcome is Outcome.REDACT else ""
    who = who_is(person) if person else mentions[0].text
    payload = {
        "outcome": str(outcome),
        "reason": code,
        "why": why,
        "fields": third_party_fields(view, code, fields or {}, who) if code else dict(fields or {}),
        "about": about,
        "anchors": anchors_json(mentions),
    }
    return view.record(Kind.OCCURRENCE_DECIDED, payload, signer)
