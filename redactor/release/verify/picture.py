# SPDX-License-Identifier: AGPL-3.0-or-later
"""The picture of a released page, as pypdfium2, which did not write it, decodes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium_c
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
#: Resolution at which pages are compared, in dots per inch.
COMPARE_DPI = 100


def open_pdf(source: Any, password: str = "") -> Any:
    """Open bytes or a path with pypdfium2, form fields included."""
    document = pypdfium2.PdfDocument(source, password=password or None)
    document.init_forms()
    return document


def page_image(page: Any) -> Any | None:
    """The page's one picture, as the library's own object; None when there is not exactly one, or a form, which we do
    not write and which may hold more. (The library's own list makes an object of every word.)"""
    found = None
    for index in range(pdfium_c.FPDFPage_CountObjects(page)):
        raw = pdfium_c.FPDFPage_GetObject(page, index)
        kind = pdfium_c.FPDFPageObj_GetType(raw)
        if kind == pdfium_c.FPDF_PAGEOBJ_FORM or (kind == pdfium_c.FPDF_PAGEOBJ_IMAGE and found is not None):
            return None
        if kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            found = pypdfium2.PdfObject(raw, page=page, pdf=page.pdf)
    return found


def decoded(image: Any) -> Pixels:
    """A picture as (height, width) or (height, width, 3), blue first, as pypdfium2 decodes it."""
    array: Pixels = image.get_bitmap(render=False).to_numpy()
    return array if array.ndim == 2 else np.ascontiguousarray(array[:, :, :3])


def page_picture(page: Any) -> Pixels | None:
    """The page's one picture, decoded; None when there is not exactly one."""
    found = page_image(page)
    return None if found is None else decoded(found)


def in_grey(picture: Pixels) -> Pixels:
    """A released picture in grey, at its own size."""
    return picture if picture.ndim == 2 else np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), dtype=np.uint8)


@dataclass(frozen=True, slots=True)
class Reduced:
    """A grey picture of ``columns`` by ``rows`` pixels, each ``step`` by ``step`` of them averaged to one."""

    pixels: Pixels
    columns: int
    rows: int
    step: int


def reduced(grey: Pixels, width: float) -> Reduced:
    """A picture of a page ``width`` points wide at the resolution of comparisons (what is left over at the far edges
    averaged too)."""
    rows, columns = grey.shape
    step = max(round(columns * 72 / (width * COMPARE_DPI)), 1)
    if step == 1:
        return Reduced(grey, columns, rows, step)
    small = np.empty((-(-rows // step), -(-columns // step)), dtype=np.uint8)
    down, across = rows // step, columns // step
    # Only what is left over is looked at with more of the same beside it: a page is large.
    for part, own in (
        (grey[: down * step, : across * step], (slice(down), slice(across))),
        (grey[down * step :, : across * step], (slice(down, None), slice(across))),
        (grey[:, across * step :], (slice(None), slice(across, None))),
    ):
        if part.size:
            missing = (0, -part.shape[0] % step, 0, -part.shape[1] % step)
            whole = cv2.copyMakeBorder(part, *missing, cv2.BORDER_REPLICATE) if any(missing) else part
            size = (whole.shape[1] // step, whole.shape[0] // step)
            cv2.resize(whole, size, dst=small[own], interpolation=cv2.INTER_AREA)
    return Reduced(small, columns, rows, step)


def opened(given: Pixels, rows: int, columns: int) -> Pixels:
    """What of a mask a rectangle of so many rows and columns fits into."""
    shape = np.ones((rows, columns), dtype=np.uint8)
    edge = {"borderType": cv2.BORDER_CONSTANT, "borderValue": 0}
    return np.asarray(cv2.morphologyEx(given, cv2.MORPH_OPEN, shape, **edge), dtype=np.uint8)
