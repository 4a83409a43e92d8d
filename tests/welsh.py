# SPDX-License-Identifier: AGPL-3.0-or-later
"""Welsh print, and the reason why a test of it cannot run where Tesseract's data is not installed."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest
from PIL import Image

from redactor.bundle.ocr.tessdata import folder_with

LINES = (
    "Annwyl Siân Llŷr, diolch am eich llythyr am y tŷ yn Nhŵr-y-Felin.",
    "Mae'r dŵr wedi bod yn dda iawn, ac mae Ŵyn yn gofyn am ŷd.",
    "Janet Lister was seen at home on 12 March 2019, tel. 01792 960803",
    "Roedd Gwŷn Prŷs yn bresennol, a'i chwaer Tân Môn hefyd.",
    "Mae gweithiwr cymdeithasol y cyngor wedi bod gyda'r teulu ers mis.",
)
FONT = Path(__file__).parents[1] / "resources/fonts/redactor-sans.ttf"
NEEDS_DATA = pytest.mark.skipif(
    folder_with("cym+eng") is None,
    reason="Tesseract's data for Welsh and English is not installed (tesseract-ocr-cym, tesseract-ocr-eng)",
)


def welsh_print(lines: tuple[str, ...] = LINES) -> Image.Image:
    """The lines as grey pixels at 150 dpi."""
    document = pymupdf.open()
    page = document.new_page(width=500, height=60 + 30 * len(lines))
    page.insert_font(fontname="sans", fontbuffer=FONT.read_bytes())
    for number, line in enumerate(lines):
        page.insert_text((50, 50 + 30 * number), line, fontname="sans", fontsize=11)
    pixmap = page.get_pixmap(dpi=150, colorspace="gray")
    return Image.frombytes("L", (pixmap.width, pixmap.height), pixmap.samples)
