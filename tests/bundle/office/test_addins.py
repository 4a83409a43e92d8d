# SPDX-License-Identifier: AGPL-3.0-or-later
"""Add-ins of Excel are shown like the workbooks they are."""

from __future__ import annotations

import io
import zipfile

import pytest
import xlsxwriter

from redactor.bundle.office import libreoffice
from redactor.bundle.office.addins import as_document
from tests.bundle.office.test_office import converted, text_of
from tests.officemade import packed, types

BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
ADDIN = "application/vnd.ms-excel.addin.macroEnabled.main+xml"


def addin() -> bytes:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True}) as book:
        book.add_worksheet("Rota").write("A1", "On call: Gareth Pole")
    with zipfile.ZipFile(held) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "[Content_Types].xml"
    assert BOOK.encode() in parts[name]
    return packed({**parts, name: parts[name].replace(BOOK.encode(), ADDIN.encode())})


def test_what_is_no_add_in_stays_as_it_is() -> None:
    for data in (packed({"[Content_Types].xml": types({"xl/workbook.xml": BOOK})}), packed({"a.xml": "x"}), b"PK no"):
        assert as_document(data) is data


@pytest.mark.skipif(libreoffice.find() is None, reason="LibreOffice is not installed on this machine")
def test_the_sheets_of_an_add_in_are_pages() -> None:
    assert "On call: Gareth Pole" in "\n".join(text_of(converted(addin(), "rota.xlam")))
