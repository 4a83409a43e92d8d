# SPDX-License-Identifier: AGPL-3.0-or-later
"""Released pages that lie askew, whose boxes follow the lines: they are laid level, the released picture and the source
alike, every column moved up or down by whole pixels, and then checked as any other page. Boxes that stand upright there
are checked as they stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, pairwise

import numpy as np
from numpy.typing import NDArray

from redactor.domain.geometry import Box
from redactor.release.verify.expect import ExpectedPage
from redactor.release.verify.moved import Outline, on_page
from redactor.release.verify.picture import Pixels, in_grey
from redactor.release.verify.raster import Raster
from redactor.release.verify.source import SourcePage

Numbers = NDArray[np.float64]

#: How far (points) the right end of a box may be from where the page's lean puts it.
OFF = 0.05
#: Upright boxes are strips of this many points on the page laid level, which are as high as it takes.
STRIP = 8.0


class LevelSource(SourcePage):
    """A source page laid level."""

    as_lies = False

    def __init__(self, source: SourcePage, laid: Laid) -> None:
        self.width, self.height = source.width, laid.page.height
        self._source, self._laid = source, laid

    def picture(self, columns: int, rows: int) -> Pixels:
        """The page on a canvas of ``columns`` by ``rows`` pixels, as much higher than the page as the level one is."""
        return self._laid.level(self._source.picture(columns, rows - self._laid.higher))

    @cached_property
    def askew(self) -> bool:
        return self._source.askew

    @cached_property
    def letters(self) -> Numbers:
        level = [self._laid.page.lay.level(Box(*row)) for row in self._source.letters.tolist()]
        return np.array(level, dtype=np.float64).reshape(-1, 4)

    @cached_property
    def foreign(self) -> list[Box]:
        return [self._laid.page.lay.level(zone) for zone in self._source.foreign]

    @cached_property
    def bare_annotations(self) -> list[Box]:
        return [self._laid.page.lay.level(zone) for zone in self._source.bare_annotations]


@dataclass(frozen=True)
class Laid:
    """A page laid level: ``page`` and ``drawn`` are what is expected of it and its boxes as drawn, those that follow
    its lines; ``upright`` and ``stood`` the same of the others, on the page as it lies. ``problems`` are boxes that
    fall and must not."""

    page: ExpectedPage
    drawn: list[Box]
    upright: ExpectedPage
    stood: list[Box]
    falls: tuple[int, ...]
    problems: int

    @property
    def higher(self) -> int:
        """By how many rows of pixels the level page is higher."""
        return -min(self.falls)

    @property
    def beside(self) -> tuple[Box, ...]:
        """Where the upright boxes are on the level page."""
        strips: list[Box] = []
        for box in (*self.upright.boxes, *self.stood):
            cuts = [*np.arange(box.x0, box.x1, STRIP).tolist(), box.x1]
            for left, right in pairwise(cuts):
                falls = (self.page.lay.fall(left), self.page.lay.fall(right))
                strips.append(Box(left, box.y0 - max(falls), right, box.y1 - min(falls)))
        return tuple(strips)

    def size(self, of: Sequence[int]) -> tuple[int, int]:
        """The rows and columns of a picture laid level."""
        return of[0] + self.higher, of[1]

    def level(self, pixels: Pixels) -> Pixels:
        """A picture laid level; white where it does not reach."""
        rows = len(pixels)
        laid = np.full((rows + self.higher, *pixels.shape[1:]), 255, dtype=np.uint8)
        first = 0
        for by, run in groupby(self.falls):
            end = first + len(list(run))
            laid[-by : rows - by, first:end] = pixels[:, first:end]
            first = end
        return laid

    def raster(self, picture: Raster) -> Raster:
        """A released picture laid level."""
        rows, columns = picture.shape
        pixels = self.level(picture.part(0, rows, 0, columns))
        return Raster(in_grey(pixels), pixels)

    def back(self, places: Sequence[Box]) -> tuple[Box, ...]:
        """Places of the level page where they are on the page."""
        return tuple(self.page.lay.back(place) for place in places)


def laid_level(page: ExpectedPage, drawn: Sequence[Outline], size: Sequence[int]) -> Laid | None:
    """The page laid level, None when none of its boxes fall. ``drawn`` are its boxes as released, ``size`` the rows and
    columns of its picture."""
    planned = [n for n, box in enumerate(page.boxes) if on_page(box, page)]
    if not any(one.fall for one in drawn) or len(planned) != len(drawn):
        return None
    rows, columns = size[:2]
    lay = page.lay
    falls = tuple(lay.falls(columns, columns / page.width, rows / page.height))
    problems = 0
    follows: list[tuple[Box, Box]] = []
    stands: list[tuple[Box, Box]] = []
    for n, one in zip(planned, drawn, strict=True):
        if not one.fall:
            stands.append((page.boxes[n], one.box))
            continue
        problems += not page.slanted or not page.slanted[n] or abs(one.fall - lay.lean) * one.box.width > OFF
        column = min(max(round(one.box.x0 * columns / page.width), 0), columns - 1)
        by = falls[column] * page.height / rows
        follows.append((lay.level(page.boxes[n]), Box(one.box.x0, one.box.y0 - by, one.box.x1, one.box.y1 - by)))
    level = replace(
        page,
        boxes=tuple(box for box, _ in follows),
        kept=tuple(lay.level(box) for box in page.kept),
        taken=tuple(lay.level(box) for box in page.taken),
        as_drawn=tuple(lay.level(box) for box in page.as_drawn),
        height=page.height * (1 - min(falls) / rows),
    )
    upright = replace(page, boxes=tuple(box for box, _ in stands))
    return Laid(level, [box for _, box in follows], upright, [box for _, box in stands], falls, problems)
