# SPDX-License-Identifier: AGPL-3.0-or-later
"""Index queries for misspellings: which words of the vocabulary may be meant, one by one, torn apart or run together.

Looking at every page of a large case takes seconds; its vocabulary is a few ten thousand words, and comparing with
those takes milliseconds. A word that OCR tore in two may have one slip less than a whole one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from redactor.bundle.words.search import most_slips
from redactor.casefile.terms import words

#: Alternatives in one query, and phrases that are worth spelling out one by one.
_AT_ONCE, _PHRASES = 200, 100
#: More words than this are no help in finding a page.
_ANY = 500
#: How far OCR moves a blank between two words, in letters.
_MOVED = 2

Pieces = tuple[str, ...]


class Vocabulary:
    """The words of a case by length, for looking up those that are nearly a given one."""

    def __init__(self, terms: Sequence[str]) -> None:
        by_length: dict[int, list[str]] = {}
        for term in terms:
            by_length.setdefault(len(term), []).append(term)
        self._by_length = by_length

    def near(self, pieces: Sequence[str], slips: int) -> dict[str, list[list[str]]]:
        """For each piece its nearly equal words: a list for none, one, two... ``slips`` (each without the former)."""
        found: dict[str, list[list[str]]] = {piece: [[] for _ in range(slips + 1)] for piece in pieces}
        for length, terms in self._by_length.items():
            fitting = [piece for piece in found if abs(len(piece) - length) <= slips]
            if not fitting:
                continue
            distances = cdist(fitting, terms, scorer=OSA.distance, score_cutoff=slips, dtype=np.uint8)
            for row, column in zip(*np.nonzero(distances <= slips), strict=True):
                found[fitting[row]][int(distances[row, column])].append(terms[column])
        return found


def near_queries(vocabulary: Vocabulary, text: str, slips: int) -> list[str]:
    """The index queries that together find every page that may hold ``text`` with up to ``slips`` letters wrong."""
    wanted = tuple(words(text))
    if not wanted or slips < 1:
        return []
    whole = [wanted, *_joined(wanted)]
    torn = [pieces for pieces in _torn(wanted) if slips > 1 or len(pieces) > 1]
    near = vocabulary.near(sorted({piece for pieces in [*whole, *torn] for piece in pieces}), slips)
    queries: dict[str, None] = {}
    for patterns, allowed in ((whole, slips), (torn, max(slips - 1, 1))):
        for pieces in patterns:
            for share in _shares(pieces, allowed, alone=len(wanted) == 1):
                queries.update(dict.fromkeys(_query(pieces, share, near)))
    return [" OR ".join(part) for part in _some(list(queries), _AT_ONCE)]


def _joined(wanted: Pieces) -> Iterator[Pieces]:
    """Two neighbours run together, or the blank between them moved."""
    for at in range(len(wanted) - 1):
        before, both, after = wanted[:at], wanted[at] + wanted[at + 1], wanted[at + 2 :]
        yield (*before, both, *after)
        for cut in range(len(wanted[at]) - _MOVED, len(wanted[at]) + _MOVED + 1):
            if 0 < cut < len(both) and cut != len(wanted[at]):
                yield (*before, both[:cut], both[cut:], *after)


def _torn(wanted: Pieces) -> Iterator[Pieces]:
    for at, word in enumerate(wanted):
        for cut in range(1, len(word)):
            yield (*wanted[:at], word[:cut], word[cut:], *wanted[at + 1 :])


def _shares(pieces: Pieces, slips: int, *, alone: bool) -> Iterator[tuple[int, ...]]:
    """Every way of spreading so many slips over the pieces, none with more than it may have."""
    limits = [slips if alone and len(pieces) == 1 else min(most_slips(piece), slips) for piece in pieces]
    for share in product(*(range(limit + 1) for limit in limits)):
        spare = slips - sum(share)
        # Shares that leave slips over are part of those that do not, but where no piece can take more.
        if spare == 0 or (spare > 0 and all(one == limit for one, limit in zip(share, limits, strict=True))):
            yield share


def _query(pieces: Pieces, share: tuple[int, ...], near: dict[str, list[list[str]]]) -> list[str]:
    """Queries for these pieces next to each other, each with up to its share of slips."""
    choices: list[list[str]] = []
    for piece, slips in zip(pieces, share, strict=True):
        choices.append([term for terms in near[piece][: slips + 1] for term in terms])
        if slips < len(piece) and not choices[-1]:
            return []
        if slips >= len(piece) or len(choices[-1]) > _ANY:
            # Nearly any word would do: it is left out, and the others say which page.
            choices[-1] = []
    said = [terms for terms in choices if terms]
    if not said:
        # Of many words each: the one with the fewest.
        said = [min(([term for terms in near[piece] for term in terms] for piece in pieces), key=len)]
    if len(said) == len(choices) and np.prod([len(terms) for terms in said]) <= _PHRASES:
        return [f'"{" ".join(phrase)}"' for phrase in product(*said)]
    return [" AND ".join(f"({' OR '.join(_quoted(terms))})" for terms in said)]


def _quoted(terms: Sequence[str]) -> list[str]:
    return [f'"{term}"' for term in terms]


def _some(queries: list[str], count: int) -> Iterator[list[str]]:
    # A query of several words that must all be there stands by itself in brackets.
    bracketed = [f"({query})" if " AND " in query else query for query in queries]
    return (bracketed[start : start + count] for start in range(0, len(bracketed), count))
