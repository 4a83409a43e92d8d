# SPDX-License-Identifier: AGPL-3.0-or-later
"""Does a decision's anchor mean this mention? By place first, by words where there is no place. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from redactor.domain.geometry import Box, covered
from redactor.domain.journal import Anchor
from redactor.domain.mentions import Mention

#: Boxes of the same words by two engines differ by a few tenths of a point; other words never share this much.
SAME_PLACE = 0.6
#: What is left of an anchor's box when this much is covered is thinner than a letter's stroke.
FULLY_COVERED = 0.97


def same_words(one: str, other: str) -> bool:
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def matches(anchor: Anchor, mention: Mention) -> bool:
    """True when the anchor's decision was about this mention."""
    if anchor.document != mention.document or anchor.page != mention.page:
        return False
    if anchor.boxes and mention.boxes:
        return same_place(anchor.boxes, mention.boxes)
    return anchor.where == mention.where and same_words(anchor.text, mention.text)


def same_place(one: Iterable[Box], other: Iterable[Box]) -> bool:
    """True when each set of boxes hides most of the other: the same words, whoever measured them."""
    one, other = tuple(one), tuple(other)
    return _covers(one, other) and _covers(other, one)


def _covers(outer: Iterable[Box], inner: Iterable[Box]) -> bool:
    boxes = tuple(outer)
    total = covered_area = 0.0
    for box in inner:
        total += box.area
        covered_area += covered(box, boxes) * box.area
    return total > 0 and covered_area / total >= SAME_PLACE


def is_covered(boxes: Iterable[Box], by: Iterable[Box]) -> bool:
    """True when every one of ``boxes`` is hidden by ``by`` (to within :data:`FULLY_COVERED`)."""
    others = tuple(by)
    return all(covered(box, others) >= FULLY_COVERED for box in boxes)


def anchor_of(mention: Mention) -> Anchor:
    return Anchor(mention.document, mention.page, mention.where, mention.text, mention.boxes)


def anchors_json(mentions: Iterable[Mention]) -> list[Any]:
    """The anchors of mentions as an event holds them: what :meth:`Anchor.to_json` gives, for thousands at once."""
    return [
        [m.document, m.page, m.where.value, m.text, [round(value, 1) for box in m.boxes for value in box]]
        for m in mentions
    ]
