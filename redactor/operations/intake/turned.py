# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages that somebody turned to read them, kept with the case for whoever opens it next. No decision: what is released
is the page as its file has it."""

from __future__ import annotations

from redactor.operations.view import CaseView
from redactor.review.decisions.decided import PageKey

_NAME = "turned"


def turned(view: CaseView) -> dict[PageKey, int]:
    """The pages that are looked at turned: quarters, clockwise (1 to 3)."""
    return {(document, page): quarters for document, page, quarters in view.case.get(_NAME, [])}


def turn(view: CaseView, key: PageKey, quarters: int) -> None:
    """Keep that a page is looked at turned by so many quarters, clockwise; none: as its file has it. Does nothing in a
    case that is open for reading only."""
    if view.case.read_only:
        return
    found = {**turned(view), key: quarters % 4}
    view.case.put(_NAME, [[*page, number] for page, number in sorted(found.items()) if number])
