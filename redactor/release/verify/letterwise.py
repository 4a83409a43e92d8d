# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which letters are on which of a page's lines that were set again, and on which of these some are not the source's."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from redactor.domain.geometry import Box
from redactor.release.verify.expect import ExpectedPage
from redactor.release.verify.finely import FINE, Mask
from redactor.release.verify.lettering import Letter, Lettered, Lettering
from redactor.release.verify.likeness import runs
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


class _Lines:
    """A page's lines, with its letters: ``held`` says of each letter on which line it is, -1 on none."""

    def __init__(self, lines: Sequence[Line], letters: Boxes, across: float, down: float) -> None:
        self._lines, self._letters, self._across, self._down = lines, letters, across, down
        self._x, self._y = (letters[:, 0] + letters[:, 2]) / 2, (letters[:, 1] + letters[:, 3]) / 2
        self._drawn = letters[:, 2] > letters[:, 0]
        self._by_height = np.argsort(self._y)
        self._heights = self._y[self._by_height].tolist()
        self._found: dict[Box, NDArray[np.intp]] = {}
        self._held = np.full(len(letters), -1)
        for n, line in enumerate(lines):
            for word in (*(source for source, _ in line.words), *line.taken):
                if not _behind(word, line):
                    self._held[self._inside(word)] = n

    def _inside(self, word: Box) -> NDArray[np.intp]:
        """The numbers of a word's letters."""
        if word not in self._found:
            # A page has thousands; few are as high up as the word.
            first, last = bisect_left(self._heights, word.y0), bisect_right(self._heights, word.y1)
            near = np.sort(self._by_height[first:last])
            x, own = self._x[near], self._letters[near]
            inside = self._drawn[near] & (x >= word.x0) & (x <= word.x1)
            self._found[word] = near[inside & (own[:, 3] - own[:, 1] < HIGHER * word.height)]
        return self._found[word]

    def place(self, n: int, columns: int, rows: int) -> tuple[int, int, int, int]:
        """Where (pixels: x0, y0, x1, y1) a line's letters are, before and after; empty when it has none."""
        own = self._letters[self._held == n]
        if not len(own):
            return 0, 0, 0, 0
        zone, across, down = self._lines[n].zone, self._across, self._down
        left, right = min(zone.x0, own[:, 0].min()) * across, max(zone.x1, own[:, 2].max()) * across
        top, foot = own[:, 1].min() * down, own[:, 3].max() * down
        x0, y0 = max(int(left) - BESIDE, 0), max(int(top) - ABOVE, 0)
        x1, y1 = min(int(right) + BESIDE, columns), min(int(foot) + ABOVE + 1, rows)
        return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else (0, 0, 0, 0)

    def strange(self, n: int, place: tuple[int, int, int, int]) -> Mask:
        """Where letters of no line reach into a line, and all rows into which those of others do: they may have been
        moved, too."""
        x0, y0, x1, y1 = place
        found = np.zeros((y1 - y0, x1 - x0), dtype=bool)
        pixels = self._letters * (self._across, self._down, self._across, self._down) - (x0, y0, x0, y0)
        near = self._drawn & (self._held != n) & (pixels[:, 3] > -1) & (pixels[:, 1] < y1 - y0 + 1)
        near &= pixels[:, 3] - pixels[:, 1] < HIGHER * (y1 - y0)  # else behind the line
        for (a, b, c, d), of in zip(pixels[near].tolist(), self._held[near].tolist(), strict=True):
            rows = slice(max(int(b) - 1, 0), max(int(d) + 2, 0))
            found[rows, slice(None) if of >= 0 else slice(max(int(a) - 1, 0), max(int(c) + 2, 0))] = True
        return found

    def words(self, n: int, left: int) -> Iterator[list[Lettered]]:
        """The words of a line that moved together, from left to right; ``left`` is the first pixel looked at."""
        for run in runs(self._lines[n]):
            words = [(source, new) for source, new in run if not _behind(source, self._lines[n])]
            if run[0][0] not in self._lines[n].signs:
                yield [self._word(source, round((new.x0 - source.x0) * self._across), left) for source, new in words]

    def beside(self, n: int, left: int) -> list[tuple[int, int]]:
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

    def _word(self, source: Box, moved: int, left: int) -> Lettered:
        columns = np.rint(self._letters[self._inside(source)][:, (0, 2)] * (self._across * FINE)) - left * FINE
        return Lettered(tuple(Letter(int(a), int(b)) for a, b in sorted(columns.tolist()) if b > a), moved)


def _behind(word: Box, line: Line) -> bool:
    return word.height > HIGHER * (line.y1 - line.y0)


def other_letters(page: ExpectedPage, lines: Sequence[Line], mine: Pixels, there: SourcePage) -> list[tuple[Line, int]]:
    """Of some lines set again those on which words have other letters than the source's, and how many words.
    ``mine`` is the released picture in grey."""
    rows, columns = mine.shape
    source = there.lettered
    # Where letters are still of the engine's own choice, words are compared as a whole.
    lines = [line for line in lines if not any(zone.intersection(line.zone) for zone, _ in source.not_embedded)]
    across, down = columns / page.width, rows / page.height
    held = _Lines(lines, source.letters, across, down)
    places = {n: place for n in range(len(lines)) if (place := held.place(n, columns, rows))[2]}
    found: list[tuple[Line, int]] = []
    strips = source.strips(list(places.values()), columns, rows, FINE)
    for (n, place), (written, bare) in zip(places.items(), strips, strict=True):
        x0, y0, x1, y1 = place
        boxes = [(round(box.x0 * across) - x0, round(box.x1 * across) - x0) for _, box in lines[n].boxes]
        line = Lettering(mine[y0:y1, x0:x1], written, bare, held.strange(n, place), boxes)
        wrong = sum(line.unlike(run) for run in held.words(n, x0)) + line.between(held.beside(n, x0))
        if wrong:
            found.append((lines[n], wrong))
    return found
