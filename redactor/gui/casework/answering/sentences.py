# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words around people's names, for those of the list that are in view; how far a decision about them reaches."""

from __future__ import annotations

from redactor.domain.mentions import Spot
from redactor.domain.pages import PageContent
from redactor.gui.casework.session import Session
from redactor.gui.casework.told.pages import PageKey
from redactor.gui.casework.told.people import Words
from redactor.operations.told.sentences import telling
from redactor.review.decisions.standing import SHOWN


def sentences_now(session: Session, people: list[tuple[str, tuple[Spot, ...]]]) -> dict[str, Words | None]:
    """By person: their name where it tells most; None where it stands on no page that was read."""
    pages: dict[PageKey, PageContent | None] = {}
    return {person: _words(session, spots, pages) for person, spots in people}


def reach_of(session: Session, people: list[str]) -> tuple[int, int]:
    """How many mentions these people have, sure and possible ones, and on how many pages."""
    wanted = set(people)
    shown = [m for m in session.view.mentions if m.person in wanted and m.where in SHOWN]
    return len(shown), len({(m.document, m.page) for m in shown})


def _words(session: Session, spots: tuple[Spot, ...], pages: dict[PageKey, PageContent | None]) -> Words | None:
    found = telling(session.view, spots, pages)
    if found is None:
        return None
    document, page, start, end, mention = found.spot
    content = pages[document, page]
    assert content is not None, "it was read just now"
    boxes = content.boxes_between(start, end)
    return Words(found.before, found.name, found.after, (document, page), mention, boxes)
