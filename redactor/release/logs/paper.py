# SPDX-License-Identifier: AGPL-3.0-or-later
"""The disclosable log as a PDF: paginated, the head repeated, the same bytes for the same lines."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, Spacer

from redactor.release import wording
from redactor.release.burn.fonts import face
from redactor.release.burn.marks import wrap
from redactor.release.facts import ReleaseFacts
from redactor.release.logs.entries import LogLine

FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts"
WIDTHS = (34, 38, 120, 100, 320, 150)


@cache
def _folded(text: str, width: int) -> str:
    """Broken into the lines of a cell; done here since most cells of a log say the same as others."""
    return "\n".join(wrap(text, face(), 9, width - 13))


def write_pdf(path: Path, lines: Sequence[LogLine], facts: ReleaseFacts) -> None:
    """Write the log. ``facts`` give the reference on every page, and DRAFT where it is one."""
    for name, file in (("RedactorSans", "redactor-sans.ttf"), ("RedactorSans-Bold", "redactor-sans-bold.ttf")):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(FONTS / file)))
    body = ParagraphStyle("body", fontName="RedactorSans", fontSize=9, leading=11.5)
    head = ParagraphStyle("head", parent=body, fontName="RedactorSans-Bold")
    title = ParagraphStyle("title", parent=head, fontSize=18, leading=24)
    intro = ParagraphStyle("intro", parent=body, fontSize=10, leading=13.5, spaceAfter=8)
    story: list[Any] = [
        Paragraph(wording.LOG_TITLE, title),
        Paragraph(escape(wording.COVER_REFERENCE.format(reference=facts.reference)), intro),
        Paragraph(wording.LOG_INTRO if lines else wording.LOG_NONE, intro),
        Spacer(1, 4),
    ]
    if lines:
        names = (
            wording.LOG_NUMBER,
            wording.LOG_PAGE,
            wording.LOG_PLACE,
            wording.LOG_LABEL,
            wording.LOG_EXPLANATION,
            wording.LOG_REFERENCE,
        )
        rows: list[list[str]] = [list(names)]
        for line in lines:
            values = (str(line.number), str(line.page), line.place, line.label, line.explanation, line.reference)
            rows.append([_folded(value, width) for value, width in zip(values, WIDTHS, strict=True)])
        style = [
            ("GRID", (0, 0), (-1, -1), 0.4, HexColor("#BBBBBB")),
            ("BACKGROUND", (0, 0), (-1, 0), HexColor("#EDEDED")),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("FONT", (0, 0), (-1, 0), "RedactorSans-Bold", 9, 11.5),
            ("FONT", (0, 1), (-1, -1), "RedactorSans", 9, 11.5),
            ("TOPPADDING", (0, 0), (-1, -1), 3),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ]
        story.append(LongTable(rows, colWidths=WIDTHS, repeatRows=1, style=style))

    def frame(canvas: Canvas, _: Any) -> None:
        width = landscape(A4)[0]
        canvas.setFont("RedactorSans", 8.5)
        canvas.setFillColor(HexColor("#444444"))
        canvas.drawString(
            40, 22, f"{wording.LOG_TITLE}  -  {wording.COVER_REFERENCE.format(reference=facts.reference)}"
        )
        canvas.drawRightString(width - 40, 22, f"{canvas.getPageNumber()}")
        if facts.draft:
            canvas.setFont("RedactorSans-Bold", 10)
            canvas.setFillColor(HexColor("#B31212"))
            canvas.drawCentredString(width / 2, 22, wording.DRAFT)

    rl_config.useA85 = 0  # binary streams: smaller, and quicker to write
    document = SimpleDocTemplate(
        str(path),
        pagesize=landscape(A4),
        leftMargin=40,
        rightMargin=40,
        topMargin=36,
        bottomMargin=44,
        title=f"{wording.LOG_TITLE}, {facts.reference}",
        author="",
        creator="",
        producer="",
        subject="",
        lang="en-GB",
        invariant=1,
    )
    document.build(story, onFirstPage=frame, onLaterPages=frame)
