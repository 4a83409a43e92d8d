# SPDX-License-Identifier: AGPL-3.0-or-later
"""One letter for a name: notes write "T" or "t" for Tamsin, page after page."""

from __future__ import annotations

import re
from collections import Counter

from redactor.detect.people.assemble import Place
from redactor.detect.people.belonging import role_of
from redactor.detect.people.record import SURE, Record
from redactor.domain.mentions import Role

#: Whom a letter stands for is named so many times as often as anybody else of that letter.
_MOSTLY = 3
#: "BICKERDIKE, Donna   F   02/11/1982": what somebody is, in the head of a report.
_BEFORE_NUMBER = re.compile(r"[ \t\n|;,]{0,8}\(?\d")
WHY = "a letter by itself: they are named far more often than anybody else whose forename begins with it"


def letters(record: Record) -> None:
    """Give single letters that were read as names to whoever of that letter the record is full of.

    Never to a professional, who stays readable: what stands beside a letter is not theirs on the strength of it. To be
    called after numbers have their owners, for the same reason.
    """
    named = Counter(place.person for places in record.places for place in places if place.person >= 0)
    bearers: dict[str, Counter[int]] = {}
    for person in record.people.all:
        if named[person.number]:
            for letter in {forename[0] for forename in (*person.forenames, *person.given[:1]) if len(forename) > 1}:
                bearers.setdefault(letter, Counter())[person.number] = named[person.number]
    meant = {letter: number for letter, counts in bearers.items() if (number := _foremost(counts)) >= 0}
    meant = {letter: n for letter, n in meant.items() if role_of(record, n) is not Role.PROFESSIONAL}
    for text, places in zip(record.texts, record.places, strict=True):
        for place in places:
            if place.person < 0 and (number := meant.get(_letter(text, place), -1)) >= 0:
                place.person, place.why = number, WHY
                # Whoever has a decision needs none for the letter: it is as sure as that it is a name.
                place.score = max(place.score, SURE)


def _letter(text: str, place: Place) -> str:
    written = text[place.start : place.end]
    if len(written) != 1 or not written.isalpha() or _BEFORE_NUMBER.match(text, place.end):
        return ""
    return written.lower()


def _foremost(counts: Counter[int]) -> int:
    (first, count), *rest = counts.most_common(2)
    return first if count >= _MOSTLY * (rest[0][1] if rest else 1) else -1
