# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where somebody works: with the town it tells who they are as well as a name does. Possible, never proposed."""

from __future__ import annotations

import re

from redactor.detect.language.found import RawSpan
from redactor.detect.language.starts import Anywhere
from redactor.detect.language.words import DAYS, MONTHS, STOP, THING_AFTER
from redactor.domain.mentions import Label

#: The layer of places of work.
WORKPLACE = "pattern:workplace"
_NAME = r"[A-Z][\w'&-]*"
_WORKS = Anywhere(
    re.compile(
        r"(?i:(?<!\w)(?:works?|worked|working|employed|shifts?|job)[ \t\n](?:(?:part|full)[- ]time[ \t\n]|"
        r"(?:nights|days|shifts)[ \t\n]|as[ \t\n]an?[ \t\n](?:\w+[ \t\n]){1,3})?(?:at|for|in|by)[ \t\n])"
        rf"(?P<value>(?:[Tt]he[ \t\n])?{_NAME}(?:[ \t\n](?:(?:of|and|&)[ \t\n])?{_NAME}){{0,4}}"
        r"(?:[ \t\n](?P<kind>[a-z]{3,14})(?!\w))?)"
    ),
    frozenset(("work", "works", "worked", "working", "employed", "shift", "shifts", "job")),
)
#: "working at Level 2", "works in Year 4": how well and in which class.
_NO_PLACE = (
    STOP | MONTHS | DAYS | {"level", "key", "grade", "stage", "entry", "greater", "expected", "home", "step", "eyfs"}
)
_SCORE = 0.45


def find(text: str) -> list[RawSpan]:
    """Places of work of one text."""
    found = []
    for match in _WORKS.finditer(text):
        start, end = match.span("value")
        if match["kind"] and match["kind"] not in THING_AFTER:
            end = match.start("kind") - 1
        words = text[start:end].split()
        if words[0].lower() == "the":
            words = words[1:]
        if words and words[0].lower() not in _NO_PLACE:
            found.append(RawSpan(start, end, Label.OTHER, _SCORE, WORKPLACE))
    return found
