# SPDX-License-Identifier: AGPL-3.0-or-later
"""Searching the case from the window: where the words stand, what of each place is hidden already, searches kept."""

from __future__ import annotations

from collections.abc import Iterable

from redactor.gui.casework.session import Session
from redactor.gui.casework.told.pages import Hit
from redactor.operations.checking.sweep import surviving_text
from redactor.operations.finding.find import How
from redactor.operations.finding.find import find as find_words
from redactor.operations.finding.searches import Search, forget_search, save_search, saved_searches
from redactor.operations.view import CaseView
from redactor.review.decisions.decided import PageKey

#: More places than anybody reads through; the search says when it stopped.
MOST_HITS = 2000


def find(session: Session, text: str, how: str = "words") -> tuple[list[Hit], bool]:
    """Every place the words stand, in the order of the record, and whether there are more than are listed."""
    hits: list[Hit] = []
    more = False
    for found in find_words(session.view, text, how=How(how)):
        if len(hits) == MOST_HITS:
            more = True
            break
        place = (found.document, found.page, found.text, found.boxes)
        hits.append(Hit(*place, found.span, found.before, found.after, found.apart))
    order = {sha: number for number, sha in enumerate(session.view.documents)}
    hits.sort(key=lambda hit: (hit.apart, order.get(hit.document, 0), hit.page))
    return hits, more


def hidden_now(session: Session, places: list[tuple[str, int, tuple[int, int]]]) -> list[str]:
    """What of each place (document, page, offsets) the release hides as decided now: all, some, page, or "" for
    nothing."""
    return list(_hidden(session.view, places))


def _hidden(view: CaseView, places: Iterable[tuple[str, int, tuple[int, int]]]) -> Iterable[str]:
    left: dict[PageKey, tuple[str, str]] = {}
    for document, page, (start, end) in places:
        key = (document, page)
        outcome = view.outcomes[key]
        if outcome.plan.withheld is not None:
            yield "page"
            continue
        if not outcome.boxes:
            yield ""
            continue
        if key not in left:
            content = view.case.page(*key)
            left[key] = (content.text, surviving_text(content, outcome.boxes)) if content else ("", "")
        whole, open_ = ("".join(text[start:end].split()) for text in left[key])
        yield "" if len(open_) == len(whole) else "some" if open_ else "all"


def searches(session: Session) -> list[tuple[str, str]]:
    """The saved searches: what for, and how."""
    return [(search.text, str(search.how)) for search in saved_searches(session.view)]


def keep_search(session: Session, text: str, how: str, keep: bool) -> list[tuple[str, str]]:
    """Save a search, or forget it; those that are saved then."""
    change = save_search if keep else forget_search
    return [(search.text, str(search.how)) for search in change(session.view, Search(text, How(how)))]
