# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where on a page letters may stand that no text layer holds: pictures, and outlines drawn like letters. Pure."""

from __future__ import annotations

from redactor.domain.geometry import Box, covered, merged_by_line

#: A letter drawn as an outline is between these heights in points.
_LETTER = (3.0, 80.0)
#: Fewer outlines in one spot than this are a bullet, an arrow or a tick.
_FEW_LETTERS = 4
#: So many outlines are a drawing, and the whole of the page a place to look.
_A_DRAWING = 4000
_MANY = 300
#: Between the strips of a picture there is no more than this (points).
_SEAM = 0.5


def places_to_read(pictures: list[Box], outlines: list[Box], words: list[Box], page: Box) -> list[Box]:
    """The parts of the page to read by OCR; may be empty. All boxes in points; overlaps are joined.

    ``pictures`` are raster images, ``outlines`` filled or stroked shapes that are not rectangles. An outline
    around the page's own ``words`` is a highlight or a frame, not lettering.
    """
    # A picture cut into strips is one picture, however narrow they are.
    whole = _joined([box for box in pictures if box.intersection(page)])
    places = [common for box in whole if (common := _worth_reading(box, page))]
    if outlines:
        places += [box for box in _lettering(outlines, page) if covered(box, words) < 0.4]
    return _joined(places)


def _worth_reading(box: Box, page: Box) -> Box | None:
    common = box.intersection(page)
    if common is None or min(common.width, common.height) < 6.0 or common.area < 120.0:
        return None
    return common


def _lettering(outlines: list[Box], page: Box) -> list[Box]:
    """Groups of neighbouring outlines of a letter's height, or single ones shaped like a line of letters."""
    if len(outlines) >= _A_DRAWING:
        return [page]
    letters = [box for box in outlines if _LETTER[0] <= box.height <= _LETTER[1] and box.intersection(page)]
    groups: list[tuple[Box, int]] = []
    for box in sorted(letters, key=lambda b: (round(b.y1 / 6.0), b.x0)):
        if groups:
            last, count = groups[-1]
            if len(merged_by_line([last, box])) == 1 or last.overlap(box) or box.overlap(last):
                groups[-1] = (last.union(box), count + 1)
                continue
        groups.append((box, 1))
    return [
        common
        for box, count in groups
        if (count >= _FEW_LETTERS or box.width > 2.0 * box.height) and (common := _worth_reading(box, page))
    ]


def _joined(boxes: list[Box]) -> list[Box]:
    """Boxes that touch made one, until none do; very many (a picture in strips) made one at once."""
    if len(boxes) > _MANY:
        x0, y0, x1, y1 = zip(*boxes, strict=True)
        return [Box(min(x0), min(y0), max(x1), max(y1))]
    joined: list[Box] = []
    for box in sorted(boxes):
        touching = [other for other in joined if _touch(box, other)]
        while touching:
            joined = [other for other in joined if other not in touching]
            for other in touching:
                box = box.union(other)
            touching = [other for other in joined if _touch(box, other)]
        joined.append(box)
    return joined


def _touch(one: Box, other: Box) -> bool:
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.y1, other.y1) - max(one.y0, other.y0)
    return across > -_SEAM and down > -_SEAM
