# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sheets of a workbook: what is in a cell is on the page, whole, however narrow its column was."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest
import xlsxwriter

from redactor.bundle import tasks
from redactor.bundle.formats.converted import Converted
from redactor.bundle.office import libreoffice as office
from redactor.bundle.office.fitting import fitted
from redactor.domain.errors import BadInput
from tests.bundle.office.test_office import calc, here

LONG = " ".join(f"Entry {number}: Mrs Adeyemi rang about the noise." for number in range(300))
Sheet = Callable[[xlsxwriter.Workbook], object]


def made(write: Sheet) -> bytes:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True}) as book:
        write(book)
    return held.getvalue()


def pages(write: Sheet, name: str = "log.xlsx") -> tuple[Converted, pymupdf.Document]:
    found = tasks.finish_office(b"", office.convert(made(write), name), name)
    return found, pymupdf.open(stream=found.pdf, filetype="pdf")


def text_of(document: pymupdf.Document) -> str:
    return " ".join(" ".join(page.get_text() for page in document).split())


@here
@calc
def test_narrow_columns_cut_nothing_off() -> None:
    def log(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Log")
        sheet.set_column(0, 5, 4)
        sheet.write_row(0, 0, ["No", "Client", "Age", "Seen", "Rent", "Note"], book.add_format({"bold": True}))
        for row, name in enumerate(["Tamsin Orchard", "Marmaduke Featherstonehaugh-Cholmondeley"], start=1):
            sheet.write_row(row, 0, [row, name, 27])
            sheet.write_number(row, 3, 45231 + row, book.add_format({"num_format": "dddd dd mmmm yyyy"}))
            sheet.write_number(row, 4, -1234567.5, book.add_format({"num_format": "£#,##0.00", "font_size": 16}))
            sheet.write(row, 5, LONG[:600])
        sheet.set_row(2, 9)
        sheet.merge_range("A5:B5", "Merged: " + LONG[:300], book.add_format({"border": 1}))
        sheet.write("A7", "Small: Oswald Brown of the fourth floor", book.add_format({"shrink": True}))
        sheet.write("B7", "x")
        sheet.write("A8", "Turned heading of a column", book.add_format({"rotation": 90}))
        sheet.write("C9", "Right: Zebedee Brown of the third", book.add_format({"align": "right"}))
        sheet.write("B9", "y")

    found, document = pages(log)
    text = text_of(document)
    assert found.notes == () and "#" not in text
    for said in (
        "1 Tamsin Orchard",
        "Cholmondeley",
        "Thursday 02 November 2023",
        "-£1,234,567.50",
        LONG[:600].strip(),
    ):
        assert said in text
    for said in (
        "Merged: " + LONG[:300].strip(),
        "Small: Oswald Brown of the fourth floor",
        "Turned heading of a column",
    ):
        assert said in text
    # The age does not run into the name before it.
    words = {word[4] for word in document[0].get_text("words")}
    assert {"Orchard", "27", "Tamsin"} <= words


@here
@calc
def test_a_cell_longer_than_a_page_goes_on_over_the_next_pages() -> None:
    def notes(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Notes")
        sheet.write_row(0, 0, ["2024-01-02", "Gareth Pole", LONG])
        sheet.write(1, 2, "\n".join(f"line {number}" for number in range(120)), book.add_format({"text_wrap": True}))

    found, document = pages(notes)
    text = text_of(document)
    assert found.notes == () and LONG in text and text.count("Gareth Pole") == 1
    assert " ".join(f"line {number}" for number in range(120)) in text


@here
@calc
def test_wide_sheets_stay_readable_and_print_areas_leave_nothing_out() -> None:
    def wide(book: xlsxwriter.Workbook) -> None:
        for name, columns in (("Rota", 14), ("Export", 60)):
            sheet = book.add_worksheet(name)
            sheet.fit_to_pages(1, 1)
            sheet.print_area("A1:B2")
            for row in range(30):
                sheet.write_row(row, 0, [f"Cell {row} of {column}" for column in range(columns)])

    found, document = pages(wide)
    text = text_of(document)
    assert found.notes == () and all(f"Cell {row} of {at}" in text for row in range(30) for at in range(60))
    sizes = [
        span["size"]
        for page in document
        for block in page.get_text("dict")["blocks"]
        for line in block["lines"]
        for span in line["spans"]
    ]
    assert min(sizes) > 5.5
    # A rota of fourteen columns is on one page, each of its rows on one line.
    first = {round(word[3]) for word in document[0].get_text("words") if word[4] == "Cell"}
    assert len(first) == 30 and "Cell 29 of 13" in " ".join(document[0].get_text().split())


@here
@calc
def test_what_is_hidden_is_set_after_the_pages_as_it_would_show() -> None:
    def hides(book: xlsxwriter.Workbook) -> None:
        day = book.add_format({"num_format": "dd mmmm yyyy"})
        sheet = book.add_worksheet("Log")
        sheet.write_row(0, 0, ["Seen", "Known", "Covered Oswald"])
        sheet.write_row(1, 0, ["Filtered Harold", 7])
        sheet.write_number(1, 2, 45231, day)
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.set_column(2, 2, 9, None, {"hidden": True})
        sheet.write_comment("A1", "Ask Mrs Adeyemi", {"author": "Kyle Dunn"})
        old = book.add_worksheet("Old")
        old.hide()
        old.write_row(0, 0, ["Zebedee", 12.5])

    found, document = pages(hides)
    last = " ".join(document[-1].get_text().split())
    assert "row 1 Covered Oswald" in last and "row 2 Filtered Harold | 7 | 01 November 2023" in last
    assert "Hidden sheet 'Old', row 1 Zebedee | 12.5" in last and "Comment by Kyle Dunn at A1 Ask Mrs Adeyemi" in last
    assert "Oswald" not in document[0].get_text() and "4 texts" in found.notes[0]


@here
@calc
@pytest.mark.parametrize("to", ["xls", "ods", "fods"])
def test_older_and_open_workbooks_too(to: str) -> None:
    def log(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Log")
        sheet.set_column(0, 2, 4)
        sheet.write_row(0, 0, ["Tamsin Orchard", 27, 123456789, "end"])

    program = office.find()
    assert program is not None
    with office.scratch() as folder:
        office._settings(folder)
        source = folder / "a.xlsx"
        source.write_bytes(made(log))
        data = office._one(program, folder, source, to, to, "a", lambda seconds: None)
    assert data is not None
    found = tasks.finish_office(data, office.convert(data, f"log.{to}"), f"log.{to}")
    document = pymupdf.open(stream=found.pdf, filetype="pdf")
    assert found.notes == () and "Tamsin Orchard 27 123456789 end" in text_of(document)


@here
@calc
def test_a_workbook_whose_columns_cannot_be_made_wider_says_so() -> None:
    def refuses(ods: bytes) -> bytes:
        raise BadInput("too large")

    def log(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet("Log").write_row(0, 0, ["Tamsin Orchard and her household", 27])

    found = tasks.finish_office(b"", office.convert(made(log), "l.xlsx", fit=refuses), "l.xlsx")
    assert any("could not be made wider" in note for note in found.notes)
    assert "Tamsin Orchard and her household" in text_of(pymupdf.open(stream=found.pdf, filetype="pdf"))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 half", Path(__file__).read_bytes()])
def test_what_is_no_workbook_is_named(data: bytes) -> None:
    with pytest.raises(BadInput, match="damaged"):
        fitted(data)
