# SPDX-License-Identifier: AGPL-3.0-or-later
"""The findings: people as the case will know them, and every span with its owner, tier and reason."""

from __future__ import annotations

import re
import uuid
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from redactor.detect.language.dates import DATE, find_days
from redactor.detect.language.dates import read as read_date
from redactor.detect.language.everyday import everyday
from redactor.detect.language.found import Findings, FoundSpan, KnownPerson, RawSpan, SubjectFacts
from redactor.detect.language.text import fold
from redactor.detect.language.words import ROLE_SHORT
from redactor.detect.layers.addresses import LIVES
from redactor.detect.layers.identifiers import HANDLE
from redactor.detect.layers.workplaces import WORKPLACE
from redactor.detect.people.assemble import Place
from redactor.detect.people.at_work import perhaps
from redactor.detect.people.belonging import birthdays, role_of, vote_owners
from redactor.detect.people.called_so import called_so
from redactor.detect.people.houses import Houses
from redactor.detect.people.letters import letters
from redactor.detect.people.mail import official, shared_box
from redactor.detect.people.own_details import ASKED, LEAST, own_details
from redactor.detect.people.owners import ADJACENT, GIVEN, Owners
from redactor.detect.people.private import private_details
from redactor.detect.people.record import NAMESPACE, SURE, Record, overlaps
from redactor.detect.people.relatives import Relatives
from redactor.detect.people.roles import Evidence
from redactor.detect.people.ties import own_ties, tie_of
from redactor.detect.people.unnamed import told_apart
from redactor.detect.people.unnamed_homes import unnamed_homes
from redactor.domain.mentions import EVERYDAY, PLACE_OF_WORK, USER_NAME, Label, Person, Role, Tier
from redactor.domain.saying import said_all
from redactor.domain.why import UNSAID

#: How far (letters) after an address its postcode may stand.
AFTER_ADDRESS = 50
#: What these layers find has no label of its own.
_CALLED = {HANDLE: USER_NAME, WORKPLACE: PLACE_OF_WORK}
NOT_SAID = "whose it is the text does not say"
UNNAMED = "the home of somebody who is not named, by its number"
PRIVATE = "a private one of somebody who is here for work"


def findings(record: Record, subject: SubjectFacts | None, known: Sequence[KnownPerson]) -> Findings:
    owners = vote_owners(record)
    letters(record)
    own_ties(record)
    persons, ids = _persons(record)
    days = birthdays(record, owners, subject)
    roles = {number: persons[number].role for number in ids}
    houses, relatives = _houses(record, owners, roles), Relatives(record, roles)
    private = private_details(record, owners)
    everything = _Known(record, owners, ids, persons, days, houses, relatives, private, case=subject is not None)
    spans = tuple(_Unit(everything, number).spans() for number in range(len(record.units)))
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
        office = role is Role.PROFESSIONAL
        aliases = tuple(alias for alias, _ in somebody.shown.most_common(40) if alias != name)
        why = evidence.why()
        if work := perhaps(record, number, role):
            why = f"{work}; {why}" if why else work
        if role is Role.THIRD_PARTY and not why:
            why = UNSAID
        persons[number] = Person(
            id=ids[number],
            name=name,
            aliases=aliases,
            role=role,
            profession=evidence.profession() if office else None,
            relationship=evidence.relationship() if role is Role.THIRD_PARTY else tie_of(evidence) if office else "",
            why=why if role is not Role.SUBJECT else "the data subject of this case",
        )
    return persons, ids


#: Numbers that a record holds of its subject and their people; nearest to one stands whoever wrote it down.
_OF_CLIENTS = frozenset(
    {Label.NHS_NUMBER, Label.NINO, Label.UPN, Label.ACCOUNT, Label.SORT_CODE, Label.CASE_REF, Label.DOB}
)

#: A home's own number in a house.
_FLAT = re.compile(r"(?i)(?:flat|apartment|apt)[ \t]+\d")


@dataclass(frozen=True)
class _Known:
    """What the whole record says, by which every text's spans are told. ``case`` is whether there is a subject."""

    record: Record
    owners: Owners
    ids: dict[int, str]
    persons: dict[int, Person]
    days: dict[date, int]
    houses: Houses
    relatives: Relatives
    private: frozenset[tuple[str, str]]
    case: bool


class _Unit:
    """One text's spans, kind by kind: later kinds are left out where an earlier one stands already."""

    def __init__(self, known: _Known, number: int) -> None:
        self._known, self._number = known, number
        self._text = known.record.texts[number]
        self._spans: list[FoundSpan] = []
        #: Where each address ends, and whose it is.
        self._addresses: list[tuple[int, int]] = []

    def spans(self) -> tuple[FoundSpan, ...]:
        self._names()
        at_numbers = list(self._known.houses.find(self._text))
        self._what_layers_found([(start, end, owner) for start, end, owner, _ in at_numbers if owner >= 0])
        self._days()
        self._houses(at_numbers)
        if self._known.case:
            self._spans = told_apart(self._text, self._spans)
        return tuple(sorted(self._spans, key=lambda s: (s.start, s.end, s.label)))

    def _names(self) -> None:
        record = self._known.record
        never = record.never.get(self._number, [])
        for place in record.places[self._number]:
            if any(start <= place.start and place.end <= end for start, end in never):
                continue
            tier = Tier.PROPOSED if place.score >= SURE else Tier.POSSIBLE
            who = self._known.ids[place.person] if place.person >= 0 else ""
            score, why = round(place.score, 2), _why(place, self._known.persons)
            if (
                not who
                and tier is Tier.POSSIBLE
                and everyday(self._text[place.start : place.end], record.people.lexicon)
            ):
                score, why = min(score, EVERYDAY), f"{why}; mostly an everyday word or an abbreviation"
            self._spans.append(FoundSpan(place.start, place.end, Label.PERSON, score, tier, who, why))

    def _what_layers_found(self, numbered: Sequence[tuple[int, int, int]]) -> None:
        """Relation words, and numbers and addresses with whose they are."""
        names = list(self._spans)
        for span in self._known.record.raw[self._number]:
            if span.label == Label.RELATION:
                if self._of_the_subject(span, names):
                    continue
                relatives, persons = self._known.relatives, self._known.persons
                self._spans.append(_relation(span, self._number, relatives, numbered, persons))
            elif span.label != Label.PERSON:
                # A number is never part of a name; a name inside an address or e-mail was not read as one.
                if any(name.start <= span.start and span.end <= name.end for name in names):
                    continue
                if span.found_by == WORKPLACE and any(n.start < span.end and span.start < n.end for n in names):
                    continue
                label = Label(span.label)
                self._spans.append(self._identifier(span, label, self._owner(span, label)))

    def _of_the_subject(self, span: RawSpan, names: Sequence[FoundSpan]) -> bool:
        """Whether a relation word says who the subject is: "Baby Tabitha", "Jordan's sister Tabitha,". In "she told her
        mum Tabitha was safe" it is somebody else, so inside a sentence the name has to end a part of it."""
        subject = self._known.record.subject
        if subject < 0:
            return False
        own = self._known.ids[subject]
        return any(
            name.person == own
            and (
                name.start <= span.start < name.end
                or (name.start >= span.end and called_so(self._text, (span.start, span.end), (name.start, name.end)))
            )
            for name in names
        )

    def _owner(self, span: RawSpan, label: Label) -> int:
        """Whose a number or address is here; -1 when the text does not say."""
        record, owners = self._known.record, self._known.owners
        value = self._text[span.start : span.end]
        owner = owners.owner(label, value)
        if label is Label.DOB and self._own_day(span):
            return record.subject
        if owner >= 0 and owner == record.office[2]:
            return owner
        if owner == record.subject and label in ASKED and owners.votes_for(label, value, owner) < LEAST:
            # Left readable as theirs only where a person is asked whether it is.
            return -1
        if owner >= 0 and label in _OF_CLIENTS and self._known.persons[owner].role is Role.PROFESSIONAL:
            return -1
        match label:
            case Label.EMAIL if owner >= 0 and shared_box(value):
                return owner if self._known.persons[owner].role is Role.PROFESSIONAL else -1
            case Label.EMAIL if owner >= 0:
                return owner if _theirs(record, owner, self._known.persons[owner].role, value) else -1
            case Label.DOB if owner < 0 and (written := DATE.search(self._text, span.start, span.end)):
                return self._known.days.get(read_date(written) or date.min, -1)
            case Label.ADDRESS:
                owner = _lives_here(record, self._number, span, owners, owner)
                if owner >= 0 and self._known.persons[owner].role is Role.PROFESSIONAL and self._a_home(span):
                    owner = -1
                self._addresses.append((span.end, owner))
            case Label.POSTCODE:
                near = [who for end, who in self._addresses if 0 <= span.start - end <= AFTER_ADDRESS]
                return near[-1] if near else owner
        return owner

    def _own_day(self, span: RawSpan) -> bool:
        """Whether a date of birth is the one the case gives for its subject, whoever's name is nearest."""
        own, written = self._known.record.own, DATE.search(self._text, span.start, span.end)
        day = read_date(written) if written is not None else None
        return bool(own and own.dob and day is not None and day == date.fromisoformat(own.dob))

    def _a_home(self, span: RawSpan) -> bool:
        """Whether an address nearest to a professional's name is where somebody lives, and so not the office's."""
        before = self._text[max(span.start - 40, 0) : span.start]
        return bool(LIVES.search(before) or _FLAT.match(self._text, span.start))

    def _identifier(self, span: RawSpan, label: Label, owner: int) -> FoundSpan:
        score = span.score
        tier = Tier.PROPOSED if score >= SURE else Tier.POSSIBLE
        own = self._private_of_office(span, label, owner)
        what = _CALLED.get(span.found_by) or label.value.replace("_", " ").lower()
        why = f"{what} of {self._known.persons[owner].name}" if owner >= 0 else f"{what}; {NOT_SAID}"
        if own:
            # Nobody's, so that it does not stay with what their office discloses.
            why, owner, tier = f"{why}; {PRIVATE}", -1, Tier.PROPOSED
        elif self._known.case and owner < 0:
            address = self._text[span.start : span.end]
            private = label is Label.EMAIL and not official(address.partition("@")[2]) and not shared_box(address)
            home = label is Label.ADDRESS and LIVES.search(self._text, max(span.start - 40, 0), span.start)
            if not private and not home and span.found_by != HANDLE:
                tier = Tier.POSSIBLE
        return FoundSpan(span.start, span.end, label, round(score, 2), tier, self._known.ids.get(owner, ""), why)

    def _private_of_office(self, span: RawSpan, label: Label, owner: int) -> bool:
        """Whether this is the home, or a number of their own, of somebody who is here for work."""
        known = self._known
        if owner < 0 or owner == known.record.office[2] or known.persons[owner].role is not Role.PROFESSIONAL:
            return False
        return known.owners.key(label, self._text[span.start : span.end]) in known.private

    def _days(self) -> None:
        """Dates that are somebody's date of birth elsewhere in the record."""
        covered = self._covered()
        for start, end, day in find_days(self._text, frozenset(self._known.days)):
            if not overlaps(covered, start, end):
                who = self._known.ids.get(self._known.days[day], "")
                why = "a date of birth in this record"
                self._spans.append(FoundSpan(start, end, Label.DOB, 0.8, Tier.PROPOSED, who, why))

    def _houses(self, at_numbers: Sequence[tuple[int, int, int, bool]]) -> None:
        covered = self._covered()
        for start, end, owner, sure in at_numbers:
            if not overlaps(covered, start, end):
                tier, score = (Tier.PROPOSED, 0.75) if sure else (Tier.POSSIBLE, 0.4)
                who, why = self._known.ids.get(owner, ""), "a house of the record by its number"
                self._spans.append(FoundSpan(start, end, Label.ADDRESS, score, tier, who, why))
        covered = self._covered()
        for start, end, sure in unnamed_homes(self._text) if self._known.case else ():
            if overlaps(covered, start, end):
                start = max(start, end - len(re.split(r"\D*(?=\d)", self._text[start:end], maxsplit=1)[-1]))
            if not overlaps(covered, start, end) and not self._known.houses.owns(self._text[start:end]):
                tier, score = (Tier.PROPOSED, 0.7) if sure else (Tier.POSSIBLE, 0.4)
                self._spans.append(FoundSpan(start, end, Label.ADDRESS, score, tier, "", UNNAMED))

    def _covered(self) -> list[tuple[int, int]]:
        return sorted((s.start, s.end) for s in self._spans)


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
                value = owners.key(Label.ADDRESS, address)[1]
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
        "context": "the words around it are said of people",
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
