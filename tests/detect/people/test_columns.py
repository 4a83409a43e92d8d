# SPDX-License-Identifier: AGPL-3.0-or-later
"""The column of a line, by where the heads of a table stand."""

from __future__ import annotations

from redactor.detect.language.found import Line
from redactor.detect.people.columns import cell_below, heads_at
from redactor.detect.people.staff_columns import has_staff_head, parted_names

#: "Date", "Staff" and "Notes", whose head stands in the middle of a wide column.
HEADS = ((50.0, 70.0), (120.0, 150.0), (330.0, 360.0))


def test_a_cell_is_what_stands_right_of_the_head_before_and_left_of_its_own_heads_end() -> None:
    drawn = (Line(0, 50, 90), Line(9, 121, 140), Line(13, 121, 150), Line(20, 200, 500))
    row = [(0, 8), (9, 12), (13, 19), (20, 60)]
    assert cell_below(1, HEADS, row, drawn) == (9, 19)
    assert cell_below(2, HEADS, row, drawn) == (20, 60)
    assert cell_below(1, HEADS, [row[0], row[3]], drawn) is None


def test_heads_go_from_left_to_right_or_tell_nothing() -> None:
    drawn = (Line(0, 50, 70), Line(5, 120, 150), Line(11, 330, 360))
    cells = [(0, 4), (5, 10), (11, 16)]
    assert heads_at(cells, drawn) == HEADS
    assert heads_at(cells, (drawn[0], Line(5, 40, 150), drawn[2])) == ()
    assert heads_at(cells, drawn[:1]) == ()


def test_only_a_line_of_its_own_is_a_head() -> None:
    assert has_staff_head("Date\nType\nWorker name\nNotes\n") and not has_staff_head("The staff were kind.\n")


def test_a_name_over_two_lines_of_its_cell() -> None:
    text = "Col\nBarnes\nnobody\nin"
    assert [text[s.start : s.end] for s in parted_names(text, [(0, 10), (11, 20)])] == ["Col\nBarnes"]
