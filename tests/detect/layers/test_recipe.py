# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the encoder is taught: nothing it is measured on, and labels that stay with their letters in all damage."""

from __future__ import annotations

import random

from models.recipe import repeats
from models.recipe.encoder.noise import beside, hurried
from models.recipe.encoder.notes import PERSON, Text


def made(*parts: tuple[str, int]) -> Text:
    text = Text()
    for chars, label in parts:
        text.add(chars, label)
    return text


def named(text: Text) -> str:
    """The characters that are labelled as somebody's name."""
    return "".join(c for c, label in zip(text.chars, text.labels, strict=True) if label in (1, PERSON))


def test_nothing_taught_repeats_a_passage_it_is_measured_on() -> None:
    lines = repeats.taught()
    passages = repeats.held_back()
    assert len(lines) > 1000 and len(passages) > 300
    assert repeats.repeated(lines, passages) == []


def test_a_sentence_of_a_passage_is_known_whatever_stands_in_its_slots() -> None:
    passages = ["rang at ten. nobody told her that mo had left."]
    assert repeats.repeated(["nobody told her that {A} had left"], passages) == ["nobody told her that {A} had left"]
    assert repeats.repeated(["{A} told {B} that {C} had gone"], passages) == []


def test_cells_read_straight_across_keep_their_names() -> None:
    sheet = made(("Mother   ", 0), ("Ann Lee", PERSON), ("\tFather     ", 0), ("Bo Day", PERSON))
    text = beside(sheet, random.Random(1))
    assert "   " not in str(text) and "\t" not in str(text)
    assert named(text) == "Ann LeeBo Day"
    assert len(text.chars) == len(text.labels)


def test_blanks_lost_in_a_hurry_move_no_label() -> None:
    note = made(("rang ", 0), ("Jo", PERSON), (" & ", 0), ("Si", PERSON), (", no answer", 0))
    text = hurried(note, random.Random(1), 1.0)
    assert str(text).startswith("rang Jo&Si,no")
    assert named(text) == "JoSi"
