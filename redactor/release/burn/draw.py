# SPDX-License-Identifier: AGPL-3.0-or-later
"""Draw a source page: only what is visible, at the resolution that loses nothing a reader needs."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import pymupdf

from redactor.domain.errors import BadInput
from redactor.domain.geometry import Box
from redactor.release.burn.boxes import Pixels

#: Dots per inch at which pages with text and lines of their own are drawn.
DPI = 200
#: Largest picture, in pixels; a page that would be larger is drawn at a lower resolution.
MOST_PIXELS = 40_000_000
#: Scans are kept between these resolutions (dots per inch) even when the page is drawn very large or small.
SCAN_DPI = (50, 600)
#: A page counts as a scan when one picture covers this share of it and nothing visible is drawn beside it.
SCAN_SHARE = 0.9
#: Resolution (scale 0.5 is 36 dpi) and difference of channels by which a page counts as coloured.
LOOK_SCALE, COLOUR_DIFFERENCE = 0.5, 10
#: What counts as grey in that (of 1.0): less than the difference above.
GREY = 0.02
#: That drawing's largest size in pixels, whatever the page's.
LOOK_PIXELS = 4_000_000


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page's pixels: an array (height, width) in grey or (height, width, 3) in colour.

    ``width`` and ``height`` are the page's size in points as displayed. ``scan`` when the page is one
    picture; ``tables`` are that picture's JPEG quantisation tables, when it is a JPEG. ``pictures`` are the
    raster pictures on the page, in pixels (x0, y0, x1, y1).
    """

    pixels: Pixels
    width: float
    height: float
    scan: bool
    bitonal: bool
    tables: tuple[tuple[int, ...], ...]
    pictures: tuple[tuple[int, int, int, int], ...]


def open_source(data: bytes, password: str) -> Any:
    """Open a source file from memory. Raises BadInput when it cannot be opened."""
    try:
        document = pymupdf.open(stream=data, filetype="pdf")
    except (pymupdf.FileDataError, pymupdf.EmptyFileError, RuntimeError) as error:
        raise BadInput("a document in the case cannot be opened any more", do="Check the case") from error
    if document.needs_pass and not document.authenticate(password):
        raise BadInput("the password of a document does not open it any more", do="Add the document again")
    return document


def draw(document: Any, index: int, again: Callable[[Any, Box, float], Any] | None = None) -> Drawn:
    """Draw page ``index`` (from 0) with its annotations and form fields; layers that are off stay off.

    ``again`` may change the drawing of a page that is no scan: it gets the display list, the page's box and the width
    of a pixel in points, and returns the list to draw, or None for the page as it
    is. Raises BadInput when the page cannot be drawn.
    """
    try:
        _hide_empty_signatures(document, index)
        page = document[index]
        turn = page.rotation
        if turn:
            # Pictures are looked for on the page as it lies in the file: the library does not turn their places.
            page.set_rotation(0)
        listed = page.get_displaylist(annots=1)
        pictures = _pictures(listed)
        alone = _alone(page, pictures)
        if alone:
            # Drawn as it lies, so that its pixels are kept one to one, and then turned.
            size = _scan_size(alone, page.rect)
            if alone["cs-name"] == "DeviceGray":
                lies = _pixels(listed, page.rect, *size, False)  # no colour to look for
            else:
                lies = _best(page, listed, page.rect, size)
            pixels = np.ascontiguousarray(np.rot90(lies, k=-turn // 90))
        if turn:
            page.set_rotation(turn)
        box = page.rect
        if not alone:
            size = _limited(box.width * DPI / 72, box.height * DPI / 72)
            if turn:
                listed = page.get_displaylist(annots=1)
            if again is not None:
                listed = again(listed, Box(*box), box.width / size[0]) or page.get_displaylist(annots=1)
            pixels = _best(page, listed, box, size)
    except (RuntimeError, ValueError, MemoryError, pymupdf.mupdf.FzErrorBase) as error:
        raise BadInput(
            "this page cannot be drawn", do="Withhold the page, or add a repaired copy of the document"
        ) from error
    across, down = pixels.shape[1] / box.width, pixels.shape[0] / box.height
    turned = [pymupdf.Rect(picture["bbox"]) * page.rotation_matrix for picture in pictures]
    places = tuple(_in_pixels(place, across, down, pixels.shape[:2]) for place in turned)
    bitonal = alone is not None and alone["bpc"] == 1 and pixels.ndim == 2
    bitonal = bitonal and bool(((pixels == 0) | (pixels == 255)).all())
    tables = _jpeg_tables(document, page) if alone is not None and not bitonal else ()
    return Drawn(pixels, box.width, box.height, alone is not None, bitonal, tables, places)


def _hide_empty_signatures(document: Any, index: int) -> None:
    """MuPDF draws a flag "SIGN" of its own over a signature field nobody signed; no other program does."""
    for xref, kind, _ in document.page_annot_xrefs(index):
        if kind != pymupdf.PDF_ANNOT_WIDGET or document.xref_get_key(xref, "AP")[0] != "null":
            continue
        field = [document.xref_get_key(xref, at + key) for key in ("FT", "V") for at in ("", "Parent/")]
        if any(value == "/Sig" for _, value in field[:2]) and all(held == "null" for held, _ in field[2:]):
            document.xref_set_key(xref, "F", "2")


def _best(page: Any, listed: Any, box: Any, size: tuple[int, int]) -> Pixels:
    """In grey, unless a small drawing in colour shows colour."""
    if _all_grey(page, listed):
        return _pixels(listed, box, *size, False)
    look = _pixels(listed, box, *_limited(box.width * LOOK_SCALE, box.height * LOOK_SCALE, LOOK_PIXELS), True)
    red, green, blue = cv2.split(look)
    spread = cv2.minMaxLoc(cv2.max(cv2.absdiff(red, green), cv2.absdiff(green, blue)))[1]
    return _pixels(listed, box, *size, spread > COLOUR_DIFFERENCE)


def _all_grey(page: Any, listed: Any) -> bool:
    """Whether all that is drawn is surely drawn in greys: then there is no colour to look for. The library looks at
    the colour that letters are filled with, so not where letters may be drawings with colours of their own."""
    if page.first_annot or page.first_widget or any(font[2] == "Type3" for font in page.get_fonts()):
        return False
    found = pymupdf.mupdf.ll_fz_new_test_device_outparams()
    device = pymupdf.mupdf.FzDevice(
        pymupdf.mupdf.ll_fz_new_test_device_outparams_fn(GREY, 0, None, found)  # it writes into ``found``, to the end
    )
    cookie = pymupdf.mupdf.FzCookie()
    everywhere = pymupdf.mupdf.FzRect(pymupdf.mupdf.FzRect.Fixed_INFINITE)
    pymupdf.mupdf.fz_run_display_list(listed.this, device, pymupdf.mupdf.FzMatrix(), everywhere, cookie)
    # It stops at the first colour, which counts as an error.
    return bool(found.is_color == 0 and cookie.m_internal.errors == 0)


def _pixels(listed: Any, box: Any, width: int, height: int, colour: bool) -> Pixels:
    """Draw on a canvas of exactly ``width`` by ``height`` pixels."""
    matrix = pymupdf.Matrix(width / box.width, height / box.height)
    space = pymupdf.csRGB if colour else pymupdf.csGRAY
    drawn = listed.get_pixmap(matrix=matrix, colorspace=space, alpha=False, clip=None)
    # The library's own memory, which is as good as a copy: it lives as long as the pixels do.
    memory: Any = (ctypes.c_ubyte * (drawn.height * drawn.stride)).from_address(drawn.samples_ptr)
    memory.held = drawn
    array: Any = np.frombuffer(memory, dtype=np.uint8).reshape(drawn.height, drawn.stride)
    array = array[:, : drawn.width * drawn.n].reshape(drawn.height, drawn.width, drawn.n)
    if (drawn.width, drawn.height) != (width, height):
        # Rounding in the library can add or drop the last row or column of blank paper.
        fixed = np.full((height, width, drawn.n), 255, dtype=np.uint8)
        rows, columns = min(height, drawn.height), min(width, drawn.width)
        fixed[:rows, :columns] = array[:rows, :columns]
        array = fixed
    pixels: Pixels = np.ascontiguousarray(array if colour else array[:, :, 0])
    return pixels


def _limited(width: float, height: float, most: int = MOST_PIXELS) -> tuple[int, int]:
    shrink = min(1.0, (most / max(width * height, 1.0)) ** 0.5)
    return max(round(width * shrink), 1), max(round(height * shrink), 1)


def _pictures(listed: Any) -> list[dict[str, Any]]:
    found = pymupdf.TextPage(listed.get_textpage(pymupdf.TEXT_PRESERVE_IMAGES)).extractIMGINFO()
    return [info for info in found if info["width"] > 0 and info["height"] > 0]


def _alone(page: Any, pictures: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The picture that is the whole page, when nothing else is visible on it."""
    if len(pictures) != 1:
        return None
    box = page.rect
    place = pymupdf.Rect(pictures[0]["bbox"]) & box
    if place.is_empty or abs(place) < SCAN_SHARE * abs(box):
        return None
    a, b, c, d, _, _ = pictures[0]["transform"]
    straight = (abs(b) < 1e-3 and abs(c) < 1e-3) or (abs(a) < 1e-3 and abs(d) < 1e-3)
    if not straight:
        return None
    for kind, _ in page.get_bboxlog():
        if kind not in ("fill-image", "fill-imgmask", "ignore-text"):
            return None
    return pictures[0]


def _scan_size(picture: dict[str, Any], box: Any) -> tuple[int, int]:
    """The pixels at which the picture's own pixels map one to one."""
    place = pymupdf.Rect(picture["bbox"])
    a, _, _, d, _, _ = picture["transform"]
    turned = abs(a) < 1e-3 and abs(d) < 1e-3
    across, down = (picture["height"], picture["width"]) if turned else (picture["width"], picture["height"])
    low, high = SCAN_DPI
    scale_x = min(max(across / place.width, low / 72), high / 72)
    scale_y = min(max(down / place.height, low / 72), high / 72)
    return _limited(box.width * scale_x, box.height * scale_y)


def _in_pixels(place: Any, across: float, down: float, size: tuple[int, ...]) -> tuple[int, int, int, int]:
    x0, y0, x1, y1 = place.normalize()
    left, top = max(int(x0 * across), 0), max(int(y0 * down), 0)
    return left, top, min(int(x1 * across) + 1, size[1]), min(int(y1 * down) + 1, size[0])


def _jpeg_tables(document: Any, page: Any) -> tuple[tuple[int, ...], ...]:
    """The quantisation tables of the page's one JPEG, so that it is encoded as finely as it came, no finer."""
    images = page.get_images(full=True)
    if len(images) != 1 or images[0][8] != "DCTDecode":
        return ()
    import io

    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(document.xref_stream_raw(images[0][0]))) as picture:
            tables: dict[int, list[int]] = getattr(picture, "quantization", {})
    except (UnidentifiedImageError, OSError):
        return ()
    return tuple(tuple(int(v) for v in tables[key]) for key in sorted(tables))
