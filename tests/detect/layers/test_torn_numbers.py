# SPDX-License-Identifier: AGPL-3.0-or-later
"""Identifiers over a line's end are found whole; columns of figures are not put together."""

from __future__ import annotations

import pytest

from redactor.detect.layers.identifiers import find
from redactor.domain.mentions import Label


@pytest.mark.parametrize(
    ("head", "torn", "label"),
    [
        ("Date of birth", "12/03/\n1985", Label.DOB),
        ("DOB", "12/0\n3/1985", Label.DOB),
        ("NHS no", "9434\n765919", Label.NHS_NUMBER),
        ("Number", "9434\n765919", Label.NHS_NUMBER),
        ("NI number", "QQ1234\n56C", Label.NINO),
        ("Vehicle reg", "AB12\nCDE", Label.CAR_REG),
        ("Sort code", "20-3\n0-44", Label.SORT_CODE),
        ("Account number", "1234\n5678", Label.ACCOUNT),
        ("UPN", "H8012000\n01001", Label.UPN),
        ("Postcode", "WX\n5 3EN", Label.POSTCODE),
        ("Mobile", "0770090\n0482", Label.PHONE),
    ],
)
def test_an_identifier_in_a_narrow_cell_is_found_whole(head: str, torn: str, label: Label) -> None:
    text = f"Name\nJoan Marsh\n{head}\n{torn}\nNotes\nnone"
    assert [(text[s.start : s.end], s.label) for s in find(text)] == [(torn, label)]


@pytest.mark.parametrize(
    "text",
    [
        "Week\n12\n13\n14\n15\n16\n",
        "Account number\n12345678\n87654321\n",
        "Date of birth\n12/03/1985\n14/06/1990\n",
        "Age\n14\nRoom\n3\nLegal status\ns.20",
        "Time\n20\n30\n44\n",
    ],
)
def test_values_that_stand_below_each_other_stay_apart(text: str) -> None:
    assert not any("\n" in text[span.start : span.end] for span in find(text))


def test_a_page_of_figures_is_left_as_a_table() -> None:
    assert find("12/03/\n1985\n" * 500) == []
