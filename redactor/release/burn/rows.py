# SPDX-License-Identifier: AGPL-3.0-or-later
"""Boxes and words of a scan by the lines they stand on, and what of a line belongs together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from redactor.domain.geometry import Box
from redactor.domain.pages import Word
from redactor.release.burn.boxes import MOST_SHARED

#: A field of a line ends where this many heights stay blank.
COLUMN = 1.6
#: A box (its slot) or a word that stays (its index), with its place.
Token = tuple[Box, tuple[int, int] | None, int]


class Places:
    """The words of a page as an array, to ask quickly which stand on a line."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        sides = np.array(boxes, dtype=np.float64).reshape(-1, 4)
        self._top, self._foot = sides[:, 1], sides[:, 3]

    def level_with(self, boxes: Iterable[Box]) -> list[int]:
        """The indexes of the words that are level with one of the boxes (see :func:`is_level`)."""
        found = np.zeros(len(self._top), dtype=bool)
        for box in boxes:
            common = np.minimum(self._foot, box.y1) - np.maximum(self._top, box.y0)
            found |= common > MOST_SHARED * np.minimum(self._foot - self._top, box.height)
        level: list[int] = np.flatnonzero(found).tolist()
        return level


def is_level(box: Box, other: Box) -> bool:
    """Whether two boxes share more than a part of the lower one's height."""
    common = min(box.y1, other.y1) - max(box.y0, other.y0)
    return common > MOST_SHARED * min(box.height, other.height)


def lines_of(slots: Sequence[tuple[int, int]], hidden: Sequence[Sequence[Box]]) -> list[list[tuple[int, int]]]:
    """Boxes that stand on one line, from the top down."""
    lines: list[list[tuple[int, int]]] = []
    for h, j in sorted(slots, key=lambda slot: hidden[slot[0]][slot[1]].y0):
        box = hidden[h][j]
        for line in lines:
            if any(is_level(box, hidden[a][b]) for a, b in line):
                line.append((h, j))
                break
        else:
            lines.append([(h, j)])
    return lines


def fields_of(boxes: dict[tuple[int, int], Box], words: dict[int, Word], high: float) -> list[list[Token]]:
    """The tokens of a line from left to right, by those that follow each other; fields without boxes are left out."""
    tokens: list[Token] = [(box, slot, -1) for slot, box in boxes.items()]
    tokens += [(word.box, None, n) for n, word in words.items()]
    tokens.sort(key=lambda token: (token[0].x0, token[0].x1))
    fields: list[list[Token]] = []
    for token in tokens:
        if fields and token[0].x0 - max(one[0].x1 for one in fields[-1]) <= COLUMN * high:
            fields[-1].append(token)
        else:
            fields.append([token])
    return [one for one in fields if any(slot is not None for _, slot, _ in one)]
