# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page read by OCR where its text layer does not say what it shows, and both readings made one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from redactor.bundle import ocr
from redactor.bundle import unread as unread_ink
from redactor.bundle.engine import give_back_memory
from redactor.bundle.glyphs import clean, garbled
from redactor.bundle.kept_regions import packed_regions
from redactor.bundle.layout import arrange
from redactor.bundle.lines import Piece
from redactor.bundle.pages import read_page
from redactor.bundle.pixels import bounds, draw
from redactor.bundle.regions import regions_of
from redactor.domain.geometry import Box, covered, merged_by_line
from redactor.domain.pages import PageContent, PageStatus, Place, Region, Where, Word, WordSource

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
#: Below this a word read is no witness against the file's own.
_LEGIBLE = 0.6
#: Less of a page than this in ink, and nothing like writing among it, is dust.
_DUST = 0.002


@dataclass(frozen=True, slots=True)
class _Read:
    words: list[Word]
    flat: list[Box]
    unread: list[Box]


def ocr_page(document: Any, index: int, number: int, unlayered: Any = None) -> PageContent:
    """Page ``index`` (from 0), known as page ``number``, with the words OCR finds; its status is then READ.

    Words of the text layer stay; OCR adds what stands in pictures, outlines and scans, and repairs words the
    file spells with unmapped glyphs.
    """
    reading = read_page(document, index, number, unlayered)
    content = reading.content
    if content.status is not PageStatus.NEEDS_OCR:
        return content
    page = bounds(reading.display_list)
    reads = [_read_area(reading.display_list, box, page) for box in reading.pictures]
    repairs = [_read_unmapped(reading.display_list, box, page) for box in reading.unmapped]
    places = content.places
    if content.words:
        kept, lies = content.words, list[_Read]()
        if reading.lies:
            whole = [word for read in reads for word in read.words]
            apart = [box for box in reading.lies if covered(box, reading.pictures) < 0.9]
            lies = [_read_unmapped(reading.display_list, box, page) for box in apart]
            kept, told = _without_lies(kept, reading.lies, [*whole, *(word for read in lies for word in read.words)])
            places += tuple(replace(place, page=number) for place in told)
        words = _merged(kept, [_arranged(read) for read in reads + repairs + lies])
    else:
        words = _arranged(reads[0])
    eyes = _needs_eyes(words, reads, reading.pictures, page, reading.display_list) or content.needs_eyes
    engine = f"{content.engine}, {ocr.ENGINE}"
    extras = content.extras | packed_regions(_regions(words, reading.pictures, page, reading.display_list))
    done = replace(content, words=words, places=places, status=PageStatus.READ, needs_eyes=eyes, engine=engine)
    return replace(done, extras=extras)


def _read_area(display_list: Any, area: Box, page: Box) -> _Read:
    """Read a part of the page, in tiles when it is large. Boxes in points as displayed."""
    grown = Box(area.x0 - _MARGIN, area.y0 - _MARGIN, area.x1 + _MARGIN, area.y1 + _MARGIN).intersection(page) or area
    tiles = _tiles(grown)
    words: list[Word] = []
    flat: list[Box] = []
    unread: list[Box] = []
    for tile in tiles:
        side = max(tile.width, tile.height)
        scale = min(max(_SCALE * min(_TILE / side, 1.0), _SMALL / side), 3 * _SCALE)
        pixels = np.ascontiguousarray(draw(display_list, scale, tile)[:, :, ::-1])
        give_back_memory()
        if len(tiles) > 1 and int(pixels.max()) - int(pixels.min()) < _ANY_INK:
            continue
        result = ocr.read_image(pixels)
        unread += [_in_points(box, tile, scale) for box in result.unread]
        for found in result.words:
            text = clean(found.text)
            box = _in_points(found.box, tile, scale)
            level = _in_points(found.flat, tile, scale)
            if text and not (len(tiles) > 1 and (_cut_off(box, tile, grown) or _known(box, words))):
                words.append(Word(text, box, found.line, 0, WordSource.OCR, found.confidence))
                flat.append(level)
    return _Read(words, flat, unread)


def _read_unmapped(display_list: Any, line: Box, page: Box) -> _Read:
    """Read a line of the text layer whose place is known."""
    if line.height > line.width:
        return _read_area(display_list, line, page)
    grown = Box(line.x0 - 2, line.y0 - 0.5, line.x1 + 2, line.y1 + 0.5).intersection(page) or line
    scale = min(max(_SCALE, 48 / grown.height), 3 * _SCALE)
    result = ocr.read_line(np.ascontiguousarray(draw(display_list, scale, grown)[:, :, ::-1]))
    words = [
        Word(clean(found.text), _in_points(found.box, grown, scale), 0, 0, WordSource.OCR, found.confidence)
        for found in result.words
    ]
    return _Read(words, [word.box for word in words], [])


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


def _arranged(read: _Read) -> tuple[Word, ...]:
    """A scan's words in reading order: lines put in order by where they stand on the straightened page."""
    order = sorted(range(len(read.words)), key=lambda i: (read.words[i].line, read.flat[i].x0))
    pieces = [Piece(*read.flat[i], 0, read.words[i].line) for i in order]
    placed = arrange(pieces, ordered=False)
    return tuple(read.words[order[p.at]]._replace(line=p.line, block=p.block) for p in placed)


def _without_lies(
    text: tuple[Word, ...], lies: tuple[Box, ...], found: list[Word]
) -> tuple[tuple[Word, ...], tuple[Place, ...]]:
    """The file's words but for those in lines that are drawn as others; what it says there is kept as a place.

    A word stays where OCR read nothing in its place.
    """
    boxes = [word.box for word in found if word.confidence >= _LEGIBLE]
    kept: list[Word] = []
    told: dict[int, list[Word]] = {}
    for word in text:
        lying = any(word.box.overlap(line) > 0.5 for line in lies) and covered(word.box, boxes) > 0.3
        if lying:
            told.setdefault(word.line, []).append(word)
        else:
            kept.append(word)
    places = tuple(
        Place(
            Where.HIDDEN_TEXT,
            " ".join(word.text for word in line),
            None,
            tuple(box.rounded() for box in merged_by_line(word.box for word in line)),
            "what the file says where the page shows other words",
        )
        for line in told.values()
    )
    return tuple(kept), places


def _merged(text: tuple[Word, ...], reads: list[tuple[Word, ...]]) -> tuple[Word, ...]:
    """The text layer's words, repaired, and the words read that are not among them."""
    found = [word for read in reads for word in read]
    kept: list[Word] = []
    for word in text:
        if not garbled(word.text):
            kept.append(word)
            continue
        over = [other for other in found if max(other.box.overlap(word.box), word.box.overlap(other.box)) > 0.3]
        repaired = next((better for other in over if (better := _repaired(word, other))), None)
        if repaired is not None:
            kept.append(repaired)
        elif not over:
            kept.append(word)
    good = [word.box for word in kept]
    pieces = [Piece(*word.box, word.block, word.line) for word in kept]
    both = list(kept)
    for read in reads:
        first = 1 + max((piece.block for piece in pieces), default=-1)
        new = [word for word in read if covered(word.box, good) < 0.4]
        pieces += [Piece(*word.box, first + word.block, word.line) for word in new]
        both += new
    return tuple(both[p.at]._replace(line=p.line, block=p.block) for p in arrange(pieces))


def _repaired(word: Word, found: Word) -> Word | None:
    """The word with its unmapped glyphs filled in from what was read there; None when the rest differs.

    One glyph without a character may stand for up to four letters ("tt", "ffi").
    """
    pattern = "".join(".{1,4}" if garbled(char) else re.escape(char) for char in word.text)
    match = re.search(pattern, found.text) or re.search(pattern, found.text, re.IGNORECASE)
    if match is None:
        return None
    return word._replace(text=match[0], source=WordSource.OCR, confidence=found.confidence)


def _shrunk(page: Box) -> float:
    """By how much a page beyond all usual sizes is made smaller to be looked over; 1.0 for others."""
    return min(1.0, float(np.sqrt(_LOOKED_OVER / page.area)))


def _only_specks(display_list: Any) -> bool:
    """Whether the page is the blank back of a sheet: paper, dust and punch holes."""
    grey = draw(display_list, _shrunk(bounds(display_list)), grey=True).astype(np.int16)
    return float(np.mean(np.abs(grey - np.median(grey)) > 60)) < _DUST


def _needs_eyes(
    words: tuple[Word, ...], reads: list[_Read], pictures: tuple[Box, ...], page: Box, display_list: Any
) -> str:
    """Why a person must look at the page itself, in plain words; "" when they need not."""
    if any(garbled(word.text) for word in words):
        return "Some words could not be read, neither from their letters nor from how they look: read them on the page"
    unread = sum(len(read.unread) for read in reads)
    if not words:
        if not unread and _only_specks(display_list):
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
        by = _shrunk(page)
        grey = draw(display_list, unread_ink.SCALE * by, grey=True)
        large = [Box(*(value * by for value in box)) for box in large]
        known = [Box(*(value * by for value in word.box)) for word in words]
        photos = [box for box in unread_ink.photographs(grey) if _within(box, large)]
        written = unread_ink.handwriting(grey, [*photos, *known])
        if any(_within(box, large) for box in written):
            return f"Something in {_places(len(written))} is written or drawn by hand and was not read: look at it"
        if photos:
            return "There is a picture on this page: look for faces, handwriting or names"
    blind = sum(box.area for box, read in zip(pictures, reads, strict=True) if not read.words)
    if blind > 0.05 * page.area:
        return "A picture without readable words: look for faces, handwriting or names"
    return ""


def _regions(words: tuple[Word, ...], pictures: tuple[Box, ...], page: Box, display_list: Any) -> list[Region]:
    """What on the page's pictures looks like a photograph or a signature. None on sheets of unusual size, whose words
    are too small at the scale looked at."""
    if not pictures or _shrunk(page) < 1.0:
        return []
    return regions_of(draw(display_list, unread_ink.SCALE, grey=True), words, pictures)


def _unclear_lines(read: _Read) -> int:
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
