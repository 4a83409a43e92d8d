# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages that were scanned askew: where words lie once the page is laid level.

What was read on such a page has boxes that stand upright around slanted words: the longer the word, the more of the
lines above and below they hold. Laid level (every column of the page moved up or down until its lines run level) a
word's box is as high as its letters, and what is known of boxes on level pages holds.

A box is taken for no more slanted than the flattest lines of the page are: then nothing of a word lies outside of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median, quantiles

from redactor.domain.geometry import Box
from redactor.domain.words import Word

#: Lines with fewer words do not tell how askew a page lies; nor do pages with fewer such lines, or that disagree by
#: more than this (points a point).
LONG, LINES, AGREED = 4, 3, 0.008
#: A page less askew than this counts as level: a long word rises by less than half a point. One that is more so is
#: no crooked scan.
LEAST, MOST = 0.003, 0.12
#: A box that would be lower than this share of the page's words, laid level, does not run with its lines.
OWN_WAY = 0.6
#: A box follows a line when it reaches no further than this (points) beyond the words it lies over.
BEYOND = 0.3
#: What of a word's height counts as its middle.
CORE = 0.25


@dataclass(frozen=True, slots=True)
class Lay:
    """How a page lies. ``lean`` is how many points its lines fall for each they run on (0.0: level), ``width`` the
    page's in points, ``high`` the usual height of its words laid level."""

    lean: float = 0.0
    width: float = 0.0
    high: float = 0.0

    def __bool__(self) -> bool:
        return self.lean != 0.0

    @property
    def higher(self) -> float:
        """How much higher (points) the page is, laid level."""
        return abs(self.lean) * self.width

    def fall(self, x: float) -> float:
        """By how much (points) what stands at ``x`` is moved up to lay the page level; never below its top."""
        return self.lean * x - max(self.lean * self.width, 0.0)

    def falls(self, columns: int, across: float, down: float) -> list[int]:
        """By how many whole pixels each column of a picture, of so many pixels a point, is moved up to lay it level;
        never below its top."""
        return [round(self.fall((column + 0.5) / across) * down) for column in range(columns)]

    def level(self, box: Box) -> Box:
        """The box on the page laid level. One that does not run with the page's lines is as high as it takes to hold
        all of it."""
        falls = (self.fall(box.x0), self.fall(box.x1))
        if box.height - abs(falls[1] - falls[0]) < OWN_WAY * self.high:
            return Box(box.x0, box.y0 - max(falls), box.x1, box.y1 - min(falls))
        return Box(box.x0, box.y0 - min(falls), box.x1, box.y1 - max(falls))

    def core(self, box: Box) -> Box:
        """As :meth:`level`, as wide as what is in it is at half its height: words that lean reach over each other."""
        level = self.level(box)
        by = min(abs(self.lean) * level.height, 0.4 * level.width) / 2
        return Box(level.x0 + by, level.y0, level.x1 - by, level.y1)

    def back(self, box: Box) -> Box:
        """The upright box on the page as it lies around what is in ``box`` on the page laid level."""
        falls = (self.fall(box.x0), self.fall(box.x1))
        return Box(box.x0, box.y0 + min(falls), box.x1, box.y1 + max(falls))

    def follows(self, box: Box, words: Iterable[Box]) -> bool:
        """Whether a box runs with the page's lines: it was put around ``words`` of one line, and reaches no further.
        All others are drawn as they stand."""
        if not self:
            return False
        own = self.level(box)
        near = (
            word for word in words if word.x0 < box.x1 and word.x1 > box.x0 and word.y0 < box.y1 and word.y1 > box.y0
        )
        over = [word for word in near if _within(self.level(word), own)]
        if not over:
            return False
        low, high = min(word.y0 for word in over) - BEYOND, max(word.y1 for word in over) + BEYOND
        left, right = min(word.x0 for word in over) - BEYOND, max(word.x1 for word in over) + BEYOND
        alike = own.height < 1.8 * max(self.level(word).height for word in over)
        return alike and left <= box.x0 and box.x1 <= right and low <= box.y0 and box.y1 <= high


LEVEL = Lay()


def split(lay: Lay, boxes: Sequence[Box], words: Sequence[Box]) -> tuple[list[Box], list[Box]]:
    """The boxes that follow the lines of a page with these words, laid level, and those that stand as they are."""
    follows = [lay.follows(box, words) for box in boxes]
    level = [lay.core(box) for box, own in zip(boxes, follows, strict=True) if own]
    return level, [box for box, own in zip(boxes, follows, strict=True) if not own]


def lay_of(words: Sequence[Word], width: float) -> Lay:
    """How a page of ``width`` points lies, by the words that were read from its pixels; level where they do not say,
    and where most of the page's words are its own text."""
    read = [word for word in words if word.source.from_pixels]
    if len(read) < 0.9 * len(words):
        return LEVEL
    leans = []
    for _, line in groupby(read, key=lambda word: (word.block, word.line)):
        boxes = [word.box for word in line]
        if len(boxes) >= LONG:
            leans.append(_lean(boxes))
    if len(leans) < LINES:
        return LEVEL
    low, middle, high = quantiles(leans, n=4)
    lean = max(low, 0.0) if middle > 0 else min(high, 0.0)
    if not LEAST <= abs(lean) <= MOST or high - low > AGREED:
        return LEVEL
    lean = round(lean, 4)
    sizes = median(box.height - abs(lean) * box.width for box in (word.box for word in read))
    return Lay(lean, width, max(sizes, 0.0))


def _lean(boxes: Sequence[Box]) -> float:
    """How many points words that follow each other fall for each they run on."""
    x = [(box.x0 + box.x1) / 2 for box in boxes]
    y = [(box.y0 + box.y1) / 2 for box in boxes]
    middle_x, middle_y = sum(x) / len(x), sum(y) / len(y)
    spread = sum((at - middle_x) ** 2 for at in x)
    return sum((a - middle_x) * (b - middle_y) for a, b in zip(x, y, strict=True)) / spread if spread else 0.0


def _within(word: Box, box: Box) -> bool:
    """Whether the middle of a word laid level lies in a box laid level."""
    middle = (word.y0 + word.y1) / 2
    return box.y0 + CORE * box.height < middle < box.y1 - CORE * box.height
