# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words that point to somebody without naming them."""

from __future__ import annotations

import pytest

from redactor.detect.layers import relations
from tests.detect.helpers import find


def found(text: str) -> list[str]:
    return [text[s.start : s.end] for s in relations.find(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She was upset about her lad.", ["her lad"]),
        ("His bro came with him.", ["His bro"]),
        ("The neighbour's boy threw a stone.", ["neighbour", "boy"]),
        ("I told my mate's missus to ring.", ["my mate", "missus"]),
        ("Her little sis has moved in with ur fella.", ["Her little sis", "ur fella"]),
        ("Said the Okafors' lads were there.", ["lads"]),
    ],
)
def test_words_of_talk_point_to_somebody_with_whose_they_are(text: str, words: list[str]) -> None:
    assert found(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "The lads were there and a girl sat on the wall.",
        "It's boys' PE on Monday, and that's girls only.",
        "Her boy band is on again and his kid gloves came off.",
        "A boy was seen with some fella.",
    ],
)
def test_without_it_or_as_part_of_something_else_they_do_not(text: str) -> None:
    assert found(text) == []


def test_a_brother_by_any_word_is_the_brother() -> None:
    record = find("Her brother Tomek Prewett lives at home.\n\nHer bro came to the door and shouted.")
    assert record.owner("Her bro") == "Tomek Prewett"


@pytest.mark.parametrize("word", ["NEIGHBOUR", "FRIEND", "CARER", "WITNESS"])
def test_a_speaker_named_by_what_they_are_is_asked_about(word: str) -> None:
    text = f"{word}: Mr Orr shouts all night.\nAGENT: Where?\n{word}: Mr Orr is at four.\n"
    assert found(text) == [word, word]


def test_who_visits_in_prison_may_be_a_friend() -> None:
    assert (
        found("He had a prison visitor, Kyle Orr.")
        == found("Her hospital visitor, Kyle Orr, was drunk.")
        == ["visitor"]
    )
