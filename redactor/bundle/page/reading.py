# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading one page: its visible words in reading order, its hidden text, and whether OCR must look too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from pymupdf import mupdf

from redactor.bundle.mupdf.engine import ENGINE, ENGINE_ERRORS, display_list, load_page, messages, text_page
from redactor.bundle.mupdf.pixels import bounds
from redactor.bundle.page.disguised import disguised
from redactor.bundle.page.fonts import Fonts
from redactor.bundle.page.glance import Glances
from redactor.bundle.page.hidden import declared_places, hidden_places, layer_places
from redactor.bundle.page.overlooked import DOTS, overlooked
from redactor.bundle.page.pictures import places_to_read
from redactor.bundle.page.places import page_places, values_of
from redactor.bundle.page.plain import Played, arranged, in_order, play
from redactor.bundle.page.survey import survey
from redactor.bundle.page.visible import Drawings, Pixels, legible, painted, spans_of, visible
from redactor.bundle.words.columns import Columns, PlainPage, in_rows
from redactor.bundle.words.glyphs import clean, garbled
from redactor.bundle.words.overprint import read_words
from redactor.domain.geometry import Box, covered
from redactor.domain.pages import PageContent, PageStatus, Word

#: A picture over more than this share of a page without words makes it a scan; it is not drawn to find out.
_MOSTLY = 0.5
#: A step of so much (of 255) from a pixel to the next is an event; the grain of a compressed picture is less.
_EVENT = 10
#: So many pages are played before they are put in order, fewer when they hold so many words.
_TOGETHER, _MOST_WORDS = 16, 20_000
#: Content or a picture that the page names and the file has no more: MuPDF leaves it out and goes on.
_GONE = (
    *("cannot load content stream", "content stream is not a stream"),
    *("no xobject subtype", "cannot find xobject resource"),
)
_BROKEN = (*_GONE, "zlib error", "premature end", "syntax error in ", "cannot draw", "unexpected end", "jpeg error")
_LOST = "it is not in the file, which is damaged or cut short"
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


@dataclass(frozen=True, slots=True)
class _Begun:
    """What became of a page at first: None when it is not plain, and what the engine said or failed with."""

    index: int
    played: Played | None
    said: str
    error: Exception | None = None

    @property
    def size(self) -> int:
        """How many words are held for it."""
        return len(self.played.words) if self.played else 0


class Reader:
    """Reads the pages of one open document.

    ``unlayered`` is the same document with its optional layers taken away, when it has any (see
    :func:`redactor.bundle.page.hidden.without_layers`).
    """

    def __init__(self, document: Any, unlayered: Any = None) -> None:
        self._document = document
        self._unlayered = unlayered
        self._fonts = Fonts(document)
        self._glances = Glances()

    def page(self, index: int, number: int) -> Reading | PlainPage:
        """Page ``index`` (from 0), to be known as page ``number``; a plain page in columns.

        A page the engine fails on comes back as UNREADABLE with the reason.
        """
        return self._finished(self._begun(index), number)

    def pages(self, first: int, last: int, offset: int = 0) -> Iterator[Reading | PlainPage]:
        """As :meth:`page`, pages ``first`` to ``last`` (from 1, both included), ``offset`` added to their numbers.

        Some are played one after the other, and then put in order: what a page goes through is thousands of small
        steps, and doing the same ones again at once takes a tenth less time.
        """
        waiting: list[_Begun] = []
        for index in range(first - 1, last):
            waiting.append(self._begun(index))
            if index == last - 1 or len(waiting) >= _TOGETHER or sum(begun.size for begun in waiting) > _MOST_WORDS:
                yield from (self._finished(begun, begun.index + 1 + offset) for begun in waiting)
                waiting = []

    def _begun(self, index: int) -> _Begun:
        messages()
        try:
            played = play(self._document, index, self._fonts, self._glances) if self._unlayered is None else None
        except ENGINE_ERRORS as error:
            return _Begun(index, None, "", error)
        return _Begun(index, played, messages())

    def _finished(self, begun: _Begun, number: int) -> Reading | PlainPage:
        messages()
        document, index = self._document, begun.index
        try:
            if begun.error:
                raise begun.error
            found = arranged(begun.played, number, self._fonts) if begun.played else None
            reading = found or _read(document, index, number, self._unlayered, self._fonts)
        except ENGINE_ERRORS as error:
            problem = f"Page {number} could not be read ({_short(error)})"
            content = PageContent(number, 595.0, 842.0, status=PageStatus.UNREADABLE, problem=problem, engine=ENGINE)
            return Reading(content, None)
        said = f"{begun.said}\n{messages()}".lower()
        if any(sign in said for sign in _BROKEN) and not _empty(document, index):
            drawing = None if isinstance(reading, PlainPage) else reading
            content = reading.content() if isinstance(reading, PlainPage) else reading.content
            marked = replace(content, needs_eyes=_DAMAGE)
            return replace(drawing, content=marked) if drawing else Reading(marked, None)
        return reading


def read_page(document: Any, index: int, number: int, unlayered: Any = None) -> Reading:
    """As :meth:`Reader.page`, one page of a document word by word."""
    found = Reader(document, unlayered).page(index, number)
    return Reading(found.content(), None) if isinstance(found, PlainPage) else found


def _read(document: Any, index: int, number: int, unlayered: Any, fonts: Fonts) -> Reading:
    page = load_page(document, index)
    if document.is_pdf and not mupdf.pdf_is_dict(mupdf.pdf_page_from_fz_page(page.this).obj()):
        # The file still counts the page, and MuPDF makes up a blank one.
        raise ValueError(_LOST)
    shown = display_list(page)
    area = bounds(shown)
    drawn = survey(shown)
    held = text_page(page.this)
    places = page_places(page)
    raw, text = read_words(held.extractWORDS(), values_of(places))
    declared = bool(drawn.declared) and garbled("".join(text.texts))
    if declared:
        held = text_page(page.this, actual_text=True)
        raw, text = read_words(held.extractWORDS(), values_of(places))
    drawings = Drawings(shown, area)
    scan = covered(area, places_to_read(drawn.pictures, [], [], area)) > _MOSTLY and not (raw and _any_painted(held))
    if scan:
        seen = np.zeros(len(raw), np.bool_)
    elif drawn.plain and held.extractText() == text_page(shown, actual_text=declared).extractText():
        seen = legible(text, area)
    else:
        seen = visible(raw, text, drawings, area, held)
    # Lettering under words that do not show is lettering.
    standing = _boxes(text.only(seen)) if drawn.outlines else []
    look_at = places_to_read(drawn.pictures, drawn.outlines, standing, area)
    words = _words(text.only(seen))
    places += hidden_places([raw[i] for i in np.flatnonzero(~seen)], held, area)
    places += declared_places(drawn.declared, words)
    if unlayered is not None:
        places += layer_places(unlayered.load_page(index), raw, area)
    if not words:
        pictures = [area] if scan or _any_ink(drawings.without) else []
    else:
        pictures = [box for box in look_at if _eventful(box, drawings)]
    unmapped = _unmapped(words)
    lies = fonts.lying_lines(fonts.doubted(page), page, held, shown) if words else []
    odd = disguised([word.text for word in words], [word.line for word in words])
    lies += [_around([word.box for word in words if word.line == line]) for line in sorted(odd)]
    if words and (fonts.may_be_mute(page) or drawn.tiled or len(raw) - int(seen.sum()) > DOTS):
        pictures += overlooked(shown, _boxes(_saying(text.only(seen))), [*pictures, *unmapped, *lies])
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


def _empty(document: Any, index: int) -> bool:
    """Whether the page has no content at all; some writers pack nothing into a stream cut short. Content that is named
    and not there is some."""
    try:
        contents = document[index].get_contents() if document.is_pdf else []
        if not all(map(document.xref_is_stream, contents)):
            return False
        return sum(len(document.xref_stream_raw(number) or b"") for number in contents) < 16
    except ENGINE_ERRORS:
        return False


def _any_painted(held: Any) -> bool:
    """Whether any of a page's text is painted: the text of a scan that somebody read before is not."""
    return any(painted(span) and span["text"].strip() for span in spans_of(held))


def _saying(text: Columns) -> Columns:
    """The words that are more than marks."""
    return text.only(np.array([any(map(str.isalnum, clean(word))) for word in text.texts], np.bool_))


def _boxes(text: Columns) -> list[Box]:
    return [Box(*box) for box in text.boxes.T.tolist()]


def _any_ink(drawing: Pixels) -> bool:
    return drawing.size > 0 and int(drawing.max()) - int(drawing.min()) > 24


def _words(text: Columns) -> tuple[Word, ...]:
    words, _, order = in_order(text)
    boxes = text.boxes[:, order.at].round(2)
    return in_rows(words, boxes, order.lines, order.blocks)


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
    return max(steps) > _EVENT


def _short(error: Exception) -> str:
    said = " ".join(str(error).removeprefix("code=").lstrip("0123456789:").split())
    return said[:120] or type(error).__name__
