# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page read by OCR where its text layer does not say what it shows, and both readings made one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from redactor.bundle.mupdf.engine import give_back_memory
from redactor.bundle.mupdf.pixels import as_printed, bounds, draw
from redactor.bundle.ocr import rapid as ocr
from redactor.bundle.ocr import tesseract
from redactor.bundle.page.eyes import Sheet, needs_eyes, regions_on
from redactor.bundle.page.kept_regions import packed_regions
from redactor.bundle.page.reading import read_page
from redactor.bundle.page.readings import Read, arranged, merged, without_lies
from redactor.bundle.words.glyphs import clean
from redactor.domain.geometry import Box, covered
from redactor.domain.pages import PageContent, PageStatus, Word, WordSource

#: Pages are read at this many pixels per point (200 dpi); small ones are enlarged to this many pixels.
_SCALE = 200 / 72
_SMALL = 900
#: A larger area is read in tiles of this many points, which share this much with their neighbours.
_TILE, _SHARED = 1050.0, 80.0
#: About so many tiles at most: an A0 sheet has twelve. What is larger still (a map, a page measured in wrong units) is
#: read more coarsely, or it would take the engine half an hour.
_MOST_TILES = 12
#: Blank paper differs by less than this, of 255, and needs no engine to be read.
_ANY_INK = 24
#: Around a picture or a garbled line a little more is read.
_MARGIN = 4.0


def ocr_page(document: Any, index: int, number: int, unlayered: Any = None, languages: str = "") -> PageContent:
    """Page ``index`` (from 0), known as page ``number``, with the words OCR finds; its status is then READ.

    Words of the text layer stay; OCR adds what stands in pictures, outlines and scans, and repairs words the
    file spells with unmapped glyphs. ``languages`` ("cym+eng"): Tesseract settles the spelling.
    """
    reading = read_page(document, index, number, unlayered)
    content = reading.content
    if content.status is not PageStatus.NEEDS_OCR:
        return content
    page = bounds(reading.display_list)
    sheet = Sheet(reading.display_list, page)
    reads = [_read_area(reading.display_list, box, page, sheet, languages) for box in reading.pictures]
    repairs = [_read_unmapped(reading.display_list, box, page) for box in reading.unmapped]
    places = content.places
    if content.words:
        kept, lies = tuple(content.words), list[Read]()
        if reading.lies:
            whole = [word for read in reads for word in read.words]
            apart = [box for box in reading.lies if covered(box, reading.pictures) < 0.9]
            lies = [_read_unmapped(reading.display_list, box, page) for box in apart]
            kept, told = without_lies(kept, reading.lies, [*whole, *(word for read in lies for word in read.words)])
            places += tuple(replace(place, page=number) for place in told)
        words = merged(kept, [arranged(read) for read in reads + repairs + lies])
    else:
        words = arranged(reads[0])
    eyes = needs_eyes(words, reads, reading.pictures, page, sheet) or content.needs_eyes
    engine = f"{content.engine}, {ocr.ENGINE}"
    if languages:
        engine += f", {tesseract.engine_name(languages)}"
    regions = regions_on(words, reading.pictures, sheet)
    done = replace(content, words=words, places=places, status=PageStatus.READ, needs_eyes=eyes, engine=engine)
    return replace(done, extras=content.extras | packed_regions(regions))


def _read_area(display_list: Any, area: Box, page: Box, sheet: Sheet | None = None, languages: str = "") -> Read:
    """Read a part of the page, in tiles when it is large. Boxes in points as displayed."""
    grown = Box(area.x0 - _MARGIN, area.y0 - _MARGIN, area.x1 + _MARGIN, area.y1 + _MARGIN).intersection(page) or area
    tiles = _tiles(grown)
    words: list[Word] = []
    flat: list[Box] = []
    unread: list[Box] = []
    for tile in tiles:
        side = max(tile.width, tile.height)
        scale = min(max(_SCALE * min(_TILE / side, 1.0), _SMALL / side), 3 * _SCALE)
        pixels = np.ascontiguousarray(as_printed(draw(display_list, scale, tile))[:, :, ::-1])
        give_back_memory()
        if sheet is not None and tile == page:
            sheet.drawn(pixels, scale)
        if len(tiles) > 1 and int(pixels.max()) - int(pixels.min()) < _ANY_INK:
            continue
        result = ocr.read_image(pixels)
        if languages:
            result = tesseract.with_spelling(pixels, result, round(scale * 72), languages)
        unread += [_in_points(box, tile, scale) for box in result.unread]
        for found in result.words:
            text = clean(found.text)
            box = _in_points(found.box, tile, scale)
            level = _in_points(found.flat, tile, scale)
            if text and not (len(tiles) > 1 and (_cut_off(box, tile, grown) or _known(box, words))):
                words.append(Word(text, box, found.line, 0, found.source, found.confidence))
                flat.append(level)
    return Read(words, flat, unread)


def _read_unmapped(display_list: Any, line: Box, page: Box) -> Read:
    """Read a line of the text layer whose place is known."""
    if line.height > line.width:
        return _read_area(display_list, line, page)
    grown = Box(line.x0 - 2, line.y0 - 0.5, line.x1 + 2, line.y1 + 0.5).intersection(page) or line
    scale = min(max(_SCALE, 48 / grown.height), 3 * _SCALE)
    result = ocr.read_line(np.ascontiguousarray(as_printed(draw(display_list, scale, grown))[:, :, ::-1]))
    words = [
        Word(clean(found.text), _in_points(found.box, grown, scale), 0, 0, WordSource.OCR, found.confidence)
        for found in result.words
    ]
    return Read(words, [word.box for word in words], [])


def _tiles(area: Box) -> list[Box]:
    side = max(_TILE, float(np.sqrt(area.area / _MOST_TILES)))
    shared = _SHARED * side / _TILE

    def cuts(start: float, end: float) -> list[tuple[float, float]]:
        if end - start <= side:
            return [(start, end)]
        count = int(np.ceil((end - start - shared) / (side - shared)))
        step = (end - start - shared) / count
        return [(start + i * step, start + (i + 1) * step + shared) for i in range(count)]

    return [Box(x0, y0, x1, y1) for y0, y1 in cuts(area.y0, area.y1) for x0, x1 in cuts(area.x0, area.x1)]


def _cut_off(box: Box, tile: Box, area: Box) -> bool:
    """Whether a word touches a tile's inner edge: the neighbouring tile has all of it."""
    return (
        (box.x0 < tile.x0 + 2 and tile.x0 > area.x0)
        or (box.y0 < tile.y0 + 2 and tile.y0 > area.y0)
        or (box.x1 > tile.x1 - 2 and tile.x1 < area.x1)
        or (box.y1 > tile.y1 - 2 and tile.y1 < area.y1)
    )


def _known(box: Box, words: list[Word]) -> bool:
    return any(box.overlap(word.box) > 0.5 for word in words)


def _in_points(box: Box, tile: Box, scale: float) -> Box:
    """A box in a tile's pixels, in the page's points. The tile's pixels start on a whole one."""
    x, y = np.floor(tile.x0 * scale), np.floor(tile.y0 * scale)
    moved = (box.x0 + x, box.y0 + y, box.x1 + x, box.y1 + y)
    return Box(*(round(float(value) / scale, 2) for value in moved))
