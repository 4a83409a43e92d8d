# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whom "Mum", "his ex-partner" or "the neighbour at 14" is, where the record says so elsewhere.

A relation word belongs to the one person the record calls by that relation ("mother, Donna Dunmore"); to nobody when
two are called so and neither the word's qualifier nor the document tells which, or when it is somebody else's mother.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence

from redactor.detect.language.found import RawSpan
from redactor.detect.language.text import fold
from redactor.detect.people.record import Record
from redactor.domain.mentions import Role

_ALIKE = {
    "mother": "mum mummy mam mom mama mother birth-mother birth-mum",
    "father": "dad daddy papa father birth-father birth-dad",
    "grandmother": "nan nana nanna nanny nani gran granny grandma grandmother nain mamgu dadi nana-ji mgm pgm",
    "grandfather": "grandad granddad grandfather taid tadcu mgf pgf",
    "stepmother": "stepmum step-mum stepmother step-mother",
    "stepfather": "stepdad step-dad stepfather step-father",
    "brother": "brother bro bruv half-brother step-brother stepbrother",
    "sister": "sister sis half-sister step-sister stepsister",
    "aunt": "aunt auntie aunty great-aunt",
    "uncle": "uncle great-uncle",
    "former partner": "ex ex-partner ex-boyfriend ex-girlfriend ex-husband ex-wife",
    "partner": "partner boyfriend girlfriend husband wife hubby missus fella bloke spouse fiance fiancee",
    "foster carer": "foster-carer foster-mother foster-mum foster-father foster-dad",
    "neighbour": "neighbour neighbor",
}
_KIND = {word: kind for kind, words in _ALIKE.items() for word in words.split()}
#: What narrows a relation down: "maternal grandmother", "younger brother".
_NARROWING = """
maternal paternal half step birth adoptive foster former ex older younger elder eldest youngest
"""
_QUALIFIERS = frozenset(_NARROWING.split())
#: Somebody else's: "Beth's mum"; and "her mother's sister".
_OWNER = re.compile(r"([A-Z][\w-]+)(?:'s|s')[ \t\n]+(?:[a-z-]+[ \t]+){0,2}$")
_PRONOUN = re.compile(r"^(?:his|her|their|my|your|our|the)\s+", re.I)
_RELATIVES = re.compile(r"\b(?:mother|mum|father|dad|sister|brother|friend|partner|nan|gran\w*)'s[ \t\n]+$", re.I)
#: The house after it: "the neighbour at number 14".
_HOUSE = re.compile(r"[ \t\n]+(?:who lives |living )?(?:at|from|in|of)[ \t\n]+(?:number |no\.? ?|house )?$", re.I)
_FAR = 30


def kind_of(relation: str) -> tuple[str, frozenset[str]]:
    """A relation as people share it, and what narrows it down: "paternal nan" is ("grandmother", {"paternal"})."""
    words = relation.lower().replace("\n", " ").split()
    narrowed = frozenset(part for word in words for part in word.split("-") if part in _QUALIFIERS)
    whole = "-".join(words)
    last = words[-1] if words else ""
    kind = _KIND.get(whole) or _KIND.get(last) or " ".join(words)
    if kind == "former partner" or (kind == "partner" and narrowed & {"ex", "former"}):
        return "former partner", frozenset()
    return kind, narrowed


class Relatives:
    """The people of a record by what they are to its subject. ``roles``: nobody in office is a relative here."""

    def __init__(self, record: Record, roles: dict[int, Role]) -> None:
        self._record = record
        self._of_kind: dict[str, dict[int, Counter[frozenset[str]]]] = defaultdict(dict)
        for number, evidence in record.evidence.items():
            if roles.get(number) is not Role.THIRD_PARTY:
                continue
            kinds: Counter[str] = Counter()
            for relation, count in evidence.relations.items():
                kind, narrowed = kind_of(relation)
                kinds[kind] += count
                self._of_kind[kind].setdefault(number, Counter())[narrowed] += count
            # Somebody is what they are called most; one slip does not make a second mother.
            most = max(kinds.values(), default=0)
            for kind, count in kinds.items():
                if 3 * count < most:
                    del self._of_kind[kind][number]
        named: dict[str, set[int]] = defaultdict(set)
        for unit, places in zip(record.units, record.places, strict=True):
            named[unit.group or unit.id].update(place.person for place in places)
        self._named = named
        subject = record.people.all[record.subject] if record.subject >= 0 else None
        self._subject = {*subject.forenames, *subject.surnames} if subject is not None else set()

    def owner(self, number: int, span: RawSpan, houses: Sequence[tuple[int, int, int]] = ()) -> int:
        """Whose mention a relation word of text ``number`` is; -1 when the record does not say. ``houses``: where a
        house stands by its number, and whose it is."""
        kind, narrowed = kind_of(_PRONOUN.sub("", self._record.texts[number][span.start : span.end]))
        beside = self._beside(number, span, kind)
        if beside >= 0:
            return beside
        text = self._record.texts[number]
        for start, _, who in houses:
            if 0 <= start - span.end < _FAR and _HOUSE.fullmatch(text[span.end : start]):
                return who
        if self._somebody_elses(text[max(span.start - _FAR, 0) : span.start]):
            return -1
        return self._one(self._of_kind.get(kind, {}), narrowed, number)

    def _beside(self, number: int, span: RawSpan, kind: str) -> int:
        """The person named right beside: "mother Janet", "Janet (mother)". Over a comma only who is called so
        elsewhere too: "Mr Lumley, her nan and Beth" are three."""
        text, places = self._record.texts[number], self._record.places[number]
        after = bisect_left([p.start for p in places], span.end)
        for index, alone in ((after, {"", ":", "("}), (after - 1, {"("})):
            if not 0 <= index < len(places):
                continue
            place = places[index]
            gap = text[span.end : place.start] if index == after else text[place.end : span.start]
            if len(gap) > 3 or (index != after and not gap.strip()):
                continue
            if place.person == self._record.subject and gap.strip() in {"", ":"}:
                # "She told her mum Tabitha was safe": never the subject on no more than this.
                continue
            if gap.strip() in alone or place.person in self._of_kind.get(kind, {}):
                return place.person
        return -1

    def _somebody_elses(self, before: str) -> bool:
        owner = _OWNER.search(before)
        if owner is not None:
            return fold(owner[1]) not in self._subject
        return _RELATIVES.search(before) is not None

    def _one(self, candidates: dict[int, Counter[frozenset[str]]], narrowed: frozenset[str], number: int) -> int:
        fits = list(candidates)
        if narrowed:
            fits = [who for who, said in candidates.items() if any(narrowed <= words for words in said)] or [
                who for who, said in candidates.items() if all(not words for words in said)
            ]
        if len(fits) > 1:
            unit = self._record.units[number]
            here = self._named[unit.group or unit.id]
            fits = [who for who in fits if who in here]
        return fits[0] if len(fits) == 1 else -1
