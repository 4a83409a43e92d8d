# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody nobody names, told by where they are found or what marks them: "the lady next door", "the old boy in the end
cottage", "him over the road". Whoever lives there too knows who that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redactor.detect.language.found import FoundSpan
from redactor.detect.language.starts import Anywhere, starts_of, tried
from redactor.detect.language.words import DEMONYMS
from redactor.domain.mentions import Label, Tier

WHY = "somebody who is not named, told apart by where they are found or what marks them"

_SOMEBODY = (
    "lady ladies woman man men bloke guy lad lads lass chap fella fellow boy boys girl girls gentleman couple "
    "pensioner family people person neighbour neighbours neighbor neighbors lot pair widow widower him her them "
    "bat biddy cow git sod tenant tenants resident residents occupant occupants student students teenager teenagers"
)
_ADJECTIVES = (
    "old older elderly young younger new other nice little big tall fat thin same single disabled blind deaf polish"
    " irish black asian white"
)
#: What is said of many, by language or faith.
_NO_ORIGIN = frozenset(("christian", "catholic", "protestant", "methodist", "english"))
_ORIGINS = " ".join(sorted(DEMONYMS - _NO_ORIGIN))
#: A home or a place where one person or household is found. Offices and wards, where anybody is met, are not here.
_PLACES = (
    "flat flats cottage cottages bungalow caravan maisonette terrace farm vicarage manse lodge chippy bakery butcher's "
    "butchers newsagent newsagent's post takeaway launderette garage allotment"
)
#: Where many are at times: they tell somebody apart only as "the corner house", or as where they come from.
_ANYWHERE = "house houses shop pub church chapel mosque temple garden yard"
_BEFORE_PLACE = "end top bottom first ground upper lower upstairs downstairs corner next chip village other opposite"
_OF_PLACE = "office shop house flat flats cottage floor end bungalow above below"


def _any(words: str) -> str:
    return f"(?:{'|'.join(sorted(words.split(), key=lambda word: (-len(word), word)))})"


_GAP = r"[ \t\n]{1,3}"
_THE = "(?:the|that|this|a|our|my|their|his|her)"
_PLACE = (
    rf"{_THE}{_GAP}(?:{_any(_BEFORE_PLACE)}{_GAP}){{0,2}}{_any(_PLACES)}(?:{_GAP}{_any(_OF_PLACE)})?|"
    rf"{_THE}{_GAP}(?:{_any(_BEFORE_PLACE)}{_GAP}){{1,2}}{_any(_ANYWHERE)}(?:{_GAP}{_any(_OF_PLACE)})?"
)
_WHERE = (
    rf"(?:who{_GAP}(?:lives?|lived|is|was){_GAP}|living{_GAP})?(?:"
    rf"next{_GAP}door(?:{_GAP}but{_GAP}one)?(?:{_GAP}to{_GAP}(?:me|us|him|her|them|the{_GAP}[a-z]+))?|opposite|upstairs|"
    rf"downstairs|(?:over|across){_GAP}the{_GAP}(?:road|street|landing|way|hall)|"
    rf"(?:two|three|a{_GAP}few|couple{_GAP}of|four){_GAP}doors{_GAP}(?:up|down|along|away)|"
    rf"(?:up|down|along){_GAP}(?:the|our|my){_GAP}(?:road|street|lane|landing|stairs|block|close|terrace)|"
    rf"(?:on|in){_GAP}(?:our|my|his|her|their){_GAP}(?:road|street|lane|landing|stairs|block|close|terrace)|"
    rf"(?:at|in|from|over|of|above|below|by|behind){_GAP}(?:{_PLACE})|"
    rf"(?:from|over|behind){_GAP}{_THE}{_GAP}{_any(_ANYWHERE)})"
)
_MARK = (
    rf"(?:whose{_GAP}[a-z]+{_GAP}(?:backs|looks|faces|overlooks|is|was|goes|went|works|lives)\b(?:{_GAP}[a-z]+){{0,3}}|"
    rf"with{_GAP}(?:the|a|an){_GAP}(?:[a-z-]+{_GAP})?(?:dogs?|wheelchair|limp|parrot|stick|scar|tattoos?|beard|"
    r"van|motorbike|mobility|scooter|staffie|staffy|alsatian|pitbull|baby|twins|pram|eyepatch)\b|"
    rf"off{_GAP}(?:the{_GAP})?(?:round|shift|route|crew|gang|wing|landing){_GAP}\d{{1,3}})"
)
#: "The fat Dutch lass", "that Polish family": an origin tells few people of a street apart.
_ORIGIN = Anywhere(
    re.compile(
        rf"(?i)(?<![\w'-])(?:the|that|this|our|their){_GAP}(?:{_any(_ADJECTIVES)}{_GAP}){{0,2}}"
        rf"{_any(_ORIGINS)}{_GAP}(?:{_any(_ADJECTIVES)}{_GAP})?"
        r"(?:lady|ladies|woman|man|men|bloke|guy|lads?|lass(?:es)?|chap|fella|boys?|girls?|couple|family)(?![\w'-])"
    ),
    frozenset(("the", "that", "this", "our", "their")),
)
_FIND = Anywhere(
    re.compile(
        rf"(?i)(?<![\w'-])(?:(?:the|that|this|some|an?|our|their){_GAP})?"
        rf"(?:{_any(_ADJECTIVES + ' ' + _ORIGINS)}{_GAP}){{0,2}}"
        rf"(?P<who>{_any(_SOMEBODY)})(?:{_GAP}|,{_GAP})(?:{_WHERE}(?:{_GAP}{_MARK})?|{_MARK})(?![\w'-])"
    ),
    frozenset(
        (
            "the",
            "that",
            "this",
            "some",
            "a",
            "an",
            "our",
            "their",
            *_ADJECTIVES.split(),
            *_ORIGINS.split(),
            *_SOMEBODY.split(),
        )
    ),
)
#: The upper flat as the name of who complains from it: "Complainant: flat above".
_BY_HOME = re.compile(
    rf"(?i)\b(?:complainant|complaint{_GAP}from|reported{_GAP}by|informant|source|caller|witness)[ \t]*[:-]?[ \t]*"
    rf"(?P<home>(?:the[ \t])?(?:(?:flat|house|property|bungalow|neighbours?)[ \t](?:above|below|opposite|next[ \t]door|"
    r"upstairs|downstairs|over[ \t]the[ \t]road)|next[ \t]door|upstairs|downstairs))\b"
)
#: How the words begin with which that begins.
_BY_HOME_BEGINS = ("complain", "report", "informant", "source", "caller", "witness")
#: "I told her next time": a pronoun with a place is somebody only where it is an object or heads a note.
_PRONOUNS = frozenset(("him", "her", "them"))
_OBJECT = re.compile(r"(?i)(?:\A|[.!?:]\s|\n[ \t]*|\b(?:by|from|and|than|like|was|is|it's|its|with|says?|said)[ \t])\Z")
_TOLD = (
    r"(?:rang|rung|phoned|called|reported|reports|complained|complains|said|says|told|tells|saw|seen|heard|hears|"
    r"alleged|alleges|stated|states|witnessed|confirmed|confirms|mentioned|wants|asked|kept|keeps|made|knows|grassed)"
)
_TELLS = re.compile(
    r"(?i),?[ \t\n]{1,3}(?:(?:has|have|had|who|also|again|then|just|often|always|already|both)[ \t\n]+){0,3}"
    rf"{_TOLD}\b"
)
_HEARD_FROM = re.compile(
    r"(?i)\b(?:call|complaint|report|letter|note|statement|information|concerns?|referral|t/?c|rang|heard|reported|told|"
    r"seen|source|informant|complainant)\b[ \t]?(?:again[ \t])?(?:from|by|is|was|:|-)?[ \t\n]{0,2}\Z"
)


def unnamed(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where somebody is told apart without a name: (start, end, whether they told something, which is as good as sure).

    A bare "the man" or "a lady" is nobody; a place of work where anybody is met ("the lady at the council") is none."""
    whole: list[tuple[int, int]] = []
    for match in _FIND.finditer(text):
        who = match["who"].lower()
        before = text[max(match.start() - 40, 0) : match.start()]
        if who in _PRONOUNS and not _OBJECT.search(before):
            continue
        whole.append(match.span())
        yield *match.span(), bool(_TELLS.match(text, match.end()) or _HEARD_FROM.search(before))
    for match in _ORIGIN.finditer(text):
        if not any(start <= match.start() and match.end() <= end for start, end in whole):
            yield *match.span(), False
    for match in tried(_BY_HOME, text, starts_of(text).beginning(_BY_HOME_BEGINS)):
        yield *match.span("home"), True


def told_apart(text: str, found: Sequence[FoundSpan]) -> list[FoundSpan]:
    """``found`` with whoever is told apart without a name. What was found as a name, a number or an address stays; a
    family word within becomes part of the whole. Proposed where they told something, as possible else."""
    spans = list(found)
    for start, end, told in unnamed(text):
        inside = [s for s in spans if s.start < end and start < s.end]
        if any(s.label is not Label.RELATION or s.start < start or end < s.end for s in inside):
            continue
        owners = {s.person for s in inside if s.person}
        if len(owners) > 1:
            continue
        spans = [s for s in spans if s not in inside]
        tier, score = (Tier.PROPOSED, 0.6) if told else (Tier.POSSIBLE, 0.4)
        # Whom the family word points to is decided about with their name.
        who, why = next(((s.person, s.why) for s in inside if s.person), ("", WHY))
        spans.append(FoundSpan(start, end, Label.RELATION, score, tier, who, why))
    return spans
