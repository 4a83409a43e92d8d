# SPDX-License-Identifier: AGPL-3.0-or-later
"""The encoder and the layers put together: where they agree a name is sure, where they differ it is possible.

The encoder reads every word in its context; the word lists and the forms see other things.
The thresholds were chosen on the tuning half of the passages written by hand (models/recipe), never on the other half.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise, repeat

from redactor.detect.language.found import RawSpan
from redactor.detect.language.lexicon import Lexicon
from redactor.detect.language.scan import Scan
from redactor.detect.language.text import Token
from redactor.detect.language.words import (
    ABBREVIATIONS,
    DAYS,
    DEMONYMS,
    MONTHS,
    RELATION_WORDS,
    ROLE_SHORT,
    SHORTHAND,
    STOP,
    TITLES,
)
from redactor.detect.layers.encoder import PERSON, Read
from redactor.domain.mentions import Label

#: The encoder alone: from ALONE on a name is proposed, from MAYBE on it is possible.
ALONE, MAYBE = 0.55, 0.15
#: What else said it, if it is a weak layer: from AGREED on the two together propose it.
AGREED = 0.25
#: Below this the encoder has not read a name at all.
UNREAD = 0.08
#: A word that looks like no name needs more.
EVERYDAY_SURNAME, EVERYDAY = 0.65, 0.75
TITLED = 0.8
LOWER_ALONE, CAPITALS_ALONE, LETTER_ALONE, NEVER = 0.9, 0.8, 0.85, 1.01
#: A single word of so many letters that no list knows is a foreign noun ("Ministerialdirigent") more often than a name.
LONG = 13
_CELL_BEFORE = re.compile(r"[;|\t\n][ ]{0,2}$")
_CELL_AFTER = re.compile(r"[ ]{0,2}(?:[;|\t,\n]|$)")
#: Layers that go by the words alone; what they find and the encoder does not read as a name is doubtful.
WEAK = frozenset({"lists", "line", "context"})
PROPOSED, POSSIBLE = 0.6, 0.4


#: A word alone in its line over a line of running text is its heading: "Art", and below it how the term went.
_HEADS = re.compile(r"[ \t]*\n(?:[ \t]*\n)?[^\n]{45}")


class Opinion:
    """What the encoder says of a stretch of text."""

    def __init__(self, reads: Sequence[Read]) -> None:
        self.names = sorted(r for r in reads if r.kind == PERSON)
        self.others = sorted(r for r in reads if r.kind != PERSON)
        self._starts = [r.start for r in self.names]
        self._other_starts = [r.start for r in self.others]

    def name(self, start: int, end: int) -> float:
        """How sure it is that there is a name in the stretch (0 when it read none)."""
        return max((r.score for r in _touching(self.names, self._starts, start, end)), default=0.0)

    def other(self, start: int, end: int) -> float:
        """How sure it is that the whole stretch is a place, an organisation or a thing."""
        found = _touching(self.others, self._other_starts, start, end)
        return max((r.score for r in found if r.start <= start and end <= r.end), default=0.0)


def _touching(reads: Sequence[Read], starts: Sequence[int], start: int, end: int) -> list[Read]:
    index = bisect_left(starts, end)
    out = []
    # Reads do not overlap but may lie in each other's gaps across windows; a handful before is enough.
    for read in reads[max(index - 12, 0) : index]:
        if read.end > start:
            out.append(read)
    return out


def weighed(spans: Sequence[RawSpan], reads: Sequence[Read], forms: Scan) -> list[RawSpan]:
    """The layers' spans with the encoder's opinion in their scores, and the names only the encoder read."""
    opinion = Opinion(reads)
    out: list[RawSpan] = []
    taken: list[tuple[int, int]] = []
    for span in spans:
        if span.label != Label.PERSON:
            out.append(span)
            continue
        if forms.text[span.start : span.end].lower() in SHORTHAND:
            continue
        sure = opinion.name(span.start, span.end)
        weak = span.found_by in WEAK
        score = span.score
        if sure >= AGREED:
            score = max(score, PROPOSED)
        elif weak and sure < UNREAD:
            score = min(score, 0.2 if opinion.other(span.start, span.end) > 0.5 or score < 0.5 else POSSIBLE)
        elif weak:
            score = min(score, POSSIBLE)
        if score >= 0.25:
            out.append(RawSpan(span.start, span.end, span.label, score, span.found_by))
            taken.append((span.start, span.end))
    taken.sort()
    for read in opinion.names:
        if read.score < MAYBE:
            continue
        for start, end in names(read, forms):
            near = max(bisect_left(taken, (end, -1)) - 6, 0)
            if any(a <= start and end <= b for a, b in taken[near : near + 8]):
                continue
            need = max(ALONE, _needed(forms, start, end))
            score = PROPOSED + 0.2 * (read.score - need) / max(1 - need, 0.001) if read.score >= need else POSSIBLE
            out.append(RawSpan(start, end, Label.PERSON, round(score, 2), "encoder"))
    return out


def _needed(forms: Scan, start: int, end: int) -> float:
    """How sure the encoder alone has to be of a word that looks like none: a lower-case word where others have their
    capitals ("inter alia"), a short run of capitals no list knows ("WBA"), one letter, a town, what stands before
    "Lane" or "House"."""
    if forms.not_people.thing(start, end):
        return NEVER
    lexicon = forms.lexicon
    at = forms.at(start)
    word = forms.words[at]
    if at and _introduces(forms.words[at - 1], forms.text[forms.words[at - 1].end : start]):
        # "DR WHITE", "SW BLACK", "Mrs Early": who has a title may be called anything.
        return TITLED
    if word.end < end:
        inside = forms.words[forms.at(start) : forms.at(end)]
        return NEVER if not any(map(_may_name, inside, repeat(lexicon))) else ALONE
    if (
        word.low in lexicon.basic
        and _HEADS.match(forms.text, end)
        and forms.text[max(start - 1, 0) : start] in {"", "\n"}
    ):
        return NEVER
    if word.shape != "l" and word.low in lexicon.basic and word.low not in lexicon.gender:
        # "Good", "Variable", "Views" down the column of a report.
        return EVERYDAY_SURNAME if word.low in lexicon.surnames else EVERYDAY
    if word.low in DEMONYMS and word.low not in lexicon.gender:
        return NEVER
    if word.low not in lexicon.gender and (forms.not_people.small_town(start, end) or lexicon.misread(word.low)):
        return NEVER
    if not forms.cased and word.low in lexicon.basic and word.low not in lexicon.gender:
        return LOWER_ALONE if word.low in lexicon.surnames else NEVER
    if len(word.low) >= LONG and word.text.isalpha() and word.shape == "C" and word.low not in lexicon.surnames:
        return NEVER
    if word.shape == "l" and forms.cased and forms.lexicon.word(word.low):
        return LOWER_ALONE if word.low in forms.lexicon.gender else NEVER
    if word.low in forms.lexicon.gender:
        return ALONE
    if word.shape == "I" or (len(word.text) == 1 and word.shape == "l"):
        return LETTER_ALONE
    if word.low in forms.lexicon.surnames:
        return ALONE
    if word.low in forms.lexicon.proper:
        return LOWER_ALONE
    if word.shape == "l" and forms.cased:
        return LOWER_ALONE
    if word.shape == "U" and len(word.text) < 6:
        return CAPITALS_ALONE
    return ALONE


def _introduces(before: Token, gap: str) -> bool:
    """Whether the word before is a title or the short form of a role, on the same line."""
    return gap in {" ", ".", ". "} and (before.low in TITLES or (before.low in ROLE_SHORT and before.shape == "U"))


def _may_name(word: Token, lexicon: Lexicon) -> bool:
    """Whether a word can be part of a name at all: "Blue inhaler" is two that cannot."""
    if not lexicon.word(word.low) or word.low in lexicon.gender:
        return True
    return word.low in lexicon.surnames and word.low not in lexicon.basic


def names(read: Read, forms: Scan) -> list[tuple[int, int]]:
    """A reading cut to whole words, without titles, relations and abbreviations at its ends."""
    inside: list[Token] = []
    index = forms.at(read.start)
    while index < len(forms.words) and forms.words[index].start < read.end:
        inside.append(forms.words[index])
        index += 1
    while inside and _no_name(inside[0], len(inside)):
        inside.pop(0)
    while inside and _no_name(inside[-1], len(inside)):
        inside.pop()
    if not inside:
        return []
    return [(group[0].start, group[-1].end) for group in _at_commas(inside, forms) if not _nobody(group, forms)]


def _nobody(words: Sequence[Token], forms: Scan) -> bool:
    start, end = words[0].start, words[-1].end
    return forms.not_people.listed(start, end) or forms.not_people.month(start, end) or in_cell(words, forms.text)


#: A letter after these numbers a thing: "Flat C", "Bed B", "hepatitis C".
_LETTERED = re.compile(
    r"(?i)\b(?:flat|unit|block|room|bed|bay|ward|section|part|group|set|class|grade|vitamin|hepatitis|hep|plan|option|table|"
    r"appendix|annex|schedule|exhibit|bundle|tab|stage|level|type|band|category|item|box|line|zone|gate)[ \t]$"
)


def in_cell(words: Sequence[Token], text: str) -> bool:
    """Whether this is one letter that fills a cell, or numbers a thing: "M" and "F" say what somebody is, not who."""
    if len(words) != 1 or len(words[0].text) != 1:
        return False
    start, end = words[0].start, words[0].end
    if _LETTERED.search(text, max(start - 12, 0), start):
        return True
    return _CELL_BEFORE.search(text, max(start - 3, 0), start) is not None and _CELL_AFTER.match(text, end) is not None


def _at_commas(words: Sequence[Token], forms: Scan) -> list[list[Token]]:
    """ "Catrin Lindqvist, Iris" read as one: a whole name before a comma is one person, what follows another."""
    groups: list[list[Token]] = [[words[0]]]
    at = forms.at(words[0].start)
    titled = at > 0 and forms.words[at - 1].low in TITLES
    for before, word in pairwise(words):
        first = groups[-1][0]
        whole = len(groups[-1]) > 1 and (first.shape == "I" or forms.lexicon.forename(first.low))
        # "Donna, Sheila": two forenames are two people.
        bare = len(groups[-1]) == 1 and _forename_only(first, forms.lexicon) and forms.lexicon.forename(word.low)
        # "Miss Goldberg, Leila": after a title the surname comes first only with the title.
        if (whole or bare or (titled and len(groups) == 1)) and "," in forms.text[before.end : word.start]:
            groups.append([])
        groups[-1].append(word)
    return groups


def _forename_only(word: Token, lexicon: Lexicon) -> bool:
    return word.shape == "C" and lexicon.forename(word.low) and word.low not in lexicon.surnames


def _no_name(word: Token, of: int) -> bool:
    low = word.low
    if word.shape == "N" and not any(c.isalpha() for c in low):
        return True
    if low in SHORTHAND or (word.shape == "D" and low.replace(".", "") == "dob"):
        return True
    if low in TITLES or (low in ROLE_SHORT and word.shape in {"U", "l"}) or low in DAYS:
        return True
    if of > 1 and (low in RELATION_WORDS or (low in STOP and low not in MONTHS and word.shape == "l")):
        return True
    if of == 1:
        if low in RELATION_WORDS:
            return True
        if low in ABBREVIATIONS and word.shape in {"U", "l", "C"}:
            return True
        if low in STOP and (word.shape == "l" or len(low) < 3):
            return True
    return False
