# SPDX-License-Identifier: AGPL-3.0-or-later
"""Passages written by hand to teach the encoder: their marks become labels, their people may get other names."""

from __future__ import annotations

import random
import re
from itertools import groupby

import pytest

from models.recipe.encoder.names import Person
from models.recipe.encoder.notes import BEGIN, ORG, PERSON, PLACE, THING, Text
from models.recipe.encoder.written import MARK, Written, passages, unmarked

PASSAGE = (
    "rang [[Hodan]] re [[HODAN WARSAME]]'s bag. [[hodan]] at ((P:Elgar Road)) w ((T:Biscuit)).\n"
    "no hope of ((O:Beckett House)) today"
)


class Names:
    """Two people who take turns; the recipe's own need a package that only the recipe needs."""

    def __init__(self) -> None:
        self.forenames = ["Hodan", "Ann"]

    def person(self, rng: random.Random) -> Person:
        return rng.choice([Person("Mary", "Poole", "Ms", "f"), Person("Tariq", "Dean", "Mr", "m")])


@pytest.fixture(scope="module")
def written() -> Written:
    return Written(Names())


def runs(text: Text) -> list[tuple[int, str]]:
    """The text in runs of one label, a name's first letter counted with its name."""
    pairs = [(PERSON if label == BEGIN else label, char) for char, label in zip(text.chars, text.labels, strict=True)]
    return [(label, "".join(c for _, c in run)) for label, run in groupby(pairs, key=lambda pair: pair[0])]


def test_marks_become_labels(written: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.recipe.encoder.written.OTHERS", 0)
    text = written.labelled(PASSAGE, random.Random(1))
    assert str(text) == unmarked(PASSAGE)
    assert [run for run in runs(text) if run[0]] == [
        (PERSON, "Hodan"),
        (PERSON, "HODAN WARSAME"),
        (PERSON, "hodan"),
        (PLACE, "Elgar Road"),
        (THING, "Biscuit"),
        (ORG, "Beckett House"),
    ]
    assert text.labels.count(BEGIN) == 3


def test_somebody_gets_one_other_name_written_as_theirs_was(written: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.recipe.encoder.written.OTHERS", 1)
    monkeypatch.setattr("models.recipe.encoder.written.SWAPPED", 1)
    text = written.labelled(PASSAGE, random.Random(2))
    first, whole, low = (run for label, run in runs(text) if label == PERSON)
    assert first != "Hodan" and low == first.lower() and whole.startswith(first.upper())
    assert str(text).startswith("rang ") and str(text).endswith("no hope of Beckett House today")


def test_a_piece_of_a_passage_begins_within_no_name(written: Written) -> None:
    line = "seen w [[Ann\nLee{}]] and then she went off to the shop. she came back. all quiet after"
    passage = "\n".join(line.format(n) for n in range(12))
    for seed in range(60):
        text = str(written.labelled(written.piece(passage, random.Random(seed)), random.Random(seed)))
        assert "[[" not in text and "]]" not in text
        assert not re.match(r"Lee\d", text)


def test_every_passage_is_marked_soundly() -> None:
    every = passages()
    assert len(every) > 500
    for passage in every:
        rest = MARK.sub("", passage)
        assert not re.search(r"\[\[|\]\]|\(\([POT]:", rest), passage
        assert len(unmarked(passage).split()) > 15
