# SPDX-License-Identifier: AGPL-3.0-or-later
"""Choose the few colours that stand for all on a page. Colours are numbers of three hexadecimal digits: red, green,
blue, sixteen levels each. Whole numbers throughout, so that every machine chooses the same.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]
Table = NDArray[np.uint8]
WHITE, BLACK = 0xFFF, 0x000
#: Sixteen colours stand for a page where none is further off than this (squared, in levels), but for a share of the
#: pixels that are not paper: two steps in one channel, say, or one in each.
NEAR, STRAYS = 4, 0.002
#: Of the sixteen greys those that the edges of letters are drawn in: twelve look the same, and take less room.
EDGES = (0, 1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 15)
#: Any other keeps its own level where more than this share of the page has it: a tint is no edge.
TINT = 0.01
#: Rounds in which the colours chosen are moved to the middle of those they stand for.
ROUNDS = 6


def greys(counts: NDArray[np.intp]) -> Table:
    """Which of sixteen greys stands for each. ``counts`` says how often each is on the page."""
    total = int(counts.sum())
    kept = np.array([n in EDGES or int(counts[n]) > TINT * total for n in range(16)])
    apart = np.abs(np.arange(16)[:, None] - np.arange(16)[None, :]) + 16 * ~kept
    nearest: Table = apart.argmin(axis=1).astype(np.uint8)
    return nearest


def few(counts: NDArray[np.intp], kept: int) -> tuple[Counts, Table]:
    """The colours for a page, and for each of the 4,096 the number of its own among them. ``counts`` says how
    often each is on the page; ``kept`` (the boxes') is never given up."""
    used: Counts = np.flatnonzero(counts).astype(np.int64)
    if len(used) > 16:
        weight = np.asarray(counts, dtype=np.int64)[used]
        palette = _sixteen(used, weight, [n for n in (WHITE, BLACK, kept) if counts[n]])
        apart = _apart(used, palette)
        inked = weight[used != WHITE].sum()
        if int(weight[apart.min(axis=1) > NEAR].sum()) <= STRAYS * inked:
            return palette, _table(used, apart)
    if len(used) > 256:
        weight = np.asarray(counts, dtype=np.int64)[used]
        weight[used == kept] += int(weight.sum())
        palette = used[np.sort(np.lexsort((used, -weight))[:256])]
        return palette, _table(used, _apart(used, palette))
    return used, _table(used, None)


def _table(used: Counts, apart: Counts | None) -> Table:
    table = np.zeros(4096, dtype=np.uint8)
    table[used] = np.arange(len(used)) if apart is None else apart.argmin(axis=1)
    return table


def _channels(colours: Counts) -> Counts:
    return np.stack((colours >> 8, (colours >> 4) & 15, colours & 15), axis=1)


def _apart(used: Counts, palette: Counts) -> Counts:
    """How far (squared) each colour is from each of the palette."""
    steps = _channels(used)[:, None, :] - _channels(palette)[None, :, :]
    far: Counts = (steps**2).sum(axis=2)
    return far


def _sixteen(used: Counts, weight: Counts, fixed: list[int]) -> Counts:
    """Sixteen colours: one after the other the worst served is added, then all but the ``fixed`` settle among those
    they stand for."""
    chosen = list(dict.fromkeys(fixed))
    # A colour in very few pixels must not outbid the greys of letters' edges: it counts by the fourth root.
    worth = np.sqrt(np.sqrt(weight.astype(np.float64))).astype(np.int64) + 1
    while len(chosen) < 16:
        far = _apart(used, np.array(chosen, dtype=np.int64)).min(axis=1) if chosen else np.ones_like(used)
        chosen.append(int(used[int((far * worth).argmax())]))
    for _ in range(ROUNDS):
        own = _apart(used, np.array(chosen, dtype=np.int64)).argmin(axis=1)
        settled = list(chosen)
        for n in range(len(fixed), len(chosen)):
            mine = own == n
            total = int(worth[mine].sum())
            if total:
                sums = (_channels(used[mine]) * worth[mine][:, None]).sum(axis=0)
                red, green, blue = ((2 * int(value) + total) // (2 * total) for value in sums)
                settled[n] = red * 256 + green * 16 + blue
        if settled == chosen:
            break
        chosen = settled
    return np.unique(np.array(chosen, dtype=np.int64))
