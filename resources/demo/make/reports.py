# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lays a text out with ReportLab: letters, lists, a police notification, a filled form."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pymupdf
from markup import Block, Text, spans, tables, widths
from reportlab.lib import colors
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

MARGIN = 50.0
FAMILIES = {
    "Times": ("Times-Roman", "Times-Bold", "Times-Italic"),
    "Courier": ("Courier", "Courier-Bold", "Courier-Oblique"),
    "Helvetica": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
}


class Mark(Flowable):
    """Puts a bookmark where it stands."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.width = self.height = 0.0

    def draw(self) -> None:
        self.canv.bookmarkPage(self.title)
        self.canv.addOutlineEntry(self.title, self.title)


def laid_out(text: Text) -> pymupdf.Document:
    """``text`` as an open document, for a page that is to become a scan."""
    stream = BytesIO()
    make(text, stream)
    return pymupdf.open("pdf", stream.getvalue())


def make(text: Text, target: Path | BytesIO) -> None:
    """Write ``text`` as a PDF made by ReportLab to ``target``."""
    regular, bold, italic = FAMILIES[text.get("font", "Helvetica")]
    size = float(text.get("size", "10"))
    page = landscape(A4) if text.get("landscape") else A4
    style = ParagraphStyle("text", fontName=regular, fontSize=size, leading=size * 1.28, spaceAfter=size * 0.6)
    styles = {
        "text": style,
        "right": ParagraphStyle("right", style, alignment=TA_RIGHT, spaceAfter=0),
        "item": ParagraphStyle("item", style, leftIndent=16, bulletIndent=4, spaceAfter=3),
        "quote": ParagraphStyle("quote", style, leftIndent=24),
        "heading1": ParagraphStyle("h1", style, fontName=bold, fontSize=size + 3, leading=size + 8, keepWithNext=1),
        "heading2": ParagraphStyle("h2", style, fontName=bold, fontSize=size + 1, spaceBefore=8, keepWithNext=1),
        "heading3": ParagraphStyle("h3", style, fontName=bold, spaceBefore=4, spaceAfter=2, keepWithNext=1),
        "cell": ParagraphStyle("cell", style, spaceAfter=0, leading=size * 1.18),
        "dark": ParagraphStyle("dark", style, fontName=bold, spaceAfter=0),
    }

    def markup(words: str) -> str:
        fonts = {"": regular, "b": bold, "i": italic}
        return "".join(
            f'<font name="{fonts[s]}">{escape(w)}</font>' if s else escape(w) for s, w in spans(words)
        ).replace("\n", "<br/>")

    flow: list[Any] = []
    for block in tables(text.blocks):
        if isinstance(block, list):
            flow += [_table(block, styles, markup, page[0] - 2 * MARGIN, text.get("widths")), Spacer(0, size * 0.7)]
        elif block.kind == "heading":
            if text.get("bookmarks"):
                flow.append(Mark(block.text))
            flow.append(Paragraph(markup(block.text), styles[f"heading{block.level}"]))
        elif block.kind == "break":
            flow.append(PageBreak())
        elif block.kind == "item":
            flow.append(Paragraph(markup(block.text), styles["item"], bulletText="•"))
        else:
            flow.append(Paragraph(markup(block.text), styles[block.kind]))

    def furniture(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.setFont(bold, 8.5)
        canvas.drawString(MARGIN, page[1] - 32, text.get("header"))
        canvas.setFont(regular, 7.5)
        canvas.drawString(MARGIN, 26, text.get("footer"))
        canvas.drawRightString(page[0] - MARGIN, 26, f"{document.page}")

    SimpleDocTemplate(
        target if isinstance(target, BytesIO) else str(target),
        pagesize=page,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=52,
        bottomMargin=46,
        title=text.get("title"),
        author=text.get("author"),
        invariant=1,
    ).build(flow, onFirstPage=furniture, onLaterPages=furniture)


def _table(rows: list[Block], styles: dict[str, ParagraphStyle], markup: Any, width: float, given: str) -> Table:
    cells = [[Paragraph(markup(cell), styles["dark" if row.level else "cell"]) for cell in row.cells] for row in rows]
    fits = given if given and len(given.split()) == len(rows[0].cells) else ""
    heads = 1 if rows[0].level else 0
    table = Table(cells, colWidths=[share * width for share in widths(rows, fits)], repeatRows=heads)
    table.setStyle(
        TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.4, colors.grey),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("TOPPADDING", (0, 0), (-1, -1), 2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
                *([("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#e4e4e4"))] if heads else []),
            ]
        )
    )
    return table


def make_form(text: Text, target: Path) -> None:
    """Write ``text`` as a PDF with real form fields, filled in, to ``target``."""
    canvas = Canvas(str(target), pagesize=A4, invariant=1)
    canvas.setTitle(text.get("title"))
    canvas.setAuthor(text.get("author"))
    top = A4[1] - 60
    y = top

    def furniture() -> None:
        canvas.setFont("Helvetica-Bold", 9)
        canvas.drawString(MARGIN, A4[1] - 34, text.get("header"))
        canvas.setFont("Helvetica", 7.5)
        canvas.drawString(MARGIN, 26, text.get("footer"))

    furniture()
    for block in text.blocks:
        if block.kind == "break":
            canvas.showPage()
            furniture()
            y = top
        elif block.kind == "heading":
            y -= 10
            canvas.setFont("Helvetica-Bold", 16 - 2 * block.level)
            canvas.drawString(MARGIN, y, block.text)
            y -= 22
        elif block.kind == "field":
            y = _field(canvas, block, y)
        elif block.kind == "tick":
            canvas.acroForm.checkbox(
                name=block.text, x=MARGIN, y=y - 4, size=13, checked=bool(block.level), borderWidth=0.7
            )
            canvas.setFont("Helvetica", 10)
            canvas.drawString(MARGIN + 22, y, block.text)
            y -= 20
        else:
            canvas.setFont("Helvetica", 10)
            for line in simpleSplit(block.text, "Helvetica", 10, A4[0] - 2 * MARGIN):
                canvas.drawString(MARGIN, y, line)
                y -= 14
    canvas.save()


def _field(canvas: Canvas, block: Block, y: float) -> float:
    label, name, value = block.cells
    width = A4[0] - 2 * MARGIN
    canvas.setFont("Helvetica", 9)
    canvas.drawString(MARGIN, y, label)
    height = 17.0 if block.level == 1 else 14.0 * block.level + 8
    canvas.acroForm.textfield(
        name=name,
        tooltip=label,
        value="\n".join(simpleSplit(value, "Helvetica", 10, width - 10)) if block.level > 1 else value,
        x=MARGIN,
        y=y - height - 5,
        width=width,
        height=height,
        fontName="Helvetica",
        fontSize=10,
        borderWidth=0.6,
        forceBorder=True,
        fieldFlags="multiline" if block.level > 1 else "",
        maxlen=1000,
    )
    return y - height - 22
