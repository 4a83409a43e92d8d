# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which letters stand on one line of text, raised and lowered ones and the marks of footnotes with them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from redactor.release.burn.ink import Glyph

#: Baselines within this share of the letters' size belong to one line (raised and lowered letters too).
ONE_LINE = 0.42
#: Footnotes' marks are smaller than this share of the letters beside them, raised by less than so many ems, and of no
#: more signs.
MARK, RAISED, LONGEST_MARK = 0.8, 0.85, 5


def one_line(letters: Sequence[Glyph], level: Sequence[int], main: Sequence[int]) -> bool:
    """Whether of the letters under a box those that are smaller than the ``main`` ones stand on the same line, or are a
    footnote's mark."""
    if len(main) == len(level):
        return True
    words = [letters[n] for n in main]
    size, y = max(g.size for g in words), median([g.y for g in words])
    small = [letters[n] for n in set(level) - set(main)]
    apart = [g for g in small if abs(g.y - y) > ONE_LINE * size]
    return len(raised_marks(words, apart, y, size)) == len(apart)


def raised_marks(line: Sequence[Glyph], small: Sequence[Glyph], y: float, size: float) -> list[Glyph]:
    """The ``small`` letters raised right after a word of a ``line`` with the baseline ``y``, higher than those that are
    of it anyway: the marks of footnotes."""
    runs: list[list[Glyph]] = []
    for glyph in sorted((g for g in small if ONE_LINE * size <= y - g.y < RAISED * size), key=lambda g: (g.y, g.x)):
        last = runs[-1][-1] if runs else None
        if last is not None and abs(last.y - glyph.y) < 0.1 * size and glyph.x - last.end < 0.6 * glyph.size:
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    return [
        glyph
        for run in runs
        # A line of small print above has more letters, and words of this line under them.
        if len(run) <= LONGEST_MARK
        and any(abs(run[0].x - letter.end) < 0.2 * size for letter in line)
        and not any(min(run[-1].end, g.end) - max(run[0].x, g.x) > 0.1 * size for g in line)
        for glyph in run
    ]
