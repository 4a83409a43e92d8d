# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody whom no name gives is found where they live or by what marks them; whoever is merely somewhere is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.detect.people.unnamed import WHY, unnamed
from redactor.domain.mentions import Label, Role, Tier
from tests.detect.helpers import find


def told(text: str) -> list[tuple[str, bool]]:
    return [(text[start:end], sure) for start, end, sure in unnamed(text)]


@pytest.mark.parametrize(
    ("text", "whole", "sure"),
    [
        ("The lady next door has complained to the council.", "The lady next door", True),
        ("The lady\nnext door, who is a Witness, calls her names", "The lady\nnext door", False),
        ("And the woman whose garden backs onto the yard, she", "the woman whose garden backs onto the yard", False),
        ("the new lad off round 2 told me", "the new lad off round 2", True),
        ("9/2 Lady opposite with the wheelchair also kept a diary", "Lady opposite with the wheelchair", True),
        ("The old boy in the end cottage confirms.", "The old boy in the end cottage", True),
        ("Back by 10. Him over the road complained of it", "Him over the road", True),
        ("Prob. the woman at the post office.", "the woman at the post office", False),
        ("Complainant: Flat above (wishes to stay unnamed)", "Flat above", True),
        ("a call from the lady over the road", "the lady over the road", True),
        ("Said it was her next door again.", "her next door", False),
        ("the man in the corner house with the alsatian", "the man in the corner house with the alsatian", False),
        ("She thinks that woman opposite did it", "that woman opposite", False),
        ("the people in the bottom flat", "the people in the bottom flat", False),
        ("that fat Dutch lass upstairs", "that fat Dutch lass upstairs", False),
        ("the old bat over the road", "the old bat over the road", False),
        ("Our Polish family rang.", "Our Polish family", False),
        ("a neighbour two doors down rang", "a neighbour two doors down", True),
    ],
)
def test_who_is_told_apart_without_a_name(text: str, whole: str, sure: bool) -> None:
    assert told(text) == [(whole, sure)]


@pytest.mark.parametrize(
    "text",
    [
        "She was upstairs when he came in. He lives opposite.",
        "the man at the council said, and the lady at the job centre",
        "I told her next time to ring. They live next door to the school.",
        "her mother in the house, the children in the house were asleep",
        "people in the street were looking; a man in the pub hit him",
        "The boy was with the baby and the girl with the nurse.",
        "I saw her in the garden and told him at the church hall",
        "the woman was at the house; the boys in the shop were warned",
        "put the baby in the cot upstairs",
    ],
)
def test_who_is_merely_somewhere_is_nobody(text: str) -> None:
    assert told(text) == []


def test_who_told_something_is_proposed_and_the_rest_are_asked_about() -> None:
    found = find("The lady next door rang about Tabitha Winslow. The man in the end flat was not at home.")
    (rang,), (home,) = found.spans("The lady next door"), found.spans("The man in the end flat")
    assert (rang.label, rang.tier, rang.why) == (Label.RELATION, Tier.PROPOSED, WHY)
    assert home.tier is Tier.POSSIBLE


def test_a_name_within_stays_a_name() -> None:
    found = find("The lady next door, Mrs Joan Tull, rang about Tabitha Winslow.")
    assert found.person("Joan Tull").role is Role.THIRD_PARTY
    assert found.covers("Joan Tull")


@given(st.text(alphabet="the ladymno xrupsi,.\n'h", max_size=200))
def test_any_text_gives_places_within_it_in_order(text: str) -> None:
    places = [(start, end) for start, end, _ in unnamed(text)]
    assert all(0 <= start < end <= len(text) and text[start:end].strip() for start, end in places)


def test_a_family_word_in_the_whole_keeps_whom_it_points_to() -> None:
    found = find("Her neighbour is Jean Fenn. Tabitha fell out with the neighbour upstairs over bins.")
    assert found.owner("the neighbour upstairs") == "Jean Fenn"
