# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whom a written name may mean, without looking at where it stands."""

from __future__ import annotations

from collections.abc import Collection

from redactor.detect.language.nameform import Form, Name
from redactor.detect.language.words import TITLES
from redactor.detect.people.people import People
from redactor.detect.people.record import SURE
from redactor.domain.mentions import Role

#: A single name is the beginning of a longer one ("Charm" for Charmaine) from this many letters on.
BEGUN = 4


def candidates(people: People, name: Name, score: float) -> list[int]:
    """The numbers of the people whom ``name`` may mean, in rising order; ``score`` is how sure it is a name at all."""
    match name.form:
        case Form.INITIALS:
            return sorted(people.by_initials.get(name.surname, ()))
        case Form.FULL:
            return sorted(_in_full(people, name))
        case Form.INITIAL_SURNAME:
            return sorted(_with_initial(people, name, score))
        case Form.TITLED:
            return sorted(_with_title(people, name))
        case _:
            return sorted(_alone(people, name.surname))


def _in_full(people: People, name: Name) -> Collection[int]:
    """Who is called "Tamsin Rhodes": by both names, then turned round, by a middle name, by a short forename."""
    forenames, surnames = people.who(name.surname)
    if double := people.by_surname.get(f"{name.given[-1]}-{name.surname}"):
        return double
    first, first_as_surname = people.who(name.given[0])
    # "RHODES Tamsin Faye"
    if len(name.given) > 1 and (turned := frozenset(people.by_forename.get(name.given[1], ())) & first_as_surname):
        return turned
    if both := first & surnames or first_as_surname & forenames:
        return both
    if len(name.given) > 1 and (both := frozenset().union(*(people.who(g)[0] for g in name.given)) & surnames):
        return both
    if two := people.by_two.get((name.given[0], name.surname), ()):
        return two
    same = people.lexicon.same_forename
    return [n for n in surnames if any(same(name.given[0], f) for f in people.all[n].forenames)]


def _with_initial(people: People, name: Name, score: float) -> Collection[int]:
    """Who "T Rhodes" is; somebody known by the surname alone only when it is surely a name."""
    letter = name.given[0][0]
    surnames = people.who(name.surname)[1]
    fits = [n for n in surnames if people.all[n].begins_with(letter)]
    return fits or ([] if score < SURE else [n for n in surnames if not people.all[n].given])


def _with_title(people: People, name: Name) -> Collection[int]:
    """Who "Mrs Rhodes" is: who is a woman for certain before somebody whose name may be either's; the subject is
    decided apart."""
    forenames, surnames = people.who(name.surname)
    surnames = _wholly(people, name.surname, surnames)
    wanted = TITLES.get(name.title, "b")
    sexes = {n: people.all[n].gender(people.lexicon) for n in surnames}
    fits = [n for n in surnames if wanted == "b" or sexes[n] in {wanted, "b"}]
    own = [n for n in fits if people.all[n].role is Role.SUBJECT]
    if certain := [n for n in fits if sexes[n] == wanted and n not in own]:
        fits = [*own, *certain]
    return fits or surnames or forenames


def _wholly(people: People, surname: str, bearers: frozenset[int]) -> frozenset[int]:
    """Of those a surname may mean whose whole surname it is, if any: "Mrs Rahman" is Mrs Rahman before she is
    Ms Rahman-Kowalczyk."""
    return frozenset(n for n in bearers if people.all[n].surname == surname) or bearers


def _alone(people: People, word: str) -> Collection[int]:
    """Who a single name means: a forename, a surname, the beginning of one, or both written together."""
    forenames, surnames = people.who(word)
    if not forenames and not surnames:
        if len(word) >= BEGUN and (begun := people.short_for(word)):
            return begun
        if len(word) == 2 and not people.lexicon.of_two(word):
            # "Ck" for CK: a scan's small letter. Jo is nobody's Jean Ogle.
            return people.by_initials.get(word, ())
        joined = people.by_joined.get(word)
        return [] if joined is None else [joined]
    if forenames and people.only_titled(surnames, word):
        return forenames
    return forenames | surnames
