# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where in a text a pattern can begin at all: long patterns are tried there, and nowhere else.

Python's ``re`` tries a pattern that begins with an assertion, or does not mind the case, at every letter. Most of ours
begin with one of some known words, or at a number; both stand in few places, found once a text for all patterns.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

_RUN = re.compile(r"\w+")
#: The same, to be split at: what stands between words, and they, in turn.
_RUNS = re.compile(r"(\w+)")
_NUMBER = re.compile(r"\d+")
#: Letters that ``re.IGNORECASE`` takes for an i or an s, and ``str.lower`` does not.
_ALSO = {0x130: "i", 0x131: "i", 0x17F: "s"}


def lowered(text: str) -> str:
    """The text in lower case as ``re.IGNORECASE`` compares it; exactly as long as before."""
    low = text.lower() if text.isascii() else text.translate(_ALSO).lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class Starts:
    """The words and numbers of one text, by where they begin."""

    def __init__(self, text: str) -> None:
        self.text, self.low = text, lowered(text)
        self._at: dict[str, list[int]] = defaultdict(list)
        # Splitting takes half as long as asking each match for its word and its place.
        parts, at = _RUNS.split(self.low), 0
        for gap, word in zip(parts[::2], parts[1::2], strict=False):
            at += len(gap)
            self._at[word].append(at)
            at += len(word)

    @cached_property
    def numbers(self) -> list[int]:
        """Where each run of digits begins, in order."""
        return [match.start() for match in _NUMBER.finditer(self.text)]

    def of(self, words: frozenset[str]) -> list[int]:
        """Where these words (lower case, whole) begin, in order."""
        return sorted(start for word in self._at.keys() & words for start in self._at[word])

    def beginning(self, prefixes: tuple[str, ...]) -> list[int]:
        """Where words with one of these beginnings begin, in order."""
        return sorted(start for word, found in self._at.items() if word.startswith(prefixes) for start in found)

    def holding(self, *letters: str) -> list[int]:
        """Where these letters stand, in words or alone, in order."""
        found: set[int] = set()
        for wanted in letters:
            at = self.low.find(wanted)
            while at >= 0:
                found.add(at)
                at = self.low.find(wanted, at + 1)
        return sorted(found)

    def before_numbers(self, back: int) -> list[int]:
        """Where the numbers begin, and each letter up to ``back`` before them, in order."""
        return sorted({at for start in self.numbers for at in range(max(start - back, 0), start + 1)})


@lru_cache(maxsize=4)
def starts_of(text: str) -> Starts:
    """The starts of a text; kept for the few texts that all layers are reading."""
    return Starts(text)


def tried(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """What ``pattern.finditer(text)`` gives, when it can match nowhere but at ``starts`` (in order)."""
    reached = 0
    for start in starts:
        if start >= reached and (match := pattern.match(text, start)):
            yield match
            reached = match.end()


class Anywhere:
    """A pattern to be looked for in whole texts. ``first``: the words (lower case, whole) one of which it begins
    with."""

    def __init__(self, pattern: re.Pattern[str], first: frozenset[str]) -> None:
        self.pattern, self.first = pattern, first

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """What ``pattern.finditer(text)`` gives."""
        return tried(self.pattern, text, starts_of(text).of(self.first))


def first_words(phrases: Iterable[str], endings: tuple[str, ...] = ("",)) -> frozenset[str]:
    """The words with which the phrases begin, for :meth:`Starts.of`; a phrase of one word may have an ending more."""
    found: set[str] = set()
    for phrase in phrases:
        match = _RUN.match(phrase)
        assert match is not None, phrase
        word = lowered(match[0])
        found.update(word + ending for ending in (endings if match.end() == len(phrase) else ("",)))
    return frozenset(found)
