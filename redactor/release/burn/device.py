# SPDX-License-Identifier: AGPL-3.0-or-later
"""Walk a page's drawing step by step: one device notes what is drawn and where it may show, another passes every step
on, but for lines and areas that change.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import pymupdf
from numpy.typing import NDArray
from pymupdf import mupdf

from redactor.domain.geometry import Box
from redactor.release.burn.corners import Corners, Matrix

#: The library's calls as they are: the wrapped ones want colours as Python numbers.
_RAW: Any = pymupdf.mupdf._mupdf
_UNBOUND = mupdf.FzRect(mupdf.FzRect.Fixed_INFINITE)
#: Clips of more parts than this are drawings of their own.
MOST_CUTS = 12
EVERYWHERE = Box(-1e9, -1e9, 1e9, 1e9)
#: How the library keeps a glyph in memory (fz_text_item). Read and written in place: a call for each is far slower.
ITEM = np.dtype([("x", "<f4"), ("y", "<f4"), ("adv", "<f4"), ("gid", "<i4"), ("ucs", "<i4"), ("cid", "<i4")])
Items = NDArray[np.void]


class Run(NamedTuple):
    """Glyphs drawn in one go, in the library's memory. ``page`` is their matrix onto the page, ``back`` its inverse;
    ``across`` and ``up`` are the font's size along and across the line; ``level`` when it runs from left to right."""

    items: Items
    page: Matrix
    back: Matrix
    across: float
    up: float
    level: bool
    shown: bool
    clip: Box

    @property
    def stretch(self) -> float:
        """How much wider its letters are drawn than their font has them."""
        return self.across / self.up if self.up else 1.0


class Shape(NamedTuple):
    """What shows of a line or an area that is drawn: ``order`` is the number of its drawing step, ``part`` its place
    among what that step draws; ``filled`` areas, else outlines. ``clip`` is where the page lets it show."""

    box: Box
    order: int
    part: int
    filled: bool
    clip: Box


def run(listed: Any, device: Any) -> None:
    """Run a display list through a device. Raises RuntimeError when a step could not be followed."""
    held = listed if isinstance(listed, mupdf.FzDisplayList) else listed.this
    mupdf.fz_run_display_list(held, device, mupdf.FzMatrix(), _UNBOUND, mupdf.FzCookie())
    mupdf.fz_close_device(device)
    if device.open:
        # The library goes on after a step that failed, and says nothing.
        raise RuntimeError("a step of the drawing could not be followed")


def _items(span: Any) -> Items:
    """A span's glyphs in place. Raises RuntimeError when they do not lie in memory as they should."""
    held = span.m_internal
    count = held.len
    raw = (ctypes.c_char * (ITEM.itemsize * count)).from_address(int(held.items.this))
    items: Items = np.frombuffer(raw, dtype=ITEM)
    # Where the last of them lies tells where they begin, and how long each is.
    told = span.items(count - 1)
    if (told.x, told.y, told.adv, told.gid, told.ucs) != items[-1].item()[:5]:
        raise RuntimeError("the library keeps its letters in another way")
    return items


def _matrix(m: Any) -> Matrix:
    return m.a, m.b, m.c, m.d, m.e, m.f


def _times(m: Matrix, n: Matrix) -> Matrix:
    return (
        m[0] * n[0] + m[1] * n[2], m[0] * n[1] + m[1] * n[3], m[2] * n[0] + m[3] * n[2], m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4], m[4] * n[1] + m[5] * n[3] + n[5],
    )  # fmt: skip


def _inverse(m: Matrix) -> Matrix | None:
    det = m[0] * m[3] - m[1] * m[2]
    if abs(det) < 1e-12:
        return None
    a, b, c, d = m[3] / det, -m[1] / det, -m[2] / det, m[0] / det
    return a, b, c, d, -(m[4] * a + m[5] * c), -(m[4] * b + m[5] * d)


def _box(rect: Any) -> Box:
    return Box(rect.x0, rect.y0, rect.x1, rect.y1)


class Reader(mupdf.FzDevice2):  # type: ignore[misc]
    """Notes glyphs, shapes and pictures, and what clips them."""

    def __init__(self) -> None:
        super().__init__()
        self.runs: list[Run] = []
        self.shapes: list[Shape] = []
        self.pictures: list[Box] = []
        self.shades: list[Box] = []
        #: What is left out of a clip that is no plain shape: the room for a heading in a frame's line.
        self.cuts: list[Box] = []
        self.order = 0
        self.open = 0
        self.clips: list[Box] = [EVERYWHERE]
        self.seen: set[int] = set()
        self.tiles = 0
        for name in _STEPS:
            getattr(self, f"use_virtual_{name}")()

    def text(self, text: Any, ctm: Any, shown: bool) -> None:
        place = int(text.this)
        if place in self.seen or self.tiles:
            return  # filled and outlined: the same glyphs
        self.seen.add(place)
        page = _matrix(ctm)
        back = _inverse(page)
        if back is None:
            return
        head = text.head
        while head:
            span = mupdf.FzTextSpan(head)
            if span.m_internal.len > 0:
                a, b, c, d, _, _ = _times(_matrix(span.m_internal.trm), page)
                across, up = (a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5
                level = a > 0 and abs(b) < 1e-3 * across and d < 0 and not span.m_internal.wmode
                self.runs.append(Run(_items(span), page, back, across, up, level, shown, self.clips[-1]))
            head = head.next

    def shape(self, path: Any, stroke: Any, ctm: Any) -> None:
        if self.tiles:
            return
        page = _matrix(ctm)
        half = 0.0
        if stroke is not None:
            half = stroke.linewidth * (abs(page[0] * page[3] - page[1] * page[2])) ** 0.5 / 2
        boxes = self.parts(path, page, split=stroke is not None)
        for part, box in enumerate(boxes):
            flat, upright = box.height < 1e-3, box.width < 1e-3
            wide = Box(
                box.x0 - (0 if flat else half), box.y0 - (0 if upright else half),
                box.x1 + (0 if flat else half), box.y1 + (0 if upright else half),
            )  # fmt: skip
            shown = _clipped(wide, self.clips[-1])
            if shown is not None:
                self.shapes.append(Shape(shown, self.order, part, stroke is None, self.clips[-1]))

    def cut(self, path: Any, ctm: Any) -> None:
        """A clip that has more than one part."""
        if self.tiles:
            return
        boxes = self.parts(path, _matrix(ctm), split=False)
        if 1 < len(boxes) <= MOST_CUTS:
            self.cuts += sorted(boxes, key=lambda box: box.width * box.height)[:-1]

    def parts(self, path: Any, page: Matrix, *, split: bool) -> list[Box]:
        walker = Corners(page)
        mupdf.fz_walk_path(mupdf.FzPath(mupdf.ll_fz_keep_path(path)), walker, walker.m_internal)
        return walker.boxes(split=split)

    def picture(self, box: Box) -> None:
        shown = self.clips[-1].intersection(box)
        if shown is not None:
            self.pictures.append(shown)

    def push(self, box: Box) -> None:
        top = self.clips[-1]
        x0, y0, x1, y1 = max(top.x0, box.x0), max(top.y0, box.y0), min(top.x1, box.x1), min(top.y1, box.y1)
        self.clips.append(Box(x0, y0, max(x0, x1), max(y0, y1)))

    def pop(self) -> None:
        if len(self.clips) > 1:
            self.clips.pop()


class Redrawer(mupdf.FzDevice2):  # type: ignore[misc]
    """Passes every step on, but for the shapes that change."""

    def __init__(self, into: Any, changed: dict[int, list[Box]]) -> None:
        super().__init__()
        self.into = into
        self.to = into.m_internal
        self.changed = changed
        self.order = 0
        self.open = 0
        for name in _STEPS:
            getattr(self, f"use_virtual_{name}")()

    def again(self, boxes: list[Box], colour: tuple[Any, ...]) -> None:
        path = mupdf.FzPath()
        for box in boxes:
            mupdf.fz_rectto(path, *box)
        _RAW.ll_fz_fill_path(self.to, path.m_internal, 0, mupdf.ll_fz_make_matrix(1, 0, 0, 1, 0, 0), *colour)


_STEPS = (
    *("fill_path", "stroke_path", "clip_path", "clip_stroke_path", "fill_text", "stroke_text", "clip_text"),
    *("clip_stroke_text", "ignore_text", "fill_shade", "fill_image", "fill_image_mask", "clip_image_mask", "pop_clip"),
    *("begin_mask", "end_mask", "begin_group", "end_group", "begin_tile", "end_tile", "render_flags"),
    *("set_default_colorspaces", "begin_layer", "end_layer"),
)


def _pass_on(name: str) -> Callable[..., Any]:
    plain = getattr(_RAW, "ll_fz_" + {"begin_tile": "begin_tile_tid", "end_mask": "end_mask_tr"}.get(name, name))

    def step(self: Redrawer, ctx: Any, *given: Any) -> Any:
        self.order += 1
        self.open += 1
        result = pass_on(self, *given)
        self.open -= 1
        return result

    def pass_on(self: Redrawer, *given: Any) -> Any:
        if self.order in self.changed and name in ("fill_path", "stroke_path"):
            self.again(self.changed[self.order], given[3:])
            return None
        if name.startswith("clip"):
            # The list has shrunk what may show to what was drawn when it was made.
            given = (*given[:-1], _UNBOUND.internal())
        return plain(self.to, *given)

    return step


def _note(name: str) -> Callable[..., Any]:
    def step(self: Reader, ctx: Any, *given: Any) -> Any:
        self.order += 1
        self.open += 1
        note(self, *given)
        self.open -= 1
        return 0

    def note(self: Reader, *given: Any) -> None:
        match name:
            case "fill_text" | "stroke_text" | "clip_text" | "clip_stroke_text" | "ignore_text":
                ctm = given[2] if name in ("stroke_text", "clip_stroke_text") else given[1]
                self.text(given[0], ctm, name in ("fill_text", "stroke_text"))
                if name.startswith("clip"):
                    self.push(EVERYWHERE)
            case "fill_path":
                self.shape(given[0], None, given[2])
            case "stroke_path":
                self.shape(given[0], given[1], given[2])
            case "clip_path":
                self.cut(given[0], given[2])
                self.push(_box(mupdf.ll_fz_bound_path(given[0], None, given[2])))
            case "clip_stroke_path":
                self.push(_box(mupdf.ll_fz_bound_path(given[0], given[1], given[2])))
            case "clip_image_mask":
                self.push(_square(given[1]))
            case "begin_mask" | "begin_group":
                self.push(_box(given[0]))
            case "pop_clip" | "end_group":
                self.pop()
            case "begin_tile":
                self.shades.append(self.clips[-1])
                self.tiles += 1
            case "end_tile":
                self.tiles -= 1
            case "fill_shade":
                self.shades.append(self.clips[-1])
            case "fill_image" | "fill_image_mask":
                self.picture(_square(given[1]))

    return step


def _clipped(box: Box, clip: Box) -> Box | None:
    """What shows of a shape, which may have no height or no width; None when nothing does."""
    x0, y0, x1, y1 = max(box.x0, clip.x0), max(box.y0, clip.y0), min(box.x1, clip.x1), min(box.y1, clip.y1)
    return Box(x0, y0, x1, y1) if x0 <= x1 and y0 <= y1 else None


def _square(ctm: Any) -> Box:
    """Where the unit square of pictures lies."""
    a, b, c, d, e, f = _matrix(ctm)
    xs, ys = (e, e + a, e + c, e + a + c), (f, f + b, f + d, f + b + d)
    return Box(min(xs), min(ys), max(xs), max(ys))


for _name in _STEPS:
    setattr(Redrawer, _name, _pass_on(_name))
    setattr(Reader, _name, _note(_name))
