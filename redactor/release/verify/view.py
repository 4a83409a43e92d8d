# SPDX-License-Identifier: AGPL-3.0-or-later
"""One released page as it is looked at: as it lies, or laid level where its boxes follow lines that run askew."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

from redactor.domain.geometry import Box
from redactor.release.verify.content import PageText
from redactor.release.verify.expect import ExpectedPage
from redactor.release.verify.looks import Looks, check_pixels, check_standing
from redactor.release.verify.moved import Outline, Released, moved_words, outlines, released_boxes
from redactor.release.verify.raster import Raster
from redactor.release.verify.slanted import Laid, LevelSource, laid_level
from redactor.release.verify.source import SourcePage
from redactor.release.widths import WHOLE, Bands


@dataclass(frozen=True)
class View:
    """``page`` is what is expected, laid level where ``laid`` says so, and ``released`` what became of its boxes there;
    ``drawn`` are all boxes as they lie on the page; ``stood`` what became of those that stand upright on a page whose
    others do not."""

    page: ExpectedPage
    picture: Raster
    drawn: list[Outline]
    released: Released
    laid: Laid | None = None
    stood: Released | None = None

    @classmethod
    def of(cls, page: ExpectedPage, text: PageText, top: float, picture: Raster) -> View:
        """The page as released; ``top`` is its height in the released file."""
        drawn = outlines(page, text, top, picture.shape)
        laid = laid_level(page, drawn, picture.shape)
        if laid is None:
            return cls(page, picture, drawn, released_boxes(page, text, [one.box for one in drawn], picture.shape))
        released = released_boxes(laid.page, text, laid.drawn, laid.size(picture.shape))
        stood = released_boxes(laid.upright, text, laid.stood, picture.shape)
        return cls(laid.page, picture, drawn, released, laid, stood)

    @property
    def problems(self) -> list[tuple[str, str, Bands]]:
        """What is wrong with the places of boxes and words: (rule, problem, heights of lines)."""
        found = list(self.released.problems)
        if self.laid is None and any(one.fall for one in self.drawn):
            found.append(("boxes", "a box falls where no line does", WHOLE))
        if self.laid is not None and self.stood is not None:
            found += self.stood.problems
            if self.laid.problems or self.stood.lines:
                found.append(("boxes", "a box does not lie as its line does", WHOLE))
        return found

    @property
    def moved(self) -> Set[int]:
        """The indexes (among the kept words) of those on lines that were set again."""
        return moved_words(self.page, self.released)

    @property
    def around(self) -> list[Box]:
        """The boxes as they lie on the page, upright around each."""
        drops = [one.fall * one.box.width for one in self.drawn]
        return [
            one.box._replace(y0=one.box.y0 + min(drop, 0.0), y1=one.box.y1 + max(drop, 0.0))
            for one, drop in zip(self.drawn, drops, strict=True)
        ]

    def back(self, places: Sequence[Box]) -> tuple[Box, ...]:
        """Where places are on the page as it lies."""
        return self.laid.back(places) if self.laid else tuple(places)

    def check_pixels(self, there: SourcePage | None, two_level: bool, lossy: bool, say: Any) -> Looks:
        """The boxes and what lies outside them; see :func:`check_pixels`."""
        if self.laid is None or self.stood is None:
            return check_pixels(self.page, self.picture, self.released, there, two_level, lossy, say)
        check_standing(self.laid.upright, self.picture, self.stood, there, two_level, lossy, say)
        level = None if there is None else LevelSource(there, self.laid)
        of = (self.page, self.laid.raster(self.picture), self.released, level)
        looks = check_pixels(*of, two_level, lossy, say, self.laid.beside, self.laid.falls)
        return replace(looks, places=self.laid.back(looks.places))
