# SPDX-License-Identifier: AGPL-3.0-or-later
"""Scanned pages for tests: lines of print as pixels, with or without what a copier or a fax does to them."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pymupdf
from PIL import Image

DPI = 150


def printed(lines: Sequence[str], *, width: float = 440, height: float = 0, size: float = 12) -> Image.Image:
    """Grey pixels of these lines of print, at 150 dpi; width and height in points."""
    document = pymupdf.open()
    page = document.new_page(width=width, height=height or 40 + 30 * len(lines))
    for number, line in enumerate(lines):
        page.insert_text((30, 40 + 30 * number), line, fontsize=size)
    pixmap = page.get_pixmap(dpi=DPI, colorspace="gray")
    return Image.frombytes("L", (pixmap.width, pixmap.height), pixmap.samples)


def scanned(*images: Image.Image, dpi: int = DPI) -> bytes:
    """A PDF with a picture on each page, as a copier makes it."""
    document = pymupdf.open()
    for image in images:
        held = io.BytesIO()
        image.save(held, "PNG")
        page = document.new_page(width=image.width * 72 / dpi, height=image.height * 72 / dpi)
        page.insert_image(page.rect, stream=held.getvalue())
    data: bytes = document.tobytes()
    return data
