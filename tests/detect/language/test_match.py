# SPDX-License-Identifier: AGPL-3.0-or-later
"""Is this word that name, misspelt or damaged?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.detect.language.match import closest, similar

NAMES = st.text("abcdefghijklmnoprstuvwy", min_size=1, max_size=14)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("kaylegh", "kayleigh"),
        ("prisilla", "priscilla"),
        ("irsi", "iris"),
        ("bannistre", "bannister"),
        ("desm0nd", "desmond"),
        ("i5la", "isla"),
        ("an3gl", "angel"),
        ("kernp", "kemp"),
        ("d0ris", "doris"),
        ("h@fsa", "hafsa"),
        ("li\ufffdle", "little"),
        ("lile", "little"),
    ],
)
def test_the_same_name(written: str, name: str) -> None:
    assert similar(written, name)


@pytest.mark.parametrize(
    ("a", "b"),
    [("dan", "ian"), ("mary", "jane"), ("lee", "les"), ("hannah", "joanna"), ("smith", "jones"), ("tom", "tim")],
)
def test_another_name(a: str, b: str) -> None:
    assert not similar(a, b)


@given(NAMES)
def test_every_name_is_itself(name: str) -> None:
    assert similar(name, name)


@given(NAMES, NAMES)
def test_closest_gives_only_similar_names(word: str, name: str) -> None:
    assert closest(word, [name]) == (
        [name] if similar(word, name) and abs(len(word) - len(name)) <= 2 else closest(word, [name])
    )
    assert all(similar(word, n) for n in closest(word, [name]))
