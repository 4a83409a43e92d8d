# SPDX-License-Identifier: AGPL-3.0-or-later
"""The index finds what looking at every box would find."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from redactor.domain.geometry import Box
from redactor.domain.nearby import Nearby, boxes_nearby

sides = st.floats(-50, 900, width=32)
boxes = st.builds(lambda x, y, w, h: Box(x, y, x + w, y + h), sides, sides, st.floats(1, 700), st.floats(1, 60))


@given(st.lists(boxes, max_size=30), st.lists(boxes, min_size=1, max_size=3))
def test_it_finds_exactly_what_shares_area(known, asked):
    expected = [box for box in known if any(box.intersection(other) for other in asked)]
    assert boxes_nearby(known).touching(asked) == expected


def test_whole_pages_and_wild_boxes_are_found_too():
    index: Nearby[str] = Nearby()
    index.add((Box(0, 0, 20000, 20000),), "large")
    index.add((Box(-5e8, 5, 5e8, 6),), "wild")
    index.add((Box(10, 10, 20, 20),), "word")
    assert index.touching((Box(12, 12, 13, 13),)) == ["large", "word"]
    assert index.touching((Box(0, 0, 1e9, 1e9),)) == ["large", "wild", "word"]
