# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words cut into the pieces a BERT vocabulary knows (WordPiece, uncased), with the way each word is written beside it.

Wu and others, "Google's Neural Machine Translation System" (2016), section 4.1: the longest piece first. Words are
runs of letters and digits, so that "M1chael" stays one word; every other character is a word by itself. Line ends and
tabs are words too: they are what a table or a signature is made of.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_WORD = re.compile(r"[^\W_]+|[^\w\s]|_|\n+|\t")
#: Words longer than this are no names and become one unknown piece.
LONGEST = 40
#: No word has more pieces than this; the rest of it is left out (the label hangs on the first piece).
MOST_PIECES = 8
NEWLINE, TAB = "[unused0]", "[unused1]"
#: How a word is written: lower case or no letters, Capitalised, CAPITALS, one capital, mIxed or with digits.
LOWER, TITLE, CAPITALS, SINGLE, MIXED = range(5)
WRITTEN = 5


@dataclass(frozen=True, slots=True)
class Word:
    """Characters ``start`` to ``end`` (exclusive) of the text, the word's pieces, and how it is written."""

    start: int
    end: int
    pieces: tuple[int, ...]
    written: int


class WordPiece:
    """A vocabulary: one piece a line, its number the line's. Raises OSError when the file cannot be read."""

    def __init__(self, vocabulary: Path) -> None:
        pieces = vocabulary.read_text(encoding="utf-8").split("\n")
        self.number = {piece: number for number, piece in enumerate(pieces) if piece}
        self.unknown = self.number["[UNK]"]
        self.begin, self.finish, self.padding = self.number["[CLS]"], self.number["[SEP]"], self.number["[PAD]"]
        self._known: dict[str, tuple[int, ...]] = {}
        self._newline, self._tab = (self.number[NEWLINE],), (self.number[TAB],)

    def words(self, text: str) -> list[Word]:
        found = []
        for match in _WORD.finditer(text):
            word = match.group()
            first = word[0]
            if first == "\n":
                found.append(Word(match.start(), match.end(), self._newline, LOWER))
            elif first == "\t":
                found.append(Word(match.start(), match.end(), self._tab, LOWER))
            else:
                found.append(Word(match.start(), match.end(), self.pieces(word), written(word)))
        return found

    def pieces(self, word: str) -> tuple[int, ...]:
        known = self._known.get(word)
        if known is None:
            known = self._cut(word)
            if len(self._known) < 200_000:
                self._known[word] = known
        return known

    def _cut(self, word: str) -> tuple[int, ...]:
        if len(word) > LONGEST:
            return (self.unknown,)
        plain = unicodedata.normalize("NFD", word.lower())
        plain = "".join(c for c in plain if unicodedata.category(c) not in {"Mn", "Cc", "Cf"})
        out: list[int] = []
        start = 0
        while start < len(plain):
            end = len(plain)
            mark = "##" if start else ""
            while end > start and mark + plain[start:end] not in self.number:
                end -= 1
            if end == start:
                return (self.unknown,)
            out.append(self.number[mark + plain[start:end]])
            start = end
        return tuple(out[:MOST_PIECES]) or (self.unknown,)


def written(word: str) -> int:
    """How a word is written: LOWER, TITLE, CAPITALS, SINGLE or MIXED."""
    if word.islower() or not any(map(str.isalpha, word)):
        return LOWER
    if not word.isalpha():
        return MIXED
    if len(word) == 1:
        return SINGLE
    if word.isupper():
        return CAPITALS
    if word[0].isupper() and word[1:].islower():
        return TITLE
    return MIXED if not word.istitle() else TITLE


def windows(words: Sequence[Word], size: int, overlap: int) -> list[tuple[int, int]]:
    """Word ranges (first, past the last) of at most ``size`` pieces; neighbours share about ``overlap`` of them."""
    out: list[tuple[int, int]] = []
    first = 0
    while first < len(words):
        last, total = first, 0
        while last < len(words) and total + len(words[last].pieces) <= size:
            total += len(words[last].pieces)
            last += 1
        out.append((first, last))
        if last == len(words):
            break
        shared = 0
        back = last
        while back > first + 1 and shared + len(words[back - 1].pieces) <= overlap:
            back -= 1
            shared += len(words[back].pieces)
        first = back
    return out
