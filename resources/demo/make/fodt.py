# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501
"""Lays a text out with LibreOffice Writer, by way of a flat OpenDocument file."""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from markup import Block, Text, spans, tables, widths

PAGE_WIDTH_CM = 17.0
#: The date every file of the bundle claims to have been made on.
MADE = "20250922090000+01'00'"

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>{title}</dc:title><meta:initial-creator>{author}</meta:initial-creator></office:meta>
<office:font-face-decls><style:font-face style:name="F" svg:font-family={font}/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.22cm" fo:line-height="115%"/>
<style:text-properties style:font-name="F" fo:font-size="{size}pt" fo:language="en" fo:country="GB"/></style:default-style>
<style:style style:name="T" style:family="paragraph"/>
<style:style style:name="C" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0cm" fo:line-height="105%"/>
<style:text-properties fo:font-size="{small}pt"/></style:style>
<style:style style:name="R" style:family="paragraph"><style:paragraph-properties fo:text-align="end" fo:margin-bottom="0cm"/></style:style>
<style:style style:name="Q" style:family="paragraph"><style:paragraph-properties fo:margin-left="0.8cm" fo:margin-right="0.8cm"/>
<style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="I" style:family="paragraph"><style:paragraph-properties fo:margin-left="0.7cm" fo:text-indent="-0.4cm" fo:margin-bottom="0.1cm"/></style:style>
<style:style style:name="H1" style:family="paragraph"><style:paragraph-properties fo:keep-with-next="always"/>
<style:text-properties fo:font-size="{h1}pt" fo:font-weight="bold"/></style:style>
<style:style style:name="H2" style:family="paragraph"><style:paragraph-properties fo:margin-top="0.35cm" fo:keep-with-next="always"/>
<style:text-properties fo:font-size="{h2}pt" fo:font-weight="bold" fo:color="#1f3864"/></style:style>
<style:style style:name="H3" style:family="paragraph"><style:paragraph-properties fo:margin-top="0.2cm" fo:keep-with-next="always"/>
<style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="F" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0cm"/>
<style:text-properties fo:font-size="8pt" fo:color="#555555"/></style:style>
</office:styles>
<office:automatic-styles>
<style:style style:name="b" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="i" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.08cm" fo:border="0.5pt solid #888888"/></style:style>
<style:style style:name="dark" style:family="table-cell"><style:table-cell-properties fo:padding="0.08cm" fo:border="0.5pt solid #888888" fo:background-color="#dde4ee"/></style:style>
<style:style style:name="row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>
<style:style style:name="BR" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>
{columns}
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"
 fo:margin-top="1.3cm" fo:margin-bottom="1.3cm" fo:margin-left="2cm" fo:margin-right="2cm"/>
<style:header-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.4cm"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.4cm"/></style:footer-style>
</style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">
<style:header><text:p text:style-name="F">{header}</text:p></style:header>
<style:footer><text:p text:style-name="F">{footer}   Page <text:page-number text:select-page="current"/> of <text:page-count/></text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text>
"""


def make(text: Text, target: Path) -> None:
    """Write ``text`` as a PDF made by LibreOffice to ``target``; RuntimeError when soffice does not."""
    body, columns = _body(text)
    size = float(text.get("size", "11"))
    head = HEAD.format(
        title=escape(text.get("title")),
        author=escape(text.get("author")),
        font=quoteattr(f"'{text.get('font', 'Liberation Sans')}'"),
        size=size,
        small=size - 1,
        h1=size + 5,
        h2=size + 1.5,
        columns=columns,
        header=_blanks(text.get("header")),
        footer=_blanks(text.get("footer")),
    )
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "text.fodt"
        source.write_text(head + body + "</office:text></office:body></office:document>", encoding="utf-8")
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
        result = subprocess.run(
            [*command, "--outdir", folder, str(source)], capture_output=True, text=True, timeout=180
        )
        made = source.with_suffix(".pdf")
        if not made.exists():
            raise RuntimeError(f"soffice made no PDF of {target.name}: {result.stderr}")
        target.write_bytes(_without_clock(made.read_bytes()))


def _without_clock(data: bytes) -> bytes:
    """The same file with a fixed date and id, put in place byte for byte so that no offset moves."""
    data = re.sub(
        rb"/CreationDate\(D:[^)]*\)",
        lambda m: b"/CreationDate(D:%b)" % MADE.encode()[: len(m[0]) - 17].ljust(len(m[0]) - 17),
        data,
    )
    return re.sub(rb"(?<=[<(/])[0-9A-F]{32}(?=[>)\s])", b"0123456789ABCDEF" * 2, data)


def _blanks(words: str) -> str:
    return re.sub(r"  +", lambda m: f' <text:s text:c="{len(m[0]) - 1}"/>', escape(words))


def _inline(words: str) -> str:
    parts: list[str] = []
    for style, part in spans(words):
        marked = _blanks(part).replace("\n", "<text:line-break/>")
        parts.append(f'<text:span text:style-name="{style}">{marked}</text:span>' if style else marked)
    return "".join(parts)


def _body(text: Text) -> tuple[str, str]:
    out: list[str] = []
    styles: list[str] = []
    names = {"text": "T", "right": "R", "quote": "Q", "item": "I", "break": "BR", "rule": "T"}
    for number, block in enumerate(tables(text.blocks)):
        if isinstance(block, list):
            out.append(_table(number, block, styles))
        elif block.kind == "heading":
            tag = f'text:style-name="H{block.level}"'
            out.append(f"<text:p {tag}>{_inline(block.text)}</text:p>")
        else:
            words = ("• " if block.kind == "item" else "") + block.text
            out.append(f'<text:p text:style-name="{names[block.kind]}">{_inline(words)}</text:p>')
    return "\n".join(out), "\n".join(styles)


def _table(number: int, rows: list[Block], styles: list[str]) -> str:
    styles.append(
        f'<style:style style:name="t{number}" style:family="table"><style:table-properties style:width="{PAGE_WIDTH_CM}cm" '
        'fo:margin-top="0.2cm" fo:margin-bottom="0.25cm" table:align="margins"/></style:style>'
    )
    columns = []
    for place, share in enumerate(widths(rows)):
        name = f"t{number}.{place}"
        styles.append(
            f'<style:style style:name="{name}" style:family="table-column">'
            f'<style:table-column-properties style:column-width="{share * PAGE_WIDTH_CM:.2f}cm"/></style:style>'
        )
        columns.append(f'<table:table-column table:style-name="{name}"/>')
    lines = []
    for row in rows:
        cells = "".join(
            f'<table:table-cell table:style-name="{"dark" if row.level else "cell"}"><text:p text:style-name="C">'
            f"{_inline(f'**{cell}**' if row.level and cell else cell)}</text:p></table:table-cell>"
            for cell in row.cells
        )
        lines.append(f'<table:table-row table:style-name="row">{cells}</table:table-row>')
    return f'<table:table table:style-name="t{number}">{"".join(columns)}{"".join(lines)}</table:table>'
