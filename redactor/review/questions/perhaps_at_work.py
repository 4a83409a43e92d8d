# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who is hidden as another person and may be here for work, by how the record reads. Pure.

No rule of the finder's says so and nothing is shown by it: they stay hidden until somebody says who they are. They are
asked about together, after those of whom nothing speaks for work.
"""

from __future__ import annotations

from collections.abc import Mapping

from redactor.domain.mentions import AT_WORK, Person, Role
from redactor.domain.saying import said_all
from redactor.domain.why import why_again
from redactor.review.state import JournalState

#: The subkind of these people, and what it is called as a heading.
WORK = "work"
WORK_WORDS: Mapping[str, str] = said_all({WORK: "Hidden, and perhaps here for work"})


def reads_at_work(person: Person, state: JournalState) -> str:
    """In how many places they read so, in plain words; "" for everybody else, and once it was said who they are."""
    first = person.why.partition("; ")[0]
    if person.role is not Role.THIRD_PARTY or not first.startswith(AT_WORK):
        return ""
    record = state.who.people.get(state.root(person.id))
    return "" if record is not None and record.role_decided else why_again(first)
