# SPDX-License-Identifier: AGPL-3.0-or-later
"""Listening to what a page draws: the calls MuPDF makes to a device, and what its colours and paths come to."""

from __future__ import annotations

from typing import Any, ClassVar

from pymupdf import mupdf

from redactor.bundle.mupdf.engine import RAW
from redactor.domain.geometry import Box

RGB = mupdf.FzColorspace(mupdf.FzColorspace.Fixed_RGB)
# Kept: what ``internal`` gives is the inside of it, and is gone when it is.
_USUAL = mupdf.FzColorParams()
_PARAMS = _USUAL.internal()
# The device's own spaces by where they lie, which is told ten times quicker than what a space is like.
_GREY_SPACE = mupdf.FzColorspace(mupdf.FzColorspace.Fixed_GRAY)
_GREY_AT, _RGB_AT = int(_GREY_SPACE.m_internal.this), int(RGB.m_internal.this)

#: Red, green, blue, each 0 to 1.
Colour = tuple[float, float, float]
WHITE: Colour = (1.0, 1.0, 1.0)

#: Of a text's height so much, above and below, holds no more than the tips of its letters.
TIPS = 0.2

#: What MuPDF tells a device (include/mupdf/fitz/device.h); a listener is told of those it has a method for.
_CALLS = (
    "fill_path",
    "stroke_path",
    "clip_path",
    "clip_stroke_path",
    "fill_text",
    "stroke_text",
    "clip_text",
    "clip_stroke_text",
    "ignore_text",
    "fill_shade",
    "fill_image",
    "fill_image_mask",
    "clip_image_mask",
    "pop_clip",
    "begin_mask",
    "end_mask",
    "begin_group",
    "end_group",
    "begin_tile",
    "end_tile",
    "begin_metatext",
    "end_metatext",
)


class Listener(mupdf.FzDevice2):  # type: ignore[misc]
    """A device that hears the calls it has methods for, under the names and with the arguments of MuPDF's fz_device.

    An error in such a method is lost in MuPDF: keep them simple.
    """

    _hearing: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        own = (name for name in _CALLS if getattr(cls, name, None) is not getattr(mupdf.FzDevice2, name, None))
        cls._hearing = tuple(f"use_virtual_{name}" for name in own)

    def __init__(self) -> None:
        super().__init__()
        for name in self._hearing:
            getattr(self, name)()


def colour(space: Any, values: Any) -> Colour | None:
    """A colour as MuPDF gives it to a device; None when it gives none."""
    if not space or not values:
        return None
    at = int(space.this)
    if at == _GREY_AT:
        grey = RAW.floats_getitem(values, 0)
        return grey, grey, grey
    if at == _RGB_AT:
        read = RAW.floats_getitem
        return read(values, 0), read(values, 1), read(values, 2)
    red, green, blue, *_ = mupdf.ll_fz_convert_color(space, values, RGB.m_internal, None, _PARAMS)
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    """How far two colours are apart in the channel in which they differ most, 0 to 1."""
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]), abs(one[2] - other[2]))


def path_box(path: Any, stroke: Any, ctm: Any) -> Box:
    """Around a path, and its stroke if one is given, in the coordinates of the device."""
    rect = RAW.ll_fz_bound_path(path, stroke, ctm)
    return Box(rect.x0, rect.y0, rect.x1, rect.y1)


def text_middle(text: Any, ctm: Any) -> Box:
    """Around a text without the tips of its letters: boxes of neighbouring lines and bands overlap there."""
    rect = RAW.ll_fz_bound_text(text, None, ctm)
    tips = TIPS * min(rect.x1 - rect.x0, rect.y1 - rect.y0)
    return Box(rect.x0 + tips, rect.y0 + tips, rect.x1 - tips, rect.y1 - tips)


def is_box(path: Any, ctm: Any) -> bool:
    """Whether a path is an upright rectangle, as one drawn point by point is too."""
    if RAW.ll_fz_path_is_rect(path, ctm):
        return True
    turned = ctm.b or ctm.c
    if turned and (ctm.a or ctm.d):
        return False
    walker = _Corners()
    RAW.ll_fz_walk_path(path, walker.m_internal, walker.m_internal)
    return walker.boxed()


class _Corners(mupdf.FzPathWalker2):  # type: ignore[misc]
    """The corners of a path of straight lines."""

    def __init__(self) -> None:
        super().__init__()
        self._points: list[tuple[float, float]] = []
        self._straight = True
        for name in ("moveto", "lineto", "curveto", "closepath"):
            getattr(self, f"use_virtual_{name}")()

    def moveto(self, ctx: Any, x: float, y: float) -> None:
        self._straight = self._straight and not self._points
        self._points.append((x, y))

    def lineto(self, ctx: Any, x: float, y: float) -> None:
        if len(self._points) < 6 and self._points[-1] != (x, y):
            self._points.append((x, y))
        elif self._points[-1] != (x, y):
            self._straight = False

    def curveto(self, *_: Any) -> None:
        self._straight = False

    def closepath(self, ctx: Any) -> None:
        """A box is closed anyhow."""

    def boxed(self) -> bool:
        """Whether the lines go once around a box."""
        points = self._points
        if len(points) == 5 and points[0] == points[4]:
            points = points[:4]
        if not self._straight or len(points) != 4 or len(set(points)) != 4:
            return False
        sides = zip(points, [*points[1:], points[0]], strict=True)
        level = [a[1] == b[1] if a[0] != b[0] else None for a, b in sides]
        # Sides along an axis, in turn: across, down, across, down.
        return False not in level and level[0] == level[2] and level[1] == level[3] and level[0] != level[1]
