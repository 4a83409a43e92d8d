# SPDX-License-Identifier: AGPL-3.0-or-later
"""The findings: people as the case will know them, and every span with its owner, tier and reason."""

from __future__ import annotations

import uuid
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from redactor.detect.language.dates import DATE, find_days
from redactor.detect.language.dates import read as read_date
from redactor.detect.language.found import Findings, FoundSpan, KnownPerson, RawSpan, SubjectFacts
from redactor.detect.language.text import fold
from redactor.detect.language.words import ROLE_SHORT
from redactor.detect.layers.identifiers import HANDLE
from redactor.detect.people.assemble import Place
from redactor.detect.people.belonging import birthdays, role_of, vote_owners
from redactor.detect.people.doubt import everyday
from redactor.detect.people.houses import Houses
from redactor.detect.people.letters import letters
from redactor.detect.people.own_details import own_details
from redactor.detect.people.owners import ADJACENT, GIVEN, Owners, value_of
from redactor.detect.people.record import NAMESPACE, SURE, Record, overlaps
from redactor.detect.people.relatives import Relatives
from redactor.detect.people.roles import Evidence, official
from redactor.domain.mentions import EVERYDAY, Label, Person, Role, Tier
from redactor.domain.saying import said_all


def findings(record: Record, subject: SubjectFacts | None, known: Sequence[KnownPerson]) -> Findings:
    owners = vote_owners(record)
    letters(record)
    persons, ids = _persons(record)
    days = birthdays(record, owners, subject)
    roles = {number: persons[number].role for number in ids}
    houses, relatives = _houses(record, owners, roles), Relatives(record, roles)
    spans = tuple(
        _unit_spans(record, number, owners, ids, persons, days, houses, relatives, subject is not None)
        for number in range(len(record.units))
    )
    mentioned = {span.person for unit in spans for span in unit if span.person}
    # Somebody known beforehand who was read anew in the same place is one person: an id is a person's, once.
    everybody = {p.id: p for p in reversed(persons.values())}
    people = tuple(p for p in reversed(everybody.values()) if p.id in mentioned or p.role is Role.SUBJECT)
    return Findings(spans, people, own_details(record, owners, persons))


def _persons(record: Record) -> tuple[dict[int, Person], dict[int, str]]:
    persons: dict[int, Person] = {}
    ids: dict[int, str] = {}
    for somebody in record.people.all:
        number = somebody.number
        name = somebody.name
        where = record.first_place.get(number, ("", 0))
        ids[number] = somebody.known_id or str(uuid.uuid5(NAMESPACE, f"{fold(name)}\n{where[0]}\n{where[1]}"))
        evidence = record.evidence.get(number) or Evidence()
        role = role_of(record, number) if number in record.evidence else Role.THIRD_PARTY
        if somebody.role is not Role.UNKNOWN:
            role = somebody.role
        aliases = tuple(alias for alias, _ in somebody.shown.most_common(40) if alias != name)
        why = evidence.why()
        if role is Role.THIRD_PARTY and not why:
            why = "named in the record; nothing says they act in a professional capacity"
        persons[number] = Person(
            id=ids[number],
            name=name,
            aliases=aliases,
            role=role,
            profession=evidence.profession() if role is Role.PROFESSIONAL else None,
            relationship=evidence.relationship() if role is Role.THIRD_PARTY else "",
            why=why if role is not Role.SUBJECT else "the data subject of this case",
        )
    return persons, ids


def _unit_spans(
    record: Record,
    number: int,
    owners: Owners,
    ids: dict[int, str],
    persons: dict[int, Person],
    days: dict[date, int],
    houses: Houses,
    relatives: Relatives,
    case: bool,
) -> tuple[FoundSpan, ...]:
    text = record.texts[number]
    out: list[FoundSpan] = []
    never = record.never.get(number, [])
    for place in record.places[number]:
        if any(start <= place.start and place.end <= end for start, end in never):
            continue
        tier = Tier.PROPOSED if place.score >= SURE else Tier.POSSIBLE
        who = ids[place.person] if place.person >= 0 else ""
        score, why = round(place.score, 2), _why(place, persons)
        if not who and tier is Tier.POSSIBLE and everyday(text[place.start : place.end], record.people.lexicon):
            score, why = min(score, EVERYDAY), f"{why}; mostly an everyday word or an abbreviation"
        out.append(FoundSpan(place.start, place.end, Label.PERSON, score, tier, who, why))
    names = list(out)
    taken = sorted((s.start, s.end) for s in out)
    address_owner: list[tuple[int, int]] = []
    at_numbers = list(houses.find(text))
    numbered = [(start, end, owner) for start, end, owner, _ in at_numbers if owner >= 0]
    for span in record.raw[number]:
        if span.label == Label.PERSON:
            continue
        if overlaps(taken, span.start, span.end) and span.label != Label.RELATION:
            # A number is never part of a name; a name inside an address or e-mail was not read as one.
            if not any(s.start <= span.start and span.end <= s.end for s in names):
                pass
            else:
                continue
        label = Label(span.label)
        if label is Label.RELATION:
            out.append(_relation(span, number, relatives, numbered, persons))
            continue
        owner = owners.owner(label, text[span.start : span.end])
        if owner >= 0 and owner == record.office[2]:
            out.append(_identifier(span, label, owner, ids, persons, text, case))
            continue
        if (
            label is Label.EMAIL
            and owner >= 0
            and not _theirs(record, owner, persons[owner].role, text[span.start : span.end])
        ):
            owner = -1
        if label is Label.DOB and owner < 0 and (match := DATE.search(text, span.start, span.end)):
            owner = days.get(read_date(match) or date.min, -1)
        if label is Label.ADDRESS:
            owner = _lives_here(record, number, span, owners, owner)
            address_owner.append((span.end, owner))
        if label is Label.POSTCODE:
            near = [who for end, who in address_owner if 0 <= span.start - end <= 50]
            owner = near[-1] if near else owner
        out.append(_identifier(span, label, owner, ids, persons, text, case))
    covered = sorted((s.start, s.end) for s in out)
    for start, end, day in find_days(text, frozenset(days)):
        if not overlaps(covered, start, end):
            owner = days[day]
            out.append(
                FoundSpan(
                    start, end, Label.DOB, 0.8, Tier.PROPOSED, ids.get(owner, ""), "a date of birth in this record"
                )
            )
    covered = sorted((s.start, s.end) for s in out)
    for start, end, owner, sure in at_numbers:
        if not overlaps(covered, start, end):
            tier = Tier.PROPOSED if sure else Tier.POSSIBLE
            score = 0.75 if sure else 0.4
            out.append(
                FoundSpan(
                    start, end, Label.ADDRESS, score, tier, ids.get(owner, ""), "a house of the record by its number"
                )
            )
    return tuple(sorted(out, key=lambda s: (s.start, s.end, s.label)))


def _theirs(record: Record, owner: int, role: Role, address: str) -> bool:
    """Whether an e-mail address beside a professional's name is theirs: a private one that does not name them ("To:"
    under "From:") is somebody else's."""
    local, _, host = fold(address).partition("@")
    person = record.people.all[owner]
    named = any(len(part) > 2 and part in local for part in (*person.forenames, *person.surnames))
    return role is not Role.PROFESSIONAL or official(host) or named


def _houses(record: Record, owners: Owners, roles: dict[int, Role]) -> Houses:
    """Whose each address is, over all places where it is written."""
    lives: dict[str, set[int]] = defaultdict(set)
    for number, spans in enumerate(record.raw):
        text = record.texts[number]
        for span in spans:
            if span.label == Label.ADDRESS:
                address = text[span.start : span.end]
                owner = owners.owner(Label.ADDRESS, address)
                value = value_of(Label.ADDRESS, address)
                lives[value].add(_lives_here(record, number, span, owners, owner))
                if record.subject >= 0 and owners.votes_for(Label.ADDRESS, address, record.subject) >= ADJACENT:
                    lives[value].add(record.subject)
    return Houses(record, owners, lives, roles)


def _lives_here(record: Record, number: int, span: RawSpan, owners: Owners, owner: int) -> int:
    """Whose address this is in this place. A shared home is the subject's, except right beside somebody else:
    there it says where they live."""
    text = record.texts[number]
    if record.subject >= 0 and owners.votes_for(Label.ADDRESS, text[span.start : span.end], record.subject) >= GIVEN:
        return record.subject
    places = record.places[number]
    index = bisect_left([p.start for p in places], span.end)
    beside = owners.beside(text, span, places, index)
    if beside >= 0 and beside != record.subject:
        return beside
    if record.subject >= 0 and owners.votes_for(Label.ADDRESS, text[span.start : span.end], record.subject) >= 5:
        return record.subject
    return owner


def _identifier(
    span: RawSpan, label: Label, owner: int, ids: dict[int, str], persons: dict[int, Person], text: str, case: bool
) -> FoundSpan:
    score = span.score
    tier = Tier.PROPOSED if score >= SURE else Tier.POSSIBLE
    what = "user name" if span.found_by == HANDLE else label.value.replace("_", " ").lower()
    why = f"{what} of {persons[owner].name}" if owner >= 0 else f"{what}; whose it is the text does not say"
    if case and owner < 0:
        private = label is Label.EMAIL and not official(text[span.start : span.end].partition("@")[2])
        if not private and span.found_by != HANDLE:
            tier = Tier.POSSIBLE
    return FoundSpan(span.start, span.end, label, round(score, 2), tier, ids.get(owner, ""), why)


def _relation(
    span: RawSpan, number: int, relatives: Relatives, found: Sequence[tuple[int, int, int]], persons: dict[int, Person]
) -> FoundSpan:
    owner = relatives.owner(number, span, found)
    why = f"points to {persons[owner].name}, by what the record says of them" if owner >= 0 else "points to a person"
    who = persons[owner].id if owner >= 0 else ""
    return FoundSpan(span.start, span.end, Label.RELATION, span.score, Tier.POSSIBLE, who, why)


_LAYER_WORDS = said_all(
    {
        "propagated": "a name found elsewhere in the record",
        "misspelt": "like a name in the record, spelt differently",
        "initials": "the initials of somebody in the record",
        "short form": "the beginning of a forename in the record",
        "joined": "a name written without a blank",
        "lists": "a forename and surname",
        "line": "a name alone in its line or cell",
        "context": "does or is done to as only people are",
        "lower case": "a forename in lower case",
        "ordinary word": "a name in this record that is also an everyday word",
        "reversed": "written surname first",
        "greeting": "greeted or written to",
        "signature": "signs",
        "title": "has a title",
        "family": "named as a family",
        "known as": "said to be called so",
        "nickname": "a name in quotes after a name",
        "mail header": "before an e-mail address",
    }
)


def _why(place: Place, persons: dict[int, Person]) -> str:
    kind, _, phrase = place.by.partition(":")
    if kind in {"role", "relation"}:
        phrase = phrase.removesuffix(":reversed")
        reason = f"'{phrase.upper() if phrase in ROLE_SHORT else phrase}' before the name"
    elif kind == "field":
        reason = f"in the field '{phrase.removesuffix(':reversed')}'"
    else:
        reason = _LAYER_WORDS.get(kind, "read as a name")
    return f"{reason}; {place.why}" if place.why else reason
