# SPDX-License-Identifier: AGPL-3.0-or-later
"""What looks like a person and is none: streets, schools, wards, syndromes, laws, months."""

from __future__ import annotations

import re
from bisect import bisect_left

from redactor.detect.words import DAYS, MONTHS, NOT_PEOPLE, SURE_THINGS, THING_AFTER, THING_BEFORE, TOWNS

_AFTER = re.compile(r"(?:'s)?[ \t]{1,2}(?:[A-Z][\w'-]+[ \t]){0,2}?([A-Za-z][\w-]*)")
_NEXT = re.compile(r" {1,2}(?:\n)?([A-Za-z][\w-]*)")
_HOUSE_NUMBER = re.compile(r"(?:^|(?<!\d)[\s,(])(?:\d{1,4}[a-z]?|flat \d+[a-z]?,?)[ \t]+$", re.I)
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
        after = _NEXT.match(text, end)
        if (
            after
            and after.group(1).lower() in THING_AFTER
            and (
                after.group(1)[0].isupper()
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
        return bool(_HOUSE_NUMBER.search(before)) and bool(
            re.match(r"(?:[ \t]+[A-Z][\w'-]+)?[ \t]*(?:,|$|\n|\.|[A-Z]{1,2}\d)", text[end : end + 40])
        )

    def place(self, start: int, end: int) -> bool:
        """Whether what stands before makes a single word a place or a thing: people are seldom "in" or "the"."""
        return bool(_PLACE_BEFORE.search(self.text[max(start - 14, 0) : start]))

    def town(self, start: int, end: int) -> bool:
        """A large British town after a word that leads to a place."""
        return self.text[start:end].lower() in TOWNS and bool(
            _TOWN_BEFORE.search(self.text[max(start - 14, 0) : start])
        )

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
