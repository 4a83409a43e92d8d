# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lines that were set again: what may differ from the source there, and what must not.

A released box may lie elsewhere on its line than the plan's, and be wider or narrower. Then the words of that line may
have moved along it, and nothing else: the same words, in the same order, before and after the same boxes, on
the page, none over another, each looking as it does in the source; and no other ink is left between them.
Worked out from the plan, the source and the released file alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from redactor.domain.geometry import Box
from redactor.release.verify.content import PageText, as_hidden
from redactor.release.verify.expect import ExpectedPage
from redactor.release.widths import WHOLE, Bands

#: How far a box may be grown or trimmed up and down: a share of its height, and pixels.
SHARE, PIXELS = 0.1, 9
#: Words and boxes may come this near (points) before they count as one over the other.
NEAR = 1.6


@dataclass(slots=True)
class Line:
    """A line of the page that was set again. ``words`` and ``boxes`` are (source, released) places; ``signs`` are the
    places of words without a letter or a digit, which every engine draws its own way; ``taken`` those of words that a
    box takes."""

    y0: float
    y1: float
    words: list[tuple[Box, Box]] = field(default_factory=list)
    boxes: list[tuple[Box, Box]] = field(default_factory=list)
    signs: set[Box] = field(default_factory=set)
    taken: list[Box] = field(default_factory=list)

    @property
    def zone(self) -> Box:
        """All of the line that may differ from the source."""
        places = [box for pair in (*self.words, *self.boxes) for box in pair]
        for planned, own in self.boxes:
            for word in self.taken:
                if min(word.x1, planned.x1) > max(word.x0, planned.x0):
                    # Signs at the ends of a word that is taken, as of "(Wexbourne)?", stay, and move with its box.
                    before, after = max(planned.x0 - word.x0, 0), max(word.x1 - planned.x1, 0)
                    places.append(Box(own.x0 - before, own.y0, own.x1 + after, own.y1))
        return Box(min(b.x0 for b in places) - 4, self.y0, max(b.x1 for b in places) + 4, self.y1)


@dataclass(slots=True)
class Released:
    """The boxes as released, in points of the source page, in the plan's order; the lines that were set again, and
    those that may have been, since box and words are about where they were; and what is wrong with any."""

    boxes: list[Box] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    perhaps: list[Line] = field(default_factory=list)
    problems: list[tuple[str, str, Bands]] = field(default_factory=list)


class Outline(NamedTuple):
    """A box as drawn on the released page, in points of the source page. Where its level sides ``fall`` (points for
    each to the right) it stands for the upright box with the same left edge."""

    box: Box
    fall: float


def outlines(page: ExpectedPage, text: PageText, top: float, size: Sequence[int]) -> list[Outline]:
    """The boxes drawn on a page. ``top`` is the page's height in the released file; ``size`` the picture's rows and
    columns."""
    assert text.picture is not None  # the caller's condition
    _, floor, wide, _ = text.picture
    scale, pixel, row = wide / page.width, page.width / size[1], page.height / size[0]

    def whole(value: float, unit: float) -> float:
        return round(value / scale / unit) * unit

    return [
        Outline(
            Box(
                whole(x - 0.25, pixel),
                whole(top - y - h - 0.25, row),
                whole(x + w + 0.25, pixel),
                whole(top - y + 0.25, row),
            ),
            fall,
        )
        for (x, y, w, h, filled), fall in zip(text.rectangles, text.falls, strict=True)
        if not filled and y + h > floor + 0.3
    ]


def released_boxes(page: ExpectedPage, text: PageText, drawn: Sequence[Box], size: Sequence[int]) -> Released:
    """Pair the boxes ``drawn`` on a page, in points of the source page, with the plan's, and find the lines that were
    set again. ``size`` are the picture's rows and columns."""
    assert text.picture is not None  # the caller's condition
    scale, pixel, row = text.picture[2] / page.width, page.width / size[1], page.height / size[0]
    released = Released()
    wanted = [box for box in page.boxes if on_page(box, page)]
    if len(drawn) != len(wanted):
        released.problems.append(("boxes", f"{len(wanted)} boxes are planned and {len(drawn)} drawn", WHOLE))
        released.boxes = list(page.boxes)
        return released
    pairs = list(zip(wanted, drawn, strict=True))
    released.boxes = list(drawn)
    lines: list[Line] = []
    for planned, own in pairs:
        by = SHARE * planned.height + PIXELS * row + 0.3
        level = planned.y0 - by <= own.y0 and own.y1 <= planned.y1 + by and own.height >= 0.25 * planned.height
        if not level:
            released.problems.append(("boxes", "a box is not on the line where the plan has it", WHOLE))
        _add_line(lines, planned)
    _fill_lines(page, text, lines, pairs, scale)
    for line in lines:
        covered = all(
            own.x0 <= planned.x0 + 0.05
            and own.x1 >= planned.x1 - 0.05
            and own.width <= planned.width + 2 * (SHARE * planned.height + PIXELS * pixel + 0.3)
            for planned, own in line.boxes
        )
        if covered and all(abs(new.x0 - old.x0) * scale <= 1.01 for old, new in line.words):
            released.perhaps.append(line)
        elif not page.canonical:
            released.problems.append(("boxes", "a box is not where the plan has it", WHOLE))
        else:
            released.lines.append(line)
            if not _in_order(line, page.width):
                released.problems.append(
                    ("words", "the words of a line that was set again are out of order", ((line.y0, line.y1),))
                )
    return released


def on_page(box: Box, page: ExpectedPage) -> bool:
    return box.x1 > 0.01 and box.y1 > 0.01 and box.x0 < page.width - 0.01 and box.y0 < page.height - 0.01


def on_line(box: Box, line: Line) -> bool:
    return min(box.y1, line.y1) - max(box.y0, line.y0) > 0.5 * min(box.height, line.y1 - line.y0)


def _add_line(lines: list[Line], planned: Box) -> None:
    for line in lines:
        if on_line(planned, line):
            line.y0, line.y1 = min(line.y0, planned.y0), max(line.y1, planned.y1)
            return
    lines.append(Line(planned.y0, planned.y1))


def _fill_lines(
    page: ExpectedPage, text: PageText, lines: Sequence[Line], pairs: Sequence[tuple[Box, Box]], scale: float
) -> None:
    """Give every line its words and boxes."""
    held = [(box, word) for box, word in zip(page.kept, page.words, strict=True) if as_hidden(word)]
    written = [box for box, _ in held]
    signs = {box for box, word in held if not any(c.isalnum() for c in word)}
    known = len(written) == len(text.places)  # else it is told elsewhere
    heights, taken = _heights(written), _heights(page.taken)
    for line in lines:
        line.boxes = [pair for pair in pairs if on_line(pair[0], line)]
        line.signs = signs
        line.taken = [page.taken[n] for n in _all_on(taken, line)]
        for n in _all_on(heights, line) if known else ():
            box, x = written[n], text.places[n][0] / scale
            line.words.append((box, Box(x, box.y0, x + box.width, box.y1)))


def _heights(boxes: Sequence[Box]) -> NDArray[np.float64]:
    return np.array([(box.y0, box.y1) for box in boxes], dtype=np.float64).reshape(-1, 2)


def _all_on(heights: NDArray[np.float64], line: Line) -> list[int]:
    """Which of some boxes, by their tops and feet, are on a line."""
    y0, y1 = heights.T
    common = np.minimum(y1, line.y1) - np.maximum(y0, line.y0)
    found: list[int] = np.flatnonzero(common > 0.5 * np.minimum(y1 - y0, line.y1 - line.y0)).tolist()
    return found


def _in_order(line: Line, width: float) -> bool:
    placed = sorted(line.words)
    for (one, new), (_, after) in pairwise(placed):
        if after.x0 < new.x0 + 0.75 * one.width - NEAR:
            return False
    for word, new in line.words:
        if new.x0 < -NEAR or new.x0 + 0.9 * word.width > width + NEAR:
            return False
        for planned, box in line.boxes:
            before = (word.x0 + word.x1) / 2 < (planned.x0 + planned.x1) / 2
            if (before and new.x0 + 0.8 * word.width > box.x0 + NEAR) or (not before and new.x0 < box.x1 - NEAR):
                return False
    return True


def moved_words(page: ExpectedPage, released: Released) -> set[int]:
    """The indexes (among the kept words) of those on lines that were set again."""
    heights = _heights(page.kept)
    return {n for line in released.lines for n in _all_on(heights, line)}
