# SPDX-License-Identifier: AGPL-3.0-or-later
"""What may be the data subject's own address or number, and would be hidden from them: one question each. Pure.

"It is theirs" leaves it in everywhere and is known to the next analysis; "it is not" changes nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from redactor.domain.mentions import LABEL_WORDS, Label, Mention
from redactor.domain.own import OwnDetail, written
from redactor.domain.saying import count, say
from redactor.review.decisions.anchors import anchor_of
from redactor.review.decisions.decided import PageKey
from redactor.review.decisions.effective import PageOutcome
from redactor.review.questions.known import held_back
from redactor.review.state import JournalState
from redactor.review.todo_items import TodoItem, TodoKind, item_id, settle_words


def own_items(
    details: Sequence[OwnDetail],
    mentions: Sequence[Mention],
    outcomes: Mapping[PageKey, PageOutcome],
    state: JournalState,
) -> Iterator[TodoItem]:
    """One thing to decide for each such detail that is held back somewhere, or would be."""
    wanted = {(detail.label, text): detail for detail in details for text in detail.texts}
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        detail = wanted.get((mention.label, written(mention.text)))
        if detail is not None and held_back(mention, outcomes, state):
            groups[own_id(detail)].append(mention)
    for detail in details:
        identity = own_id(detail)
        group = groups.get(identity)
        if group is None or identity in state.settled:
            continue
        shown = say("{detail} ({label})", detail=detail.shown, label=LABEL_WORDS[detail.label])
        why = say("{why}; it would be hidden from them in {places}", why=detail.why, places=count(len(group), "place"))
        text = say("{shown} may be the subject's own: {why}", shown=shown, why=why)
        how = f"{settle_words(TodoKind.OWN, identity)} (leave: it is theirs; seen: it is not)"
        anchors = tuple(anchor_of(mention) for mention in group)
        ids = tuple(mention.id for mention in group)
        first = group[0]
        yield TodoItem(
            identity,
            TodoKind.OWN,
            first.document,
            first.page,
            text,
            how,
            mentions=ids,
            anchors=anchors,
            title=shown,
            detail=why,
        )


def own_id(detail: OwnDetail) -> str:
    return item_id(TodoKind.OWN, detail.label, *sorted(detail.texts))


def own_facts(details: Sequence[OwnDetail], identity: str) -> dict[str, Any]:
    """What "it is theirs" adds to what is known of the subject, as :data:`Kind.SUBJECT_DESCRIBED` would."""
    for detail in details:
        if own_id(detail) == identity:
            name = "addresses" if detail.label in (Label.ADDRESS, Label.POSTCODE) else "identifiers"
            return {name: [detail.shown]}
    return {}
