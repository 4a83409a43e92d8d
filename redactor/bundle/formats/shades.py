# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pictures with more than 256 shades of grey (X-rays, measurements) brought down to those a page can show."""

from __future__ import annotations

from typing import Any

import numpy as np
from PIL import Image

#: So many different whole numbers are looked up in a table, which spares the memory of reckoning with fractions.
_TABLE = 1 << 16


def grey_of(image: Image.Image) -> Image.Image:
    """A Pillow image of mode I, I;16 or F in 256 shades."""
    return Image.fromarray(to_bytes(np.asarray(image)))


def to_bytes(values: Any, bits: int = 0) -> Any:
    """Samples of any kind of number as bytes. ``bits``: how many of them are used; 0 when the file does not say.

    Whole numbers are taken for parts of the range they have room for, unless all stay in its lower half: then, and
    where the room is not known, what is there is spread over the whole range, so that nothing is too dark to be seen.
    """
    if values.dtype == np.uint8 and bits in (0, 8):
        return values
    if values.dtype == bool:
        return values.astype(np.uint8) * 255
    whole = np.issubdtype(values.dtype, np.integer)
    if not whole:
        values = np.nan_to_num(values.astype(np.float32), nan=0.0, posinf=0.0, neginf=0.0)
    low, high = float(values.min()), float(values.max())
    if low >= 0:
        low, high = 0.0, max(high, _room(values.dtype, bits, high))
    if high <= low:
        return np.zeros(values.shape, np.uint8)
    if whole and high - low < _TABLE:
        shades = (np.arange(int(high - low) + 1) * (255 / (high - low))).round().astype(np.uint8)
        return shades[values.astype(np.int32) - int(low)] if low else shades[values]
    return ((values.astype(np.float32) - low) * (255 / (high - low))).round().astype(np.uint8)


def _room(kind: Any, bits: int, high: float) -> float:
    """What counts as white for numbers up to ``high`` that are not below nought."""
    if np.issubdtype(kind, np.floating):
        return 1.0 if 0.5 <= high <= 1 else 255.0 if 127 < high <= 255 else high
    full = float((1 << (bits or 8 * kind.itemsize)) - 1)
    return full if high > full / 2 else high
