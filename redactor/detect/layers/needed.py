# SPDX-License-Identifier: AGPL-3.0-or-later
"""How sure the encoder must be, where no other layer found a name: surer of words that look like none.

The thresholds were chosen on passages written by hand and on judgments (models/recipe; the card says which).
"""

from __future__ import annotations

import re
from itertools import repeat

from redactor.detect.language.lexicon import Lexicon
from redactor.detect.language.nameread import NICKNAMED
from redactor.detect.language.scan import Scan
from redactor.detect.language.text import Token
from redactor.detect.language.words import DEMONYMS, HUMAN_VERBS

#: What looks like a name is one from here on.
ALONE = 0.11
#: What is on no list of names, and in the dictionary.
A_WORD = 0.22
#: Everyday words, those that are surnames too, and whatever follows a title.
EVERYDAY, EVERYDAY_SURNAME, TITLED = 0.45, 0.4, 0.5
LOWER_ALONE, CAPITALS_ALONE, LETTER_ALONE, NEVER = 0.6, 0.5, 0.55, 1.01
#: As sure as this the encoder is of few words, and right about what else speaks against: "LD" may be learning
#: disability, "jan" the month, "unity" a word.
CERTAIN = 0.97
#: A single word of so many letters that no list knows is a foreign noun ("Ministerialdirigent") more often than a name.
LONG = 13
#: Initials have at most so many letters, and short capitals are fewer than this.
_LETTERS, _SHORT = 3, 6
_VOWEL = re.compile("[aeiouy]")
_OPENS_CELL, _CLOSES_CELL = re.compile(r"(?:\A|[\n\t|]|[ ]{3})[ ]*\Z"), re.compile(r"[ ]*(?:\Z|[\n\t|]|[ ]{3})")
#: "Marlow  SL7 2QT" at the end of an address.
_POSTCODE_NEXT = re.compile(r"[ \t,]{1,4}[A-Z]{1,2}\d[A-Z\d]?[ ]?\d[A-Z]{2}(?!\w)")
_GOES_ON = re.compile(r"[ ]([a-z]+)(?![\w'’])")
#: A word alone in its line over a line of running text is its heading: "Art", and below it how the term went.
_HEADS = re.compile(r"[ \t]*\n(?:[ \t]*\n)?[^\n]{45}")


def needed(forms: Scan, start: int, end: int) -> float:
    """How sure the encoder alone has to be of a word that looks like none: a lower-case word where others have their
    capitals ("inter alia"), a short run of capitals no list knows ("WBA"), one letter, a town, what stands before
    "Lane" or "House"."""
    if forms.not_people.thing(start, end):
        return NEVER
    word = _owner(forms.words[forms.at(start)], forms.lexicon)
    if forms.titled(word):
        # "DR WHITE", "SW BLACK", "Mrs Early": who has a title may be called anything.
        return TITLED
    if word.end < end:
        return _of_several(word, forms.words[forms.at(start) : forms.at(end)], forms.lexicon)
    everyday = _of_everyday(word, forms, start, end)
    if everyday is not None:
        return everyday
    if word.low in DEMONYMS and word.low not in forms.lexicon.gender:
        return NEVER
    if word.low not in forms.lexicon.gender and (
        forms.not_people.small_town(start, end)
        or forms.lexicon.misread(word.low)
        or _POSTCODE_NEXT.match(forms.text, end)
    ):
        return NEVER
    return _by_writing(word, forms)


def _of_several(word: Token, inside: list[Token], lexicon: Lexicon) -> float:
    """The same for several words, the first of which is ``word``."""
    if any(map(_may_name, inside, repeat(lexicon))):
        return ALONE
    if word.low in NICKNAMED and word.shape == "C":
        return LOWER_ALONE  # "Old Mags"
    # "Briony Strange": each a word, each a name as well.
    return CERTAIN if word.low in lexicon.gender and inside[-1].low in lexicon.surnames else NEVER


def _of_everyday(word: Token, forms: Scan, start: int, end: int) -> float | None:
    """The same for a word everybody uses; None for any other."""
    lexicon, text = forms.lexicon, forms.text
    if word.low in lexicon.basic:
        forename = word.low in lexicon.gender
        if text[max(start - 1, 0) : start] in {"", "\n"}:
            # "Good" by itself in the column of a report, "Art" over what is said of it.
            alone = not forename and text[end : end + 1] in {"", "\n"}
            if alone or _HEADS.match(text, end):
                return NEVER
        if not forename:
            if word.shape == "U" and forms.cased:
                return NEVER  # "REPEAT", the mark of a form
            if word.shape == "C" and _begins_cell(text, start, end) and word.low not in lexicon.surnames:
                return CERTAIN  # "Minds children" in the column of what somebody does
            if word.shape != "l":
                # "Good", "Variable", "Views" down the column of a report.
                return EVERYDAY_SURNAME if word.low in lexicon.surnames else EVERYDAY
            if not forms.cased:
                return LOWER_ALONE if word.low in lexicon.surnames else NEVER
    if word.shape == "C" and lexicon.nameless(word.low) and _alone_in_cell(text, start, end):
        return CERTAIN  # "Unemployed" in the column of what people do
    return None


def _by_writing(word: Token, forms: Scan) -> float:
    """The same for any other word, by its letters and its capitals."""
    lexicon = forms.lexicon
    if len(word.low) >= LONG and word.text.isalpha() and word.shape == "C" and word.low not in lexicon.surnames:
        return NEVER
    if word.shape == "l" and forms.cased and lexicon.word(word.low):
        return LOWER_ALONE if word.low in lexicon.gender else NEVER
    if word.low in lexicon.gender:
        return ALONE
    if word.shape == "I" or (len(word.text) == 1 and word.shape == "l"):
        return LETTER_ALONE
    if word.shape == "U" and word.text.isalpha() and (len(word.text) <= _LETTERS or not _VOWEL.search(word.low)):
        # "LA", "ANPR": some surname is written so, and bodies and shorthand are.
        return CAPITALS_ALONE if len(word.text) <= _LETTERS else NEVER
    if word.low in lexicon.surnames:
        return ALONE
    if word.low in lexicon.proper or (word.shape == "l" and forms.cased):
        return LOWER_ALONE
    if word.shape == "U" and len(word.text) < _SHORT:
        return CAPITALS_ALONE
    return A_WORD if lexicon.word(word.low) else ALONE


def _alone_in_cell(text: str, start: int, end: int) -> bool:
    """Whether the word fills a cell, or a line, of columns held apart by blanks, tabs or bars."""
    return _OPENS_CELL.search(text, max(start - 6, 0), start) is not None and _CLOSES_CELL.match(text, end) is not None


def _begins_cell(text: str, start: int, end: int) -> bool:
    """Whether the word begins a cell, or a line, and what follows it there goes on in lower case, with nothing that
    only people do: "Smudge rang"."""
    on = _GOES_ON.match(text, end)
    return (
        on is not None and on[1] not in HUMAN_VERBS and _OPENS_CELL.search(text, max(start - 6, 0), start) is not None
    )


def _owner(word: Token, lexicon: Lexicon) -> Token:
    """ "donnas" without the ending of what is hers, where it has lost its apostrophe."""
    owner = word.low[:-1]
    known = word.low in lexicon.gender or lexicon.word(word.low)
    return word._replace(low=owner) if word.low.endswith("s") and owner in lexicon.gender and not known else word


def _may_name(word: Token, lexicon: Lexicon) -> bool:
    """Whether a word can be part of a name at all: "Blue inhaler" is two that cannot."""
    if not lexicon.word(word.low) or word.low in lexicon.gender:
        return True
    return word.low in lexicon.surnames and word.low not in lexicon.basic
