# SPDX-License-Identifier: AGPL-3.0-or-later
"""Letters that stand one by one are the word they spell, and marks in a table are not."""

from __future__ import annotations

import pytest

from redactor.bundle.words.apart import joined_in_fields, spelt_out
from redactor.bundle.words.columns import RawWord
from redactor.domain.geometry import Box


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


_COMB = (Box(15, 45, 400, 70), "WX4 7PD")


def test_the_letters_and_figures_of_a_comb_field_are_its_value() -> None:
    beside = (420.0, 50.0, 426.0, 62.0, "9", 0, 99, 0)
    words = [*letters("WX4 7PD", 18), beside]
    joined = joined_in_fields(words, [_COMB])
    assert [word[4] for word in joined] == ["WX4", "7PD", "9"] and joined[0][:4] == (20, 50, 62, 62)
    # Two of them stand close enough to have been read as one already.
    run = [(20.0, 50.0, 44.0, 62.0, "WX", 0, 0, 0), *words[2:]]
    assert [word[4] for word in joined_in_fields(run, [_COMB])] == ["WX4", "7PD", "9"]


@pytest.mark.parametrize("value", ["WX4 7PX", "WX 47PD9", "W"])
def test_letters_that_are_not_a_fields_value_stay_letters(value: str) -> None:
    words = letters("WX4 7PD", 18)
    assert joined_in_fields(words, [(_COMB[0], value)]) == words
