# SPDX-License-Identifier: AGPL-3.0-or-later
"""What Office files say beside their texts is set on a page or told of as a place; nothing of it is lost."""

from __future__ import annotations

import io
import zipfile

import pytest

from redactor.bundle.formats.converted import Converted
from redactor.bundle.office import libreoffice
from redactor.bundle.office.parts import read_parts
from tests.bundle.office.test_office import converted, text_of
from tests.officemade import HEAD, OFFICE, R, W, X, docx, odt, packed, xlsx

here = pytest.mark.skipif(libreoffice.find() is None, reason="LibreOffice is not installed on this machine")
V = 'xmlns:v="urn:schemas-microsoft-com:vml"'


def with_parts(data: bytes, **changed: str | bytes) -> bytes:
    """The document with these parts ("word/settings.xml" as ``word__settings_xml``) added or put in place."""
    parts: dict[str, str | bytes] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts |= {name: archive.read(name) for name in archive.namelist()}
    return packed(parts | changed)


def word(body: str, **parts: str | bytes) -> bytes:
    whole = f"{HEAD}<w:document {W} {R} {V}><w:body>{body}</w:body></w:document>"
    return with_parts(docx("x"), **{"word/document.xml": whole}, **parts)


def run(text: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"


def places(made: Converted) -> dict[str, str]:
    return {place.detail: place.text for place in made.places}


@here
def test_fields_forms_and_changes_of_a_word_document_are_told_of() -> None:
    begin, split, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))

    def field(code: str, shown: str) -> str:
        torn = "".join(f"<w:r><w:instrText xml:space='preserve'>{part}</w:instrText></w:r>" for part in code.split("~"))
        return f"<w:p>{begin}{torn}{split}{run(shown)}{end}</w:p>"

    made = converted(
        word(
            f'<w:p><w:ins w:id="1" w:author="Fiona Marsh">{run("Seen today.")}</w:ins></w:p>'
            + field(' IF "a" = "b" "Gareth ~Pole" "nobody" ', "nobody")
            + field(' HYPERLINK "mailto:oswald@example.org" \\o "Write to Oswald Finch" ', "write")
            + field(" PAGE \\* MERGEFORMAT ", "1")
            + '<w:p><w:bookmarkStart w:id="3" w:name="Visit_by_Zebedee"/><w:bookmarkEnd w:id="3"/>'
            + '<w:bookmarkStart w:id="4" w:name="_GoBack"/><w:bookmarkEnd w:id="4"/>'
            + '<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="Kyle Dunn" w:value="1"/></w:dropDownList>'
            + f"</w:sdtPr><w:sdtContent>{run('Choose')}</w:sdtContent></w:sdt></w:p>",
        )
    )
    said = places(made)
    assert said["people who changed the text"] == "Fiona Marsh"
    assert "Gareth Pole" in said["codes of fields"] and "Oswald Finch" in said["codes of fields"]
    assert "PAGE" not in said["codes of fields"]
    assert said["addresses behind links"] == "mailto:oswald@example.org"
    assert said["names given to bookmarks, fields and parts"] == "Visit by Zebedee"
    assert said["choices of form fields and lists"] == "Kyle Dunn"


@here
def test_wordart_and_descriptions_are_set_and_another_document_in_place_of_a_paragraph_is_one_of_its_own() -> None:
    chunk = b"<html><body><p>Told by Zebedee Brown</p></body></html>"
    rels = (
        f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rA" Type="{OFFICE}/aFChunk" Target="chunk1.htm"/></Relationships>'
    )
    data = word(
        f"<w:p>{run('Party')}</w:p><w:p><w:r><w:pict><v:shape alt='Photo of Kyle Dunn' style='width:90pt;height:30pt'>"
        "<v:textpath string='Happy birthday Oswald'/></v:shape></w:pict></w:r></w:p><w:altChunk r:id='rA'/>",
        **{"word/chunk1.htm": chunk, "word/_rels/document.xml.rels": rels},
    )
    made = converted(data)
    last = text_of(made)[-1]
    assert "Photo of Kyle Dunn" in last and "Happy birthday Oswald" in last
    assert [(part.name, part.data) for part in made.attachments] == [("chunk1.htm", chunk)]
    assert any("another document in place of a paragraph" in note for note in made.notes)


def said_in(data: bytes) -> tuple[set[tuple[str, str]], dict[str, list[str]]]:
    parts = read_parts(data)
    return {(said.where, said.text) for said in parts.said}, {what: list(texts) for what, texts in parts.asides.items()}


def test_charts_diagrams_settings_and_other_parts_of_a_word_document_are_looked_into() -> None:
    chart = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    diagram = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    a = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    said, asides = said_in(
        with_parts(
            docx("x"),
            **{
                "word/charts/chart1.xml": f'<c:chartSpace xmlns:c="{chart}"><c:strCache><c:pt><c:v>Gareth</c:v></c:pt>'
                "</c:strCache><c:numCache><c:v>17</c:v></c:numCache></c:chartSpace>",
                "word/diagrams/data1.xml": f'<d:m xmlns:d="{diagram}" {a}><a:p><a:t>Aunt Zoe</a:t></a:p></d:m>',
                "word/settings.xml": f'<w:settings {W}><w:docVar w:val="Kyle Dunn"/></w:settings>',
                "word/glossary/document.xml": f"<w:g {W}><w:p>{run('Signed, Oswald')}</w:p>"
                f"<w:p>{run('Click here to enter text.')}</w:p></w:g>",
                "customXml/item1.xml": '<r style="A"><who>Fiona Marsh</who><o by="Ann Lee"/></r>',
            },
        )
    )
    assert {("chart or drawing", "Gareth"), ("diagram", "Aunt Zoe")} <= said
    assert not any(text == "17" for _, text in said)
    assert asides["variables of the document"] == ["Kyle Dunn"]
    assert asides["texts kept for reuse"] == ["Signed, Oswald"]
    assert asides["data kept with the document"] == ["Fiona Marsh", "Ann Lee"]


def test_rules_headers_pivot_records_and_buttons_of_a_workbook_are_looked_into() -> None:
    sheet = (
        f"{HEAD}<worksheet {X}><sheetData><row r='1'><c r='A1' t='str'><f>IF(B1=1,\"Gareth Pole\",\"\")</f><v></v></c>"
        "<c r='A2'><f>TEXT(B1,\"dd/mm/yyyy\")</f><v>3</v></c></row></sheetData><dataValidations>"
        "<dataValidation prompt='Ask Kyle'><formula1>\"Zoe,Ann\"</formula1></dataValidation></dataValidations>"
        '<headerFooter><evenHeader>&amp;L&amp;"Arial,Bold"&amp;8For Oswald&amp;RPage &amp;P</evenHeader></headerFooter>'
        "</worksheet>"
    )
    said, asides = said_in(
        with_parts(
            xlsx({"Contacts": [["x"]]}),
            **{
                "xl/worksheets/sheet1.xml": sheet,
                "xl/pivotCache/pivotCacheRecords1.xml": f"<r {X}><s v='Zebedee Brown'/><n v='3'/></r>",
                "xl/drawings/vmlDrawing1.vml": "<xml><v:textbox><div>Ring <br>Fiona O&#8217;Neill</div></v:textbox>",
                "xl/slicers/slicer1.xml": f"<slicers {X}><slicer name='S1' caption='Carer of Tom Bell'/></slicers>",
                "xl/slicerCaches/slicerCache1.xml": f"<d {X}><i n='[Who].[1]' c='Meena Dunmore' x='3'/></d>",
                "xl/revisions/revisionLog1.xml": f"<r {X}><rcc><oc><is><t>was Marsh</t></is></oc></rcc></r>",
            },
        )
    )
    assert {
        ("header or footer", "For Oswald"), ("data kept behind a pivot table", "Zebedee Brown"),
        ("form control", "Ring Fiona O’Neill"), ("earlier value of a cell", "was Marsh"),
    } <= said  # fmt: skip
    assert asides["texts inside formulas and rules"] == ["Gareth Pole", "Zoe,Ann"]
    assert asides["help texts of form fields and cells"] == ["Ask Kyle"]
    assert asides["names of sheets"] == ["Contacts"]
    offered = asides["what slicers and timelines offer to choose"]
    assert "Carer of Tom Bell" in offered and "Meena Dunmore" in offered


def test_an_opendocument_says_who_changed_it_and_what_its_pictures_are() -> None:
    said, asides = said_in(
        with_parts(
            odt("x", "Siân"),
            **{
                "content.xml": '<o:c xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
                'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
                'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"><o:change-info><dc:creator>Fiona'
                "</dc:creator></o:change-info><svg:desc>Photo of Kyle</svg:desc>"
                '<t:user-field-decl t:string-value="Zoe"/><t:conditional-text t:string-value-if-true="Ann"/></o:c>',
            },
        )
    )
    assert ("description of a picture", "Photo of Kyle") in said
    assert asides["people who changed the text"] == ["Fiona"]
    assert asides["variables of the document"] == ["Zoe"] and asides["codes of fields"] == ["Ann"]


@here
def test_letters_no_font_of_this_pc_has_are_set_after_the_pages() -> None:
    made = converted(docx("Seen with 王小明 at home."))
    assert any("王小明" in page for page in text_of(made))
