# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages that were scanned askew: how they lie, and which boxes follow their lines."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from redactor.domain.geometry import Box
from redactor.domain.slant import LEVEL, lay_of, split
from redactor.domain.words import Word, WordSource

SIZE = (600.0, 800.0)


def askew(degrees: float, *, lines: int = 8, source: WordSource = WordSource.OCR) -> list[Word]:
    """Words 40 by 12 points on lines 15 points apart, on a page turned by so many degrees clockwise."""
    turn = math.radians(degrees)
    words = []
    for line in range(lines):
        for n in range(9):
            x, y = 40 + 50 * n, 60 + 15 * line
            corners = [(x + dx, y + dy) for dx in (0, 40) for dy in (0, 12)]
            turned = [
                (a * math.cos(turn) - b * math.sin(turn), a * math.sin(turn) + b * math.cos(turn)) for a, b in corners
            ]
            xs, ys = [a for a, _ in turned], [b for _, b in turned]
            words.append(Word(f"w{line}-{n}", Box(min(xs), min(ys), max(xs), max(ys)), line, 0, source))
    return words


@pytest.mark.parametrize("degrees", [-5.0, -2.0, 0.5, 3.5])
def test_words_laid_level_are_as_high_as_their_letters_and_lines_do_not_overlap(degrees: float) -> None:
    words = askew(degrees)
    lay = lay_of(words, SIZE[0])
    assert lay.lean == pytest.approx(math.tan(math.radians(degrees)), abs=0.002)
    level = [lay.level(word.box) for word in words]
    assert all(box.height == pytest.approx(12, abs=0.4) for box in level)
    by_line = [[box for box, word in zip(level, words, strict=True) if word.line == line] for line in range(8)]
    for above, below in pairwise(by_line):
        assert max(box.y1 for box in above) < min(box.y0 for box in below)
    back = [lay.back(box) for box in level]
    assert all(
        abs(a - b) < 0.3 for box, word in zip(back, words, strict=True) for a, b in zip(box, word.box, strict=True)
    )


def test_pages_that_lie_level_or_are_their_own_text_or_do_not_agree_are_left_as_they_are() -> None:
    assert lay_of(askew(0.05), SIZE[0]) is LEVEL
    assert lay_of(askew(3.0, source=WordSource.TEXT), SIZE[0]) is LEVEL
    assert lay_of(askew(3.0, lines=2), SIZE[0]) is LEVEL
    assert lay_of([*askew(3.0), *askew(-3.0)], SIZE[0]) is LEVEL
    assert lay_of([], SIZE[0]) is LEVEL


def test_boxes_around_words_follow_and_what_was_drawn_by_hand_stands() -> None:
    words = askew(3.0)
    lay, boxes = lay_of(words, SIZE[0]), [word.box for word in words]
    name = words[20].box.union(words[21].box).rounded()
    by_hand = Box(name.x0 - 3, name.y0 - 4, name.x1 + 5, name.y1 + 4)
    passage = words[20].box.union(words[35].box)
    beside = Box(500, 700, 560, 720)
    level, upright = split(lay, [name, by_hand, passage, beside], boxes)
    assert len(level) == 1 and upright == [by_hand, passage, beside]
    assert level[0].height == pytest.approx(12, abs=0.6)


def test_a_word_that_lies_level_on_a_page_askew_is_held_whole() -> None:
    words = askew(5.0)
    lay = lay_of(words, SIZE[0])
    stamp = Box(100, 400, 260, 413)  # lower than a word so long would be on such a line
    level = lay.level(stamp)
    for x in (stamp.x0, stamp.x1):
        assert level.y0 <= stamp.y0 - lay.fall(x) + 1e-6 and stamp.y1 - lay.fall(x) <= level.y1 + 1e-6
