# SPDX-License-Identifier: AGPL-3.0-or-later
"""Keeping places of pages and hiding the rest: what it would do, and doing it."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.domain.geometry import Box
from redactor.gui.casework.session import Session
from redactor.gui.casework.told.kept import Kept, Named, RestEffect
from redactor.gui.casework.told.pages import PageKey
from redactor.operations.deciding import rest
from redactor.operations.deciding.places import page_content, require_seen
from redactor.operations.deciding.rest import Keep
from redactor.operations.view import CaseView


def rest_effect(session: Session, kept: Kept) -> RestEffect:
    """What hiding the rest would do."""
    view = session.view
    found = rest.rest_effect(view, view.documents[kept.document], kept.first, kept.last, _keep(view, kept))
    return RestEffect(found.pages, found.kept, found.hidden, len(found.blank), len(found.unread))


def hide_rest(session: Session, kept: Kept, reason: str, fields: dict[str, str] | None = None) -> None:
    view = session.view
    document = view.documents[kept.document]
    keep = _keep(view, kept)
    rest.hide_rest(view, document, kept.first, kept.last, keep, reason, fields=fields, signer=session.identity)


def named_on(session: Session, document: str, first: int, last: int) -> list[Named]:
    """Who is named on these pages: the subject first, then by how often."""
    view = session.view
    count: dict[str, int] = {}
    for page in range(first, last + 1):
        for mention in view.by_page.get((document, page), ()):
            if mention.person and mention.boxes:
                count[mention.person] = count.get(mention.person, 0) + 1
    people = [Named(p, view.people[p].name, str(view.people[p].role), n) for p, n in count.items()]
    return sorted(people, key=lambda p: (p.role != "subject", -p.mentions, p.name))


def kept_on(session: Session, key: PageKey) -> bool:
    """Whether the rest of this page is hidden already."""
    return key in session.view.state.places.rest


def rest_ground(session: Session, key: PageKey) -> tuple[str, dict[str, str]]:
    """The reason and fields the hiding of a page's rest is on record with."""
    source = session.view.state.places.rest[key].source
    event = next(e for e in session.view.state.events if e.id == source)
    return str(event.payload["reason"]), {str(k): str(v) for k, v in dict(event.payload["fields"]).items()}


def _keep(view: CaseView, kept: Kept) -> Keep:
    if kept.span:
        document = view.documents[kept.document]
        require_seen(page_content(view, document, kept.first), document, kept.span, kept.text)
    spans: dict[int, Sequence[tuple[int, int]]] | None = {kept.first: [kept.span]} if kept.span else None
    boxes: dict[int, Sequence[Box]] | None = {kept.first: [Box(*kept.box)]} if kept.box else None
    return Keep(spans, boxes, (), kept.people, kept.also)
