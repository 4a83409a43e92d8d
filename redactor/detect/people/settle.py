# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who is meant by each name: first where only one person fits, then by what stands around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator

from redactor.detect.language.found import RawSpan, SubjectFacts
from redactor.detect.language.nameform import Form, Name
from redactor.detect.language.text import fold
from redactor.detect.language.words import TITLES
from redactor.detect.people.addressed import addressed
from redactor.detect.people.assemble import Place, Reader
from redactor.detect.people.belonging import all_roles, official_mail, private_numbers, vote_owners
from redactor.detect.people.candidates import candidates
from redactor.detect.people.choosing import Choice
from redactor.detect.people.inside_mail import inside_mail
from redactor.detect.people.naming import own_letters, small_letter
from redactor.detect.people.owners import Owners
from redactor.detect.people.people import People
from redactor.detect.people.persons_index import Somebody
from redactor.detect.people.record import ENOUGH_FULL, Record
from redactor.detect.people.roles import Evidence, look
from redactor.detect.people.titled import SubjectsTitles
from redactor.domain.mentions import Label, Role

#: "Surname: THACKER   Forename(s): Leah", in either order, a field to a line or both in one.
_SURNAME_FIELD = re.compile(r"(?i)(?:surname|family name|last name)[ \t]*[:|]?[ \t\n]*\Z")
_FORENAMES = (
    r"(?:forename|first name|given name|christian name)(?:s|\(s\))?[ \t]*+[:|]?[ \t]*+\n?[ \t]*+"
    r"(?P<forename>[^\W\d_][\w'-]*)"
)
_FORENAME_FIELD = re.compile(rf"(?i)[ \t|]*+\n?[ \t|]*+{_FORENAMES}")
_FORENAME_ABOVE = re.compile(
    rf"(?i){_FORENAMES}[^\n:]{{0,30}}[\n \t|]{{1,4}}(?:surname|family name|last name)[ \t]*[:|]?[ \t\n]*\Z"
)
#: How far the other field may be (characters).
_FIELD = 90
#: The score of a place whose person could be another: somebody should look.
DOUBTFUL = 0.45
#: Why initials are somebody's.
SAID = "the record or the case says whose initials these are"


def read_places(record: Record) -> None:
    nobodys: set[str] = set()
    for text, spans in zip(record.texts, record.raw, strict=True):
        record.places.append(Reader(text, spans, record.people, nobodys).places())


class _Settling:
    """The record while its places are given their people: the sure ones first, since they tell about the others."""

    def __init__(self, record: Record, subject: SubjectFacts | None) -> None:
        self._record = record
        self._titles = SubjectsTitles(record, subject)
        #: Whom the title allows, where that had to be asked; by place.
        self._allowed: dict[int, list[int]] = {}

    def sure_ones(self) -> None:
        """Give its person to every place where only one fits, and mark the rest ambiguous; "Mrs Winslow" in Miss
        Winslow's record last, when it is known how the record calls her."""
        later: list[tuple[int, Place, list[int]]] = []
        for number, place, name in self._named():
            found = candidates(self._record.people, name, place.score)
            if (letters := own_letters(name)) and (meant := self._said(number, letters)):
                found = meant
                place.why = SAID
                if len(meant) > 1:
                    place.name = Name(Form.INITIALS, "", (), letters, name.shown)
                    self._allowed[id(place)] = meant
            if name.form is Form.TITLED and self._record.subject in found:
                later.append((number, place, found))
                continue
            if len(found) > 1 and name.form is Form.FULL:
                found = found[:1]
            if not found and place.score >= ENOUGH_FULL and not small_letter(name):
                found = [_new(self._record.people, name)]
            if len(found) == 1:
                _give(self._record, number, place, found[0])
            elif found:
                place.ambiguous = True
            self._titles.note(place)
        for number, place, found in later:
            self._by_title(number, place, found)

    def _said(self, number: int, letters: str) -> list[int]:
        """Whom initials mean because somebody said so: the document, or who gave them as the subject's. Where they are
        the subject's and those of somebody else's whole name too, both."""
        record = self._record
        unit = record.units[number]
        said = set(record.said.get((unit.group or unit.id, letters), ()))
        if letters in record.people.own_letters:
            others = record.people.by_initials[letters] - {record.subject}
            said |= {
                record.subject,
                *(n for n in others if record.people.all[n].given and record.people.all[n].surname),
            }
        return sorted(said)

    def _named(self) -> Iterator[tuple[int, Place, Name]]:
        for number, places in enumerate(self._record.places):
            for place in places:
                if place.name is not None:
                    yield number, place, place.name

    def _by_title(self, number: int, place: Place, found: list[int]) -> None:
        fits, doubtful = self._titles.meant(number, place, found)
        if doubtful:
            place.score, place.why = min(place.score, DOUBTFUL), "the record's subject has this surname too"
        if len(fits) == 1:
            _give(self._record, number, place, fits[0])
        else:
            place.ambiguous = True
            self._allowed[id(place)] = fits

    def ambiguous_ones(self) -> None:
        """Give the ambiguous places their person, by what stands around them and who was spoken of last."""
        record = self._record
        owners = vote_owners(record)
        official_mail(record, owners)
        private_numbers(record, owners)
        roles = all_roles(record)
        totals = [Counter(p.person for p in places if p.person >= 0 and _spoken_of(p)) for places in record.places]
        overall: Counter[int] = Counter()
        by_group: dict[str, Counter[int]] = defaultdict(Counter)
        for unit, count in zip(record.units, totals, strict=True):
            overall.update(count)
            by_group[unit.group or unit.id].update(count)
        choice = Choice(record, roles, overall)
        last: dict[str, dict[int, int]] = defaultdict(dict)
        clock = 0
        for number, (unit, places) in enumerate(zip(record.units, record.places, strict=True)):
            group = unit.group or unit.id
            telling = [(s.start, s) for s in record.raw[number] if s.label in _TELLING]
            for place in places:
                clock += 1
                if not place.ambiguous or place.name is None:
                    if place.person >= 0 and _spoken_of(place):
                        last[group][place.person] = clock
                    continue
                fits = self._allowed.get(id(place)) or candidates(record.people, place.name, place.score)
                if record.subject in fits and self._own_field(number, place):
                    place.why = "the subject's forename is in the next field"
                    last[group][record.subject] = clock
                    _give(record, number, place, record.subject)
                    continue
                fits = _by_cue(record, number, fits, place, roles) or fits
                fits = addressed(record, number, place, fits) or fits
                told = _told(record, number, place, fits, owners, telling)
                if told >= 0:
                    place.why = "whose number or address follows"
                    last[group][told] = clock
                    _give(record, number, place, told)
                    continue
                chosen, place.why, doubtful = choice.of(place, fits, last[group], by_group[group])
                if doubtful:
                    place.score = min(place.score, DOUBTFUL)
                _give(record, number, place, chosen)

    def _own_field(self, number: int, place: Place) -> bool:
        """Whether a form has the subject's surname here and a forename of theirs in the next field or the one above."""
        text = self._record.texts[number]
        above = text[max(place.start - _FIELD, 0) : place.start]
        if place.by != "field:surname" and not _SURNAME_FIELD.search(above):
            return False
        near = _FORENAME_FIELD.match(text, place.end) or _FORENAME_ABOVE.search(above)
        return near is not None and fold(near["forename"]) in self._record.people.all[self._record.subject].forenames


def settle(record: Record, subject: SubjectFacts | None = None) -> None:
    """Give every place its person: first where only one fits, then by what was said last in the document."""
    settling = _Settling(record, subject)
    settling.sure_ones()
    _staff(record)
    inside_mail(record)
    settling.ambiguous_ones()


def _staff(record: Record) -> None:
    """Who fills a cell of the staff's column works there."""
    for number, (places, cells) in enumerate(zip(record.places, record.staff, strict=True)):
        if number in record.outside:
            continue
        starts = [place.start for place in places]
        for start, end in cells:
            for place in places[bisect_left(starts, start) : bisect_left(starts, end)]:
                if place.person < 0 or place.person == record.subject or place.ambiguous:
                    continue
                if _may_sign(place, record.people.all[place.person]):
                    record.evidence[place.person].signs("writes entries of a log")


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
        signs = unit not in record.outside and _may_sign(place, person)
        look(record.evidence[number], text, place.start, place.end, title, place.by, signs=signs)


def _may_sign(place: Place, person: Somebody) -> bool:
    """Whether this place can make the person one of the staff who write a log. Letters that sign an entry tell nothing
    of a Rosa Jones of the record: an RJ who works there may be anybody."""
    bare = place.name is not None and place.name.form is Form.INITIALS
    return not bare or not (person.given or person.surname)
