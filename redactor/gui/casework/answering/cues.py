# SPDX-License-Identifier: AGPL-3.0-or-later
"""Candidates for the harm test as the window shows them."""

from __future__ import annotations

from redactor.domain.cues import CUE_WORDS
from redactor.domain.pages import Where
from redactor.domain.why import why_again
from redactor.gui.casework.told.pages import Mark, PageKey
from redactor.operations.view import CaseView
from redactor.review.questions.cues import CueStatus, cue_group_id, cue_status
from redactor.review.todo_items import TodoItem


def cue_marks(view: CaseView, key: PageKey) -> list[Mark]:
    """Those of one page that nobody has looked at yet."""
    return [
        Mark(
            id=cue.id,
            kind="cue",
            boxes=cue.boxes,
            text=cue.text,
            label=CUE_WORDS[cue.kind],
            status="proposed",
            why=why_again(cue.why),
            reason=cue.reason,
            event=cue_group_id(cue.text),
            where=str(cue.where),
            score=cue.score,
            span=(cue.start, cue.end) if cue.where is Where.PAGE else None,
        )
        for cue in view.cues
        if (cue.document, cue.page) == key and cue_status(cue, view.state) is CueStatus.OPEN
    ]


def suggestion(view: CaseView, item: TodoItem) -> str:
    """The reason a passage on the list looks like."""
    return next((cue.reason for cue in view.cues if cue_group_id(cue.text) == item.id), "")
