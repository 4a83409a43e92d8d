# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where the parts of a path lie on the page."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from pymupdf import mupdf

from redactor.domain.geometry import Box

Matrix = tuple[float, float, float, float, float, float]


class Corners(mupdf.FzPathWalker2):  # type: ignore[misc]
    """The boxes of a path's parts, on the page."""

    def __init__(self, page: Matrix) -> None:
        super().__init__()
        self.page = page
        self.parts: list[list[tuple[float, float]]] = []
        for name in ("moveto", "lineto", "curveto", "closepath", "rectto", "curvetov", "curvetoy", "quadto"):
            use = getattr(self, f"use_virtual_{name}", None)
            if use is not None:
                use()

    def point(self, x: float, y: float) -> None:
        m = self.page
        if not self.parts:
            self.parts.append([])
        self.parts[-1].append((x * m[0] + y * m[2] + m[4], x * m[1] + y * m[3] + m[5]))

    def moveto(self, ctx: Any, x: float, y: float) -> None:
        self.parts.append([])
        self.point(x, y)

    def lineto(self, ctx: Any, x: float, y: float) -> None:
        self.point(x, y)

    def curveto(self, ctx: Any, *values: float) -> None:
        for n in range(0, 6, 2):
            self.point(values[n], values[n + 1])

    def curvetov(self, ctx: Any, *values: float) -> None:
        for n in range(0, 4, 2):
            self.point(values[n], values[n + 1])

    curvetoy = curvetov
    quadto = curvetov

    def closepath(self, ctx: Any) -> None:
        if self.parts and self.parts[-1]:
            self.parts[-1].append(self.parts[-1][0])

    def rectto(self, ctx: Any, x1: float, y1: float, x2: float, y2: float) -> None:
        self.parts.append([])
        for x, y in ((x1, y1), (x2, y1), (x2, y2), (x1, y2), (x1, y1)):
            self.point(x, y)

    def boxes(self, *, split: bool) -> list[Box]:
        """One box a part; of outlines, one a side."""
        made: list[Box] = []
        for part in self.parts:
            if split and 2 < len(part) <= 6:
                for (ax, ay), (bx, by) in pairwise(part):
                    made.append(Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))
            elif len(part) > 1:
                xs, ys = [x for x, _ in part], [y for _, y in part]
                made.append(Box(min(xs), min(ys), max(xs), max(ys)))
        return made
