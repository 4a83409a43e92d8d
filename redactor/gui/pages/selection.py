# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is selected on a page: words, or a drawn box. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from redactor.domain.geometry import Box, merged_by_line
from redactor.gui.casework.told.pages import PageKey, WordBoxes


@dataclass(frozen=True, slots=True)
class Selection:
    """``span``: offsets in the page's text, or None for a drawn box. Boxes in points."""

    key: PageKey
    boxes: tuple[Box, ...]
    text: str = ""
    span: tuple[int, int] | None = None


def word_at(words: WordBoxes, x: float, y: float, reach: float = 0.0) -> int | None:
    """The word under a point (points), or within ``reach`` of it."""
    for number, box in enumerate(words.boxes):
        if box.x0 - reach <= x <= box.x1 + reach and box.y0 - reach <= y <= box.y1 + reach:
            return number
    return None


def nearest_word(words: WordBoxes, x: float, y: float) -> int | None:
    """The word closest to a point: the line counts before the place in it."""
    best, least = None, float("inf")
    for number, box in enumerate(words.boxes):
        away_y = max(box.y0 - y, 0.0, y - box.y1)
        away_x = max(box.x0 - x, 0.0, x - box.x1)
        distance = away_y * 8 + away_x
        if distance < least:
            best, least = number, distance
    return best


def select_words(words: WordBoxes, one: int, other: int) -> Selection:
    """Whole words from one to the other, in reading order."""
    first, last = min(one, other), max(one, other)
    boxes = merged_by_line(words.boxes[first : last + 1])
    start, end = words.starts[first], words.ends[last]
    return Selection(words.key, boxes, " ".join(words.text[start:end].split()), (start, end))


def like_name(selection: Selection) -> bool:
    """Whether the words selected can be somebody's name: a few words, no digits."""
    text = selection.text if selection.span is not None else ""
    return 1 <= len(text.split()) <= 5 and any(map(str.isalpha, text)) and not any(map(str.isdigit, text))
