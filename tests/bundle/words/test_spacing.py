# SPDX-License-Identifier: AGPL-3.0-or-later
"""Widely spaced text keeps its paragraphs: real pages drawn at one line, one and a half and two."""

from __future__ import annotations

import pymupdf
import pytest

from redactor.bundle.page.reading import read_page

LETTER = """Dear Ms Smith
Further to your call, Ms Okafor and Mr
Lowther will call on Tuesday with

Please ring the Riverside Team if Mr
Turner comes to the door again
and do not let him come in.

Yours sincerely
Pat Lowther
Senior Practitioner, Riverside Team"""


def page_of(text: str, spacing: float, size: float = 11, x: float = 60) -> pymupdf.Document:
    """``text`` line by line, ``spacing`` times a line of 1.2 times the letters' size apart."""
    document = pymupdf.open()
    page = document.new_page()
    y = 80.0
    for line in text.split("\n"):
        if line:
            page.insert_text((x, y), line, fontsize=size)
        y += 1.2 * size * spacing
    return pymupdf.open(stream=document.tobytes())


@pytest.mark.parametrize("spacing", [1.0, 1.15, 1.5, 2.0])
def test_a_paragraph_is_one_however_far_its_lines_stand_apart(spacing: float) -> None:
    assert read_page(page_of(LETTER, spacing), 0, 1).content.text == LETTER


def test_the_space_of_other_lines_does_not_close_up_single_lines() -> None:
    """A page of single spacing whose headings stand a line and a half away keeps them apart."""
    document = pymupdf.open()
    page = document.new_page()
    y = 80.0
    for _ in range(4):
        page.insert_text((60, y), "A heading")
        for n in range(3):
            page.insert_text((60, y + 22 + 13.2 * n), f"line {n} of the text below it")
        y += 22 + 3 * 13.2 + 9
    text = read_page(pymupdf.open(stream=document.tobytes()), 0, 1).content.text
    assert text.count("\n\n") == 7
    assert "A heading\n\nline 0 of the text below it\nline 1" in text


def test_rows_of_a_widely_spaced_table_stay_rows() -> None:
    document = pymupdf.open()
    page = document.new_page()
    for n, (name, tie) in enumerate(
        [("Amy Orr", "mother"), ("Bo Pell", "uncle"), ("Cy Quin", "friend"), ("Di Ray", "aunt")]
    ):
        page.insert_text((60, 80 + 22 * n), name)
        page.insert_text((300, 80 + 22 * n), tie)
    text = read_page(pymupdf.open(stream=document.tobytes()), 0, 1).content.text
    assert text == "Amy Orr\nmother\n\nBo Pell\nuncle\n\nCy Quin\nfriend\n\nDi Ray\naunt"


def test_a_name_over_a_line_end_of_a_widely_spaced_page_is_in_one_block() -> None:
    words = read_page(page_of(LETTER, 1.5), 0, 1).content.words
    places = {word.text.strip(",."): word.block for word in words}
    assert places["Mr"] == places["Turner"] == places["door"] != places["Okafor"]
