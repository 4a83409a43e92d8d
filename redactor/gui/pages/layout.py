# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where every page lies in the one long scroll. Pure arithmetic; units are logical pixels unless said otherwise."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from copy import copy
from itertools import accumulate
from typing import NamedTuple

from redactor.domain.geometry import Box
from redactor.gui.casework.told.pages import PageKey, PageRow
from redactor.gui.pages.turning import Turn

#: Between two pages, and round the whole.
GAP = 18
#: Logical pixels per point at 100%.
PER_POINT = 96 / 72
#: Fitting the width goes no further: letters would be larger than anybody reads well, or too small to read.
SMALLEST, WIDEST_FIT = 0.25, 1.6
#: A photograph may be of thousands of points: whoever asks for it to be fitted sees all of it.
SMALLEST_PAGE = 0.02


class View(NamedTuple):
    """What of the scroll shows: how far it is scrolled, and how large the viewport is; logical pixels."""

    x: int
    y: int
    width: int
    height: int


class Layout:
    """Page positions at one zoom. ``turns`` are the pages that show turned: quarters, clockwise, by key."""

    def __init__(self, pages: Sequence[PageRow], zoom: float, turns: Mapping[PageKey, int] | None = None) -> None:
        self.pages = pages
        self._turns = turns or {}
        self.index: dict[PageKey, int] = {(page.document, page.page): number for number, page in enumerate(pages)}
        widths = sorted(page.width for page in pages)
        #: In points, that half of the pages keep within: a few wide tables must not make every other page small.
        self.usual_width = widths[len(widths) // 2] if widths else 0.0
        # Most pages of a record are of the same few sizes.
        self._sizes = {*widths, *(page.height for page in pages)}
        self._zoom(zoom)

    def at_zoom(self, zoom: float) -> Layout:
        """The same pages at another zoom; thousands of them while an edge is dragged, hence not from nothing."""
        other = copy(self)
        other._zoom(zoom)
        return other

    def _zoom(self, zoom: float) -> None:
        self.zoom = zoom
        self.scale = zoom * PER_POINT
        pixels = {size: max(round(size * self.scale), 1) for size in self._sizes}
        self.heights = [pixels[page.height] for page in self.pages]
        self.widths = [pixels[page.width] for page in self.pages]
        for key, quarters in self._turns.items():
            if quarters % 2 and key in self.index:
                at = self.index[key]
                self.widths[at], self.heights[at] = self.heights[at], self.widths[at]
        self.tops = list(accumulate((height + GAP for height in self.heights), initial=GAP))[: len(self.pages)]
        self.height = (self.tops[-1] + self.heights[-1] + GAP) if self.pages else 0

    def fitting(self, width: int, key: PageKey | None = None) -> float:
        """The zoom at which a page of the usual width fills a viewport this wide, or this very page, as it lies: that
        one whole however wide it is."""
        wide, smallest = self.usual_width, SMALLEST
        if key in self.index:
            turn = self.turn(self.index[key])
            wide, smallest = (turn.height if turn.quarters % 2 else turn.width), SMALLEST_PAGE
        if not wide:
            return 1.0
        return min(max(max(width - 2 * GAP, 200) / (wide * PER_POINT), smallest), WIDEST_FIT)

    def at(self, y: float) -> int:
        """The page at this height of the scroll, or the one above the gap there; 0 for an empty case."""
        return max(bisect_right(self.tops, y) - 1, 0)

    def visible(self, top: float, height: float) -> range:
        """The pages that show between ``top`` and ``top + height``."""
        if not self.pages:
            return range(0)
        first = self.at(top)
        if self.tops[first] + self.heights[first] <= top:
            first += 1
        return range(first, max(bisect_left(self.tops, top + height), first))

    def showing(self, number: int, view: View) -> int:
        """How many pixels of a page's height show."""
        top = self.tops[number]
        return min(top + self.heights[number], view.y + view.height) - max(top, view.y)

    def left(self, number: int, width: float, scroll_x: int) -> int:
        """The left edge of a page in a viewport ``width`` wide. A page that fits is always in the middle; only one
        that is too wide moves with the horizontal scroll bar."""
        over = self.widths[number] + 2 * GAP - width
        if over <= 0:
            return int((width - self.widths[number]) // 2)
        return int(GAP - min(scroll_x, over))

    def turn(self, number: int) -> Turn:
        """How a page lies on its sheet."""
        page = self.pages[number]
        return Turn(self._turns.get(page.key, 0), page.width, page.height)

    # -- places in the view --------------------------------------------------------------------------------

    def origin(self, number: int, view: View) -> tuple[int, int]:
        """Where the top left corner of a page lies in the viewport."""
        return self.left(number, view.width, view.x), self.tops[number] - view.y

    def area(self, number: int, view: View) -> Box:
        """The part of a page that shows, in points."""
        left, top = self.origin(number, view)
        shown = Box(
            max(-left, 0) / self.scale,
            max(-top, 0) / self.scale,
            (view.width - left) / self.scale,
            (view.height - top) / self.scale,
        )
        on_page = self.turn(number).box_into(shown)
        return Box(max(on_page.x0, 0), max(on_page.y0, 0), on_page.x1, on_page.y1)

    def inside(self, number: int, x: float, y: float, view: View) -> tuple[float, float]:
        """A point of the viewport in the page's own points, wherever it lies."""
        left, top = self.origin(number, view)
        return self.turn(number).into((x - left) / self.scale, (y - top) / self.scale)

    def page_at(self, x: float, y: float, view: View) -> tuple[PageKey, float, float] | None:
        """The page under a point of the viewport (or hardly beside it), and the point in the page's own points."""
        if not self.pages:
            return None
        number = self.at(y + view.y)
        x_in, y_in = self.inside(number, x, y, view)
        page = self.pages[number]
        if -4 <= x_in <= page.width + 4 and -4 <= y_in <= page.height + 4:
            return page.key, min(max(x_in, 0), page.width), min(max(y_in, 0), page.height)
        return None
