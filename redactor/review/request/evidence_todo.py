# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the evidence of a case still lacks: items of the list of things to do. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from redactor.domain.mentions import Person
from redactor.domain.saying import joined
from redactor.review.request import consent, request
from redactor.review.state import JournalState
from redactor.review.todo_items import TodoItem, TodoKind, item_id, settle_words


def request_items(state: JournalState) -> Iterable[TodoItem]:
    """What must be on record of the request before anything may be sent."""
    for name, text in request.gaps(state.request):
        option = name.replace("_", "-")
        identity = item_id(TodoKind.REQUEST, name, state.request.deciding())
        none = f"or why it needs none: {settle_words(TodoKind.REQUEST, identity)}"
        how = f"Put it on record: redactor request CASE --as ID --{option} ... ({none})"
        if identity not in state.settled:
            yield TodoItem(identity, TodoKind.REQUEST, "", 0, text, how)


def consent_items(people: Mapping[str, Person], state: JournalState) -> Iterable[TodoItem]:
    """People who are decided although what is on record about them is not whole, or says otherwise."""
    for identity, person in people.items():
        ground = state.ground_for(identity)
        if ground is None:
            continue
        record = state.consents.of(identity)
        for gap in consent.gaps(person, record, str(ground.outcome), ground.reason, dict(ground.fields), ground.agreed):
            item = item_id(TodoKind.CONSENT, consent.key(identity, record, ground.source, gap))
            if item not in state.settled:
                how = (
                    f"redactor consent CASE --as ID --person {identity} ... (--override W if it stays so all the same) "
                    f"or {settle_words(TodoKind.CONSENT, item)}"
                )
                yield TodoItem(item, TodoKind.CONSENT, "", 0, joined([person.name, gap], ": "), how, identity)
