# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is drawn along the words of a line that is set again: lines under and through them and colour behind them move
with them, the rules of a table stay, and where something else lies among them the line stays as it is."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.domain.geometry import Box
from redactor.release.burn.fields import Field
from redactor.release.burn.ink import Ink, Shape
from redactor.release.burn.lines import RULE, TALL
from redactor.release.burn.setting import Placed

#: Lines under, through and over words: at most this thick (ems), and ending this near (ems) to a word's edge.
THIN, ENDING = 0.17, 0.2
#: What is drawn along words lies no lower than this (ems) below their baseline.
ENDING_BELOW = 0.35


def decorations(own: Field, placed: Placed, ink: Ink) -> dict[tuple[int, int], Box | None] | None:
    """Lines under or through the field's words, and colour behind them: as they must be redrawn, by step and part.
    None when something there is neither such a line nor clear of the words."""
    x0, x1, reach = own.x0, own.x1, ENDING * own.size
    shapes = ink.shapes
    found = [
        shape
        for shape in ink.shapes_across(own.y - 2 * own.size - 2, own.y + 2 * own.size + 2)
        if shape.box.x1 > x0 + 0.5
        and shape.box.x0 < x1 - 0.5
        and _adorns(shape, own)
        and not _passes(shape, x0, x1, own.size)
        and not _border(shape.box, own, shapes)
    ]
    orders = {shape.order for shape in found}
    with_them = [shape for shape in shapes if shape.order in orders] if orders else []
    if any(s.box.height > 2.5 and s.box.width > 2.5 and s not in found for s in with_them):
        return None  # drawn in one step with something that cannot be drawn as a rectangle
    begins = sorted({token.x0 for token in own.tokens} | {token.x1 for token in own.tokens})
    changed: dict[tuple[int, int], Box | None] = {}
    for run in _runs(found):
        left, right = run[0].box.x0, max(shape.box.x1 for shape in run)
        if not all(any(abs(x - edge) < reach for edge in begins) for x in (left, right)):
            return None  # it starts or ends in the middle of a word
        under = [pair for token, *pair in placed.tokens if token.x0 > left - reach and token.x1 < right + reach]
        for shape in run:
            changed[shape.order, shape.part] = None
        if under:
            first = run[0]
            new = Box(under[0][0], first.box.y0, under[-1][1], first.box.y1)
            if new.x0 < first.clip.x0 - 1 or new.x1 > first.clip.x1 + 1:
                return None
            changed[first.order, first.part] = new
    return changed


def among(own: Field, ink: Ink) -> bool:
    """Whether something is drawn along the words that would stay behind, and tell how wide they were: a wavy line, a
    picture, a shade. What holds all of them is paper."""
    low, high, x0, x1 = own.y - 0.75 * own.size, own.y + ENDING_BELOW * own.size, own.x0, own.x1

    def beside(box: Box) -> bool:
        return (
            min(box.y1, high) - max(box.y0, low) > 0
            and min(box.x1, x1) - max(box.x0, x0) > 0.5
            and not (box.x0 <= x0 + 0.5 and box.x1 >= x1 - 0.5 and box.height > 1.8 * own.size)
        )

    cuts = [box for box in ink.cuts if box.x0 > x0 + 0.5 or box.x1 < x1 - 0.5]
    return any(beside(box) for box in (*ink.pictures, *ink.shades, *cuts)) or any(
        beside(shape.box)
        and not _adorns(shape, own)
        and not _passes(shape, x0, x1, own.size)
        and not _edge_run_over(shape.box, own)
        and not _border(shape.box, own, ink.shapes)
        for shape in ink.shapes_across(low, high)
    )


def _edge_run_over(box: Box, own: Field) -> bool:
    """Whether it is the right edge of the cell that the words stand in, and their last letters may run over it: set
    again they end before it."""
    return box.width <= RULE and box.height > TALL * own.size and own.x0 + own.size < box.x0 > own.tokens[-1].x0


def _border(box: Box, own: Field, shapes: Sequence[Shape]) -> bool:
    """Whether a level line is the border of a cell that the words fill: it begins before them, and ends where the
    cell's right edge is."""
    return (
        box.height <= RULE
        and box.x0 < own.x0 - ENDING * own.size
        and any(
            _edge_run_over(edge.box, own) and edge.box.x0 - 1 < box.x1 < edge.box.x1 + 1 and edge.box.y1 > box.y0 - 1
            for edge in shapes
            if abs(edge.box.x1 - box.x1) < RULE and edge.box.y0 < own.y
        )
    )


def _adorns(shape: Shape, own: Field) -> bool:
    box = shape.box
    middle = (box.y0 + box.y1) / 2
    if box.height <= max(THIN * own.size, 1.6):
        return -0.75 * own.size < middle - own.y < ENDING_BELOW * own.size
    return shape.filled and 0.7 * own.size < box.height < 1.8 * own.size and box.y0 < own.y - 0.3 * own.size < box.y1


def _passes(shape: Shape, x0: float, x1: float, size: float) -> bool:
    """A rule or an area that goes beyond words of this size, from ``x0`` to ``x1``, on both sides, or starts where they
    do and goes on: it has nothing to do with them."""
    reach = ENDING * size
    before, after = shape.box.x0 < x0 - reach, shape.box.x1 > x1 + reach
    return (before and after) or (after and abs(shape.box.x0 - x0) < reach and shape.box.x1 > x1 + 2 * size)


def _runs(found: list[Shape]) -> list[list[Shape]]:
    """Shapes of one height that touch, as one line each."""
    runs: list[list[Shape]] = []
    for shape in sorted(found, key=lambda s: (s.order, round(s.box.y0, 1), s.box.x0)):
        last = runs[-1][-1] if runs else None
        if (
            last
            and last.order == shape.order
            and abs(last.box.y0 - shape.box.y0) < 0.2
            and shape.box.x0 < last.box.x1 + 0.6
        ):
            runs[-1].append(shape)
        else:
            runs.append([shape])
    return runs
