# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading one page: its visible words in reading order, its hidden text, and whether OCR must look too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from redactor.bundle.engine import ENGINE, ENGINE_ERRORS, display_list, load_page, messages, text_page
from redactor.bundle.fonts import lying_lines
from redactor.bundle.glance import glance
from redactor.bundle.glyphs import clean, garbled, plain_text
from redactor.bundle.hidden import declared_places, hidden_places, layer_places
from redactor.bundle.layout import arrange
from redactor.bundle.lines import Piece
from redactor.bundle.overprint import as_read
from redactor.bundle.page_places import page_places
from redactor.bundle.pictures import places_to_read
from redactor.bundle.pixels import bounds
from redactor.bundle.survey import survey
from redactor.bundle.visible import Drawings, Pixels, RawWord, boxes_of, legible, painted, spans_of, visible
from redactor.domain.geometry import Box, covered
from redactor.domain.pages import PageContent, PageStatus, Word, WordSource

#: A picture over more than this share of a page without words makes it a scan; it is not drawn to find out.
_MOSTLY = 0.5
# Several times faster than calling the classes, and a page has a thousand of them.
_BOX: Callable[[Any], Box] = partial(tuple.__new__, Box)
_PIECE: Callable[[Any], Piece] = partial(tuple.__new__, Piece)
_WORD: Callable[[Any], Word] = partial(tuple.__new__, Word)
_BROKEN = ("zlib error", "premature end", "syntax error in content", "cannot draw", "unexpected end", "jpeg error")
_DAMAGE = "Part of this page is damaged and may be missing: compare it with the paper or ask for the file again"


@dataclass(frozen=True, slots=True)
class Reading:
    """A page as read, with what OCR needs to go on: the display list and the places to look at.

    ``pictures`` are boxes in points of what is not text but may hold some, the whole page when nothing on it
    is text; ``unmapped`` are lines in which the file does not say what letters its glyphs are, ``lies`` lines
    in which it says others than it shows.
    """

    content: PageContent
    display_list: Any
    pictures: tuple[Box, ...] = ()
    unmapped: tuple[Box, ...] = ()
    lies: tuple[Box, ...] = ()


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
    if any(sign in said for sign in _BROKEN) and not _empty(document, index):
        return replace(reading, content=replace(reading.content, needs_eyes=_DAMAGE))
    return reading


def _read(document: Any, index: int, number: int, unlayered: Any) -> Reading:
    page = load_page(document, index)
    if unlayered is None and (plain := _plainly(document, page, index, number)):
        return plain
    shown = display_list(page)
    area = bounds(shown)
    drawn = survey(shown)
    held = text_page(page.this)
    raw: list[RawWord] = as_read(held.extractWORDS())
    declared = bool(drawn.declared) and any(garbled(word[4]) for word in raw)
    if declared:
        held = text_page(page.this, actual_text=True)
        raw = as_read(held.extractWORDS())
    boxes = boxes_of(raw)
    drawings = Drawings(shown, area)
    scan = covered(area, places_to_read(drawn.pictures, [], [], area)) > _MOSTLY and not (raw and _any_painted(held))
    if scan:
        seen = np.zeros(len(raw), np.bool_)
    elif drawn.plain and held.extractText() == text_page(shown, actual_text=declared).extractText():
        seen = legible(raw, boxes, area)
    else:
        seen = visible(raw, boxes, drawings, area, held)
    # Lettering under words that do not show is lettering.
    standing = [Box(*box) for box in boxes[seen]] if drawn.outlines else []
    look_at = places_to_read(drawn.pictures, drawn.outlines, standing, area)
    words = _words(*_printed_once([raw[i] for i in np.flatnonzero(seen)], boxes[seen]))
    places = page_places(page)
    places += hidden_places([raw[i] for i in np.flatnonzero(~seen)], held, area)
    places += declared_places(drawn.declared, words)
    if unlayered is not None:
        places += layer_places(unlayered.load_page(index), raw, area)
    if not words:
        pictures = [area] if scan or _any_ink(drawings.without) else []
    else:
        pictures = [box for box in look_at if _eventful(box, drawings)]
    unmapped = _unmapped(words)
    lies = lying_lines(document, index, held, shown) if words else []
    if covered(area, [*pictures, *unmapped, *lies]) > _MOSTLY:
        pictures, unmapped = [area], []
    content = PageContent(
        page=number,
        width=round(area.width, 2),
        height=round(area.height, 2),
        words=words,
        places=tuple(replace(place, page=number) for place in places),
        status=PageStatus.NEEDS_OCR if pictures or unmapped or lies else PageStatus.READ,
        engine=ENGINE,
    )
    return Reading(content, shown, tuple(pictures), tuple(unmapped), tuple(lies))


def _plainly(document: Any, page: Any, index: int, number: int) -> Reading | None:
    """A page with nothing on it but plainly visible text, read in one go; None when it needs a closer look."""
    glanced = glance(page)
    if glanced is None:
        return None
    held, area = glanced
    raw: list[RawWord] = as_read(held.extractWORDS())
    boxes = boxes_of(raw)
    seen = legible(raw, boxes, area)
    whole = bool(seen.all())
    words = _words(raw if whole else [raw[i] for i in np.flatnonzero(seen)], boxes if whole else boxes[seen])
    if not words or _unmapped(words) or lying_lines(document, index, held, lambda: display_list(page)):
        return None
    places = page_places(page)
    if not whole:
        places += hidden_places([raw[i] for i in np.flatnonzero(~seen)], held, area)
    content = PageContent(
        page=number,
        width=round(area.width, 2),
        height=round(area.height, 2),
        words=words,
        places=tuple(replace(place, page=number) for place in places),
        engine=ENGINE,
    )
    return Reading(content, None)


def _empty(document: Any, index: int) -> bool:
    """Whether the page has no content at all; some writers pack nothing into a stream cut short."""
    try:
        contents = document[index].get_contents() if document.is_pdf else []
        return sum(len(document.xref_stream_raw(number) or b"") for number in contents) < 16
    except ENGINE_ERRORS:
        return False


def _any_painted(held: Any) -> bool:
    """Whether any of a page's text is painted: the text of a scan that somebody read before is not."""
    return any(painted(span) and span["text"].strip() for span in spans_of(held))


def _any_ink(drawing: Pixels) -> bool:
    return drawing.size > 0 and int(drawing.max()) - int(drawing.min()) > 24


def _printed_once(raw: list[RawWord], boxes: NDArray[np.float64]) -> tuple[list[RawWord], NDArray[np.float64]]:
    """Without the second printing of words that are printed over themselves, a little aside, to look bold."""
    first: dict[str, list[int]] = {}
    kept: list[int] = []
    for n, word in enumerate(raw):
        near = 0.12 * (word[3] - word[1])
        for other in first.setdefault(word[4], []):
            if abs(boxes[other] - boxes[n]).max() < near:
                boxes[other] = [*np.minimum(boxes[other], boxes[n])[:2], *np.maximum(boxes[other], boxes[n])[2:]]
                break
        else:
            first[word[4]].append(n)
            kept.append(n)
    return (raw, boxes) if len(kept) == len(raw) else ([raw[n] for n in kept], boxes[kept])


def _words(raw: list[RawWord], boxes: NDArray[np.float64]) -> tuple[Word, ...]:
    """Words in reading order. A soft hyphen ends a line only in its last word."""
    placed = arrange([_PIECE((*word[:4], word[5], word[6])) for word in raw])
    rounded = list(map(_BOX, boxes.round(2).tolist()))
    if plain_text("".join([word[4] for word in raw])):
        return tuple(
            [_WORD((raw[at][4], rounded[at], line, block, WordSource.TEXT, 1.0)) for at, line, block in placed]
        )
    words: list[Word] = []
    for position, (at, line, block) in enumerate(placed):
        last = position + 1 == len(placed) or placed[position + 1].line != line
        if said := clean(raw[at][4], ends_line=last):
            words.append(Word(said, rounded[at], line, block))
    return tuple(words)


def _unmapped(words: tuple[Word, ...]) -> list[Box]:
    """The lines that hold a word with unmapped glyphs."""
    if not garbled("".join(word.text for word in words)):
        return []
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
    # Its own edge against the paper is no event.
    x0, y0 = (int(value * drawings.scale) + 2 for value in box[:2])
    x1, y1 = (int(value * drawings.scale) - 1 for value in box[2:])
    part = drawings.without[max(y0, 0) : max(y1, 0), max(x0, 0) : max(x1, 0)].astype(np.int16)
    if part.shape[0] < 2 or part.shape[1] < 2:
        return False
    steps = int(np.abs(np.diff(part, axis=1)).max()), int(np.abs(np.diff(part, axis=0)).max())
    return max(steps) > 24


def _short(error: Exception) -> str:
    said = " ".join(str(error).removeprefix("code=").lstrip("0123456789:").split())
    return said[:120] or type(error).__name__
