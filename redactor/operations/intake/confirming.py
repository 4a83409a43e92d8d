# SPDX-License-Identifier: AGPL-3.0-or-later
"""Confirm in one step what is proposed for the documents: headings, dates, kinds. From then on the index prints them.

Nothing is printed that nobody confirmed; and what holds a name or a date that is redacted anywhere in the case is not
confirmed here, nor submitted later (see :func:`redactor.operations.left.papers.arrangement_items`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from redactor.casefile.identity import Identity
from redactor.domain.dates import british
from redactor.domain.errors import BadInput
from redactor.domain.journal import Event, Kind
from redactor.domain.saying import count, say
from redactor.operations.intake.arrange import LONGEST_TITLE
from redactor.operations.intake.contents import Entry, listing
from redactor.operations.intake.titles import names_in_titles
from redactor.operations.view import CaseView
from redactor.review.papers.arrangement import Part, index_title

#: A date as machines write it, in an e-mail's subject say; the index is for people.
_ISO = re.compile(r"(?<![\d-])\d{4}-\d\d-\d\d(?![\d-])")
#: Kinds that say no more than that there is a paper.
_SAY_NOTHING = ("document", "scan")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the index would say of a document once it is confirmed; ``held`` is what keeps its heading out: a name or a
    date that is redacted ("" when nothing does)."""

    part: Part
    title: str
    date: str
    kind: str
    held: str = ""


def unnamed(view: CaseView) -> str:
    """What the index will lack, in a sentence; "" where it lacks nothing: best known before anybody submits."""
    released = [entry for entry in listing(view, versions=False) if entry.status != "left out"]
    bare = sum(not index_title(entry.part) for entry in released)
    if not bare:
        return ""
    return say(
        "The index of the release says no more than a number of {documents}: nobody confirmed their titles, "
        "dates or kinds",
        documents=count(bare, "document"),
    )


def suggestions(view: CaseView, parts: Sequence[Part] | None = None) -> list[Suggestion]:
    """What is proposed for each document (of ``parts``, or of all that are released) that nobody has described so far
    in that respect."""
    keys = None if parts is None else {part.key for part in parts}
    entries = [
        entry
        for entry in listing(view, versions=False)
        if entry.status != "left out" and (keys is None or entry.part.key in keys)
    ]
    printed = [text for entry in entries for text in (heading_of(entry), british(_new_date(entry))) if text]
    telling = {text: held for held, text in names_in_titles(view, printed).items()}
    found = []
    for entry in entries:
        date = _new_date(entry)
        date = "" if british(date) in telling else date
        title = "" if entry.part.title else heading_of(entry, date or entry.part.date)
        held = telling.get(heading_of(entry), "")
        kind = "" if entry.part.kind or entry.proposed.kind in _SAY_NOTHING else entry.proposed.kind
        if title or date or kind:
            found.append(Suggestion(entry.part, "" if held else title, date, kind, held))
    return found


def heading_of(entry: Entry, date: str | None = None) -> str:
    """The proposed heading as the index would print it, with its date; "" for none."""
    title = _ISO.sub(lambda found: str(british(found[0])), entry.proposed.title)
    if not title:
        return ""
    if entry.kind == "e-mail":
        title = f"E-mail: {title}"
    day = british(entry.date if date is None else date)
    said = f"{title}, {day}" if day and day not in title else title
    return said if len(said) <= LONGEST_TITLE and said.isprintable() else ""


def confirm(
    view: CaseView, parts: Sequence[Part] | None = None, *, titles: bool = True, signer: Identity | None = None
) -> Event | None:
    """Confirm what is proposed for these documents (default: all) as one event, undone like any other. ``titles``
    False leaves headings out. None when nothing is left to confirm."""
    view.case.require_writable()
    if parts is not None and not parts:
        raise BadInput("no document was chosen", do="Name one: redactor documents CASE lists them")
    entries: list[dict[str, Any]] = []
    for found in suggestions(view, parts):
        said = {"title": found.title if titles else "", "date": found.date, "kind": found.kind}
        given = {name: text for name, text in said.items() if text}
        if given:
            entries.append({"document": found.part.document, "first": found.part.first, **given})
    return view.record(Kind.DOCUMENT_DESCRIBED, {"entries": entries}, signer) if entries else None


def _new_date(entry: Entry) -> str:
    return "" if entry.part.date else entry.proposed.date
