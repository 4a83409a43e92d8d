# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a page draws apart from text: pictures, and outlines that may be letters. Also declared texts.

A device over the display list is told of every drawing operation; here only those are kept that can hide
letters from the text layer.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pymupdf import mupdf

from redactor.bundle.engine import run
from redactor.domain.geometry import Box, covered, merged_by_line

#: More outlines than this are not looked at one by one: a drawing, and the whole of it a place to look.
_ENOUGH = 4000
#: A letter drawn as an outline is between these heights in points.
_LETTER = (3.0, 80.0)
#: Fewer outlines in one spot than this are a bullet, an arrow or a tick.
_FEW_LETTERS = 4


@dataclass(slots=True)
class Drawn:
    """``pictures``: boxes of raster images and shadings. ``outlines``: boxes of filled or stroked shapes
    that are not plain rectangles or straight lines. ``declared``: replacement and alternate texts."""

    pictures: list[Box] = field(default_factory=list)
    outlines: list[Box] = field(default_factory=list)
    declared: list[str] = field(default_factory=list)


class _Survey(mupdf.FzDevice2):  # type: ignore[misc]
    """Notes the boxes of pictures and outlines, and the texts a file declares for its content."""

    def __init__(self, drawn: Drawn) -> None:
        super().__init__()
        self.drawn = drawn
        self.use_virtual_fill_image()
        self.use_virtual_fill_image_mask()
        self.use_virtual_fill_shade()
        self.use_virtual_fill_path()
        self.use_virtual_stroke_path()
        self.use_virtual_begin_metatext()

    def fill_image(self, ctx: Any, image: Any, ctm: Any, alpha: Any, params: Any) -> None:
        self._picture(ctm)

    def fill_image_mask(self, ctx: Any, image: Any, ctm: Any, space: Any, color: Any, alpha: Any, params: Any) -> None:
        self._picture(ctm)

    def fill_shade(self, ctx: Any, shade: Any, ctm: Any, alpha: Any, params: Any) -> None:
        self.drawn.pictures.append(_box(mupdf.ll_fz_bound_shade(shade, ctm)))

    def fill_path(
        self, ctx: Any, path: Any, even_odd: Any, ctm: Any, space: Any, color: Any, alpha: Any, params: Any
    ) -> None:
        if len(self.drawn.outlines) < _ENOUGH and not mupdf.ll_fz_path_is_rect(path, ctm):
            self._outline(_box(mupdf.ll_fz_bound_path(path, None, ctm)))

    def stroke_path(
        self, ctx: Any, path: Any, stroke: Any, ctm: Any, space: Any, color: Any, alpha: Any, params: Any
    ) -> None:
        if len(self.drawn.outlines) < _ENOUGH and not mupdf.ll_fz_path_is_rect(path, ctm):
            self._outline(_box(mupdf.ll_fz_bound_path(path, None, ctm)))

    def begin_metatext(self, ctx: Any, meta: Any, text: str) -> None:
        if text and text.strip():
            self.drawn.declared.append(text.strip())

    def _picture(self, ctm: Any) -> None:
        unit = mupdf.ll_fz_make_rect(0, 0, 1, 1)
        self.drawn.pictures.append(_box(mupdf.ll_fz_transform_rect(unit, ctm)))

    def _outline(self, box: Box) -> None:
        # A box without width or height is a straight rule: a table's line, an underline.
        if box.width >= 1.0 and box.height >= 1.0:
            self.drawn.outlines.append(box)


def _box(rect: Any) -> Box:
    return Box(rect.x0, rect.y0, rect.x1, rect.y1)


def drawn_on(display_list: Any) -> Drawn:
    """Look through a page's display list."""
    drawn = Drawn()
    run(display_list, _Survey(drawn))
    return drawn


def places_to_read(drawn: Drawn, words: list[Box], page: Box) -> list[Box]:
    """Where on the page letters may stand that no text layer holds; may be empty. Overlaps are joined.

    An outline around the page's own ``words`` is a highlight or a frame, not lettering.
    """
    places = [common for box in drawn.pictures if (common := _worth_reading(box, page))]
    if drawn.outlines:
        lettering = _lettering(drawn.outlines, page)
        places += [box for box in lettering if covered(box, words) < 0.4]
    return _joined(places)


def _worth_reading(box: Box, page: Box) -> Box | None:
    common = box.intersection(page)
    if common is None or min(common.width, common.height) < 6.0 or common.area < 120.0:
        return None
    return common


def _lettering(outlines: list[Box], page: Box) -> list[Box]:
    """Groups of neighbouring outlines of a letter's height, or single ones shaped like a line of letters."""
    if len(outlines) >= _ENOUGH:
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
        if (count >= _FEW_LETTERS or box.width > 4.0 * box.height) and (common := _worth_reading(box, page))
    ]


def _joined(boxes: list[Box]) -> list[Box]:
    joined: list[Box] = []
    for box in sorted(boxes):
        for index, other in enumerate(joined):
            if box.intersection(other):
                joined[index] = other.union(box)
                break
        else:
            joined.append(box)
    return joined if len(joined) == len(boxes) else _joined(joined)
