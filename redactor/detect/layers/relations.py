# SPDX-License-Identifier: AGPL-3.0-or-later
"""Relation words that point to a person ("Mum", "his ex-partner", "the neighbour at 14")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from redactor.detect.language.found import RawSpan
from redactor.detect.language.starts import Anywhere
from redactor.detect.language.text import line_before
from redactor.detect.language.words import LOOSE, RELATIONS_IN, any_of
from redactor.domain.mentions import Label

_OWNED = re.compile(r"(?:\b(?:his|her|their|my|your|our|its|\w+'s|\w+s')[ \t]+(?:[a-z-]+[ \t]){0,2})$", re.I)
_PRONOUN = re.compile(r"\b(?:his|her|their|my|your|our)[ \t]+$", re.I)
#: "Mum" and the like stand for a name without anything before them.
_SAID_WORDS = """
mum mummy mam mom mama dad daddy papa grandma grandad granddad gran granny nan nana nanna nanny nain taid
mamgu tadcu stepmum stepdad auntie aunty
"""
_SAID = frozenset(_SAID_WORDS.split())

#: Words of talk, which say so only with whose it is: "her lad", "the neighbour's boy", "his bro". They lead to no name.
_TALK = """
lad lads lass lasses boy boys girl girls bro bros bruv sis fella fellas feller bloke missus misses hubby hubbie kid kids
bairn bairns wean weans littlun nipper youngest eldest oldest other-half ma pa
"""
_TALK_IN = Anywhere(
    re.compile(rf"(?i)(?<![\w'-])(?P<rel>{any_of(frozenset(_TALK.split()))})(?![\w'-])"),
    frozenset(_TALK.split()) | {"other"},
)
_OWN = re.compile(
    r"(?:\b(?P<whose>his|her|their|my|your|our|yer|ur)|\b(?!it's|that's|what's|there's|here's|who's|he's|she's|let's)\w+'s|\b[a-z]+s')"
    r"[ \t]+(?:(?:own|little|big|wee|young|older|younger|elder|middle|new|two|three|other)[ \t]+)?\Z",
    re.I,
)
#: "his boy band", "her girl guides", "the bloke's kid sister": what follows makes it another thing.
_OTHER_THING = re.compile(
    r"[ \t](?:band|scouts?|guides?|racer|child|sister|brother|gloves?|seat|at heart)\b|[ \t]*['-][a-z]", re.I
)


def _talk(text: str) -> Iterator[RawSpan]:
    for match in _TALK_IN.finditer(text):
        start, end = match.span("rel")
        own = _OWN.search(text, max(start - 30, 0), start)
        if own is None or _OTHER_THING.match(text, end):
            continue
        if own["whose"]:
            start = own.start()
        yield RawSpan(start, end, Label.RELATION, 0.6, f"relation:{match['rel'].lower()}")


#: Who is called so visits for work: "Health Visitor".
_VISITS = re.compile(r"(?:(?i:health|independent|lay)|Prison(?=[ \t\n-]+\Z))[ \t\n-]+\Z")
#: A speaker's label in what was said: "CALLER: ...", a line or more of it.
_SPEAKER = re.compile(r"(?m)^[ \t>]*([^\W\d_]{3,20})[ \t]*:")


def find(text: str) -> list[RawSpan]:
    """Relation words of one text. A loose word ("friend", "child") counts only with an owner or a name after it."""
    found: list[RawSpan] = []
    spoken = Counter(match[1].lower() for match in _SPEAKER.finditer(text))
    for match in RELATIONS_IN.finditer(text):
        if match["plural"]:
            continue
        word = match["rel"].lower().split()[-1]
        phrase = len(match["rel"].split()) > 1 or "-" in match["rel"]
        start, end = match.span("rel")
        if word == "visitor" and _VISITS.search(text[max(start - 14, 0) : start]):
            continue
        if word == "caller" and spoken[word] > 1 and _labels(text, start, end):
            # Whoever rings is somebody else each time; nobody is told by it, as they are by "NEIGHBOUR:".
            continue
        owned = bool(_OWNED.search(text[max(start - 30, 0) : start]))
        named = bool(re.match(r"[ \t]*[,:(-]?[ \t]*\(?[A-Z][a-z]", text[end : end + 6]))
        if word in LOOSE and not (owned or named or (phrase and word not in {"child", "parent"})):
            continue
        pronoun = _PRONOUN.search(text[max(start - 8, 0) : start])
        if pronoun:
            start -= len(pronoun.group())
        score = 0.7 if word in _SAID or phrase else 0.6 if owned or named else 0.45
        found.append(RawSpan(start, end, Label.RELATION, score, f"relation:{match['rel'].lower()}"))
    taken = {span.end for span in found}
    found.extend(span for span in _talk(text) if span.end not in taken)
    return sorted(found, key=lambda span: span.start)


def _labels(text: str, start: int, end: int) -> bool:
    """Whether the word at ``start`` is a speaker's label: it begins its line and a colon ends it."""
    return not line_before(text, start, 40).strip(" \t>") and text[end : end + 2].lstrip(" \t").startswith(":")
