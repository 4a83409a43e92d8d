# SPDX-License-Identifier: AGPL-3.0-or-later
"""Ink on a page that no known word accounts for: what is left is read, and the rest of the page need not be."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from redactor.domain.geometry import Box

#: The page is looked at with about this many pixels per point (100 dpi).
SCALE = 100 / 72
#: Ink differs from the paper around it by this much (of 255), to either side: white letters on a dark ground too.
CONTRAST = 50
#: Letters reach this much (points) over their word's box, to the sides and up and down; paint over a box's edge.
ASIDE, ABOVE, EDGE = 1.2, 2.2, 0.8
#: Straight and longer than this many points is a ruled line.
RULE = 34.0
#: Smaller than this is a speck (square points), and narrower or lower than this (points) is no letter.
SPECK, LEAST_WIDE, LEAST_HIGH = 2.0, 2.4, 3.2
#: Strokes nearer than this many points are read together.
NEAR = 7.0


def unexplained(picture: NDArray[np.uint8], scale: float, words: Sequence[Box], boxes: Sequence[Box]) -> list[Box]:
    """Boxes (in points) around what looks like letters and is neither among the ``words`` nor under the ``boxes``.

    ``picture`` is the page in grey at ``scale`` pixels per point; ``words`` and ``boxes`` in points on it.
    """
    small = min(SCALE / scale, 1.0)
    grey = cv2.resize(picture, None, fx=small, fy=small, interpolation=cv2.INTER_AREA) if small < 1 else picture
    per = scale * small
    ink = _ink(np.asarray(grey, np.uint8))
    for box in words:
        _blank(ink, Box(box.x0 - ASIDE, box.y0 - ABOVE, box.x1 + ASIDE, box.y1 + ABOVE), per)
    for box in boxes:
        _blank(ink, Box(box.x0 - EDGE, box.y0 - EDGE, box.x1 + EDGE, box.y1 + EDGE), per)
    ink[cv2.dilate(_rules(ink, per), np.ones((3, 3), np.uint8)) > 0] = 0
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    keep = np.zeros(count, np.uint8)
    keep[1:] = stats[1:, cv2.CC_STAT_AREA] >= SPECK * per * per
    ink = np.asarray(keep[labels], np.uint8)
    reach = int(NEAR * per) | 1
    # Along the line further than across it: words of one line belong together, lines are read one by one.
    groups, _, stats, _ = cv2.connectedComponentsWithStats(
        np.asarray(cv2.dilate(ink, np.ones((max(reach // 2, 1), reach), np.uint8)))
    )
    found = []
    for group in range(1, groups):
        x, y, w, h = (int(value) for value in stats[group][:4])
        part = ink[y : y + h, x : x + w]
        rows, columns = np.flatnonzero(part.any(axis=1)), np.flatnonzero(part.any(axis=0))
        wide, high = int(np.ptp(columns)) + 1, int(np.ptp(rows)) + 1
        if wide < LEAST_WIDE * per or high < LEAST_HIGH * per:
            continue
        x0, y0 = (x + int(columns[0])) / per, (y + int(rows[0])) / per
        found.append(Box(x0, y0, x0 + wide / per, y0 + high / per))
    return found


def _ink(grey: NDArray[np.uint8]) -> NDArray[np.uint8]:
    paper = cv2.medianBlur(cv2.resize(grey, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA), 21)
    level = cv2.resize(paper, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray((cv2.absdiff(np.asarray(level, np.uint8), grey) > CONTRAST).astype(np.uint8))


def _blank(ink: NDArray[np.uint8], box: Box, per: float) -> None:
    x0, y0 = max(int(box.x0 * per), 0), max(int(box.y0 * per), 0)
    ink[y0 : max(int(box.y1 * per) + 1, 0), x0 : max(int(box.x1 * per) + 1, 0)] = 0


def _rules(ink: NDArray[np.uint8], per: float) -> NDArray[np.uint8]:
    length = max(int(RULE * per), 3)
    found = np.zeros_like(ink)
    for thick, long in (((3, 1), (1, length)), ((1, 3), (length, 1))):
        whole = cv2.dilate(ink, np.ones(thick, np.uint8))
        found |= np.asarray(cv2.morphologyEx(whole, cv2.MORPH_OPEN, np.ones(long, np.uint8)))
    return found
