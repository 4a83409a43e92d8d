# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a released page looks like: the picture in its place, flat boxes, the rest like the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from redactor.domain.geometry import Box
from redactor.domain.saying import count
from redactor.release.verify.askew import laid_over
from redactor.release.verify.compare import Comparison, compare
from redactor.release.verify.content import PageText
from redactor.release.verify.expect import ExpectedPage
from redactor.release.verify.flat import WHITE, flat_problems, letters_outside, level_of
from redactor.release.verify.letterwise import LetteredLines
from redactor.release.verify.likeness import check_lines
from redactor.release.verify.moved import Line, Released, on_line
from redactor.release.verify.picture import Pixels, reduced
from redactor.release.verify.raster import Raster
from redactor.release.verify.source import SourcePage
from redactor.release.verify.strays import stray_patches
from redactor.release.widths import WHOLE

#: The band below the picture may be this high (points) on pages as small as a stamp.
SMALL_BAND = 10.0


def check_place(page: ExpectedPage, text: PageText, held: Any, picture: Raster, boxes: Sequence[Box], say: Any) -> None:
    """The picture fills the page above the band; what is drawn above it stays inside ``boxes`` or the band."""
    assert text.picture is not None  # the caller's condition
    x, y, width, height = text.picture
    _, _, right, top = (float(v) for v in held.MediaBox)
    sound = x == 0 and abs(width - right) < 0.02 and abs(y + height - top) < 0.02 and 0 < y < max(0.2 * top, SMALL_BAND)
    if not sound or abs(height / width - page.height / page.width) > 0.01 * page.height / page.width:
        say("pages", "the picture is not where it should be, or not of the source page's shape")
        return
    scale = width / page.width
    grown = []
    for box in boxes:
        by = 0.1 * box.height + 0.2
        wide, high = by + 9 * page.width / picture.shape[1], by + 9 * page.height / picture.shape[0]
        grown.append(Box(*(value * scale for value in (box.x0 - wide, box.y0 - high, box.x1 + wide, box.y1 + high))))

    def inside(at_x: float, at_y: float, to_x: float, to_y: float) -> bool:
        if at_y <= y + 0.02 and to_y <= y + 0.6:
            return True
        upper, lower = top - to_y, top - at_y
        return any(b.x0 <= at_x and to_x <= b.x1 and b.y0 <= upper and lower <= b.y1 for b in grown)

    for rx, ry, rw, rh, _ in text.rectangles:
        # Of the band only the rule above it is drawn.
        if ry + rh < y - 0.6 or not inside(rx, ry, rx + rw, ry + rh):
            say("pages", "something is drawn above the picture outside the boxes")
            break
    drawn = list(zip(text.rectangles, text.falls, strict=True))
    outlines = [
        (rectangle, fall) for rectangle, fall in drawn if not rectangle[4] and rectangle[1] + rectangle[3] > y + 0.3
    ]
    fills = [(rectangle, fall) for rectangle, fall in drawn if rectangle[4]]
    if fills and not all(
        len(fills) == len(outlines)
        and max(map(abs, (ox - 0.25 - fx, oy - 0.25 - fy, ow + 0.5 - fw, oh + 0.5 - fh, (own - fall) * ow))) < 0.05
        for ((fx, fy, fw, fh, _), fall), ((ox, oy, ow, oh, _), own) in zip(fills, outlines, strict=False)
    ):
        say("boxes", "what is drawn around a box is not around its colour")
    for shown in text.shown:
        if not inside(shown.x, shown.y, shown.x, shown.y):
            say("printed", "something is printed above the picture outside the boxes")
            break


@dataclass(frozen=True, slots=True)
class Looks:
    """How a page's pixels compare: whether some of it could not be compared, and the places (points of the source
    page) that are not like the source."""

    in_part: bool = False
    places: tuple[Box, ...] = ()


class _Sides:
    """A released picture (``mine``, ``grey``) beside its source page (``source``, ``theirs``) at the same size, the
    ``lines`` of it that were set again, and what of the rest differs (``found``)."""

    def __init__(
        self,
        page: ExpectedPage,
        grey: Pixels,
        released: Released,
        there: SourcePage,
        lossy: bool,
        beside: Sequence[Box],
    ) -> None:
        self._page, self._there, self._lossy, self._beside = page, there, lossy, beside
        self.grey, self.theirs = grey, there.picture(grey.shape[1], grey.shape[0])
        self.mine, self.source = reduced(grey, page.width), reduced(self.theirs, page.width)
        # A box set again in its old place may begin within the pixel in which the plan's does.
        self._drawn = {
            planned: planned._replace(x0=max(planned.x0, own.x0), x1=min(planned.x1, own.x1))
            for line in released.perhaps
            for planned, own in line.boxes
        }
        self.lines = list(released.lines)
        self.found = self._compared()
        self._with(released.perhaps)
        if (self.found.places or self.found.tones) and there.askew:
            self.theirs = laid_over(grey, self.theirs, (page.width, page.height), page.boxes)
            self.source = reduced(self.theirs, page.width)
            # Lying aside is no sign of having been set again.
            self.lines = list(released.lines)
            self.found = self._compared()
            self._with(released.perhaps)

    def _with(self, perhaps: Sequence[Line]) -> None:
        """Some of the lines whose boxes are about as wide as before may have been set again too: look once more."""
        if self.found.places and perhaps:
            self.lines += perhaps
            self.found = self._compared()

    @property
    def still(self) -> tuple[Box, ...]:
        """The plan's boxes on lines that stayed as they were."""
        gone = [planned for line in self.lines for planned, _ in line.boxes]
        return tuple(self._drawn.get(box, box) for box in self._page.boxes if box not in gone)

    def _compared(self) -> Comparison:
        zones = [*(line.zone for line in self.lines), *self._beside]
        # A box may have grown a little beyond its line.
        boxes = (*self.still, *(box for line in self.lines for _, box in line.boxes))
        as_drawn = self._page.as_drawn
        return compare(self.mine, self.source, self._there, boxes, zones, lossy=self._lossy, as_drawn=as_drawn)


def check_pixels(
    page: ExpectedPage,
    picture: Raster,
    released: Released,
    there: SourcePage | None,
    two_level: bool,
    lossy: bool,
    say: Any,
    beside: Sequence[Box] = (),
    falls: Sequence[int] = (),
) -> Looks:
    """The boxes and what lies outside them. ``there`` is the source page, None when the engine cannot open it: then the
    boxes alone are checked. What lies ``beside`` is looked at by itself; ``falls`` are by how many pixels the columns
    of a page laid level were moved up."""
    width, height = page.width, page.height
    looks: dict[str, Any] = {"two_level": two_level, "lossy": lossy, "colour": page.colour, "falls": falls}
    if there is None:
        broken, trimmed = flat_problems(picture, released.boxes, page.kept, width, height, **looks)
        if broken or trimmed:
            say("boxes", f"{broken + len(trimmed)} boxes are not one flat colour")
        return Looks(in_part=True)
    sides = _Sides(page, picture.grey, released, there, lossy, beside)
    planned = sides.still
    painted = _painted(planned, released.boxes) if lossy else None
    broken, trimmed = flat_problems(picture, planned, page.kept, width, height, **looks, painted=painted)
    # What is drawn around a box is around that colour, and nothing else.
    broken += flat_problems(picture, released.boxes, (), width, height, **looks)[0] if not broken else 0
    if broken:
        say("boxes", f"{broken} boxes are not one flat colour")
    level = level_of(page.colour, two_level)
    # White is what is left where words moved away, too; that none are missing is looked at by itself.
    if level != WHITE:
        covers = (*planned, *released.boxes, *beside)
        strays = stray_patches(sides.mine, sides.source, covers, (width, height), level)
        if strays:
            say("boxes", f"something is covered that the plan does not cover ({strays} places)")
    if trimmed and letters_outside(there, trimmed, picture):
        say("boxes", "letters look out of a box")
    _say_differences(sides, say)
    return Looks(_check_words(page, sides, there, say), (*sides.found.places, *sides.found.tones))


def _say_differences(sides: _Sides, say: Any) -> None:
    found = sides.found
    if found.tones:
        bands = tuple((line.y0, line.y1) for line in sides.lines if any(on_line(place, line) for place in found.tones))
        places = count(len(found.tones), "place")
        say("source", f"the picture is darker or lighter than the source page ({places})", bands or WHOLE)
    if found.places:
        places = count(len(found.places), "place")
        say("source", f"the picture is not like the source page outside the boxes ({places})")


def _check_words(page: ExpectedPage, sides: _Sides, there: SourcePage, say: Any) -> bool:
    """The words of the lines that were set again; whether some of the page could not be compared."""
    if not sides.lines:
        return sides.found.in_part
    comparable = [line for line in sides.lines if not there.foreign_to_all(line.zone)]
    doubtful, held = comparable, None
    if there.as_lies and not page.scan:
        held = LetteredLines(page, comparable, sides.grey.shape, there)
        doubtful = held.look(sides.grey)
    wrong = check_lines(page, doubtful, sides.grey, sides.theirs, there.letters_in)
    if not wrong and held is not None:
        wrong = held.wrong(doubtful, sides.grey)
    if wrong:
        places = count(sum(places for _, places in wrong), "place")
        bands = tuple((line.y0, line.y1) for line, _ in wrong)
        say("source", f"words of lines that were set again are not like those of the source ({places})", bands)
    return sides.found.in_part or len(comparable) < len(sides.lines)


def check_standing(
    page: ExpectedPage,
    picture: Raster,
    released: Released,
    there: SourcePage | None,
    two_level: bool,
    lossy: bool,
    say: Any,
) -> None:
    """The boxes that stand upright on a page whose others do not."""
    of = (page.width, page.height)
    looks: dict[str, Any] = {"two_level": two_level, "lossy": lossy, "colour": page.colour}
    painted = _painted(page.boxes, released.boxes) if lossy else None
    broken, trimmed = flat_problems(picture, page.boxes, page.kept, *of, **looks, painted=painted)
    broken += flat_problems(picture, released.boxes, (), *of, **looks)[0]
    if broken:
        say("boxes", f"{broken} boxes are not one flat colour")
    if trimmed and there is not None and letters_outside(there, trimmed, picture):
        say("boxes", "letters look out of a box")


def _painted(planned: Sequence[Box], drawn: Sequence[Box]) -> dict[Box, Box]:
    """Of each planned box the drawn one that covers most of it."""
    found = {box: max(drawn, key=lambda own: box.overlap(own), default=box) for box in planned}
    return {box: own for box, own in found.items() if box.overlap(own)}
