# SPDX-License-Identifier: AGPL-3.0-or-later
"""The quick order of a plain column of lines is the one that looking at every line finds."""

from __future__ import annotations

import random
from unittest.mock import patch

import numpy as np

from redactor.bundle.words import layout
from redactor.bundle.words.downwards import in_file_order
from redactor.bundle.words.lines import Counts, Numbers, starts_of
from redactor.bundle.words.spacing import closed_up


def column(random_: random.Random) -> tuple[Numbers, Counts, Counts]:
    """Some twenty lines down a page: titles, paragraphs, gaps, lines that overlap a little, now and then a table."""
    rows: list[tuple[float, float, float, float]] = []
    blocks: list[int] = []
    lines: list[int] = []
    y, block = 40.0, 0
    odd = random_.random() < 0.5
    sizes, gaps, steps = (
        ([9.0, 10.0, 14.0], [0.3, 0.3, 4.0], [0.5, 1.0, 1.5]) if odd else ([10.0], [0.3], [1.1, 1.3, 2.5])
    )
    for line in range(random_.randint(1, 25)):
        size = random_.choice(sizes)
        x = random_.choice([50.0, 50.0, 90.0, 300.0])
        for _ in range(random_.randint(1, 9)):
            width = random_.uniform(5, 40)
            rows.append((x, y, x + width, y + size * 1.2))
            blocks.append(block)
            lines.append(line)
            x += width + random_.choice(gaps) * size
        y += size * random_.choice(steps)
        block += random_.random() < 0.4
    return np.array(rows).T, np.array(blocks), np.array(lines)


def test_it_is_the_order_that_is_found_by_looking_at_each_line() -> None:
    plain = 0
    for seed in range(600):
        boxes, blocks, lines = column(random.Random(seed))
        upright, starts = starts_of(boxes, blocks, lines)
        quick = in_file_order(upright, blocks, starts)
        if quick is None:
            continue
        plain += 1
        quick = closed_up(upright, quick)
        with patch.object(layout, "in_file_order", return_value=None):
            slow = layout.order_of(boxes, blocks, lines)
        assert all(np.array_equal(one, other) for one, other in zip(quick, slow, strict=True)), seed
    assert plain > 60


def test_lines_side_by_side_are_looked_at() -> None:
    boxes = np.array([(50.0, 100.0, 90.0, 112.0), (300.0, 101.0, 340.0, 113.0)]).T
    nothing = np.array([0, 1])
    assert in_file_order(boxes, nothing, np.array([0, 1])) is None
