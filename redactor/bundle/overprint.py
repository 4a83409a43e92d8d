# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words as a reader takes them: what is printed twice for boldness is one word, letters spaced out are one. Pure."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from statistics import median

RawWord = tuple[float, float, float, float, str, int, int, int]

#: Printed again within this share of its height, a word is the same word made bold.
_BESIDE = 0.12
_BIN = 8.0
#: A run of at least this many single letters may be one word set with spaces.
_LETTERS = 4
#: A gap, and a way between letters, this many times the usual one ends such a word; no gap is wider than this
#: share of the height.
_WIDER, _FARTHER, _WIDEST = 1.5, 1.3, 0.6


def as_read(words: list[RawWord]) -> list[RawWord]:
    """A page's words without those printed over themselves, and with letters that are spaced out joined."""
    return _joined(_once(words))


def _once(words: list[RawWord]) -> list[RawWord]:
    if len({(word[4], round(word[1])) for word in words}) == len(words):
        return words
    kept: list[RawWord] = []
    # By the text and the height it stands at: a page says the same words in many places.
    places: dict[tuple[str, int], list[int]] = defaultdict(list)
    for word in words:
        text, bin_ = word[4], int(word[1] // _BIN)
        slack = _BESIDE * (word[3] - word[1])
        reach = 1 + int(slack // _BIN)
        near = [at for row in range(bin_ - reach, bin_ + reach + 1) for at in places.get((text, row), ())]
        for at in near:
            other = kept[at]
            if all(abs(a - b) <= slack for a, b in zip(_box(word), _box(other), strict=True)):
                (a, b, c, d), (e, f, g, h) = _box(word), _box(other)
                kept[at] = (min(a, e), min(b, f), max(c, g), max(d, h), *other[4:])
                break
        else:
            places[text, bin_].append(len(kept))
            kept.append(word)
    return kept


def _box(word: RawWord) -> tuple[float, float, float, float]:
    return word[0], word[1], word[2], word[3]


def _joined(words: list[RawWord]) -> list[RawWord]:
    singles = [at for at, word in enumerate(words) if len(word[4]) == 1]
    if not any(b - a == _LETTERS - 1 for a, b in zip(singles, singles[_LETTERS - 1 :], strict=False)):
        return words
    made: list[RawWord] = []
    start = 0
    while start < len(words):
        end = start + 1
        while end < len(words) and _spaced(words[end - 1], words[end]):
            end += 1
        if end - start < _LETTERS:
            made.append(words[start])
            start += 1
            continue
        made += _as_words(words[start:end])
        start = end
    return made


def _spaced(one: RawWord, two: RawWord) -> bool:
    """Two single letters on one level line with a gap between them."""
    if len(one[4]) != 1 or len(two[4]) != 1 or one[5:7] != two[5:7] or not (one[4].isalpha() and two[4].isalpha()):
        return False
    return abs(one[1] - two[1]) < 1 and 0 < two[0] - one[2] <= _WIDEST * (one[3] - one[1])


def _as_words(letters: list[RawWord]) -> list[RawWord]:
    """The letters cut into words where the gap, and the way from middle to middle, is wider than usual: letters may
    be set with equal gaps, or on equal cells."""
    pairs = list(pairwise(letters))
    gaps = [two[0] - one[2] for one, two in pairs]
    ways = [(two[0] + two[2] - one[0] - one[2]) / 2 for one, two in pairs]
    usual_gap, usual_way = median(gaps), median(ways)
    words: list[list[RawWord]] = [[letters[0]]]
    for gap, way, letter in zip(gaps, ways, letters[1:], strict=True):
        if gap > _WIDER * usual_gap and way > _FARTHER * usual_way:
            words.append([])
        words[-1].append(letter)
    if any(len(word) < 3 for word in words):
        return letters  # a row of initials, of columns, of answers
    return [
        (
            word[0][0],
            min(w[1] for w in word),
            word[-1][2],
            max(w[3] for w in word),
            "".join(w[4] for w in word),
            *word[0][5:],
        )
        for word in words
    ]
