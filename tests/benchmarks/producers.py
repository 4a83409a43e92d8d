# SPDX-License-Identifier: AGPL-3.0-or-later
"""The same case notes as PDFs by several programs: what is quick to read of one is not of another."""

from __future__ import annotations

import io
import random
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from html import escape
from pathlib import Path

from tests.benchmarks.papers import record, sentence

FONT = Path(__file__).parents[2] / "resources/fonts/redactor-sans.ttf"
#: Paragraphs that fill an A4 page, and words in each.
_PARAGRAPHS, _SENTENCES = 9, 4


def _page(random_: random.Random, number: int) -> list[str]:
    notes = [" ".join(sentence(random_) for _ in range(_SENTENCES)) for _ in range(_PARAGRAPHS)]
    return [f"Case notes, page {number}", *notes]


def _html(pages: int, seed: int) -> str:
    random_ = random.Random(seed)
    made = []
    for number in range(1, pages + 1):
        title, *notes = _page(random_, number)
        rows = "".join(f"<tr><td>{n}.03.2019</td><td>{escape(note)}</td></tr>" for n, note in enumerate(notes[:3], 1))
        made.append(
            f"<h3>{title}</h3><table border='1'>{rows}</table>" + "".join(f"<p>{note}</p>" for note in notes[3:])
        )
    return _document(made)


def _document(parts: list[str]) -> str:
    return "<html><body>" + '<div style="page-break-after:always"></div>'.join(parts) + "</body></html>"


def by_reportlab(pages: int, seed: int) -> bytes:
    """The standard fonts, nothing embedded."""
    return record(pages, seed)


def by_reportlab_embedded(pages: int, seed: int) -> bytes:
    """A TrueType font, embedded as subsets, with shaded bands and rules like a case management system's export."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.utils import simpleSplit
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("Sans", str(FONT)))
    random_ = random.Random(seed)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, pageCompression=1)
    for number in range(1, pages + 1):
        title, *notes = _page(random_, number)
        canvas.setFillGray(0.9)
        canvas.rect(50, 785, 495, 22, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.setFont("Sans", 13)
        canvas.drawString(56, 790, title)
        canvas.setFont("Sans", 9)
        y = 765.0
        for note in notes:
            canvas.line(50, y + 12, 545, y + 12)
            for line in simpleSplit(note, "Sans", 9, 480):
                canvas.drawString(56, y, line)
                y -= 12
            y -= 10
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def by_story(pages: int, seed: int) -> bytes:
    """MuPDF's own typesetter."""
    import pymupdf

    out = io.BytesIO()
    writer = pymupdf.DocumentWriter(out)
    story = pymupdf.Story(_html(pages, seed), user_css="body{font-size:9px} table{width:100%}")
    more = 1
    while more:
        device = writer.begin_page(pymupdf.Rect(0, 0, 595, 842))
        more, _ = story.place(pymupdf.Rect(50, 50, 545, 800))
        story.draw(device)
        writer.end_page()
    writer.close()
    return out.getvalue()


def by_qt(pages: int, seed: int) -> bytes:
    """A print to PDF from a window: every glyph placed by itself, tables with borders."""
    from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
    from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument

    app = QGuiApplication.instance() or QGuiApplication([])
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(18, 18, 18, 18), QPageLayout.Unit.Millimeter)
    document = QTextDocument()
    document.setHtml(_html(pages, seed))
    document.print_(writer)
    del writer, app
    return bytes(buffer.data().data())


def by_libreoffice(pages: int, seed: int) -> bytes:
    """What most letters and assessments are saved with, or by something like it."""
    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / "record.html"
        source.write_text(_html(pages, seed))
        profile = f"-env:UserInstallation=file://{name}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", name]
        subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=600)
        return (Path(name) / "record.pdf").read_bytes()


PRODUCERS: dict[str, Callable[[int, int], bytes]] = {
    "ReportLab": by_reportlab,
    "ReportLab, embedded font": by_reportlab_embedded,
    "MuPDF": by_story,
    "Qt": by_qt,
}
if shutil.which("soffice"):
    PRODUCERS["LibreOffice"] = by_libreoffice
