# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a page draws: every glyph with its place and natural advance, and the lines and areas beside them. Glyphs can
be moved or left out where they stand in the drawing, so that colour, order and clipping stay as they are.

Coordinates: points from the top left of the page as displayed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pymupdf
from numpy.typing import NDArray
from pymupdf import mupdf

from redactor.domain.geometry import Box
from redactor.release.burn.corners import Matrix
from redactor.release.burn.device import ITEM, Items, Reader, Redrawer, Shape, run

__all__ = ["Glyph", "Ink", "Shape", "read_ink", "with_shapes"]

Numbers = NDArray[np.float64]
Counts = NDArray[np.int64]
#: How far beyond a box, up and down, its line can have letters: sizes of the largest letter at the box, which may start
#: this many points beside it.
REACH, BESIDE = 1.3, 41.0


@dataclass(slots=True)
class Glyph:
    """One glyph. ``x`` and ``y`` are its origin on the baseline; ``advance`` the font's own, in points; ``level``
    when it runs from left to right; ``shown`` when it is drawn (text of scans is not). ``clip`` is where the page lets
    it show; ``stretch`` how much wider it is drawn than its font has it."""

    x: float
    y: float
    advance: float
    size: float
    code: int
    gid: int
    level: bool
    shown: bool
    clip: Box
    blank: bool
    items: Items = field(repr=False)
    number: int
    back: Matrix = field(repr=False)
    stretch: float = 1.0

    @property
    def end(self) -> float:
        return self.x + self.advance

    @property
    def middle(self) -> float:
        return self.x + self.advance / 2

    def move_to(self, x: float) -> None:
        """Set the glyph at ``x`` on its own baseline."""
        a, b, c, d, e, f = self.back
        self.items["x"][self.number], self.items["y"][self.number] = a * x + c * self.y + e, b * x + d * self.y + f
        self.x = x

    def drop(self) -> None:
        """Leave the glyph out of the drawing."""
        self.items["gid"][self.number] = -1


class Ink:
    """All that is drawn on a page. ``listed`` holds the drawing; glyphs belong to it."""

    def __init__(self, listed: Any, reader: Reader) -> None:
        self.listed = listed
        self.shapes = reader.shapes
        self.pictures = reader.pictures
        self.shades = reader.shades
        self.cuts = reader.cuts
        self._sides: Numbers = np.array([shape.box for shape in reader.shapes], dtype=np.float64).reshape(-1, 4)
        self._across: dict[tuple[float, float], list[Shape]] = {}
        self._runs = reader.runs
        lengths = np.array([len(one.items) for one in self._runs], dtype=np.int64)
        self._first: Counts = np.concatenate(([0], np.cumsum(lengths)))
        self._run: Counts = np.repeat(np.arange(len(lengths)), lengths)
        items = np.concatenate([one.items for one in self._runs]) if self._runs else np.zeros(0, dtype=ITEM)
        page: Numbers = np.repeat(np.array([one.page for one in self._runs]).reshape(-1, 6), lengths, axis=0)
        x, y = items["x"].astype(np.float64), items["y"].astype(np.float64)
        across: Numbers = np.repeat(np.array([one.across for one in self._runs]), lengths)
        #: Of every glyph, in the order they are drawn: its place, natural advance, size, letter; whether it is drawn.
        self.x: Numbers = x * page[:, 0] + y * page[:, 2] + page[:, 4]
        self.y: Numbers = x * page[:, 1] + y * page[:, 3] + page[:, 5]
        self.gid: Counts = items["gid"].astype(np.int64)
        self.advance: Numbers = np.where(self.gid >= 0, items["adv"].astype(np.float64) * across, 0.0)
        self.code: Counts = items["ucs"].astype(np.int64)
        self.size: Numbers = np.repeat(np.array([one.up for one in self._runs]), lengths)
        self.shown = np.repeat(np.array([one.shown for one in self._runs], dtype=bool), lengths) & (self.gid >= 0)
        self.blank = _blanks(self.code)

    @property
    def usual_stretch(self) -> float:
        """How much wider most letters are drawn than their font has them."""
        known = [(one.stretch, len(one.items)) for one in self._runs if one.shown and one.level]
        if not known:
            return 1.0
        stretches, counts = (np.array(column) for column in zip(*known, strict=True))
        order = np.argsort(stretches, kind="stable")
        total = np.cumsum(counts[order])
        return float(stretches[order][int(np.searchsorted(total, total[-1] / 2))])

    def shapes_across(self, low: float, high: float) -> list[Shape]:
        """The shapes that reach between two heights, in the order they are drawn: tables have many, and all of them are
        asked for line by line."""
        known = self._across.get((low, high))
        if known is None:
            found = np.flatnonzero((self._sides[:, 1] <= high) & (self._sides[:, 3] >= low))
            known = self._across[low, high] = [self.shapes[n] for n in found.tolist()]
        return known

    def near(self, boxes: Sequence[Box]) -> list[Glyph]:
        """The drawn glyphs on the lines of some boxes and beside them, in the order they are drawn."""
        middle = self.y - 0.3 * self.size
        bands: list[tuple[float, float]] = []
        for box in boxes:
            inside = self.shown & (middle > box.y0) & (middle < box.y1)
            inside &= (self.x < box.x1 + BESIDE) & (self.x + self.advance > box.x0 - BESIDE)
            if inside.any():
                reach = REACH * float(self.size[inside].max())
                bands.append((box.y0 - reach, box.y1 + reach))
        wanted = np.zeros(len(self.y), dtype=bool)
        for low, high in _joined(sorted(bands)):
            wanted |= (self.y > low) & (self.y < high)
        return self._glyphs(np.flatnonzero(wanted & self.shown))

    def _glyphs(self, wanted: NDArray[np.intp]) -> list[Glyph]:
        number = self._run[wanted]
        kinds = (self.x, self.y, self.advance, self.code, self.gid, self.blank)
        own = [(one.up, one.level, one.shown, one.clip, one.items, one.back, one.stretch) for one in self._runs]
        rows = zip(
            map(own.__getitem__, number.tolist()),
            (wanted - self._first[number]).tolist(),
            *(k[wanted].tolist() for k in kinds),
            strict=True,
        )
        return [
            Glyph(x, y, wide, up, code, gid, level, shown, clip, blank, items, n, back, stretch)
            for (up, level, shown, clip, items, back, stretch), n, x, y, wide, code, gid, blank in rows
        ]


def read_ink(listed: Any) -> Ink:
    """The ink of a display list. Raises RuntimeError or the library's own error when it cannot be walked."""
    reader = Reader()
    run(listed, reader)
    return Ink(listed, reader)


def with_shapes(ink: Ink, changed: dict[tuple[int, int], Box | None], page: Box) -> Any:
    """The drawing once more, with some shapes (by step and part) left out (None) or redrawn as another rectangle."""
    steps: dict[int, list[Box]] = {order: [] for order, _ in changed}
    for shape in ink.shapes:
        if shape.order in steps:
            box = changed.get((shape.order, shape.part), shape.box)
            if box is not None:
                steps[shape.order].append(box)
    new = mupdf.fz_new_display_list(mupdf.FzRect(*page))
    into = mupdf.fz_new_list_device(new)
    run(ink.listed, Redrawer(into, steps))
    mupdf.fz_close_device(into)
    return pymupdf.DisplayList(new)


def _blanks(codes: Counts) -> NDArray[np.bool_]:
    kinds = np.unique(codes)
    return np.isin(codes, [code for code in kinds.tolist() if code > 0 and chr(code).isspace()])


def _joined(bands: list[tuple[float, float]]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for low, high in bands:
        if joined and low <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], high))
        else:
            joined.append((low, high))
    return joined
