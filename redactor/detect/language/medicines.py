# SPDX-License-Identifier: AGPL-3.0-or-later
"""Medicines by how their names end (the stems the World Health Organization gives them) or by the dose after them."""

from __future__ import annotations

import re

from redactor.detect.language.lexicon import Lexicon
from redactor.detect.language.text import Token
from redactor.detect.language.words import MEDICINE_AFTER, MEDICINE_ENDINGS, any_of

_DOSE = re.compile(
    r"[ \t]{1,3}(?:\d{1,4}(?:[.,]\d{1,3})?[ \t]?(?:mg|mcg|g|ml|micrograms?|units|iu)\b|"
    rf"(?:{any_of(MEDICINE_AFTER)})\b)",
    re.I,
)
#: Shorter words are names and words as often.
_LEAST = 7


def medicine(word: Token, text: str, lexicon: Lexicon) -> bool:
    """Whether this word, on no list of names, is a medicine: "Donepezil", "Adcal 1500 mg"."""
    if word.low in lexicon.gender or word.low in lexicon.surnames:
        return False
    stem = len(word.low) >= _LEAST and word.low.endswith(MEDICINE_ENDINGS)
    return stem or _DOSE.match(text, word.end) is not None
