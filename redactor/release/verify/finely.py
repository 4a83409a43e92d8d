# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pictures with more parts than pixels: summed, made larger and smaller. Exactly, and quickly: a page asks for it
hundreds of times."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from redactor.release.verify.picture import Pixels

Numbers = NDArray[np.float64]
Mask = NDArray[np.bool_]

#: Parts of a pixel in which letters are drawn and moved, across and down.
FINE = 4


def sum_of(pixels: Pixels, axis: int) -> Numbers:
    """Sums of columns (0) or rows (1)."""
    if not pixels.size:
        return np.zeros(pixels.shape[1 - axis])
    # Whole numbers are added many times as fast as others.
    return np.asarray(cv2.reduce(pixels, axis, cv2.REDUCE_SUM, dtype=cv2.CV_32S), dtype=np.float64).reshape(-1)


def lower(rows: NDArray[Any], by: int) -> NDArray[Any]:
    """Rows moved down; what leaves at the foot comes in at the top."""
    return np.concatenate((rows[-by:], rows[:-by])) if by else rows


def seen(ink: Pixels, strange: Mask) -> Pixels:
    """Finely drawn ink without what tells nothing; rows that tell nothing at all are left out."""
    kept = ~strange.all(axis=1)
    rows = ink.reshape(len(strange), FINE, -1)[kept].reshape(-1, ink.shape[1])
    in_part = np.flatnonzero(strange[kept].any(axis=0))
    if len(in_part):
        first, last = int(in_part[0]), int(in_part[-1]) + 1
        part = rows[:, first * FINE : last * FINE]
        part[enlarged(strange[kept, first:last].astype(np.uint8)) > 0] = 0
    return rows


def enlarged(pixels: Pixels) -> Pixels:
    """Each pixel in all of its parts."""
    return np.repeat(np.repeat(pixels, FINE, axis=1), FINE, axis=0)


def reduced(fine: Pixels) -> Pixels:
    """Each pixel the mean of its parts."""
    rows, columns = len(fine) // FINE, fine.shape[1] // FINE
    down = fine.reshape(rows, FINE, -1).astype(np.uint16, copy=False)
    high = down[:, 0] + down[:, 1] + down[:, 2] + down[:, 3]
    across = high.reshape(rows, columns, FINE)
    whole = across[..., 0] + across[..., 1] + across[..., 2] + across[..., 3]
    return np.asarray(cv2.convertScaleAbs(whole, alpha=1 / FINE**2), dtype=np.uint8)
