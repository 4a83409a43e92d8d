# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where a name begins and ends: first halves and particles that readers leave outside it, by-names they take for one.

"Md Rafiq" is known by both words, "Rhisiart ab Owain" is one person, and "Old" of "Old Mags" is nobody by himself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from redactor.detect.language.found import RawSpan
from redactor.detect.language.nameread import NICKNAMED
from redactor.detect.language.scan import Scan
from redactor.detect.language.words import RANK_AND_NUMBER, RELATION_WORDS, TITLES
from redactor.domain.mentions import Label

#: First halves of names, seldom anything alone.
_FIRST_HALVES = frozenset(["md", "mohd", "mohammed", "muhammad", "umm", "um", "abu", "syed", "mst", "haji", "hajji"])
#: Between surname and forename, or between two people.
_COMMA = re.compile(r",[ \t]*\n?[ \t>]*")
#: Between the name of a child and a parent's.
_BETWEEN = frozenset(["ap", "ab", "ferch", "verch", "bin", "bint", "ibn", "binti"])


def torn(scan: Scan) -> Iterator[RawSpan]:
    """Names that a scan has broken by a blank: "Ba stow", "Hargr eaves" make one that is known, and of their halves one
    is no word."""
    for index, word in enumerate(scan.words[:-1]):
        rest = scan.words[index + 1]
        if word.shape != "C" or rest.shape != "l" or not scan.beside(index) or len(rest.low) < 2:
            continue
        whole, lexicon = word.low + rest.low, scan.lexicon
        known = whole in lexicon.surnames or lexicon.sure_forename(whole)
        halves = (half for half in (word.low, rest.low) if not lexicon.word(half) and half not in RELATION_WORDS)
        if known and len(whole) > 4 and not lexicon.word(whole) and any(halves) and word.low not in TITLES:
            yield scan.span(index, index + 2, 0.55, "joined")


def put_right(spans: Sequence[RawSpan], scan: Scan) -> list[RawSpan]:
    """The spans in order; those of people with the first half before them, joined over a particle, without by-names
    alone."""
    out: list[RawSpan] = []
    by_end: dict[int, int] = {}
    starts = {span.start for span in spans if span.label == Label.PERSON}
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        if span.label != Label.PERSON:
            out.append(span)
            continue
        span = _behind_officer(scan, span)
        first = scan.at(span.start)
        if _by_name(scan, span, first, starts):
            continue
        if first and _half_before(scan, first):
            span = replace(span, start=scan.words[first - 1].start)
        elif first > 1 and scan.words[first - 1].low in _BETWEEN and scan.beside(first - 2) and scan.beside(first - 1):
            before = by_end.get(scan.words[first - 2].end)
            if before is not None:
                span = replace(span, start=out[before].start, score=max(span.score, out[before].score))
        by_end[span.end] = len(out)
        out.append(span)
    return out


def _behind_officer(scan: Scan, span: RawSpan) -> RawSpan:
    """In "PC 4417 Dhillon, Jo Marsh" the second of two people, read as one whose surname is first."""
    comma = _COMMA.search(scan.text, span.start, span.end)
    numbered = RANK_AND_NUMBER.search(scan.text, max(span.start - 16, 0), span.start)
    return replace(span, start=comma.end()) if comma and numbered else span


def _by_name(scan: Scan, span: RawSpan, first: int, starts: set[int]) -> bool:
    """Whether this is what somebody is told apart by, and another find is who."""
    if first + 1 >= len(scan.words) or scan.words[first].end != span.end or scan.words[first].low not in NICKNAMED:
        return False
    return scan.words[first + 1].start in starts and scan.beside(first)


def _half_before(scan: Scan, first: int) -> bool:
    """Whether the word before is the first half of the name that begins with the word at ``first``."""
    before, word = scan.words[first - 1], scan.words[first]
    return before.low in _FIRST_HALVES and scan.beside(first - 1) and {before.shape, word.shape} <= {"C", "U"}
