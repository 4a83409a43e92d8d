# SPDX-License-Identifier: AGPL-3.0-or-later
"""Drawing a part of a page into pixels."""

from __future__ import annotations

from typing import Any

import numpy as np
import pymupdf
from numpy.typing import NDArray
from pymupdf import mupdf

from redactor.bundle.mupdf.engine import run
from redactor.domain.geometry import Box

#: What MuPDF calls a device for when it draws text; a device without the function draws none.
_TEXT = ("fill_text", "stroke_text", "clip_text", "clip_stroke_text")


#: How dark a press prints each level of grey: reading, and looking for ink, were measured on pages drawn like that.
_PRESS = np.interp(
    np.arange(256), (0, 20, 60, 100, 140, 180, 220, 240, 255), (31, 58, 97, 129, 159, 191, 224, 240, 255)
).astype(np.uint8)


def bounds(display_list: Any) -> Box:
    """The page's own box in points: from (0, 0) to its width and height as displayed."""
    rect = mupdf.fz_bound_display_list(display_list)
    return Box(rect.x0, rect.y0, rect.x1, rect.y1)


def draw(
    display_list: Any, scale: float, area: Box | None = None, *, text: bool = True, grey: bool = False
) -> NDArray[np.uint8]:
    """The pixels of ``area`` (points; the whole page when None), on white: height x width x RGB, or height x
    width when ``grey``.

    ``scale`` is pixels per point; partly covered pixels at the edges are included. Without ``text`` nothing
    that is text is drawn: MuPDF skips an operation its device has no function for (source/fitz/device.c).
    """
    box = area or bounds(display_list)
    rect = mupdf.fz_make_rect(*(value * scale for value in box))
    space = mupdf.FzColorspace.Fixed_GRAY if grey else mupdf.FzColorspace.Fixed_RGB
    # No separations: even an empty list of them has every page drawn as for a printing press, in five times the time
    # and with black as a dark grey.
    pixmap = mupdf.FzPixmap(mupdf.FzColorspace(space), mupdf.fz_round_rect(rect), mupdf.FzSeparations(), 0)
    mupdf.fz_clear_pixmap_with_value(pixmap, 255)
    device = mupdf.fz_new_draw_device(mupdf.fz_scale(scale, scale), pixmap)
    if not text:
        for operation in _TEXT:
            setattr(device.m_internal, operation, None)
    run(display_list, device)
    held = pymupdf.Pixmap("raw", pixmap)
    rows = np.frombuffer(held.samples_mv, np.uint8).reshape(held.height, held.stride)
    if grey:
        return rows[:, : held.width].copy()
    return rows[:, : held.width * 3].reshape(held.height, held.width, 3).copy()


def as_printed(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The pixels, changed in place to the tones of print, softer in the dark: they are read and judged best so."""
    import cv2  # here: the process that only draws does without it

    cv2.LUT(pixels, _PRESS, pixels)
    return pixels
