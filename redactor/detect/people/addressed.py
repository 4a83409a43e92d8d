# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whom a message greets, and who signs it: "Hi Iris" under "To: Goldberg, Iris" is Iris Goldberg, whoever else of that
name the message goes on about."""

from __future__ import annotations

import re

from redactor.detect.people.assemble import Place
from redactor.detect.people.record import Record

_FIELDS = {
    "greeting": re.compile(r"(?im)^[> \t|]{0,12}to[ \t]*:[^\n]*(?:\n[> \t]+[^\n:]*(?=\n))?"),
    "signature": re.compile(r"(?im)^[> \t|]{0,12}from[ \t]*:[^\n]*"),
}
#: A greeting is no farther from the head of its message than this, a signature no farther than the other (letters).
_FAR = {"greeting": 500, "signature": 3000}


def addressed(record: Record, number: int, place: Place, fits: list[int]) -> list[int]:
    """Those of ``fits`` whom the head of the message names as written to, where ``place`` is a greeting, or as writing,
    where it is a signature. Empty where it is neither or names none of them, or several."""
    kind = next((kind for kind in _FIELDS if place.by.startswith(kind)), "")
    if not kind:
        return []
    text = record.texts[number]
    begin = max(place.start - _FAR[kind], 0)
    heads = list(_FIELDS[kind].finditer(text, begin, place.start))
    if not heads:
        return []
    start, end = heads[-1].span()
    named = {
        other.person
        for other in record.places[number]
        if start <= other.start < end and not other.ambiguous and other.person in fits
    }
    return sorted(named) if len(named) == 1 else []
