# SPDX-License-Identifier: AGPL-3.0-or-later
"""Parts of shared papers that name only other people, as the window shows them on their pages."""

from __future__ import annotations

from collections import defaultdict

from redactor.gui.casework.told.pages import Mark, PageKey
from redactor.operations.told.same_words import same_words
from redactor.operations.view import CaseView
from redactor.review.questions.others import names_only, open_entries, others_id


def others_marks(view: CaseView, key: PageKey) -> list[Mark]:
    """Those of one page about which nobody has decided yet."""
    here = [entry for entry in view.others if entry.document == key[0] and any(p.page == key[1] for p in entry.places)]
    # All of the same words, wherever: one answer settles them, and that is said before it is given.
    asked = {others_id(entry) for entry in here}
    alike = [entry for entry in view.others if others_id(entry) in asked] if here else []
    pages = {(entry.document, place.page) for entry in alike for place in entry.places}
    mentions = [mention for page in pages for mention in view.on_page(page)]
    outcomes = {page: view.outcome(page) for page in pages}
    open_ = list(open_entries(alike, mentions, view.people, outcomes, view.state))
    stands: dict[str, list[PageKey]] = defaultdict(list)
    for identity, entry, _ in open_:
        stands[identity].append((entry.document, entry.places[0].page))
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
            places=len(stands[identity]),
            also=same_words(view, stands[identity]),
        )
        for identity, entry, about in open_
        for place in entry.places
        if (entry.document, place.page) == key
    ]
