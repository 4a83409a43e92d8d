# SPDX-License-Identifier: AGPL-3.0-or-later
"""Questions and decisions of the window about the documents as a whole: order, names, pieces, gaps, copies."""

from __future__ import annotations

from redactor.domain.dates import british
from redactor.domain.errors import Refused
from redactor.domain.saying import capital, joined, say
from redactor.gui.casework.session import Session
from redactor.gui.casework.told.documents import ConfirmRow, DocumentRow, PartKey
from redactor.operations.copies import duplicates
from redactor.operations.deciding import replacing
from redactor.operations.intake import arrange, confirming, contents
from redactor.operations.intake.languages import proposed, read_as
from redactor.operations.view import CaseView
from redactor.review.papers.arrangement import Part, index_title
from redactor.review.papers.readings import language_name


def document_rows(view: CaseView) -> tuple[DocumentRow, ...]:
    """Every document of the release in its order, also those left out."""
    welsh = proposed(view.case)
    return tuple(_row(entry, view, welsh) for entry in contents.listing(view, versions=False))


def _row(entry: contents.Entry, view: CaseView, welsh: frozenset[str]) -> DocumentRow:
    part = entry.part
    document = view.documents[part.document]
    pages = range(part.first, part.last + 1)
    chosen = {page: view.state.readings.of(part.document, page) for page in pages} if view.state.readings.any else {}
    some = tuple(page for page, languages in chosen.items() if languages)
    languages = chosen[part.first] if len(some) == len(pages) else ""
    made = document.conversion
    said = f"“{entry.proposed.title}”" if entry.proposed.title else ""
    proposed = joined([word for word in (said, entry.proposed.kind, british(entry.proposed.date)) if word])
    why = say(
        "{kind}: {kind_why}; date: {date_why}",
        kind=entry.proposed.kind,
        kind_why=entry.proposed.kind_why,
        date_why=entry.proposed.date_why,
    )
    return DocumentRow(
        document.sha256,
        document.name,
        part.last - part.first + 1,
        document.parent,
        made.converter if made else "",
        tuple(made.notes) if made else (),
        first=part.first,
        number=entry.number,
        title=index_title(part),
        own_title=part.title,
        date=part.date,
        kind=part.kind,
        section=part.section,
        proposed=proposed,
        proposed_why=why,
        proposed_date=entry.proposed.date,
        proposed_kind=entry.proposed.kind,
        left=entry.left,
        reason=entry.reason,
        late=entry.late,
        split=bool(part.split),
        languages=language_name(languages) if languages else "",
        looks_welsh=part.document in welsh and not some,
        welsh_pages=() if languages else some,
    )


def signature(view: CaseView) -> object:
    """Changes when the window has to lay the documents out anew."""
    arrangement = view.state.arrangement
    # The office of the roster in use stands among the facts of the case.
    return (tuple(arrangement.parts()), frozenset(arrangement.left), view.state.readings.all, len(view.state.rosters))


def read_language(session: Session, document: str, language: str, page: int = 0) -> None:
    """Have the scans of a file (0), or one page of it, read in "welsh" or the "usual" way."""
    pages = (page,) if page else ()
    read_as(session.view, session.view.documents[document], language, pages=pages, signer=session.identity)


def copy_place(session: Session, document: str, first: int, last: int) -> tuple[str, int] | None:
    """Where these pages stand once more, for the dialog to start from."""
    found = duplicates.copy_of(session.view, session.view.documents[document], first, last)
    return (found[0].sha256, found[1]) if found else None


def arrange_by(session: Session, by: str) -> None:
    arrange.arrange_by(session.view, by, signer=session.identity)


def move_documents(session: Session, documents: list[PartKey], before: PartKey | None) -> None:
    parts = [_part(session, key) for key in documents]
    arrange.move(session.view, parts, _part(session, before) if before else None, signer=session.identity)


def describe_documents(session: Session, documents: list[PartKey], **said: str) -> None:
    parts = [_part(session, key) for key in documents]
    given = {name: said.get(name) for name in ("title", "date", "kind", "section")}
    arrange.describe(session.view, parts, **given, signer=session.identity)


def documents_to_confirm(session: Session) -> list[ConfirmRow]:
    """What confirming would have the index say, document by document."""
    rows = []
    for found in confirming.suggestions(session.view):
        said = found.title or joined([word for word in (capital(found.kind), british(found.date)) if word])
        name = session.view.documents[found.part.document].name
        rows.append(ConfirmRow(found.part.key, name, said, found.held))
    return rows


def confirm_some(session: Session, documents: list[PartKey]) -> int:
    """Confirm what is proposed for these; how many it was."""
    parts = [_part(session, key) for key in documents]
    event = confirming.confirm(session.view, parts, signer=session.identity) if parts else None
    return len(event.payload["entries"]) if event else 0


def split_document(session: Session, document: str, first: int, last: int, title: str) -> None:
    found = session.view.documents[document]
    arrange.split(session.view, found, first, last, title, signer=session.identity)


def leave_out(
    session: Session,
    document: str,
    first: int,
    last: int,
    reason: str,
    why: str,
    like: PartKey | None = None,
) -> None:
    view = session.view
    arrange.leave_out(
        view,
        view.documents[document],
        first,
        last,
        reason,
        like=(view.documents[like[0]], like[1]) if like else None,
        why=why,
        signer=session.identity,
    )


def replace_document(session: Session, old: str, new: str, why: str) -> None:
    view = session.view
    replacing.replace(view, view.documents[old], view.documents[new], why=why, signer=session.identity)


def put_back(session: Session, document: str, first: int, last: int) -> None:
    arrange.put_back(session.view, session.view.documents[document], first, last, signer=session.identity)


def _part(session: Session, key: PartKey) -> Part:
    found = next((part for part in session.view.state.arrangement.parts() if part.key == tuple(key)), None)
    if found is None:
        raise Refused("this document is not there any more", do="Look at the list again")
    return found
