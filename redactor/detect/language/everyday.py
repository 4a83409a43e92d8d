# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words everybody uses that are nobody's name on any list."""

from __future__ import annotations

import re

from redactor.detect.language.lexicon import Lexicon
from redactor.detect.language.text import fold
from redactor.detect.language.words import ABBREVIATIONS, SHORTHAND

_WORD = re.compile(r"[^\W_]+")


def everyday(words: str, lexicon: Lexicon) -> bool:
    """Whether every word is an everyday one that is nobody's name on any list, or a usual abbreviation: what is read
    as a name there is looked at last."""
    return all(
        word in ABBREVIATIONS
        or word in SHORTHAND
        or (
            lexicon.word(word)
            and word not in lexicon.gender
            and not (word in lexicon.surnames and word not in lexicon.basic)
        )
        for word in _WORD.findall(fold(words))
    )
