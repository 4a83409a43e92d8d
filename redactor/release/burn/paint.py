# SPDX-License-Identifier: AGPL-3.0-or-later
"""Paint boxes into a page's pixels, and take away what an encoder left of the hidden letters beside them.

A JPEG spreads the edges of a letter over its whole block of eight pixels a side (sixteen for colour), faintly. On a
scan, where boxes end between two lines of a block's height, the block cannot be covered whole: its other half belongs
to the neighbouring line. There paper becomes plain paper, and ink is brought to a few levels, too coarse to hold it.
"""

from __future__ import annotations

from collections.abc import Iterable

import cv2
import numpy as np
from numpy.typing import NDArray

from redactor.release.burn.boxes import FAINT, FILLS, Pixels, paper_level
from redactor.release.burn.composed import PixelBox
from redactor.release.burn.draw import Drawn

#: How far (pixels) a letter's edges reach in a JPEG: a block but for one pixel, once and twice as large.
REACH, REACH_COLOUR = 7, 15
#: Ink beside a box is brought to steps of so many levels; what is paler than two of them and hangs together with
#: nothing farther away is no letter.
STEP, DARK = 2 * FAINT, 4 * FAINT
#: How far (pixels) beyond that the paper is looked at; that of a row may be so much lighter or darker than most of it,
#: told by so many pixels.
FARTHER, SHADED, ENOUGH = 24, 48, 16
#: Where less than this share is as light as most of it, give or take what is faint, it is no paper but a photograph.
PAPER = 0.5


def fill_level(drawn: Drawn, colour: str) -> int:
    """What boxes are painted with. In a two-level picture what is to be grey is white."""
    return FILLS["white"] if drawn.bitonal and colour == "grey" else FILLS[colour]


def is_drawn_above(drawn: Drawn, colour: str, *, lossy: bool) -> bool:
    """Whether the boxes' colour is to be drawn above the picture as well, because the picture cannot hold it, or not
    to the edge: pale grey in a two-level one, any on a scan that a lossy encoder follows."""
    return colour == "grey" if drawn.bitonal else lossy and drawn.scan


def fill(pixels: Pixels, boxes: Iterable[PixelBox], level: int) -> None:
    for box in boxes:
        pixels[box.y0 : box.y1, box.x0 : box.x1] = level


def clean(pixels: Pixels, covered: Pixels, boxes: Iterable[PixelBox]) -> None:
    """Leave nothing faint around ``boxes`` (upright around what was painted). ``covered`` is not 0 where one is."""
    reach = REACH if pixels.ndim == 2 else REACH_COLOUR
    by = reach + FARTHER
    near = cv2.dilate(covered, np.ones((2 * reach + 1, 2 * reach + 1), np.uint8)) > 0
    for box in boxes:
        area = (slice(max(box.y0 - by, 0), box.y1 + by), slice(max(box.x0 - by, 0), box.x1 + by))
        part, beside, far = pixels[area], near[area] & (covered[area] == 0), ~near[area]
        if beside.any() and far.any():
            made = _like_nearby(part, beside, far) if _toned(part[far]) else _coarse(part, beside, far)
            part[beside] = made[beside]


def _toned(far: Pixels) -> bool:
    """Whether these pixels are of a photograph: less than half of them are about as light as paper, in each colour."""
    planes = far.reshape(len(far), -1)
    usual = np.array([paper_level(plane) for plane in planes.T], dtype=np.int16)
    return float(np.mean((np.abs(planes - usual) <= FAINT).all(axis=1))) < PAPER


def _like_nearby(part: Pixels, beside: NDArray[np.bool_], far: NDArray[np.bool_]) -> Pixels:
    """The part of a photograph in which every pixel ``beside`` has the colour of the nearest one ``far`` enough that is
    about as light in each colour."""
    planes = part.reshape(*part.shape[:2], -1)
    kinds = (planes // STEP).astype(np.int16) @ np.array((1, 4, 16)[: planes.shape[2]], dtype=np.int16)
    made = planes // STEP * STEP + STEP // 2
    for kind in np.unique(kinds[beside]):
        alike = kinds == kind
        there = alike & far
        if not there.any():
            continue
        away = (~there).astype(np.uint8)
        _, nearest = cv2.distanceTransformWithLabels(away, cv2.DIST_L2, 3, labelType=cv2.DIST_LABEL_PIXEL)
        colours = np.zeros((int(nearest.max()) + 1, planes.shape[2]), np.uint8)
        colours[nearest[there]] = planes[there]
        made[alike & beside] = colours[nearest[alike & beside]]
    return made.reshape(part.shape)


def _coarse(part: Pixels, beside: NDArray[np.bool_], far: NDArray[np.bool_]) -> Pixels:
    """The part of a page with plain paper and ink of a few levels; ``beside`` are the pixels that count. What paper and
    ink are like is told by pixels ``far`` enough from what is hidden to hold nothing of it."""
    grey = part if part.ndim == 2 else part.min(axis=2)
    paper = _paper(grey, far)
    depth = _depth(paper - grey.astype(np.int16))
    depth[~(beside | far)] = 0
    inked = (depth != 0).astype(np.uint8)
    if inked.any():
        count, labels = cv2.connectedComponents(inked)
        strong = np.zeros(count, dtype=bool)
        strong[labels[far | (np.abs(depth) >= DARK)]] = True
        depth[~strong[labels]] = 0
    levels = depth
    if part.ndim == 3:
        paper = np.dstack([_paper(part[:, :, n], far) for n in range(3)])
        levels = _in_colour(part, paper, depth)
    coarse: Pixels = np.clip(paper - levels, 0, 255).astype(np.uint8)
    _as_farther_away(coarse, part, levels, beside & (depth != 0), far & (depth != 0))
    return coarse


def _depth(below: NDArray[np.int16]) -> NDArray[np.int16]:
    return (np.rint(below / STEP) * STEP).astype(np.int16)


def _in_colour(part: Pixels, paper: NDArray[np.int16], depth: NDArray[np.int16]) -> NDArray[np.int16]:
    """How deep the ink is in each of the three colours. What is hardly coloured is as deep in all of them: paper has a
    tint of its own."""
    levels = np.repeat(depth[:, :, None], 3, axis=2)
    below = paper[depth != 0] - part[depth != 0].astype(np.int16)
    coloured = below.max(axis=1) - below.min(axis=1) >= STEP
    of_ink = levels[depth != 0]
    of_ink[coloured] = _depth(below[coloured])
    levels[depth != 0] = of_ink
    return levels


def _as_farther_away(
    coarse: Pixels, part: Pixels, levels: NDArray[np.int16], beside: NDArray[np.bool_], far: NDArray[np.bool_]
) -> None:
    """Give ink ``beside`` a box the very colour that ink of its level has ``far`` from any: a river on a map goes on
    as it is."""
    planes = 1 if part.ndim == 2 else 3
    places = np.array((1, 16, 256)[:planes])
    here, there = ((levels[at].reshape(-1, planes) // STEP + 8) @ places for at in (beside, far))
    found, own = part[far], coarse[beside]
    for kind in np.unique(here):
        alike = there == kind
        if np.count_nonzero(alike) >= ENOUGH:
            own[here == kind] = np.median(found[alike], axis=0)
    coarse[beside] = own


def _paper(grey: Pixels, far: NDArray[np.bool_]) -> NDArray[np.int16]:
    """The level of the paper in every row: shading may begin between two lines. The middle one of what is about as
    light as most of it; rows with little of that are like most."""
    usual = paper_level(grey[far])
    light = far & (np.abs(grey.astype(np.int16) - usual) <= SHADED)
    counts = light.sum(axis=1)
    ranked = np.sort(np.where(light, grey, 255), axis=1)
    middle = ranked[np.arange(len(grey)), counts // 2].astype(np.int16)
    return np.broadcast_to(np.where(counts >= ENOUGH, middle, usual)[:, None], grey.shape)
