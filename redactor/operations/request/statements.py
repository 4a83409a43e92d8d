# SPDX-License-Identifier: AGPL-3.0-or-later
"""The person's own statement on what is recorded about them: put on record, to go with the next release."""

from __future__ import annotations

import datetime

from redactor.casefile.identity import Identity
from redactor.domain.errors import BadInput
from redactor.domain.journal import Event, Kind
from redactor.domain.reissue import LONGEST
from redactor.domain.saying import say
from redactor.operations.request.case import iso_date
from redactor.operations.view import CaseView


def record_statement(
    view: CaseView,
    document: str,
    page: int,
    text: str,
    *,
    by: str = "",
    on: str = "",
    passage: str = "",
    signer: Identity | None = None,
) -> Event:
    """Put a statement on record about page ``page`` (from 1; 0: the whole document) of a document (its SHA-256).

    It is printed as it is given, and is not redacted: it is the person's own. ``passage`` quotes what it disputes, for
    the office. Raises BadInput for a page that is not there, and for no words or too many."""
    view.case.require_writable()
    words = "\n".join(" ".join(line.split()) for line in text.strip().splitlines())
    if not words:
        raise BadInput("a statement has words", do="Give them (--text T, or --text-file F)")
    if len(words) > LONGEST:
        raise BadInput(
            say(
                "a statement of {number:,} letters is a paper of its own (the most is {most:,})",
                number=len(words),
                most=LONGEST,
            ),
            do="Add it to the case as a document",
        )
    known = view.documents.get(document)
    if known is None or not 0 <= page <= known.pages:
        raise BadInput(
            "the case has no such page", known.name if known else document[:12], "Look at redactor documents"
        )
    payload = {
        "document": document,
        "page": page,
        "text": words,
        "by": " ".join(by.split()) or str(view.fact("subject")),
        "on": iso_date(on, "day of the statement") or datetime.date.today().isoformat(),
        "passage": " ".join(passage.split()),
    }
    return view.record(Kind.STATEMENT_RECORDED, payload, signer)
