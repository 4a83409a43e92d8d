# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where every page lies in the one long scroll. Pure arithmetic; units are logical pixels unless said otherwise."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from redactor.gui.casework.messages import PageKey, PageRow

#: Between two pages, and round the whole.
GAP = 18
#: Logical pixels per point at 100%.
PER_POINT = 96 / 72


class Layout:
    """Page positions at one zoom."""

    def __init__(self, pages: Sequence[PageRow], zoom: float) -> None:
        self.pages = pages
        self.zoom = zoom
        self.scale = zoom * PER_POINT
        self.index: dict[PageKey, int] = {page.key: number for number, page in enumerate(pages)}
        self.heights = [max(round(page.height * self.scale), 1) for page in pages]
        self.widths = [max(round(page.width * self.scale), 1) for page in pages]
        self.tops = list(accumulate((height + GAP for height in self.heights), initial=GAP))[: len(pages)]
        self.height = (self.tops[-1] + self.heights[-1] + GAP) if pages else 0
        self.width = max(self.widths, default=0) + 2 * GAP

    def at(self, y: float) -> int:
        """The page at this height of the scroll, or the one above the gap there; 0 for an empty case."""
        return max(bisect_right(self.tops, y) - 1, 0)

    def visible(self, top: float, height: float) -> range:
        """The pages that show between ``top`` and ``top + height``."""
        if not self.pages:
            return range(0)
        first = self.at(top)
        if self.tops[first] + self.heights[first] < top:
            first += 1
        return range(first, min(self.at(top + height) + 1, len(self.pages)))

    def left(self, number: int, width: float, scroll_x: int) -> int:
        """The left edge of a page in a viewport ``width`` wide. A page that fits is always in the middle; only one
        that is too wide moves with the horizontal scroll bar."""
        over = self.widths[number] + 2 * GAP - width
        if over <= 0:
            return int((width - self.widths[number]) // 2)
        return int(GAP - min(scroll_x, over))
