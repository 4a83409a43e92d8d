# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading a name from a place in the text: where does the run of words that is one name end?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from redactor.detect.language.lexicon import Lexicon
from redactor.detect.language.text import Token, joins
from redactor.detect.language.words import MONTHS, ROLE_SHORT, ROLES, STOP, THING_AFTER, TITLES

_PARTICLES_WORDS = """
de del della di da du la le van von der den ter al el bin ibn bint ap ab ferch mac mc o st dos abu
"""
PARTICLES = frozenset(_PARTICLES_WORDS.split())
LONGEST = 4
#: What goes before a forename in a nickname.
NICKNAMED = frozenset(
    [
        "big",
        "lil",
        "little",
        "fat",
        "wee",
        "mad",
        "psycho",
        "skinny",
        "baby",
        "nutty",
        "old",
        "young",
        "dirty",
        "crazy",
        "black",
        "honest",
        "scouse",
        "blind",
        "posh",
        "lanky",
        "daft",
    ]
)
#: The months people are called after.
MONTH_NAMES = frozenset({"april", "may", "june", "august", "january"})
#: A field of a form: the name of the line above does not go on in it.
LABEL = re.compile(r"[A-Z][\w'/-]*(?:[ \t][\w'/-]+){0,3}[ \t]*:")
_ROLE_WORDS = frozenset(word for phrase in ROLES for word in phrase.split()) - {"grace", "rose"}


def like_name(token: Token, lexicon: Lexicon, trusted: bool) -> bool:
    """Whether a word can be part of a name where it stands.

    ``trusted``: something before or after says a name is here, so that an everyday word with a capital
    ("Grace", "Stone") counts when some list knows it as a name.
    """
    low = token.low
    if low in STOP or low in TITLES or (low in MONTHS and not (trusted and low in MONTH_NAMES)):
        return False
    if token.shape in {"N", "l", "I", "D"}:
        return False
    if token.shape == "U" and (len(token.text) < 3 or low in ROLE_SHORT):
        return False
    if low in _ROLE_WORDS and low not in lexicon.gender and not (trusted and low in lexicon.surnames):
        return False
    if low in lexicon.common or low in lexicon.known:
        named = low in lexicon.gender or low in lexicon.surnames
        return trusted and named
    return True


def read_name(
    text: str,
    words: Sequence[Token],
    at: int,
    lexicon: Lexicon,
    *,
    trusted: bool,
    lower: bool = False,
    breaks: bool = True,
) -> int:
    """The index after the last word of the name that starts at ``words[at]``; ``at`` when none does.

    Initials may come first ("K. Dorawa", "J.L. Barnes") or between; particles only between. ``lower`` lets
    lower-case words in when a list knows them as names or no list knows them at all.
    """
    index, parts = at, 0
    end = at
    while index < len(words) and index - at < LONGEST + 2 and parts < LONGEST:
        word = words[index]
        if index > at:
            gap = text[words[index - 1].end : word.start]
            if not joins(text, words[index - 1].end, word.start) or ("\n" in gap and not breaks):
                break
            if "\t" in gap or ("\n" in gap and parts and words[index - 1].shape == "I"):
                break  # The next cell; "Marek D" is whole where its line ends.
            if "\n" in gap and LABEL.match(text, word.start):
                break
            if "." in gap and words[index - 1].shape not in {"I", "D"} and words[index - 1].low not in TITLES:
                break
        if word.shape in {"I", "D"}:
            # "I" opens a sentence more often than a name; an initial needs a surname after it.
            if parts and index > at + 1 and word.shape == "I" and word.text == "I":
                break
            index += 1
            continue
        if like_name(word, lexicon, trusted or parts > 0) or (
            lower and word.shape == "l" and len(word.low) > 2 and lower_name(word.low, lexicon)
        ):
            parts += 1
            index += 1
            end = index
            continue
        if parts and word.low in PARTICLES and word.low not in {"o"}:
            index += 1
            continue
        break
    if not parts:
        return at
    return end


def lower_name(low: str, lexicon: Lexicon) -> bool:
    """Whether a lower-case word reads as a name where a name is expected."""
    if low in STOP or low in _ROLE_WORDS or low in THING_AFTER:
        return False
    return lexicon.sure_forename(low) or (
        low not in lexicon.common and low not in lexicon.known and low not in lexicon.proper
    )
