# SPDX-License-Identifier: AGPL-3.0-or-later
"""Submit, return, approve: the gate that nothing leaves without."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor

from redactor.casefile.identity import Identity
from redactor.domain.errors import BadInput, Refused
from redactor.domain.journal import Event, Kind, canonical
from redactor.domain.saying import say
from redactor.operations.approving.review import not_looked_at
from redactor.operations.checking.sights import look_over
from redactor.operations.checking.sound import require_sound
from redactor.operations.deciding.notes import require_all_settled, write_note
from redactor.operations.left.todo import left_to_do
from redactor.operations.planning.planned import plan_now
from redactor.operations.progress import Progress, silent
from redactor.operations.request.roster import case_roster
from redactor.operations.view import CaseView
from redactor.review.checks.approval import approval_payload, require_approver, require_submittable
from redactor.review.checks.notes import Purpose, said_of
from redactor.workers.inline import InlineExecutor


def submit(
    view: CaseView,
    signer: Identity,
    executor: Executor | None = None,
    *,
    progress: Progress = silent,
    cancelled: Callable[[], bool] = lambda: False,
) -> Event:
    """Freeze the release plan for approval. Raises Refused while anything is left to do, and Cancelled.

    Pages with boxes that were not yet read as they will be released are read first. Decisions taken without an
    identity are adopted: the submitter answers for them as an author.
    """
    view.case.require_writable()
    if view.analysed:
        look_over(view, executor or InlineExecutor(), progress=progress, cancelled=cancelled)
    require_submittable(left_to_do(view, executor), len(view.release_keys))
    plan = plan_now(view)
    if plan.reissue is not None and not plan.pages:
        raise Refused(
            "no page changed since the last release, so there is nothing to send again",
            do="Answer by letter: redactor challenge CASE --letter FILE",
        )
    unsigned = [e.id for e in view.state.events if not e.signature and e.kind is not Kind.EXPORTED]
    payload = {
        "plan_digest": plan.digest(),
        "documents": list(view.documents),
        "pages": len(plan.pages),
        "adopted": unsigned,
    }
    return view.record(Kind.SUBMITTED, payload, signer)


def send_back(view: CaseView, signer: Identity, comment: str) -> Event:
    """Return a submission to the caseworker with what is to be looked at again: a comment on the case, to be answered
    like any other before the case is submitted again. Raises Refused, BadInput."""
    view.case.require_writable()
    if view.state.submission is None:
        raise Refused("nothing is submitted for approval", do="There is nothing to return")
    if signer.role != "team-lead":
        raise Refused(
            say("{name} is no team lead; only a team lead returns a case", name=signer.name),
            do="A team lead signs in and returns it",
        )
    comments = view.state.notes.open(Purpose.COMMENT)
    if not comment.strip() and not comments:
        raise BadInput("a return needs a comment", do="Say what is to be looked at again (--comment C)")
    if comment.strip():
        write_note(view, Purpose.COMMENT, comment, signer=signer)
        comments = view.state.notes.open(Purpose.COMMENT)
    payload = {"comment": comment.strip() or said_of(comments), "submission": view.state.submission.event.id}
    return view.record(Kind.RETURNED, {**payload, "comments": [note.id for note in comments]}, signer)


def approve(view: CaseView, signer: Identity) -> Event:
    """Approve exactly what was submitted. Raises Refused for an author, a caseworker, a key the office's
    roster does not know, and for a plan that is no longer the one submitted."""
    view.case.require_writable()
    require_approver(view.state, signer.actor)
    require_all_settled(view.state.notes.open())
    roster = case_roster(view)
    if roster is not None and not roster.vouches(signer.key, "team-lead"):
        raise Refused(
            say(
                "{name}'s key is not on the roster of {office} as a team lead",
                name=signer.name,
                office=roster.office,
            ),
            do="The office adds it (redactor roster add), then the case takes the new roster (redactor roster use)",
        )
    submission = view.state.submission
    assert submission is not None  # require_approver
    digest = plan_now(view).digest()
    if digest != submission.digest:
        raise Refused(
            "what would be released is not what was submitted",
            do="Another version of Redactor, or a new analysis, changed it: have it submitted again",
        )
    require_sound(view)
    payload = approval_payload(digest, list(view.documents), view.case.head(), submission.event.id)
    payload["signed"] = signer.sign(canonical(payload))
    # Worked out before the approval itself counts as a look; signed with the event.
    if unread := not_looked_at(view, signer.key):
        payload["not_looked_at"] = list(unread)
    return view.record(Kind.APPROVED, payload, signer)
