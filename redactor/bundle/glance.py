# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading a page in one go, when there is nothing on it but plainly visible text.

Most pages of a record are dark words on white paper, a few ruled lines and some pale shading. For those the page is
played once, on a device that hands the text on to MuPDF's reader and looks at everything else as it passes. Whatever
is not plain (a picture, a curve, a blend, text in a narrow clip, paint after text) ends the glance, and the page is
looked at with more care (:mod:`~redactor.bundle.survey`, :mod:`~redactor.bundle.visible`).
"""

from __future__ import annotations

from typing import Any

import pymupdf
from pymupdf import mupdf

from redactor.bundle.engine import run
from redactor.domain.geometry import Box

#: Paint darker than this (0 to 1, the brightest channel) is dark.
_DARK = 0.5
#: Strokes and fills thinner than this many points hide no word.
_THIN = 2.0

_RGB = mupdf.FzColorspace(mupdf.FzColorspace.Fixed_RGB)
_PARAMS = mupdf.FzColorParams().internal()


def glance(page: Any) -> tuple[Any, Box] | None:
    """The page's text (a pymupdf.TextPage) and its box in points, or None when the page is not plain."""
    rect = mupdf.fz_bound_page(page.this)
    area = Box(rect.x0, rect.y0, rect.x1, rect.y1)
    found = mupdf.FzStextPage(mupdf.FzRect(mupdf.FzRect.Fixed_INFINITE))
    reader = mupdf.fz_new_stext_device(found, mupdf.FzStextOptions(mupdf.FZ_STEXT_IGNORE_ACTUALTEXT))
    device = _Glance(reader, area)
    run(page.this, device)
    mupdf.fz_close_device(reader)
    return (pymupdf.TextPage(found), area) if device.plain else None


class _Glance(mupdf.FzDevice2):  # type: ignore[misc]
    """MuPDF calls these methods; their names and arguments are those of its fz_device."""

    def __init__(self, reader: Any, area: Box) -> None:
        super().__init__()
        self.plain = True
        self._reader = reader.m_internal
        self._area = area
        self._text = False
        # For each clip in force whether it cuts something of the page off.
        self._clips: list[bool] = []
        for name in _HEARD:
            getattr(self, f"use_virtual_{name}")()

    def fill_text(self, ctx: Any, text: Any, ctm: Any, space: Any, color: Any, alpha: float, params: Any) -> None:
        if not self.plain:
            return
        if alpha < 1.0 or not space or not color or (self._clips and any(self._clips)):
            self.plain = False
            return
        rgb = mupdf.ll_fz_convert_color(space, color, _RGB.m_internal, None, _PARAMS)[:3]
        if max(rgb) >= _DARK:
            self.plain = False
            return
        self._text = True
        mupdf.ll_fz_fill_text(self._reader, text, ctm, _RGB.m_internal, rgb, alpha, params)

    def fill_path(
        self, ctx: Any, path: Any, even_odd: Any, ctm: Any, space: Any, color: Any, alpha: Any, params: Any
    ) -> None:
        if not self.plain:
            return
        rect = mupdf.ll_fz_bound_path(path, None, ctm)
        width, height = rect.x1 - rect.x0, rect.y1 - rect.y0
        if min(width, height) < 1.0:
            return
        if not mupdf.ll_fz_path_is_rect(path, ctm):
            self.plain = False
        elif width > _THIN and height > _THIN:
            pale = space and color and alpha == 1.0
            if self._text or not pale:
                self.plain = False
            else:
                self.plain = max(mupdf.ll_fz_convert_color(space, color, _RGB.m_internal, None, _PARAMS)[:3]) >= _DARK

    def stroke_path(
        self, ctx: Any, path: Any, stroke: Any, ctm: Any, space: Any, color: Any, alpha: Any, params: Any
    ) -> None:
        if not self.plain:
            return
        rect = mupdf.ll_fz_bound_path(path, None, ctm)
        flat = min(rect.x1 - rect.x0, rect.y1 - rect.y0) < 1.0 or mupdf.ll_fz_path_is_rect(path, ctm)
        thin = stroke.linewidth * max(abs(ctm.a), abs(ctm.b), abs(ctm.c), abs(ctm.d)) <= _THIN
        self.plain = bool(flat and thin)

    def clip_path(self, ctx: Any, path: Any, even_odd: Any, ctm: Any, scissor: Any) -> None:
        if not mupdf.ll_fz_path_is_rect(path, ctm):
            self.plain = False
        rect = mupdf.ll_fz_bound_path(path, None, ctm)
        area = self._area
        whole = rect.x0 <= area.x0 + 1 and rect.y0 <= area.y0 + 1 and rect.x1 >= area.x1 - 1 and rect.y1 >= area.y1 - 1
        self._clips.append(not whole)

    def pop_clip(self, ctx: Any) -> None:
        if self._clips:
            self._clips.pop()
        else:
            self.plain = False

    def begin_metatext(self, ctx: Any, meta: Any, text: str) -> None:
        if text and text.strip():
            self.plain = False

    def begin_group(
        self, ctx: Any, area: Any, space: Any, isolated: Any, knockout: Any, blend_mode: int, alpha: float
    ) -> None:
        if blend_mode or alpha < 1.0:
            self.plain = False

    def _not_plain(self, *_: Any) -> None:
        self.plain = False

    fill_image = fill_image_mask = fill_shade = _not_plain
    stroke_text = clip_text = clip_stroke_text = ignore_text = _not_plain
    clip_stroke_path = clip_image_mask = begin_mask = _not_plain

    def begin_tile(self, *_: Any) -> int:
        self.plain = False
        return 0


_HEARD = (
    "fill_image",
    "fill_image_mask",
    "fill_shade",
    "fill_path",
    "stroke_path",
    "fill_text",
    "stroke_text",
    "clip_text",
    "clip_stroke_text",
    "ignore_text",
    "clip_path",
    "clip_stroke_path",
    "clip_image_mask",
    "pop_clip",
    "begin_mask",
    "begin_group",
    "begin_tile",
    "begin_metatext",
)
