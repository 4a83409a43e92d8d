# SPDX-License-Identifier: AGPL-3.0-or-later
"""Parts of shared papers that name only other people, as the window shows them on their pages."""

from __future__ import annotations

from redactor.gui.casework.told.pages import Mark, PageKey
from redactor.operations.view import CaseView
from redactor.review.questions.others import names_only, open_entries


def others_marks(view: CaseView, key: PageKey) -> list[Mark]:
    """Those of one page about which nobody has decided yet."""
    here = [entry for entry in view.others if entry.document == key[0] and any(p.page == key[1] for p in entry.places)]
    pages = {(entry.document, place.page) for entry in here for place in entry.places}
    mentions = [mention for page in pages for mention in view.on_page(page)]
    outcomes = {page: view.outcome(page) for page in pages}
    return [
        Mark(
            id=f"{identity}-{place.start}",
            kind="others",
            boxes=place.boxes,
            text=place.text,
            label=names_only(entry, about, view.people),
            status="proposed",
            event=identity,
            span=(place.start, place.end),
        )
        for identity, entry, about in open_entries(here, mentions, view.people, outcomes, view.state)
        for place in entry.places
        if place.page == key[1]
    ]
