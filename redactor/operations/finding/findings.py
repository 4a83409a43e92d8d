# SPDX-License-Identifier: AGPL-3.0-or-later
"""From the record's text to the finder, and from its findings back to boxes on pages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import TypeVar

from redactor.bundle.beside.unsaid import unsaid
from redactor.bundle.words.search import find_in
from redactor.casefile.store import CaseFile
from redactor.detect.language.found import FoundSpan, Line, Unit
from redactor.detect.people.staff_columns import has_staff_head
from redactor.domain.geometry import Box
from redactor.domain.mentions import Mention
from redactor.domain.pages import Document, Origin, PageContent, Place, Where
from redactor.operations.finding.regions import region_mentions

Found = TypeVar("Found")


def gather_units(
    case: CaseFile, documents: Sequence[Document], regions: list[Mention] | None = None
) -> tuple[list[Unit], list[Origin]]:
    """Every text of the record, pages and other places, in order, with where each stands. What looks like a
    photograph or a signature is added to ``regions``, since every page is read here anyway."""
    units: list[Unit] = []
    origins: list[Origin] = []

    def add(origin: Origin, number: int, text: str, where: Where, lines: tuple[Line, ...] = ()) -> None:
        units.append(
            Unit(f"{origin.document[:16]}/{origin.page}/{where}/{number}", text, where, origin.document, lines)
        )
        origins.append(origin)

    for document in documents:
        own = unsaid(case.document_places(document.sha256), lambda sha=document.sha256: case.pages(sha))  # type: ignore[misc]
        places = [Place(Where.FILENAME, document.name), *own]
        for number, place in enumerate(places):
            add(Origin(document.sha256, place.page or 0, place), number, place.text, place.where)
        tables = False
        for content in case.pages(document.sha256):
            # The head of a table stands once, over the first of its pages.
            tables = tables or has_staff_head(content.text)
            lines = lines_of(content) if tables else ()
            add(Origin(document.sha256, content.page, None), 0, content.text, Where.PAGE, lines)
            if regions is not None and content.extras:
                regions.extend(region_mentions(document.sha256, content))
            for number, place in enumerate(content.places):
                add(Origin(document.sha256, content.page, place), number, place.text, place.where)
    return units, origins


def lines_of(content: PageContent) -> tuple[Line, ...]:
    """Where the lines of a page's text stand, in order."""
    found: list[Line] = []
    text = content.text
    for word, start in zip(content.words, content.offsets, strict=True):
        if not start or text[start - 1] == "\n":
            found.append(Line(start, word.box.x0, word.box.x1))
        else:
            found[-1] = found[-1]._replace(right=max(found[-1].right, word.box.x1))
    return tuple(found)


def to_mentions(
    case: CaseFile, units: Sequence[Unit], origins: Sequence[Origin], spans: Sequence[Sequence[FoundSpan]]
) -> list[Mention]:
    """Mentions with boxes."""
    mentions: list[Mention] = []
    for unit, origin, found, content in on_pages(case, units, origins, spans):
        for span in found:
            text = " ".join(unit.text[span.start : span.end].split())
            boxes = boxes_of(content, origin, span.start, span.end, text)
            mentions.append(_mention(unit, origin, span, text, boxes))
    return mentions


def on_pages(
    case: CaseFile, units: Sequence[Unit], origins: Sequence[Origin], found: Sequence[Sequence[Found]]
) -> Iterator[tuple[Unit, Origin, Sequence[Found], PageContent | None]]:
    """The units in which something was found, each with its page as read (None for what is on no page). Reads each
    page once, in the order of the units."""
    content: PageContent | None = None
    at = ("", 0)
    for unit, origin, here in zip(units, origins, found, strict=True):
        if here:
            if at != (origin.document, origin.page):
                at = (origin.document, origin.page)
                content = case.page(*at) if origin.page else None
            yield unit, origin, here, content


def _mention(unit: Unit, origin: Origin, span: FoundSpan, text: str, boxes: tuple[Box, ...]) -> Mention:
    key = f"{unit.id}/{origin.document}/{span.start}/{span.end}/{span.label}"
    return Mention(
        id="m-" + hashlib.sha256(key.encode()).hexdigest()[:12],
        document=origin.document,
        page=origin.page,
        where=unit.where,
        start=span.start,
        end=span.end,
        text=text,
        boxes=boxes,
        label=span.label,
        score=round(span.score, 3),
        tier=span.tier,
        person=span.person,
        why=span.why,
    )


def boxes_of(content: PageContent | None, origin: Origin, start: int, end: int, text: str) -> tuple[Box, ...]:
    """Where on its page what was found in a text lies: ``start`` and ``end`` are offsets in that text, ``text`` its
    words. Nothing where the text stands on no page."""
    if content is None:
        return ()
    if origin.place is None:
        return content.boxes_between(start, end)
    return shown_boxes(content, origin.place, text)


def shown_boxes(content: PageContent, place: Place, text: str) -> tuple[Box, ...]:
    """Where a place's words show on the page: the words themselves where they are drawn; all of a form field
    where they cannot be told apart; nothing where the text is not drawn (the comment behind a marker)."""
    if not place.boxes:
        return ()
    for start, end in find_in(content, text):
        boxes = content.boxes_between(start, end)
        if boxes and all(any(box.overlap(outer) > 0.5 for outer in place.boxes) for box in boxes):
            return boxes
    return place.boxes if place.where is Where.FORM_FIELD else ()
