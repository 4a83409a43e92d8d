# SPDX-License-Identifier: AGPL-3.0-or-later
"""A workbook saved as one XML file tells who made it and what was remarked on its cells, as an .xlsx does."""

from __future__ import annotations

import pytest

from redactor.bundle import tasks
from redactor.bundle.office import libreoffice as office
from redactor.bundle.office import sheet_xml
from redactor.bundle.office.zip import Parts, Said

OFFICE = "urn:schemas-microsoft-com:office:"
BOOK = f"""<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="{OFFICE}spreadsheet" xmlns:ss="{OFFICE}spreadsheet">
<DocumentProperties xmlns="{OFFICE}office"><Author>Oksana Tennant</Author><Version>14.00</Version></DocumentProperties>
<CustomDocumentProperties xmlns="{OFFICE}office"><Owner>Zed Brown</Owner></CustomDocumentProperties>
<Worksheet ss:Name="One"><Table>
<Row><Cell><Data ss:Type="String">Meena Dunmore</Data>
<Comment ss:Author="Gareth Pole"><ss:Data xmlns="http://www.w3.org/TR/REC-html40"><B>he</B> said no</ss:Data>
</Comment></Cell></Row></Table></Worksheet></Workbook>""".encode()


def test_properties_and_comments_are_read() -> None:
    parts = Parts()
    sheet_xml.add_told(BOOK, parts)
    assert parts.properties == [("Author", "Oksana Tennant"), ("Owner", "Zed Brown")]
    assert parts.said == [Said("he said no", "comment by Gareth Pole", hidden=True)]


def test_what_is_told_already_is_told_once() -> None:
    parts = Parts(said=[Said("he said no", "comment at A1", hidden=True)])
    sheet_xml.add_told(BOOK, parts)
    assert len(parts.said) == 1


@pytest.mark.parametrize("data", [BOOK[:-20], b'<!DOCTYPE x [<!ENTITY a "b">]>' + BOOK])
def test_what_cannot_be_looked_into_is_no_silence(data: bytes) -> None:
    with pytest.raises(ValueError):
        sheet_xml.add_told(data, Parts())


@pytest.mark.skipif(office.find() is None, reason="LibreOffice is not installed on this machine")
def test_they_are_on_the_pages_and_beside_them() -> None:
    pages = office.convert(BOOK, "list.xml", fit=tasks.fit_sheets)
    made = tasks.finish_office(BOOK, pages, "list.xml")
    content, _ = tasks.identify(made.pdf, "list.xml")
    text = "\n".join(page.text for page in tasks.read_pages(made.pdf, "", 1, content.pages))
    assert "Meena Dunmore" in text and "Comment by Gareth Pole\nhe said no" in text
    assert ("document property Author", "Oksana Tennant") in [(place.detail, place.text) for place in made.places]
