# SPDX-License-Identifier: AGPL-3.0-or-later
"""Is this word that name? Exact, by short form, misspelt, or damaged by OCR."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from redactor.detect.language.text import UNMAPPED

_OCR = str.maketrans(
    {
        "@": "a",
        "0": "o",
        "1": "l",
        "|": "l",
        "!": "l",
        "i": "l",
        "5": "s",
        "3": "e",
        "8": "b",
        "6": "b",
        "4": "a",
        "7": "t",
        "2": "z",
    }
)
_OCR_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("ii", "u"), ("nn", "m"))
_LIGATURE = re.compile("ffi|ffl|ff|fi|fl|tt|ti|ft")


@lru_cache(maxsize=1 << 15)
def ocr_fold(word: str) -> str:
    """Letters that OCR takes for one another made equal."""
    word = word.translate(_OCR)
    for pair, single in _OCR_PAIRS:
        word = word.replace(pair, single)
    return word


def ligature_fold(word: str) -> str:
    """Without the letter pairs that subset fonts draw as one glyph, which text extraction may lose."""
    return _LIGATURE.sub("", word)


def allowed_edits(length: int) -> int:
    """How many single edits a name of this length may differ by and still be the same name misspelt."""
    return 0 if length < 4 else 1 if length < 8 else 2


def similar(word: str, name: str) -> bool:
    """Whether ``word`` is ``name`` written wrongly. Both folded. Symmetric up to the edit allowance."""
    if word == name:
        return True
    if min(len(word), len(name)) < 3:
        return False
    if UNMAPPED in word:
        pattern = ".{1,3}".join(re.escape(part) for part in word.split(UNMAPPED))
        return len(word) > 3 and re.fullmatch(pattern, name) is not None
    if abs(len(word) - len(name)) > 3:
        return False
    if ocr_fold(word) == ocr_fold(name):
        return True
    if any(c.isdigit() or c == "@" for c in word):
        bare = "".join(c for c in word if c.isalpha())
        if len(bare) >= 3 and len(name) >= 4 and OSA.distance(bare, name, score_cutoff=1) <= 1:
            return True
        word = word.translate(_OCR)
        if any(c.isdigit() for c in word):
            return False
        return OSA.distance(word, name.translate(_OCR), score_cutoff=1) <= 1
    if (
        len(name) >= 5
        and ligature_fold(name) != name
        and ligature_fold(word) == ligature_fold(name)
        and len(word) < len(name)
    ):
        return True
    edits = allowed_edits(min(len(word), len(name)))
    if not edits:
        return False
    distance = OSA.distance(word, name, score_cutoff=edits)
    if distance > edits:
        return False
    # The first letter is seldom wrong; where it is, nothing else may be, and the name must be long.
    return word[0] == name[0] or (distance == 1 and len(name) >= 5)


def closest(word: str, names: Sequence[str]) -> list[str]:
    """The names this word may stand for, nearest first; only the nearest distance is given back."""
    # More than two edits can only be letters lost or taken for others, which leaves a mark.
    far = 3 if UNMAPPED in word or not word.isalpha() else 2
    near = process.extract(word, names, scorer=OSA.distance, score_cutoff=far, limit=40, processor=None)
    found = [(distance, name) for name, distance, _ in near if similar(word, name)]
    if not found:
        return []
    best = min(found)[0]
    return sorted(name for distance, name in found if distance == best)
