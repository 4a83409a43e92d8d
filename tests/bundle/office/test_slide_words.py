# SPDX-License-Identifier: AGPL-3.0-or-later
"""What old slides say and LibreOffice does not show is set on pages after its own."""

from __future__ import annotations

import struct

from redactor.bundle import tasks
from redactor.bundle.formats.converted import Converted
from redactor.bundle.formats.typeset import html_pdf
from redactor.bundle.office.libreoffice import OfficePages
from redactor.bundle.office.slide_words import texts
from tests.bundle.office.test_old_words import ole
from tests.officemade import odt

MASTER, SLIDE, LIST, SHAPE, CLIENT, TEXTBOX = 0x03F8, 0x03EE, 0x0FF0, 0xF004, 0xF011, 0xF00D


def record(kind: int, body: bytes, number: int = 0, holds: bool = True) -> bytes:
    return struct.pack("<HHI", number << 4 | (15 if holds else 0), kind, len(body)) + body


def wide(text: str) -> bytes:
    return record(0x0FA0, text.encode("utf-16-le"), holds=False)


def narrow(text: str) -> bytes:
    return record(0x0FA8, text.encode("latin-1"), holds=False)


def shape(place: int, text: bytes) -> bytes:
    client = record(CLIENT, record(0x0BC3, struct.pack("<iBBH", 0, place, 0, 0), holds=False))
    return record(SHAPE, client + record(TEXTBOX, text))


SLIDES = (
    record(MASTER, record(SHAPE, record(TEXTBOX, narrow("Click to edit Master title style"))))
    + record(LIST, narrow("Wording of a master"), number=1)
    + record(LIST, wide("Visit to Siân Prŷs\rSeen by Gareth Pole\x0bon Monday"))
    + record(SLIDE, shape(1, narrow("Click to edit")) + shape(13, narrow("Our plan")))
)


def presentation(body: bytes) -> bytes:
    return ole({"PowerPoint Document": body + record(1000, bytes(5000), holds=False)})


def converted(data: bytes) -> Converted:
    pages = OfficePages(html_pdf("<p>Our plan</p>", "a" * 64), odt("Our plan"), "LibreOffice", "ppt", old=data)
    return tasks.finish_office(data, pages, "plan.ppt")


def test_lines_of_slides_are_found_and_the_wording_of_masters_is_not() -> None:
    assert list(texts(presentation(SLIDES))) == ["Visit to Siân Prŷs", "Seen by Gareth Pole", "on Monday", "Our plan"]


def test_what_no_page_shows_is_set_after_the_pages() -> None:
    made = converted(presentation(SLIDES))
    assert made.notes == ("3 texts its pages leave out (text of a slide: 3) set on pages after them",)
    content, _ = tasks.identify(made.pdf, "plan.ppt")
    text = "\n".join(page.text for page in tasks.read_pages(made.pdf, "", 1, content.pages))
    assert text.count("Our plan") == 1 and "Seen by Gareth Pole" in text and "Siân Prŷs" in text


def test_records_that_promise_more_than_there_is_end_the_list() -> None:
    cut = SLIDES[:-4]
    assert list(texts(presentation(cut)))[:3] == ["Visit to Siân Prŷs", "Seen by Gareth Pole", "on Monday"]
    nested = narrow("Deep")
    for _ in range(200):
        nested = record(SLIDE, nested)
    assert list(texts(presentation(nested + narrow("Last")))) == ["Last"]
