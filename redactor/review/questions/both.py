# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who is left in as a professional and, as the record has it, is somebody of the subject's life too. Pure.

That professionals are disclosed rests on their acting in their office (DPA 2018 Sch 2 para 17): of an aunt who is a
social worker somewhere else it does not hold. A person says which she is here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from redactor.domain.mentions import Mention, Person, Role, Status
from redactor.domain.saying import said_all, say
from redactor.review.decisions.decided import PageKey
from redactor.review.decisions.effective import PageOutcome
from redactor.review.state import JournalState
from redactor.review.todo_items import TodoItem, TodoKind, group_item, how_often

#: The subkind of these people, and what it is called as a heading.
BOTH = "both"
BOTH_WORDS: Mapping[str, str] = said_all({BOTH: "Here for work, and perhaps somebody of the subject's life"})


def both_items(
    mentions: Sequence[Mention],
    people: Mapping[str, Person],
    outcomes: Mapping[PageKey, PageOutcome],
    state: JournalState,
) -> Iterator[TodoItem]:
    """One thing to decide for each of them about whom nobody has decided."""
    asked = {identity for identity, person in people.items() if _is_asked(identity, person, state)}
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions if asked else ():
        outcome = outcomes.get((mention.document, mention.page))
        if mention.person in asked and outcome and outcome.statuses.get(mention.id) is Status.LEFT:
            groups[mention.person].append(mention)
    for identity, group in sorted(groups.items(), key=lambda item: -len(item[1])):
        person, often = people[identity], how_often(group)
        both = say("left in as a professional, and also '{tie}' by the record", tie=person.relationship)
        how = (
            f"redactor decide CASE --as ID --person {identity} --role professional where they are here for work only,"
            " or --redact --reason TP, or --disclose --why W; single places can be decided by themselves"
        )
        text = say("{name}, {both}: {where}", name=person.name, both=both, where=often)
        detail = say("{both}: {where}", both=both, where=often)
        yield group_item(
            TodoKind.PERSON, (BOTH, identity), group, text, how, identity, BOTH, title=person.name, detail=detail
        )


def _is_asked(identity: str, person: Person, state: JournalState) -> bool:
    record = state.who.people.get(state.root(identity))
    decided = record is not None and (record.role_decided or record.ground is not None)
    return person.role is Role.PROFESSIONAL and bool(person.relationship) and not decided
