# SPDX-License-Identifier: AGPL-3.0-or-later
"""Arrange the release: order, titles, dates, kinds, sections; split a file into documents; leave out and put back.

Each is one journal event, undone like any other, and part of the plan that is approved.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from redactor.casefile.identity import Identity
from redactor.detect.papers.describe import KINDS
from redactor.domain.catalogue import reason as reason_for
from redactor.domain.errors import BadInput, Refused
from redactor.domain.journal import Event, Kind
from redactor.domain.pages import Document
from redactor.domain.plan import COPY, EARLIER, NOT_REPEATED
from redactor.domain.saying import say
from redactor.operations.intake.contents import Entry, listing
from redactor.operations.intake.titles import name_in_title
from redactor.operations.request.case import iso_date
from redactor.operations.view import CaseView
from redactor.review.papers.arrangement import Part

#: The only ground of the catalogue on which a whole document is left out: everything else is withheld, with a slip
#: sheet that tells the requester so.
OUT_OF_SCOPE = "OOS"
ORDERS = ("date", "folder", "added")
LONGEST_TITLE = 120


# -- order -----------------------------------------------------------------------------------------------


def arrange_by(view: CaseView, by: str, *, signer: Identity | None = None) -> Event:
    """Sort the release: by date (those without one last), by folder and name, or as the files were added."""
    view.case.require_writable()
    if by not in ORDERS:
        raise BadInput(say("there is no order '{by}'", by=by), do=say("Use one of: {known}", known=", ".join(ORDERS)))
    entries = listing(view)
    position = {sha: n for n, sha in enumerate(view.documents)}

    def added(entry: Entry) -> tuple[Any, ...]:
        return (position[entry.part.document], entry.part.first)

    if by == "date":
        entries.sort(key=lambda e: (not e.date, e.date, added(e)))
    elif by == "folder":
        entries.sort(key=lambda e: (e.name.rpartition("/")[0].casefold(), e.name.casefold(), e.part.first))
    else:
        entries.sort(key=added)
    order = [[e.part.document, e.part.first] for e in entries]
    return view.record(Kind.DOCUMENTS_ARRANGED, {"by": by, "order": order}, signer)


def move(view: CaseView, parts: Sequence[Part], before: Part | None, *, signer: Identity | None = None) -> Event:
    """Put these documents before another (None: at the end), in the order given; a document goes into the section
    of the one it is put before."""
    view.case.require_writable()
    if not parts:
        raise BadInput("no document was chosen to move")
    if before is not None and before.key in {part.key for part in parts}:
        raise BadInput("a document cannot be put before itself", do="Choose another to put it before")
    payload = {
        "by": "hand",
        "order": [[part.document, part.first] for part in parts],
        "before": [before.document, before.first] if before else None,
    }
    return view.record(Kind.DOCUMENTS_ARRANGED, payload, signer)


# -- what they are called ----------------------------------------------------------------------------------


def describe(
    view: CaseView,
    parts: Sequence[Part],
    *,
    title: str | None = None,
    date: str | None = None,
    kind: str | None = None,
    section: str | None = None,
    signer: Identity | None = None,
) -> Event:
    """Say what documents are called and are; None leaves a thing as it is, "" takes it off. The requester reads
    titles, kinds, dates and sections in the index: Raises Refused for one that holds what is redacted."""
    view.case.require_writable()
    given: dict[str, str] = {}
    for name, text in (("title", title), ("section", section)):
        if text is not None:
            given[name] = _printable(view, text, name)
    if date is not None:
        given["date"] = iso_date(date, "date of the document")
        _require_open(view, given["date"], "date")
    if kind is not None:
        given["kind"] = " ".join(kind.split()).casefold()
        if given["kind"] not in ("", *KINDS):
            raise BadInput(
                say("there is no kind '{kind}'", kind=kind), do=say("Use one of: {known}", known=", ".join(KINDS))
            )
    if not given or not parts:
        raise BadInput("nothing was said of the document", do="Give a title, a date, a kind or a section")
    entries = [{"document": part.document, "first": part.first, **given} for part in parts]
    return view.record(Kind.DOCUMENT_DESCRIBED, {"entries": entries}, signer)


def _printable(view: CaseView, text: str, what: str) -> str:
    text = " ".join(text.split())
    if len(text) > LONGEST_TITLE or not text.isprintable():
        raise BadInput(
            say("this {what} cannot be printed in the index", what=what),
            do=say("Use at most {most} letters", most=LONGEST_TITLE),
        )
    _require_open(view, text, what)
    return text


def _require_open(view: CaseView, text: str, what: str) -> None:
    found = name_in_title(view, text)
    if found:
        raise Refused(
            say("the {what} '{text}' holds '{found}', which is redacted", what=what, text=text, found=found),
            do=say("The requester reads the index: choose a {what} without it", what=what),
        )


# -- pieces and gaps -----------------------------------------------------------------------------------------


def split(
    view: CaseView, document: Document, first: int, last: int, title: str = "", *, signer: Identity | None = None
) -> Event:
    """Pages ``first`` to ``last`` (from 1) of a file become a document of the release of their own. Raises BadInput
    for pages that are not there, that cross documents split off before, or that are one document already."""
    view.case.require_writable()
    _require_pages(document, first, last)
    arrangement = view.state.arrangement
    part = arrangement.part_at(document.sha256, first)
    if last > part.last:
        where = f"page {part.last}"
        raise BadInput(
            say("these pages cross the end of a document at {where}", where=where),
            document.name,
            "Split within one document",
        )
    if (part.first, part.last) == (first, last):
        raise BadInput("these pages are one document already", document.name, "Give it a title: redactor arrange")
    payload = {"document": document.sha256, "first": first, "last": last, "title": _printable(view, title, "title")}
    return view.record(Kind.DOCUMENT_SPLIT, payload, signer)


def leave_out(
    view: CaseView,
    document: Document,
    first: int,
    last: int,
    reason: str,
    *,
    fields: Mapping[str, str] | None = None,
    like: tuple[Document, int] | None = None,
    why: str = "",
    signer: Identity | None = None,
) -> Event:
    """Pages ``first`` to ``last`` are not released; the bundle and both logs say so.

    ``reason`` is OOS (not the subject's data) with the catalogue's fields, or COPY or EARLIER (an earlier version)
    with ``like``: where in the case the page that is released instead stands. Raises BadInput, Refused."""
    view.case.require_writable()
    _require_pages(document, first, last)
    code = reason.strip().upper()
    payload: dict[str, Any] = {"document": document.sha256, "first": first, "last": last, "reason": code, "why": why}
    given = {key: value for key, value in (fields or {}).items() if value.strip()}
    if code in NOT_REPEATED:
        if like is None:
            raise BadInput("a copy is of something", do="Say of what: --of FILE --of-page N")
        kept, page = like
        count = last - first if code == COPY else 0
        _require_pages(kept, page, page + count)
        if kept.sha256 == document.sha256 and page <= last and first <= page + count:
            raise BadInput("pages cannot be a copy of themselves", document.name, "Give the other place with --of-page")
        gone = next((n for n in range(page, page + count + 1) if not view.state.arrangement.keeps(kept.sha256, n)), 0)
        if gone:
            raise Refused(
                say("page {gone} of {kept} is left out itself", gone=gone, kept=kept.name),
                do="One of the two stays: put that one back first",
            )
        payload["like"] = [kept.sha256, page]
        if why.strip():
            given["why"] = why
    elif code == OUT_OF_SCOPE:
        if why.strip():
            given.setdefault("why", why)
        missing = reason_for(code).missing(given)
        if missing:
            wanted = " ".join(f"--field {name}=..." for name in missing)
            raise BadInput(
                say("leaving out as {code} needs: {known}", code=code, known=", ".join(missing)),
                do=say("Give {wanted}", wanted=wanted),
            )
    else:
        raise Refused(
            say("pages are not left out for {code}: what is held back is told to the requester", code=code),
            do="Withhold them, which puts a slip sheet in their place (redactor withhold), or use OOS, COPY or EARLIER",
        )
    return view.record(Kind.DOCUMENT_LEFT_OUT, {**payload, "fields": given}, signer)


def put_back(view: CaseView, document: Document, first: int, last: int, *, signer: Identity | None = None) -> Event:
    """Release these pages after all. Raises BadInput when none of them is left out."""
    view.case.require_writable()
    _require_pages(document, first, last)
    if all(view.state.arrangement.keeps(document.sha256, page) for page in range(first, last + 1)):
        raise BadInput("none of these pages is left out", document.name, "redactor documents shows what is")
    payload = {"document": document.sha256, "first": first, "last": last}
    return view.record(Kind.DOCUMENT_PUT_BACK, payload, signer)


def _require_pages(document: Document, first: int, last: int) -> None:
    if not 1 <= first <= last <= document.pages:
        raise BadInput(
            say("there are no pages {first} to {last}", first=first, last=last),
            document.name,
            say("It has pages 1 to {pages}", pages=document.pages),
        )


__all__ = ["COPY", "EARLIER", "arrange_by", "describe", "leave_out", "move", "put_back", "split"]
