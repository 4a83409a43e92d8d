# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages turned for reading, as a sideways scan has to be. Only the view turns: everything known of a page, and what is
decided on it, stays in its own points."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QTransform

from redactor.domain.geometry import Box


class Turn(NamedTuple):
    """A page of this size (points), turned clockwise by so many quarters."""

    quarters: int
    width: float
    height: float

    def out(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page lies on the sheet as it shows, in points."""
        return (
            (x, y),
            (self.height - y, x),
            (self.width - x, self.height - y),
            (y, self.width - x),
        )[self.quarters]  # fmt: skip

    def into(self, x: float, y: float) -> tuple[float, float]:
        """The point of the page under a point of the sheet as it shows."""
        return (
            (x, y),
            (y, self.height - x),
            (self.width - x, self.height - y),
            (self.width - y, x),
        )[self.quarters]  # fmt: skip

    def box_out(self, box: Box) -> Box:
        return _between(self.out(box.x0, box.y0), self.out(box.x1, box.y1))

    def box_into(self, box: Box) -> Box:
        return _between(self.into(box.x0, box.y0), self.into(box.x1, box.y1))

    def step_into(self, x: float, y: float) -> tuple[float, float]:
        """A step on the screen as a step on the page."""
        return ((x, y), (y, -x), (-x, -y), (-y, x))[self.quarters]

    def painting(self, left: float, top: float, wide: float, high: float) -> QTransform:
        """What draws the upright page, its corner at the origin, onto the sheet that lies there as it shows."""
        made = QTransform().translate(left, top)
        corner = ((0.0, 0.0), (wide, 0.0), (wide, high), (0.0, high))[self.quarters]
        return made.translate(*corner).rotate(90 * self.quarters)


def _between(one: tuple[float, float], other: tuple[float, float]) -> Box:
    (x0, y0), (x1, y1) = one, other
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
