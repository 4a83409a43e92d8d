# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pixels of lines that were set again: every word looks as it does in the source, only elsewhere on its line, and
no other ink is left between the words. Worked out from the plan, the source and the released file alone.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from redactor.domain.geometry import Box
from redactor.release.verify.expect import ExpectedPage
from redactor.release.verify.moved import Line
from redactor.release.verify.picture import Pixels
from redactor.release.verify.strips import (
    DIFFERENT_PIXELS,
    Ink,
    best,
    beyond,
    full_squares,
    inked,
    level_lines,
    likely,
    paper_level,
    shifted,
    upright,
    without_rules,
)

#: Words moved together when they moved as far, but for the rounding of their places (points).
TOGETHER = 1.05
#: The rows in the middle of a line, between the letters' tails of its neighbours.
MIDDLE = 0.22
#: Words move up or down with a line that runs askew by so many rows at most.
MARGIN = 16
#: Letters that stand over each other must be told by so large a share of their columns.
OWN = 0.5
#: How askew a page lies is told by so many lines of so many words.
LINES, LONG = 3, 4


class _Strip:
    """A line of the page in both pictures, without upright rules. ``left`` is its first column, ``across`` pixels a
    point. The words of a line that runs askew move up or down with it: ``lean`` says how far for each point aside, None
    that they do not."""

    def __init__(
        self, mine: Pixels, theirs: Pixels, across: float, left: int, around: Pixels, lean: float | None
    ) -> None:
        self._around, self._lean = around, lean
        self.paper, self.source_paper = paper_level(mine), paper_level(theirs)
        self.here, self.there = without_rules(mine, self.paper), without_rules(theirs, self.source_paper)
        self.across, self.left = across, left
        self.reach = math.ceil(1.2 * across) + 2

    def source(self, down: int) -> Pixels:
        """The line in the source, from so many rows further up."""
        first = (len(self._around) - len(self.there)) // 2 - down
        return self._around[first : first + len(self.there)] if down else self.there

    def falls(self, aside: float) -> list[int]:
        """How many rows a word that moved so many points aside may have moved up or down with its line."""
        if self._lean is None:
            return [0]
        middle = round(self._lean * aside * self.across)
        return [fall for by in (0, 1, -1, 2, -2) if abs(fall := middle + by) <= MARGIN]

    def columns(self, box: Box) -> tuple[int, int]:
        """The columns of a place in the source, on the strip."""
        x0, x1 = round(box.x0 * self.across) - self.left, round(box.x1 * self.across) - self.left
        return max(x0, 0), min(x1, self.there.shape[1])

    def start(self, box: Box) -> int:
        return round(box.x0 * self.across) - self.left


def check_lines(
    page: ExpectedPage, lines: Sequence[Line], mine: Pixels, theirs: Pixels, letters: Any
) -> list[tuple[Line, int]]:
    """The lines set again on which words or marks are not the source's, and how many are not. ``mine`` and ``theirs``
    are the released and the source picture, both grey and of one size; ``letters`` gives the ink boxes of the source's
    letters inside a box, in points."""
    rows, columns = mine.shape
    across, down = columns / page.width, rows / page.height
    found: list[tuple[Line, int]] = []
    lean = _lean(page.kept) if page.scan else 0.0
    for line in lines:
        wrong = 0
        y0, y1 = band(line, down)
        y1, trim = min(y1, rows), trimmed(line, down)
        zone = line.zone
        left, right = max(int(zone.x0 * across) - 12, 0), min(int(zone.x1 * across) + 12, columns)
        if y1 - y0 < 4 or right - left < 4:
            continue
        leans = page.scan and y0 >= MARGIN and y1 + MARGIN <= rows
        around = theirs[y0 - MARGIN : y1 + MARGIN, left:right] if leans else theirs[y0:y1, left:right]
        own = lean if leans else None
        strip = _Strip(mine[y0:y1, left:right], theirs[y0:y1, left:right], across, left, around, own)
        explained = np.zeros(right - left, dtype=bool)
        for _, box in line.boxes:
            _mark(explained, box.x0 * across - left - 2, box.x1 * across - left + 2)
        _explain_rests(line, explained, across, left)
        for run in runs(line):
            for at in _run_at(strip, run, line.signs, letters):
                if at is None:
                    wrong += 1
                else:
                    _mark(explained, *at)
        worded = np.zeros(right - left, dtype=bool)
        for word in (*(source for source, _ in line.words), *line.taken):
            _mark(worded, word.x0 * across - left - 1, word.x1 * across - left + 1)
        wrong += _left_over(strip, explained, worded, trim)
        if wrong:
            found.append((line, wrong))
    return found


def trimmed(line: Line, down: float) -> int:
    """How many rows at the top and foot of a line may be those of letters of others."""
    return max(int(MIDDLE * (round(line.y1 * down) - max(round(line.y0 * down), 0))), 1)


def band(line: Line, down: float) -> tuple[int, int]:
    """The rows in which words are compared; ``down`` are pixels a point."""
    trim = trimmed(line, down) // 2
    return max(round(line.y0 * down), 0) + trim, round(line.y1 * down) - trim


def _lean(words: Sequence[Box]) -> float:
    """How many points lines of text fall for each they run on, by words that follow each other."""
    lines: list[list[Box]] = []
    for box in words:
        last = lines[-1][-1] if lines else None
        level = last is not None and min(last.y1, box.y1) - max(last.y0, box.y0) > 0.5 * min(last.height, box.height)
        if level and last is not None and box.x0 > last.x0:
            lines[-1].append(box)
        else:
            lines.append([box])
    slopes: list[float] = []
    for line in lines:
        if len(line) >= LONG:
            x, y = (np.array([(box[n] + box[n + 2]) / 2 for box in line]) for n in (0, 1))
            x -= x.mean()
            slopes.append(float((x * (y - y.mean())).sum() / max(float((x**2).sum()), 1e-6)))
    return float(np.median(slopes)) if len(slopes) >= LINES else 0.0


def runs(line: Line) -> Iterator[list[tuple[Box, Box]]]:
    """The line's words, by those that moved together with no box between them."""
    run: list[tuple[Box, Box]] = []
    gone = [planned for planned, _ in line.boxes] + line.taken
    for source, new in sorted(line.words):
        apart = bool(run) and (
            abs((new.x0 - source.x0) - (run[0][1].x0 - run[0][0].x0)) > TOGETHER
            or any(run[-1][0].x1 - 1 < box.x1 and box.x0 < source.x0 + 1 for box in gone)
        )
        if run and (apart or source in line.signs or run[-1][0] in line.signs):
            yield run
            run = []
        run.append((source, new))
    if run:
        yield run


def _run_at(
    strip: _Strip, run: Sequence[tuple[Box, Box]], signs: set[Box], letters: Any
) -> Iterator[tuple[float, float] | None]:
    """Where words that moved together stand in the released line (pixels from its left), None for each that does not
    stand there."""
    first = run[0]
    if first[0] in signs:
        yield strip.start(first[1]) - 4, first[1].x1 * strip.across - strip.left + 4
        return
    if len(run) > 1:
        x0, x1 = strip.columns(Box(first[0].x0, 0, max(source.x1 for source, _ in run), 0))
        for down in strip.falls(first[1].x0 - first[0].x0):
            patch = strip.source(down)[:, x0:x1]
            for at in likely(strip.here, patch, strip.start(first[1]), strip.reach):
                if beyond(strip.here[:, at : at + x1 - x0], patch) <= DIFFERENT_PIXELS:
                    yield at - 2, at + x1 - x0 + 2
                    return
    for source, new in run:
        yield _word_at(strip, source, new, letters)


def _mark(explained: Ink, x0: float, x1: float) -> None:
    explained[max(math.floor(x0), 0) : max(math.ceil(x1), 0)] = True


def _explain_rests(line: Line, explained: Ink, across: float, left: int) -> None:
    """What stays of a word that a box takes only in part (a bracket, a comma) stands beside the box."""
    for word in line.taken:
        for planned, box in line.boxes:
            if planned.x1 <= word.x0 or planned.x0 >= word.x1:
                continue
            room = 0.5 * word.height
            if word.x1 - planned.x1 > 0.15:
                _mark(explained, box.x1 * across - left, (box.x1 + word.x1 - planned.x1 + room) * across - left)
            if planned.x0 - word.x0 > 0.15:
                _mark(explained, (box.x0 - planned.x0 + word.x0 - room) * across - left, box.x0 * across - left)


def _word_at(strip: _Strip, source: Box, new: Box, letters: Any) -> tuple[float, float] | None:
    """Where a word of the source stands in the released line (pixels from its left), None when it does not."""
    here, there, reach, left, across = strip.here, strip.there, strip.reach, strip.left, strip.across
    x0, x1 = strip.columns(source)
    if x1 - x0 < 2:
        return new.x0 * across - left, new.x1 * across - left
    start = strip.start(new)
    for down in strip.falls(new.x0 - source.x0):
        found = best(here, strip.source(down)[:, x0:x1], start, reach)
        if found is not None:
            return found - 2, found + x1 - x0 + 2
    # Letter by letter: what was set closer or wider for its looks comes out at the letters' own widths.
    at, shift = start - 2.0, 0
    spans = [
        (max(math.floor(ink.x0 * across) - left, 0), min(math.ceil(ink.x1 * across) - left, there.shape[1]))
        for ink in letters(source)
    ]
    for n, (a, b) in enumerate(spans):
        if b - a < 1:
            continue
        for first, last in _seen_of(spans, n):
            place = best(here, there[:, first:last], start + first - x0 + shift, reach)
            if place is not None:
                break
        else:
            return None
        shift = place - (start + first - x0)
        at = max(at, place + b - first)
    return (start - reach, at + 3) if at > start - 2.0 else None


def _seen_of(spans: Sequence[tuple[int, int]], n: int) -> Iterator[tuple[int, int]]:
    """The columns by which a letter is told: all it has, then those it has to itself. In "To" the o stands under the
    bar of the T; set at their own widths, each is without the other's ink."""
    a, b = spans[n]
    yield a, b
    first = max([a, *(end for _, end in spans[:n])])
    last = min([b, *(start for start, _ in spans[n + 1 :])])
    if (first, last) != (a, b) and last - first >= OWN * (b - a):
        yield first, last


def _left_over(strip: _Strip, explained: Ink, worded: Ink, trim: int) -> int:
    """Squares of a line with ink that nothing explains: neither a word (``explained``), nor what the source has at the
    same place beside its words (``worded``), nor an upright rule of the source, nor a level line."""
    here, there = strip.here, strip.there
    part, source = here[trim // 2 : len(here) - trim // 2], there[trim // 2 : len(there) - trim // 2]
    ink, was = inked(part, strip.paper), inked(source, strip.source_paper)
    rule = upright(was)
    wide = rule.copy()
    for shift in (1, 2, 3):
        wide[shift:] |= rule[:-shift]
        wide[:-shift] |= rule[shift:]
    ink &= ~(explained | wide)[None, :]
    if not full_squares(ink):
        return 0  # whatever else explains some of it
    beside = was & ~worded[None, :]
    for _ in range(2):
        beside = beside | shifted(beside, 1) | shifted(beside, -1)
    ink &= ~beside
    ink &= ~level_lines(ink)
    return full_squares(ink)
