# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading order: running text stays together, cells stay cells."""

from __future__ import annotations

import pytest

from redactor.bundle.words.layout import arrange
from redactor.bundle.words.lines import Piece

Words = list[tuple[str, Piece]]


def row(text: str, x: float, y: float, block: int, line: int, size: float = 10) -> Words:
    words: Words = []
    for word in text.split():
        width = 0.5 * size * len(word)
        words.append((word, Piece(x, y, x + width, y + 1.2 * size, block, line)))
        x += width + 0.28 * size
    return words


def text_of(words: Words, *, ordered: bool = True) -> str:
    text = ""
    previous = None
    for placed in arrange([piece for _, piece in words], ordered=ordered):
        if previous is not None:
            text += "\n\n" if placed.block != previous.block else "\n" if placed.line != previous.line else " "
        text += words[placed.at][0]
        previous = placed
    return text


def test_nothing_gives_nothing() -> None:
    assert arrange([]) == []


def test_every_word_comes_once() -> None:
    words = [word for n in range(30) for word in row(f"w{n} a b c", 50 + 37 * (n % 5), 20 + 14 * (n % 7), n, 0)]
    assert sorted(placed.at for placed in arrange([piece for _, piece in words])) == list(range(len(words)))


def test_a_paragraph_is_a_block_of_lines() -> None:
    words = row("She lives with", 50, 100, 0, 0) + row("her brother Rory.", 50, 114, 0, 1)
    assert text_of(words) == "She lives with\nher brother Rory."


def test_a_table_row_is_a_block_and_its_cells_are_lines() -> None:
    words: Words = []
    for n, (name, role) in enumerate([("Janet Lister", "mother"), ("Edward Norris", "stepfather")]):
        words += row(name, 50, 100 + 16 * n, 0, 2 * n) + row(role, 200, 100 + 16 * n, 0, 2 * n + 1)
    assert text_of(words) == "Janet Lister\nmother\n\nEdward Norris\nstepfather"


def test_a_wide_gap_parts_two_cells_the_file_has_on_one_line() -> None:
    words = row("Dr Colin Fairweather", 50, 100, 0, 0) + row("By phone", 50 + 100 + 30, 100, 0, 0)
    assert text_of(words) == "Dr Colin Fairweather\nBy phone"


def test_a_name_that_reaches_to_the_next_column_is_cut_from_it() -> None:
    words: Words = []
    for n, (one, two) in enumerate([("Oscar Vaughan", "Viktor"), ("Viktor Drummond", "Susan"), ("Moira", "Rory")]):
        words += row(one, 50, 100 + 16 * n, n, 0) + row(two, 130, 100 + 16 * n, n, 0)
    words += row("They all sit by the wall now", 50, 200, 9, 0)
    assert (
        text_of(words)
        == "Oscar Vaughan\nViktor\n\nViktor Drummond\nSusan\n\nMoira\nRory\n\nThey all sit by the wall now"
    )


def test_a_narrow_column_is_cut_where_its_head_stands() -> None:
    """Day, time and staff stand so close that only the head and the rows together tell there are two columns."""
    words = row("Date", 50, 100, 0, 0) + row("Staff", 109, 100, 0, 1) + row("Guest", 170, 100, 0, 2)
    for n, guest in enumerate(["Colm R", "Tabitha", "Irena", "All"], start=1):
        words += row("01/03 21:10", 50, 100 + 16 * n, n, 0) + row("Hext", 109, 100 + 16 * n, n, 0)
        words += row(guest, 170, 100 + 16 * n, n, 1)
    assert text_of(words).split("\n\n")[:2] == ["Date\nStaff\nGuest", "01/03 21:10\nHext\nColm R"]


def test_a_justified_line_stays_one() -> None:
    words: Words = []
    for n, word in enumerate(["a", "line", "that", "is", "set", "with", "very", "wide", "gaps"]):
        words += row(word, 50 + 45 * n, 100, 0, 0)
    assert "\n" not in text_of(words)


def test_a_wrapped_cell_stays_together() -> None:
    words = row("23 July", 50, 100, 0, 0) + row("2015", 50, 112, 0, 1)
    words += row("Visited Priscilla at home and", 120, 100, 0, 2) + row("left a leaflet.", 120, 112, 0, 3)
    words += row("Catrin", 400, 100, 1, 0) + row("Lindqvist", 400, 112, 1, 1)
    words += row("5 May", 50, 140, 2, 0) + row("Call from Iris.", 120, 140, 2, 1)
    assert text_of(words) == (
        "23 July\n2015\nVisited Priscilla at home and\nleft a leaflet.\nCatrin\nLindqvist\n\n5 May\nCall from Iris."
    )


def test_labels_and_values_written_apart_are_brought_together() -> None:
    words = row("Full name:", 50, 100, 0, 0) + row("Their phone:", 50, 140, 1, 0)
    words += row("Janet Lister", 200, 101, 2, 0) + row("07700 900861", 200, 141, 3, 0)
    assert text_of(words) == "Full name:\nJanet Lister\n\nTheir phone:\n07700 900861"


def test_a_footer_the_file_has_first_is_read_last() -> None:
    words = row("page 1", 250, 800, 0, 0) + row("Care Act Assessment", 50, 50, 1, 0) + row("She is well.", 50, 90, 2, 0)
    assert text_of(words) == "Care Act Assessment\n\nShe is well.\n\npage 1"


def columns() -> tuple[list[str], list[str]]:
    left = [f"left {n} runs along its whole column" for n in range(6)]
    right = [f"right {n} runs along its whole one" for n in range(6)]
    return left, right


def test_two_columns_are_read_one_after_the_other() -> None:
    left, right = columns()
    words = row("A heading across both of the columns of the page, and so on", 50, 60, 0, 0)
    for n, text in enumerate(left):
        words += row(text, 50, 100 + 13 * n + 20 * (n > 2), 1 + (n > 2), n)
    for n, text in enumerate(right):
        words += row(text, 320, 100 + 13 * n + 20 * (n > 2), 3 + (n > 2), n)
    words += row("A closing line across both of the columns, and so on and on", 50, 300, 9, 0)
    found = text_of(words)
    assert found.index("left 5") < found.index("right 0") < found.index("right 5") < found.index("A closing")


def test_a_scans_columns_come_line_by_line_and_are_read_column_by_column() -> None:
    left, right = columns()
    words: Words = []
    for n, (one, two) in enumerate(zip(left, right, strict=True)):
        words += row(one, 50, 100 + 13 * n, 0, 2 * n) + row(two, 320, 100 + 13 * n, 0, 2 * n + 1)
    found = text_of(words, ordered=False)
    assert found.index("left 5") < found.index("right 0")
    assert "left 0 runs along its whole column\nleft 1" in found


def test_a_scanned_table_is_read_row_by_row() -> None:
    words: Words = []
    for n in range(6):
        words += row(f"Name {n}", 50, 100 + 16 * n, 0, 2 * n) + row(f"mother {n}", 320, 100 + 16 * n, 0, 2 * n + 1)
    found = text_of(words, ordered=False)
    assert all(found.index(f"Name {n}") < found.index(f"mother {n}") for n in range(6))
    assert all(found.index(f"mother {n}") < found.index(f"Name {n + 1}") for n in range(5))


@pytest.mark.timeout(20)
def test_a_page_of_very_many_pieces_takes_bounded_time() -> None:
    words: Words = []
    for n in range(4000):
        words += row("x", 5 + 9 * (n % 60), 5 + 11 * (n // 60), n, 0, 8)
    assert len(arrange([piece for _, piece in words])) == 4000
    assert len(arrange([piece for _, piece in words], ordered=False)) == 4000
