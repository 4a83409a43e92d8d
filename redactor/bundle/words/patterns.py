# SPDX-License-Identifier: AGPL-3.0-or-later
"""Patterns a caseworker can write, and where they stand on a page. Pure.

``#`` stands for one digit, ``?`` for one letter or digit, ``*`` for the rest of a word (or its beginning, or nothing).
Everything else stands for itself; capitals, accents and the kind of quotes do not matter. So ``SAR-####`` finds every
reference of that form, ``Dar?en`` two spellings, ``Kayl* Barnes`` a name by its beginning.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from redactor.bundle.words.search import folded
from redactor.domain.errors import BadInput

_SIGNS = {"#": r"\d", "?": r"\w", "*": r"\w*"}
_PIECE = re.compile(r"(?:[^\W_]|[#?*])+")


@lru_cache(maxsize=64)
def pattern_of(text: str) -> re.Pattern[str]:
    """The pattern, to be matched with folded text. Raises BadInput for one that would match anything."""
    words = folded(text).split()
    if not any(c.isalnum() or c == "#" for word in words for c in word):
        raise BadInput("the pattern stands for anything", text, "Give at least one letter, digit or #")
    made = r"\s+".join("".join(_SIGNS.get(c) or re.escape(c) for c in word) for word in words)
    start = r"(?<!\w)" if words[0][0] in _SIGNS or words[0][0].isalnum() else ""
    end = r"(?!\w)" if words[-1][-1] in _SIGNS or words[-1][-1].isalnum() else ""
    return re.compile(f"{start}{made}{end}")


def find_pattern(page: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the pattern stands in a page's text, as offsets, in order."""
    for match in pattern_of(text).finditer(folded(page)):
        if match.end() > match.start():
            yield match.span()


def words_for(text: str, vocabulary: Iterable[tuple[str, int]]) -> list[str] | None:
    """Words of the vocabulary of which a page with the pattern holds one; None when that says nothing. It goes by the
    part of the pattern that the fewest pages hold."""
    pieces = [piece for piece in _PIECE.findall(folded(text)) if any(c.isalnum() or c == "#" for c in piece)]
    tests = [re.compile("".join(_SIGNS.get(c) or re.escape(c) for c in piece)) for piece in pieces]
    found: list[tuple[int, list[str]]] = [(0, []) for _ in tests]
    for word, pages in vocabulary:
        for number, test in enumerate(tests):
            if test.fullmatch(word):
                found[number] = (found[number][0] + pages, [*found[number][1], word])
    best = min(found, key=lambda pair: pair[0], default=None)
    return best[1] if best is not None and len(best[1]) <= MOST_WORDS else None


#: An index query for more words than this is slower than reading the pages.
MOST_WORDS = 400
