# SPDX-License-Identifier: AGPL-3.0-or-later
"""Letters set one by one, down the page, along a curve or one to each box of a form, as the words they spell. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import hypot
from typing import NamedTuple

from redactor.bundle.words.columns import RawWord
from redactor.domain.geometry import Box

#: From one letter's middle to the next it is no farther than this many heights of a letter.
_FAR = 3.0
#: The way from letter to letter is about the same: longer or shorter by no more than this, and turning by no more than
#: this (the cosine of the turn).
_EVEN, _TURN = 1.5, 0.6
#: Fewer letters, or fewer different ones, are marks in a table and no word; of capitals more are asked for.
_LETTERS, _DIFFERENT = 4, 3


class _Step(NamedTuple):
    """The way from one letter's middle to the next one's, in points."""

    across: float
    down: float

    @property
    def length(self) -> float:
        return hypot(self.across, self.down)

    def goes_on(self, before: _Step) -> bool:
        even = before.length / _EVEN <= self.length <= before.length * _EVEN
        along = self.across * before.across + self.down * before.down
        return even and along >= _TURN * self.length * before.length


def spelt_out(words: list[RawWord]) -> list[RawWord]:
    """The words with letters that stand apart, but evenly, joined where they spell a word."""
    made: list[RawWord] = []
    start = 0
    while start < len(words):
        end = _end(words, start)
        group = words[start:end]
        if len(group) >= _LETTERS and _is_word("".join(word[4] for word in group)):
            made.append(_one(group))
            start = end
        else:
            made.append(words[start])
            start += 1
    return made


def joined_in_fields(words: list[RawWord], fields: Sequence[tuple[Box, str]]) -> list[RawWord]:
    """The words with letters joined that a form's field sets one to a box (a comb), where they are its value.

    ``fields`` are where fields stand, in points, and what their values are.
    """
    made: list[RawWord | None] = list(words)
    for box, value in fields:
        inside = [
            at
            for at, word in enumerate(words)
            if box.x0 <= (word[0] + word[2]) / 2 <= box.x1 and box.y0 <= (word[1] + word[3]) / 2 <= box.y1
        ]
        inside.sort(key=lambda at: words[at][0])
        said = value.split()
        if len(inside) <= len(said) or "".join(words[at][4] for at in inside) != "".join(said):
            continue
        groups = _spelling(said, [(at, words[at][4]) for at in inside])
        for group in groups:
            made[group[0]] = _one([words[at] for at in group])
            for at in group[1:]:
                made[at] = None
    return [word for word in made if word is not None]


def _spelling(said: Sequence[str], pieces: list[tuple[int, str]]) -> list[list[int]]:
    """The numbers of the pieces each word is made of; none where a piece is of two words."""
    groups: list[list[int]] = []
    left = iter(pieces)
    for word in said:
        group, text = [], ""
        while len(text) < len(word):
            at, piece = next(left)
            group.append(at)
            text += piece
        if text != word:
            return []
        groups.append(group)
    return groups


def _end(words: list[RawWord], start: int) -> int:
    """Where the even row of single letters ends that begins at ``start``."""
    end, before = start + 1, None
    while end < len(words) and all(len(word[4]) == 1 and word[4].isalpha() for word in words[end - 1 : end + 1]):
        step = _step(words[end - 1], words[end])
        if step is None or (before is not None and not step.goes_on(before)):
            break
        before = step
        end += 1
    return end


def _step(one: RawWord, two: RawWord) -> _Step | None:
    """The way from a letter to the next, forward or down; None when it is too far to be one of its word."""
    step = _Step((two[0] + two[2] - one[0] - one[2]) / 2, (two[1] + two[3] - one[1] - one[3]) / 2)
    height = max(one[3] - one[1], two[3] - two[1])
    forward = step.across > 0 or step.down > abs(step.across)
    return step if forward and 0.1 * height < step.length <= _FAR * height else None


def _is_word(text: str) -> bool:
    """Whether letters in a row are a word's, and not answers, marks or the letters of a list."""
    if all(ord(b) - ord(a) == 1 for a, b in pairwise(text)):
        return False
    capitals = text.isupper()
    if not capitals and not text[1:].islower():
        return False
    return len(text) >= _LETTERS + capitals and len(set(text)) >= _DIFFERENT + capitals


def _one(letters: list[RawWord]) -> RawWord:
    x0, y0, x1, y1, texts, *_ = zip(*letters, strict=True)
    return (min(x0), min(y0), max(x1), max(y1), "".join(texts), *letters[0][5:])
