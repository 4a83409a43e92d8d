# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lines, frames, areas, pictures and cut-outs that are where they are because the words beside them end there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from redactor.domain.geometry import Box
from redactor.release.burn.fields import Field
from redactor.release.burn.ink import Ink

#: Two edges are the same within this many points; so is the room on both sides of words that something was made for.
SAME, EVEN = 0.5, 1.0
#: Ems from the end of the words within which an edge may be there because of them: of what may hold more than them, and
#: of what is theirs alone.
CLOSE, NEAR = 0.8, 2.0
#: So many lines share what was there before the words were.
SHARED = 3
#: An upright line is no wider than this (points), and one as high as so many ems is a table's.
THIN, TALL = 2.5, 1.8
#: What is higher than this (ems) holds more than one line.
ONE_LINE = 2.7
#: How far (ems) above and below a line's letters a line can be drawn for them.
ABOVE, BELOW = 1.7, 0.9

#: A step of the drawing and a part of it.
Part = tuple[int, int]


class Beside:
    """What a page draws but for its letters."""

    def __init__(self, ink: Ink) -> None:
        self._ink, self._shapes = ink, ink.shapes
        areas = [*ink.pictures, *ink.shades, *ink.cuts]
        self._areas = [box for box in areas if box.width > 0 and box.height > 0]

    def tells(self, own: Field, redrawn: Collection[Part], *, ranged: bool) -> bool:
        """Whether something was made for the words of a field. ``redrawn`` are the shapes that move with them;
        ``ranged`` fields do not start where they do because others do."""
        level = self._ink.shapes_across(own.y - ABOVE * own.size, own.y + BELOW * own.size)
        shapes = [s.box for s in level if (s.order, s.part) not in redrawn and _along(s.box, own)]
        crossing = [box for box in (*shapes, *self._areas) if _crosses(box, own)]
        return (
            any(self._edge_of(box, own, crossing, ranged=ranged) for box in crossing)
            or any(_spans(box, own) and not self._shared(box.x1, box) for box in shapes if not _crosses(box, own))
            or self._made_for(own, crossing)
        )

    def runs_over(self, own: Field) -> bool:
        """Whether words run over an upright line, the edge of the cell they were written in, to others that stay."""
        return any(
            s.box.width < THIN
            and s.box.height > TALL * own.size
            and s.box.y0 < own.y - 0.5 * own.size
            and s.box.y1 > own.y
            and own.x0 + 0.5 * own.size < s.box.x0 < own.x1 - 0.1 * own.size
            and any(token.x0 > s.box.x0 for token in own.staying)
            for s in self._ink.shapes_across(own.y - 0.5 * own.size, own.y)
        )

    def _edge_of(self, box: Box, own: Field, crossing: Sequence[Box], *, ranged: bool) -> bool:
        if box.width < THIN:
            if box.height <= 0.5 * own.size:
                return False
            gap = box.x0 - own.x1
            if -SAME < gap < NEAR * own.size and self._alone(box, own):
                return True
            return -SAME < gap < CLOSE * own.size and _even(own, box.x0, crossing)
        starts = -SAME < box.x0 - own.x1 < NEAR * own.size
        if ranged:
            starts = starts or -SAME < own.x0 - box.x1 < NEAR * own.size
        if starts:
            return not self._shared(box.x0, box)
        around = box.x0 < own.x0 + SAME and -SAME < box.x1 - own.x1 < NEAR * own.size
        return around and box.height <= ONE_LINE * own.size and not self._shared(box.x1, box)

    def _made_for(self, own: Field, crossing: Sequence[Box]) -> bool:
        """Whether an area with as much room on both sides of the words, higher than their line, was."""
        return any(
            box.width >= THIN
            and box.height > ONE_LINE * own.size
            and -SAME < box.x1 - own.x1 < NEAR * own.size
            and abs((own.x0 - box.x0) - (box.x1 - own.x1)) < EVEN
            for box in crossing
        )

    def _alone(self, box: Box, own: Field) -> bool:
        """Whether an upright line is of this line of text only: a table's border goes on, or has others above and
        below."""
        return box.height < TALL * own.size and not self._shared(box.x0, box)

    def _shared(self, x: float, box: Box) -> bool:
        """Whether others at other heights begin or end at ``x`` as ``box`` does."""
        heights = {round(other.y0) for other in self._beginning_at(x) if abs(other.y0 - box.y0) > 2}
        return len(heights) + 1 >= SHARED

    def _beginning_at(self, x: float) -> Iterator[Box]:
        for shape in self._shapes:
            if abs(shape.box.x0 - x) < SAME or abs(shape.box.x1 - x) < SAME:
                yield shape.box


def _along(box: Box, own: Field) -> bool:
    """Whether it is at the height of a line's words, or close above or below."""
    return box.y0 < own.y + BELOW * own.size and box.y1 > own.y - ABOVE * own.size


def _crosses(box: Box, own: Field) -> bool:
    return box.y0 < own.y + 0.2 * own.size and box.y1 > own.y - 0.75 * own.size


def _spans(box: Box, own: Field) -> bool:
    """Whether a level line above or below the words is as long as they are, or as some of them."""
    reach = CLOSE * own.size
    return (
        box.height < THIN
        and any(abs(box.x0 - token.x0) < reach for token in own.tokens)
        and any(-SAME < box.x1 - token.x1 < reach for token in own.tokens)
    )


def _even(own: Field, right: float, crossing: Sequence[Box]) -> bool:
    """Whether words have as much room on their left as on their right: their column was made for them."""
    left = max((x for box in crossing for x in _sides(box) if x <= own.x0 + SAME), default=None)
    return left is not None and abs((own.x0 - left) - (right - own.x1)) < EVEN


def _sides(box: Box) -> tuple[float, ...]:
    return (box.x1,) if box.width < THIN else (box.x0, box.x1)
