# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is read of a page as it will be released, and what is known of it already."""

from __future__ import annotations

import pytest

from redactor.domain.geometry import Box
from redactor.domain.plan import Redaction
from redactor.operations.checking.peeking import is_part, peeking
from redactor.operations.checking.sight_tasks import Seen, _tiles


@pytest.mark.parametrize(
    ("size", "count"), [((595.0, 842.0), 1), ((842.0, 1191.0), 2), ((2384.0, 3370.0), 12), ((20.0, 9.0), 1)]
)
def test_large_sheets_are_read_in_parts_that_overlap(size: tuple[float, float], count: int) -> None:
    tiles = _tiles(Box(0.0, 0.0, *size))
    assert len(tiles) == count
    assert max(tile.x1 for tile in tiles) == size[0]
    assert max(tile.y1 for tile in tiles) == size[1]
    assert all(tile.width <= 1100 and tile.height <= 1100 for tile in tiles)


@pytest.mark.parametrize("seen", ["leigh", "eigh", "Kay", "Barn", "nes", "BARNES", "ayleiqh"])
def test_a_part_of_what_is_hidden(seen: str) -> None:
    assert is_part(seen, "Kayleigh Barnes")


@pytest.mark.parametrize("seen", ["the", "visit", "s", "kitchen", "12"])
def test_no_part_of_it(seen: str) -> None:
    assert not is_part(seen, "Kayleigh Barnes")


def test_it_must_stand_beside_the_box_and_not_be_known() -> None:
    held = Redaction("d", 1, (Box(100.0, 100.0, 160.0, 112.0),), "TP", "Another person", "Kayleigh")
    beside, elsewhere = Box(161.0, 101.0, 180.0, 112.0), Box(161.0, 300.0, 180.0, 312.0)
    words = [Seen("leigh", beside, 0, False), Seen("leigh", elsewhere, 1, False), Seen("leigh", beside, 2, True)]
    assert [word for word, _ in peeking(words, [held])] == words[:1]
