# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a late paper or a change does to a submission, in words."""

from __future__ import annotations

from redactor.domain.dates import british
from redactor.domain.journal import Event
from redactor.domain.saying import joined, say
from redactor.operations.view import CaseView
from redactor.review.state import Submission


def submission_taken_back(
    view: CaseView, submission: Submission | None, approval: Event | None, *, analysing: bool = False
) -> str:
    """What it means, in plain words, that the case was submitted (or approved) before and is not any more; "" when
    nothing was taken back. ``analysing``: it is analysed next, without being asked for."""
    if submission is None or view.state.submission is not None or view.state.returned is not None:
        return ""
    event = submission.event
    said = (
        say("The case was submitted by {name} on {date}.", name=event.actor.name, date=british(event.at[:10]))
        if approval is None
        else say(
            "The case was submitted by {name} on {date} and approved by {lead}.",
            name=event.actor.name,
            date=british(event.at[:10]),
            lead=approval.actor.name,
        )
    )
    if view.analysed:
        do = say("That is taken back: submit and have it approved again.")
    elif analysing:
        do = say("That is taken back: look at what is new, submit and have it approved again.")
    else:
        do = say("That is taken back: analyse it, look at what is new, submit and have it approved again.")
    sent = [say("What was exported before stands as it was sent.")] if view.state.exports else []
    return joined([said, do, *sent], " ")
