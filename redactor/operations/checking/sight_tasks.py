# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading a page as it will be released: a task for an executor. Importing this loads no engine."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from redactor.domain.geometry import Box, covered
from redactor.release.widths import Bands, Width

if TYPE_CHECKING:
    from redactor.release.sight import Look, Sight

#: Pictures are read at this many pixels per point (200 dpi).
READ_AT = 200 / 72
#: More of a page than this in places to be read, or more places, and it is read whole: that takes no longer.
WHOLE, PLACES = 0.3, 24
#: A sheet larger than this (points) is read in parts that share so much.
TILE, SHARED = 1100.0, 90.0
#: Points around a place that are read with it.
AROUND = 6.0
#: More words than this (a share) read off pixels, and the page is a scan.
SCANNED = 0.3
#: A word read is one that is known when words known cover this share of it.
KNOWN = 0.5


@dataclass(frozen=True, slots=True)
class Seen:
    """A word read in the picture: where it stands in the source page, in points, and whether the text layer has it."""

    text: str
    box: Box
    line: int
    known: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read on a page as it will be released. ``how``: "nothing" was left to read, or "places", or the
    "whole" page. ``widths`` say of each box of each redaction whether its width may show; ``left`` are the heights of
    lines that cannot be set again."""

    how: str
    words: tuple[Seen, ...] = ()
    widths: tuple[tuple[Width, ...], ...] = ()
    left: Bands = ()


def read_released(data: bytes, password: str, wanted: Look) -> Reading:
    """Burn the page and read what its text layer does not account for; a scan is read whole.

    Raises BadInput when the page cannot be burned."""
    from redactor.release.sight import look

    sight = look(data, password, wanted)
    return replace(_readable(sight, wanted), widths=sight.widths, left=sight.left)


def _readable(sight: Sight, wanted: Look) -> Reading:
    from redactor.bundle.page.unexplained import unexplained

    words = wanted.content.words
    page = Box(0.0, 0.0, wanted.content.width, wanted.content.height)
    if sum(word.source.from_pixels for word in words) > SCANNED * max(len(words), 1) or not words:
        return Reading("whole", _read(sight, [page]))
    places = unexplained(sight.picture, sight.scale, sight.words, sight.boxes)
    if not places:
        return Reading("nothing")
    if len(places) > PLACES or sum(place.area for place in places) > WHOLE * page.area:
        return Reading("whole", _read(sight, [page]))
    return Reading("places", _read(sight, places))


def _tiles(place: Box) -> list[Box]:
    """A large sheet in parts that share a strip with their neighbours: what stands on an edge is whole in one."""

    def cuts(start: float, end: float) -> list[tuple[float, float]]:
        step, found = TILE - SHARED, [start]
        while found[-1] + TILE < end:
            found.append(found[-1] + step)
        return [(at, min(at + TILE, end)) for at in found]

    return [Box(x0, y0, x1, y1) for y0, y1 in cuts(place.y0, place.y1) for x0, x1 in cuts(place.x0, place.x1)]


def _read(sight: Sight, places: list[Box]) -> tuple[Seen, ...]:
    import cv2
    import numpy as np

    from redactor.bundle.ocr import rapid as ocr

    seen: list[Seen] = []
    lines = 0
    for place in [tile for whole in places for tile in _tiles(whole)]:
        x0, y0 = (max(int((value - AROUND) * sight.scale), 0) for value in place[:2])
        x1, y1 = (int((value + AROUND) * sight.scale) + 1 for value in place[2:])
        part: Any = sight.picture[y0:y1, x0:x1]
        if min(part.shape) < 2:
            continue
        by = READ_AT / sight.scale if sight.scale > READ_AT else max(min(48 / part.shape[0], 3.0), 1.0)
        part = cv2.resize(part, None, fx=by, fy=by, interpolation=cv2.INTER_AREA if by < 1 else cv2.INTER_CUBIC)
        result = ocr.read_image(np.ascontiguousarray(np.stack([part] * 3, axis=2)))
        for word in result.words:
            per = sight.scale * by
            box = Box(*(value / per + (x0, y0)[n % 2] / sight.scale for n, value in enumerate(word.box)))
            # The reader's boxes reach to the edge of what it is given, and over what stands beside.
            box = box.intersection(place) or box
            known = covered(box, sight.words) > KNOWN
            seen.append(Seen(word.text, sight.in_source(box).rounded(), lines + word.line, known))
        lines += 1 + max((word.line for word in result.words), default=0)
    return tuple(seen)
