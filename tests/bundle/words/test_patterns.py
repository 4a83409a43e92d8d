# SPDX-License-Identifier: AGPL-3.0-or-later
"""Patterns a caseworker can write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.bundle.words.patterns import find_pattern, words_for
from redactor.casefile.terms import words
from redactor.domain.errors import BadInput


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("SAR-####", "See SAR-2041, SAR-20417 and sar-1999.", ["SAR-2041", "sar-1999"]),
        ("Dar?en", "Darren and Dar1en, not Daren", ["Darren", "Dar1en"]),
        ("Kayl* Barnes", "Kayleigh Barnes, Kayla\nBarnes, Kay Barnes", ["Kayleigh Barnes", "Kayla\nBarnes"]),
        ("*sworth", "Holdsworth and Unsworth's worth", ["Holdsworth", "Unsworth"]),
        ("07### ######", "Ring 07700 900123 or 077009 00123.", ["07700 900123"]),
        ("o'??ien", "O\u2019Brien said", ["O\u2019Brien"]),
        ("(a+)+$", "x (a+)+$ y aaaa", ["(a+)+$"]),
    ],
)
def test_signs_stand_for_digits_letters_and_the_rest_of_a_word(pattern: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find_pattern(text, pattern)] == found
    # The index leads to this page, or says that it cannot tell.
    vocabulary = [(word, 1) for word in set(words(text))]
    near = words_for(pattern, vocabulary)
    assert near is None or near


def test_a_pattern_that_stands_for_anything_is_refused() -> None:
    for pattern in ("*", "? ?", "**", "- *"):
        with pytest.raises(BadInput):
            list(find_pattern("some words", pattern))


@given(st.text(alphabet="#?*ab1-. ", min_size=1, max_size=12), st.text(alphabet="ab12-. \n", max_size=60))
def test_the_index_never_leads_past_a_page_that_holds_the_pattern(pattern: str, text: str) -> None:
    try:
        found = list(find_pattern(text, pattern))
    except (BadInput, IndexError):
        return
    near = words_for(pattern, [(word, 1) for word in set(words(text))])
    assert not found or near is None or near
