# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a binary workbook says is on pages, also where LibreOffice makes empty sheets of it."""

from __future__ import annotations

import struct

import pytest

from redactor.bundle import tasks
from redactor.bundle.formats.typeset import html_pdf
from redactor.bundle.office.libreoffice import OfficePages
from redactor.bundle.office.sheet_binary import texts
from redactor.bundle.office.suffixes import suffix_of
from tests.officemade import odt, packed


def record(kind: int, body: bytes) -> bytes:
    """A record as MS-XLSB 2.1.4 packs it."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, length = b"", len(body)
    while length >= 0x80:
        size, length = size + bytes([length & 0x7F | 0x80]), length >> 7
    return head + size + bytes([length]) + body


def string(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def workbook(**parts: bytes) -> bytes:
    held: dict[str, str | bytes] = {"[Content_Types].xml": "<Types/>", "xl/workbook.bin": b""}
    return packed(held | {f"xl/{name.replace('_', '/')}.bin": data for name, data in parts.items()})


BOOK = workbook(
    sharedStrings=record(159, bytes(8)) + record(19, b"\0" + string("Seen with Meena Dunmore " + "again " * 30)),
    worksheets_sheet1=record(0, bytes(17)) + record(6, bytes(8) + string("Gareth Pole")) + record(2, bytes(12)),
    comments1=record(632, string("Oksana Tennant")) + record(637, b"\0" + string("he said no")),
)
SAID = ["Seen with Meena Dunmore " + "again " * 30, "Gareth Pole", "Oksana Tennant", "he said no"]


def test_strings_cells_and_comments_are_read() -> None:
    assert list(texts(BOOK)) == SAID


@pytest.mark.parametrize("body", [b"\0\xff\xff\xff\xff" + bytes(8), b"\0", b""])
def test_a_record_that_lies_about_its_length_is_passed_over(body: bytes) -> None:
    data = record(19, body) + record(19, b"\0" + string("Zed"))
    assert list(texts(workbook(sharedStrings=data))) == ["Zed"]
    assert [said[:2] for said in texts(workbook(sharedStrings=data[:-1]))] == ["Ze"]


def finished(old: bytes) -> tuple[str, tuple[str, ...]]:
    """As where LibreOffice shows the cell of one name, and nothing else."""
    assert suffix_of(BOOK) == "xlsb"
    pages = OfficePages(html_pdf("<p>Gareth Pole</p>", "a" * 64), odt("Gareth Pole"), "LibreOffice", "xlsb", old=old)
    made = tasks.finish_office(BOOK, pages, "list.xlsb")
    content, _ = tasks.identify(made.pdf, "list.xlsb")
    return "\n".join(page.text for page in tasks.read_pages(made.pdf, "", 1, content.pages)), made.notes


def test_what_libreoffice_leaves_out_is_set_after_its_pages() -> None:
    text, notes = finished(BOOK)
    assert text.count("Gareth Pole") == 1
    assert "Seen with Meena Dunmore" in text and "he said no" in text
    assert "3 texts its pages leave out" in notes[0]


def test_half_a_workbook_says_that_it_was_not_looked_into() -> None:
    _, notes = finished(BOOK[:60])
    assert any("could not be looked into" in note for note in notes)
