# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pictures that were laid straight by turning them a little on the page, as Acrobat does with scans.

pdfium draws such a picture up to 1.3 points aside of where the file puts it, the same at every resolution, on pages
that are turned as well (measured against the file's own matrix applied to the decoded picture; MuPDF is within a
tenth of a point). The two drawings are laid over each other before they are compared; by more than two points, never.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np
import pypdfium2.raw as pdfium_c

from redactor.domain.geometry import Box
from redactor.release.verify.picture import Pixels

#: How far a drawing may be moved, in points, and how alike (0 to 1) the two must be for it: all over, or where lines at
#: equal distances are as alike one line further down, within that distance.
FARTHEST, ALIKE, ALIKE_NEAR = 2.0, 0.3, 0.5
#: Boxes and so many pixels around them tell nothing of where the rest lies.
_BESIDE = 10


def any_askew(page: Any) -> bool:
    """Whether a picture on the page is neither upright nor turned by a quarter."""
    for found in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        a, b, c, d, _, _ = found.get_matrix().get()
        if min(abs(a), abs(d)) > 0.002 * max(abs(b), abs(c)) and min(abs(b), abs(c)) > 0.002 * max(abs(a), abs(d)):
            return True
    return False


def laid_over(mine: Pixels, theirs: Pixels, size: tuple[float, float], boxes: Sequence[Box] = ()) -> Pixels:
    """``theirs`` moved to where ``mine`` has the same but for the ``boxes``, both grey and of one size; as it is when
    they are too far apart or not alike. ``size`` is the page's, width and height, in points, as are the boxes."""
    across, down = mine.shape[1] / size[0], mine.shape[0] / size[1]
    seen = np.ones(mine.shape, dtype=bool)
    for box in boxes:
        x0, x1, y0, y1 = round(box.x0 * across), round(box.x1 * across), round(box.y0 * down), round(box.y1 * down)
        seen[max(y0 - _BESIDE, 0) : max(y1 + _BESIDE, 0), max(x0 - _BESIDE, 0) : max(x1 + _BESIDE, 0)] = False
    window = cv2.createHanningWindow((mine.shape[1], mine.shape[0]), cv2.CV_32F)
    there, here = (np.where(seen, 255 - drawn.astype(np.float32), 0) for drawn in (theirs, mine))
    (x, y), alike = cv2.phaseCorrelate(there, here, window)
    if alike < ALIKE or max(abs(x) / across, abs(y) / down) > FARTHEST:
        x, y, alike = _nearby(there, here, math.ceil(FARTHEST * across), math.ceil(FARTHEST * down))
        if alike < ALIKE_NEAR:
            return theirs
    by = np.array([[1, 0, x], [0, 1, y]], dtype=np.float64)
    whole = (theirs.shape[1], theirs.shape[0])
    moved = cv2.warpAffine(theirs, by, whole, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(moved, dtype=np.uint8)


def _nearby(there: Any, here: Any, wide: int, high: int) -> tuple[float, float, float]:
    """By how many pixels ``there`` must be moved to be most like ``here``, ``wide`` and ``high`` at most, and how alike
    (-1 to 1) they are then."""
    rows, columns = here.shape
    if rows <= 4 * high or columns <= 4 * wide:
        return 0.0, 0.0, -1.0
    found = cv2.matchTemplate(there, here[high : rows - high, wide : columns - wide], cv2.TM_CCOEFF_NORMED)
    _, alike, _, (column, row) = cv2.minMaxLoc(found)
    return wide - column - _between(found[row, :], column), high - row - _between(found[:, column], row), float(alike)


def _between(scores: Any, at: int) -> float:
    """Where, between its neighbours, the peak of a curve lies: from -0.5 to 0.5 of a step from the highest."""
    if not 0 < at < len(scores) - 1:
        return 0.0
    before, top, after = (float(score) for score in scores[at - 1 : at + 2])
    bent = before - 2 * top + after
    return 0.5 * (before - after) / bent if bent else 0.0
