# SPDX-License-Identifier: AGPL-3.0-or-later
"""An address of the record written anywhere in it: without its postcode, its commas or its capitals, "8 Orchard Leaze
Swindon" is found only because "8 Orchard Leaze, Swindon SN2 9ZZ" was."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redactor.detect.language.found import RawSpan
from redactor.detect.language.text import fold
from redactor.detect.people.record import Record, overlaps
from redactor.domain.mentions import Label

#: Number and two words of a street; what stands between them in an address.
_BETWEEN = r"[ \t]*[, \t\n][ \t]*"
_BEGINS = re.compile(rf"(?<![\w/.,£:-])(\d{{1,4}}[A-Za-z]?){_BETWEEN}([A-Za-z][\w'-]*){_BETWEEN}([A-Za-z][\w'-]*)")
_NEXT = re.compile(rf"{_BETWEEN}([A-Za-z][\w'-]*)")
_WORD = re.compile(r"[A-Za-z0-9][\w'-]*")
#: Fewer words (the number and two) would be found everywhere.
_LEAST = 3


def known_addresses(record: Record) -> None:
    """Add every place of an address that stands in full elsewhere in the record and was not found here."""
    known: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for text, spans in zip(record.texts, record.raw, strict=True):
        for span in spans:
            if span.label == Label.ADDRESS:
                words = _from_number(_WORD.findall(fold(text[span.start : span.end])))
                if len(words) >= _LEAST:
                    known.setdefault(words[:_LEAST], set()).add(words[_LEAST:])
    for text, spans in zip(record.texts, record.raw, strict=True) if known else ():
        there = sorted((s.start, s.end) for s in spans if s.label == Label.ADDRESS)
        for match in _BEGINS.finditer(text):
            towns = known.get(tuple(fold(word) for word in match.groups()))
            if towns is not None and not overlaps(there, *match.span()):
                end = _town(text, match.end(), towns)
                spans.append(RawSpan(match.start(), end, Label.ADDRESS, 0.75, "pattern:address"))


def _from_number(words: Sequence[str]) -> tuple[str, ...]:
    """The words from the house's number on: a flat's number stands before it."""
    numbers = [at for at, word in enumerate(words) if word[0].isdigit()]
    return tuple(words[numbers[-1] :]) if numbers else ()


def _town(text: str, end: int, towns: set[tuple[str, ...]]) -> int:
    """Where the address ends: with it the words that follow it elsewhere."""
    allowed = {word for town in towns for word in town}
    while (word := _NEXT.match(text, end)) and fold(word.group(1)) in allowed:
        end = word.end()
    return end
