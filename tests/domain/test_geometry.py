# SPDX-License-Identifier: AGPL-3.0-or-later
"""Boxes: cover, and joining along a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.domain.geometry import Box, covered, merged_by_line

whole = st.integers(0, 40)
boxes = st.builds(lambda x, y, w, h: Box(x, y, x + w + 1, y + h + 1), whole, whole, whole, whole)


@given(boxes, st.lists(boxes, max_size=5))
def test_covered_counts_the_union_once(box, others):
    cells = [(x, y) for x in range(int(box.x0), int(box.x1)) for y in range(int(box.y0), int(box.y1))]
    hit = sum(any(o.x0 <= x < o.x1 and o.y0 <= y < o.y1 for o in others) for x, y in cells)
    assert covered(box, others) == pytest.approx(hit / len(cells))


def test_words_of_a_line_join_and_lines_stay_apart():
    line = [Box(10, 10, 30, 20), Box(33, 10, 60, 20), Box(10, 24, 40, 34), Box(200, 24, 240, 34)]
    assert merged_by_line(line) == (Box(10, 10, 60, 20), Box(10, 24, 40, 34), Box(200, 24, 240, 34))
