# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words as the search index keeps them: folded, so that what looks alike to a reader is found alike.

Text and query go through the same function, so the index misses nothing that a search of the page's own text
(:mod:`redactor.bundle.words.search`, whole words) would find; it may name a page too many.
"""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_BREAK = "[-‐‑‒–—−\u00ad]\\n\\s*"
_HYPHENED = re.compile("[-‐‑‒–—−\u00ad] ")
#: Letters, digits and signs of which a folded text is the same, but for case.
_SIMPLE = re.compile(r"[\x20-\x7e£‘’“”–—•]*\Z")
_BROKEN = re.compile(rf"[^\W_]+(?:{_BREAK}[^\W_]+)+")
_AT_BREAK = re.compile(_BREAK)


def words(text: str) -> list[str]:
    """The runs of letters and digits in order: without case, accents, ligatures or invisible characters."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", _INVISIBLE.sub("", text))
        text = "".join(character for character in text.casefold() if not unicodedata.combining(character))
    return _WORD.findall(text.lower())


def folds_itself(text: str) -> bool:
    """Whether the index makes the same words of this text as :func:`words` does: it folds case and parts words at
    signs itself (the tokenizer "unicode61"), only not accents, ligatures and what does not show."""
    return (text.isascii() and text.isprintable()) or _SIMPLE.match(text) is not None


def ends_in_hyphen(text: str) -> bool:
    """Whether a word of this text, its words parted by blanks, may be broken at a line's end."""
    return _HYPHENED.search(text) is not None


def mended(text: str) -> list[str]:
    """The words that a hyphen broke over a line end, made whole ("Kay-", "leigh": "kayleigh").

    A hyphen may be the word's own, so of several breaks in a row every run of pieces is given.
    """
    found: list[str] = []
    if _AT_BREAK.search(text) is None:
        return found
    for match in _BROKEN.finditer(text):
        pieces = _AT_BREAK.split(match[0])
        for first in range(len(pieces)):
            for last in range(first + 2, len(pieces) + 1):
                found += words("".join(pieces[first:last]))
    return found
