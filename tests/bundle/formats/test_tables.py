# SPDX-License-Identifier: AGPL-3.0-or-later
"""CSV and its like set as tables: every cell is on a page, whatever parts the cells and however wide it is."""

from __future__ import annotations

import csv
import io

import pymupdf
import pytest

from redactor.bundle import tasks
from redactor.bundle.formats.converted import Converted, not_among
from redactor.bundle.formats.table_pages import table_pages
from redactor.bundle.formats.tables import read_table

NAMES = ("Gareth Pole", "Siân O'Brien", "Oswald Featherstonehaugh", "Zoë Müller-Smith")


def rows(count: int = 90) -> list[list[str]]:
    said = 'Seen at home, he said "no"; then left.'
    note = [said, "One\nTwo\nThree", (said + " ") * 9]
    return [[NAMES[n % 4], "uncle", f"{n % 28 + 1:02}/03/2021", note[n % 3].strip()] for n in range(count)]


def written(table: list[list[str]], sign: str = ",") -> str:
    held = io.StringIO()
    csv.writer(held, delimiter=sign).writerows(table)
    return held.getvalue()


def pages_of(made: Converted) -> list[str]:
    content, _ = tasks.identify(made.pdf, "d")
    return [page.text for page in tasks.read_pages(made.pdf, "", 1, content.pages)]


def missing(table: list[list[str]], made: Converted) -> list[str]:
    return not_among([line for row in table for cell in row for line in cell.split("\n")], "\n".join(pages_of(made)))


@pytest.mark.parametrize(
    ("sign", "encoding", "name"),
    [(",", "utf-8", "a.csv"), (";", "cp1252", "a.csv"), ("\t", "utf-16", "a.tsv"), ("|", "utf-8-sig", "A.CSV")],
)
def test_a_table_is_set_with_its_heads_on_every_page(sign: str, encoding: str, name: str) -> None:
    table = [["Name", "Relationship", "Date", "Note"], *rows()]
    made = tasks.convert(written(table, sign).encode(encoding), name, "text")
    assert made.converter == "Redactor, table set as pages" and made.notes == () and made.places == ()
    said = pages_of(made)
    assert len(said) > 2 and all(page.startswith("Name") and "Relationship" in page for page in said)
    # Cells of several lines stand side by side: what is asked for is that each line is whole.
    assert not_among([cell for row in table for cell in row[:3]], "\n".join(said)) == []
    text = "\n".join(page.get_text() for page in pymupdf.open(stream=made.pdf))
    assert not_among([line for row in table for cell in row for line in cell.split("\n")], text) == []


def test_nothing_reaches_over_the_edge_and_a_cell_higher_than_a_page_goes_on() -> None:
    table = [["Name", "Key", "Story"], ["Gareth Pole", "k" * 400, "word and word " * 2500 + "the end of it"]]
    made = tasks.convert(written(table).encode(), "a.csv", "text")
    whole = pymupdf.open(stream=made.pdf)
    assert whole.page_count > 3
    for page in whole:
        for x0, y0, x1, y1, *_ in page.get_text("words"):
            assert x0 >= 30 and y0 >= 30 and x1 <= page.rect.width - 30 and y1 <= page.rect.height - 25
    assert made.places == (), "all of it is on the pages, though their ends and heads stand within it"
    text = "".join(page.get_text() for page in whole).replace("\n", "")
    assert text.count("k") >= 400 and text.count("and") == 2500 and "end of it" in text


def test_a_table_too_wide_for_a_page_is_set_with_a_line_for_every_cell() -> None:
    heads = [f"Question {at}" for at in range(140)]
    table = [heads, *([f"answer {row}-{at}" for at in range(140)] for row in range(12))]
    made = tasks.convert(written(table).encode(), "survey.csv", "text")
    assert any("each row is set with a line for every cell" in note for note in made.notes)
    text = "\n".join(pages_of(made))
    assert missing(table, made) == []
    assert "Row 12" in text and "Question 139: answer 11-139" in text


def test_two_cells_that_go_over_pages_beside_each_other_are_looked_for_page_by_page() -> None:
    left, right = (" ".join(f"{side}{at}" for at in range(1500)) for side in ("left", "right"))
    table = [["Day", "Entry", "Reply"], ["1", left, right], ["2", "a", "b"]]
    made = tasks.convert(written(table).encode(), "a.csv", "text")
    assert made.places == () and made.notes == () and len(pages_of(made)) > 2
    read = read_table(written(table), "a.csv")
    assert read is not None
    texts = table_pages(read, "source").texts
    assert len(texts) < 30 and " ".join(texts).split().count("left1499") == 1
    assert {*left.split(), *right.split(), "Day", "2", "b"} <= set(" ".join(texts).split()), "every word is looked for"


def test_the_heads_of_empty_columns_are_set_where_each_row_stands_by_itself() -> None:
    heads = [f"Question {at} for the family" for at in range(60)]
    table = [heads, *([f"answer {row}-{at}" if at < 50 else "" for at in range(60)] for row in range(3))]
    made = tasks.convert(written(table).encode(), "survey.csv", "text")
    assert made.places == () and len(made.notes) == 1
    assert "Columns with nothing in them: Question 50" in " ".join("\n".join(pages_of(made)).split())


def test_a_table_in_writing_that_runs_the_other_way_keeps_its_letters() -> None:
    made = tasks.convert(written([["Name", "Note"], ["רבקה שפירא", "seen"], ["Jo", "left"]]).encode(), "a.csv", "text")
    assert "רבקה שפירא" in "\n".join(pages_of(made))


def test_what_parts_the_cells_is_found_though_other_signs_are_oftener_in_them() -> None:
    text = "Name;Said\n" + "".join(f"{name};a, b, c, d: e, {at}\n" for at, name in enumerate(NAMES * 3))
    table = read_table(text, "a.csv")
    assert (
        table is not None and table.heads == ["Name", "Said"] and table.rows[1] == ["Siân O'Brien", "a, b, c, d: e, 1"]
    )
    table = read_table("sep=|\nA|B\nGareth|1,2,3\n", "a.csv")
    assert table is not None and table.rows == [["Gareth", "1,2,3"]]


def test_a_report_above_its_table_is_kept_and_names_are_not_taken_for_heads() -> None:
    table = read_table("Report for Gareth Pole\n\nName,Age\nOswald,3\nZoe,4\n", "a.csv")
    assert table is not None and table.before == ["Report for Gareth Pole"] and table.heads == ["Name", "Age"]
    table = read_table("Gareth,uncle\nOswald,uncle\n", "a.csv")
    assert table is not None and table.heads == [] and len(table.rows) == 2


def test_a_quote_that_is_never_closed_swallows_nothing() -> None:
    text = 'Name,Note\nGareth,"he said\n' + "".join(f"Oswald {at},left\n" for at in range(900))
    table = read_table(text, "a.csv")
    assert table is not None and len(table.rows) == 901 and table.rows[-1] == ["Oswald 899", "left"]
    made = tasks.convert(text.encode(), "a.csv", "text")
    assert missing([["Gareth", '"he said'], *([f"Oswald {at}", "left"] for at in range(900))], made) == []


def test_a_row_with_more_cells_than_heads_loses_none_and_no_table_is_set_as_text() -> None:
    table = [["Name", "Note"], *([name, "x"] for name in NAMES), ["Kyle", "y", "and more", "Fiona Marsh"]]
    made = tasks.convert(written(table).encode(), "a.csv", "text")
    assert missing(table, made) == []
    made = tasks.convert(b"Only a line about Gareth\nand another\n", "a.csv", "text")
    assert made.converter == "Redactor, text set as pages" and "Gareth" in pages_of(made)[0]
