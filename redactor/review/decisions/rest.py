# SPDX-License-Identifier: AGPL-3.0-or-later
"""Keep these places of a page and hide the rest: shared log books, registers, minutes. Pure.

What is hidden is the page's whole area without what is kept, and not the words that were read on it: what a late
reading of a scan finds there, and pictures and handwriting that nobody reads, are hidden as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from redactor.domain.geometry import Box
from redactor.domain.journal import Anchor

#: Points. A strip lower than this between two kept lines holds no line of its own; it goes with what is about it.
THIN = 3.0
#: Points a kept place grows where nobody else's words stand, so that no letter of it is cut.
MARGIN = 1.5
#: Words that share this much of the lower one's height stand on one line.
ONE_LINE = 0.4

Spans = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class RestHidden:
    """What is kept on a page whose rest is hidden, and the event that says so."""

    source: str
    kept: tuple[Anchor, ...]


def the_rest(width: float, height: float, kept: Iterable[Box]) -> tuple[Box, ...]:
    """The page (points) without ``kept``, in boxes that do not overlap, from top to bottom."""
    sheet = Box(0, 0, width, height).rounded()
    boxes = [inside for box in kept if (inside := box.rounded().intersection(sheet))]
    edges = sorted({sheet.y0, sheet.y1, *(y for box in boxes for y in (box.y0, box.y1))})
    bands = [(y0, y1, _across(boxes, y0, y1)) for y0, y1 in pairwise(edges)]
    for number, (y0, y1, open_) in enumerate(bands):
        if y1 - y0 < THIN and 0 < number < len(bands) - 1:
            bands[number] = (y0, y1, _union([*open_, *_both(bands[number - 1][2], bands[number + 1][2])]))
    found: list[Box] = []
    for y0, y1, open_ in _joined(bands):
        x = sheet.x0
        for left, right in (*open_, (sheet.x1, sheet.x1)):
            if left > x:
                found.append(Box(x, y0, left, y1))
            x = max(x, right)
    return tuple(found)


def room_about(kept: Iterable[Box], others: Sequence[Box]) -> tuple[Box, ...]:
    """Each kept box with a margin, which ends half way to the next of the ``others`` (words that are to be hidden);
    where lines are set so close that boxes overlap, half of what they share goes to either."""
    return tuple(_room(box, others).rounded() for box in kept)


def _room(box: Box, others: Sequence[Box]) -> Box:
    x0, y0, x1, y1 = box.x0 - MARGIN, box.y0 - MARGIN, box.x1 + MARGIN, box.y1 + MARGIN
    for other in others:
        shared = min(box.y1, other.y1) - max(box.y0, other.y0)
        if shared > ONE_LINE * min(box.height, other.height):
            if other.x0 >= box.x1 - 0.5:
                x1 = min(x1, (max(other.x0, box.x1) + box.x1) / 2)
            elif other.x1 <= box.x0 + 0.5:
                x0 = max(x0, (min(other.x1, box.x0) + box.x0) / 2)
        elif other.x0 < x1 and other.x1 > x0:
            if other.y0 > box.y0 and other.y0 < y1:
                y1 = min(y1, (other.y0 + box.y1) / 2)
            elif other.y1 < box.y1 and other.y1 > y0:
                y0 = max(y0, (other.y1 + box.y0) / 2)
    return Box(min(x0, box.x0), y0, max(x1, box.x1), y1)


def _across(boxes: Sequence[Box], y0: float, y1: float) -> Spans:
    """What is kept from left to right between two heights."""
    return _union([(box.x0, box.x1) for box in boxes if box.y0 <= y0 and box.y1 >= y1])


def _union(spans: Iterable[tuple[float, float]]) -> Spans:
    found: list[tuple[float, float]] = []
    for left, right in sorted(spans):
        if found and left <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return tuple(found)


def _both(one: Spans, other: Spans) -> Spans:
    common = [(max(a, c), min(b, d)) for a, b in one for c, d in other]
    return tuple((left, right) for left, right in common if left < right)


def _joined(bands: Iterable[tuple[float, float, Spans]]) -> list[tuple[float, float, Spans]]:
    joined: list[tuple[float, float, Spans]] = []
    for y0, y1, open_ in bands:
        if joined and joined[-1][2] == open_:
            joined[-1] = (joined[-1][0], y1, open_)
        else:
            joined.append((y0, y1, open_))
    return joined
