# SPDX-License-Identifier: AGPL-3.0-or-later
"""Patches of the boxes' own colour where no box is: something was covered that the plan does not cover."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from redactor.domain.geometry import Box
from redactor.release.verify.flat import ROUNDING
from redactor.release.verify.picture import Reduced, opened

#: Squares of so many pixels that are of the boxes' level are a patch.
PATCH = 5
#: A pixel of the source this far (of 255) from that level is none of its own; so much of a patch must be.
OTHER, MOST = 24, 0.8
#: Paper of the boxes' level is looked for this near, in pixels.
NEAR = 41
#: Around a box so many points (and pixels of the whole picture) belong to it.
AROUND, AROUND_PIXELS = 0.1, 9


def stray_patches(mine: Reduced, theirs: Reduced, boxes: Sequence[Box], size: tuple[float, float], level: int) -> int:
    """How many patches of ``level`` lie outside the ``boxes`` (points on a page of this ``size``, width and height),
    where the source is of another. Both pictures are of one size."""
    small, source, step = mine.pixels, theirs.pixels, mine.step
    like = np.asarray(cv2.inRange(small, level - ROUNDING, level + ROUNDING), dtype=np.uint8)
    # The dots of a fax stand closer across than down.
    across, down, beside = mine.columns / size[0] / step, mine.rows / size[1] / step, AROUND_PIXELS / step + 1
    for box in boxes:
        wide, high = AROUND * box.height * across + beside, AROUND * box.height * down + beside
        x0, x1 = round(box.x0 * across - wide), round(box.x1 * across + wide)
        y0, y1 = round(box.y0 * down - high), round(box.y1 * down + high)
        like[max(y0, 0) : max(y1, 0), max(x0, 0) : max(x1, 0)] = 0
    whole = cv2.erode(like, np.ones((PATCH, PATCH), np.uint8), borderType=cv2.BORDER_CONSTANT, borderValue=0)
    if not cv2.countNonZero(whole):
        return 0  # no patch fits anywhere
    flat = opened(like, PATCH, PATCH)
    # Only there, and as far around as what follows looks.
    x, y, wide, high = cv2.boundingRect(flat)
    near = (slice(max(y - NEAR, 0), y + high + NEAR), slice(max(x - NEAR, 0), x + wide + NEAR))
    flat, source = flat[near], source[near]
    off = cv2.inRange(source, level - OTHER, level + OTHER) == 0
    # Paper of that level itself shows where words moved away from it.
    tinted = opened(np.logical_not(off).astype(np.uint8), PATCH, PATCH)
    off &= cv2.dilate(tinted, np.ones((NEAR, NEAR), np.uint8)) == 0
    share = cv2.blur((off & (flat > 0)).astype(np.float32), (PATCH, PATCH), borderType=cv2.BORDER_CONSTANT)
    return int(cv2.connectedComponents((share >= MOST).astype(np.uint8))[0]) - 1
