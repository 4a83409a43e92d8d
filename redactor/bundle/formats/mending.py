# SPDX-License-Identifier: AGPL-3.0-or-later
"""PDFs that one engine opens and others do not are written anew, so that what is burned from them can be verified.

The verification reads every source with engines that did not write the release (pdfium, qpdf). A file that only
MuPDF can make sense of would be burned and then refused at the very end, and the whole bundle with it.
"""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pypdfium2
from pymupdf import PDF_ENCRYPT_NONE

from redactor.bundle.formats.converted import Converted
from redactor.bundle.held import Held, OnDisk, sha256_of
from redactor.bundle.mupdf.engine import ENGINE, ENGINE_ERRORS

_NOTE = "the file is damaged and was written anew: compare its pages with the file as it came"
_FEWER = "other programs find {other} pages in the damaged file, and {ours} are taken in"


def mended(document: Any, data: Held, password: str) -> Converted | None:
    """A sound copy of an open PDF, without its password; None when the other engines open it as it is, with as many
    pages, or when no copy can be made that they do open. Looks at the file's frame, not at its pages."""
    pages = document.page_count
    found = _page_counts(data, password)
    if all(count == pages for count in found):
        return None
    source = sha256_of(data)
    try:
        # Known by the file it was made from, as all that is converted is; and the same bytes every time.
        document.xref_set_key(-1, "ID", f"[<{source[:32]}><{source[32:]}>]")
        copy: bytes = document.tobytes(garbage=0, encryption=PDF_ENCRYPT_NONE, no_new_id=True)
    except ENGINE_ERRORS:
        return None
    if any(count != pages for count in _page_counts(copy, "")):
        return None
    notes = [_NOTE]
    other = max((count for count in found if count is not None), default=pages)
    if other > pages:
        notes.append(_FEWER.format(other=other, ours=pages))
    return Converted(copy, f"{ENGINE}, damaged PDF written anew", tuple(notes))


def _page_counts(data: Held, password: str) -> list[int | None]:
    """How many pages each of the other engines finds; None for one that cannot open the file."""
    counts: list[int | None] = []
    try:
        with pypdfium2.PdfDocument(data.path if isinstance(data, OnDisk) else data, password=password or None) as pdf:
            counts.append(len(pdf))
            # A table of wrong addresses shows only when pages are asked for. Their content is left alone: it may be
            # made to break whoever reads it, and is read page by page later.
            for index in range(len(pdf)):
                pdf.get_page_size(index)
    except pypdfium2.PdfiumError:
        counts = [None]
    try:
        with pikepdf.open(
            data.path if isinstance(data, OnDisk) else io.BytesIO(data), password=password, suppress_warnings=True
        ) as held:
            counts.append(len(held.pages))
    except (pikepdf.PdfError, ValueError, RuntimeError):
        counts.append(None)
    return counts
