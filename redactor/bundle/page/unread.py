# SPDX-License-Identifier: AGPL-3.0-or-later
"""Ink on a scanned page that no words were read from: handwriting, signatures, drawings, photographs.

OCR finds lines of print and says nothing of the rest. What is left of the ink when the words read, ruled lines,
the shadow of the paper's edge, punch holes and specks are taken away is somebody's hand, or a picture.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from redactor.domain.geometry import Box

#: The page is looked at with this many pixels per point (100 dpi): strokes are one pixel or two.
SCALE = 100 / 72
#: Ink is this much darker than the paper around it (of 255).
_DARKER = 50
#: Around a word as much as this many points is its own: accents, underlines, the finder's haste.
_AROUND = 3.0
#: Straight and longer than this many points is a ruled line.
_RULE = 40.0
#: Strokes nearer than this many points are of one hand.
_NEAR = 6.0
#: Smaller than this many points is no writing: (width, height).
_SMALL = (22.0, 9.0)
#: A mark whose box is filled with more ink than this is a block, a logo or a hole.
_DENSE = 0.42
#: A photograph is looked for in spots of so many points; they are so much darker than paper, and so unlike.
_SPOT, _TONED, _UNEVEN, _LEAST_PHOTO = 6.0, 22.0, 5.0, 54.0
#: Writing has at least this much ink: points of stroke, one point wide.
_STROKE = 30.0


def handwriting(grey: NDArray[np.uint8], words: Sequence[Box]) -> list[Box]:
    """Boxes (in points) of what looks written or drawn by hand and is not among the ``words``.

    ``grey`` is the page at :data:`SCALE` pixels per point, ``words`` are boxes in points.
    """
    ink = _ink(grey)
    height, width = ink.shape
    rules = _rules(ink)
    # Taken away with what belongs to it: a line's edge is grey, a word's accents stand above its box.
    ink[cv2.dilate(rules, np.ones((3, 3), np.uint8)) > 0] = 0
    for box in words:
        x0, y0 = (max(int((value - _AROUND) * SCALE), 0) for value in box[:2])
        x1, y1 = (int((value + _AROUND) * SCALE) + 1 for value in box[2:])
        ink[y0:y1, x0:x1] = 0
    ink = _without_specks(ink)
    reach = int(_NEAR * SCALE) | 1
    groups, labels, stats, _ = cv2.connectedComponentsWithStats(cv2.dilate(ink, np.ones((reach, reach), np.uint8)))
    found: list[Box] = []
    for group in range(1, groups):
        x, y, w, h = (int(value) for value in stats[group][:4])
        # A shadow or a border runs along the paper's edge; writing only meets it.
        edge = 3 * SCALE
        at_edge = x < edge or y < edge or x + w > width - edge or y + h > height - edge
        part = (labels[y : y + h, x : x + w] == group) & (ink[y : y + h, x : x + w] > 0)
        rows, columns = np.flatnonzero(part.any(axis=1)), np.flatnonzero(part.any(axis=0))
        if not rows.size:
            continue
        top, left = y + int(rows[0]), x + int(columns[0])
        tall, wide = int(rows[-1] - rows[0]) + 1, int(columns[-1] - columns[0]) + 1
        inked = int(part.sum())
        if at_edge and (min(tall, wide) < 30 * SCALE or inked < 0.02 * tall * wide):
            continue
        if _telling(wide / SCALE, tall / SCALE, inked / SCALE / SCALE):
            found.append(
                Box(left / SCALE, top / SCALE, (left + wide) / SCALE, (top + tall) / SCALE).rounded(),
            )
    return found


def photographs(grey: NDArray[np.uint8]) -> list[Box]:
    """Boxes (in points) of what is toned all over and not evenly: print leaves most of the paper blank everywhere.

    ``grey`` as for :func:`handwriting`.
    """
    step = int(_SPOT * SCALE)
    spot = step / SCALE
    high, wide = grey.shape[0] // step, grey.shape[1] // step
    if high < 3 or wide < 3:
        return []
    spots = grey[: high * step, : wide * step].reshape(high, step, wide, step).swapaxes(1, 2).reshape(high, wide, -1)
    tone = np.median(spots, axis=2)
    toned = (_paper(tone) - tone > _TONED).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(toned, connectivity=4)
    found: list[Box] = []
    for group in range(1, count):
        x, y, w, h, area = (int(value) for value in stats[group])
        tones = tone[labels == group]
        if min(w, h) * spot >= _LEAST_PHOTO and area > 0.4 * w * h and float(tones.std()) > _UNEVEN:
            found.append(Box(x * spot, y * spot, (x + w) * spot, (y + h) * spot).rounded())
    return found


def _paper(tone: NDArray[np.float64]) -> NDArray[np.float64]:
    """How bright the paper is in each spot: a plane through the brighter spots, since copies shade off to one side."""
    rows, columns = np.meshgrid(np.arange(tone.shape[0]), np.arange(tone.shape[1]), indexing="ij")
    bright = tone >= np.percentile(tone, 60)
    known = np.stack([rows[bright], columns[bright], np.ones(int(bright.sum()))], axis=1)
    down, across, level = np.linalg.lstsq(known, tone[bright], rcond=None)[0].tolist()
    return np.asarray(down * rows + across * columns + level)


def _telling(width: float, height: float, inked: float) -> bool:
    """Whether a group of strokes of this size (in points; ink in square points) is writing."""
    if width < _SMALL[0] or height < _SMALL[1] or inked < _STROKE:
        return False
    return inked / (width * height) <= _DENSE


def _ink(grey: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Pixels darker than the paper around them; the paper of a photocopy is not equally bright everywhere."""
    paper = cv2.medianBlur(cv2.resize(grey, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA), 21)
    level = cv2.resize(paper, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray((level.astype(np.int16) - grey > _DARKER).astype(np.uint8))


def _rules(ink: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Ruled lines, a little slanted ones too: they are long runs in pieces of a row or column."""
    length = int(_RULE * SCALE)
    found = np.zeros_like(ink)
    for thick, long in (((3, 1), (1, length)), ((1, 3), (length, 1))):
        # Thicker first: a slanted or rough line is broken into runs a pixel apart.
        whole = cv2.dilate(ink, np.ones(thick, np.uint8))
        found |= np.asarray(cv2.morphologyEx(whole, cv2.MORPH_OPEN, np.ones(long, np.uint8)))
    return found


def _without_specks(ink: NDArray[np.uint8]) -> NDArray[np.uint8]:
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    keep = np.zeros(count, np.uint8)
    keep[1:] = stats[1:, cv2.CC_STAT_AREA] >= 6
    return np.asarray(keep[labels])
