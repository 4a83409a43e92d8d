# SPDX-License-Identifier: AGPL-3.0-or-later
"""Text that stands in more than one place: the same page twice (also as a scan), the same passage quoted or re-issued.

Two steps. Which pages may share something: fingerprints of their letters (winnowing: Schleimer, Wilkerson, Aiken,
"Winnowing: local algorithms for document fingerprinting", SIGMOD 2003), sorted once, so that the work grows with the
text and not with its square. Where they share it: the words aligned by rapidfuzz, misread words matched by likeness.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

#: Letters of one fingerprint, and of how many neighbouring ones the smallest is kept: a shared run of
#: LETTERS + WINDOW - 1 letters and digits always leaves a common fingerprint.
LETTERS, WINDOW = 12, 10
#: Two pages with fewer fingerprints in common share no passage worth showing.
FEWEST_SHARED = 5
#: A fingerprint on at most this many pages compares all of them; one that stands on more (a letterhead, an e-mail
#: quoted forty times) links each page to the next few, so that what is quoted n times costs n and not n squared.
ALL_PAIRS, NEXT_FEW = 8, 2
#: Words of the shortest passage that counts, and its letters.
FEWEST_WORDS, FEWEST_LETTERS = 10, 45
#: How alike two misread words must be, in percent; numbers must be all but equal.
ALIKE, ALIKE_NUMBERS = 60.0, 86.0
#: Words between two shared runs that may differ before the passage ends there.
LARGEST_GAP = 40
#: Passages in different order on the two pages are found one after the other, at most so many rounds.
ROUNDS = 4
#: Words of a page that are compared: beyond them (a spreadsheet on one page) the comparison would not fit a worker.
MOST_WORDS = 12_000

_TOKEN = re.compile(r"\S+")
_NOT_ALNUM = re.compile(r"[\W_]+")
#: What OCR takes for one another, told as one.
_CONFUSED = str.maketrans({"0": "o", "1": "l", "|": "l", "5": "s", "@": "a", "€": "e", "!": "l", "£": "e"})

#: Words ``a`` to ``a + n`` of one page are words ``b`` to ``b + m`` of the other; n equals m where they go one by one.
Run = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Alignment:
    """What two pages share. ``runs`` count words (as :func:`spans` gives them) from 0, in the order of the first
    page; ``shared`` is the share of each page's words that the other has."""

    runs: tuple[Run, ...]
    shared: tuple[float, float]
    words: int


def spans(text: str) -> list[tuple[int, int]]:
    """Where the words of a page's text stand: start and end of each."""
    return [match.span() for match in _TOKEN.finditer(text)]


@lru_cache(maxsize=1 << 15)
def folded(word: str) -> str:
    """A word without case and punctuation; "" when nothing is left."""
    return _NOT_ALNUM.sub("", word.casefold())


# -- which pages -------------------------------------------------------------------------------------------


def fingerprints(text: str) -> bytes:
    """The fingerprints of a page as sorted unsigned 64-bit numbers. Blanks, case and punctuation do not count, so
    words that OCR joined or parted do no harm."""
    letters = _NOT_ALNUM.sub("", text.casefold()).translate(_CONFUSED)
    codes = np.frombuffer(letters.encode("utf-32-le", "replace"), dtype=np.uint32).astype(np.uint64)
    if len(codes) < LETTERS:
        return b""
    hashes = np.zeros(len(codes) - LETTERS + 1, dtype=np.uint64)
    for offset in range(LETTERS):
        hashes = hashes * np.uint64(1_099_511_628_211) + codes[offset : offset + len(hashes)]
    hashes ^= hashes >> np.uint64(29)
    hashes *= np.uint64(0xBF58476D1CE4E5B9)
    hashes ^= hashes >> np.uint64(32)
    if len(hashes) > WINDOW:
        hashes = np.lib.stride_tricks.sliding_window_view(hashes, WINDOW).min(axis=1)
    return bytes(np.unique(hashes).tobytes())


def candidates(marks: Sequence[bytes]) -> list[tuple[int, int]]:
    """Pairs of pages (numbers into ``marks``, the smaller first) that share enough to be compared."""
    sizes = [len(mark) // 8 for mark in marks]
    if not sum(sizes):
        return []
    hashes = np.frombuffer(b"".join(marks), dtype=np.uint64)
    pages = np.repeat(np.arange(len(marks), dtype=np.int64), sizes)
    # Pages are in order already, so a stable sort leaves each fingerprint's pages in order.
    order = np.argsort(hashes, kind="stable")
    hashes, pages = hashes[order], pages[order]
    starts = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1])))
    often = np.repeat(np.diff(np.append(starts, len(hashes))), np.diff(np.append(starts, len(hashes))))
    found = []
    for step in range(1, ALL_PAIRS):
        same = hashes[step:] == hashes[:-step]
        if step > NEXT_FEW:
            same &= often[step:] <= ALL_PAIRS
        at = np.flatnonzero(same)
        found.append(pages[at] * len(marks) + pages[at + step])
    pairs, counts = np.unique(np.concatenate(found), return_counts=True)
    chosen = pairs[counts >= FEWEST_SHARED].tolist()
    return [divmod(pair, len(marks)) for pair in chosen]


# -- where on them -----------------------------------------------------------------------------------------


def align(one: str, other: str) -> Alignment | None:
    """What the texts of two pages share; None when it is no passage of :data:`FEWEST_WORDS` words."""
    return _align(_words(one), _words(other))


def align_many(pairs: Sequence[tuple[str, str]]) -> list[Alignment | None]:
    """:func:`align` for several pairs: one task of a worker. A page stands in many pairs and is cut up once."""
    words = {text: _words(text) for text in {text for pair in pairs for text in pair}}
    return [_align(words[one], words[other]) for one, other in pairs]


def _align(first: list[tuple[int, str]], second: list[tuple[int, str]]) -> Alignment | None:
    whole = (max(len(first), 1), max(len(second), 1))
    runs: list[Run] = []
    for _ in range(ROUNDS):
        # Words taken in an earlier round are gone: what stands in another order is found in the next.
        found = list(_aligned(first, second))
        if not found:
            break
        runs += found
        gone_first = {n for a, la, _, _ in found for n in range(a, a + la)}
        gone_second = {n for _, _, b, lb in found for n in range(b, b + lb)}
        first = [pair for pair in first if pair[0] not in gone_first]
        second = [pair for pair in second if pair[0] not in gone_second]
        if len(first) < FEWEST_WORDS or len(second) < FEWEST_WORDS:
            break
    if not runs:
        return None
    runs.sort()
    taken = (sum(run[1] for run in runs), sum(run[3] for run in runs))
    shared = (min(taken[0] / whole[0], 1.0), min(taken[1] / whole[1], 1.0))
    return Alignment(tuple(runs), (round(shared[0], 3), round(shared[1], 3)), taken[0])


def _words(text: str) -> list[tuple[int, str]]:
    words = [(n, word) for n, match in enumerate(_TOKEN.finditer(text)) if (word := folded(match[0]))]
    return words[:MOST_WORDS]


def _aligned(first: Sequence[tuple[int, str]], second: Sequence[tuple[int, str]]) -> Iterator[Run]:
    """The runs of the passages the two lists of words share, in order."""
    a = [word for _, word in first]
    b = [word for _, word in second]
    #: (kind, a0, a1, b0, b1) with kind equal, alike, or apart.
    pieces: list[tuple[str, int, int, int, int]] = []
    for tag, a0, a1, b0, b1 in _opcodes(a, b):
        if tag == "equal":
            pieces.append(("equal", a0, a1, b0, b1))
        elif a1 > a0 and b1 > b0:
            pieces.extend(_likened(a, b, a0, a1, b0, b1))
        else:
            pieces.append(("apart", a0, a1, b0, b1))
    for passage in _passages(pieces, a):
        for kind, a0, a1, b0, b1 in passage:
            if kind != "apart":
                yield from _numbered(first[a0:a1], second[b0:b1])


def _opcodes(a: list[str], b: list[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Equal and differing stretches; neighbouring deletions and insertions as one stretch."""
    a0 = b0 = 0
    for block in Indel.opcodes(a, b).as_matching_blocks():
        if block.a > a0 or block.b > b0:
            yield ("differ", a0, block.a, b0, block.b)
        a0, b0 = block.a + block.size, block.b + block.size
        if block.size:
            yield ("equal", block.a, a0, block.b, b0)


def _likened(
    a: list[str], b: list[str], a0: int, a1: int, b0: int, b1: int
) -> Iterator[tuple[str, int, int, int, int]]:
    """Words that differ but are the same misread: one by one where there are as many, else as a whole."""
    if max(a1 - a0, b1 - b0) > LARGEST_GAP:
        yield ("apart", a0, a1, b0, b1)
        return
    if a1 - a0 == b1 - b0:
        kinds = [is_alike(a[a0 + n], b[b0 + n]) for n in range(a1 - a0)]
        if any(kinds):
            for n, alike in enumerate(kinds):
                yield ("alike" if alike else "apart", a0 + n, a0 + n + 1, b0 + n, b0 + n + 1)
            return
    whole = is_alike("".join(a[a0:a1]), "".join(b[b0:b1]))
    yield ("alike" if whole else "apart", a0, a1, b0, b1)


def is_alike(one: str, other: str) -> bool:
    """True when two folded words, or runs of words without blanks, may be the same as OCR read them."""
    if not one.isalpha() and 2 * sum(map(str.isdigit, one)) >= len(one):
        return fuzz.ratio(one, other) >= ALIKE_NUMBERS
    return fuzz.ratio(_told_as_one(one), _told_as_one(other), score_cutoff=ALIKE) >= ALIKE


def _told_as_one(word: str) -> str:
    return word if word.isalpha() else word.translate(_CONFUSED)


def _passages(
    pieces: Sequence[tuple[str, int, int, int, int]], a: list[str]
) -> Iterator[list[tuple[str, int, int, int, int]]]:
    """Stretches of pieces with so much in common that they are one passage: what is shared adds to a score, what
    differs takes from it, and a passage is what lies between the start of a rise and its highest point."""
    start, score, best, best_end = 0, 0.0, 0.0, 0
    for number, (kind, a0, a1, b0, b1) in enumerate(pieces):
        if kind == "apart":
            score -= 0.6 * max(a1 - a0, b1 - b0) + 0.4
        else:
            score += (a1 - a0) if kind == "equal" else 0.7 * (a1 - a0)
            if score > best:
                best, best_end = score, number + 1
        # A rise that has been lost again is over.
        if score <= 0 or score < best - LARGEST_GAP:
            yield from _worth(pieces[start:best_end], a)
            start, score, best, best_end = number + 1, 0.0, 0.0, number + 1
    yield from _worth(pieces[start:best_end], a)


def _worth(
    passage: Sequence[tuple[str, int, int, int, int]], a: list[str]
) -> Iterator[list[tuple[str, int, int, int, int]]]:
    if not passage:
        return
    held = [piece for piece in passage if piece[0] != "apart"]
    words = sum(a1 - a0 for _, a0, a1, _, _ in held)
    if words >= FEWEST_WORDS and sum(len(a[n]) for _, a0, a1, _, _ in held for n in range(a0, a1)) >= FEWEST_LETTERS:
        yield held


def _numbered(first: Sequence[tuple[int, str]], second: Sequence[tuple[int, str]]) -> Iterator[Run]:
    """The same run counted in all words of the pages, punctuation standing alone included; it is cut where words
    that were left aside lie in it."""
    if len(first) != len(second):
        yield (first[0][0], first[-1][0] - first[0][0] + 1, second[0][0], second[-1][0] - second[0][0] + 1)
        return
    start = 0
    for n in range(1, len(first) + 1):
        if n == len(first) or first[n][0] != first[n - 1][0] + 1 or second[n][0] != second[n - 1][0] + 1:
            yield (first[start][0], n - start, second[start][0], n - start)
            start = n


def mapped(runs: Sequence[Run], words: Sequence[int], *, back: bool = False) -> list[int]:
    """The words of the other page that are these words (sorted numbers) of the first; ``back``: the other way round."""
    wanted = set(words)
    found: set[int] = set()
    for run in runs:
        a, la, b, lb = run if not back else (run[2], run[3], run[0], run[1])
        hit = [n for n in range(a, a + la) if n in wanted]
        if not hit:
            continue
        found.update(b + n - a for n in hit) if la == lb else found.update(range(b, b + lb))
    return sorted(found)


def to_json(alignment: Alignment) -> list[Any]:
    return [list(alignment.shared), alignment.words, [value for run in alignment.runs for value in run]]


def from_json(data: Sequence[Any]) -> Alignment:
    shared, words, flat = data
    runs = tuple((flat[n], flat[n + 1], flat[n + 2], flat[n + 3]) for n in range(0, len(flat), 4))
    return Alignment(runs, (shared[0], shared[1]), words)
