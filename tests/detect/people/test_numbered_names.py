# SPDX-License-Identifier: AGPL-3.0-or-later
"""A row's number and the name in its next cell are no house and street, whatever somebody is called."""

from __future__ import annotations

import pytest

from redactor.domain.mentions import Label
from tests.detect.helpers import find

_LOG = "Duty log\nNo Client Age\n{row}\n3 Priya Raman 9\nNotes\nMr Martin Close rang. Martin Close was upset."


def addresses(text: str, subject: str = "Tamsin Orchard") -> list[str]:
    spans = find(text, subject=subject).findings.spans[0]
    return [text[span.start : span.end] for span in spans if span.label is Label.ADDRESS]


@pytest.mark.parametrize(
    "row", ["2 Tamsin Orchard 27", "2\nTamsin Orchard\n27", "2 Martin Close 27", "2\tMartin Close\t27"]
)
def test_a_rows_number_before_somebody_of_the_case_is_no_house(row: str) -> None:
    assert addresses(_LOG.format(row=row)) == []


def test_the_one_beside_the_number_is_found_as_who_they_are() -> None:
    text = _LOG.format(row="2 Martin Close 27")
    found = find(text, subject="Tamsin Orchard")
    row = text.index("Martin Close")
    spans = [span for span in found.findings.spans[0] if span.start == row]
    assert [span.label for span in spans] == [Label.PERSON] and found.covers("Martin Close")
    assert spans[0].person == found.person("Martin Close").id


@pytest.mark.parametrize(
    ("row", "home"),
    [
        ("She lives at 2 Martin Close", "2 Martin Close"),
        ("2 Martin Close, Wexbourne WX4 7PD", "2 Martin Close, Wexbourne"),
        ("2 Martin Close WX4 7PD", "2 Martin Close"),
        ("2 Larch Close", "2 Larch Close"),
    ],
)
def test_a_home_in_a_street_called_like_somebody_stays_one(row: str, home: str) -> None:
    assert addresses(_LOG.format(row=row)) == [home]


def test_a_home_within_a_sentence_stays_one_whoever_is_called_so() -> None:
    text = _LOG.format(row="The house, 14 Martin Close, is damp.")
    assert addresses(text) == ["14 Martin Close"]


def test_a_street_that_is_a_term_makes_nobody_of_a_home_in_it() -> None:
    found = find("14 Rose Lane\nThe house, 14 Rose Lane, is damp.", terms=("Rose Lane",))
    assert found.covers("14 Rose Lane")
