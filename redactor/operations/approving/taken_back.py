# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a late paper or a change does to a submission, in words."""

from __future__ import annotations

from redactor.domain.dates import british
from redactor.domain.journal import Event
from redactor.operations.view import CaseView
from redactor.review.state import Submission


def submission_taken_back(view: CaseView, submission: Submission | None, approval: Event | None) -> str:
    """What it means, in plain words, that the case was submitted (or approved) before and is not any more; "" when
    nothing was taken back."""
    if submission is None or view.state.submission is not None or view.state.returned is not None:
        return ""
    event = submission.event
    done = f"submitted by {event.actor.name} on {british(event.at[:10])}"
    if approval is not None:
        done += f" and approved by {approval.actor.name}"
    sent = " What was exported before stands as it was sent." if view.state.exports else ""
    do = "" if view.analysed else "analyse it, look at what is new, "
    return f"The case was {done}. That is taken back: {do}submit and have it approved again.{sent}"
