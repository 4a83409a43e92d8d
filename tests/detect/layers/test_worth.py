# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is asked about as possible: not every word a reader has the least suspicion of."""

from __future__ import annotations

import pytest

from redactor.detect.language.lexicon import lexicon
from redactor.detect.language.scan import Scan
from redactor.detect.language.text import tokens
from redactor.detect.layers import agree, worth
from redactor.detect.layers.encoder import PERSON, Read

#: A suspicion, well above what a word like a name needs and well below certainty.
SUSPICION = 0.35


def shown(text: str, word: str, score: float = SUSPICION) -> bool:
    start = text.index(word)
    reads = [Read(start, start + len(word), PERSON, score)]
    return bool(agree.weighed([], reads, Scan(text, tokens(text), lexicon())))


CASED = "Home visit to Tabitha and Mrs Ogden. The family was {} when I came. Liam had gone to Nan's for the night."


@pytest.mark.parametrize("word", ["printing", "ill", "drawing", "sisters"])
def test_an_everyday_word_in_lower_case_among_capitals_is_not_asked_about(word: str) -> None:
    assert not shown(CASED.format(word), word)
    assert shown(CASED.format(word), word, worth.EVERYDAY + 0.05)


@pytest.mark.parametrize("word", ["cheeky", "mardy", "liams", "ogdens", "shazza"])
def test_a_nickname_a_seldom_word_and_what_is_hers_without_an_apostrophe_are(word: str) -> None:
    assert shown(CASED.format(word), word)


def test_where_nothing_has_capitals_an_everyday_word_may_be_somebody() -> None:
    assert shown(
        "rang nan again today no answer. said drawing was round there last night with the lads and the dog", "drawing"
    )
    rushed = (
        "seen at home today all ok. nan not in. drawing was in bed, no shoes on and the dog had been out all night. "
        * 3
    )
    assert shown(rushed + "\n" + CASED.format("well") * 4, "drawing")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Seen with Liam at the house.\nCurtains drawn all day.", "Curtains"),
        ("Liam Ogden\t12\tEczema\nTia Ogden\t9\tnone", "Eczema"),
        ("Views of Tabitha: she would like to see Liam more.", "Views"),
    ],
)
def test_nor_is_one_whose_capital_only_begins_a_line_or_a_cell(text: str, word: str) -> None:
    assert not shown(text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Rang the house. Badger said Liam was out.", "Badger"),
        ("Liam is staying at Badger until Monday.", "Badger"),
        ("Then Liam went off with Ghost and came back at ten.", "Ghost"),
        ("Badger's mum rang to say that Liam was there.", "Badger"),
    ],
)
def test_it_is_where_people_stand_or_the_capital_is_its_own(text: str, word: str) -> None:
    assert shown(text, word)


def test_a_section_or_a_class_is_nobody() -> None:
    assert not shown("Strategy discussion, s47 agreed for Liam Ogden.", "s47", 0.2)
    assert not shown("Seen in class by Mrs Ogden, 8L at the time.", "8L", 0.2)
