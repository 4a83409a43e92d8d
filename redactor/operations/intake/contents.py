# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the release is made of: its documents in order, with the date, kind and title proposed for each."""

from __future__ import annotations

from dataclasses import dataclass, replace

from redactor.detect.papers.describe import Proposal, propose
from redactor.domain.errors import BadInput
from redactor.domain.mentions import Label, Mention, Role
from redactor.domain.saying import say
from redactor.operations.copies.duplicates import earlier_version
from redactor.operations.view import CaseView
from redactor.review.papers.arrangement import Part


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

    found = view.on_page((part.document, part.first))
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
                say("no document of the release starts at page {page}", page=page),
                document.name,
                "See: redactor documents",
            )
        return found[0]
    document = view.document_called(text)
    found = [part for part in parts if part.document == document.sha256]
    if len(found) > 1:
        firsts = ", ".join(f"{document.name}:{part.first}" for part in found)
        raise BadInput(
            "this file is split into several documents", document.name, say("Name one of them: {firsts}", firsts=firsts)
        )
    return found[0]
