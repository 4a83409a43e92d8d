# SPDX-License-Identifier: AGPL-3.0-or-later
"""A list of staff as an office has it: read by what its first line calls the columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from redactor.domain.errors import BadInput
from redactor.operations.finding.office import read_csv


def entries(tmp_path: Path, text: str) -> list[tuple[str, str, str]]:
    file = tmp_path / "staff.csv"
    file.write_text(text, encoding="utf-8")
    return [(entry.kind, entry.value, entry.profession) for entry in read_csv(file)]


def test_an_offices_own_list_is_taken_as_it_is(tmp_path: Path) -> None:
    text = (
        "Surname;First Name;Job Title;E-mail;Team;Start date\n"
        "Tapley;Rosalind;Senior Social Worker;r.tapley@wexbourne.gov.uk;Early Help Hub;01/02/2019\n"
        "Marlow;Hugh;School Nurse;;;\n"
        "Vacant;;Team Manager;;Leaving Care;\n"
        ";;;;;\n"
    )
    assert entries(tmp_path, text) == [
        ("staff", "Rosalind Tapley", "social_work"),
        ("number", "r.tapley@wexbourne.gov.uk", ""),
        ("team", "Early Help Hub", ""),
        ("staff", "Hugh Marlow", "health"),
        ("team", "Leaving Care", ""),
    ]


@pytest.mark.parametrize(
    "written", ["Tapley, Rosalind", "Rosalind Tapley", "Ms Rosalind Tapley", "Tapley, Ms Rosalind"]
)
def test_a_name_in_one_column_is_turned_the_usual_way(tmp_path: Path, written: str) -> None:
    assert entries(tmp_path, f'Full name,Role\n"{written}",Archivist of the county\n') == [
        ("staff", "Rosalind Tapley", "")
    ]


def test_a_list_whose_columns_nobody_knows_is_refused_and_not_guessed_at(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no kind of entry"):
        entries(tmp_path, "Forename,Grade\nRosalind,7\n")


def test_the_columns_of_the_lists_themselves_stay_what_they_are(tmp_path: Path) -> None:
    assert entries(tmp_path, "kind,value,profession\nstaff,Hugh Marlow,health\n") == [
        ("staff", "Hugh Marlow", "health")
    ]
