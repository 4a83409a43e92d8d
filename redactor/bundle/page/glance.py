# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading a page in one go, when there is nothing on it but plainly visible text.

Most pages of a record are words on white paper, ruled lines and some shading. For those the page is played once, on
a device that hands the text on to MuPDF's reader and looks at everything else as it passes. Whatever is not plain
(a picture, a curve, a blend, text cut by a clip or in the colour of its ground, paint over text) ends the glance, and
the page is looked at with more care (:mod:`~redactor.bundle.page.survey`, :mod:`~redactor.bundle.page.visible`).
"""

from __future__ import annotations

from typing import Any, NamedTuple

import pymupdf
from pymupdf import mupdf

from redactor.bundle.mupdf.device import WHITE, Colour, Listener, colour, contrast, is_box, path_box, text_middle
from redactor.bundle.mupdf.engine import RAW, run
from redactor.domain.geometry import Box

#: Text differs from its ground by this much (0 to 1) in some channel; what differs less is looked at closely.
_CLEAR = 0.25
#: Strokes and fills thinner than this many points hide no word.
_THIN = 2.0
#: After this many comparisons of boxes a page counts as not plain.
_COMPARISONS = 20_000


class Glanced(NamedTuple):
    """The page's text (a pymupdf.TextPage), its box in points, the names of the fonts of its text, if asked for, and
    what all text must lie within to be seen (its whole box, or a clip)."""

    held: Any
    area: Box
    fonts: set[str]
    within: Box | None


class Glances:
    """Glances at the pages of one document, which are mostly written alike."""

    def __init__(self) -> None:
        # Whether on the last page paint came after text, and was asked whether it covers some.
        self._bounding = False

    def at(self, page: Any, *, fonts: bool = False) -> Glanced | None:
        """What a page says; None when it is not plain. ``fonts``: its fonts too."""
        rect = mupdf.fz_bound_page(page.this)
        area = Box(rect.x0, rect.y0, rect.x1, rect.y1)
        device, found = _played(page, area, fonts, bounding=self._bounding)
        self._bounding = device.late or (self._bounding and device.asked)
        if device.late:
            device, found = _played(page, area, fonts, bounding=True)
        return Glanced(pymupdf.TextPage(found), area, device.fonts, device.within) if device.plain else None


def _played(page: Any, area: Box, fonts: bool, *, bounding: bool) -> tuple[_Glance, Any]:
    found = mupdf.FzStextPage(mupdf.FzRect(mupdf.FzRect.Fixed_INFINITE))
    reader = mupdf.fz_new_stext_device(found, mupdf.FzStextOptions(mupdf.FZ_STEXT_IGNORE_ACTUALTEXT))
    cookie = mupdf.FzCookie()
    device = _Glance(reader, area, cookie, fonts, bounding)
    run(page.this, device, cookie)
    mupdf.fz_close_device(reader)
    return device, found


class _Glance(Listener):
    """``plain`` until something is not; ``late``: paint came after text whose place was not kept, ``asked``: after
    text whose place was. ``within``: a clip in which all text was set whose place was not kept."""

    def __init__(self, reader: Any, area: Box, cookie: Any, fonts: bool, bounding: bool) -> None:
        super().__init__()
        self.plain = True
        self.late = self.asked = False
        self.within: Box | None = None
        self.fonts: set[str] = set()
        self._naming = fonts
        self._reader = reader.m_internal
        self._cookie = cookie.m_internal
        self._area = area
        # For each clip in force where it lets something show; None where that is the whole page.
        self._clips: list[Box | None] = []
        self._limit: Box | None = None
        # Paint laid so far, in order, and the colours of ink that are clear on all of it.
        self._grounds: list[tuple[Box, Colour]] = []
        self._clear: set[Colour] = set()
        # Where text stands; known only of what came while places are kept, or in another clip than the first.
        self._bounding = bounding
        self._texts: list[Box] = []
        self._unbounded = False
        self._budget = _COMPARISONS

    def fill_text(self, ctx: Any, text: Any, ctm: Any, space: Any, color: Any, alpha: float, params: Any) -> None:
        if not self.plain:
            return
        ink = colour(space, color)
        if alpha < 1.0 or ink is None:
            self._not_plain()
            return
        if self._naming:
            self._name_fonts(text)
        if ink in self._clear or self._clear_everywhere(ink):
            if not self._bounding and (not self._unbounded or self._limit == self.within):
                self._unbounded, self.within = True, self._limit
                RAW.ll_fz_fill_text(self._reader, text, ctm, space, color, alpha, params)
                return
            sure = True
        else:
            sure = False
        box = text_middle(text, ctm)
        if not (self._limit is None or self._limit.holds(box)) or not (sure or self._stands_out(box, ink)):
            self._not_plain()
            return
        self._texts.append(box)
        RAW.ll_fz_fill_text(self._reader, text, ctm, space, color, alpha, params)

    def fill_path(
        self, ctx: Any, path: Any, even_odd: Any, ctm: Any, space: Any, color: Any, alpha: Any, params: Any
    ) -> None:
        if not self.plain:
            return
        rect = RAW.ll_fz_bound_path(path, None, ctm)
        if rect.y1 - rect.y0 < 1.0 or rect.x1 - rect.x0 < 1.0:
            return
        box = Box(rect.x0, rect.y0, rect.x1, rect.y1)
        if not RAW.ll_fz_path_is_rect(path, ctm):
            self._not_plain()
        elif box.width > _THIN and box.height > _THIN:
            paint = colour(space, color)
            if paint is None or alpha < 1.0:
                self._not_plain()
            else:
                self._laid(box, paint)

    def stroke_path(
        self, ctx: Any, path: Any, stroke: Any, ctm: Any, space: Any, color: Any, alpha: Any, params: Any
    ) -> None:
        if not self.plain:
            return
        rect = RAW.ll_fz_bound_path(path, None, ctm)
        flat = rect.y1 - rect.y0 < 1.0 or rect.x1 - rect.x0 < 1.0 or RAW.ll_fz_path_is_rect(path, ctm)
        if not flat or stroke.linewidth * RAW.ll_fz_matrix_max_expansion(ctm) > _THIN:
            self._not_plain()

    def clip_path(self, ctx: Any, path: Any, even_odd: Any, ctm: Any, scissor: Any) -> None:
        box, area, limit = path_box(path, None, ctm), self._area, self._limit
        if not is_box(path, ctm):
            self._not_plain()
        whole = box.x0 <= area.x0 + 1 and box.y0 <= area.y0 + 1 and box.x1 >= area.x1 - 1 and box.y1 >= area.y1 - 1
        if not whole:
            limit = box if limit is None else (limit.intersection(box) or Box(box.x0, box.y0, box.x0, box.y0))
        self._clips.append(self._limit)
        self._limit = limit

    def pop_clip(self, ctx: Any) -> None:
        if self._clips:
            self._limit = self._clips.pop()
        else:
            self._not_plain()

    def begin_metatext(self, ctx: Any, meta: Any, text: str) -> None:
        if text and text.strip():
            self._not_plain()

    def begin_group(
        self, ctx: Any, area: Any, space: Any, isolated: Any, knockout: Any, blend_mode: int, alpha: float
    ) -> None:
        if blend_mode or alpha < 1.0:
            self._not_plain()

    def _not_plain(self, *_: Any) -> None:
        self.plain = False
        # Nobody needs the rest of the page.
        self._cookie.abort = 1

    fill_image = fill_image_mask = fill_shade = _not_plain
    stroke_text = clip_text = clip_stroke_text = ignore_text = _not_plain
    clip_stroke_path = clip_image_mask = begin_mask = _not_plain

    def begin_tile(self, *_: Any) -> int:
        self._not_plain()
        return 0

    def _clear_everywhere(self, ink: Colour) -> bool:
        if contrast(ink, WHITE) < _CLEAR or any(contrast(ink, paint) < _CLEAR for _, paint in self._grounds):
            return False
        self._clear.add(ink)
        return True

    def _stands_out(self, box: Box, ink: Colour) -> bool:
        """Whether text of this colour is clear on what lies under it."""
        self._budget -= len(self._grounds)
        if self._budget < 0:
            return False
        for ground, paint in reversed(self._grounds):
            if ground.holds(box):
                return contrast(ink, paint) >= _CLEAR
            if ground.intersection(box) and contrast(ink, paint) < _CLEAR:
                return False
        return contrast(ink, WHITE) >= _CLEAR

    def _laid(self, box: Box, paint: Colour) -> None:
        """Paint was laid: it is ground for what follows, and hides text that is there."""
        if self._limit is not None:
            shown = self._limit.intersection(box)
            if shown is None:
                return
            box = shown
        if self._unbounded:
            self.late = True
            self._not_plain()
            return
        self.asked = self.asked or bool(self._texts)
        self._budget -= len(self._texts)
        if self._budget < 0 or any(box.intersection(text) for text in self._texts):
            self._not_plain()
            return
        if paint == WHITE and not self._grounds:
            return  # white paper it was before
        self._clear.clear()
        self._grounds.append((box, paint))

    def _name_fonts(self, text: Any) -> None:
        span = text.head
        while span:
            self.fonts.add(span.font.name)
            span = span.next
