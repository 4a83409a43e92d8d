# SPDX-License-Identifier: AGPL-3.0-or-later
"""A house called by its number alone: "the lady at number 11" of somebody whose address is in the record."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from redactor.detect.language.text import fold
from redactor.detect.language.words import STREETS
from redactor.detect.people.owners import UNITS, Owners, value_of, whole_house
from redactor.detect.people.record import Record
from redactor.domain.mentions import Label, Role

_HOUSE = re.compile(r"\d{1,4}[a-z]?")
#: What is counted or listed by number and is no house.
OTHER_NUMBER = re.compile(
    r"(?i)\b(?:phone|telephone|tel|mobile|mob|fax|case|ref|reference|room|page|item|bus|tram|route|platform|account|"
    r"ward|bed|bay|question|incident|crime|log|contact|action|paragraph|para|section|recommendation|point|attempt|"
    r"visit|call|session|week|day|priority|table|figure|appendix|annex|child|class|form|version|part|chapter|step|"
    r"order|invoice|policy|locker|court|unit|goal|target|nhs|registration|company|charity|claim|card|serial|file|"
    r"document|exhibit|collar|badge|shoulder|entry|sheet|note|box)[ \t]*$"
)
AFTER_NUMBER = (
    r"(?![\w%£])(?!/\d)(?![.,:-]\d)(?![ \t]*(?:of|out|or|more|other|further|bus|on[ \t]the[ \t]list|years?|yrs?|"
    r"months?|weeks?|days?|hours?|hrs|minutes|mins|people|children|times|in[ \t]the|priority|am|pm|o'clock|"
    r"jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*)\b)"
)
_NUMBERED = re.compile(
    rf"(?i)(?<![\w'])(?:house[ \t]+)?(?:number|num\.?|no\.?)[ \t]?(?P<house>\d{{1,4}}[a-z]?){AFTER_NUMBER}"
)
_NEIGHBOUR = re.compile(
    rf"(?i)(?<![\w'])(?:neighbou?rs?|lady|woman|man|bloke|couple|family|people|person|resident|residents|tenant|"
    rf"tenants|occupant|occupants|occupier|household|house|door|her|him|them|those|lot|one)[ \t\n]+"
    rf"(?:(?:who|that|up|down|over|living|lives|live|opposite|across|round|there)[ \t\n]+){{0,3}}"
    rf"at[ \t\n]+(?P<house>\d{{1,4}}[a-z]?){AFTER_NUMBER}"
)
#: "Mrs Whitcombe at 46": from 25 on the number is no hour of the day.
_NAMED_AT = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Miss|Mx)\b\.?[ \t\n]+(?:[A-Z]\.?[ \t]+)?[A-Z][\w'-]+[ \t\n]+"
    rf"(?:(?:who[ \t]+)?lives[ \t]+)?at[ \t\n]+(?P<house>\d{{2,4}}[a-z]?){AFTER_NUMBER}"
)
_HOURS = 24
_SMALL = 3
#: Words in a street's name at most, with the kind of street; and what begins those of every town.
_LONGEST_STREET = 4
_EVERYWHERE = frozenset(("high", "main"))
#: A flat without its house; the address in full is found as one.
_FLAT = re.compile(rf"(?i)(?<![\w'])(?:{'|'.join(sorted(UNITS))})[ \t]+\d{{1,4}}[a-z]?(?![\w/.-]*\w)")
_OF_A_STREET = frozenset(("flat", "apartment", "apt"))
_MORE = re.compile(r"[ \t]*,?[ \t\n]*(?:\d|[A-Z][\w'-]+[ \t]+[A-Z])")
_CUE = re.compile(
    r"(?i)\b(?:at|from|to|towards?|near|outside|opposite|past|into|behind|by|neighbours?|neighbor|next door|door)"
    r"[ \t\n,(]*$"
)


def house_of(address: str) -> str:
    """The house number of a street address, folded ("43b"); "" when it has none."""
    value = whole_house(value_of(Label.ADDRESS, address)).split()
    if len(value) > 1 and _HOUSE.fullmatch(value[0]):
        return value[0]
    return ""


def street_house(term: str) -> str:
    """The house number when a whole term is a street address; "" for anything else."""
    words = re.findall(r"[a-z0-9']+", term.lower())
    return house_of(term) if any(word in STREETS for word in words) else ""


def street_name(term: str) -> tuple[str, ...]:
    """The street of a whole term that is a street address, folded ("acacia", "road"); () for anything else, and for a
    street that every town has."""
    if not street_house(term):
        return ()
    words = re.findall(r"[a-z']+|\d\w*", fold(term))
    last = next((at for at, word in enumerate(words) if at and word in STREETS and words[at - 1] not in UNITS), 0)
    first = max((at for at in range(last) if words[at][0].isdigit()), default=-1) + 1
    name = tuple(words[first : last + 1])
    return name if 1 < len(name) <= _LONGEST_STREET and name[0] not in _EVERYWHERE else ()


def references(text: str, houses: Iterable[str]) -> Iterator[tuple[int, int, str, bool]]:
    """Where one of these house numbers is used as a name for the house: (start, end, number, whether a word
    before it says a place is meant)."""
    wanted = frozenset(houses)
    if not wanted:
        return
    seen: set[int] = set()
    for match in _NUMBERED.finditer(text):
        before = text[max(match.start() - 24, 0) : match.start()]
        if match["house"].lower() in wanted and not OTHER_NUMBER.search(before):
            seen.add(match.start("house"))
            yield match.start(), match.end(), match["house"].lower(), bool(_CUE.search(before))
    for match in _NEIGHBOUR.finditer(text):
        if match["house"].lower() in wanted and match.start("house") not in seen:
            seen.add(match.start("house"))
            yield match.start("house"), match.end("house"), match["house"].lower(), True
    for match in _NAMED_AT.finditer(text):
        house = match["house"].lower()
        if house in wanted and match.start("house") not in seen and _figures(house) > _HOURS:
            yield match.start("house"), match.end("house"), house, True


def _figures(house: str) -> int:
    """The number of "43b"."""
    return int(re.sub(r"\D", "", house))


@dataclass
class _House:
    """Everything at one number. ``others``: addresses that are the subject's, an office's or nobody's."""

    homes: dict[str, int] = field(default_factory=dict)
    others: set[str] = field(default_factory=set)


class Houses:
    """The third parties' house numbers of a record. ``lives`` says whose an address is at one place of the text."""

    def __init__(self, record: Record, owners: Owners, lives: dict[str, set[int]], roles: dict[int, Role]) -> None:
        self._houses: dict[str, _House] = defaultdict(_House)
        #: The same by the flat's number, "flat 6", where a house has several.
        self._flats: dict[str, _House] = defaultdict(_House)
        #: House numbers, and flats by theirs, that are the subject's own.
        self.own: set[str] = set()
        known = record.own.addresses if record.own is not None else ()
        for value in (
            *(value_of(Label.ADDRESS, a) for a in known),
            *(v for v, o in lives.items() if record.subject in o),
        ):
            self.own.update((whole_house(value).split()[:1]) or ())
            self.own.update([" ".join(value.split()[:2])] if whole_house(value) != value else ())
        for value, owner_set in lives.items():
            house = whole_house(value)
            number = house.split()[0] if house else ""
            if not _HOUSE.fullmatch(number) or len(house.split()) < 2:
                continue
            places = [self._houses[number]]
            if house != value:
                places.append(self._flats[" ".join(value.split()[:2])])
            third = sorted(n for n in owner_set if n >= 0 and roles.get(n, Role.THIRD_PARTY) is Role.THIRD_PARTY)
            named = owners.best(Label.ADDRESS, value)
            for at in places:
                if not third or record.subject in owner_set:
                    at.others.add(value)
                else:
                    at.homes[value] = named if named in third else third[0]

    def owns(self, home: str) -> bool:
        """Whether "no. 9" or "flat 3b" may be the subject's own."""
        words = re.findall(r"[a-z]+(?=[ .])|\d+[a-z]?", home.lower())
        return words[-1] in self.own if words[0] not in UNITS else f"{words[0]} {words[-1]}" in self.own

    def find(self, text: str) -> Iterator[tuple[int, int, int, bool]]:
        """References to these houses: (start, end, whose it is or -1, whether that is sure)."""
        for start, end, house, cue in references(text, (n for n, at in self._houses.items() if at.homes)):
            at = self._houses[house]
            alone = len(at.homes) == 1
            sure = alone and not at.others and (cue or _figures(house) > _SMALL)
            yield start, end, next(iter(at.homes.values())) if alone else -1, sure
        for match in _FLAT.finditer(text) if self._houses else ():
            called = match.group().lower().split()
            flat = self._flats.get(" ".join(called)) or self._by_street(called, text[match.end() :])
            if flat is not None and flat.homes:
                alone = len(flat.homes) == 1
                yield *match.span(), next(iter(flat.homes.values())) if alone else -1, alone and not flat.others

    def _by_street(self, called: list[str], after: str) -> _House | None:
        """The home that "flat 46" means where the record says "46 Larch Rise": flats are numbered along a street too. A
        house's name or number after it says that it is another's."""
        house = self._houses.get(called[1])
        if house is None or called[0] not in _OF_A_STREET or _figures(called[1]) <= _SMALL or _MORE.match(after):
            return None
        return house
