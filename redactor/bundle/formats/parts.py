# SPDX-License-Identifier: AGPL-3.0-or-later
"""Documents made of documents: parts of a large one, so that a worker holds a few pages."""

from __future__ import annotations

from typing import Any

import pymupdf

#: A part of more bytes than this is cut again, down to single pages.
LARGE = 24 << 20

#: First page, last page (from 1), and the pages as a PDF.
Part = tuple[int, int, bytes]


def parts_of(document: Any, pages_per_part: int, first: int = 1, most: int = 0) -> list[Part]:
    """The document from page ``first`` on as PDFs of at most ``pages_per_part`` pages, fewer where they are large.
    With ``most``, as many of them as make up so many bytes.

    Pages keep their content, fields, annotations and layers as they are; bookmarks and attachments stay
    behind (they belong to the document). The parts are not encrypted: they live inside the case.
    """
    if not document.is_pdf:
        document = pymupdf.open(stream=document.convert_to_pdf(), filetype="pdf")
    parts: list[Part] = []
    for start in range(first - 1, document.page_count, pages_per_part):
        last = min(start + pages_per_part, document.page_count) - 1
        parts += _cut(document, start, last)
        if sum(len(data) for *_, data in parts) >= most > 0:
            break
    return parts


def _cut(document: Any, first: int, last: int) -> list[Part]:
    """Pages ``first`` to ``last``, from 0, in as many parts as it takes."""
    part = pymupdf.open()
    part.insert_pdf(document, from_page=first, to_page=last, links=True, annots=True, widgets=True)
    data = part.tobytes(garbage=1)
    part.close()
    if len(data) <= LARGE or first == last:
        return [(first + 1, last + 1, data)]
    del data
    middle = (first + last) // 2
    return _cut(document, first, middle) + _cut(document, middle + 1, last)
