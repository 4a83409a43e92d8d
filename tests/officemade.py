# SPDX-License-Identifier: AGPL-3.0-or-later
"""Office documents written part by part, so that a test says exactly what is in the file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
X = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
PML = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (2024, 1, 2, 3, 4, 6))
            archive.writestr(entry, content)
    return held.getvalue()


def types(overrides: Mapping[str, str]) -> str:
    rows = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in overrides.items())
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="pdf" ContentType="application/pdf"/>'
        f"{rows}</Types>"
    )


def relations(rows: Sequence[tuple[str, str, str]], external: Sequence[tuple[str, str, str]] = ()) -> str:
    said = "".join(f'<Relationship Id="{i}" Type="{OFFICE}/{kind}" Target="{to}"/>' for i, kind, to in rows)
    said += "".join(
        f'<Relationship Id="{i}" Type="{OFFICE}/{kind}" Target="{escape(to)}" TargetMode="External"/>'
        for i, kind, to in external
    )
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{said}</Relationships>'


CORE = (
    f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{author}</dc:creator><dc:title>{title}</dc:title>'
    "</cp:coreProperties>"
)


def docx(
    *paragraphs: str,
    comments: Sequence[tuple[str, str]] = (),
    deleted: Sequence[tuple[str, str]] = (),
    vanished: Sequence[str] = (),
    author: str = "Fiona Marsh",
    picture_link: str = "",
    extra: Mapping[str, bytes] | None = None,
) -> bytes:
    """``comments`` and ``deleted`` are (author, text); ``picture_link`` a picture kept elsewhere."""
    body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>' for text in paragraphs)
    for who, text in deleted:
        gone = f"<w:r><w:delText>{escape(text)}</w:delText></w:r>"
        body += f'<w:p><w:del w:id="9" w:author="{escape(who)}">{gone}</w:del></w:p>'
    for text in vanished:
        body += f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{escape(text)}</w:t></w:r></w:p>"
    for number, _ in enumerate(comments):
        body += (
            f'<w:p><w:commentRangeStart w:id="{number}"/><w:r><w:t>see comment</w:t></w:r>'
            f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r></w:p>'
        )
    external = []
    if picture_link:
        external.append(("rIdP", "image", picture_link))
        body += (
            '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:100pt;height:50pt">'
            f'<v:imagedata {R} r:id="rIdP"/></v:shape></w:pict></w:r></w:p>'
        )
    said = "".join(
        f'<w:comment w:id="{n}" w:author="{escape(who)}"><w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p></w:comment>'
        for n, (who, text) in enumerate(comments)
    )
    base = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": types(
            {
                "word/document.xml": f"{base}.document.main+xml",
                "word/comments.xml": f"{base}.comments+xml",
                "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
            }
        ),
        "_rels/.rels": relations([("rId1", "officeDocument", "word/document.xml")]),
        "word/_rels/document.xml.rels": relations([("rIdC", "comments", "comments.xml")], external),
        "word/document.xml": f"{HEAD}<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/comments.xml": f"{HEAD}<w:comments {W}>{said}</w:comments>",
        "docProps/core.xml": CORE.format(author=escape(author), title="Visit note"),
    }
    return packed(parts | dict(extra or {}))


def xlsx(
    sheets: Mapping[str, Sequence[Sequence[str | int]]],
    *,
    hidden: Sequence[str] = (),
    hidden_rows: Sequence[int] = (),
    hidden_columns: Sequence[int] = (),
    print_area: str = "",
) -> bytes:
    """Sheets of cells; ``hidden_rows`` and ``hidden_columns`` (from 1) are of the first sheet."""
    base = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    overrides = {"xl/workbook.xml": f"{base}.sheet.main+xml"}
    parts: dict[str, str | bytes] = {}
    rows_of: list[tuple[str, str, str]] = []
    listed = ""
    for number, (name, rows) in enumerate(sheets.items(), start=1):
        part = f"xl/worksheets/sheet{number}.xml"
        overrides[part] = f"{base}.worksheet+xml"
        rows_of.append((f"rId{number}", "worksheet", f"worksheets/sheet{number}.xml"))
        state = ' state="hidden"' if name in hidden else ""
        listed += f'<sheet name="{escape(name)}" sheetId="{number}"{state} r:id="rId{number}"/>'
        columns = "".join(f'<col min="{c}" max="{c}" width="9" hidden="1" customWidth="1"/>' for c in hidden_columns)
        columns = f"<cols>{columns}</cols>" if columns and number == 1 else ""
        parts[part] = (
            f"{HEAD}<worksheet {X}>{columns}"
            f"<sheetData>{_rows(rows, hidden_rows if number == 1 else ())}</sheetData></worksheet>"
        )
    area = (
        f'<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">{print_area}</definedName></definedNames>'
    )
    parts["xl/workbook.xml"] = (
        f"{HEAD}<workbook {X} {R}><sheets>{listed}</sheets>{area if print_area else ''}</workbook>"
    )
    parts["xl/_rels/workbook.xml.rels"] = relations(rows_of)
    parts["_rels/.rels"] = relations([("rId1", "officeDocument", "xl/workbook.xml")])
    return packed({"[Content_Types].xml": types(overrides), **parts})


def _rows(rows: Sequence[Sequence[str | int]], hidden: Sequence[int]) -> str:
    said = ""
    for number, cells in enumerate(rows, start=1):
        inside = ""
        for at, value in enumerate(cells):
            ref = f"{chr(65 + at)}{number}"
            if isinstance(value, int):
                inside += f'<c r="{ref}"><v>{value}</v></c>'
            else:
                inside += f'<c r="{ref}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
        said += f'<row r="{number}"{" hidden=" + chr(34) + "1" + chr(34) if number in hidden else ""}>{inside}</row>'
    return said


def odt(*paragraphs: str, note: str = "") -> bytes:
    """An OpenDocument text; ``note`` is a comment by Kyle Dunn."""
    spaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    body = "".join(f"<text:p>{escape(text)}</text:p>" for text in paragraphs)
    if note:
        body += (
            "<text:p>noted<office:annotation><dc:creator>Kyle Dunn</dc:creator>"
            f"<text:p>{escape(note)}</text:p></office:annotation></text:p>"
        )
    manifest = (
        f'{HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f'{HEAD}<office:document-content {spaces} office:version="1.2">'
            f"<office:body><office:text>{body}"
            "</office:text></office:body></office:document-content>",
            "META-INF/manifest.xml": manifest,
        }
    )
