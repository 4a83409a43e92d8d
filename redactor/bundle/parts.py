# SPDX-License-Identifier: AGPL-3.0-or-later
"""Documents made of documents: parts of a large one, so that a worker holds a few pages; a text as a PDF."""

from __future__ import annotations

from typing import Any

import pymupdf


def parts_of(document: Any, pages_per_part: int, first: int = 1, most: int = 0) -> list[tuple[int, int, bytes]]:
    """The document from page ``first`` on as PDFs of at most ``pages_per_part`` pages: (first page, last page, bytes),
    from 1. With ``most``, as many of them as make up so many bytes.

    Pages keep their content, fields, annotations and layers as they are; bookmarks and attachments stay
    behind (they belong to the document). The parts are not encrypted: they live inside the case.
    """
    if not document.is_pdf:
        document = pymupdf.open(stream=document.convert_to_pdf(), filetype="pdf")
    parts: list[tuple[int, int, bytes]] = []
    made = 0
    for start in range(first - 1, document.page_count, pages_per_part):
        last = min(start + pages_per_part, document.page_count) - 1
        part = pymupdf.open()
        part.insert_pdf(document, from_page=start, to_page=last, links=True, annots=True, widgets=True)
        parts.append((start + 1, last + 1, part.tobytes(garbage=1)))
        part.close()
        made += len(parts[-1][2])
        if made >= most > 0:
            break
    return parts


def text_document(text: str) -> bytes:
    """The text set in lines on A4 pages, as a PDF."""
    pages = pymupdf.open(stream=text.replace("\x00", "").encode(), filetype="txt")
    pages.layout(width=595, height=842, fontsize=11)
    made: bytes = pages.convert_to_pdf()
    return made
