# SPDX-License-Identifier: AGPL-3.0-or-later
"""The encoder and the layers put together: where they agree a name is sure, where they differ it is possible.

The encoder reads every word in its context; the word lists and the forms see other things.
The thresholds were chosen on passages written by hand and on judgments (models/recipe; the card says which).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from redactor.detect.language.found import RawSpan
from redactor.detect.language.lexicon import Lexicon
from redactor.detect.language.medicines import medicine
from redactor.detect.language.scan import Scan
from redactor.detect.language.text import Token
from redactor.detect.language.words import (
    ABBREVIATIONS,
    DAYS,
    MONTHS,
    MONTHS_SHORT,
    RELATION_WORDS,
    ROLE_SHORT,
    SHORTHAND,
    STOP,
    TITLES,
)
from redactor.detect.layers.encoder import PERSON, Read
from redactor.detect.layers.needed import ALONE, CERTAIN, NEVER, needed
from redactor.detect.layers.worth import worth_showing
from redactor.domain.mentions import Label

#: What holds two cells of a line apart; no name goes over a semicolon.
_CELLS_APART = re.compile(r"[ ]{4,}|[ ]*\t[ \t]*|[ ]?[;|][ ]?")
_BORN_NEXT = re.compile(r"[ \t|,;]{1,4}\d\d?[/.-]\d\d?[/.-]\d\d")
_CELL_BEFORE = re.compile(r"[;|\t\n][ ]{0,2}$")
_CELL_AFTER = re.compile(r"[ ]{0,2}(?:[;|\t,\n]|$)")
#: Layers that go by the words alone; what they find and the encoder does not read as a name is doubtful.
WEAK = frozenset({"lists", "line", "context"})
PROPOSED, POSSIBLE = 0.6, 0.4


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
        first = forms.words[forms.at(span.start)]
        single = first.end >= span.end
        if single and (shorthand(first, forms.lexicon) or medicine(first, forms.text, forms.lexicon)):
            continue
        sure = opinion.name(span.start, span.end)
        weak = span.found_by in WEAK
        score = span.score
        if sure:
            # However faint, a reading and another layer together propose.
            score = max(score, PROPOSED)
        elif weak:
            score = min(score, 0.2 if opinion.other(span.start, span.end) > 0.5 or score < 0.5 else POSSIBLE)
        if forms.not_people.pet(span.start, span.end):
            score = min(score, POSSIBLE)
        if score >= 0.25:
            out.append(RawSpan(span.start, span.end, span.label, score, span.found_by))
            taken.append((span.start, span.end))
    taken.sort()
    for read in opinion.names:
        for start, end in names(read, forms):
            near = max(bisect_left(taken, (end, -1)) - 6, 0)
            if any(a <= start and end <= b for a, b in taken[near : near + 8]):
                continue
            if read.score < worth_showing(forms, start, end):
                continue
            doubtful = forms.not_people.pet(start, end) or _where_drawn(start, forms)
            need = NEVER if doubtful else max(ALONE, needed(forms, start, end))
            score = PROPOSED + 0.2 * (read.score - need) / max(1 - need, 0.001) if read.score >= need else POSSIBLE
            out.append(RawSpan(start, end, Label.PERSON, round(score, 2), "encoder"))
    return out


def names(read: Read, forms: Scan) -> list[tuple[int, int]]:
    """A reading cut to whole words, without titles, relations and abbreviations at its ends."""
    inside: list[Token] = []
    index = forms.at(read.start)
    while index < len(forms.words) and forms.words[index].start < read.end:
        inside.append(forms.words[index])
        index += 1
    while inside and (
        _no_name(inside[0], inside, read, forms) or forms.not_people.listed(inside[0].start, inside[0].end)
    ):
        inside.pop(0)
    while inside and (
        _no_name(inside[-1], inside, read, forms) or forms.not_people.listed(inside[-1].start, inside[-1].end)
    ):
        inside.pop()
    inside = _of_payment(inside, forms) if inside else inside
    if not inside:
        return []
    return [(group[0].start, group[-1].end) for group in _at_commas(inside, forms) if not _nobody(group, forms)]


#: The beginning of a line of a bank's statement: a date and how the money went. After the first ``how`` stands where
#: it was drawn, after the others who was paid and what for.
_PAYMENT = re.compile(
    r"(?i)[ \t]*(?:\d{4}-\d\d-\d\d|"
    r"\d\d?[ \t/.-]{1,3}(?:\d\d?|[a-z]{3,9})(?:[ \t/.-]{1,3}(?:\d{4}|\d\d)(?![\w.]))?)[ \t]+"
    r"(?:(?P<drawn>cash|atm)|tfr|trf|fpi|fpo|bgc|chq|dd|so|sto|deb|bacs|card|visa|dwp|hmrc)[ \t]+"
)
_PAID_FOR = frozenset(
    (
        *("rent", "loan", "bills", "food", "deposit", "refund", "wages", "salary", "pension", "fee"),
        *("fees", "mortgage", "insurance", "benefit", "shopping", "petrol", "ref", "savings", "pip", "esa"),
    )
)


def _payment(start: int, forms: Scan) -> re.Match[str] | None:
    return _PAYMENT.match(forms.text, forms.line_start(start))


def _where_drawn(start: int, forms: Scan) -> bool:
    """Whether this is what comes right after "02 May CASH": where a machine stands, seldom somebody."""
    line = _payment(start, forms)
    return line is not None and line["drawn"] is not None and start == line.end()


def _of_payment(inside: list[Token], forms: Scan) -> list[Token]:
    """What may be a name of these words where they stand on such a line: "TENCH" of "06 May TFR TENCH RENT"."""
    line = _payment(inside[0].start, forms)
    if line is None:
        return inside
    left = [word for word in inside if word.start >= line.end()]
    while left and left[-1].low in _PAID_FOR:
        left.pop()
    return left


def _nobody(words: Sequence[Token], forms: Scan) -> bool:
    start, end = words[0].start, words[-1].end
    dated = forms.not_people.month(start, end) and not forms.titled(words[0])
    drug = len(words) == 1 and medicine(words[0], forms.text, forms.lexicon)
    return forms.not_people.listed(start, end) or dated or drug or in_cell(words, forms.text)


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
        gap = forms.text[before.end : word.start]
        ends = "\n" in gap and before.shape == "I" and len(groups[-1]) > 1  # "Marek D" at the end of its line
        if ends or _CELLS_APART.fullmatch(gap) or ((whole or bare or (titled and len(groups) == 1)) and "," in gap):
            groups.append([])
        groups[-1].append(word)
    return groups


def _forename_only(word: Token, lexicon: Lexicon) -> bool:
    return word.shape == "C" and lexicon.forename(word.low) and word.low not in lexicon.surnames


def shorthand(word: Token, lexicon: Lexicon) -> bool:
    """Whether a word is short for another in notes ("vic"); with its capital some are names ("Vic")."""
    return word.low in SHORTHAND and not (word.shape == "C" and word.low in lexicon.gender)


def _no_name(word: Token, among: Sequence[Token], read: Read, forms: Scan) -> bool:
    """Whether a word at an end of what was read as a name (``among``) is none of it."""
    low, of = word.low, len(among)
    if word.shape == "N" and not any(c.isalpha() for c in low):
        return True
    if word.text in {"M", "F"} and _BORN_NEXT.match(forms.text, word.end):
        return True  # "Tarrant Joan F 12/03/1951": her sex, in a register
    if shorthand(word, forms.lexicon) or (word.shape == "D" and low.replace(".", "") == "dob"):
        return True
    if of > 1 and word is among[-1] and low in TITLES and low in forms.lexicon.surnames:
        return False  # "Miss Faith Lord"
    if low in TITLES or (low in ROLE_SHORT and word.shape in {"U", "l"}):
        return True
    if low in DAYS:
        return not forms.titled(word)  # "Mr Friday"
    if of > 1 and (low in RELATION_WORDS or (low in STOP and low not in MONTHS and word.shape == "l")):
        return True
    if of == 1:
        if low in RELATION_WORDS:
            return True
        certain = read.score >= CERTAIN
        if low in ABBREVIATIONS and word.shape in {"U", "l", "C"}:
            return not (certain and word.shape != "l" and len(low) == 2)
        if low in STOP and (word.shape == "l" or len(low) < 3):
            acts = word.shape == "I" and forms.does(forms.at(word.end))
            return not (certain and (low in MONTHS_SHORT or acts))
    return False
