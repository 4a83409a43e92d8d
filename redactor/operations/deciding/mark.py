# SPDX-License-Identifier: AGPL-3.0-or-later
"""Mark: words, a box, a harm passage, whole pages. Held back whatever the finder says; each is one journal event."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from redactor.casefile.identity import Identity
from redactor.domain.catalogue import reason as reason_for
from redactor.domain.errors import BadInput
from redactor.domain.geometry import Box
from redactor.domain.journal import Anchor, Event, Kind
from redactor.domain.pages import Document
from redactor.domain.saying import say
from redactor.operations.deciding.decide import Fields, third_party_fields
from redactor.operations.deciding.places import anchors_of_text, box_anchor, span_anchor
from redactor.operations.view import CaseView
from redactor.review.request.opinions import not_in_ledger


def redact_text(
    view: CaseView,
    text: str,
    reason: str,
    *,
    document: Document | None = None,
    page: int | None = None,
    everywhere: bool = False,
    fields: Fields | None = None,
    signer: Identity | None = None,
) -> Event:
    """Every place these words show, on one page or in the whole case; ``everywhere`` also records form
    fields, comments, bookmarks and the like. Raises BadInput when the words are nowhere."""
    view.case.require_writable()
    anchors = list(anchors_of_text(view, text, document, page, everywhere))
    if not anchors:
        where = f"{document.name}, page {page}" if document else "this case"
        raise BadInput(
            say("the words '{text}' are not there", text=text),
            where,
            "Check the spelling, or find it first: redactor find CASE TEXT --fuzzy",
        )
    return _redact(view, anchors, reason, fields, signer, text, text=text, everywhere=everywhere)


def redact_box(
    view: CaseView,
    document: Document,
    page: int,
    box: Box,
    reason: str,
    *,
    fields: Fields | None = None,
    signer: Identity | None = None,
) -> Event:
    """A drawn box (points, top left origin, page as displayed). Raises BadInput for a box off the page."""
    return _redact_place(view, box_anchor(view, document, page, box), reason, fields, signer)


def redact_span(
    view: CaseView,
    document: Document,
    page: int,
    span: tuple[int, int],
    reason: str,
    *,
    seen: str = "",
    fields: Fields | None = None,
    signer: Identity | None = None,
) -> Event:
    """These very words: ``span`` is start and end in the page's text. Raises BadInput when no word lies there, or
    others than were ``seen`` (if given)."""
    return _redact_place(view, span_anchor(view, document, page, span, seen), reason, fields, signer)


def _redact_place(view: CaseView, anchor: Anchor, reason: str, fields: Fields | None, signer: Identity | None) -> Event:
    view.case.require_writable()
    return _redact(view, [anchor], reason, fields, signer, anchor.text or "see the page")


def _redact(
    view: CaseView,
    anchors: Sequence[Anchor],
    reason: str,
    fields: Fields | None,
    signer: Identity | None,
    about: str,
    **more: Any,
) -> Event:
    """One event for all the places; ``about`` is what third-party fields say when nobody says otherwise."""
    code = reason_for(reason).code
    payload = {
        **more,
        "reason": code,
        "fields": third_party_fields(view, code, fields or {}, about),
        "anchors": [anchor.to_json() for anchor in anchors],
    }
    return view.record(Kind.PASSAGE_REDACTED, payload, signer)


def redact_spans(
    view: CaseView,
    places: Sequence[tuple[str, int, tuple[int, int], str]],
    text: str,
    reason: str,
    *,
    fields: Fields | None = None,
    signer: Identity | None = None,
) -> Event:
    """These very places, found by searching for ``text``: document (SHA-256), page, offsets in its text, and the
    words that were found there. One event. Raises BadInput when there are none, or other words stand there by now."""
    view.case.require_writable()
    if not places:
        raise BadInput(say("'{text}' is nowhere in this case", text=text), do="Check the spelling")
    anchors = [span_anchor(view, view.documents[sha], page, span, seen) for sha, page, span, seen in places]
    return _redact(view, anchors, reason, fields, signer, text, text=text)


def mark_harm(
    view: CaseView,
    document: Document,
    page: int,
    reason: str,
    *,
    text: str = "",
    box: Box | None = None,
    span: tuple[int, int] | None = None,
    fields: Fields | None = None,
    signer: Identity | None = None,
) -> Event:
    """A passage held back for a reason of its own, with that reason's fields. Missing fields block submission.
    Raises BadInput for a field the reason does not have, and when the passage is not there."""
    view.case.require_writable()
    code = reason_for(reason).code
    view.state.wording.reasons[code].require_fields(fields or {})
    if box is not None:
        anchors = [box_anchor(view, document, page, box)]
    elif span is not None:
        anchors = [span_anchor(view, document, page, span, text)]
    else:
        anchors = list(anchors_of_text(view, text, document, page, False))
    if not anchors:
        raise BadInput(
            "the passage is not on this page",
            say("{document}, page {page}", document=document.name, page=page),
            "Check the words, or give a --box",
        )
    payload = {"text": text, "reason": code, "fields": dict(fields or {}), "anchors": [a.to_json() for a in anchors]}
    return view.record(Kind.HARM_MARKED, payload, signer)


def lacking(view: CaseView, event: Event) -> list[str]:
    """The fields that what ``event`` holds back still lacks, and that block submission until they are given."""
    reason = view.state.wording.reasons[str(event.payload["reason"])]
    missing = reason.missing(event.payload["fields"])
    places = {(str(a.document), int(a.page)) for a in map(Anchor.from_json, event.payload["anchors"])}
    left = [
        not_in_ledger(missing, held, view.state.ledger)
        for key in places
        for held in view.outcomes[key].plan.redactions
        if held.source == event.id
    ]
    return [name for name in missing if any(name in names for names in left)] if left else missing


def withhold_pages(
    view: CaseView,
    document: Document,
    first: int,
    last: int,
    reason: str,
    *,
    fields: Fields | None = None,
    signer: Identity | None = None,
) -> Event:
    """Pages ``first`` to ``last`` (from 1) are replaced by a slip sheet that says why."""
    view.case.require_writable()
    code = reason_for(reason).code
    if not 1 <= first <= last <= document.pages:
        raise BadInput(
            say("there are no pages {first} to {last}", first=first, last=last),
            document.name,
            say("It has pages 1 to {pages}", pages=document.pages),
        )
    payload = {
        "document": document.sha256,
        "first": first,
        "last": last,
        "reason": code,
        "fields": third_party_fields(view, code, fields or {}, f"pages {first} to {last}"),
    }
    return view.record(Kind.PAGES_WITHHELD, payload, signer)
