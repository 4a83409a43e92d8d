# SPDX-License-Identifier: AGPL-3.0-or-later
"""Arrange the release: order, titles, dates, kinds, sections; split a file into documents; leave out and put back.

Each is one journal event, undone like any other, and part of the plan that is approved.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from redactor.casefile.identity import Identity
from redactor.detect.describe import KINDS, Proposal, propose
from redactor.domain.catalogue import reason as reason_for
from redactor.domain.errors import BadInput, Refused
from redactor.domain.journal import Event, Kind
from redactor.domain.mentions import Label, Mention, Role
from redactor.domain.pages import Document
from redactor.domain.plan import COPY, EARLIER, NOT_REPEATED
from redactor.operations.case import iso_date
from redactor.operations.duplicates import earlier_version
from redactor.operations.titles import name_in_title
from redactor.operations.view import CaseView
from redactor.review.arrangement import Part

#: The only ground of the catalogue on which a whole document is left out: everything else is withheld, with a slip
#: sheet that tells the requester so.
OUT_OF_SCOPE = "OOS"
ORDERS = ("date", "folder", "added")
LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of the release as a list shows it. ``number`` is its place in that list, from 1; ``date`` and
    ``kind`` are what a person said, ``proposed`` what the program would say and why. ``left`` is how many of its
    pages are left out, ``reason`` why."""

    number: int
    part: Part
    name: str
    proposed: Proposal
    left: int
    reason: str
    late: bool = False
    replaces: str = ""

    @property
    def status(self) -> str:
        """released, left out, or in part."""
        if not self.left:
            return "released"
        return "left out" if self.left == len(self.part.pages) else "in part"

    @property
    def date(self) -> str:
        return self.part.date or self.proposed.date

    @property
    def kind(self) -> str:
        return self.part.kind or self.proposed.kind

    @property
    def label(self) -> str:
        """The file's name, with its pages where it is a part of one: for people in the office."""
        part = self.part
        return self.name if not part.split else f"{self.name}, from page {part.first}"


def listing(view: CaseView, *, versions: bool = True) -> list[Entry]:
    """Every document of the release in order, also those left out. ``versions`` also tells which look like later
    versions of others."""
    arrangement = view.state.arrangement
    entries = []
    for number, part in enumerate(arrangement.parts(), start=1):
        gone = [left for page in part.pages if (left := arrangement.left.get((part.document, page)))]
        name = view.documents[part.document].name
        reason = gone[0].reason if gone else ""
        late = part.document in view.state.arrivals.late
        earlier = earlier_version(view, view.documents[part.document]) if versions and part.first == 1 else None
        replaces = earlier.name if earlier else ""
        entries.append(Entry(number, part, name, proposal(view, part), len(gone), reason, late, replaces))
    return entries


def proposal(view: CaseView, part: Part) -> Proposal:
    """The date and kind the program proposes, from the part's first pages and the file's name."""
    kept: dict[object, Proposal] = view.__dict__.setdefault("_proposals", {})
    key = (part.document, part.first, part.last, view.case.get("findings_revision", 0))
    if key not in kept:
        kept[key] = _propose(view, part)
    return kept[key]


def _propose(view: CaseView, part: Part) -> Proposal:
    count = part.last - part.first + 1
    read = [view.case.page(part.document, page) for page in list(part.pages)[:2]]
    texts = [content.text for content in read if content is not None]
    name = view.documents[part.document].name if part.first == 1 else ""
    scanned = bool(read) and all(content is None or "ocr" in {str(w.source) for w in content.words} for content in read)
    found = propose(texts, name, count, scanned=scanned)
    return found if not found.title or _nobody_in(view, part, found.title) else replace(found, title="")


def _nobody_in(view: CaseView, part: Part, title: str) -> bool:
    """Whether nobody but the subject is found in a heading: such a one is not even proposed."""
    told = title.casefold()

    def telling(mention: Mention) -> bool:
        person = view.people.get(mention.person)
        return mention.label is Label.PERSON and (person is None or person.role is not Role.SUBJECT)

    found = view.by_page.get((part.document, part.first), ())
    return not any(telling(mention) and mention.text.casefold() in told for mention in found)


def part_called(view: CaseView, text: str) -> Part:
    """The document of the release with this number in the list, or this file name; a part of a split file is
    named with its first page ("records.pdf:41"). Raises BadInput."""
    parts = view.state.arrangement.parts()
    if text.isdecimal() and 1 <= int(text) <= len(parts):
        return parts[int(text) - 1]
    name, colon, page = text.rpartition(":")
    if colon and page.isdecimal():
        document = view.document_called(name)
        found = [part for part in parts if part.key == (document.sha256, int(page))]
        if not found:
            raise BadInput(
                f"no document of the release starts at page {page}", document.name, "See: redactor documents"
            )
        return found[0]
    document = view.document_called(text)
    found = [part for part in parts if part.document == document.sha256]
    if len(found) > 1:
        firsts = ", ".join(f"{document.name}:{part.first}" for part in found)
        raise BadInput("this file is split into several documents", document.name, f"Name one of them: {firsts}")
    return found[0]


# -- order -----------------------------------------------------------------------------------------------


def arrange_by(view: CaseView, by: str, *, signer: Identity | None = None) -> Event:
    """Sort the release: by date (those without one last), by folder and name, or as the files were added."""
    view.case.require_writable()
    if by not in ORDERS:
        raise BadInput(f"there is no order '{by}'", do="Use one of: " + ", ".join(ORDERS))
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
            raise BadInput(f"there is no kind '{kind}'", do="Use one of: " + ", ".join(KINDS))
    if not given or not parts:
        raise BadInput("nothing was said of the document", do="Give a title, a date, a kind or a section")
    entries = [{"document": part.document, "first": part.first, **given} for part in parts]
    return view.record(Kind.DOCUMENT_DESCRIBED, {"entries": entries}, signer)


def _printable(view: CaseView, text: str, what: str) -> str:
    text = " ".join(text.split())
    if len(text) > LONGEST_TITLE or not text.isprintable():
        raise BadInput(f"this {what} cannot be printed in the index", do=f"Use at most {LONGEST_TITLE} letters")
    _require_open(view, text, what)
    return text


def _require_open(view: CaseView, text: str, what: str) -> None:
    found = name_in_title(view, text)
    if found:
        raise Refused(
            f"the {what} '{text}' holds '{found}', which is redacted",
            do=f"The requester reads the index: choose a {what} without it",
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
            f"these pages cross the end of a document at {where}", document.name, "Split within one document"
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
                f"page {gone} of {kept.name} is left out itself", do="One of the two stays: put that one back first"
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
            raise BadInput(f"leaving out as {code} needs: {', '.join(missing)}", do=f"Give {wanted}")
    else:
        raise Refused(
            f"pages are not left out for {code}: what is held back is told to the requester",
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
        raise BadInput(f"there are no pages {first} to {last}", document.name, f"It has pages 1 to {document.pages}")


__all__ = ["COPY", "EARLIER", "Entry", "arrange_by", "describe", "leave_out", "listing", "move", "put_back", "split"]
