# SPDX-License-Identifier: AGPL-3.0-or-later
"""What looks like a person and is none: streets, schools, wards, syndromes, laws, months."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from string import ascii_letters

from redactor.detect.language.lexicon import lexicon
from redactor.detect.language.words import (
    DAYS,
    FESTIVALS,
    FIRM_WORDS,
    MONTHS,
    NOT_PEOPLE_IN,
    PETS,
    ROLE,
    SURE_THINGS,
    THING_AFTER,
    THING_BEFORE,
    TITLES,
    TOWNS,
    TOWNS_SMALL,
    any_of,
)

_NEXT = re.compile(r" {1,2}(?:\n)?([A-Za-z][\w-]*)")
_FIRMS = frozenset(("gmbh", "ltd", "limited", "plc", "llp", "inc", "ag", "ab", "bv", "nv", "sarl", "pty"))
_FIRM_AFTER = re.compile(
    r" (?:GmbH|Ltd|Limited|PLC|plc|LLP|Inc|Pty|& (?:Sons?|Co|Partners)|and Sons?)\b|"
    r", (?:(?:a firm of )?solicitors|a firm)\b|"
    r"'s (?:Yard|Lane|Close|Road|Street|Avenue|Bank|Hospital|Church|Academy|[Dd]isease|[Ss]yndrome|[Ll]aw)\b"
)
_LAST = re.compile(r"[\w-]+$")
#: Of at most three figures: "0830 Fallowfield" is a time of day.
_HOUSE_NUMBER = re.compile(r"(?:^|(?<!\d)[\s,(])(?:\d{1,3}[a-z]?|flat \d+[a-z]?,?)[ \t]+$", re.I)
#: A collar number stands before an officer's name as a house's before its street.
_COLLAR_NUMBER = re.compile(r"\b(?:W?PC|PCSO|D[CSI]|PS|Sgt|Insp|Officer|Constable|Sergeant)[ \t]+\d{2,5}[ \t]+$", re.I)
_PLACE_BEFORE = re.compile(
    r"(?i)\b(?:in|near|the|inter|ex|across|throughout|around|outside|into|towards)[ \t\n]+[\"']?$"
)
_TOWN_BEFORE = re.compile(r"(?i)\b(?:in|near|at|from|to|of|around|outside|into|towards|via|and|,)[ \t\n]+$")
_MONTH_BEFORE = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|during|last|next|this|early|late|mid|of|to|end of|\d{1,2}(?:st|"
    r"nd|rd|th)?)[ \t-]+)$",
    re.I,
)
_FEAST_BEFORE = re.compile(
    r"(?i)\b(?:at|over|before|after|since|until|till|til|by|during|last|next|this|for|from|every|around|happy|merry|"
    r"celebrat\w+|fasting)[ \t\n]$"
)
_FEAST_AFTER = re.compile(
    r"(?i)[ \t\n](?:eve|day|holidays?|break|sunday|monday|eggs?|dinner|lunch|presents?|party|cards?|term|time|play|"
    r"tree|leave|visit|contact)\b|[ \t]?(?:\d{4}|'\d\d)\b"
)
_PET_BEFORE = re.compile(
    rf"(?i)(?<![\w-])(?:{any_of(PETS)})(?:,?[ \t\n](?:is[ \t\n])?(?:called|named)[ \t\n]|[ \t]?[(][\"']?)\Z"
)
_PET_AFTER = re.compile(
    r"(?i)(?:,?[ \t\n]the[ \t\n](?:family[ \t\n])?|[ \t]\((?:the|her|his|their|our|family)[ \t])"
    rf"(?:{any_of(PETS)})(?![\w'-])"
    r"(?![ \t](?:walker|handler|warden|sitter|owner|trainer|groomer|man|lady))"
)
_YEAR_AFTER = re.compile(r"[ \t,]*(?:\d{4}|'?\d{2}\b|\d{1,2}(?:st|nd|rd|th)?\b)")


@lru_cache(maxsize=4)
def _fixed(text: str) -> tuple[list[tuple[int, int]], list[int]]:
    """Where fixed expressions stand in a text, and where they begin; kept, since several layers ask of one text."""
    spans = [match.span() for match in NOT_PEOPLE_IN.finditer(text)]
    return spans, [start for start, _ in spans]


def _word_before(before: str) -> str:
    """The letters that end a text, before blanks and perhaps a full stop ("St. "); "" when it ends otherwise."""
    line = before.removesuffix("\n")
    bare = line.rstrip(" \t")
    if len(bare) == len(line):
        return ""
    bare = bare.removesuffix(".")
    return bare[len(bare.rstrip(ascii_letters)) :]


class NotPeople:
    """Where in one text no person can be."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._spans, self._starts = _fixed(text)

    def listed(self, start: int, end: int) -> bool:
        """Whether the span lies in a fixed expression ("Down's syndrome", "Age UK")."""
        index = bisect_left(self._starts, end)
        return index > 0 and self._spans[index - 1][1] > start

    def thing(self, start: int, end: int, *, introduced: bool = False) -> bool:
        """Whether the words around make the span a place or an organisation ("Victoria Road", "St Hilda's")."""
        text = self.text
        if self._company(start, end):
            return True
        after = _NEXT.match(text, end)
        # In rushed lower case the street is as small as the name before it.
        small = text[start : start + 1].islower()
        if (
            after
            and after.group(1).lower() in THING_AFTER
            and not ROLE.match(text, after.start(1))  # "Pat Oduya  School Nurse"
            and (
                after.group(1)[0].isupper()
                or (small and " " not in text[start:end].strip())
                or after.group(1).lower()
                in {
                    "syndrome",
                    "disease",
                    "palsy",
                    "score",
                    "scale",
                    "test",
                    "school",
                    "ward",
                    "hospital",
                    "road",
                    "street",
                }
            )
        ):
            # "Mrs Hill Park" does not occur; "Rose Gardens rang" does, rarely: a person called so is found elsewhere.
            return True
        if text[start : start + 3] in {"St ", "St."}:
            return True
        if not introduced and " " in text[start:end]:
            last = _LAST.search(text, start, end)
            if last and last[0].lower() in SURE_THINGS:
                return True
        before = text[max(start - 24, 0) : start]
        word = _word_before(before)
        if word[:1].isupper() and word.lower() in THING_BEFORE:
            return True
        # Only a figure, or one with a letter or a comma, can be a house's number.
        if not any(map(str.isdigit, before.rstrip(" \t")[-3:])):
            return False
        return bool(_HOUSE_NUMBER.search(before) and not _COLLAR_NUMBER.search(before)) and bool(
            re.match(r"(?:[ \t]+[A-Z][\w'-]+)?[ \t]*(?:,|$|\n|\.|[A-Z]{1,2}\d)", text[end : end + 40])
        )

    def _company(self, start: int, end: int) -> bool:
        """ "Robert Bosch GmbH", "Royds Rdw, solicitors", "Walter's Yard": a firm, or a street by its owner's name."""
        text = self.text
        words = text[start:end].lower().split()
        if len(words) > 1 and words[-1] in _FIRMS:
            return True
        if 1 < len(words) < 4 and words[-1] in FIRM_WORDS and text[start:end].istitle():
            return words[0] not in lexicon().gender and words[0].rstrip(".") not in TITLES and not self._titled(start)
        return _FIRM_AFTER.match(text, end) is not None

    def _titled(self, start: int) -> bool:
        return _word_before(self.text[max(start - 24, 0) : start]).lower() in TITLES

    def place(self, start: int, end: int) -> bool:
        """Whether what stands before makes a single word a place or a thing: people are seldom "in" or "the"."""
        return bool(_PLACE_BEFORE.search(self.text[max(start - 14, 0) : start]))

    def town(self, start: int, end: int) -> bool:
        """A large British town after a word that leads to a place."""
        return self.text[start:end].lower() in TOWNS and bool(
            _TOWN_BEFORE.search(self.text[max(start - 14, 0) : start])
        )

    def small_town(self, start: int, end: int) -> bool:
        """A smaller town after a word that leads to a place and nowhere else."""
        return self.text[start:end].lower() in TOWNS_SMALL and self.place(start, end)

    def pet(self, start: int, end: int) -> bool:
        """Whether the name is an animal's: "Biscuit the dog", "a dog called Biscuit"."""
        return bool(_PET_AFTER.match(self.text, end) or _PET_BEFORE.search(self.text, max(start - 24, 0), start))

    def month(self, start: int, end: int) -> bool:
        """Whether "May", "April" or "June" is the month here, "Easter" the feast."""
        word = self.text[start:end].lower()
        if word in DAYS:
            return True
        if word in FESTIVALS:
            before = self.text[max(start - 16, 0) : start]
            return bool(_FEAST_BEFORE.search(before) or _FEAST_AFTER.match(self.text, end))
        if word not in MONTHS:
            return False
        return bool(_MONTH_BEFORE.search(self.text[max(start - 16, 0) : start])) or bool(
            _YEAR_AFTER.match(self.text, end)
        )
