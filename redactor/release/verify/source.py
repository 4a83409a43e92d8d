# SPDX-License-Identifier: AGPL-3.0-or-later
"""A source page as pypdfium2 reads it: its picture, its letters, and where engines may draw it each their own way.

Whatever is asked for is worked out once. Boxes are in points from the top left of the page as displayed.
"""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import repeat
from typing import Any

import cv2
import numpy as np
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium_c
from numpy.typing import NDArray

from redactor.domain.geometry import Box
from redactor.release.verify.askew import any_askew
from redactor.release.verify.picture import Pixels
from redactor.release.verify.standard import STANDARD_FONTS, with_standard_fonts

#: Text leans by more than this share to be aslant; letters of slanted type do by less.
ASLANT = 0.4
#: Of letters through which nothing shows.
OPAQUE = 255
#: Forms in forms are looked into so many deep.
FORMS = 5
#: Lines are drawn up to so many pixels beside where they are said to be.
WIDE = 8
#: FPDFText_GetCharBox, told where in memory to write: the library's own way makes a call and objects for each letter,
#: and a page has thousands.
_CHAR_BOX = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, *[ctypes.c_void_p] * 4)(
    ctypes.cast(pdfium_c.FPDFText_GetCharBox, ctypes.c_void_p).value or 0
)


class SourcePage:
    """Page ``inner`` (from 1) of an open document, whose bytes are ``data``; ``width`` by ``height`` points.
    ``as_lies`` when it is looked at as it lies in the file, and so can be drawn at any scale."""

    as_lies = True

    def __init__(self, document: Any, data: bytes, password: str, inner: int, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._document, self._data, self._password, self._inner = document, data, password, inner
        self._page = document[inner - 1]
        self._shown = np.zeros((0, 0), dtype=np.uint8)

    def picture(self, columns: int, rows: int) -> Pixels:
        """The page, as a reader shows it, in grey on a canvas of ``columns`` by ``rows`` pixels."""
        self._shown = self._part(0, 0, columns, rows, columns, rows)
        return self._shown

    def _part(self, x0: int, y0: int, x1: int, y1: int, columns: int, rows: int) -> Pixels:
        """What such a canvas has between these columns and rows."""
        kind = pdfium_c.FPDFBitmap_BGRx if self._half_seen else pdfium_c.FPDFBitmap_Gray
        bitmap = pypdfium2.PdfBitmap.new_native(x1 - x0, y1 - y0, kind)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, x1 - x0, y1 - y0)
        place = (bitmap, self._page, -x0, -y0, columns, rows, 0, pdfium_c.FPDF_ANNOT)
        pdfium_c.FPDF_RenderPageBitmap(*place)
        if self._document.formenv:
            pdfium_c.FPDF_FFLDraw(self._document.formenv, *place)
        drawn: Pixels = bitmap.to_numpy()
        if self._half_seen:
            return np.asarray(cv2.cvtColor(drawn, cv2.COLOR_BGRA2GRAY), dtype=np.uint8)
        return drawn if drawn.ndim == 2 else np.ascontiguousarray(drawn[:, :, 0])

    def strips(
        self, places: Sequence[tuple[int, int, int, int]], columns: int, rows: int, fine: int
    ) -> list[tuple[Pixels, Pixels]]:
        """Parts (x0, y0, x1, y1) of the page on a canvas of ``columns`` by ``rows`` pixels: with its words, each pixel
        drawn as ``fine`` by ``fine``, and without those that stand straight."""
        if fine == 1 and self._shown.shape == (rows, columns):
            written = [self._shown[y0:y1, x0:x1] for x0, y0, x1, y1 in places]
        else:
            written = [self._part(*(v * fine for v in (*place, columns, rows))) for place in places]
        white = [np.full((y1 - y0, x1 - x0), 255, dtype=np.uint8) for x0, y0, x1, y1 in places]
        if self._only_words and len(self._straight) == len(self._texts):
            return list(zip(written, white, strict=True))
        across, down = columns / self.width, rows / self.height
        beside = (self._beside_words * (across, down, across, down)).T
        for text in self._straight:
            pdfium_c.FPDFPageObj_SetIsActive(text, False)
        try:
            bare = [
                own if _apart(place, beside) else self._part(*place, columns, rows)
                for place, own in zip(places, white, strict=True)
            ]
        finally:
            for text in self._straight:
                pdfium_c.FPDFPageObj_SetIsActive(text, True)
        return list(zip(written, bare, strict=True))

    @cached_property
    def _straight(self) -> list[Any]:
        """The page's text objects but for signs that run aslant across it: these stay where they are."""
        return [text for text, _ in self._texts if not _aslant(text)]

    @cached_property
    def _beside_words(self) -> NDArray[np.float64]:
        """Where the page has anything but its straight text, a row each (points); all of it, where that is not
        known."""
        everywhere = np.array([(0.0, 0.0, self.width, self.height)])
        if pdfium_c.FPDFPage_GetAnnotCount(self._page) or len(self._straight) < len(self._texts):
            return everywhere
        found = []
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        for n in range(pdfium_c.FPDFPage_CountObjects(self._page)):
            thing = pdfium_c.FPDFPage_GetObject(self._page, n)
            if pdfium_c.FPDFPageObj_GetType(thing) == pdfium_c.FPDF_PAGEOBJ_TEXT:
                continue
            if not pdfium_c.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
                return everywhere
            found.append(self._displayed((left.value, bottom.value, right.value, top.value)))
        return np.array(found, dtype=np.float64).reshape(-1, 4)

    @cached_property
    def _half_seen(self) -> bool:
        """Whether what lies behind some letters shows through them: in grey alone the library draws small ones too
        faint."""
        return any(_shows_through(text) for text, _ in self._texts)

    @cached_property
    def askew(self) -> bool:
        """Whether a picture on the page was turned a little, as scans are to lay them straight."""
        return any_askew(self._page)

    @cached_property
    def letters(self) -> NDArray[np.float64]:
        """The ink boxes of the page's letters in the order of the file, a row each."""
        text = self._page.get_textpage()
        count = text.count_chars()
        # Left, bottom, right, top: a letter that has none keeps zeros.
        corners = np.zeros((count, 4))
        raw, at = ctypes.cast(text.raw, ctypes.c_void_p).value, corners.ctypes.data
        left, bottom, right, top = (range(at + own, at + own + 32 * count, 32) for own in (0, 8, 16, 24))
        for _ in map(_CHAR_BOX, repeat(raw), range(count), left, right, bottom, top):
            pass
        return np.stack([*self._displayed(tuple(corners.T))], axis=1)

    def letters_in(self, box: Box) -> list[Box]:
        """The ink boxes of the letters whose middle lies in a box, from left to right."""
        x0, y0, x1, y1 = self.letters.T
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        inside = (x1 > x0) & (x >= box.x0) & (x <= box.x1) & (y >= box.y0) & (y <= box.y1)
        return sorted(Box(*row) for row in self.letters[inside].tolist())

    @cached_property
    def foreign(self) -> list[Box]:
        """Where the page has text in fonts that are not in the file. Every engine puts its own letters there, but for
        the fourteen standard fonts, on which they agree."""
        return [zone for zone, name in self.not_embedded if name not in STANDARD_FONTS]

    @cached_property
    def lettered(self) -> SourcePage:
        """The page with the letters of the standard fonts in its file where that can be, so that every engine draws the
        same."""
        if all(name not in STANDARD_FONTS for _, name in self.not_embedded):
            return self
        try:
            document = with_standard_fonts(self._data, self._password)
            return SourcePage(document, self._data, self._password, self._inner, self.width, self.height)
        except (pikepdf.PdfError, pypdfium2.PdfiumError, RuntimeError, ValueError, KeyError, TypeError):
            return self  # a file that cannot be written anew

    @cached_property
    def not_embedded(self) -> list[tuple[Box, str]]:
        """Where the page has text in fonts that are not in the file, and what these are called."""
        zones: list[tuple[Box, str]] = []
        known: dict[int, str] = {}
        everywhere = Box(0, 0, self.width, self.height)
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        for text, level in self._texts:
            # A page has a text object for every word, and a font or two.
            own = ctypes.cast(pdfium_c.FPDFTextObj_GetFont(text), ctypes.c_void_p).value or 0
            if own not in known:
                font = pypdfium2.PdfTextObj(text, page=self._page, pdf=self._document).get_font()
                known[own] = "" if font.is_embedded else font.get_base_name().split("+")[-1] or "?"
            if not known[own]:
                continue
            if level > 0:  # inside a form its place on the page is not known
                zones.append((everywhere, known[own]))
                continue
            if not pdfium_c.FPDFPageObj_GetBounds(text, left, bottom, right, top):
                raise pypdfium2.PdfiumError("a text has no place")
            bounds = (left.value, bottom.value, right.value, top.value)
            zones.append((self._displayed(bounds), known[own]))
        return zones

    @cached_property
    def _only_words(self) -> bool:
        """Whether the page has nothing but text."""
        kinds = {
            pdfium_c.FPDFPageObj_GetType(pdfium_c.FPDFPage_GetObject(self._page, n))
            for n in range(pdfium_c.FPDFPage_CountObjects(self._page))
        }
        return kinds <= {pdfium_c.FPDF_PAGEOBJ_TEXT} and not pdfium_c.FPDFPage_GetAnnotCount(self._page)

    @cached_property
    def _texts(self) -> list[tuple[Any, int]]:
        """Every text object of the page, and how many forms deep it lies (five at most)."""
        return list(self._texts_in())

    def _texts_in(self, form: Any = None, level: int = 0) -> Iterator[tuple[Any, int]]:
        # The library's own list makes an object of each first.
        if form is None:
            count, get, holder = pdfium_c.FPDFPage_CountObjects, pdfium_c.FPDFPage_GetObject, self._page
        else:
            count, get, holder = pdfium_c.FPDFFormObj_CountObjects, pdfium_c.FPDFFormObj_GetObject, form
        for index in range(count(holder)):
            found = get(holder, index)
            kind = pdfium_c.FPDFPageObj_GetType(found)
            if kind == pdfium_c.FPDF_PAGEOBJ_TEXT:
                yield found, level
            elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and level < FORMS:
                yield from self._texts_in(found, level + 1)

    def foreign_to_all(self, box: Box) -> bool:
        """Whether text in a box is in a font that is not in the file."""
        return any(zone.intersection(box) for zone in self.foreign)

    @cached_property
    def bare_annotations(self) -> list[Box]:
        """Where the page has annotations without an appearance, or fields whose file asks the reader for a new one
        (NeedAppearances, ISO 32000-1, 12.7.2): every engine draws its own."""
        zones: list[Box] = []
        with pikepdf.open(io.BytesIO(self._data), password=self._password) as pdf:
            form = pdf.Root.get("/AcroForm")
            asked = isinstance(form, pikepdf.Dictionary) and bool(form.get("/NeedAppearances"))
            for annotation in pdf.pages[self._inner - 1].obj.get("/Annots", []):
                if not isinstance(annotation, pikepdf.Dictionary) or "/Rect" not in annotation:
                    continue
                if "/N" not in annotation.get("/AP", {}) or (asked and annotation.get("/Subtype") == "/Widget"):
                    x0, y0, x1, y1 = (float(v) for v in annotation.Rect)
                    zones.append(self._displayed((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))))
        return zones

    @cached_property
    def _lies(self) -> tuple[tuple[float, float, float, float], int]:
        # Not get_cropbox: it overlooks a box that the page inherits, and takes US letter for it.
        return self._page.get_bbox(), self._page.get_rotation()

    def _displayed(self, box: Sequence[Any]) -> Box:
        """From pypdfium2's page coordinates (of one box, or a column of each of many) to points from the top left of
        the page as displayed."""
        (left, bottom, right, top), turn = self._lies
        size = (top - bottom, right - left) if turn in (90, 270) else (right - left, top - bottom)
        x0, y0, x1, y1 = box[0] - left, box[1] - bottom, box[2] - left, box[3] - bottom
        w, h = right - left, top - bottom
        corners = {
            0: (x0, h - y1, x1, h - y0),
            90: (y0, x0, y1, x1),
            180: (w - x1, y0, w - x0, y1),
            270: (h - y1, w - x1, h - y0, w - x0),
        }[turn]
        sx, sy = self.width / size[0], self.height / size[1]
        return Box(corners[0] * sx, corners[1] * sy, corners[2] * sx, corners[3] * sy)


def _apart(place: tuple[int, int, int, int], others: NDArray[np.float64]) -> bool:
    """Whether a part of a page (pixels) is well away from some others, given by columns."""
    x0, y0, x1, y1 = others
    return not bool(
        ((x0 < place[2] + WIDE) & (x1 > place[0] - WIDE) & (y0 < place[3] + WIDE) & (y1 > place[1] - WIDE)).any()
    )


def _shows_through(text: Any) -> bool:
    red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
    return bool(pdfium_c.FPDFPageObj_GetFillColor(text, red, green, blue, opacity)) and opacity.value < OPAQUE


def _aslant(text: Any) -> bool:
    """Whether a text object's lines are neither level nor upright."""
    lies = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFPageObj_GetMatrix(text, lies)
    along, across = max(abs(lies.a), abs(lies.d)), max(abs(lies.b), abs(lies.c))
    return bool(min(along, across) > ASLANT * max(along, across))
