# SPDX-License-Identifier: AGPL-3.0-or-later
"""Near-copies of a redacted passage in what survives: the same sentence again with words changed, left out or misread.

Copies of pages and longer passages are compared word by word elsewhere; this finds the one sentence that somebody
quoted, shortened or put into their own summary. Linear in the text: a sentence is looked at only where its rarer
words stand close together.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from redactor.detect.language.found import Hit, Unit
from redactor.detect.language.text import Token, plain, tokens
from redactor.detect.language.words import STOP

#: A sentence with fewer words that tell something is no passage; such a word has at least so many letters, of which
#: the first few count: endings change, and OCR garbles.
FEWEST, LETTERS, STEM = 4, 4, 5
#: This share of a sentence's telling words must stand within so many times its length, and the whole must be so alike.
SHARE, STRETCH, ALIKE = 0.45, 1.7, 62.0
#: Of a sentence with few telling words more must be there.
SHORT, SHORT_SHARE = 6, 0.75
#: What OCR takes for one another.
_CONFUSED = str.maketrans("015|", "olsl")
_ENDS = re.compile(r"(?<=[.!?;])\s+")


@dataclass(frozen=True, slots=True)
class _Sentence:
    stems: frozenset[str]
    length: int
    text: str
    term: str


def near_copies(units: Sequence[Unit], passages: Sequence[str]) -> list[Hit]:
    """Where a sentence of one of the ``passages`` stands again, much the same, in the text of ``units``; each hit's
    term is the passage. In reading order; hits in a unit do not overlap."""
    sentences = [sentence for passage in passages for sentence in _sentences(passage)]
    by_stem: dict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        for stem in sentence.stems:
            by_stem[stem].append(number)
    if not by_stem:
        return []
    return [hit for unit in units for hit in _in_unit(unit, sentences, by_stem)]


def _sentences(passage: str) -> Iterator[_Sentence]:
    """The passage's sentences; one that tells little by itself goes with what follows it."""
    waiting = ""
    for part in _ENDS.split(plain(passage)):
        waiting = " ".join([*waiting.split(), *part.split()])
        if sentence := _sentence(waiting, passage):
            yield sentence
            waiting = ""


def _sentence(text: str, passage: str) -> _Sentence | None:
    words = tokens(text)
    stems = frozenset(stem for word in words if (stem := _stem(word)))
    return _Sentence(stems, len(words), text.casefold(), passage) if len(stems) >= FEWEST else None


def _stem(word: Token) -> str:
    low = word.low
    return "" if len(low) < LETTERS or low in STOP else low[:STEM].translate(_CONFUSED)


def _in_unit(unit: Unit, sentences: Sequence[_Sentence], by_stem: dict[str, list[int]]) -> Iterator[Hit]:
    text = plain(unit.text)
    words = tokens(text)
    places: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for at, word in enumerate(words):
        stem = _stem(word)
        for number in by_stem.get(stem, ()) if stem else ():
            places[number].append((at, stem))
    found: list[tuple[float, int, int, str]] = []
    for number, held in places.items():
        sentence = sentences[number]
        if len({stem for _, stem in held}) >= _wanted(sentence):
            found += _windows(held, sentence, words, text)
    taken: list[tuple[int, int]] = []
    for _, start, end, _ in sorted(found, key=lambda f: (-f[0], f[1])):
        if all(end <= a or start >= b for a, b in taken):
            taken.append((start, end))
    chosen = {span: term for _, *span_, term in found if (span := (span_[0], span_[1])) in taken}
    for start, end in sorted(taken):
        yield Hit(unit.id, start, end, unit.text[start:end], chosen[start, end], "near copy")


def _wanted(sentence: _Sentence) -> int:
    share = SHORT_SHARE if len(sentence.stems) < SHORT else SHARE
    return max(round(share * len(sentence.stems) + 0.49), FEWEST - 1)


def _windows(
    held: Sequence[tuple[int, str]], sentence: _Sentence, words: Sequence[Token], text: str
) -> Iterator[tuple[float, int, int, str]]:
    """Stretches in which enough of the sentence's words stand, as (likeness, start, end, passage)."""
    reach, wanted = round(STRETCH * sentence.length) + 3, _wanted(sentence)
    first = 0
    while first < len(held):
        last = first
        while last + 1 < len(held) and held[last + 1][0] - held[first][0] < reach:
            last += 1
        if len({stem for _, stem in held[first : last + 1]}) >= wanted:
            start, end = words[held[first][0]].start, words[held[last][0]].end
            likeness = fuzz.token_sort_ratio(" ".join(text[start:end].casefold().split()), sentence.text)
            in_order = fuzz.partial_ratio(" ".join(text[start:end].casefold().split()), sentence.text)
            if max(likeness, in_order) >= ALIKE:
                yield max(likeness, in_order), start, end, sentence.term
                first = last + 1
                continue
        first += 1
