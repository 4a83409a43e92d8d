# SPDX-License-Identifier: AGPL-3.0-or-later
"""Paragraphs of widely spaced text: letters at one and a half lines, statements at two. Pure.

A file's reader takes a line that stands far from the one before for a new paragraph (MuPDF: one and a half times the
letters' size), so that in widely spaced text every line is one. What a page's lines stand apart as a rule tells them
from its paragraphs.
"""

from __future__ import annotations

import numpy as np

from redactor.bundle.words.lines import Counts, Flags, Numbers, Order

#: Lines stand apart alike within this share of the step from one to the next, and half a point.
_ALIKE, _HALF = 1.06, 0.5
#: No step of more line heights is that from line to line of one paragraph: two is double spacing.
_FARTHEST = 2.4
#: As many steps, and as large a share of all, are a page's rule.
_FEWEST, _SHARE = 3, 0.3
#: Lines of a paragraph begin within this share of their height of each other, and are this much alike in height.
_INDENT, _SIZE = 2.5, 1.25


def closed_up(boxes: Numbers, order: Order) -> Order:
    """``order`` with one block for lines that stand below each other as far apart as the page's lines do as a rule.

    ``boxes`` are four rows, x0, y0, x1, y1, in points, as if lines ran from left to right. Rows of tables stay.
    """
    starts = np.concatenate(([0], (order.lines[1:] != order.lines[:-1]).nonzero()[0] + 1))
    if starts.size <= _FEWEST:
        return order
    own = order.blocks[starts]
    apart = own[1:] != own[:-1]
    if not apart.any():
        return order
    read = boxes[:, order.at]
    x0, y0 = np.minimum.reduceat(read[:2], starts, axis=1)
    y1 = np.maximum.reduceat(read[3], starts)
    height = y1 - y0
    step = y0[1:] - y0[:-1]
    least, most = np.minimum(height[1:], height[:-1]), np.maximum(height[1:], height[:-1])
    near = (
        (step > 0.6 * most)
        & (step <= _FARTHEST * least)
        & (most <= _SIZE * least)
        & (np.abs(x0[1:] - x0[:-1]) <= _INDENT * least)
    )
    if not (near & apart).any():
        return order
    usual = _usual(np.sort(step[near]))
    joined = near & apart & (step <= usual * _ALIKE + _HALF) & ~_beside_a_row(own, step <= 0.6 * most)
    if not joined.any():
        return order
    lost = np.zeros(starts.size, np.int64)
    np.cumsum(joined, out=lost[1:])
    return order._replace(blocks=order.blocks - np.repeat(lost, np.diff(starts, append=order.at.size)))


def _usual(steps: Numbers) -> float:
    """The smallest step, in points, that many lines keep; 0 when none is kept. ``steps`` are sorted."""
    alike = np.searchsorted(steps, steps * _ALIKE + _HALF, side="right") - np.arange(steps.size)
    kept = np.flatnonzero(alike >= max(_FEWEST, _SHARE * steps.size))
    return float(steps[kept[0]]) if kept.size else 0.0


def _beside_a_row(own: Counts, level: Flags) -> Flags:
    """Of each line and the next, whether the block of one of them is a row: lines beside each other. ``own`` is each
    line's block, ``level`` whether the next one is not below it."""
    rows = np.isin(own, own[1:][level & (own[1:] == own[:-1])])
    return rows[1:] | rows[:-1]
