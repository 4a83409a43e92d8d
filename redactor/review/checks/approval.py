# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who may approve what, and whether an approval still holds. Pure; signatures are checked by the caller.

The approver is never one of the authors; an approval is for one plan, one set of documents and one point
in the journal; whatever is decided later voids it. (DOMAIN.md: a missed sign-off has cost reprimands.)
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from redactor.domain.errors import Refused
from redactor.domain.journal import Actor
from redactor.domain.saying import count, joined, say
from redactor.review.state import JournalState
from redactor.review.todo_items import KIND_WORDS, TodoItem


def require_submittable(items: Sequence[TodoItem], pages: int) -> None:
    """Raises Refused while anything is left to do, or when there is nothing to release."""
    if not pages:
        raise Refused("the case has no pages", do="Add the case documents first (redactor add CASE PATH)")
    if items:
        kinds = Counter(item.kind for item in items)
        words = joined(
            [say("{kind}: {number}", kind=KIND_WORDS[kind], number=number) for kind, number in kinds.most_common()],
            "; ",
        )
        raise Refused(
            say("{things} left to decide ({words})", things=count(len(items), "thing"), words=words),
            do="List them with: redactor todo CASE, settle each, submit again",
        )


def require_approver(state: JournalState, actor: Actor) -> None:
    """Raises Refused unless ``actor`` may approve the submission: a team lead who decided nothing in this case."""
    if state.submission is None:
        raise Refused(
            "nothing is submitted for approval", do="A caseworker submits first: redactor submit CASE --as ID"
        )
    if not actor.key:
        raise Refused("approving needs an identity", do="Give one with --as IDENTITY")
    require_no_author(state, actor)


def require_no_author(state: JournalState, actor: Actor) -> None:
    """Raises Refused for anybody but a team lead, and for whoever decided in this case under this key or this name."""
    if actor.role != "team-lead":
        raise Refused(say("{name} is no team lead; only a team lead approves", name=actor.name), do="Ask a team lead")
    if took_part(state.authors.values(), actor.name, actor.key):
        raise Refused(
            say("{name} took decisions in this case or added papers, and so cannot approve it", name=actor.name),
            do="Ask another team lead to approve",
        )


def took_part(authors: Iterable[Actor], name: str, key: str) -> bool:
    """True for whoever is one of the authors of a case, under the same key or the same name."""
    return any(author.key == key or _plain(author.name) == _plain(name) for author in authors)


def _plain(name: str) -> str:
    """A name without what makes no other person of it: case, spaces, accents, forms of letters, hyphens and dots."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in letters if letter.isalnum())


def approval_payload(plan_digest: str, documents: Sequence[str], head: str, submission: str) -> dict[str, Any]:
    """What the approver's signature covers."""
    return {"plan_digest": plan_digest, "documents": list(documents), "head": head, "submission": submission}


def require_approved(state: JournalState, plan_digest: str, documents: Sequence[str]) -> Mapping[str, Any]:
    """The approval's payload. Raises Refused when there is none for exactly this plan and these documents."""
    approval = state.approval
    if approval is None:
        raise Refused(
            "this case is not approved, or something was decided after it was",
            do="Submit it and have a team lead approve it (redactor submit, approve), or make a draft (--draft)",
        )
    data = approval.payload
    if data["plan_digest"] != plan_digest or list(data["documents"]) != list(documents):
        raise Refused(
            "what would be exported is not what was approved", do="Submit the case again and have it approved again"
        )
    return data
