# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is left to do before a case can be submitted, gathered from every stage of the work."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Executor

from redactor.casefile.noticed import stored_own
from redactor.operations.checking.sweep import NEAR, surviving_hits
from redactor.operations.checking.troubles import kept
from redactor.operations.copies.opencopies import open_places
from redactor.operations.left.papers import arrangement_items, late_items
from redactor.operations.planning.released import still_held
from redactor.operations.request.opinions import evidence_items
from redactor.operations.view import CaseView
from redactor.review.decisions.decided import PageKey
from redactor.review.decisions.effective import PageOutcome
from redactor.review.papers.duplicates import inconsistent_items
from redactor.review.papers.troubles import trouble_items
from redactor.review.questions.others import others_items
from redactor.review.questions.own import own_items
from redactor.review.todo import todo
from redactor.review.todo_items import PageFact, TodoItem


def left_to_do(view: CaseView, executor: Executor | None = None, *, residual: bool = True) -> list[TodoItem]:
    """What blocks submission. The residual sweep is part of it, and cached until something changes.

    Without ``residual`` the sweep is left out: quick, for showing; never enough to submit on."""
    keeps = view.state.arrangement.keeps
    facts = [
        PageFact(page.document, page.page, page.status, page.problem, page.needs_eyes)
        for page in view.page_states
        if keeps(page.document, page.page)
    ]
    swept = residual and view.analysed
    hits = surviving_hits(view, executor) if swept else []
    places = open_places(view, hits) if swept else []
    hits = [hit for hit in hits if hit.how != NEAR]
    state, mentions = view.state, view.mentions
    outcomes: Mapping[PageKey, PageOutcome] = view.outcomes
    if state.arrangement.left:
        # What is not released needs no decision.
        mentions = [mention for mention in mentions if keeps(mention.document, mention.page)]
        outcomes = {key: outcome for key, outcome in outcomes.items() if keeps(*key)}
        hits = [hit for hit in hits if keeps(hit.anchor.document, hit.anchor.page)]
    cues = [cue for cue in view.cues if keeps(cue.document, cue.page)]
    items = todo(mentions, view.people, outcomes, facts, hits, state, view.analysed, cues)
    items += trouble_items(kept(view), outcomes, state.settled)
    # What goes on from a page that is left out is still read on the next.
    entries = [e for e in view.others if any(keeps(e.document, place.page) for place in e.places)]
    items += others_items(entries, mentions, view.people, outcomes, state)
    items += own_items(stored_own(view.case), mentions, outcomes, state)
    items += late_items(view)
    items += still_held(view)
    items += evidence_items(view)
    if swept:
        names = {sha: document.name for sha, document in view.documents.items()}
        items += inconsistent_items(places, state.left_open, names)
    if residual:
        items += arrangement_items(view)
    return items
