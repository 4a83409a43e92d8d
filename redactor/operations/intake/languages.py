# SPDX-License-Identifier: AGPL-3.0-or-later
"""Choose that scans are read in Welsh, and find those for which it is worth proposing.

The choice is an event; which pages were read how is kept with what was read (and can be worked out again). Pages for
which the two differ wait to be read, as pages that were never read do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from redactor.bundle.ocr.tessdata import folder_with, require_folder
from redactor.casefile.identity import Identity
from redactor.casefile.store import CaseFile
from redactor.domain.errors import BadInput
from redactor.domain.journal import Event, Kind
from redactor.domain.pages import Document, PageStatus
from redactor.domain.saying import say
from redactor.operations.view import CaseView
from redactor.review.papers.readings import LANGUAGES, Readings
from redactor.review.state import fold

PageKey = tuple[str, int]

_READ_AS = "read_as/"
#: Facts: documents with pages read from pixels; those of them that look Welsh.
_SCANNED, _WELSH_LOOKS = "scanned", "looks_welsh"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
#: The commonest words of running Welsh that are no English words; RapidOCR reads them though it knows no ŵ.
_WELSH_WORDS = """
    yr yn ac mae oedd roedd wedi ei eu ein eich gan gyda fel fod bod hefyd neu nad nid oes sydd sy y'r a'r i'r o'r
    ar ôl dros drwy rhwng ond pan iawn hyn hynny honno hwn hon dydd ddim gwaith plant plentyn ysgol cyngor
    gweithiwr teulu ty annwyl diolch llythyr cyfarfod gofal cymdeithasol
"""
_WELSH = frozenset(_WELSH_WORDS.split())
_LEAST_WORDS, _SHARE = 30, 0.12
#: Pages of a document that are asked what language they are in.
_SAMPLE = 24


@dataclass(frozen=True, slots=True)
class Scanned:
    """A document with pages that were read, or are to be read, from their pixels. ``languages``: how, in whole or in
    part; ``welsh``: whether Welsh is proposed."""

    document: Document
    scanned: int
    waiting: int
    languages: str
    welsh: bool


def read_as(
    view: CaseView, document: Document, language: str, *, pages: Sequence[int] = (), signer: Identity | None = None
) -> Event:
    """Have a document's scans, or only some ``pages``, read in ``language`` ("welsh", or "usual"). They are read when
    the case is analysed next, or at once behind an open window. Raises BadInput: no such language or page, or no data
    for it on this PC (and what to install); Refused for a case open for reading only."""
    view.case.require_writable()
    if language not in LANGUAGES:
        raise BadInput(
            say("scans cannot be read in '{language}'", language=language),
            do=say("Choose one of: {known}", known=", ".join(LANGUAGES)),
        )
    for page in pages:
        if not 1 <= page <= document.pages:
            raise BadInput(say("it has no page {page}, only {pages}", page=page, pages=document.pages), document.name)
    languages = LANGUAGES[language]
    if languages:
        require_folder(languages)
    payload = {"document": document.sha256, "pages": sorted(set(pages)), "languages": languages}
    event = view.record(Kind.READING_CHOSEN, payload, signer)
    to_be_found_again(view.case, document.sha256)
    return event


def readings(case: CaseFile) -> Readings:
    """What was chosen for the scans of a case."""
    events = case.events()
    # Most cases never choose, and need not be folded to be told so.
    return fold(events).readings if any(event.kind is Kind.READING_CHOSEN for event in events) else Readings()


def to_be_read_again(case: CaseFile, chosen: Readings) -> list[PageKey]:
    """Pages that were read otherwise than was chosen, in the case's order; those for which this PC has the data."""
    done = case.get_many(_READ_AS)
    if not chosen.any and not done:
        return []
    return [
        (state.document, state.page)
        for state in case.page_states()
        if state.status is PageStatus.READ
        and languages_here(wish := chosen.of(state.document, state.page)) == wish
        and done.get(f"{_READ_AS}{state.document}/{state.page}", "") != wish
    ]


def languages_here(languages: str) -> str:
    """The languages, or the usual reading where this PC has no data for them: a scan is read all the same, and again
    where there is."""
    return languages if languages and folder_with(languages) else ""


def keep_read_as(case: CaseFile, key: PageKey, languages: str) -> None:
    """Remember how a page was read, where that is not the usual way or was not before."""
    name = f"{_READ_AS}{key[0]}/{key[1]}"
    if languages or case.get(name, ""):
        case.put(name, languages)


def to_be_found_again(case: CaseFile, sha256: str) -> None:
    """What stands in a document changes: the case is not analysed until people were looked for in it anew."""
    analysed = case.get("analysed", [])
    if sha256 in analysed:
        case.put("analysed", [other for other in analysed if other != sha256])


def scanned_documents(view: CaseView) -> Iterator[Scanned]:
    """Every document with pages read from pixels, or waiting for it."""
    case, chosen = view.case, view.state.readings
    again = set(to_be_read_again(case, chosen))
    waiting: dict[str, int] = {}
    for state in case.page_states():
        if state.status is PageStatus.NEEDS_OCR or (state.document, state.page) in again:
            waiting[state.document] = waiting.get(state.document, 0) + 1
    for document in case.documents():
        scanned = 0
        for content in case.pages(document.sha256):
            from_pixels = any(word.source.from_pixels for word in content.words)
            scanned += from_pixels or content.status is PageStatus.NEEDS_OCR
        if not scanned:
            continue
        kinds = {chosen.of(document.sha256, page) for page in range(1, document.pages + 1)}
        languages = max(kinds)
        welsh = not languages and looks_welsh(_sample(case, document.sha256))
        yield Scanned(document, scanned, waiting.get(document.sha256, 0), languages, welsh)


def keep_scanned(case: CaseFile, documents: set[str]) -> None:
    """Remember which documents have pages that were read from pixels."""
    known = set(case.get(_SCANNED, []))
    if not documents <= known:
        case.put(_SCANNED, sorted(known | documents))


def keep_proposals(case: CaseFile) -> None:
    """Work out for which scanned documents Welsh is proposed; a few of their pages are asked."""
    scanned = set(case.get(_SCANNED, []))
    found = sorted(sha256 for sha256 in scanned if looks_welsh(_sample(case, sha256)))
    if scanned and found != case.get(_WELSH_LOOKS, []):
        case.put(_WELSH_LOOKS, found)


def proposed(case: CaseFile) -> frozenset[str]:
    """The documents for which Welsh is proposed, as far as that was worked out (:func:`keep_proposals`)."""
    return frozenset(case.get(_WELSH_LOOKS, []))


def _sample(case: CaseFile, sha256: str) -> str:
    return " ".join(content.text for content in islice(case.pages(sha256), _SAMPLE))


def looks_welsh(text: str) -> bool:
    """Whether running text is Welsh, or Welsh and English side by side."""
    words = _WORD.findall(text.casefold().replace("’", "'"))
    return len(words) >= _LEAST_WORDS and sum(word in _WELSH for word in words) >= _SHARE * len(words)
