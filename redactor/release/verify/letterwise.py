# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which letters are on which of a page's lines that were set again, and on which of these some are not the source's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from redactor.domain.geometry import Box
from redactor.release.verify.expect import ExpectedPage
from redactor.release.verify.finely import FINE, Mask
from redactor.release.verify.glance import Words, doubtful_words
from redactor.release.verify.lettering import Letter, Lettered, Lettering
from redactor.release.verify.likeness import band, runs
from redactor.release.verify.moved import Line
from redactor.release.verify.picture import Pixels
from redactor.release.verify.source import SourcePage

Boxes = NDArray[np.float64]
#: Pixels beside a line's letters and words that are looked at with it, across and down.
BESIDE, ABOVE = 12, 2
#: Letters so many times as high as a word or a line are of a sign behind it, which is drawn with its paper.
HIGHER = 2
#: What a box leaves of a word stands this near to where it did, a share of the word's height.
REST = 0.5
#: Words that are looked at by themselves are with so many points beside them.
ROOM = 12.0
#: What is no higher than this (points) is a blank, which engines give a place on the line, but no ink.
BLANK = 0.1
Place = tuple[int, int, int, int]


class LetteredLines:
    """Lines of a page that were set again, with the source's letters on them. ``size`` are the released picture's rows
    and columns."""

    def __init__(self, page: ExpectedPage, lines: Sequence[Line], size: Sequence[int], there: SourcePage) -> None:
        self._source = there.lettered
        # Where letters are still of the engine's own choice, words are compared as a whole.
        own = [zone for zone, _ in self._source.not_embedded]
        zones = [line.zone for line in lines]
        whole = [any(zone.intersection(place) for zone in own) for place in zones]
        self._lines = [line for line, as_whole in zip(lines, whole, strict=True) if not as_whole]
        self._whole = [line for line, as_whole in zip(lines, whole, strict=True) if as_whole]
        self._rows, self._columns = size
        self._across, self._down = self._columns / page.width, self._rows / page.height
        letters = self._source.letters
        drawn = (letters[:, 2] > letters[:, 0]) & (letters[:, 3] > letters[:, 1] + BLANK)
        letters = letters[drawn]
        # From top to foot: a page has thousands, and few are as high up as a line.
        self._letters = letters[np.argsort(letters[:, 1] + letters[:, 3], kind="stable")]
        self._x, self._y = (self._letters[:, :2] + self._letters[:, 2:]).T / 2
        self._high = self._letters[:, 3] - self._letters[:, 1]
        self._pixels = self._letters * (self._across, self._down, self._across, self._down)
        #: The words that are to be looked at finely, of lines on which it is at most these.
        self._doubtful: dict[int, list[tuple[Box, Box]]] = {}
        #: On which line each letter is, -1 on none.
        self._held = np.full(len(self._letters), -1)
        #: Of each line: its words by their row among those, which letters are in which, and from which letter on.
        self._rows_of: list[tuple[dict[Box, int], NDArray[np.bool_], int]] = []
        for n, line in enumerate(self._lines):
            words = [word for word in (*(source for source, _ in line.words), *line.taken) if not _behind(word, line)]
            first, inside = self._inside(words)
            self._held[first : first + inside.shape[1]][inside.any(axis=0)] = n
            self._rows_of.append(({word: row for row, word in enumerate(words)}, inside, first))

    def _inside(self, words: Sequence[Box]) -> tuple[int, NDArray[np.bool_]]:
        """Which letters are in which words, a row each, from the letter with the returned number on."""
        boxes = np.array(words, dtype=np.float64).reshape(-1, 4)
        if not len(boxes):
            return 0, np.zeros((0, 0), dtype=bool)
        first, last = np.searchsorted(self._y, (boxes[:, 1].min(), boxes[:, 3].max()), side="left").tolist()
        x, y, high = self._x[first:last], self._y[first:last], self._high[first:last]
        x0, y0, x1, y1 = boxes.T[:, :, None]
        return first, (x >= x0) & (x <= x1) & (y >= y0) & (y <= y1) & (high < HIGHER * (y1 - y0))

    def look(self, mine: Pixels) -> list[Line]:
        """The lines that are not proved at a glance to have the source's letters, and nothing else. ``mine`` is the
        released picture in grey."""
        places = {n: place for n in range(len(self._lines)) if (place := self._clear(n)) is not None}
        sure: set[int] = set()
        for (n, place), (written, bare) in zip(places.items(), self._strips(places, 1), strict=True):
            x0, y0, x1, y1 = place
            found = self._words(n, x0)
            if found is None:
                continue
            pairs, words = found
            of = (mine[y0:y1, x0:x1], written, bare, words, self._boxes(n, x0), self._beside(n, x0))
            doubtful = doubtful_words(*of)
            if doubtful is not None:
                self._doubtful[n] = [pairs[k] for k in doubtful]
            low, high = band(self._lines[n], self._down)
            if doubtful == [] and y0 <= low and high <= y1:
                sure.add(n)
        return [*self._whole, *(line for n, line in enumerate(self._lines) if n not in sure)]

    def wrong(self, lines: Sequence[Line], mine: Pixels) -> list[tuple[Line, int]]:
        """Of some of the lines those on which words have other letters than the source's, and how many words."""
        own = [n for n, line in enumerate(self._lines) if any(line is one for one in lines)]
        found: Counter[int] = Counter()
        looked: list[tuple[int, tuple[Box, Box] | None]] = [(n, None) for n in own if n not in self._doubtful]
        looked += [(n, pair) for n in own for pair in self._doubtful.get(n, ())]
        places = {look: place for look in looked if (place := self._place(*look))[2]}
        for ((n, pair), place), (written, bare) in zip(places.items(), self._strips(places, FINE), strict=True):
            x0, y0, x1, y1 = place
            line = Lettering(mine[y0:y1, x0:x1], written, bare, self._strange(n, place), self._boxes(n, x0))
            if pair is None:
                wrong = sum(line.unlike(run) for run in self._runs(n, x0)) + line.between(self._beside(n, x0))
            else:
                wrong = line.unlike([self._word(*pair, x0)])
            found[n] += wrong
        return [(self._lines[n], count) for n, count in sorted(found.items()) if count]

    def _strips(self, places: Mapping[Any, Place], fine: int) -> list[tuple[Pixels, Pixels]]:
        return self._source.strips(list(places.values()), self._columns, self._rows, fine) if places else []

    def _place(self, n: int, pair: tuple[Box, Box] | None = None) -> Place:
        """Where (pixels: x0, y0, x1, y1) a line's letters are, before and after, or those of one of its words; empty
        when it has none."""
        own = self._pixels[self._held == n]
        if not len(own):
            return 0, 0, 0, 0
        zone = self._lines[n].zone
        left, right = min(zone.x0 * self._across, own[:, 0].min()), max(zone.x1 * self._across, own[:, 2].max())
        if pair is not None:
            left = max((min(pair[0].x0, pair[1].x0) - ROOM) * self._across, left)
            right = min((max(pair[0].x1, pair[1].x1) + ROOM) * self._across, right)
        x0, y0 = max(int(left) - BESIDE, 0), max(int(own[:, 1].min()) - ABOVE, 0)
        x1, y1 = min(int(right) + BESIDE, self._columns), min(int(own[:, 3].max()) + ABOVE + 1, self._rows)
        return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else (0, 0, 0, 0)

    def _clear(self, n: int) -> Place | None:
        """Where a line and the room around it is, up to the letters of others; None when these reach among its own."""
        x0, y0, x1, y1 = self._place(n)
        if not x1:
            return None
        top, foot = y0 + ABOVE, y1 - ABOVE
        low, high = band(self._lines[n], self._down)
        above, below = self._others(n, y1 - y0)
        if ((above < foot) & (below > top)).any():
            return None
        first = max(int(below[below <= top].max(initial=0)), min(y0, low))
        last = min(int(above[above >= foot].min(initial=self._rows)), max(y1, high))
        return x0, first, x1, last

    def _others(self, n: int, high: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The first rows of all letters that are not a line's, and the first below each."""
        rows = self._pixels[(self._held != n) & (self._high * self._down < HIGHER * high)][:, (1, 3)].astype(np.int64)
        return rows[:, 0] - 1, rows[:, 1] + 2

    def _strange(self, n: int, place: Place) -> Mask:
        """Where letters of no line reach into a line, and all rows into which those of others do: they may have been
        moved, too."""
        x0, y0, x1, y1 = place
        found = np.zeros((y1 - y0, x1 - x0), dtype=bool)
        pixels = self._pixels - (x0, y0, x0, y0)
        near = (self._held != n) & (pixels[:, 3] > -1) & (pixels[:, 1] < y1 - y0 + 1)
        near &= pixels[:, 3] - pixels[:, 1] < HIGHER * (y1 - y0)  # else behind the line
        for (a, b, c, d), of in zip(pixels[near].tolist(), self._held[near].tolist(), strict=True):
            rows = slice(max(int(b) - 1, 0), max(int(d) + 2, 0))
            found[rows, slice(None) if of >= 0 else slice(max(int(a) - 1, 0), max(int(c) + 2, 0))] = True
        return found

    def _boxes(self, n: int, left: int) -> list[tuple[int, int]]:
        """The columns of a released line's boxes; ``left`` is the first pixel looked at."""
        across = self._across
        return [(round(box.x0 * across) - left, round(box.x1 * across) - left) for _, box in self._lines[n].boxes]

    def _words(self, n: int, left: int) -> tuple[list[tuple[Box, Box]], Words] | None:
        """The words of a line from left to right, None when one of them has no letters."""
        line = self._lines[n]
        pairs = [pair for pair in sorted(line.words) if pair[0] not in line.signs and not _behind(pair[0], line)]
        rows, every, first = self._rows_of[n]
        inside = every[[rows[source] for source, _ in pairs]]
        counts = inside.sum(axis=1)
        if not counts.all():
            return None
        if not pairs:
            none = np.zeros(0, dtype=np.intp)
            return [], Words(none, none, none, none)
        of, letters = np.nonzero(inside)
        columns = np.rint(self._pixels[first + letters][:, (0, 2)] * FINE).astype(np.intp) - left * FINE
        columns = columns[np.lexsort((columns[:, 0], of))]
        moved = np.rint([(new.x0 - source.x0) * self._across for source, new in pairs]).astype(np.intp)
        return pairs, Words(columns[:, 0], columns[:, 1], np.cumsum(counts) - counts, moved)

    def _runs(self, n: int, left: int) -> Iterator[list[Lettered]]:
        """The words of a line that moved together, from left to right; ``left`` is the first pixel looked at."""
        for run in runs(self._lines[n]):
            words = [(source, new) for source, new in run if not _behind(source, self._lines[n])]
            if run[0][0] not in self._lines[n].signs:
                yield [self._word(*pair, left) for pair in words]

    def _beside(self, n: int, left: int) -> list[tuple[int, int]]:
        """The columns of a released line that may hold what is no word: signs, and what a box leaves of a word."""
        line, across = self._lines[n], self._across
        places = [new for source, new in line.words if source in line.signs]
        for planned, own in line.boxes:
            for word in line.taken:
                if min(word.x1, planned.x1) > max(word.x0, planned.x0):
                    room = REST * word.height
                    before, after = max(planned.x0 - word.x0, 0) + room, max(word.x1 - planned.x1, 0) + room
                    places.append(own._replace(x0=own.x0 - before, x1=own.x1 + after))
        return [(int(box.x0 * across) - ABOVE - left, int(box.x1 * across) + ABOVE + 1 - left) for box in places]

    def _word(self, source: Box, new: Box, left: int) -> Lettered:
        first, inside = self._inside([source])
        columns = np.rint(self._pixels[first + np.flatnonzero(inside[0])][:, (0, 2)] * FINE) - left * FINE
        letters = tuple(Letter(int(a), int(b)) for a, b in sorted(columns.tolist()) if b > a)
        return Lettered(letters, round((new.x0 - source.x0) * self._across))


def _behind(word: Box, line: Line) -> bool:
    return word.height > HIGHER * (line.y1 - line.y0)
