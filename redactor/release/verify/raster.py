# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pixels of a released picture: inflated by another library than the one that compressed them, and read by the
picture's own palette.

A general reader makes three bytes of every pixel first, which takes five times as long as all that is asked of them.
Two readers (pikepdf, pypdfium2) must agree on the data and the size; the whitelist holds that nothing else in the
picture's dictionary says how the data are to be shown.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import pikepdf
import pypdfium2.raw as pdfium_c
from numpy.typing import NDArray
from zlib_ng import zlib_ng

from redactor.release.verify.picture import Pixels, decoded, in_grey, page_image

_HIGH, _LOW = np.arange(256) >> 4, np.arange(256) & 15
#: The two numbers in a byte, one after the other as they lie in memory.
_BOTH = np.stack((_HIGH, _LOW), axis=1).astype(np.uint8).reshape(-1).view(np.uint16)
#: What inflating damaged data raises.
DAMAGED: Any = zlib_ng.error


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture: all of it in ``grey``, and any part of it as it is. ``stored`` are its pixels, or its bytes of two
    pixels each (``paired``), to be looked up in the ``palette`` where it has one. ``problems`` say what is wrong with
    its data."""

    grey: Pixels
    stored: Pixels
    palette: Pixels | None = None
    paired: bool = False
    problems: tuple[str, ...] = ()

    @property
    def shape(self) -> tuple[int, ...]:
        """Rows and columns."""
        return self.grey.shape

    def part(self, y0: int, y1: int, x0: int, x1: int) -> Pixels:
        """Some rows and columns in their own colours."""
        if not self.paired:
            some = self.stored[y0:y1, x0:x1]
        else:
            both = _BOTH[self.stored[y0:y1, x0 // 2 : (x1 + 1) // 2]].view(np.uint8)
            some = both[:, x0 % 2 : x0 % 2 + x1 - x0]
        return some if self.palette is None else self.palette[some]


def read_raster(page: Any, image: Any) -> Raster | None:
    """The one picture of a page as pypdfium2 has it, whose object pikepdf reads as ``image``; None when there is not
    exactly one, or the two do not agree which."""
    found = page_image(page)
    if found is None:
        return None
    if not isinstance(image, pikepdf.Stream) or _raw(found) != image.read_raw_bytes():
        return None
    palette, bits = _palette(image.get("/ColorSpace")), image.get("/BitsPerComponent")
    if image.get("/Filter") != "/FlateDecode" or palette is None or bits not in (4, 8):
        pixels = decoded(found)
        return Raster(in_grey(pixels), pixels)
    return _looked_up(image, palette, paired=bits == 4)


def _raw(found: Any) -> bytes:
    """The picture's data as pypdfium2 has them."""
    length = pdfium_c.FPDFImageObj_GetImageDataRaw(found, None, 0)
    buffer = (ctypes.c_ubyte * length)()
    pdfium_c.FPDFImageObj_GetImageDataRaw(found, buffer, length)
    return bytes(buffer)


def _palette(space: Any) -> Pixels | None:
    """The colours of a picture by number, blue first; greys as single levels; None for other spaces."""
    if space == "/DeviceGray":
        return np.empty(0, dtype=np.uint8)
    if isinstance(space, pikepdf.Array) and len(space) == 4 and space[0] == "/Indexed" and space[1] == "/DeviceRGB":
        colours = np.frombuffer(bytes(space[3]), dtype=np.uint8)
        if colours.size and colours.size % 3 == 0:
            return np.ascontiguousarray(colours.reshape(-1, 3)[:, ::-1])
    return None


def _looked_up(image: Any, palette: Pixels, *, paired: bool) -> Raster:
    rows, columns = int(image.Height), int(image.Width)
    wide = -(-columns // 2) if paired else columns
    problems: list[str] = []
    data = inflated(image.read_raw_bytes(), rows * wide)
    if data is None:
        problems.append("the picture's data is longer or shorter than the picture")
        data = bytes(rows * wide)
    stored: Pixels = np.frombuffer(data, dtype=np.uint8).reshape(rows, wide)
    if paired and columns % 2 and (stored[:, -1] & 15).any():
        problems.append("the picture's rows are followed by something")
    if palette.size == 0:
        palette = (np.arange(16) * 17 if paired else np.arange(256)).astype(np.uint8)
    colours = len(palette)
    if colours < (16 if paired else 256) and _largest(stored, paired=paired) >= colours:
        problems.append("the picture has pixels of colours that it does not have")
        palette = np.concatenate((palette, np.zeros((256 - colours, *palette.shape[1:]), dtype=np.uint8)))
    grey = np.zeros(256, dtype=np.uint8)
    grey[: len(palette)] = palette if palette.ndim == 1 else in_grey(palette[None])[0]
    if paired:
        pairs = np.stack((grey[_HIGH], grey[_LOW]), axis=1).reshape(-1).view(np.uint16)
        levels = _lookup(stored, pairs).view(np.uint8)[:, :columns]
    else:
        levels = _lookup(stored, grey)
    return Raster(levels, stored, palette, paired, tuple(problems))


def _largest(stored: Pixels, *, paired: bool) -> int:
    """The largest number of a colour among the pixels."""
    return int((_lookup(stored, np.maximum(_HIGH, _LOW).astype(np.uint8)) if paired else stored).max())


def _lookup(stored: Pixels, table: NDArray[Any]) -> NDArray[Any]:
    return np.asarray(cv2.LUT(stored, table), dtype=table.dtype)


def inflated(raw: bytes, size: int) -> bytes | None:
    """What is compressed in ``raw`` when it is exactly so many bytes and ends where ``raw`` does; else None."""
    inflater = zlib_ng.decompressobj()
    try:
        data = inflater.decompress(raw, size + 1)
    except DAMAGED:
        return None
    return bytes(data) if len(data) == size and inflater.eof and not inflater.unused_data else None
