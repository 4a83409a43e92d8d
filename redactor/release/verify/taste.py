# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where a page leaves its looks to the reader: fonts that are not in the file, annotations without an appearance."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pypdfium2.raw as pdfium_c

from redactor.domain.geometry import Box
from redactor.release.verify.picture import displayed

STANDARD_FONTS = frozenset(
    f"{family}{style}"
    for family, styles in (
        ("Helvetica", ("", "-Bold", "-Oblique", "-BoldOblique")),
        ("Courier", ("", "-Bold", "-Oblique", "-BoldOblique")),
        ("Times", ("-Roman", "-Bold", "-Italic", "-BoldItalic")),
        ("Symbol", ("",)),
        ("ZapfDingbats", ("",)),
    )
    for style in styles
)


def foreign_to_all(document: Any, inner: int, width: float, height: float, box: Box) -> bool:
    """Whether text in a box is in a font that is not in the file, so that every engine puts its own letters there."""
    return any(zone.intersection(box) for zone in foreign_fonts(document, inner, width, height))


def foreign_fonts(document: Any, inner: int, width: float, height: float) -> list[Box]:
    """Where a page has text in fonts that are not in the file, in points from the top left of the page as displayed.
    Every engine puts its own letters there, but for the fourteen standard fonts, on which they agree."""
    page = document[inner - 1]
    to_page = displayed(page, width, height)
    zones: list[Box] = []
    for text in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_TEXT], max_depth=6):
        font = text.get_font()
        if font.is_embedded or font.get_base_name().split("+")[-1] in STANDARD_FONTS:
            continue
        if text.level > 0:
            return [Box(0, 0, width, height)]  # inside a form its place on the page is not known
        zones.append(to_page(text.get_bounds()))
    return zones


def bare_annotations(document: Any, data: bytes, password: str, inner: int, width: float, height: float) -> list[Box]:
    """Where a page has annotations without an appearance, or fields whose file asks the reader for a new one
    (NeedAppearances, ISO 32000-1, 12.7.2): every engine draws its own."""
    to_page = displayed(document[inner - 1], width, height)
    zones: list[Box] = []
    with pikepdf.open(io.BytesIO(data), password=password) as pdf:
        form = pdf.Root.get("/AcroForm")
        asked = isinstance(form, pikepdf.Dictionary) and bool(form.get("/NeedAppearances"))
        for annotation in pdf.pages[inner - 1].obj.get("/Annots", []):
            if not isinstance(annotation, pikepdf.Dictionary) or "/Rect" not in annotation:
                continue
            if "/N" not in annotation.get("/AP", {}) or (asked and annotation.get("/Subtype") == "/Widget"):
                x0, y0, x1, y1 = (float(v) for v in annotation.Rect)
                zones.append(to_page((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))))
    return zones
