# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where people work: told as possible, with whose it is; levels of schoolwork are no places."""

from __future__ import annotations

import pytest

from redactor.detect.layers.workplaces import find
from redactor.domain.mentions import Label, Tier
from tests.detect import helpers


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("She works at Swindon library on Mondays.", "Swindon library"),
        ("Marek is employed by Weir Foods Ltd.", "Weir Foods Ltd"),
        ("He worked nights at the Crown and Anchor then.", "the Crown and Anchor"),
        ("I work part-time for Marsh Motors.", "Marsh Motors"),
    ],
)
def test_a_place_of_work_is_found_as_it_is_called(text: str, place: str) -> None:
    assert [text[span.start : span.end] for span in find(text)] == [place]


@pytest.mark.parametrize("text", ["Working at Level 2.", "The plan works for her.", "He works in Year 4 on Monday."])
def test_what_works_otherwise_is_no_place(text: str) -> None:
    assert find(text) == []


def test_it_is_possible_for_a_third_party_and_open_for_staff() -> None:
    found = helpers.find("Marlene Dobbs works at Weir Foods. Dr Ruth Keane works at Bramwick Infirmary.")
    spans = {found.units[0].text[s.start : s.end]: s for s in found.findings.spans[0] if s.label is Label.OTHER}
    assert spans["Weir Foods"].tier is Tier.POSSIBLE
    assert spans["Weir Foods"].why == "place of work of Marlene Dobbs"
    assert spans["Bramwick Infirmary"].person == found.person("Ruth Keane").id
