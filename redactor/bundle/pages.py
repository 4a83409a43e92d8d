# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading one page: its visible words in reading order, its hidden text, and whether OCR must look too."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from redactor.bundle.engine import ENGINE, ENGINE_ERRORS, display_list, messages, text_page
from redactor.bundle.glyphs import clean, garbled
from redactor.bundle.hidden import declared_places, hidden_places, layer_places
from redactor.bundle.layout import Piece, arrange
from redactor.bundle.page_places import page_places
from redactor.bundle.pictures import drawn_on, places_to_read
from redactor.bundle.pixels import bounds
from redactor.bundle.visible import Drawings, RawWord, draw_both, painted, spans_of, visible
from redactor.domain.geometry import Box, covered
from redactor.domain.pages import PageContent, PageStatus, Word

#: A picture over more than this share of a page without words makes it a scan; it is not drawn to find out.
_MOSTLY = 0.5
_BROKEN = ("zlib error", "premature end", "syntax error in content", "cannot draw", "unexpected end", "jpeg error")
_DAMAGE = "Part of this page is damaged and may be missing: compare it with the paper or ask for the file again"


@dataclass(frozen=True, slots=True)
class Reading:
    """A page as read, with what OCR needs to go on: the display list and the places to look at.

    ``pictures`` are boxes in points of what is not text but may hold some, the whole page when nothing on it
    is text; ``unmapped`` are lines in which the file does not say what letters its glyphs are.
    """

    content: PageContent
    display_list: Any
    pictures: tuple[Box, ...] = ()
    unmapped: tuple[Box, ...] = ()


def read_page(document: Any, index: int, number: int, unlayered: Any = None) -> Reading:
    """Page ``index`` (from 0) of an open document, to be known as page ``number``.

    A page the engine fails on comes back as UNREADABLE with the reason. ``unlayered`` is the same document
    with its optional layers taken away, when it has any (see :func:`redactor.bundle.hidden.without_layers`).
    """
    messages()
    try:
        reading = _read(document, index, number, unlayered)
    except ENGINE_ERRORS as error:
        problem = f"Page {number} could not be read ({_short(error)})"
        content = PageContent(number, 595.0, 842.0, status=PageStatus.UNREADABLE, problem=problem, engine=ENGINE)
        return Reading(content, None)
    said = messages().lower()
    if any(sign in said for sign in _BROKEN):
        return replace(reading, content=replace(reading.content, needs_eyes=_DAMAGE))
    return reading


def _read(document: Any, index: int, number: int, unlayered: Any) -> Reading:
    page = document.load_page(index)
    shown = display_list(page)
    area = bounds(shown)
    drawn = drawn_on(shown)
    held = text_page(page.this)
    raw: list[RawWord] = held.extractWORDS()
    if drawn.declared and any(garbled(word[4]) for word in raw):
        held = text_page(page.this, actual_text=True)
        raw = held.extractWORDS()
    look_at = places_to_read(drawn, [Box(*word[:4]) for word in raw] if drawn.outlines else [], area)
    drawings, seen = _what_shows(raw, held, shown, area, look_at)
    words = _words([raw[i] for i in np.flatnonzero(seen)])
    places = page_places(page)
    places += hidden_places([raw[i] for i in np.flatnonzero(~seen)], held, area)
    places += declared_places(drawn.declared, words)
    if unlayered is not None:
        places += layer_places(unlayered.load_page(index), raw, area)
    pictures = _where_to_look(words, look_at, drawings, area)
    unmapped = _unmapped(words)
    if covered(area, [*pictures, *unmapped]) > _MOSTLY:
        pictures, unmapped = [area], []
    content = PageContent(
        page=number,
        width=round(area.width, 2),
        height=round(area.height, 2),
        words=words,
        places=tuple(replace(place, page=number) for place in places),
        status=PageStatus.NEEDS_OCR if pictures or unmapped else PageStatus.READ,
        engine=ENGINE,
    )
    return Reading(content, shown, tuple(pictures), tuple(unmapped))


def _what_shows(
    raw: list[RawWord], held: Any, shown: Any, area: Box, look_at: list[Box]
) -> tuple[Drawings | None, np.ndarray[Any, np.dtype[np.bool_]]]:
    """Which words show; and the page's drawings, unless a scan with no or only unpainted text needs none."""
    nothing = np.zeros(len(raw), np.bool_)
    scan = covered(area, look_at) > _MOSTLY
    if scan and not (raw and any(painted(span) and span["text"].strip() for span in spans_of(held))):
        return None, nothing
    drawings = draw_both(shown, area)
    return drawings, visible(raw, drawings, area, held)


def _words(raw: list[RawWord]) -> tuple[Word, ...]:
    """Words in reading order. A soft hyphen ends a line only in its last word."""
    placed = arrange([Piece(*word[:4], word[5], word[6]) for word in raw])
    words: list[Word] = []
    for position, (index, line, block) in enumerate(placed):
        x0, y0, x1, y1, text = raw[index][:5]
        last = position + 1 == len(placed) or placed[position + 1].line != line
        if cleaned := clean(text, ends_line=last):
            words.append(Word(cleaned, Box(round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2)), line, block))
    return tuple(words)


def _where_to_look(words: tuple[Word, ...], look_at: list[Box], drawings: Drawings | None, area: Box) -> list[Box]:
    """The parts of the page OCR must read: pictures and outlines with something in them."""
    if not words:
        if drawings is None:
            return [area]
        drawing = drawings.without
        return [area] if drawing.size and int(drawing.max()) - int(drawing.min()) > 24 else []
    if drawings is not None:
        look_at = [box for box in look_at if _eventful(box, drawings)]
    return look_at


def _unmapped(words: tuple[Word, ...]) -> list[Box]:
    """The lines that hold a word with unmapped glyphs."""
    lines: dict[int, list[Box]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word.box)
    bad = {word.line for word in words if garbled(word.text)}
    return [_around(lines[line]) for line in sorted(bad)]


def _around(boxes: list[Box]) -> Box:
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return Box(min(x0), min(y0), max(x1), max(y1))


def _eventful(box: Box, drawings: Drawings) -> bool:
    """Whether a place holds more than one flat colour or a smooth shade (looked at without the page's text)."""
    x0, y0, x1, y1 = (round(value * drawings.scale) for value in box)
    part = drawings.without[max(y0, 0) : y1, max(x0, 0) : x1].astype(np.int16)
    if part.shape[0] < 2 or part.shape[1] < 2:
        return False
    steps = int(np.abs(np.diff(part, axis=1)).max()), int(np.abs(np.diff(part, axis=0)).max())
    return max(steps) > 24


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
