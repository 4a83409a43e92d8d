# SPDX-License-Identifier: AGPL-3.0-or-later
"""A table's staff column in the middle, its cells run over lines or left empty: told by where the heads stand."""

from __future__ import annotations

from pathlib import Path

import pymupdf

from redactor.detect.people.staff_columns import staff_cells
from redactor.operations.finding.findings import gather_units
from redactor.operations.intake.intake import add_paths
from redactor.operations.intake.reading import read_text
from redactor.operations.progress import silent
from redactor.operations.request.case import new_case
from tests.conftest import PASSPHRASE

LONG = "Rang in a state about the school run and said that it could not go on. Told that somebody would call back. "
ROWS = (
    ("03/02/2023", "Telephone call from parent", "Priti Nair", LONG),
    ("05/02/2023", "Home visit (announced)", "Bram Hext", LONG + LONG),
    # Nobody filled the staff's cell: who was met stands where it would.
    ("11/02/2023", "Met in the street", "", "Irena Quirke"),
    ("12/02/2023", "Home visit", "Priti Nair", "Nobody in."),
)
STYLE = "table{width:100%} td,th{font-size:9px;font-family:sans-serif;border:1px solid black;padding:3px}"


def table(path: Path) -> None:
    heads = "".join(f"<th>{head}</th>" for head in ("Date", "Type", "Worker", "Notes"))
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
    story = pymupdf.Story(html=f"<p>Case notes</p><table><tr>{heads}</tr>{rows}</table>", user_css=STYLE)
    writer = pymupdf.DocumentWriter(str(path))
    more = 1
    while more:
        device = writer.begin_page(pymupdf.Rect(0, 0, 595, 842))
        more, _ = story.place(pymupdf.Rect(50, 50, 545, 790))
        story.draw(device)
        writer.end_page()
    writer.close()


def test_staff_are_told_by_where_their_column_stands(tmp_path: Path, pool) -> None:
    table(tmp_path / "notes.pdf")
    with new_case(tmp_path / "a.case", PASSPHRASE, reference="R", subject="Priya Shah") as case:
        add_paths(case, [tmp_path / "notes.pdf"], pool)
        read_text(case, pool, 2, silent, lambda: False)
        units, _ = gather_units(case, case.documents())
        cells = [
            " ".join(unit.text[slice(*cell)].split())
            for unit, found in zip(units, staff_cells(units, [unit.text for unit in units]), strict=True)
            for cell in found
        ]
    assert cells == ["Priti Nair", "Bram Hext", "Priti Nair"]
