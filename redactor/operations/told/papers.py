# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was done with papers, their pages and places on them, as the rest of a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from redactor.domain.journal import Kind
from redactor.domain.saying import count, joined, listed, say
from redactor.operations.view import CaseView
from redactor.review.checks.notes import short
from redactor.review.papers.readings import language_name


def _document(sha: str, view: CaseView) -> str:
    document = view.documents.get(sha)
    return document.name if document else say("a document")


def _anchored(template: str) -> Any:
    """A sentence about ``{what}``: the words quoted and where they stand."""

    def text(data: Mapping[str, Any], view: CaseView) -> str:
        anchors = data.get("anchors", [])
        quoted = short(str(data.get("text") or (anchors[0][3] if anchors else "")), 40)
        what = say("“{quoted}”", quoted=quoted) if quoted else say("a box")
        if len(anchors) == 1:
            document = _document(anchors[0][0], view)
            what = say("{what} on page {page} of {document}", what=what, page=anchors[0][1], document=document)
        elif anchors:
            what = joined([what, count(len(anchors), "place")])
        return say(template, what=what)

    return text


def _held(data: Mapping[str, Any], view: CaseView) -> str:
    """A passage held back: as harm only when its reason is a harm reason."""
    reason = view.state.wording.reasons.get(str(data["reason"]))
    harm = reason is None or reason.harm
    told: str = _anchored("mark {what} as harm" if harm else "hold back {what}")(data, view)
    return told if harm or reason is None else joined([told, reason.title], ": ")


def _occurrence(data: Mapping[str, Any], view: CaseView) -> str:
    told: str = _anchored("redact {what}" if data["outcome"] == "redact" else "leave {what}")(data, view)
    return told


def _pages(template: str, **values: str) -> Any:
    """A sentence about ``{pages}`` of a document."""

    def text(data: Mapping[str, Any], view: CaseView) -> str:
        first, last, document = data["first"], data["last"], _document(data["document"], view)
        pages = (
            say("page {first} of {document}", first=first, document=document)
            if first == last
            else say("pages {first} to {last} of {document}", first=first, last=last, document=document)
        )
        return say(template, pages=pages, **values)

    return text


def _reshaped(data: Mapping[str, Any], view: CaseView) -> str:
    was, now = len(data["was"][4]) // 4, len(data["anchors"][0][4]) // 4
    page, document = data["was"][1], _document(data["was"][0], view)
    if now > was:
        return say("split a box by lines on page {page} of {document}", page=page, document=document)
    return say("move or resize a box on page {page} of {document}", page=page, document=document)


def _rest(data: Mapping[str, Any], view: CaseView) -> str:
    names = [str(name) for name in data["people"]]
    told: str = (
        _pages("keep what names {names} and hide the rest of {pages}", names=listed(names[:2]))(data, view)
        if names
        else _pages("keep what was chosen and hide the rest of {pages}")(data, view)
    )
    return told


def _arranged(data: Mapping[str, Any], view: CaseView) -> str:
    if data["by"] != "hand":
        return (
            say("put the documents in order by {by}", by=data["by"])
            if data["by"] != "added"
            else say("put the documents as added")
        )
    moved = [_document(sha, view) for sha, _ in data["order"]]
    return (
        say("move {name}", name=short(moved[0], 40))
        if len(moved) == 1
        else say("move {documents}", documents=count(len(moved), "document"))
    )


def _described(data: Mapping[str, Any], view: CaseView) -> str:
    entries = data["entries"]
    if len(entries) > 1:
        return say("describe {documents} for the index", documents=count(len(entries), "document"))
    said = [entries[0][name] for name in ("title", "kind", "date", "section") if entries[0].get(name)]
    name = _document(entries[0]["document"], view)
    return (
        say("call {name} “{title}”", name=name, title=short(", ".join(said), 40))
        if said
        else say("take off what {name} was called", name=name)
    )


PAPERS: dict[Kind, Any] = {
    Kind.READING_CHOSEN: lambda data, view: say(
        "read {document} {how}",
        document=_document(data["document"], view),
        how=language_name(data["languages"]),
    ),
    Kind.OCCURRENCE_DECIDED: _occurrence,
    Kind.PASSAGE_REDACTED: _anchored("redact {what}"),
    Kind.PAGES_WITHHELD: _pages("withhold {pages}"),
    Kind.PASSAGE_RESHAPED: _reshaped,
    Kind.REST_HIDDEN: _rest,
    Kind.DOCUMENTS_ARRANGED: _arranged,
    Kind.DOCUMENT_DESCRIBED: _described,
    Kind.DOCUMENT_SPLIT: _pages("make a document of {pages}"),
    Kind.DOCUMENT_LEFT_OUT: _pages("leave out {pages}"),
    Kind.DOCUMENT_PUT_BACK: _pages("put back {pages}"),
    Kind.HARM_MARKED: _held,
}
