# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the subject knows already: a proposal to leave in, one step a document, accepted or refused by a person. Pure.

It blocks nothing, and until then nothing changes: what is redacted stays redacted. What was accepted holds for the
very places that were shown; what is found in the document later is decided like anything else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from redactor.domain.known import KnownDocument
from redactor.domain.mentions import Label, Mention, Status
from redactor.domain.saying import count, say
from redactor.review.decisions.anchors import anchor_of
from redactor.review.decisions.decided import PageKey
from redactor.review.decisions.effective import PageOutcome
from redactor.review.decisions.standing import SHOWN
from redactor.review.state import JournalState
from redactor.review.todo_items import TodoItem, TodoKind, item_id


def known_id(document: str) -> str:
    return item_id(TodoKind.KNOWN, document)


def known_mentions(
    document: str, mentions: Iterable[Mention], outcomes: Mapping[PageKey, PageOutcome], state: JournalState
) -> list[Mention]:
    """The document's mentions of others that are held back, or would be: not those decided one by one, and not what
    lies under a passage that somebody marked."""
    found = []
    for mention in mentions:
        if mention.document == document and mention.where in SHOWN and held_back(mention, outcomes, state):
            found.append(mention)
    return found


def held_back(mention: Mention, outcomes: Mapping[PageKey, PageOutcome], state: JournalState) -> bool:
    """Whether a mention is redacted, or would be, by what holds for its person: not decided by itself, and not under a
    passage that somebody marked."""
    key = (mention.document, mention.page)
    outcome = outcomes.get(key)
    if outcome is None or outcome.plan.withheld or mention.label is Label.RELATION or not mention.boxes:
        return False
    status, ground = outcome.statuses.get(mention.id), outcome.grounds.get(mention.id)
    alone = any(ground is not None and ground.source == d.ground.source for d in state.places.occurrences.get(key, ()))
    marked = status is Status.REDACTED and ground is None
    return status in (Status.PROPOSED, Status.REDACTED) and not alone and not marked


def known_items(
    known: Sequence[KnownDocument],
    mentions: Sequence[Mention],
    outcomes: Mapping[PageKey, PageOutcome],
    state: JournalState,
) -> list[TodoItem]:
    """One thing to look at for each document that holds back what its reader knows."""
    items = []
    for entry in known:
        identity = known_id(entry.document)
        if identity in state.settled:
            continue
        group = known_mentions(entry.document, mentions, outcomes, state)
        if not group:
            continue
        why = say("{why} (but {doubt})", why=entry.why, doubt=entry.doubt) if entry.doubt else entry.why
        others = count(len(group), "mention of somebody else", "mentions of other people")
        text = say("{why}: {others} in it may be known already", why=why, others=others)
        how = (
            f"redactor known CASE --accept {identity} --as ID leaves them in; to hold them back all the same: "
            f"redactor settle CASE {identity} --outcome redact --why W --as ID"
        )
        first = group[0]
        anchors = tuple(anchor_of(mention) for mention in group)
        ids = tuple(mention.id for mention in group)
        items.append(
            TodoItem(identity, TodoKind.KNOWN, entry.document, first.page, text, how, mentions=ids, anchors=anchors)
        )
    return items
