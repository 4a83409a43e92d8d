# SPDX-License-Identifier: AGPL-3.0-or-later
"""What may be the subject's own name: a letter for it ("R wrote", "Mrs P"), a slip of the pen ("Kiera" for Keira).
Their own life is not hidden from them unasked; nor is it left in unasked, as somebody else may be meant."""

from __future__ import annotations

from collections import Counter

from rapidfuzz.distance import OSA

from redactor.detect.language.text import fold
from redactor.detect.language.words import TITLES
from redactor.detect.people.doubt import DOUBTFUL
from redactor.detect.people.line_ends import own_names
from redactor.detect.people.record import SURE, Record

#: Forenames of fewer letters differ by one without being slips of each other: "Ann", "Ian".
_LETTERS = 4
#: A slip is seen this seldom: so many times, or in one of so many of the places that have the name right.
_SELDOM, _ONE_IN = 3, 10


def perhaps_own(record: Record) -> None:
    """Make what may as well be the subject's own name possible: asked about, not proposed."""
    forenames, surnames = own_names(record.own)
    if not forenames or record.subject < 0:
        return
    named = Counter(place.person for places in record.places for place in places)
    slips = {number for number in named if _slip(record, number, forenames, named)}
    initials, last = {forename[0] for forename in forenames}, {surname[0] for surname in surnames}
    own = record.people.all[record.subject].name
    for text, places in zip(record.texts, record.places, strict=True):
        for place in places:
            letter = place.person < 0 and _letter(text[place.start : place.end], initials, last)
            if place.score >= SURE and (letter or place.person in slips):
                place.score = DOUBTFUL
                place.why = f"may be {own}"


def _letter(written: str, initials: set[str], last: set[str]) -> bool:
    """Whether a letter by itself begins one of the subject's forenames, or behind a title one of their surnames."""
    *title, letter = written.split()
    titled = bool(title) and fold(title[0]).rstrip(".") in TITLES
    alone = len(title) == titled and len(letter.rstrip(".")) == 1 and letter[0].isupper()
    return alone and letter[0].lower() in (last if titled else initials)


def _slip(record: Record, number: int, forenames: frozenset[str], named: Counter[int]) -> bool:
    """Whether somebody is known by one forename alone, a letter away from the subject's, by it seldom, and by nothing
    else: neither kin nor work, and nobody of the record has it with a surname."""
    if number in {-1, record.subject}:
        return False
    person = record.people.all[number]
    evidence = record.evidence.get(number)
    written = (*person.given, *person.surname.split())
    if person.known_id or person.fixed_name or len(written) != 1:
        return False
    if evidence is not None and (evidence.personal or evidence.professional):
        return False
    if named[number] > max(_SELDOM, named[record.subject] // _ONE_IN):
        return False
    (given,) = written
    if any(record.people.all[other].surname not in {"", given} for other in record.people.by_forename.get(given, ())):
        return False
    return any(
        given[0] == own[0] and min(len(given), len(own)) >= _LETTERS and OSA.distance(given, own) == 1
        for own in forenames
    )
