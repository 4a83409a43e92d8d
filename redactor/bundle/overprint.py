# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words as a reader takes them: letters printed twice for boldness are one word, letters spaced out are a word. Pure."""

from __future__ import annotations

from collections import defaultdict

RawWord = tuple[float, float, float, float, str, int, int, int]

#: Printed again within this share of its height, a word is the same word made bold.
_BESIDE = 0.12
#: A run of at least this many single letters may be one word set with spaces.
_LETTERS = 4
#: A gap this many times the usual one ends such a word; no gap is wider than this share of the height.
_WIDER, _WIDEST = 1.5, 0.6


def as_read(words: list[RawWord]) -> list[RawWord]:
    """A page's words without those printed over themselves, and with letters that are spaced out joined."""
    return _joined(_once(words))


def _once(words: list[RawWord]) -> list[RawWord]:
    if len({(word[4], round(word[1])) for word in words}) == len(words):
        return words
    kept: list[RawWord] = []
    places: dict[str, list[int]] = defaultdict(list)
    for word in words:
        slack = _BESIDE * (word[3] - word[1])
        for at in places[word[4]]:
            other = kept[at]
            if all(abs(word[n] - other[n]) <= slack for n in range(4)):
                kept[at] = (*(min(word[n], other[n]) for n in (0, 1)), *(max(word[n], other[n]) for n in (2, 3)), *other[4:])  # type: ignore[assignment]  # fmt: skip
                break
        else:
            places[word[4]].append(len(kept))
            kept.append(word)
    return kept


def _joined(words: list[RawWord]) -> list[RawWord]:
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
    gaps = [two[0] - one[2] for one, two in zip(letters, letters[1:], strict=False)]
    usual = sorted(gaps)[len(gaps) // 2]
    words: list[list[RawWord]] = [[letters[0]]]
    for gap, letter in zip(gaps, letters[1:], strict=True):
        if gap > _WIDER * usual:
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
        )  # fmt: skip
        for word in words
    ]
