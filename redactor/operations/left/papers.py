# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the documents as a whole leave to do: late papers nobody looked through, titles that tell, copies of nothing."""

from __future__ import annotations

from collections.abc import Iterator

from redactor.domain.dates import british
from redactor.domain.plan import NOT_REPEATED
from redactor.operations.copies.duplicates import earlier_version
from redactor.operations.intake.titles import names_in_titles
from redactor.operations.view import CaseView
from redactor.review.papers.arrangement import index_title
from redactor.review.todo_items import TodoItem, TodoKind, item_id, settle_words


def late_items(view: CaseView) -> Iterator[TodoItem]:
    """One for each paper that came after a submission, until somebody has looked through it."""
    state = view.state
    ids = {sha: item_id(TodoKind.LATE, sha) for sha in state.arrivals.late}
    for late in state.arrivals.unseen(state.settled, ids):
        if not any(state.arrangement.keeps(late.document, page) for page in range(1, late.pages + 1)):
            continue
        identity = ids[late.document]
        covered = sum(
            len(view.outcomes[late.document, page].plan.redactions)
            for page in range(1, late.pages + 1)
            if (late.document, page) in view.outcomes
        )
        pages = "1 page" if late.pages == 1 else f"{late.pages} pages"
        places = "1 place" if covered == 1 else f"{covered} places"
        text = (
            f"{late.name} came after the case was submitted on {british(late.submitted[:10])}: {pages}, new to "
            f"everybody; decisions taken before redact {places} in it"
        )
        how = f"Look through it, then {settle_words(TodoKind.LATE, identity)}"
        earlier = earlier_version(view, view.documents[late.document])
        if earlier is not None:
            text += f". It looks like another version of {earlier.name}"
            replace = f"redactor replace CASE --file {earlier.name!r} --by {late.name!r} --as ID"
            how = f"{replace} carries decisions over. {how}"
        yield TodoItem(identity, TodoKind.LATE, late.document, 1, text, how)


def arrangement_items(view: CaseView) -> Iterator[TodoItem]:
    """What of the order, names and gaps cannot be released as it is; settled by arranging otherwise."""
    arrangement = view.state.arrangement
    if not arrangement.touched:
        return
    parts = arrangement.parts()
    printed = [text for part in parts for text in (index_title(part), part.section)]
    telling = {title: held for held, title in names_in_titles(view, printed).items()}
    for number, part in enumerate(parts, start=1):
        for what, text in (("title", index_title(part)), ("section", part.section)):
            if text not in telling:
                continue
            name = f"redactor arrange CASE {number} --{what} T --as ID"
            how = f"The requester reads the index. Choose a {what} without it: {name}"
            told = f"the {what} '{text}' holds '{telling[text]}', which is redacted"
            identity = item_id(TodoKind.ARRANGEMENT, what, text, *part.key)
            yield TodoItem(identity, TodoKind.ARRANGEMENT, part.document, part.first, told, how)
    orphans: dict[str, tuple[str, int]] = {}
    for (document, page), leaving in arrangement.left.items():
        if leaving.reason in NOT_REPEATED and leaving.like and not arrangement.keeps(*leaving.like):
            orphans.setdefault(leaving.source, (document, page))
    for source, (document, page) in orphans.items():
        told = "pages are left out as a copy, and what they are a copy of is left out too"
        how = f"One of the two stays: redactor put-back CASE, or redactor undo CASE {source[:12]} --as ID"
        yield TodoItem(item_id(TodoKind.ARRANGEMENT, source), TodoKind.ARRANGEMENT, document, page, told, how)
