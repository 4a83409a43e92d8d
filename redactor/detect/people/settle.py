# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who is meant by each name: first where only one person fits, then by what stands around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict

from redactor.detect.language.found import RawSpan, SubjectFacts
from redactor.detect.language.nameform import Form, Name
from redactor.detect.language.words import TITLES
from redactor.detect.people.assemble import Place, Reader
from redactor.detect.people.belonging import all_roles, official_mail, private_numbers, vote_owners
from redactor.detect.people.choosing import Choice
from redactor.detect.people.owners import Owners
from redactor.detect.people.people import People
from redactor.detect.people.record import ENOUGH_FULL, SURE, Record
from redactor.detect.people.roles import Evidence, look
from redactor.detect.people.titled import SubjectsTitles
from redactor.domain.mentions import Label, Role


def read_places(record: Record) -> None:
    for text, spans in zip(record.texts, record.raw, strict=True):
        record.places.append(Reader(text, spans, record.people).places())


def candidates(people: People, name: Name, score: float) -> list[int]:
    """Whom a written name may mean, without looking at where it stands."""
    if name.form is Form.INITIALS:
        return sorted(people.by_initials.get(name.surname, ()))
    forenames, surnames = people.who(name.surname)
    if name.form is Form.FULL and (double := people.by_surname.get(f"{name.given[-1]}-{name.surname}")):
        return sorted(double)
    if name.form is Form.FULL:
        first, first_as_surname = people.who(name.given[0])
        both = first & surnames
        if len(name.given) > 1 and (turned := frozenset(people.by_forename.get(name.given[1], ())) & first_as_surname):
            # "RHODES Tamsin Faye"
            return sorted(turned)
        if not both:
            both = first_as_surname & forenames
        if not both and len(name.given) > 1:
            both = frozenset().union(*(people.who(g)[0] for g in name.given)) & surnames
        if not both:
            both = frozenset(people.by_two.get((name.given[0], name.surname), ()))
        if not both and (
            short := [
                n
                for n in surnames
                if any(people.lexicon.same_forename(name.given[0], f) for f in people.all[n].forenames)
            ]
        ):
            both = frozenset(short)
        return sorted(both)
    if name.form is Form.INITIAL_SURNAME:
        letter = name.given[0][0]
        fits = [
            n
            for n in surnames
            if any(f.startswith(letter) for f in people.all[n].forenames)
            or (people.all[n].given and people.all[n].given[0][0] == letter)
        ]
        return sorted(fits) or ([] if score < SURE else sorted(n for n in surnames if not people.all[n].given))
    if name.form is Form.TITLED:
        wanted = TITLES.get(name.title, "b")
        sexes = {n: people.all[n].gender(people.lexicon) for n in surnames}
        fits = [n for n in surnames if wanted == "b" or sexes[n] in {wanted, "b"}]
        # Who is a woman for certain is meant before somebody whose name may be either's; the subject is decided apart.
        own = [n for n in fits if people.all[n].role is Role.SUBJECT]
        fits = [*own, *certain] if (certain := [n for n in fits if sexes[n] == wanted and n not in own]) else fits
        return sorted(fits) or sorted(surnames) or sorted(forenames)
    if not forenames and not surnames and len(name.surname) > 3 and (begun := people.short_for(name.surname)):
        return sorted(begun)
    if not forenames and not surnames and len(name.surname) == 2:
        # "Ck" for CK: a scan's small letter.
        return sorted(people.by_initials.get(name.surname, ()))
    joined = people.by_joined.get(name.surname)
    if joined is not None and not forenames and not surnames:
        return [joined]
    if forenames and people.only_titled(surnames, name.surname):
        return sorted(forenames)
    return sorted(forenames | surnames)


def settle(record: Record, subject: SubjectFacts | None = None) -> None:
    """Give every place its person: first where only one fits, then by what was said last in the document."""
    people = record.people
    titles = SubjectsTitles(record, subject)
    later: list[tuple[int, Place, list[int]]] = []
    for number, places in enumerate(record.places):
        for place in places:
            if place.name is None:
                continue
            found = candidates(people, place.name, place.score)
            if place.name.form is Form.TITLED and record.subject in found:
                later.append((number, place, found))
                continue
            if len(found) > 1 and place.name.form is Form.FULL:
                found = found[:1]
            if not found and place.score >= ENOUGH_FULL:
                found = [_new(people, place.name)]
            if len(found) == 1:
                _give(record, number, place, found[0])
            elif found:
                place.ambiguous = True
            titles.note(place)
    allowed: dict[int, list[int]] = {}
    for number, place, found in later:
        found, doubtful = titles.meant(number, place, found)
        if doubtful:
            place.score, place.why = min(place.score, 0.45), "the record's subject has this surname too"
        if len(found) == 1:
            _give(record, number, place, found[0])
        else:
            place.ambiguous = True
            allowed[id(place)] = found
    owners = vote_owners(record)
    official_mail(record, owners)
    private_numbers(record, owners)
    roles = all_roles(record)
    starts = [[(s.start, s) for s in spans if s.label in _TELLING] for spans in record.raw]
    totals = [Counter(p.person for p in places if p.person >= 0 and _spoken_of(p)) for places in record.places]
    overall: Counter[int] = Counter()
    for count in totals:
        overall.update(count)
    by_group: dict[str, Counter[int]] = defaultdict(Counter)
    for unit, count in zip(record.units, totals, strict=True):
        by_group[unit.group or unit.id].update(count)
    choice = Choice(record, roles, overall)
    last: dict[str, dict[int, int]] = defaultdict(dict)
    clock = 0
    for number, (unit, places) in enumerate(zip(record.units, record.places, strict=True)):
        group = unit.group or unit.id
        for place in places:
            clock += 1
            if place.ambiguous and place.name is not None:
                fits = allowed.get(id(place)) or candidates(people, place.name, place.score)
                fits = _by_cue(record, number, fits, place, roles) or fits
                told = _told(record, number, place, fits, owners, starts[number])
                if told >= 0:
                    place.why = "whose number or address follows"
                    _give(record, number, place, told)
                    last[group][told] = clock
                    continue
                chosen, place.why, doubtful = choice.of(place, fits, last[group], by_group[group])
                if doubtful:
                    place.score = min(place.score, 0.45)
                _give(record, number, place, chosen)
                continue
            if place.person >= 0 and _spoken_of(place):
                last[group][place.person] = clock


#: What tells whose name stands before it.
_TELLING = frozenset({Label.EMAIL, Label.PHONE, Label.NHS_NUMBER, Label.NINO, Label.DOB})


def _told(
    record: Record, number: int, place: Place, fits: list[int], owners: Owners, spans: list[tuple[int, RawSpan]]
) -> int:
    """The one of ``fits`` whose number follows in the same sentence; -1 when none does."""
    text = record.texts[number]
    for start, span in spans[bisect_left(spans, place.end, key=lambda item: item[0]) :]:
        gap = text[place.end : start]
        if len(gap) > 50 or re.search(r"[.!?]\s|\n\n", gap):
            break
        owner = owners.owner(span.label, text[span.start : span.end])
        if owner in fits:
            return owner
    return -1


def _spoken_of(place: Place) -> bool:
    """Whether the text speaks of the person here, rather than to them: a letter says "you" to its reader, so
    who is greeted or signs is not who "Iris" is in between."""
    return not place.by.startswith(("greeting", "signature", "mail header", "field:to", "field:from", "field:cc"))


def _by_cue(record: Record, number: int, fits: list[int], place: Place, roles: dict[int, Role]) -> list[int]:
    """Those who fit what stands around the name: "SW Iris" is the social worker, "sister Iris" is not."""
    around = Evidence()
    title = place.name.title if place.name else ""
    look(around, record.texts[number], place.start, place.end, title, place.by)
    if around.professional > around.personal:
        return [n for n in fits if roles.get(n) is Role.PROFESSIONAL]
    if around.personal > around.professional:
        return [n for n in fits if roles.get(n) is not Role.PROFESSIONAL]
    return []


def _new(people: People, name: Name) -> int:
    if name.form in {Form.FULL, Form.INITIAL_SURNAME}:
        return people.add(name.given, name.surname).number
    if name.form is Form.INITIALS:
        person = people.add((), "", fixed_name=name.surname.upper())
        people.by_initials[name.surname].add(person.number)
        return person.number
    person = people.add((), name.surname)
    if name.form is Form.SINGLE:
        people.point(person, forename=name.surname)
    return person.number


def _give(record: Record, unit: int, place: Place, number: int) -> None:
    place.person = number
    person = record.people.all[number]
    person.mentions += 1
    text = record.texts[unit]
    person.shown[" ".join(record.units[unit].text[place.start : place.end].split())] += 1
    if place.name is not None and (gender := TITLES.get(place.name.title, "b")) != "b" and not place.ambiguous:
        person.genders[gender] += 1
    record.first_place.setdefault(number, (record.units[unit].id, place.start))
    title = place.name.title if place.name else ""
    # What stands around a name that could be two people's says nothing sure about either.
    if not place.ambiguous:
        look(record.evidence[number], text, place.start, place.end, title, place.by)
