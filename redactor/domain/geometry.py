# SPDX-License-Identifier: AGPL-3.0-or-later
"""Boxes on a page.

Coordinates everywhere in Redactor: PDF points (1/72 inch, UserUnit applied), origin at the top left of
the page *as displayed* (rotation and CropBox applied), x to the right, y downwards.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle in points; ``x0 <= x1`` and ``y0 <= y1``."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    @property
    def area(self) -> float:
        return max(self.width, 0.0) * max(self.height, 0.0)

    def intersection(self, other: Box) -> Box | None:
        """The common part, or None when the boxes share no area."""
        x0, y0 = max(self.x0, other.x0), max(self.y0, other.y0)
        x1, y1 = min(self.x1, other.x1), min(self.y1, other.y1)
        return Box(x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None

    def overlap(self, other: Box) -> float:
        """The share of this box's own area that ``other`` covers, from 0 to 1."""
        common = self.intersection(other)
        return common.area / self.area if common and self.area else 0.0

    def holds(self, other: Box) -> bool:
        """Whether the other lies within this box."""
        return self.x0 <= other.x0 and self.y0 <= other.y0 and self.x1 >= other.x1 and self.y1 >= other.y1

    def union(self, other: Box) -> Box:
        return Box(min(self.x0, other.x0), min(self.y0, other.y0), max(self.x1, other.x1), max(self.y1, other.y1))

    def rounded(self) -> Box:
        """To a tenth of a point, the precision that is kept in the case and in decisions."""
        return Box(round(self.x0, 1), round(self.y0, 1), round(self.x1, 1), round(self.y1, 1))


def covered(box: Box, by: Iterable[Box]) -> float:
    """The share of ``box`` covered by the union of ``by``, from 0 to 1 (exact, by a sweep over x)."""
    parts = [common for other in by if (common := box.intersection(other))]
    if not parts or not box.area:
        return 0.0
    edges = sorted({x for part in parts for x in (part.x0, part.x1)})
    area = 0.0
    for left, right in pairwise(edges):
        spans = sorted((p.y0, p.y1) for p in parts if p.x0 <= left and p.x1 >= right)
        height, reach = 0.0, float("-inf")
        for y0, y1 in spans:
            if y1 > reach:
                height += y1 - max(y0, reach)
                reach = y1
        area += height * (right - left)
    return min(area / box.area, 1.0)


def merged_by_line(boxes: Iterable[Box]) -> tuple[Box, ...]:
    """Neighbouring boxes of one line joined into one; boxes of different lines stay apart.

    Two boxes are of one line when they share more than half of the lower one's height.
    """
    lines: list[Box] = []
    for box in boxes:
        if lines:
            last = lines[-1]
            shared = min(last.y1, box.y1) - max(last.y0, box.y0)
            gap = box.x0 - last.x1
            if shared > 0.5 * min(last.height, box.height) and -1.0 <= gap <= 1.5 * max(last.height, box.height):
                lines[-1] = last.union(box)
                continue
        lines.append(box)
    return tuple(lines)
