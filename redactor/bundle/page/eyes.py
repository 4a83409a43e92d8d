# SPDX-License-Identifier: AGPL-3.0-or-later
"""Why a person must look at a page that was read by OCR: handwriting, bad print, pictures, ink nobody read."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from redactor.bundle.mupdf.pixels import as_printed, bounds, draw
from redactor.bundle.page import unread as unread_ink
from redactor.bundle.page.readings import Read
from redactor.bundle.page.regions import regions_of
from redactor.bundle.words.glyphs import garbled
from redactor.domain.geometry import Box
from redactor.domain.pages import Region, Word

#: Clean print is read with .99 certainty on average; below this, one name in ten or more was misread
#: (measured on 19 scans: all seven such pages are below, three of twelve good ones too).
_CLEAR = 0.985
_UNSURE = 0.95
#: A line of clean print is never read with less certainty than this.
_DOUBTFUL = 0.85
#: Pictures beyond this share of the page are looked over for what is no print.
_LARGE = 0.2
#: A page of more square points than this (A0 has eight million) is made smaller to be looked over.
_LOOKED_OVER = 12_000_000
#: Less of a page than this in ink, and nothing like writing among it, is dust.
_DUST = 0.002


def _shrunk(page: Box) -> float:
    """By how much a page beyond all usual sizes is made smaller to be looked over; 1.0 for others."""
    return min(1.0, float(np.sqrt(_LOOKED_OVER / page.area)))


def _only_specks(display_list: Any) -> bool:
    """Whether the page is the blank back of a sheet: paper, dust and punch holes."""
    grey = as_printed(draw(display_list, _shrunk(bounds(display_list)), grey=True)).astype(np.int16)
    return float(np.mean(np.abs(grey - np.median(grey)) > 60)) < _DUST


class Sheet:
    """A page in grey as it is looked over for ink, drawn when that is first asked for."""

    def __init__(self, display_list: Any, page: Box) -> None:
        self.display_list = display_list
        #: Pixels a point, as a share of the usual scale.
        self.shrunk = _shrunk(page)

    def drawn(self, pixels: NDArray[np.uint8], scale: float) -> None:
        """All of it was drawn in colour, at ``scale`` pixels a point, to be read: a scan is not decoded twice."""
        wanted = unread_ink.SCALE / scale
        grey = cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)
        self.grey = np.asarray(cv2.resize(grey, None, fx=wanted, fy=wanted, interpolation=cv2.INTER_AREA), np.uint8)

    @cached_property
    def grey(self) -> NDArray[np.uint8]:
        return as_printed(draw(self.display_list, unread_ink.SCALE * self.shrunk, grey=True))

    @cached_property
    def toned(self) -> list[Box]:
        """What may be photographs; boxes in points, shrunk like the page."""
        return unread_ink.photographs(self.grey)


def needs_eyes(
    words: tuple[Word, ...],
    reads: list[Read],
    pictures: tuple[Box, ...],
    page: Box,
    sheet: Sheet,
) -> str:
    """Why a person must look at the page itself, in plain words; "" when they need not."""
    if any(garbled(word.text) for word in words):
        return "Some words could not be read, neither from their letters nor from how they look: read them on the page"
    unread = sum(len(read.unread) for read in reads)
    if not words:
        if not unread and _only_specks(sheet.display_list):
            return ""
        return "No words could be read on this page, but it is not blank: look for handwriting, faces or names"
    found = [word for read in reads for word in read.words]
    letters = sum(len(word.text) for word in found)
    unsure = sum(word.confidence < _UNSURE for word in found)
    if len(found) >= 5 and sum(word.confidence * len(word.text) for word in found) < _CLEAR * letters:
        return f"Handwriting or unclear print: {unsure} of {len(found)} words may be misread"
    if places := unread + sum(_unclear_lines(read) for read in reads):
        return f"Something in {_places(places)} looks like writing and could not be read with certainty"
    large = [box for box in pictures if box.area > _LARGE * page.area]
    if large:
        by = sheet.shrunk
        large = [Box(*(value * by for value in box)) for box in large]
        known = [Box(*(value * by for value in word.box)) for word in words]
        photos = [box for box in sheet.toned if _within(box, large)]
        written = unread_ink.handwriting(sheet.grey, [*photos, *known])
        if any(_within(box, large) for box in written):
            return f"Something in {_places(len(written))} is written or drawn by hand and was not read: look at it"
        if photos:
            return "There is a picture on this page: look for faces, handwriting or names"
    blind = sum(box.area for box, read in zip(pictures, reads, strict=True) if not read.words)
    if blind > 0.05 * page.area:
        return "A picture without readable words: look for faces, handwriting or names"
    return ""


def regions_on(
    words: tuple[Word, ...],
    pictures: tuple[Box, ...],
    sheet: Sheet,
) -> list[Region]:
    """What on the page's pictures looks like a photograph or a signature. None on sheets of unusual size, whose words
    are too small at the scale looked at."""
    if not pictures or sheet.shrunk < 1.0:
        return []
    return regions_of(sheet.grey, words, pictures, sheet.toned)


def _unclear_lines(read: Read) -> int:
    """Lines of some length that were read badly on a page that is clear otherwise: a note in the margin."""
    lines: dict[int, list[Word]] = {}
    for word in read.words:
        lines.setdefault(word.line, []).append(word)
    count = 0
    for line in lines.values():
        letters = sum(len(word.text) for word in line)
        count += letters >= 4 and sum(word.confidence * len(word.text) for word in line) < _DOUBTFUL * letters
    return count


def _places(count: int) -> str:
    return "1 place" if count == 1 else f"{count} places"


def _within(box: Box, areas: list[Box]) -> bool:
    return any(box.overlap(area) > 0.5 for area in areas)
