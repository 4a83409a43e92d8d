# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a whole record says of the names read in its texts one by one: a word that mostly is none is nobody."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from redactor.detect.language.found import RawSpan
from redactor.detect.language.lexicon import lexicon
from redactor.detect.language.text import fold
from redactor.detect.layers.agree import POSSIBLE
from redactor.domain.mentions import Label

#: A word that stands OFTEN in a record or more, and is read as a name in less than MOSTLY of those places, is doubtful.
OFTEN, MOSTLY = 3, 0.4
_WORD = re.compile(r"[^\W_]+")
#: "the Khan family" is named so for somebody.
_HOUSEHOLD = (
    "famil(?:y|ies)|households?|child(?:ren)?|kids|boys?|girls?|brothers?|sisters?|siblings?|twins|parents?|mother|father|"
    "couple|home|house|flat|property|case|file|address|tenancy|car"
)
#: "the Sami", "the Dev-Yol"; "four Sami villages", "Karen refugees".
_OF_MANY = re.compile(
    rf"\b[Tt]he[ \n](?=([^\W_]++)(?!(?:['’]s)?[ \n](?:{_HOUSEHOLD})\b))|"
    r"(?<![\w'’-])([A-Z][a-z]+)"
    r"(?=[ \n](?:peoples?|villages?|refugees|minorit(?:y|ies)|culture|population|tribes?|speakers)\b)"
)
#: What rests on reading the word, not on what introduces it.
_BY_READING = frozenset({"encoder", "lists", "line", "context"})
#: Too little to make a person of.
DOUBTFUL = 0.3


def settled(texts: Sequence[str], raw: Sequence[list[RawSpan]]) -> None:
    """Over a whole record: a word only the encoder reads as a name, and mostly not, is possible at most.

    "Cassation" in one place out of twenty is no name; a name is read as one nearly everywhere. Of an everyday word
    that no list knows as a name ("Message left for ...", "Capacity was assumed") only sure readings count, and its
    places in lower case count against it. Changes ``raw``.
    """
    stands: Counter[str] = Counter()
    for text in texts:
        stands.update(_WORD.findall(text))
    _of_many(texts, raw, stands)
    nameless = lexicon().nameless
    # An everyday word is counted whatever its case.
    key = {word: word.lower() if nameless(word.lower()) else word for word in _read_alone(texts, raw)}
    if not key:
        return
    wanted = {**key, **{low: low for low in key.values()}}
    read: Counter[str] = Counter()
    sure: Counter[str] = Counter()
    for text, spans in zip(texts, raw, strict=True):
        for span in spans:
            if span.label == Label.PERSON:
                words = [wanted[word] for word in _WORD.findall(text, span.start, span.end) if word in wanted]
                read.update(words)
                if span.score > POSSIBLE:
                    sure.update(words)
    total: Counter[str] = Counter()
    for word, counted in wanted.items():
        total[counted] += stands[word]
    often = {word for word in total if total[word] >= OFTEN}
    doubtful = {word for word in often if read[word] < MOSTLY * total[word]}
    nobody = {word for word in often if nameless(word) and sure[word] < MOSTLY * total[word]}
    for text, spans in zip(texts, raw, strict=True):
        for index, span in enumerate(spans):
            if span.found_by == "encoder" and (word := key.get(text[span.start : span.end], "")):
                most = DOUBTFUL if word in nobody else POSSIBLE if word in doubtful else 1.0
                if span.score > most:
                    spans[index] = replace(span, score=most)


def _read_alone(texts: Sequence[str], raw: Sequence[Sequence[RawSpan]]) -> set[str]:
    """The single words that the encoder alone reads as names."""
    return {
        text[span.start : span.end]
        for text, spans in zip(texts, raw, strict=True)
        for span in spans
        if span.label == Label.PERSON and span.found_by == "encoder" and _WORD.fullmatch(text, span.start, span.end)
    }


def _of_many(texts: Sequence[str], raw: Sequence[list[RawSpan]], stands: Mapping[str, int]) -> None:
    """A word that mostly has "the" before it or what there are many of after it ("the Sami", "Sami villages") is a
    people, a court or a thing, though it may be somebody's name elsewhere: what is read so stays to be looked at,
    and is looked for nowhere else. ``stands``: how often each word stands in the record."""
    single = {
        text[span.start : span.end]
        for text, spans in zip(texts, raw, strict=True)
        for span in spans
        if span.label == Label.PERSON and span.found_by in _BY_READING and _WORD.fullmatch(text, span.start, span.end)
    }
    if not single:
        return
    led: Counter[str] = Counter()
    for text in texts:
        places = {match.start(match.lastindex or 0): match[match.lastindex or 0] for match in _OF_MANY.finditer(text)}
        led.update(filter(single.__contains__, places.values()))
    things = {word for word in single if stands[word] >= OFTEN and 2 * led[word] > stands[word]}
    forenames = lexicon().gender
    for text, spans in zip(texts, raw, strict=True):
        for index, span in enumerate(spans):
            words = _WORD.findall(text, span.start, span.end) if span.found_by in _BY_READING else []
            named = len(words) > 1 and any(fold(word) in forenames for word in words if word not in things)
            if not named and not things.isdisjoint(words):
                spans[index] = replace(span, score=min(span.score, DOUBTFUL))
