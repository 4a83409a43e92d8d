# SPDX-License-Identifier: AGPL-3.0-or-later
"""The picture of a released page, as pypdfium2, which did not write it, decodes it."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium_c
from numpy.typing import NDArray

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


def in_grey(picture: Pixels) -> Pixels:
    """A released picture in grey, at its own size."""
    return picture if picture.ndim == 2 else np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), dtype=np.uint8)


def reduced(grey: Pixels, step: int) -> Pixels:
    """Each ``step`` by ``step`` pixels averaged (what is left over at the far edges too)."""
    if step == 1:
        return grey
    rows, columns = grey.shape
    padded = cv2.copyMakeBorder(grey, 0, -rows % step, 0, -columns % step, cv2.BORDER_REPLICATE)
    size = (padded.shape[1] // step, padded.shape[0] // step)
    return np.asarray(cv2.resize(padded, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def opened(given: Pixels, rows: int, columns: int) -> Pixels:
    """What of a mask a rectangle of so many rows and columns fits into."""
    shape = np.ones((rows, columns), dtype=np.uint8)
    edge = {"borderType": cv2.BORDER_CONSTANT, "borderValue": 0}
    return np.asarray(cv2.morphologyEx(given, cv2.MORPH_OPEN, shape, **edge), dtype=np.uint8)
