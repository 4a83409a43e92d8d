# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lays a text out with MuPDF's Story: e-mail prints, exports of case notes, and the pages that become scans."""

from __future__ import annotations

from html import escape
from io import BytesIO
from pathlib import Path

import pymupdf
from fodt import MADE
from markup import Block, Text, spans, tables, widths

A4 = pymupdf.paper_rect("a4")
FRAME = pymupdf.Rect(54, 50, A4.width - 54, A4.height - 56)

CSS = """
* {{ font-family: {font}; font-size: {size}pt; line-height: 1.25; }}
h1 {{ font-size: {h1}pt; margin: 0 0 6pt 0; }}
h2 {{ font-size: {h2}pt; margin: 10pt 0 4pt 0; }}
h3 {{ font-size: {size}pt; margin: 6pt 0 2pt 0; }}
p {{ margin: 0 0 6pt 0; }}
p.right {{ text-align: right; margin: 0; }}
p.item {{ margin: 0 0 3pt 14pt; }}
p.note {{ margin-top: 10pt; color: #203864; }}
p.q1 {{ margin-left: 12pt; color: #333; }}
p.q2 {{ margin-left: 24pt; color: #333; }}
p.q3 {{ margin-left: 36pt; color: #333; }}
table {{ width: 100%; margin: 4pt 0 6pt 0; border-collapse: collapse; }}
td {{ border: 0.6px solid #777; padding: 2pt 3pt; vertical-align: top; }}
td.dark {{ font-weight: bold; }}
"""


def laid_out(text: Text, font_file: str = "") -> pymupdf.Document:
    """``text`` as a new document of A4 pages, with its footer and page numbers."""
    size = float(text.get("size", "10"))
    font = "sans-serif"
    archive = None
    css = ""
    if font_file:
        archive = pymupdf.Archive(str(Path(font_file).parent))
        css = f'@font-face {{ font-family: own; src: url("{Path(font_file).name}"); }}\n'
        font = "own"
    css += CSS.format(font=font, size=size, h1=size + 5, h2=size + 2)
    stream = BytesIO()
    writer = pymupdf.DocumentWriter(stream)
    pages = _split(text.blocks)
    for blocks in pages:
        story = pymupdf.Story(html=_html(blocks), user_css=css, archive=archive)
        more = 1
        while more:
            device = writer.begin_page(A4)
            more, _ = story.place(FRAME)
            story.draw(device)
            writer.end_page()
    writer.close()
    document = pymupdf.open("pdf", stream.getvalue())
    for number, page in enumerate(document, 1):
        if text.get("footer"):
            page.insert_text((54, A4.height - 30), f"{text.get('footer')}    {number}/{len(document)}", fontsize=7.5)
    return document


def make(text: Text, target: Path) -> None:
    """Write ``text`` as a PDF made by MuPDF's Story to ``target``."""
    document = laid_out(text)
    stamped = f"D:{MADE}"
    document.set_metadata(
        {
            "title": text.get("title"),
            "author": text.get("author"),
            "producer": "MuPDF 1.28",
            "creationDate": stamped,
            "modDate": stamped,
        }
    )
    document.subset_fonts()
    document.save(target, garbage=3, deflate=True, no_new_id=True)


def _split(blocks: list[Block]) -> list[list[Block]]:
    pages: list[list[Block]] = [[]]
    for block in blocks:
        if block.kind == "break":
            pages.append([])
        else:
            pages[-1].append(block)
    return pages


def _inline(words: str) -> str:
    return "".join(f"<{s}>{escape(w)}</{s}>" if s else escape(w) for s, w in spans(words)).replace("\n", "<br/>")


def _html(blocks: list[Block]) -> str:
    out: list[str] = []
    for block in tables(blocks):
        if isinstance(block, list) and len(block) == 1:
            out.append(f"<p class=note><b>{'&#160;&#160;&#160;&#160;'.join(map(_inline, block[0].cells))}</b></p>")
        elif isinstance(block, list):
            shares = widths(block)
            rows = "".join(
                "<tr>"
                + "".join(
                    f'<td{" class=dark" if row.level else ""} style="width:{share * 100:.0f}%">{_inline(cell)}</td>'
                    for cell, share in zip(row.cells, shares, strict=True)
                )
                + "</tr>"
                for row in block
            )
            out.append(f"<table>{rows}</table>")
        elif block.kind == "heading":
            out.append(f"<h{block.level}>{_inline(block.text)}</h{block.level}>")
        elif block.kind == "quote":
            marks = "&gt; " if block.level else ""
            out.append(f'<p class="q{block.level}">{marks}{_inline(block.text)}</p>')
        elif block.kind == "item":
            out.append(f'<p class="item">• {_inline(block.text)}</p>')
        elif block.kind == "rule":
            out.append("<hr/>")
        else:
            out.append(f'<p class="{block.kind}">{_inline(block.text)}</p>')
    return "".join(out)
