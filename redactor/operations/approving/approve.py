# SPDX-License-Identifier: AGPL-3.0-or-later
"""Submit, return, approve: the gate that nothing leaves without."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor

from redactor.casefile.identity import Identity
from redactor.casefile.roster import Roster, read_roster
from redactor.casefile.store import CaseFile
from redactor.domain.errors import BadInput, RedactorError, Refused
from redactor.domain.journal import Event, Kind, canonical
from redactor.operations.approving.review import not_looked_at
from redactor.operations.approving.sights import look_over
from redactor.operations.deciding.notes import require_all_settled
from redactor.operations.left import left_to_do
from redactor.operations.progress import Progress, silent
from redactor.operations.releasing.planned import plan_now
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
    """Return a submission to the caseworker with what is to be looked at again. Raises Refused, BadInput."""
    view.case.require_writable()
    if view.state.submission is None:
        raise Refused("nothing is submitted for approval", do="There is nothing to return")
    if signer.role != "team-lead":
        raise Refused(f"{signer.name} is a {signer.role}; only a team lead returns a case")
    comments = view.state.notes.open(Purpose.COMMENT)
    if not comment.strip() and not comments:
        raise BadInput("a return needs a comment", do="Say what is to be looked at again (--comment C)")
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
            f"{signer.name}'s key is not on the roster of {roster.office} as a team lead",
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


def use_roster(view: CaseView, data: bytes, *, signer: Identity | None = None) -> Event:
    """The case takes this office roster: from now on approvals count only from its team leads.

    Raises Refused when the case has the roster of another office key already: an office is not exchanged."""
    view.case.require_writable()
    roster = read_roster(data)
    old = case_roster(view)
    if old is not None:
        _require_same_office(old, roster)
    return view.record(Kind.ROSTER_USED, {"roster": data.decode("utf-8")}, signer)


def case_roster(view: CaseView) -> Roster | None:
    """The office roster the case goes by: its latest. Every one it ever had is checked again, and must be
    signed by the key of the first. Raises BadInput for a roster that is not sound, Refused for another office's."""
    rosters = [read_roster(text.encode("utf-8")) for text in view.state.rosters]
    for roster in rosters[1:]:
        _require_same_office(rosters[0], roster)
    return rosters[-1] if rosters else None


def _require_same_office(first: Roster, other: Roster) -> None:
    if other.key != first.key:
        raise Refused(
            f"this case has the roster of {first.office}; another is signed by a different office key",
            do="Only a roster signed with the same office key counts",
        )


def soundness_problems(case: CaseFile) -> list[str]:
    """What is wrong with the case file, in plain words: every byte, the journal, the documents, the rosters."""
    problems = case.check()
    if not problems:
        try:
            case_roster(CaseView(case))
        except RedactorError as error:
            problems.append(error.what)
    return problems


def require_sound(view: CaseView) -> None:
    """Raises Refused when the journal or the documents are not as they were written."""
    problems = soundness_problems(view.case)
    if problems:
        raise Refused(
            f"the case file is not sound: {problems[0]}",
            do="Nothing is released from it. Restore a copy and tell your office",
        )
