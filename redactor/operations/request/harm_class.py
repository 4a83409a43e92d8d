# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the case knows of the class of data a passage is in, and the reason that follows for a candidate."""

from __future__ import annotations

from redactor.domain.cues import HarmCue
from redactor.operations.view import CaseView
from redactor.review.decisions.decided import PageKey
from redactor.review.request.harm_reasons import Paper, propose_for


def paper_of(view: CaseView, key: PageKey) -> Paper:
    """What is known of the paper that a page is of: as it was confirmed, else as it is proposed."""
    document, page = key
    classes = view.state.classes
    passages = tuple(
        (anchor.boxes, kind) for anchor, kind in classes.passages if (anchor.document, anchor.page) == (document, page)
    )
    if document in classes.confirmed:
        return Paper(classes.confirmed[document], True, passages=passages)
    proposal = view.class_proposal(document)
    return Paper(proposal.kind, words=proposal.why, passages=passages)


def suggested(view: CaseView, cue: HarmCue) -> tuple[str, str]:
    """The code of the reason that a candidate is proposed to be held back for, and why that one."""
    return propose_for(cue, paper_of(view, (cue.document, cue.page)))
