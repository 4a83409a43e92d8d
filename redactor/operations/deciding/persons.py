# SPDX-License-Identifier: AGPL-3.0-or-later
"""Put right who is who: merge, split, rename. Each is one journal event, undone like any other."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import replace

from redactor.casefile.identity import Identity
from redactor.domain.errors import BadInput, Refused
from redactor.domain.journal import Event, Kind
from redactor.domain.mentions import Person
from redactor.domain.saying import say
from redactor.operations.view import CaseView
from redactor.review.decisions.anchors import anchor_of
from redactor.review.decisions.decided import person_to_json


def called(view: CaseView, given: str) -> Person:
    """The person with this id, this name (or other name), or the only one whose id begins so.

    Raises BadInput when there is nobody, and with their ids when there are several."""
    if view.state.root(given) in view.people:
        return view.person(given)
    wanted = " ".join(given.casefold().split())
    everybody = list(view.people.values())
    found = [p for p in everybody if wanted == " ".join(p.name.casefold().split())]
    found = found or [p for p in everybody if wanted in {" ".join(alias.casefold().split()) for alias in p.aliases}]
    found = found or [p for p in everybody if wanted and p.id.startswith(wanted)]
    if len(found) > 1:
        several = ", ".join(f"{person.name} ({person.id})" for person in found[:8])
        raise BadInput(
            say("'{given}' is {number} people", given=given, number=len(found)),
            do=say("Give the id of one: {several}", several=several),
        )
    if not found:
        raise BadInput(
            say("nobody in this case is called '{given}' or has that id", given=given),
            do="redactor people CASE lists them",
        )
    return found[0]


def merge(view: CaseView, identities: Sequence[str], *, signer: Identity | None = None) -> Event:
    """All of these are one person, known by the first one's id. Raises BadInput for an unknown id."""
    view.case.require_writable()
    people = [view.person(identity) for identity in identities]
    distinct = list({person.id: person for person in people}.values())
    if len(distinct) < 2:
        raise BadInput("merging needs two different people", do="Give two or more ids of redactor people CASE --json")
    into, *others = distinct
    payload = {
        "into": into.id,
        "people": [person.id for person in others],
        "known": [person_to_json(person) for person in distinct],
    }
    return view.record(Kind.PEOPLE_MERGED, payload, signer)


def split(
    view: CaseView, identity: str, mentions: Sequence[str], *, name: str = "", signer: Identity | None = None
) -> tuple[Event, str]:
    """These mentions are somebody else; returns the event and the new person's id. Raises BadInput, Refused."""
    view.case.require_writable()
    person = view.person(identity)
    chosen = [m for m in view.mentions if m.id in set(mentions)]
    unknown = set(mentions) - {m.id for m in chosen}
    if unknown or not chosen:
        raise BadInput(
            say("no mention has the id '{name}'", name=min(unknown, default="")),
            do="redactor mentions CASE --json lists them",
        )
    foreign = next((m for m in chosen if m.person != person.id), None)
    if foreign is not None:
        raise Refused(
            say("'{text}' is not a mention of {person}", text=foreign.text, person=person.name),
            do="Choose mentions of that person only",
        )
    new = Person(str(uuid.uuid4()), name or chosen[0].text, (), person.role, person.profession)
    payload = {
        "person": person.id,
        "new": person_to_json(new),
        "anchors": [anchor_of(mention).to_json() for mention in chosen],
    }
    return view.record(Kind.PERSON_SPLIT, payload, signer), new.id


def rename(view: CaseView, identity: str, name: str, *, signer: Identity | None = None) -> Event:
    """Call this person so; the old name stays among the aliases. Raises BadInput."""
    view.case.require_writable()
    person = view.person(identity)
    name = " ".join(name.split())
    if not name:
        raise BadInput("a person needs a name", person.name)
    renamed = replace(person, name=name, aliases=tuple(sorted({*person.aliases, person.name} - {name})))
    return view.record(Kind.PERSON_RENAMED, {"person": person_to_json(renamed)}, signer)
