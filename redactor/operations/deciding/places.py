# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where words and boxes lie: from what a person points at to the anchors a decision hangs on."""

from __future__ import annotations

from collections.abc import Iterable

from redactor.bundle.words.search import find_in
from redactor.detect.language.tornwords import two_words
from redactor.domain.errors import BadInput
from redactor.domain.geometry import Box
from redactor.domain.journal import Anchor
from redactor.domain.pages import Document, PageContent, Where
from redactor.domain.saying import say
from redactor.operations.finding.findings import shown_boxes
from redactor.operations.view import CaseView


def page_content(view: CaseView, document: Document, page: int) -> PageContent:
    """The page as read. Raises BadInput for a page the document does not have or that is not read yet."""
    if not 1 <= page <= document.pages:
        raise BadInput(
            say("there is no page {page}", page=page),
            document.name,
            say("It has pages 1 to {pages}", pages=document.pages),
        )
    content = view.case.page(document.sha256, page)
    if content is None:
        raise BadInput(
            say("page {page} is not read yet", page=page),
            document.name,
            "Analyse the case first: redactor analyse CASE",
        )
    return content


def box_anchor(view: CaseView, document: Document, page: int, box: Box) -> Anchor:
    """A drawn box with the words under it; cut to the page. Raises BadInput when it lies off the page."""
    content = page_content(view, document, page)
    sheet = Box(0, 0, content.width, content.height)
    inside = box.intersection(sheet)
    if inside is None or box.overlap(sheet) < 0.5:
        size = f"the page is {content.width:.0f} by {content.height:.0f} points"
        raise BadInput(
            "the box is not on the page",
            say("{document}, page {page}", document=document.name, page=page),
            say("Give x0,y0,x1,y1 with x0 < x1 and y0 < y1; {size}", size=size),
        )
    words = " ".join(word.text for word in content.words if word.box.overlap(inside) > 0.3)
    return Anchor(document.sha256, page, Where.PAGE, words, (inside.rounded(),))


def span_anchor(view: CaseView, document: Document, page: int, span: tuple[int, int], seen: str = "") -> Anchor:
    """The words at these offsets of the page's text, with their boxes. Raises BadInput when there are none, and when
    they are not those that were ``seen`` there (if given)."""
    content = page_content(view, document, page)
    require_seen(content, document, span, seen)
    boxes = content.boxes_between(*span)
    words = " ".join(content.text[slice(*span)].split())
    if not boxes or not words:
        raise BadInput(
            "no words are selected",
            say("{document}, page {page}", document=document.name, page=page),
            "Select some words, or draw a box",
        )
    return Anchor(document.sha256, page, Where.PAGE, words, boxes)


def require_seen(content: PageContent, document: Document, span: tuple[int, int], seen: str) -> None:
    """Raises BadInput when these offsets hold other words by now than whoever pointed at them saw: a scan was read
    again meanwhile. Else something that nobody meant would be hidden, and what was meant would stay."""
    if seen and seen.split() != content.text[slice(*span)].split():
        raise BadInput(
            "this page was read again meanwhile, and reads differently now",
            say("{document}, page {page}", document=document.name, page=content.page),
            "Select the words again, or search again",
        )


def anchors_of_text(
    view: CaseView, text: str, document: Document | None, page: int | None, everywhere: bool
) -> Iterable[Anchor]:
    """Every place the words stand; where no page is given without two everyday words over a line's end that have the
    same letters. Pages first; with ``everywhere`` the other places too."""
    if not text.strip():
        raise BadInput("there are no words to look for", do="Give the words with --text")
    if document is not None and page is not None:
        keys = [(document.sha256, page_content(view, document, page).page)]
    else:
        found = set(view.case.search(text))
        keys = [key for key in view.page_keys if key in found and document in (None, view.documents[key[0]])]
    for sha, number in keys:
        content = view.case.page(sha, number)
        for start, end in find_in(content, text) if content else ():
            assert content is not None
            if page is None and two_words(content.text, start, end, text):
                continue
            words = " ".join(content.text[start:end].split())
            yield Anchor(sha, number, Where.PAGE, words, content.boxes_between(start, end))
    if everywhere:
        yield from _other_places(view, text)


def _other_places(view: CaseView, text: str) -> Iterable[Anchor]:
    needle = " ".join(text.casefold().split())
    for doc in view.documents.values():
        for place in view.case.document_places(doc.sha256):
            if needle in " ".join(place.text.casefold().split()):
                yield Anchor(doc.sha256, place.page or 0, place.where, text)
        for content in view.case.pages(doc.sha256):
            for place in content.places:
                if needle in " ".join(place.text.casefold().split()):
                    yield Anchor(doc.sha256, content.page, place.where, text, shown_boxes(content, place, text))
