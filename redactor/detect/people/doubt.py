# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody of whom nothing but a reader's impression says that they are a person: possible, not proposed."""

from __future__ import annotations

import re

from redactor.detect.language.everyday import everyday
from redactor.detect.language.lexicon import Lexicon
from redactor.detect.language.nameform import Form
from redactor.detect.language.text import fold, starts_sentence
from redactor.detect.language.words import (
    ESTABLISHMENTS,
    FESTIVALS,
    HUMAN_VERBS,
    any_of,
    brings_person,
)
from redactor.detect.people.assemble import Place
from redactor.detect.people.record import SURE, Record
from redactor.detect.people.roles import Evidence
from redactor.domain.mentions import Role

#: What these layers say rests on how a word is written, not on what is said of somebody.
_IMPRESSION = frozenset({"caps", "propagated", "misspelt", "joined", "line", "ordinary word", "short form"})
#: "Larkfield House", "Bluebell Nursing Home".
_HOUSE = re.compile(rf"(?<![\w'-])([A-Z][\w'-]{{3,30}})[ \t]+(?i:{any_of(ESTABLISHMENTS)})(?![\w-])")
#: Who reads a word in its context: where a sentence begins, the context is half of it.
_READERS = frozenset({"encoder", "lists", "context"})
_NEXT = re.compile(r"[ \t]*\n?[ \t>]*([a-z']+)")
DOUBTFUL = 0.45
WHY = "nothing else says that this is a person"


def doubt(record: Record) -> None:
    """Make every place of a doubtful person possible: shown to be decided, never dropped."""
    houses = _houses(record)
    doubtful = {person.number for person in record.people.all if _doubtful_name(record, person.number, houses)}
    spoken: set[int] = set()
    for number, places in enumerate(record.places):
        for place in places:
            if (
                place.person in doubtful
                and place.person not in spoken
                and _shown(record.texts[number], place, record.people.lexicon, houses)
            ):
                spoken.add(place.person)
    for places in record.places:
        for place in places:
            if place.person in doubtful and place.person not in spoken and place.score >= SURE:
                place.score = DOUBTFUL
                place.why = f"{place.why}; {WHY}" if place.why else WHY


def _houses(record: Record) -> frozenset[str]:
    """What homes and schools of this record are called: "Larkfield House", and "Larkfield" in a log."""
    return frozenset(fold(match[1]) for text in record.texts for match in _HOUSE.finditer(text))


def _doubtful_name(record: Record, number: int, houses: frozenset[str]) -> bool:
    person = record.people.all[number]
    evidence = record.evidence.get(number) or Evidence()
    if person.known_id or person.fixed_name or person.role is not Role.UNKNOWN or number == record.subject:
        return False
    if evidence.professional or evidence.personal or person.genders:
        return False
    words = [*person.given, *person.surname.split(), *person.surname.split("-")]
    lexicon = record.people.lexicon
    if not houses.isdisjoint(words) and all(
        word in houses or (lexicon.word(word) and word not in lexicon.gender) for word in words
    ):
        # "Larkfield" over "Well." in the next cell too.
        return not any(map(lexicon.sure_forename, words))
    listed = [w for w in words if w in lexicon.gender or w in lexicon.surnames]
    # Forenames that are nothing else in English vouch for somebody; a surname only beside another name.
    if any(lexicon.sure_forename(word) and word not in FESTIVALS for word in words):
        return False
    return not listed or all(lexicon.word(word) or word in FESTIVALS for word in words)


def _begins(text: str, place: Place, lexicon: Lexicon) -> bool:
    """Whether this is an everyday word that has its capital because a sentence begins with it: "Led back"."""
    return starts_sentence(text, place.start) and everyday(text[place.start : place.end], lexicon)


def _shown(text: str, place: Place, lexicon: Lexicon, houses: frozenset[str]) -> bool:
    """Whether something in this place speaks of a person."""
    impression = place.by.partition(":")[0] in _IMPRESSION or (
        place.by in _READERS
        and (_begins(text, place, lexicon) or fold(text[place.start : place.end]).split()[0] in houses)
    )
    if not impression or (place.name is not None and place.name.form is Form.TITLED):
        return True
    if place.name is not None and place.name.title:
        return True
    after = _NEXT.match(text, place.end)
    if (
        after is not None
        and fold(after[1]) in HUMAN_VERBS
        and fold(after[1]) not in {"is", "was", "has", "had", "will"}
    ):
        return True
    before = text[max(place.start - 40, 0) : place.start].replace("\n", " ")
    return text.startswith(("'s ", "'s\n"), place.end) or brings_person(before)
