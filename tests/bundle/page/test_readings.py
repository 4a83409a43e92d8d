# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two readings of one page are made one: nothing that only one of them has is lost, what both have is there once."""

from __future__ import annotations

from redactor.bundle.page.readings import merged
from redactor.domain.geometry import Box
from redactor.domain.pages import Word, WordSource


def read(text: str, *box: float) -> Word:
    return Word(text, Box(*box), 0, 0, WordSource.OCR, 0.99)


def test_small_print_that_was_read_in_higher_boxes_is_there_once() -> None:
    said = (Word("0,0", Box(140.8, 18.9, 146.4, 22.9), 0, 0), Word("-", Box(150.0, 20.0, 152.0, 24.0), 0, 0))
    found = (read("0,0", 140.1, 15.8, 146.8, 24.8), read("-", 149.8, 15.6, 152.2, 24.8))
    assert [(word.text, word.source) for word in merged(said, [found])] == [
        (word.text, WordSource.TEXT) for word in said
    ]


def test_another_word_in_the_place_of_small_print_and_the_same_word_elsewhere_stay() -> None:
    said = (Word("0,0", Box(140.8, 18.9, 146.4, 22.9), 0, 0),)
    found = (read("8,0", 140.1, 15.8, 146.8, 24.8), read("0,0", 160.1, 15.8, 166.8, 24.8))
    assert [word.text for word in merged(said, [found])] == ["0,0", "8,0", "0,0"]
