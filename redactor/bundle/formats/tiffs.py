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


def count(data: bytes) -> int:
    """How many pages a TIFF has; 0 for what is no TIFF, or one nobody can read."""
    if not data.startswith(_STARTS):
        return 0
    import tifffile

    try:
        with tifffile.TiffFile(io.BytesIO(data)) as file:
            return len(file.pages)
    except _WRONG:
        return 0


def page(data: bytes, number: int, most_pixels: int) -> TiffPage | None:
    """Page ``number``, from 0, of at most so many pixels; None when it cannot be read."""
    if not data.startswith(_STARTS):
        return None
    import tifffile

    try:
        with tifffile.TiffFile(io.BytesIO(data)) as file:
            found: Any = file.pages[number]
            if found.size > most_pixels * 4 or found.imagewidth * found.imagelength > most_pixels:
                return None
            orientation = found.tags.valueof(_ORIENTATION, default=1)
            deep = found.bitspersample > 8
            return TiffPage(_image(found), found.get_resolution(unit="inch"), int(orientation), deep)
    except _WRONG:
        return None


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
