# SPDX-License-Identifier: AGPL-3.0-or-later
"""A name ends where its cell, its field or its column ends."""

from __future__ import annotations

import pytest

from redactor.detect.layers.reading import LAYERS, read


def names(text: str) -> set[str]:
    return {text[s.start : s.end] for s in read([text], LAYERS)[0] if s.label == "PERSON" and s.score >= 0.5}


@pytest.mark.parametrize("between", ["\n", "\t"])
def test_an_initial_ends_the_name_of_a_cell(between: str) -> None:
    found = names(f"11/02/24{between}07.30{between}Piotr K{between}Jo upset this morning. Said Linda shouted at her.\n")
    assert "Piotr K" in found
    assert not any("Jo" in name and "Piotr" in name for name in found)


def test_a_name_of_two_lines_is_still_one() -> None:
    assert "Hannah\nLindqvist" in names("She rang and asked that Hannah\nLindqvist be told of it at once.")


def test_the_next_field_is_no_surname() -> None:
    found = names("Carer: Efua Mensah, Rosebank\nKey holder: Maud Ferris\nTelephone: none")
    assert {"Efua Mensah", "Maud Ferris"} <= found
    assert not any("Key" in name for name in found)


def test_what_a_message_is_about_is_nobodys_name() -> None:
    head = "From: Ann Author\nDate: Mon, 12 May 2025\nSubject: {}\n\nPlease see below."
    assert "Bank" not in names(head.format("Bank statement"))
    assert "Marcus Webb" in names(head.format("Marcus Webb"))


def test_the_subject_of_a_form_is_one() -> None:
    assert "Bank" in names("Subject: Bank\nDate of birth: 4 May 1990\n")


_STATEMENT = """NORTHERN SAVINGS

Account of Mr L Petrov

04 May CASH HOLMFIRTH STN
40.00

11 May CASH HOLMFIRTH STN
60.00

12 May TFR J FARRAR LOAN
75.00

13 Jun SO A OYELARAN
30.00

14/06/25 DWP ESA
98.10
"""


def test_a_surname_that_is_also_a_word_of_statements_is_found_elsewhere() -> None:
    assert "Darren Cash" in names("On 12 May Darren Cash rang.")
    assert "Tom Redfern" in names("12/05/2025 Cash given to Tom Redfern for his fare.")
    assert "Tom Redfern" in names("12/05/2025 Cash Tom Redfern")


def test_a_bank_statement_names_who_was_paid_and_not_the_month_or_the_machine() -> None:
    found = names(_STATEMENT)
    assert {"J FARRAR", "A OYELARAN"} <= found
    assert not any(word in name for name in found for word in ("May", "HOLMFIRTH", "LOAN", "SO", "DWP"))


@pytest.mark.parametrize("line", ["Mrs May Cash was there", "3 May Ellison (Flat 3)"])
def test_somebody_called_may_is_still_found(line: str) -> None:
    assert any(name.startswith("May") for name in names(f"Those present:\n{line}\n"))
