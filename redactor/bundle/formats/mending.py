# SPDX-License-Identifier: AGPL-3.0-or-later
"""PDFs that one engine opens and others do not are written anew, so that what is burned from them can be verified.

The verification reads every source with engines that did not write the release (pdfium, qpdf). A file that only
MuPDF can make sense of would be burned and then refused at the very end, and the whole bundle with it. Nor is a file
lost of which MuPDF finds no page and pdfium does: it is written anew by pdfium first.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pikepdf
import pymupdf
import pypdfium2
from pymupdf import PDF_ENCRYPT_NONE

from redactor.bundle.formats.converted import Converted
from redactor.bundle.held import Held, OnDisk, sha256_of
from redactor.bundle.mupdf.engine import ENGINE, ENGINE_ERRORS

_NOTE = "the file is damaged and was written anew: compare its pages with the file as it came"
_RESCUED = "the file is so damaged that something of it may be lost: compare its pages with the file as it came"
_FEWER = "other programs find {other} pages in the damaged file, and {ours} are taken in"


def mended(document: Any, data: Held, password: str) -> Converted | None:
    """A sound copy of an open PDF, without its password; None when the other engines open it as it is, with as many
    pages, or when no copy can be made that they do open. Looks at the file's frame, not at its pages."""
    pages = document.page_count
    found = _page_counts(data, password)
    if all(count == pages for count in found):
        return None
    copy = _copy(document, sha256_of(data))
    if copy is None:
        return None
    notes = [_NOTE]
    other = max((count for count in found if count is not None), default=pages)
    if other > pages:
        notes.append(_FEWER.format(other=other, ours=pages))
    return Converted(copy, f"{ENGINE}, damaged PDF written anew", tuple(notes))


def rescued(data: Held, passwords: Sequence[str]) -> Converted | None:
    """A sound copy, without its password, of a PDF in which MuPDF finds no page and pdfium does; None when that finds
    none either, or they do not find as many in the copy."""
    for password in ("", *passwords):
        try:
            with pypdfium2.PdfDocument(_lying(data), password=password or None) as pdf:
                for index in range(len(pdf)):
                    pdf.get_page_size(index)
                written = io.BytesIO()
                pdf.save(written, flags=pypdfium2.raw.FPDF_REMOVE_SECURITY)
            with pymupdf.open(stream=written.getvalue(), filetype="pdf") as document:
                copy = _copy(document, sha256_of(data)) if document.page_count else None
        except (pypdfium2.PdfiumError, *ENGINE_ERRORS):
            continue
        if copy is not None:
            return Converted(copy, f"{ENGINE}, damaged PDF written anew", (_RESCUED,))
    return None


def _copy(document: Any, source: str) -> bytes | None:
    """The document as a file of which all engines find as many pages; None when they do not."""
    try:
        # Known by the file it was made from, as all that is converted is; and the same bytes every time.
        document.xref_set_key(-1, "ID", f"[<{source[:32]}><{source[32:]}>]")
        copy: bytes = document.tobytes(garbage=0, encryption=PDF_ENCRYPT_NONE, no_new_id=True)
    except ENGINE_ERRORS:
        return None
    return copy if all(count == document.page_count for count in _page_counts(copy, "")) else None


def _lying(data: Held) -> Any:
    """As pdfium takes a file: its bytes, or its path."""
    return data.path if isinstance(data, OnDisk) else data


def _page_counts(data: Held, password: str) -> list[int | None]:
    """How many pages each of the other engines finds; None for one that cannot open the file."""
    counts: list[int | None] = []
    try:
        with pypdfium2.PdfDocument(_lying(data), password=password or None) as pdf:
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
