# SPDX-License-Identifier: AGPL-3.0-or-later
"""Letters that stand one by one are the word they spell, and marks in a table are not."""

from __future__ import annotations

import pytest

from redactor.bundle.words.apart import spelt_out
from redactor.bundle.words.columns import RawWord


def letters(text: str, across: float, down: float = 0.0) -> list[RawWord]:
    return [
        (20 + across * n, 50 + down * n, 26 + across * n, 62 + down * n, c, 0, n, 0)
        for n, c in enumerate(text)
        if c != " "
    ]


def said(words: list[RawWord]) -> list[str]:
    return [word[4] for word in spelt_out(words)]


def test_letters_down_the_page_and_in_boxes_are_words() -> None:
    assert said(letters("Barnes", 0, 12)) == ["Barnes"]
    assert said(letters("KAYLEIGH BARNES", 18)) == ["KAYLEIGH", "BARNES"]
    (word,) = spelt_out(letters("Barnes", 3, 11))
    assert word[:4] == (20, 50, 41, 117)


@pytest.mark.parametrize("text", ["YNYYNYN", "abcdef", "ABCDE", "AbCdEf", "AAB", "yny"])
def test_answers_marks_and_lists_stay_letters(text: str) -> None:
    assert said(letters(text, 0, 14)) == list(text)
    assert said(letters(text, 30)) == list(text)


def test_letters_too_far_apart_or_in_no_row_stay_letters() -> None:
    assert said(letters("Barnes", 60)) == list("Barnes")
    uneven = [word for n, word in enumerate(letters("BxaxrxnxexsX", 12)) if n % 2 == 0 or n in (1, 7)]
    assert "Barnes" not in said(uneven)
