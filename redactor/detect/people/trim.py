# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a reader took for one name put right before people are made of it: "Saw Keira", "COPD, Keira", two names in
two cells. One wrong surname would draw every mention of a forename to somebody who does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from redactor.detect.language.found import RawSpan
from redactor.detect.language.lexicon import Lexicon, lexicon
from redactor.detect.language.text import Token, tokens
from redactor.detect.language.words import ABBREVIATIONS, HUMAN_VERBS, RELATION_WORDS, ROLE_SHORT, ROLE_WORDS, TITLES
from redactor.detect.people import strays
from redactor.detect.people.record import Record
from redactor.domain.mentions import Label

#: Notes begin with these without a subject: "Saw Keira at school".
_STARTERS = frozenset(
    HUMAN_VERBS
    | frozenset(
        ("see", "met", "meet", "rang", "ring", "took", "take", "held", "brought", "collected", "dropped", "drove")
    )
)
#: "Catrin Abernethy Page 2": the next field's label, or the page's own number, run into the name before it.
_LABELS = frozenset(
    (
        "page",
        "tel",
        "telephone",
        "phone",
        "mobile",
        "mob",
        "fax",
        "email",
        "date",
        "dob",
        "ref",
        "ext",
        "room",
        "no",
        "age",
    )
)
_VALUE = re.compile(r"[ \t]*(?::|\.?[ \t]*\(?\d)")
#: A double-barrelled surname by its letters.
_BARRELS = re.compile("[A-Z](?:-[A-Z])+")
_VOWEL = re.compile("[aeiouy]")
#: A line this long (characters) is running text, in which a name may go on over the break.
_RUNNING = 32


def trim(record: Record, surnames: frozenset[str]) -> None:
    """Cut and split the person spans of every text. ``surnames`` are somebody's, whatever they look like."""
    words = lexicon()
    labels = strays.labels_of(record.texts, words)
    for number, spans in enumerate(record.raw):
        text = record.texts[number]
        if any(span.label == Label.PERSON for span in spans):
            spans[:] = [
                part
                for span in spans
                for part in (_parts(text, span, words, surnames, labels) if span.label == Label.PERSON else (span,))
            ]


def _parts(
    text: str, span: RawSpan, words: Lexicon, surnames: frozenset[str], labels: frozenset[str]
) -> Iterator[RawSpan]:
    whole = [
        token._replace(start=token.start + span.start, end=token.end + span.start)
        for token in tokens(text[span.start : span.end])
    ]
    for piece in strays.pieces(text, whole, labels) if whole else ():
        for found in strays.rows(text, piece):
            part = span if len(found) == len(whole) else replace(span, start=found[0].start, end=found[-1].end)
            yield from _name(text, part, found, words, surnames, labels)


def _name(
    text: str,
    span: RawSpan,
    found: list[Token],
    words: Lexicon,
    surnames: frozenset[str],
    labels: frozenset[str],
) -> Iterator[RawSpan]:
    if len(found) == 1:
        # "Nan" and "Child" point to people without naming them: the relation layer has them.
        if found[0].low not in words.gender and _title_alone(found[0].low) and span.found_by != "title":
            return
        if found[0].low in RELATION_WORDS or strays.nobody(text, span, found[0], labels, words):
            return
        yield span
        return
    cut = list(found)
    while len(cut) > 1 and cut[0].low in _STARTERS and cut[0].low not in words.gender and cut[0].shape != "U":
        cut.pop(0)
    while len(cut) > 1 and _abbreviation(cut[-1], cut[-2], words, surnames):
        cut.pop()
    while len(cut) > 1 and _abbreviation(cut[0], cut[1], words, surnames) and "," in text[cut[0].end : cut[1].start]:
        cut.pop(0)
    while len(cut) > 1 and cut[-1].shape == "l" and _run_together(cut[-1].low, words):
        cut.pop()
    while len(cut) > 1 and cut[-1].low in _LABELS and _VALUE.match(text, cut[-1].end):
        cut.pop()
    while len(cut) > 1 and _torn(text, cut[-2], cut[-1], words):
        del cut[-2:]
    for group in _sentences(text, cut, words) if cut else ():
        if len(group) == len(found):
            yield span
        else:
            yield replace(span, start=group[0].start, end=group[-1].end)


def _sentences(text: str, found: Sequence[Token], words: Lexicon) -> Iterator[list[Token]]:
    """The words split into cells, and where "Ruth O." ends a sentence and "Donna" begins the next."""
    groups = (part for cell in _cells(text, found, words) for part in strays.two_people(text, cell, words))
    for group in (part for cell in groups for part in strays.new_sentence(text, cell, words)):
        at = len(group) - 1
        if at > 1 and group[at - 1].shape == "I" and text[group[at - 1].end : group[at].start].startswith("."):
            low = group[at].low
            if words.forename(low) and low not in words.surnames:
                yield group[:at]
                yield group[at:]
                continue
            if low in words.basic and low not in words.gender and words.forename(group[0].low):
                yield group[:at]
                continue
        yield group


def _title_alone(low: str) -> bool:
    return low in ROLE_WORDS or low in TITLES


def _run_together(low: str, words: Lexicon) -> bool:
    """Two everyday words without the blank a scan lost: "athome" after "Priscilla"."""
    if low in words.gender or low in words.surnames or low in words.known:
        return False
    return any(low[:at] in words.basic and low[at:] in words.basic for at in range(2, len(low) - 1))


def _abbreviation(word: Token, beside: Token, words: Lexicon, surnames: frozenset[str]) -> bool:
    """ "COPD" or "JF" beside a name that is not in capitals itself."""
    if word.shape != "U" or beside.shape == "U" or word.low in surnames or word.low in words.surnames:
        return False
    if _BARRELS.fullmatch(word.text):
        return False  # "Kofi A-B"
    if any(c.isdigit() for c in word.low) and word.low != "d0b":
        return False  # "L33": a scan's "Lee"
    short = len(word.low) <= 4 and word.low not in words.gender
    return word.low in ABBREVIATIONS or word.low in ROLE_SHORT or short or not _VOWEL.search(word.low)


def _torn(text: str, word: Token, rest: Token, words: Lexicon) -> bool:
    """ "wil l": an ordinary word that a scan has torn in two is nobody's forename and surname."""
    whole = text[word.start : rest.end].replace(" ", "")
    return whole.islower() and whole in words.basic and word.end + 1 == rest.start and rest.low not in words.gender


def _cells(text: str, found: Sequence[Token], words: Lexicon) -> list[list[Token]]:
    """The words, split where a forename begins the next cell or line of a list."""
    groups: list[list[Token]] = [[found[0]]]
    for number, (before, word) in enumerate(pairwise(found), 2):
        gap = text[before.end : word.start]
        begins = word.low in words.gender
        line = before.end - text.rfind("\n", 0, before.end)
        if "\n" in gap and begins and before.low in words.gender and (line <= _RUNNING or number < len(found)):
            groups.append([])
        groups[-1].append(word)
    return groups
