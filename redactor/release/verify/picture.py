# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pictures that are compared, and where a source page has its letters. Both pictures come from pypdfium2, which
wrote neither."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium_c
from numpy.typing import NDArray

from redactor.domain.geometry import Box

Pixels = NDArray[np.uint8]


def open_pdf(source: Any, password: str = "") -> Any:
    """Open bytes or a path with pypdfium2, form fields included."""
    document = pypdfium2.PdfDocument(source, password=password or None)
    document.init_forms()
    return document


def page_picture(page: Any) -> Pixels | None:
    """The page's one picture, decoded, as (height, width) or (height, width, 3); None when there is not exactly one."""
    found = list(page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=2))
    if len(found) != 1:
        return None
    array: Pixels = found[0].get_bitmap(render=False).to_numpy()
    return array if array.ndim == 2 else np.ascontiguousarray(array[:, :, :3])


def source_picture(document: Any, inner: int, columns: int, rows: int) -> Pixels:
    """The source page (from 1), as a reader shows it, in grey on a canvas of ``columns`` by ``rows`` pixels."""
    page = document[inner - 1]
    bitmap = pypdfium2.PdfBitmap.new_native(columns, rows, pdfium_c.FPDFBitmap_Gray)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, columns, rows)
    place = (bitmap, page, 0, 0, columns, rows, 0, pdfium_c.FPDF_ANNOT)
    pdfium_c.FPDF_RenderPageBitmap(*place)
    if document.formenv:
        pdfium_c.FPDF_FFLDraw(document.formenv, *place)
    drawn: Pixels = bitmap.to_numpy()
    return drawn if drawn.ndim == 2 else np.ascontiguousarray(drawn[:, :, 0])


def in_grey(picture: Pixels) -> Pixels:
    """A released picture in grey, at its own size."""
    return reduced(picture, 1)


def reduced(picture: Pixels, step: int) -> Pixels:
    """In grey, each ``step`` by ``step`` pixels averaged (what is left over at the far edges too)."""
    grey: Any = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY) if picture.ndim == 3 else picture
    if step == 1:
        return np.asarray(grey, dtype=np.uint8)
    rows, columns = grey.shape
    padded = cv2.copyMakeBorder(grey, 0, -rows % step, 0, -columns % step, cv2.BORDER_REPLICATE)
    size = (padded.shape[1] // step, padded.shape[0] // step)
    return np.asarray(cv2.resize(padded, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def displayed(page: Any, width: float, height: float) -> Any:
    """A function from pypdfium2's page coordinates to points from the top left of the page as displayed."""
    # Not get_cropbox: it overlooks a box that the page inherits, and takes US letter for it.
    left, bottom, right, top = page.get_bbox()
    turn = page.get_rotation()
    size = (top - bottom, right - left) if turn in (90, 270) else (right - left, top - bottom)

    def convert(box: tuple[float, float, float, float]) -> Box:
        x0, y0, x1, y1 = box[0] - left, box[1] - bottom, box[2] - left, box[3] - bottom
        w, h = right - left, top - bottom
        corners = {
            0: (x0, h - y1, x1, h - y0),
            90: (y0, x0, y1, x1),
            180: (w - x1, y0, w - x0, y1),
            270: (h - y1, w - x1, h - y0, w - x0),
        }[turn]
        sx, sy = width / size[0], height / size[1]
        return Box(corners[0] * sx, corners[1] * sy, corners[2] * sx, corners[3] * sy)

    return convert


def letter_boxes(document: Any, inner: int, width: float, height: float) -> Any:
    """A function that gives the ink boxes of the source's letters whose middle lies in a box, from left to right, in
    points of the page as displayed. Letters are looked up once, and only when asked for."""
    held: list[Box] = []

    def inside(box: Box) -> list[Box]:
        if not held:
            page = document[inner - 1]
            text = page.get_textpage()
            to_page = displayed(page, width, height)
            held.extend(to_page(text.get_charbox(n)) for n in range(text.count_chars()))
            held.append(Box(0, 0, 0, 0))
        middle = [((b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2, b) for b in held if b.x1 > b.x0]
        return sorted(b for x, y, b in middle if box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1)

    return inside
