# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which column of a table a line stands in, by where the heads of the columns stand on the page.

A cell that is empty, or that has run over lines, says nothing by its number in a row; where it stands does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from redactor.detect.language.found import Line

#: Where each head of a table begins and ends, left to right (points).
Heads = tuple[tuple[float, float], ...]
#: What stands so much (points) further left than a head ends still stands beside it, not below it.
_SLACK = 2.0


def heads_at(lines: Sequence[tuple[int, int]], drawn: Sequence[Line]) -> Heads:
    """Where the heads of a table stand, of these stretches of a text; () where that is not known, or they do not go
    from left to right."""
    found = [_drawn(start, drawn) for start, _ in lines]
    edges = tuple((line.left, line.right) for line in found if line is not None)
    ordered = all(one[1] <= two[0] + _SLACK for one, two in pairwise(edges))
    return edges if len(edges) == len(lines) and ordered else ()


def cell_below(
    column: int, heads: Heads, lines: Sequence[tuple[int, int]], drawn: Sequence[Line]
) -> tuple[int, int] | None:
    """The cell of a row in this column, counted from 0: of the row's lines those that stand in it; None for an empty
    one. A head is as wide as its column at most, so a cell begins no further left than the head before it ends."""
    inside = []
    for start, end in lines:
        line = _drawn(start, drawn)
        if line is None:
            return None
        at = sum(line.left >= right - _SLACK for _, right in heads[:-1])
        if at == column:
            inside.append((start, end))
    return (inside[0][0], inside[-1][1]) if inside else None


def _drawn(start: int, drawn: Sequence[Line]) -> Line | None:
    """The line of a page that begins nearest at or after this offset, blanks before it apart."""
    at = bisect_left(drawn, start, key=lambda line: line.start)
    return drawn[at] if at < len(drawn) and drawn[at].start - start < 12 else None
