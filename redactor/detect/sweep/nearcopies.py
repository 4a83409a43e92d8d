# SPDX-License-Identifier: AGPL-3.0-or-later
"""Near-copies of a redacted passage in what survives: the same sentence again with words changed, left out or misread.

Copies of pages and longer passages are compared word by word elsewhere; this finds the one sentence that somebody
quoted, shortened or put into their own summary. Linear in the text: a sentence is looked at only where its rarer
words stand close together.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
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
#: A sentence of more words is looked for in its parts as well: a message takes over one of them.
LONG = 14
#: Neighbouring hits of one passage with no more letters between them are one quotation.
NEXT_TO = 60
#: Where sentences end: at stops, at points of a list and rows of a table.
_ENDS = re.compile(r"(?<=[.!?;])\s+|\n+(?=\s*(?:[-\u2022*\u00b7]\s|\(?\d{1,2}[./):]|[A-Z][\w ]{0,30}\t))|\s\u2022\s")
_PARTS = re.compile(
    r"(?<=[,:])\s+|\s+-+\s+|\s+(?=(?:and|but|because|which|who|when|while|after|before|so|that|where|if)\s)"
)


@dataclass(frozen=True, slots=True)
class _Sentence:
    stems: frozenset[str]
    length: int
    text: str
    term: str


def near_copies(units: Sequence[Unit], passages: Sequence[str]) -> list[Hit]:
    """Where a sentence of one of the ``passages`` stands again, much the same, in the text of ``units``; each hit's
    term is the passage. In reading order; hits in a unit do not overlap, and neighbouring ones of a passage are one."""
    sentences = [sentence for passage in passages for sentence in _sentences(passage)]
    by_stem: dict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        for stem in sentence.stems:
            by_stem[stem].append(number)
    if not by_stem:
        return []
    return [hit for unit in units for hit in _in_unit(unit, sentences, by_stem)]


def _sentences(passage: str) -> Iterator[_Sentence]:
    """The passage's sentences, and the parts of long ones."""
    for text in _telling(_ENDS.split(plain(passage))):
        if sentence := _sentence(text, passage):
            yield sentence
            if sentence.length > LONG:
                parts = [part for part in (_sentence(t, passage) for t in _telling(_PARTS.split(text))) if part]
                yield from parts if len(parts) > 1 else ()


def _telling(parts: Iterable[str]) -> Iterator[str]:
    """The parts; one that tells little by itself goes with what follows it."""
    waiting = ""
    for part in parts:
        waiting = " ".join([*waiting.split(), *part.split()])
        if len(_stems(tokens(waiting))) >= FEWEST:
            yield waiting
            waiting = ""


def _sentence(text: str, passage: str) -> _Sentence | None:
    words = tokens(text)
    stems = _stems(words)
    return _Sentence(stems, len(words), text.casefold(), passage) if len(stems) >= FEWEST else None


def _stems(words: Iterable[Token]) -> frozenset[str]:
    return frozenset(stem for word in words if (stem := _stem(word)))


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
    joined: list[tuple[int, int, str]] = []
    for start, end in sorted(taken):
        term = chosen[start, end]
        if joined and joined[-1][2] == term and start - joined[-1][1] <= NEXT_TO:
            joined[-1] = (joined[-1][0], end, term)
        else:
            joined.append((start, end, term))
    for start, end, term in joined:
        yield Hit(unit.id, start, end, unit.text[start:end], term, "near copy")


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
