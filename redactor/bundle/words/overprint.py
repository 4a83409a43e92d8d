# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words as a reader takes them: what is printed twice for boldness is one word, letters spaced out are one. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

import numpy as np
from numpy.typing import NDArray

from redactor.bundle.words.apart import joined_in_fields, spelt_out
from redactor.bundle.words.columns import Columns, RawWord
from redactor.domain.geometry import Box

#: Printed again within this share of its height, a word is the same word made bold.
_BESIDE = 0.12
_BIN = 8.0
#: A run of at least this many single letters may be one word set with spaces.
_LETTERS = 4
#: A gap, and a way between letters, this many times the usual one ends such a word; no gap is wider than this
#: share of the height.
_WIDER, _FARTHER, _WIDEST = 1.5, 1.3, 0.6


def read_words(words: list[RawWord], fields: Sequence[tuple[Box, str]] = ()) -> tuple[list[RawWord], Columns]:
    """A page's words as they are and in columns: without those printed over themselves, and with letters that are
    spaced out or stand one by one joined, as the values of ``fields`` (where each stands, and what it says) do. Most
    pages have neither, which is found out without going through them."""
    words = joined_in_fields(words, fields) if fields else words
    columns = Columns.of(words)
    near = _near(columns.boxes)
    if near is not None:
        words = _once(words, near)
    if near is not None or _spaced_out(columns):
        words = spelt_out(_joined(words))
        columns = Columns.of(words)
    return words, columns


def _near(boxes: NDArray[np.float64]) -> NDArray[np.bool_] | None:
    """The words that begin so near to another that they may be the same one twice; None when there are none.

    Two words so near share a row of one of two grids, and are neighbours there by where they begin; or they have
    between them others that are as near. Twice what is allowed between two of them is near: a word printed three times
    is compared with the first two together.
    """
    if boxes.shape[1] < 2:
        return None
    x0, y0, _, y1 = boxes
    slack = 2.0 * _BESIDE * float((y1 - y0).max())
    step = max(2.0 * slack, 4.0)
    width = float(x0.max() - x0.min()) + 4.0 * step
    found = None
    for shift in (0.0, 0.5):
        place = np.floor(y0 / step + shift) * width + x0
        inorder = np.sort(place)
        if (inorder[1:] - inorder[:-1]).min() > slack:
            continue
        order = np.argsort(place)
        pairs = np.flatnonzero(np.diff(place[order]) <= slack)
        found = np.zeros(x0.size, np.bool_) if found is None else found
        found[order[pairs]] = found[order[pairs + 1]] = True
    return found


def _once(words: list[RawWord], near: NDArray[np.bool_]) -> list[RawWord]:
    kept: list[RawWord] = []
    # By the text and the height it stands at: a page says the same words in many places.
    places: dict[tuple[str, int], list[int]] = defaultdict(list)
    for word, doubtful in zip(words, near.tolist(), strict=True):
        if not doubtful:
            kept.append(word)
            continue
        text, bin_ = word[4], int(word[1] // _BIN)
        slack = _BESIDE * (word[3] - word[1])
        reach = 1 + int(slack // _BIN)
        around = [at for row in range(bin_ - reach, bin_ + reach + 1) for at in places.get((text, row), ())]
        for at in around:
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


def _spaced_out(columns: Columns) -> bool:
    """Whether there are so many single letters in a row that they may be one word."""
    single = columns.lengths == 1
    if np.count_nonzero(single) < _LETTERS:
        return False
    at = np.flatnonzero(single)
    return bool((at[_LETTERS - 1 :] - at[: 1 - _LETTERS] == _LETTERS - 1).any())


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
