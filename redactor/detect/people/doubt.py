# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody of whom nothing but a reader's impression says that they are a person: possible, not proposed."""

from __future__ import annotations

import re

from redactor.detect.language.lexicon import Lexicon
from redactor.detect.language.nameform import Form
from redactor.detect.language.text import fold
from redactor.detect.language.words import ABBREVIATIONS, BEFORE_PERSON, HUMAN_VERBS, SHORTHAND
from redactor.detect.people.assemble import Place
from redactor.detect.people.record import SURE, Record
from redactor.detect.people.roles import Evidence
from redactor.domain.mentions import Role

#: What these layers say rests on how a word is written, not on what is said of somebody.
_IMPRESSION = frozenset({"caps", "propagated", "misspelt", "joined", "line", "ordinary word", "short form"})
_WORD = re.compile(r"[^\W_]+")
_NEXT = re.compile(r"[ \t]*\n?[ \t>]*([a-z']+)")
DOUBTFUL = 0.45
WHY = "nothing else says that this is a person"


def doubt(record: Record) -> None:
    """Make every place of a doubtful person possible: shown to be decided, never dropped."""
    doubtful = {person.number for person in record.people.all if _doubtful_name(record, person.number)}
    spoken: set[int] = set()
    for number, places in enumerate(record.places):
        for place in places:
            if place.person in doubtful and place.person not in spoken and _shown(record.texts[number], place):
                spoken.add(place.person)
    for places in record.places:
        for place in places:
            if place.person in doubtful and place.person not in spoken and place.score >= SURE:
                place.score = DOUBTFUL
                place.why = f"{place.why}; {WHY}" if place.why else WHY


def _doubtful_name(record: Record, number: int) -> bool:
    person = record.people.all[number]
    evidence = record.evidence.get(number) or Evidence()
    if person.known_id or person.fixed_name or person.role is not Role.UNKNOWN or number == record.subject:
        return False
    if evidence.professional or evidence.personal or person.genders:
        return False
    words = [*person.given, *person.surname.split(), *person.surname.split("-")]
    lexicon = record.people.lexicon
    listed = [w for w in words if w in lexicon.gender or w in lexicon.surnames]
    # Forenames that are nothing else in English vouch for somebody; a surname only beside another name.
    if any(lexicon.sure_forename(word) for word in words):
        return False
    return not listed or all(lexicon.word(word) for word in words) or (len(set(words)) == 1 and len(listed) == 0)


def _shown(text: str, place: Place) -> bool:
    """Whether something in this place speaks of a person."""
    if place.by.partition(":")[0] not in _IMPRESSION or (place.name is not None and place.name.form is Form.TITLED):
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
    return text.startswith(("'s ", "'s\n"), place.end) or bool(BEFORE_PERSON.search(before))


def everyday(words: str, lexicon: Lexicon) -> bool:
    """Whether every word is an everyday one that is nobody's name on any list, or a usual abbreviation: what is read
    as a name there is looked at last."""
    return all(
        word in ABBREVIATIONS
        or word in SHORTHAND
        or (
            lexicon.word(word)
            and word not in lexicon.gender
            and not (word in lexicon.surnames and word not in lexicon.basic)
        )
        for word in _WORD.findall(fold(words))
    )
