# SPDX-License-Identifier: AGPL-3.0-or-later
"""PDFs written object by object with pikepdf, so that a test says exactly what is in the file."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import reportlab
from pikepdf import Array, Dictionary, Name

MakePdf = Callable[..., bytes]


def _page(pdf: pikepdf.Pdf, content: str, media: tuple[float, ...], **keys: Any) -> Dictionary:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array(list(media)),
        Resources=Dictionary(Font=Dictionary(F1=pdf.make_indirect(font))),
        Contents=pdf.make_stream(content.encode("cp1252")),
    )
    for key, value in keys.items():
        page[f"/{key}"] = value
    return page


@pytest.fixture
def make_pdf() -> MakePdf:
    """``make_pdf(content, ..., media=, change=, save=, Rotate=90, ...)``: a PDF with a page for each content.

    ``change(pdf, pages)`` may add what it likes before it is saved; ``save`` are options for pikepdf.
    """

    def make(
        *contents: str,
        media: tuple[float, ...] = (0, 0, 595, 842),
        change: Callable[[pikepdf.Pdf, list[Any]], None] | None = None,
        save: dict[str, Any] | None = None,
        **keys: Any,
    ) -> bytes:
        pdf = pikepdf.new()
        for content in contents:
            pdf.pages.append(pikepdf.Page(pdf.make_indirect(_page(pdf, content, media, **keys))))
        if change is not None:
            change(pdf, [page.obj for page in pdf.pages])
        held = io.BytesIO()
        pdf.save(held, **(save or {}))
        return held.getvalue()

    return make


@pytest.fixture
def line() -> Callable[..., str]:
    """``line(x, y, text, size)``: the operators that show a text with its baseline at (x, y)."""

    def operators(x: float, y: float, text: str, size: float = 12) -> str:
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"BT /F1 {size} Tf {x} {y} Td ({escaped}) Tj ET\n"

    return operators


@pytest.fixture(scope="session")
def truetype() -> bytes:
    """A free TrueType font (Bitstream Vera), from ReportLab."""
    return (Path(reportlab.__file__).parent / "fonts" / "Vera.ttf").read_bytes()
