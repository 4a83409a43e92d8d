# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a page draws, in order: pictures, outlines, declared texts, and whether all its text plainly shows.

A device over the display list is told of every drawing operation. It is quick (0.1 ms for a common page), and
spares most pages the two drawings by which visible text is told from hidden (:mod:`~redactor.bundle.page.visible`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pymupdf import mupdf

from redactor.bundle.mupdf.device import WHITE, Listener, colour, path_box, text_middle
from redactor.bundle.mupdf.engine import run
from redactor.domain.geometry import Box

#: More outlines than this are a drawing and not looked at one by one.
ENOUGH = 4000
#: After this many comparisons of boxes a page counts as not plain.
_COMPARISONS = 100_000
#: Paint darker than this (0 to 1, the brightest channel) is dark; text must be dark and its ground light.
_DARK = 0.5
#: Strokes and fills thinner than this many points hide no word.
_THIN = 2.0


@dataclass(slots=True)
class Drawn:
    """``pictures``: boxes of raster images and shadings. ``outlines``: boxes of filled or stroked shapes
    that are not plain rectangles or straight lines. ``declared``: replacement and alternate texts.
    ``plain``: all text in the list is dark and opaque on a light ground, with nothing drawn over it. ``tiled``:
    something on it is a pattern."""

    pictures: list[Box] = field(default_factory=list)
    outlines: list[Box] = field(default_factory=list)
    declared: list[str] = field(default_factory=list)
    plain: bool = True
    tiled: bool = False


def survey(display_list: Any) -> Drawn:
    """Look through a page's display list; boxes in points as displayed."""
    drawn = Drawn()
    run(display_list, _Survey(drawn))
    return drawn


def _box(rect: Any) -> Box:
    return Box(rect.x0, rect.y0, rect.x1, rect.y1)


class _Survey(Listener):
    """Notes what is drawn."""

    def __init__(self, drawn: Drawn) -> None:
        super().__init__()
        self.drawn = drawn
        self._texts: list[Box] = []
        self._grounds: list[Box] = []
        # What each clip in force leaves of the page, in which all text must lie to be plain.
        self._clips: list[Box] = []
        self._budget = _COMPARISONS

    def fill_image(self, ctx: Any, image: Any, ctm: Any, alpha: Any, params: Any) -> None:
        self._picture(ctm)

    def fill_image_mask(self, ctx: Any, image: Any, ctm: Any, space: Any, color: Any, alpha: Any, params: Any) -> None:
        self._picture(ctm)

    def fill_shade(self, ctx: Any, shade: Any, ctm: Any, alpha: Any, params: Any) -> None:
        box = _box(mupdf.ll_fz_bound_shade(shade, ctm))
        self.drawn.pictures.append(box)
        self._laid(box, True)

    def fill_path(
        self, ctx: Any, path: Any, even_odd: Any, ctm: Any, space: Any, color: Any, alpha: Any, params: Any
    ) -> None:
        box = path_box(path, None, ctm)
        self._outline(box, path, ctm)
        if box.width > _THIN and box.height > _THIN:
            self._laid(box, _bright(space, color) < _DARK)

    def stroke_path(
        self, ctx: Any, path: Any, stroke: Any, ctm: Any, space: Any, color: Any, alpha: Any, params: Any
    ) -> None:
        self._outline(path_box(path, None, ctm), path, ctm)
        if stroke.linewidth * mupdf.ll_fz_matrix_max_expansion(ctm) > _THIN:
            self._laid(path_box(path, stroke, ctm), True)

    def fill_text(self, ctx: Any, text: Any, ctm: Any, space: Any, color: Any, alpha: float, params: Any) -> None:
        if not self.drawn.plain:
            return
        box = _box(mupdf.ll_fz_bound_text(text, None, ctm))
        # Texts that are drawn together are in the list as soon as one of them shows.
        if self._clips and not self._clips[-1].holds(text_middle(text, ctm)):
            self.drawn.plain = False
        self._budget -= len(self._grounds)
        pale = alpha < 1.0 or _bright(space, color) >= _DARK
        if pale or self._budget < 0 or any(box.intersection(ground) for ground in self._grounds):
            self.drawn.plain = False
        self._texts.append(box)

    def begin_metatext(self, ctx: Any, meta: Any, text: str) -> None:
        if text and text.strip():
            self.drawn.declared.append(text.strip())

    def clip_path(self, ctx: Any, path: Any, even_odd: Any, ctm: Any, scissor: Any) -> None:
        box = path_box(path, None, ctm)
        if not mupdf.ll_fz_path_is_rect(path, ctm):
            self.drawn.plain = False
            # What is painted through letters as a clip shows as letters.
            self._outline(box, path, ctm)
        left = self._clips[-1].intersection(box) if self._clips else box
        self._clips.append(left or Box(box.x0, box.y0, box.x0, box.y0))

    def pop_clip(self, ctx: Any) -> None:
        # Clips of other kinds end here too; with one of those the page is not plain.
        if self._clips:
            self._clips.pop()

    def begin_group(
        self, ctx: Any, area: Any, space: Any, isolated: Any, knockout: Any, blend_mode: int, alpha: float
    ) -> None:
        if blend_mode or alpha < 1.0:
            self.drawn.plain = False

    def _not_plain(self, *_: Any) -> None:
        self.drawn.plain = False

    stroke_text = clip_text = clip_stroke_text = ignore_text = _not_plain
    clip_stroke_path = clip_image_mask = begin_mask = _not_plain

    def begin_tile(self, *_: Any) -> int:
        self.drawn.plain, self.drawn.tiled = False, True
        return 0

    def _picture(self, ctm: Any) -> None:
        box = _box(mupdf.ll_fz_transform_rect(mupdf.ll_fz_make_rect(0, 0, 1, 1), ctm))
        self.drawn.pictures.append(box)
        self._laid(box, True)

    def _outline(self, box: Box, path: Any, ctm: Any) -> None:
        # A box without width or height is a straight rule: a table's line, an underline.
        flat = box.width < 1.0 or box.height < 1.0 or len(self.drawn.outlines) >= ENOUGH
        if not flat and not mupdf.ll_fz_path_is_rect(path, ctm):
            self.drawn.outlines.append(box)

    def _laid(self, box: Box, dark: bool) -> None:
        """Paint was laid: over text it hides it, and dark paint is no ground for dark text."""
        if not self.drawn.plain:
            return
        self._budget -= len(self._texts)
        if self._budget < 0 or any(box.intersection(text) for text in self._texts):
            self.drawn.plain = False
        elif dark:
            self._grounds.append(box)


def _bright(space: Any, color: Any) -> float:
    """The brightest channel of a colour, 0 to 1; 1 when MuPDF gives none."""
    return max(colour(space, color) or WHITE)
