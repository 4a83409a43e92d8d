# SPDX-License-Identifier: AGPL-3.0-or-later
"""Documents embedded in old slides come out, though LibreOffice keeps only their pictures."""

from __future__ import annotations

import struct
import zlib

import pytest

from redactor.bundle import tasks
from redactor.bundle.formats.converted import Converted
from redactor.bundle.formats.typeset import html_pdf
from redactor.bundle.office.libreoffice import OfficePages
from redactor.bundle.office.slide_objects import embedded
from tests.bundle.office.test_old_words import ole
from tests.officemade import odt

#: A file that Office wrapped: its label, where it lay, and its bytes (MS-OLEDS).
WRAPPED = b"\x02\0letter.txt\0C:\\letter.txt\0" + bytes(8) + b"C:\\letter.txt\0" + struct.pack("<I", 20)
PACKAGE = ole({"\x01Ole10Native": struct.pack("<I", 90) + WRAPPED + b"Seen by Gareth Pole."})
MEMO = ole({"WordDocument": b"Meena Dunmore" + bytes(5000)})
EQUATION = ole({"Equation Native": bytes(5000)})
MACROS = ole({"VBA/dir": bytes(5000)})


def record(body: bytes, *, packed: bool = False, kind: int = 0x1011) -> bytes:
    if packed:
        body = struct.pack("<I", len(body)) + zlib.compress(body)
    return struct.pack("<HHI", 16 if packed else 0, kind, len(body)) + body


def slides(*records: bytes) -> bytes:
    return ole({"PowerPoint Document": record(bytes(40), kind=1000) + b"".join(records) + bytes(5000)})


def converted(data: bytes) -> Converted:
    pages = OfficePages(html_pdf("<p>Our plan</p>", "a" * 64), odt("Our plan"), "LibreOffice", "ppt", old=data)
    return tasks.finish_office(data, pages, "plan.ppt")


def test_objects_are_found_packed_or_not_and_macros_are_none() -> None:
    found = list(embedded(slides(record(PACKAGE), record(MACROS), record(MEMO, packed=True))))
    assert found == [PACKAGE, MEMO]


def test_they_are_documents_of_their_own() -> None:
    made = converted(slides(record(PACKAGE, packed=True), record(MEMO)))
    assert [(part.name, part.data) for part in made.attachments] == [
        ("letter.txt", b"Seen by Gareth Pole."),
        ("embedded document 2.doc", MEMO),
    ]
    assert made.notes == ()


def test_what_is_no_document_is_told_of() -> None:
    made = converted(slides(record(EQUATION)))
    assert made.attachments == ()
    assert made.notes == ("of something embedded in it only the picture is shown",)


@pytest.mark.parametrize("broken", [record(b"no OLE at all" * 200), struct.pack("<HHI", 16, 0x1011, 40) + bytes(40)])
def test_a_broken_object_is_told_of_and_costs_no_other(broken: bytes) -> None:
    made = converted(slides(broken, record(PACKAGE)))
    assert [part.name for part in made.attachments] == ["letter.txt"]
    assert made.notes == ("of something embedded in it only the picture is shown",)


def test_broken_slides_are_told_of() -> None:
    data = slides(record(PACKAGE))
    assert "what is embedded in it could not be looked into" in converted(data[:700]).notes
