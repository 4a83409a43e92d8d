# SPDX-License-Identifier: AGPL-3.0-or-later
"""What looks like a person and is none: streets, schools, wards, syndromes, laws, months."""

from __future__ import annotations

import re
from bisect import bisect_left

from redactor.detect.language.words import (
    DAYS,
    MONTHS,
    NOT_PEOPLE,
    SURE_THINGS,
    THING_AFTER,
    THING_BEFORE,
    TOWNS,
    TOWNS_SMALL,
)

_AFTER = re.compile(r"(?:'s)?[ \t]{1,2}(?:[A-Z][\w'-]+[ \t]){0,2}?([A-Za-z][\w-]*)")
_NEXT = re.compile(r" {1,2}(?:\n)?([A-Za-z][\w-]*)")
_FIRMS = frozenset(("gmbh", "ltd", "limited", "plc", "llp", "inc", "ag", "ab", "bv", "nv", "sarl", "pty"))
_FIRM_AFTER = re.compile(
    r" (?:GmbH|Ltd|Limited|PLC|plc|LLP|Inc|Pty|& (?:Sons?|Co|Partners)|and Sons?)\b|"
    r", (?:(?:a firm of )?solicitors|a firm)\b|"
    r"'s (?:Yard|Lane|Close|Road|Street|Avenue|Bank|Hospital|Church|Academy|[Dd]isease|[Ss]yndrome|[Ll]aw)\b"
)
_HOUSE_NUMBER = re.compile(r"(?:^|(?<!\d)[\s,(])(?:\d{1,4}[a-z]?|flat \d+[a-z]?,?)[ \t]+$", re.I)
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
_YEAR_AFTER = re.compile(r"[ \t,]*(?:\d{4}|'?\d{2}\b|\d{1,2}(?:st|nd|rd|th)?\b)")


class NotPeople:
    """Where in one text no person can be."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._spans = [match.span() for match in NOT_PEOPLE.finditer(text)]
        self._starts = [start for start, _ in self._spans]

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
        last = re.search(r"[\w-]+$", text[start:end])
        if not introduced and last and " " in text[start:end] and last.group().lower() in SURE_THINGS:
            return True
        before = text[max(start - 24, 0) : start]
        word = re.search(r"([A-Za-z]+)\.?[ \t]+$", before)
        if word and word.group(1).lower() in THING_BEFORE and word.group(1)[0].isupper():
            return True
        return bool(_HOUSE_NUMBER.search(before) and not _COLLAR_NUMBER.search(before)) and bool(
            re.match(r"(?:[ \t]+[A-Z][\w'-]+)?[ \t]*(?:,|$|\n|\.|[A-Z]{1,2}\d)", text[end : end + 40])
        )

    def _company(self, start: int, end: int) -> bool:
        """ "Robert Bosch GmbH", "Royds Rdw, solicitors", "Walter's Yard": a firm, or a street by its owner's name."""
        text = self.text
        last = text[start:end].rsplit(None, 1)[-1].lower() if text[start:end].strip() else ""
        if last in _FIRMS and " " in text[start:end].strip():
            return True
        return _FIRM_AFTER.match(text, end) is not None

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

    def month(self, start: int, end: int) -> bool:
        """Whether "May", "April" or "June" is the month here."""
        word = self.text[start:end].lower()
        if word in DAYS:
            return True
        if word not in MONTHS:
            return False
        return bool(_MONTH_BEFORE.search(self.text[max(start - 16, 0) : start])) or bool(
            _YEAR_AFTER.match(self.text, end)
        )
