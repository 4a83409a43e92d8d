# SPDX-License-Identifier: AGPL-3.0-or-later
"""How sure the encoder must be of a word for it to be shown at all, as possible.

A caseworker who is asked about "printing" and "reception" page after page no longer looks when she is asked about
somebody. So a word of the dictionary that is no known name needs more than a suspicion where the way it is written
speaks against a name too, unless what stands beside it is said of people. The threshold was chosen on passages
written by hand: on those kept unread it loses as many names as half of it would.
"""

from __future__ import annotations

import re

from redactor.detect.language.everyday import everyday
from redactor.detect.language.lexicon import Lexicon
from redactor.detect.language.scan import Scan
from redactor.detect.language.text import fold, starts_sentence
from redactor.detect.layers.encoder import LEAST

#: From here on what the encoder alone read is possible: whatever it reads at all.
MAYBE = LEAST
#: Everyday words in lower case among capitals, or whose capital says no more than that a line or sentence begins.
EVERYDAY = 0.6
#: Less usual words ("smudge") written so, and letters with a number ("s47", "8L").
SELDOM = 0.25
#: So many characters around a word tell whether its part of the text has capitals: one letter in so many.
_AROUND, _ONE_IN = 150, 100
_NUMBERED = re.compile(r"[A-Za-z]{1,2}\d{1,3}|\d{1,3}[A-Za-z]{1,2}")
#: These tell as little of people as of things.
_SAID_OF_ANYTHING = frozenset(("is", "was", "has", "had", "will"))


def worth_showing(forms: Scan, start: int, end: int) -> float:
    """The least probability of a name at which these words are shown to be decided."""
    text = forms.text[start:end]
    if _NUMBERED.fullmatch(text):
        return SELDOM
    if not _nobodys(text, forms.lexicon) or _said_of_people(forms, start, end):
        return MAYBE
    if not (_among_capitals(forms, start, end) if text.islower() else _begins(forms.text, start)):
        return MAYBE
    return EVERYDAY if all(low in forms.lexicon.common for low in fold(text).split()) else SELDOM


def _nobodys(text: str, lexicon: Lexicon) -> bool:
    """Whether these are everyday words, none of which is somebody's name, hers without an apostrophe ("donnas"), or
    such words as a scan reads them."""
    low = fold(text)
    owner = low.removesuffix("s")
    if owner != low and (owner in lexicon.gender or owner in lexicon.surnames):
        return False
    return everyday(text, lexicon) or lexicon.misread(low)


def _said_of_people(forms: Scan, start: int, end: int) -> bool:
    """Whether somebody does something here, is spoken to, has a title or owns what follows."""
    after = forms.at(end)
    acts = forms.does(after) and forms.words[after].low not in _SAID_OF_ANYTHING
    return acts or forms.owns(end) or forms.titled(forms.words[forms.at(start)]) or forms.asked(start)


def _begins(text: str, start: int) -> bool:
    """Whether a sentence, a line or a cell begins here."""
    return starts_sentence(text, start) or text[max(start - 3, 0) : start].endswith(("\t", "   "))


def _among_capitals(forms: Scan, start: int, end: int) -> bool:
    """Whether names have their capitals in this part of the text."""
    if not forms.cased:
        return False
    near = forms.text[max(start - _AROUND, 0) : start] + forms.text[end : end + _AROUND]
    return _ONE_IN * sum(map(str.isupper, near)) >= sum(map(str.isalpha, near))
