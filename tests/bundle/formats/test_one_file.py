# SPDX-License-Identifier: AGPL-3.0-or-later
"""Documents that are one file of XML, pages printed to XPS, and pictures of older programs: known by their content."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from redactor.bundle import tasks
from redactor.bundle.kinds import file_kind, one_xml
from redactor.bundle.office import libreoffice as office
from redactor.bundle.office.suffixes import suffix_of
from redactor.domain.errors import BadInput

FONT = Path(__file__).parents[3] / "resources" / "fonts" / "redactor-sans.ttf"
HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n'
FLAT = (
    HEAD + b'<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    b' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"'
    b' office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>'
    b"<text:p>Home visit to Mrs Barnes</text:p></office:text></office:body></office:document>"
)
SPREADSHEET = b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'


@pytest.mark.parametrize(
    ("data", "known"),
    [
        (FLAT, "fodt"),
        (HEAD + b'<?mso-application progid="Word.Document"?>\n<w:wordDocument xmlns:w="x">', "word.xml"),
        (HEAD + b'<?mso-application progid="Excel.Sheet"?>\n' + SPREADSHEET, "excel.xml"),
        (HEAD + SPREADSHEET, "excel.xml"),
        (HEAD + b'<!-- drawn --><svg xmlns="http://www.w3.org/2000/svg">', "svg"),
    ],
)
def test_a_document_in_one_file_of_xml_is_known_by_what_it_says(data: bytes, known: str) -> None:
    assert (file_kind(data), one_xml(data), suffix_of(data)) == ("office", known, known)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"<html><body><svg width='3'></svg></body></html>", "html"),
        (HEAD + b"<notes><note>A call to Mrs Barnes</note></notes>", "text"),
        (b'The progid="Word.Document" of a file', "text"),
    ],
)
def test_other_words_in_tags_are_no_document(data: bytes, kind: str) -> None:
    assert file_kind(data) == kind and one_xml(data) is None


@pytest.mark.skipif(office.find() is None, reason="LibreOffice is not installed on this machine")
def test_a_flat_document_is_set_as_its_program_would() -> None:
    pages = office.convert(FLAT, "visit.fodt")
    made = tasks.finish_office(FLAT, pages, "visit.fodt")
    (page,) = tasks.read_pages(made.pdf, "", 1, 1)
    assert [word.text for word in page.words] == ["Home", "visit", "to", "Mrs", "Barnes"]
    assert made.notes == ()


def test_pages_stand_though_looking_into_the_document_took_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*told: object) -> bytes:
        if told[4] == "pdf":
            return b"%PDF-1.7"
        raise BadInput("LibreOffice took longer than 150 seconds over this file")

    monkeypatch.setattr(office, "find", lambda: Path("soffice"))
    monkeypatch.setattr(office, "version", lambda program: "LibreOffice 1")
    monkeypatch.setattr(office, "_one", slow)
    assert office.convert(FLAT, "visit.fodt") == office.OfficePages(b"%PDF-1.7", b"", "LibreOffice 1", "fodt")


def printed() -> bytes:
    """A page as Windows prints it to XPS (ECMA-388)."""
    ours = "http://schemas.microsoft.com/xps/2005/06"
    related = "http://schemas.openxmlformats.org/package/2006/relationships"
    glyphs = '<Glyphs FontUri="/font.ttf" FontRenderingEmSize="20" OriginX="80" OriginY="100" Fill="#FF000000"'
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{related}"><Relationship Type="{ours}/fixedrepresentation"'
        ' Target="/FixedDocSeq.fdseq" Id="R0"/></Relationships>',
        "FixedDocSeq.fdseq": f'<FixedDocumentSequence xmlns="{ours}"><DocumentReference Source="/1.fdoc"/>'
        "</FixedDocumentSequence>",
        "1.fdoc": f'<FixedDocument xmlns="{ours}"><PageContent Source="/1.fpage"/></FixedDocument>',
        "1.fpage": f'<FixedPage xmlns="{ours}" Width="793" Height="1122" xml:lang="en">{glyphs}'
        ' UnicodeString="Seen by Imani Okafor"/></FixedPage>',
        "font.ttf": FONT.read_bytes(),
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def test_pages_printed_to_xps() -> None:
    data = printed()
    assert file_kind(data) == "xps"
    made = tasks.convert(data, "print.xps", "xps")
    (page,) = tasks.read_pages(made.pdf, "", 1, 1)
    assert " ".join(word.text for word in page.words) == "Seen by Imani Okafor"
    assert made.notes == () and made.places == ()


@pytest.mark.parametrize(("mode", "kind"), [("RGB", "PCX"), ("1", "PPM"), ("L", "PPM"), ("RGB", "PPM")])
def test_pictures_of_older_programs(mode: str, kind: str) -> None:
    held = io.BytesIO()
    Image.new(mode, (60, 40), "white").save(held, kind)
    assert file_kind(held.getvalue()) == "picture"
    assert len(tasks.read_pages(tasks.convert(held.getvalue(), "old", "picture").pdf, "", 1, 1)) == 1


def test_a_picture_in_digits_is_told_from_a_note() -> None:
    assert file_kind(b"P2\n# by hand\n2 1\n255\n0 255\n") == "picture"
    assert file_kind(b"P2 visited at 10\n") == file_kind(b"P1 10 Mar: seen\n") == "text"
