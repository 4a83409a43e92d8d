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
#: Different words there are characters for; of so many words at once some may lack one.
MOST_LETTERS = 1_000_000

_TOKEN = re.compile(r"\S+")
_NOT_ALNUM = re.compile(r"[\W_]+")
#: What OCR takes for one another, told as one.
_CONFUSED = str.maketrans({"0": "o", "1": "l", "|": "l", "5": "s", "@": "a", "€": "e", "!": "l", "£": "e"})

#: Words ``a`` to ``a + n`` of one page are words ``b`` to ``b + m`` of the other; n equals m where they go one by one.
Run = tuple[int, int, int, int]
#: (kind, a0, a1, b0, b1): words a0 to a1 and b0 to b1 are "equal", "alike" or "apart".
Piece = tuple[str, int, int, int, int]


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


@dataclass(slots=True)
class _Words:
    """The words of a page that are left to be compared, folded: one character for each in ``letters``, so that two
    pages are compared as fast as two words are; ``numbers`` says which words of the page they are."""

    letters: str
    words: list[str]
    numbers: list[int]

    def without(self, taken: Sequence[tuple[int, int]]) -> _Words:
        """What is left beside these stretches (sorted, apart from one another)."""
        letters, words, numbers = list[str](), list[str](), list[int]()
        start = 0
        for first, last in (*taken, (len(self.words), 0)):
            # Most stretches follow one another.
            if first > start:
                letters.append(self.letters[start:first])
                words += self.words[start:first]
                numbers += self.numbers[start:first]
            start = last
        return _Words("".join(letters), words, numbers)


def align_many(pairs: Sequence[tuple[str, str]]) -> list[Alignment | None]:
    """What the texts of two pages share, pair by pair; None when it is no passage of :data:`FEWEST_WORDS` words. One
    task of a worker: a page stands in many pairs and is cut up once."""
    folds = {text: list(map(folded, text.split())) for text in {text for pair in pairs for text in pair}}
    if len(pairs) > 1 and sum(map(len, folds.values())) > MOST_LETTERS:
        half = len(pairs) // 2
        return align_many(pairs[:half]) + align_many(pairs[half:])
    alphabet = _Alphabet()
    words = {text: _words(found, alphabet) for text, found in folds.items()}
    return [_align(words[one], words[other]) for one, other in pairs]


class _Alphabet(dict[str, str]):
    """A character for each different word; it grows with every word it has not had."""

    def __missing__(self, word: str) -> str:
        self[word] = letter = chr(len(self))
        return letter


def _words(folds: Sequence[str], alphabet: _Alphabet) -> _Words:
    """The words of one page as characters of ``alphabet``."""
    numbers = [number for number, word in enumerate(folds) if word][:MOST_WORDS]
    words = [folds[number] for number in numbers]
    return _Words("".join(map(alphabet.__getitem__, words)), words, numbers)


def _align(first: _Words, second: _Words) -> Alignment | None:
    whole = (max(len(first.words), 1), max(len(second.words), 1))
    runs: list[Run] = []
    for _ in range(ROUNDS):
        # Words taken in an earlier round are gone: what stands in another order is found in the next.
        held = _aligned(first, second)
        if not held:
            break
        runs.extend(run for piece in held for run in _numbered(first.numbers, second.numbers, piece))
        first = first.without([(a0, a1) for _, a0, a1, _, _ in held])
        second = second.without([(b0, b1) for _, _, _, b0, b1 in held])
        if len(first.words) < FEWEST_WORDS or len(second.words) < FEWEST_WORDS:
            break
    if not runs:
        return None
    runs.sort()
    taken = (sum(run[1] for run in runs), sum(run[3] for run in runs))
    shared = (min(taken[0] / whole[0], 1.0), min(taken[1] / whole[1], 1.0))
    return Alignment(tuple(runs), (round(shared[0], 3), round(shared[1], 3)), taken[0])


def _aligned(first: _Words, second: _Words) -> list[Piece]:
    """What the passages the two lists of words share hold in common, in order."""
    a, b = first.words, second.words
    pieces: list[Piece] = []
    add = pieces.append
    a0 = b0 = 0
    for block in Indel.opcodes(first.letters, second.letters).as_matching_blocks():
        a1, b1, size = block.a, block.b, block.size
        if a1 - a0 == b1 - b0 == 1:
            add(("alike" if _one_word(a[a0], b[b0]) else "apart", a0, a1, b0, b1))
        elif a0 < a1 <= a0 + LARGEST_GAP and b0 < b1 <= b0 + LARGEST_GAP:
            kinds = _likened(a[a0:a1], b[b0:b1])
            if len(kinds) == 1:
                add((kinds[0], a0, a1, b0, b1))
            else:
                pieces.extend((kind, a0 + n, a0 + n + 1, b0 + n, b0 + n + 1) for n, kind in enumerate(kinds))
        elif a1 > a0 or b1 > b0:
            add(("apart", a0, a1, b0, b1))
        a0, b0 = a1 + size, b1 + size
        if size:
            add(("equal", a1, a0, b1, b0))
    return [piece for passage in _passages(pieces) for piece in _worth(passage, a)]


#: What becomes of words that differ: of them all, or of each.
_ALIKE, _APART = ("alike",), ("apart",)


def _likened(ours: list[str], theirs: list[str]) -> Sequence[str]:
    """Whether words that differ are the same misread: one by one where there are as many, else as a whole."""
    if len(ours) == len(theirs):
        each = list(map(_one_word, ours, theirs))
        if True in each:
            return ["alike" if alike else "apart" for alike in each]
    one, other = "".join(ours), "".join(theirs)
    # What is much shorter than the other cannot be like it; asking costs more than the two lengths.
    short, long = len(one), len(other)
    if short > long:
        short, long = long, short
    return _ALIKE if 200 * short / (short + long) >= ALIKE and is_alike(one, other) else _APART


def is_alike(one: str, other: str) -> bool:
    """True when two folded words, or runs of words without blanks, may be the same as OCR read them."""
    if not one.isalpha() and 2 * sum(map(str.isdigit, one)) >= len(one):
        return fuzz.ratio(one, other) >= ALIKE_NUMBERS
    return fuzz.ratio(_told_as_one(one), _told_as_one(other), score_cutoff=ALIKE) >= ALIKE


#: The same two words differ on many pages; runs of words seldom do.
_one_word = lru_cache(maxsize=1 << 15)(is_alike)


def _told_as_one(word: str) -> str:
    return word if word.isalpha() else word.translate(_CONFUSED)


def _passages(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """Stretches of pieces with so much in common that they are one passage: what is shared adds to a score, what
    differs takes from it, and a passage is what lies between the start of a rise and its highest point."""
    start = best_end = words = best_words = 0
    score = best = 0.0
    for number, (kind, a0, a1, b0, b1) in enumerate(pieces):
        if kind == "apart":
            score -= 0.6 * (a1 - a0 if a1 - a0 > b1 - b0 else b1 - b0) + 0.4
            # A rise that has been lost again is over. Most are of a few words, which are no passage.
            if score <= 0 or score < best - LARGEST_GAP:
                if best_words >= FEWEST_WORDS:
                    yield pieces[start:best_end]
                start = best_end = number + 1
                words = best_words = 0
                score = best = 0.0
        else:
            score += (a1 - a0) if kind == "equal" else 0.7 * (a1 - a0)
            words += a1 - a0
            if score > best:
                best, best_end, best_words = score, number + 1, words
    if best_words >= FEWEST_WORDS:
        yield pieces[start:best_end]


def _worth(passage: Sequence[Piece], a: list[str]) -> list[Piece]:
    """What a passage of enough words has in common, where the words are long enough."""
    held = [piece for piece in passage if piece[0] != "apart"]
    letters = 0
    for _, a0, a1, _, _ in held:
        letters += len("".join(a[a0:a1]))
        if letters >= FEWEST_LETTERS:
            return held
    return []


def _numbered(first: list[int], second: list[int], piece: Piece) -> Iterator[Run]:
    """The run of a piece counted in all words of the pages, punctuation standing alone included; it is cut where words
    that were left aside lie in it."""
    _, a0, a1, b0, b1 = piece
    length, other = first[a1 - 1] - first[a0] + 1, second[b1 - 1] - second[b0] + 1
    if a1 - a0 != b1 - b0 or length == other == a1 - a0:
        yield (first[a0], length, second[b0], other)
        return
    start = 0
    for n in range(1, a1 - a0 + 1):
        a, b = a0 + n, b0 + n
        if a == a1 or first[a] != first[a - 1] + 1 or second[b] != second[b - 1] + 1:
            yield (first[a0 + start], n - start, second[b0 + start], n - start)
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
