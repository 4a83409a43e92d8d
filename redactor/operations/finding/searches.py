# SPDX-License-Identifier: AGPL-3.0-or-later
"""Searches somebody wants to run again: kept in the case, encrypted like everything in it. No decision, so not in the
journal."""

from __future__ import annotations

from dataclasses import dataclass

from redactor.domain.errors import BadInput
from redactor.domain.saying import say
from redactor.operations.finding.find import How
from redactor.operations.view import CaseView

#: More than anybody looks through.
MOST = 100


@dataclass(frozen=True, slots=True)
class Search:
    text: str
    how: How = How.WORDS


def saved_searches(view: CaseView) -> list[Search]:
    """In the order they were saved."""
    return [Search(str(text), How(how)) for text, how in view.case.get("searches", [])]


def save_search(view: CaseView, search: Search) -> list[Search]:
    """Keep a search; one that is kept already stays where it is. Raises BadInput for an empty one, or too many."""
    view.case.require_writable()
    text = " ".join(search.text.split())
    if not text:
        raise BadInput("there are no words to look for", do="Give a name, a number or a few words")
    kept = saved_searches(view)
    search = Search(text, search.how)
    if search not in kept:
        if len(kept) >= MOST:
            raise BadInput(say("{most} searches are saved already", most=MOST), do="Forget one first")
        kept.append(search)
        view.case.put("searches", [[s.text, str(s.how)] for s in kept])
    return kept


def forget_search(view: CaseView, search: Search) -> list[Search]:
    """Keep it no longer. Raises BadInput when it is not kept."""
    view.case.require_writable()
    kept = saved_searches(view)
    if search not in kept:
        raise BadInput(
            say("the search '{text}' is not saved", text=search.text), do="redactor searches CASE lists them"
        )
    kept.remove(search)
    view.case.put("searches", [[s.text, str(s.how)] for s in kept])
    return kept
