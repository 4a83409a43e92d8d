# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where the boxes of a drawn page go, and what is painted under them. Scans that lie askew are laid level first, so
that boxes follow their lines; boxes that somebody drew by hand stay upright."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, TypeVar

import numpy as np

from redactor.domain.slant import LEVEL, Lay, lay_of
from redactor.release.burn.again import Again
from redactor.release.burn.boxes import FAINT, INK, Around, Pixels, pixel_boxes, to_blocks
from redactor.release.burn.composed import PageJob, PixelBox
from redactor.release.burn.draw import Drawn
from redactor.release.burn.encode import is_lossy
from redactor.release.burn.level import Levelled, words_back, words_level
from redactor.release.burn.paint import clean, fill, fill_level, is_drawn_above
from redactor.release.burn.shift import shifted
from redactor.release.burn.telling import TOLD
from redactor.release.burn.widen import widened
from redactor.release.widths import UNCUT, Bands, Width

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Covered:
    """A page whose boxes are painted: its words and boxes where they are now, the boxes of each redaction as painted,
    and whether their colour is to be drawn above the picture as well."""

    again: Again
    boxes: list[list[PixelBox]]
    above: bool


def cover(drawn: Drawn, again: Again, taken: frozenset[int], job: PageJob) -> Covered:
    """Set the lines of a scan again where that is plain, and paint every box into the page's pixels."""
    lay = lay_of(again.words, job.content.width) if drawn.scan and job.left != UNCUT else LEVEL
    words = [word.box for word in again.words] if lay else []
    slanted = [[lay.follows(box, words) for box in boxes] for boxes in again.hidden]
    lossy = is_lossy(drawn)
    if any(map(any, slanted)):
        return _slanted(drawn, again, taken, job, lay, slanted, lossy=lossy)
    sheet = _Sheet(drawn.pixels, drawn.width, drawn.height, lossy and drawn.scan, bool(drawn.tables))
    if drawn.scan and job.canonical and any(again.hidden):
        again = sheet.set_again(again, taken, job.left)
    boxes = sheet.boxes(again, taken, job)
    above = is_drawn_above(drawn, job.colour, lossy=lossy)
    if lossy and not drawn.scan:
        boxes = [[to_blocks(box, *drawn.pixels.shape[:2]) for box in own] for own in boxes]
    fill(drawn.pixels, _flat(boxes), fill_level(drawn, job.colour))
    if lossy and drawn.scan:
        covered = np.zeros(drawn.pixels.shape[:2], dtype=np.uint8)
        fill(covered, _flat(boxes), 1)
        clean(drawn.pixels, covered, _flat(boxes))
    return Covered(again, boxes, above)


def _slanted(
    drawn: Drawn,
    again: Again,
    taken: frozenset[int],
    job: PageJob,
    lay: Lay,
    slanted: list[list[bool]],
    *,
    lossy: bool,
) -> Covered:
    """The same for a page that lies askew. ``slanted`` are the boxes that follow its lines."""
    rows, columns = drawn.pixels.shape[:2]
    # By the size that was read, as the verification has it.
    lies = Levelled(lay, columns, columns / job.content.width, rows / job.content.height)
    laid = lies.level(drawn.pixels)
    level = replace(
        again,
        words=words_level(again.words, lay),
        hidden=tuple(tuple(lay.level(box) for box in boxes) for boxes in again.hidden),
    )
    upright = _Sheet(drawn.pixels, drawn.width, drawn.height, lossy, bool(drawn.tables)).boxes(again, taken, job)
    sheet = _Sheet(laid, drawn.width, drawn.height * len(laid) / rows, lossy, bool(drawn.tables))
    if job.canonical:
        # What was drawn by hand stays where it is, and so do the lines beside it.
        stay = [box for box, follows in zip(_flat(level.hidden), _flat(slanted), strict=True) if not follows]
        moved = sheet.set_again(level, taken, (*job.left, *((box.y0, box.y1) for box in stay)))
    else:
        moved = level
    boxes = sheet.boxes(moved, taken, job)
    following, standing = _of(boxes, slanted, True), _of(upright, slanted, False)
    fill(laid, following, fill_level(drawn, job.colour))
    lies.back(laid, drawn.pixels)
    fill(drawn.pixels, standing, fill_level(drawn, job.colour))
    if lossy:
        laid[:], covered = 0, np.zeros((rows, columns), dtype=np.uint8)
        lying = laid if laid.ndim == 2 else laid[:, :, 0]
        fill(lying, following, 1)
        lies.back(lying, covered)
        fill(covered, standing, 1)
        clean(drawn.pixels, covered, [*(lies.around(box) for box in following), *standing])
    above = is_drawn_above(drawn, job.colour, lossy=lossy)
    shown = _either(slanted, [[lies.box(box) for box in own] for own in boxes], upright)
    hidden = _either(slanted, [[lay.back(box) for box in own] for own in moved.hidden], again.hidden)
    words = words_back(moved.words, again.words, level.words, lay)
    return Covered(replace(moved, words=words, hidden=tuple(map(tuple, hidden))), shown, above)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Pixels, and how many points they stand for; whether they are a scan's that is ``lossy`` coded, and of one that
    was a ``jpeg``."""

    pixels: Pixels
    width: float
    height: float
    lossy: bool
    jpeg: bool

    def set_again(self, again: Again, taken: frozenset[int], left: Bands) -> Again:
        """The page with the lines of a scan set again."""
        of = (self.pixels, self.width, self.height, left)
        return widened(shifted(again, taken, *of, lossy=self.lossy, jpeg=self.jpeg), taken, *of)

    def boxes(self, again: Again, taken: frozenset[int], job: PageJob) -> list[list[PixelBox]]:
        """The boxes of each redaction in pixels."""
        surviving = [word for index, word in enumerate(again.words) if index not in taken]
        around = Around(surviving, [again.words[index] for index in sorted(taken)])
        of = (self.pixels, self.width, self.height)
        how: dict[str, Any] = {"uncut": job.left == UNCUT, "least": FAINT if self.lossy else INK}
        return [
            pixel_boxes(boxes, around, *of, [_over_type(width) for width in widths], **how)
            for boxes, widths in zip(again.hidden, again.widths, strict=True)
        ]


def _over_type(width: Width) -> bool:
    """Whether type is still drawn under a box: its line was not set again."""
    return width.kind == "shown" and width.why not in TOLD


def _of(boxes: Sequence[Sequence[T]], slanted: Sequence[Sequence[bool]], wanted: bool) -> list[T]:
    return [box for box, follows in zip(_flat(boxes), _flat(slanted), strict=True) if follows is wanted]


def _either(
    slanted: Sequence[Sequence[bool]], these: Sequence[Sequence[T]], others: Sequence[Sequence[T]]
) -> list[list[T]]:
    return [
        [one if follows else other for follows, one, other in zip(*own, strict=True)]
        for own in zip(slanted, these, others, strict=True)
    ]


def _flat(nested: Iterable[Iterable[T]]) -> list[T]:
    return list(chain.from_iterable(nested))
