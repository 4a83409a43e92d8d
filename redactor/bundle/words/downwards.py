# SPDX-License-Identifier: AGPL-3.0-or-later
"""The reading order of a plain page: one column of lines, each below the one before. Pure.

Most typed pages are such, and for them the file's own order is the one that looking at every line would find (see
:mod:`~redactor.bundle.words.layout`), which can be told of all lines at once.
"""

from __future__ import annotations

import numpy as np

from redactor.bundle.words.lines import Counts, Numbers, Order

#: A line of a paragraph follows within this share of its height.
NEAR = 0.9
#: Lines begin this share of the tallest one's height below each other, or they may be one row.
_STEP = 0.6
#: Boxes of tightly set lines overlap by no more than this share of the lowest one's height.
_TIGHT = 0.3
#: A block with two lines is this many times as high as its first, or it may be a row of a table.
_TALL = 1.5


def in_file_order(boxes: Numbers, blocks: Counts, starts: Counts) -> Order | None:
    """The order of a page whose runs stand one below the other; None when that is not plain.

    ``boxes`` are four rows, x0, y0, x1, y1, as if lines ran from left to right, ``blocks`` the file's number of each
    word's block, ``starts`` where runs start.
    """
    x0, y0 = np.minimum.reduceat(boxes[:2], starts, axis=1)
    x1, y1 = np.maximum.reduceat(boxes[2:], starts, axis=1)
    height = y1 - y0
    gap = y0[1:] - y1[:-1]
    plain = (gap >= -_TIGHT * height.min()) & (y0[1:] - y0[:-1] >= _STEP * height.max()) & (y1[1:] > y1[:-1])
    if not plain.all():
        return None
    own = blocks[starts]
    same = own[1:] == own[:-1]
    if (same & (y1[1:] - y0[:-1] < _TALL * height[:-1])).any():
        return None
    overlap = np.minimum(x1[1:], x1[:-1]) > np.maximum(x0[1:], x0[:-1])
    goes_on = same & overlap & (gap < NEAR * np.maximum(height[1:], height[:-1]))
    number = np.zeros(starts.size, np.int64)
    np.cumsum(~goes_on, out=number[1:])
    sizes = np.empty(starts.size, np.int64)
    sizes[:-1] = starts[1:] - starts[:-1]
    sizes[-1] = blocks.size - starts[-1]
    return Order(np.arange(blocks.size), np.arange(starts.size).repeat(sizes), number.repeat(sizes))
