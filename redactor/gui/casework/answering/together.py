# SPDX-License-Identifier: AGPL-3.0-or-later
"""Things to do of one kind with the words around each, to be decided in one step."""

from __future__ import annotations

from redactor.domain.mentions import Mention, Role
from redactor.domain.pages import Where
from redactor.gui.casework.session import Session
from redactor.gui.casework.told.people import Beside
from redactor.operations.finding.find import about
from redactor.operations.view import CaseView
from redactor.review.decisions.decided import Outcome
from redactor.review.questions.perhaps_at_work import WORK
from redactor.review.questions.possible import PossibleKind
from redactor.review.todo_items import TodoItem, TodoKind


def together_now(session: Session, items: list[str]) -> list[Beside]:
    """Those of ``items`` that are still to be decided, in their order."""
    known = [session.items[item] for item in items if item in session.items]
    wanted = {item.mentions[0] for item in known if item.mentions}
    first = {mention.id: mention for mention in session.view.mentions if mention.id in wanted}
    return [_beside(session.view, item, first.get(item.mentions[0] if item.mentions else "")) for item in known]


def _beside(view: CaseView, item: TodoItem, mention: Mention | None) -> Beside:
    suggested = suggested_for(view, item)
    if mention is None or mention.where is not Where.PAGE:
        return Beside(item.id, "", item.title or item.text, "", suggested)
    content = view.case.page(mention.document, mention.page)
    before, after = about(content.text, mention.start, mention.end) if content is not None else ("", "")
    return Beside(item.id, before, mention.text, after, suggested)


def suggested_for(view: CaseView, item: TodoItem) -> str:
    """What follows already: for words that point to somebody, what was decided of that person; for somebody who is
    another person by the record and does not read as being at work, and for details that are proposed, that they are
    held back; for everyday words, that they stay. Nobody is bound by it."""
    if item.kind is TodoKind.POSSIBLE:
        if item.subkind == PossibleKind.WORD:
            return "leave"
        ground = view.state.ground_for(item.person) if item.person else None
        if ground is None or item.subkind not in (PossibleKind.POINTS, PossibleKind.LETTERS, PossibleKind.NAME):
            return ""
        return "redact" if ground.outcome is Outcome.REDACT else "leave"
    if item.kind is TodoKind.PERSON:
        person = view.people.get(item.person)
        hidden = person is not None and person.role is Role.THIRD_PARTY
        return "redact" if hidden and item.subkind != WORK else ""
    return "redact" if item.kind is TodoKind.MENTION else ""
