# SPDX-License-Identifier: AGPL-3.0-or-later
"""Setting text and simple HTML as pages with MuPDF. The same text gives the same bytes.

The HTML is ours (:mod:`~redactor.bundle.formats.hypertext` makes it flat): MuPDF loses what is nested deeply or stands
in wide tables, and its Story drops lines at page ends; its reflowed documents do not. What is set is compared with what
was to be set, so that nothing is lost in silence.
"""

from __future__ import annotations

from collections.abc import Sequence

import pymupdf

from redactor.bundle.formats.converted import not_among
from redactor.bundle.mupdf.engine import ENGINE_ERRORS
from redactor.domain.errors import BadInput

#: Points: A4.
_WIDTH, _HEIGHT, _SIZE = 595.0, 842.0, 10.0
_CSS = """
@page { margin: 50pt }
body { font-family: sans-serif; font-size: 10pt; line-height: 1.3; overflow-wrap: break-word; margin: 0 }
p { margin: 0 0 6pt 0 } pre { margin: 0 0 6pt 0; white-space: pre-wrap; font-family: monospace; font-size: 9pt }
p.banner { font-size: 8pt; color: #555 } p.head { margin: 0 0 2pt 0 }
hr { margin: 6pt 0 }
.q1 { margin-left: 9pt; border-left: 1pt solid #999; padding-left: 7pt }
.q2 { margin-left: 18pt; border-left: 1pt solid #999; padding-left: 7pt }
.q3 { margin-left: 27pt; border-left: 1pt solid #999; padding-left: 7pt }
.i1 { margin-left: 16pt } .i2 { margin-left: 32pt } .i3 { margin-left: 48pt }
.t1 { font-size: 15pt; font-weight: bold } .t2 { font-size: 12.5pt; font-weight: bold } .t3 { font-weight: bold }
table { border-collapse: collapse; margin: 0 0 6pt 0 }
td { border: 0.5pt solid #888; padding: 2pt 4pt }
"""


def html_pdf(body: str, source: str) -> bytes:
    """Flat HTML set on A4 pages. ``source`` is the SHA-256 (hex) of the file it is made from: two files make two
    PDFs, even where their pages look alike."""
    html = f"<html><head><style>{_CSS}</style></head><body>{body}</body></html>"
    document = pymupdf.open(stream=html.encode("utf-8", "replace"), filetype="html")
    document.layout(width=_WIDTH, height=_HEIGHT, fontsize=_SIZE)
    return finished(document.convert_to_pdf(), source, subset=True)


def finished(pdf: bytes, source: str, *, subset: bool = False) -> bytes:
    """The PDF without dates and names of programs, known by the file it was made from."""
    document = pymupdf.open(stream=pdf, filetype="pdf")
    if document.page_count < 1:
        raise BadInput("no page could be made of this file", do="Save it as PDF first, then add the PDF")
    if subset:
        document.subset_fonts()
    document.set_metadata({})
    document.del_xml_metadata()
    document.xref_set_key(-1, "ID", f"[<{source[:32]}><{source[32:]}>]")
    made: bytes = document.tobytes(garbage=3, deflate=True, no_new_id=True)
    return made


def pdf_text(pdf: bytes) -> str:
    """All text of a PDF, page after page: of letters for which there was no font only what is drawn."""
    document = pymupdf.open(stream=pdf, filetype="pdf")
    flags = pymupdf.TEXTFLAGS_TEXT | pymupdf.TEXT_IGNORE_ACTUALTEXT
    parts = []
    for number in range(document.page_count):
        try:
            parts.append(document[number].get_text("text", clip=pymupdf.INFINITE_RECT(), flags=flags))
        except ENGINE_ERRORS:
            # What cannot be read here is told of as missing.
            continue
    return "\n".join(parts)


def not_set(texts: Sequence[str], pdf: bytes) -> list[str]:
    """Those of ``texts`` that are not on the pages of ``pdf``."""
    return not_among(texts, pdf_text(pdf))
