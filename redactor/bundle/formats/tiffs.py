# SPDX-License-Identifier: AGPL-3.0-or-later
"""TIFF files that Pillow does not know: many shades, BigTIFF, packed in other ways. Read by tifffile."""

from __future__ import annotations

import io
import lzma
import struct
import zlib
from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image

from redactor.bundle.formats.shades import to_bytes

_STARTS = (b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+")
#: What tifffile and the decoders it calls raise for what they do not know or what is broken.
_WRONG = (
    ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, ZeroDivisionError, NotImplementedError,
    OSError, RuntimeError, AssertionError, MemoryError, struct.error, zlib.error, lzma.LZMAError,
)  # fmt: skip
_ORIENTATION = 274


@dataclass(frozen=True, slots=True)
class TiffPage:
    """A page with 256 shades of each colour; ``deep``: the file has more. ``orientation`` as in EXIF, not applied."""

    image: Image.Image
    dpi: tuple[float, float]
    orientation: int
    deep: bool


class Tiff:
    """A TIFF, as far as it can be read; for what is none, it has no pages."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._pages: Any = ()
        self.count = 0
        if not data.startswith(_STARTS):
            return
        import tifffile

        try:
            self._pages = tifffile.TiffFile(io.BytesIO(data)).pages
            self.count = len(self._pages)
        except _WRONG:
            self.count = 0

    def page(self, number: int, most_pixels: int) -> TiffPage | None:
        """Page ``number``, from 0, of at most so many pixels; None when it cannot be read."""
        if number >= self.count:
            return None
        try:
            found = self._pages[number]
            if found.size > most_pixels * 4 or found.imagewidth * found.imagelength > most_pixels:
                return None
            orientation = int(found.tags.valueof(_ORIENTATION, default=1))
            return TiffPage(_image(found), found.get_resolution(unit="inch"), orientation, found.bitspersample > 8)
        except _WRONG:
            return None

    def jpeg(self, number: int) -> bytes:
        """The page as a JPEG file, its bytes untouched; empty when it is not one JPEG in one piece.

        Its tables may be kept apart (TIFF Technical Note 2); what its colours are is said by an Adobe marker.
        """
        from tifffile import COMPRESSION, PHOTOMETRIC

        if number >= self.count:
            return b""
        try:
            found = self._pages[number]
            colours = {PHOTOMETRIC.MINISBLACK: b"", PHOTOMETRIC.RGB: b"\0", PHOTOMETRIC.YCBCR: b"\1"}
            upright = found.tags.valueof(_ORIENTATION, default=1) == 1
            one = found.compression == COMPRESSION.JPEG and len(found.dataoffsets) == 1 and upright
            if not one or found.photometric not in colours:
                return b""
            start, length = found.dataoffsets[0], found.databytecounts[0]
            stream, tables = self._data[start : start + length], bytes(found.jpegtables or b"")
            kind = colours[found.photometric]
            adobe = b"\xff\xee\x00\x0eAdobe\x00\x64\0\0\0\0" + kind if kind else b""
            return stream[:2] + adobe + tables[2:-2] + stream[2:] if stream.startswith(b"\xff\xd8") else b""
        except _WRONG:
            return b""


def _image(found: Any) -> Image.Image:
    """Raises ValueError for colours that are not known here."""
    from tifffile import PHOTOMETRIC

    values, axes = found.asarray(), found.axes
    if "Z" in axes:
        values, axes = values.take(0, axis=axes.index("Z")), axes.replace("Z", "")
    if axes == "SYX":
        values = np.moveaxis(values, 0, 2)
    samples = values.shape[2] if values.ndim == 3 else 1
    if found.photometric == PHOTOMETRIC.PALETTE:
        colours = (np.asarray(found.colormap).T >> 8).astype(np.uint8)
        return Image.fromarray(colours[values])
    values = to_bytes(values, found.bitspersample)
    if found.photometric in (PHOTOMETRIC.MINISWHITE, PHOTOMETRIC.MINISBLACK):
        grey = values if samples == 1 else values[..., 0]
        return Image.fromarray(255 - grey if found.photometric == PHOTOMETRIC.MINISWHITE else grey)
    if found.photometric == PHOTOMETRIC.SEPARATED and samples >= 4:
        return Image.fromarray(np.ascontiguousarray(values[..., :4]), "CMYK")
    if found.photometric in (PHOTOMETRIC.RGB, PHOTOMETRIC.YCBCR) and samples >= 3:
        wanted = 4 if samples == 4 and found.extrasamples == (2,) else 3
        return Image.fromarray(np.ascontiguousarray(values[..., :wanted]))
    raise ValueError(f"a TIFF in colours of kind {found.photometric}")
