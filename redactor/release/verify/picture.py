# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pixels of a released page: flat under every box, and like the source everywhere else.

Both pictures come from pypdfium2, which wrote neither.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium_c
from numpy.typing import NDArray

from redactor.domain.geometry import Box

Pixels = NDArray[np.uint8]
#: The level of a box by the colour that was chosen. In a two-level picture what is to be grey is white.
LEVELS = {"grey": 0xDD, "black": 0x00, "white": 0xFF}
WHITE = 0xFF
#: A lossy encoder may round a box's one colour by this much.
ROUNDING = 4
#: Resolution of the comparison, in dots per inch.
COMPARE_DPI = 100
#: How much darker or lighter (of 255) than everything near it in the other picture a pixel must be to count.
TOLERANCE = 64
#: Square tiles of this many pixels; how many such pixels in one tile break the rule.
TILE, MOST = 12, 14
#: This many such tiles side by side break the rule.
TOGETHER = 3
#: Of lossy pictures: tiles of this many pixels, and by how much (of 255) their means may differ.
TONE_TILE, TONE, TONE_SHARE = 24, 8.0, 0.5
#: A level or upright run of this many pixels is a line, not a letter.
LINE = 22
#: How well the lines of text must agree (correlation) where letters cannot be compared.
SAME_ROWS = 0.6
STANDARD_FONTS = frozenset(
    f"{family}{style}"
    for family, styles in (
        ("Helvetica", ("", "-Bold", "-Oblique", "-BoldOblique")),
        ("Courier", ("", "-Bold", "-Oblique", "-BoldOblique")),
        ("Times", ("-Roman", "-Bold", "-Italic", "-BoldItalic")),
        ("Symbol", ("",)),
        ("ZapfDingbats", ("",)),
    )
    for style in styles
)
#: How far around a box (as a share of its height, and in pixels of the picture) the burner may grow it.
GROWTH, GROWTH_PIXELS = 0.1, 9


def page_picture(page: Any) -> Pixels | None:
    """The page's one picture, decoded, as (height, width) or (height, width, 3); None when there is not exactly one."""
    found = list(page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=2))
    if len(found) != 1:
        return None
    array: Pixels = found[0].get_bitmap(render=False).to_numpy()
    return array if array.ndim == 2 else np.ascontiguousarray(array[:, :, :3])


def source_picture(document: Any, inner: int, columns: int, rows: int) -> Pixels:
    """The source page (from 1), as a reader shows it, in grey on a canvas of ``columns`` by ``rows`` pixels."""
    page = document[inner - 1]
    bitmap = pypdfium2.PdfBitmap.new_native(columns, rows, pdfium_c.FPDFBitmap_Gray)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, columns, rows)
    place = (bitmap, page, 0, 0, columns, rows, 0, pdfium_c.FPDF_ANNOT)
    pdfium_c.FPDF_RenderPageBitmap(*place)
    if document.formenv:
        pdfium_c.FPDF_FFLDraw(document.formenv, *place)
    drawn: Pixels = bitmap.to_numpy()
    return drawn if drawn.ndim == 2 else np.ascontiguousarray(drawn[:, :, 0])


def flat_problems(
    picture: Pixels,
    boxes: Sequence[Box],
    kept: Sequence[Box],
    width: float,
    height: float,
    *,
    two_level: bool,
    colour: str = "grey",
) -> tuple[int, list[tuple[Box, tuple[int, int, int, int]]]]:
    """Boxes that are not one flat colour: their number, and those whose edge rows a neighbouring line took back
    (the box, and the pixels that *are* flat), which need a closer look."""
    rows, columns = picture.shape[:2]
    across, down = columns / width, rows / height
    broken = 0
    trimmed: list[tuple[Box, tuple[int, int, int, int]]] = []
    for box in boxes:
        x0, x1 = max(math.floor(box.x0 * across + 1e-6), 0), min(math.ceil(box.x1 * across - 1e-6), columns)
        y0, y1 = max(math.floor(box.y0 * down + 1e-6), 0), min(math.ceil(box.y1 * down - 1e-6), rows)
        if x0 >= x1 or y0 >= y1:
            continue
        part = picture[y0:y1, x0:x1]
        part = part.reshape(y1 - y0, -1)
        level = part[len(part) // 2, 0]
        if abs(int(level) - (WHITE if two_level and colour == "grey" else LEVELS[colour])) > ROUNDING:
            broken += 1
            continue
        flat = (part == level).all(axis=1)
        if flat.all():
            continue
        above, below = _shared(box, kept)
        top, bottom = math.ceil(above * down) + 1 if above else 0, math.ceil(below * down) + 1 if below else 0
        if top + bottom >= len(flat) or not flat[top : len(flat) - bottom].all():
            broken += 1
            continue
        first = y0 + int(np.argmax(flat)) if not flat[: top + 1].all() else y0
        last = y1 - int(np.argmax(flat[::-1])) if not flat[len(flat) - bottom - 1 :].all() else y1
        trimmed.append((box, (x0, first, x1, last)))
    return broken, trimmed


def _shared(box: Box, kept: Sequence[Box]) -> tuple[float, float]:
    """How far words that stay reach into the box from the lines above and below (at most four tenths)."""
    above = below = 0.0
    for word in kept:
        if word.x0 >= box.x1 or word.x1 <= box.x0:
            continue
        common = min(box.y1, word.y1) - max(box.y0, word.y0)
        if 0 < common <= 0.4 * min(box.height, word.height):
            if word.y0 + word.y1 < box.y0 + box.y1:
                above = max(above, common)
            else:
                below = max(below, common)
    return above, below


def letters_outside(
    document: Any,
    inner: int,
    trimmed: Sequence[tuple[Box, tuple[int, int, int, int]]],
    picture: Pixels,
    width: float,
    height: float,
) -> int:
    """How many letters of a box that gave rows back look out of it, by the ink of each letter as pypdfium2 has it."""
    page = document[inner - 1]
    text = page.get_textpage()
    to_page = _displayed(page, width, height)
    down = picture.shape[0] / height
    outside = 0
    for n in range(text.count_chars()):
        ink = to_page(text.get_charbox(n))
        middle_x, middle_y = (ink.x0 + ink.x1) / 2, (ink.y0 + ink.y1) / 2
        for box, (_, y0, _, y1) in trimmed:
            if box.x0 < middle_x < box.x1 and box.y0 + 0.2 * box.height < middle_y < box.y1 - 0.2 * box.height:
                if ink.area > 0 and (ink.y0 * down < y0 - 0.6 or ink.y1 * down > y1 + 0.6):
                    outside += 1
                break
    return outside


def _displayed(page: Any, width: float, height: float) -> Any:
    """A function from pypdfium2's page coordinates to points from the top left of the page as displayed."""
    left, bottom, right, top = page.get_cropbox()
    turn = page.get_rotation()
    size = (top - bottom, right - left) if turn in (90, 270) else (right - left, top - bottom)

    def convert(box: tuple[float, float, float, float]) -> Box:
        x0, y0, x1, y1 = box[0] - left, box[1] - bottom, box[2] - left, box[3] - bottom
        w, h = right - left, top - bottom
        corners = {
            0: (x0, h - y1, x1, h - y0),
            90: (y0, x0, y1, x1),
            180: (w - x1, y0, w - x0, y1),
            270: (h - y1, w - x1, h - y0, w - x0),
        }[turn]
        sx, sy = width / size[0], height / size[1]
        return Box(corners[0] * sx, corners[1] * sy, corners[2] * sx, corners[3] * sy)

    return convert


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a released picture compares with its source: tiles (column, row) that differ, and whether some part of
    the page could not be compared, because engines draw it differently by right."""

    tiles: tuple[tuple[int, int], ...] = ()
    in_part: bool = False
    tones: int = 0


def in_grey(picture: Pixels) -> Pixels:
    """A released picture in grey, at its own size."""
    return _reduced(picture, 1)


def letter_boxes(document: Any, inner: int, width: float, height: float) -> Any:
    """A function that gives the ink boxes of the source's letters whose middle lies in a box, from left to right, in
    points of the page as displayed. Letters are looked up once, and only when asked for."""
    held: list[Box] = []

    def inside(box: Box) -> list[Box]:
        if not held:
            page = document[inner - 1]
            text = page.get_textpage()
            to_page = _displayed(page, width, height)
            held.extend(to_page(text.get_charbox(n)) for n in range(text.count_chars()))
            held.append(Box(0, 0, 0, 0))
        middle = [((b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2, b) for b in held if b.x1 > b.x0]
        return sorted(b for x, y, b in middle if box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1)

    return inside


def foreign_to_all(document: Any, inner: int, width: float, height: float, box: Box) -> bool:
    """Whether text in a box is in a font that is not in the file, so that every engine puts its own letters there."""
    return any(zone.intersection(box) for zone in _foreign_fonts(document, inner, width, height))


def compare(
    picture: Pixels,
    theirs: Pixels,
    document: Any,
    data: bytes,
    password: str,
    inner: int,
    boxes: Sequence[Box],
    apart: Sequence[Box],
    width: float,
    height: float,
    *,
    lossy: bool = False,
) -> Comparison:
    """Find where the released picture shows ink that the source does not have, or lacks ink that it has, outside
    the boxes, and outside what is looked at ``apart``. ``theirs`` is the source page at the picture's size.
    Engines draw edges differently by less than a pixel; that does not count.

    Where something differs, a second look leaves out what a PDF leaves to the reader's own taste: text in
    fonts that are not in the file, annotations and fields without an appearance, lines thinner than a pixel.
    Of a picture that is ``lossy`` coded the tones are compared as well: damaged data shift them.
    """
    rows, columns = picture.shape[:2]
    step = max(round(columns * 72 / (width * COMPARE_DPI)), 1)
    mine, theirs = _reduced(picture, step), _reduced(theirs, step)
    free = np.ones(mine.shape, dtype=bool)
    across, down = columns / width / step, rows / height / step
    for box in boxes:
        _cover(free, box, GROWTH * box.height, GROWTH_PIXELS / step, across, down)
    for zone in apart:
        _cover(free, zone, 0.0, 1.0, across, down)
    tones = _tones(mine, theirs, free) if lossy else 0
    differs = (_beyond(mine, theirs) | _beyond(theirs, mine)) & free
    if not differs.any() or not (tiles := _tiles(differs)):
        return Comparison(tones=tones)
    letters, signs = free.copy(), free.copy()
    for zone in _foreign_fonts(document, inner, width, height):
        _cover(letters, zone, 3.0, 1.0, across, down)
    for zone in _bare_annotations(document, data, password, inner, width, height):
        _cover(signs, zone, 12.0, 1.0, across, down)
    left = _tiles(_without_lines(differs & letters & signs))
    if not left and not _same_rows(mine, theirs, free & ~letters & signs):
        left = tiles
    return Comparison(tuple(left), in_part=True, tones=tones)


def _tones(mine: Pixels, theirs: Pixels, free: NDArray[np.bool_]) -> int:
    """How many large tiles of the page are on average darker or lighter than in the other picture. A tile mostly
    under boxes does not count: a few letters' edges beside a box, which engines draw differently, would decide it."""
    seen = free.astype(np.float32)
    size = (max(mine.shape[1] // TONE_TILE, 1), max(mine.shape[0] // TONE_TILE, 1))
    share = cv2.resize(seen, size, interpolation=cv2.INTER_AREA)
    one, other = (cv2.resize(p.astype(np.float32) * seen, size, interpolation=cv2.INTER_AREA) for p in (mine, theirs))
    apart = cv2.absdiff(one, other) / np.maximum(share, TONE_SHARE)
    return int(((apart > TONE) & (share >= TONE_SHARE)).sum())


def _cover(free: NDArray[np.bool_], box: Box, points: float, pixels: float, across: float, down: float) -> None:
    x0, x1 = (box.x0 - points) * across - pixels, (box.x1 + points) * across + pixels
    y0, y1 = (box.y0 - points) * down - pixels, (box.y1 + points) * down + pixels
    free[max(int(y0), 0) : max(int(y1) + 2, 0), max(int(x0), 0) : max(int(x1) + 2, 0)] = False


def _tiles(differs: NDArray[np.bool_]) -> list[tuple[int, int]]:
    high, wide = -(-differs.shape[0] // TILE), -(-differs.shape[1] // TILE)
    padded = np.zeros((high * TILE, wide * TILE), dtype=bool)
    padded[: differs.shape[0], : differs.shape[1]] = differs
    full = padded.reshape(high, TILE, wide, TILE).sum(axis=(1, 3)) > MOST
    # A word or a line shows in tiles side by side; a single tile is two engines drawing one letter differently.
    edged = np.pad(full, 1).astype(np.int8)
    beside = np.zeros(full.shape, dtype=np.int8)
    for y in range(3):
        for x in range(3):
            beside += edged[y : y + high, x : x + wide]
    return [(int(x), int(y)) for y, x in np.argwhere(full & (beside >= TOGETHER))]


def _without_lines(differs: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Without long thin level or upright runs: engines draw lines thinner than a pixel fainter or darker."""
    out = differs.copy()
    for turned in (False, True):
        part = differs.T if turned else differs
        run = part.copy()
        for shift in range(1, LINE):
            run[:, : part.shape[1] - shift] &= part[:, shift:]
            run[:, part.shape[1] - shift :] = False
        line = run.copy()
        for shift in range(1, LINE):
            line[:, shift:] |= run[:, : part.shape[1] - shift]
        wide = line.copy()
        wide[1:] |= line[:-1]
        wide[:-1] |= line[1:]
        out &= ~(wide.T if turned else wide)
    return out


def _same_rows(mine: Pixels, theirs: Pixels, where: NDArray[np.bool_]) -> bool:
    """Where letters cannot be compared, the lines of text must still lie at the same heights."""
    step = 4
    rows = mine.shape[0] // step * step
    ink = [
        np.where(where, 255 - part.astype(np.int32), 0)[:rows].sum(axis=1).reshape(-1, step).sum(axis=1)
        for part in (mine, theirs)
    ]
    one, other = (part - part.mean() for part in ink)
    spread = float(np.sqrt((one**2).sum() * (other**2).sum()))
    return spread == 0 or float((one * other).sum()) / spread > SAME_ROWS


def _foreign_fonts(document: Any, inner: int, width: float, height: float) -> list[Box]:
    """Where a page has text in fonts that are not in the file, in points from the top left of the page as displayed.
    Every engine puts its own letters there, but for the fourteen standard fonts, on which they agree."""
    page = document[inner - 1]
    to_page = _displayed(page, width, height)
    zones: list[Box] = []
    for text in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_TEXT], max_depth=6):
        font = text.get_font()
        if font.is_embedded or font.get_base_name().split("+")[-1] in STANDARD_FONTS:
            continue
        if text.level > 0:
            return [Box(0, 0, width, height)]  # inside a form its place on the page is not known
        zones.append(to_page(text.get_bounds()))
    return zones


def _bare_annotations(document: Any, data: bytes, password: str, inner: int, width: float, height: float) -> list[Box]:
    """Where a page has annotations and fields without an appearance: every engine draws its own."""
    to_page = _displayed(document[inner - 1], width, height)
    zones: list[Box] = []
    with pikepdf.open(io.BytesIO(data), password=password) as pdf:
        for annotation in pdf.pages[inner - 1].obj.get("/Annots", []):
            bare = isinstance(annotation, pikepdf.Dictionary) and "/N" not in annotation.get("/AP", {})
            if bare and "/Rect" in annotation:
                x0, y0, x1, y1 = (float(v) for v in annotation.Rect)
                zones.append(to_page((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))))
    return zones


def _reduced(picture: Pixels, step: int) -> Pixels:
    """In grey, each ``step`` by ``step`` pixels averaged (what is left over at the far edges too)."""
    grey: Any = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY) if picture.ndim == 3 else picture
    if step == 1:
        return np.asarray(grey, dtype=np.uint8)
    rows, columns = grey.shape
    padded = cv2.copyMakeBorder(grey, 0, -rows % step, 0, -columns % step, cv2.BORDER_REPLICATE)
    size = (padded.shape[1] // step, padded.shape[0] // step)
    return np.asarray(cv2.resize(padded, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _beyond(one: Pixels, other: Pixels) -> NDArray[np.bool_]:
    """Where ``one`` is darker or lighter than everything within a pixel in ``other``."""
    near = np.ones((3, 3), dtype=np.uint8)
    low, high = cv2.erode(other, near), cv2.dilate(other, near)
    result: NDArray[np.bool_] = (cv2.subtract(low, one) > TOLERANCE) | (cv2.subtract(one, high) > TOLERANCE)
    return result


def open_pdf(source: Any, password: str = "") -> Any:
    """Open bytes or a path with pypdfium2, form fields included."""
    document = pypdfium2.PdfDocument(source, password=password or None)
    document.init_forms()
    return document
