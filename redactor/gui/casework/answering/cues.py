# SPDX-License-Identifier: AGPL-3.0-or-later
"""Candidates for the harm test as the window shows them."""

from __future__ import annotations

from redactor.domain.cues import CUE_WORDS, HarmCue
from redactor.domain.pages import Where
from redactor.domain.why import why_again
from redactor.gui.casework.told.pages import Mark, PageKey
from redactor.operations.request.harm_class import suggested
from redactor.operations.view import CaseView
from redactor.review.questions.cues import CueStatus, cue_group_id, cue_status
from redactor.review.todo_items import TodoItem


def cue_marks(view: CaseView, key: PageKey) -> list[Mark]:
    """Those of one page that nobody has looked at yet."""
    return [
        _mark(view, cue)
        for cue in view.cues
        if (cue.document, cue.page) == key and cue_status(cue, view.state) is CueStatus.OPEN
    ]


def _mark(view: CaseView, cue: HarmCue) -> Mark:
    reason, reason_why = suggested(view, cue)
    return Mark(
        id=cue.id,
        kind="cue",
        boxes=cue.boxes,
        text=cue.text,
        label=CUE_WORDS[cue.kind],
        status="proposed",
        why=why_again(cue.why),
        reason=reason,
        reason_why=reason_why,
        event=cue_group_id(cue.text),
        where=str(cue.where),
        score=cue.score,
        span=(cue.start, cue.end) if cue.where is Where.PAGE else None,
    )


def suggestion(view: CaseView, item: TodoItem) -> tuple[str, str]:
    """The reason that a passage on the list is proposed to be held back for, and why."""
    found = next((cue for cue in view.cues if cue_group_id(cue.text) == item.id), None)
    return suggested(view, found) if found else ("", "")
