# SPDX-License-Identifier: AGPL-3.0-or-later
"""Things on a page by where they lie, so that a page with 50,000 words costs per word what any page does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from redactor.domain.geometry import Box

T = TypeVar("T")
#: Points. Cells about as high as a line and as wide as a few words: most boxes lie in one to four.
CELL_HEIGHT, CELL_WIDTH = 16.0, 96.0
#: A box over more cells than this (a whole page, a wild coordinate) is kept in one list instead.
MOST_CELLS = 256


class Nearby(Generic[T]):
    """Items with boxes; :meth:`touching` gives those that share area with some boxes, in the order they came."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[int]] = defaultdict(list)
        self._large: list[int] = []
        self._items: list[tuple[tuple[Box, ...], T]] = []

    def add(self, boxes: Iterable[Box], item: T) -> None:
        number = len(self._items)
        kept = tuple(boxes)
        self._items.append((kept, item))
        for box in kept:
            cells = _cells(box)
            if cells is None:
                self._large.append(number)
            else:
                for cell in cells:
                    self._cells[cell].append(number)

    def touching(self, boxes: Iterable[Box]) -> list[T]:
        if not self._items:
            return []
        asked = tuple(boxes)
        numbers = set(self._large)
        for box in asked:
            cells = _cells(box)
            if cells is None:
                numbers.update(range(len(self._items)))
                break
            for cell in cells:
                numbers.update(self._cells.get(cell, ()))
        return [self._items[number][1] for number in sorted(numbers) if self._touches(number, asked)]

    def _touches(self, number: int, asked: tuple[Box, ...]) -> bool:
        return any(own.intersection(box) for own in self._items[number][0] for box in asked)


def boxes_nearby(boxes: Iterable[Box]) -> Nearby[Box]:
    """An index of boxes that stand for themselves."""
    index: Nearby[Box] = Nearby()
    for box in boxes:
        index.add((box,), box)
    return index


def _cells(box: Box) -> list[tuple[int, int]] | None:
    if not all(abs(value) < 1e6 for value in box):
        return None
    columns = range(int(box.x0 // CELL_WIDTH), int(box.x1 // CELL_WIDTH) + 1)
    rows = range(int(box.y0 // CELL_HEIGHT), int(box.y1 // CELL_HEIGHT) + 1)
    if len(columns) * len(rows) > MOST_CELLS:
        return None
    return list(_pairs(columns, rows))


def _pairs(columns: range, rows: range) -> Iterator[tuple[int, int]]:
    for column in columns:
        for row in rows:
            yield column, row
