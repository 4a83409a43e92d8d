# SPDX-License-Identifier: AGPL-3.0-or-later
"""Export an approved case, or a draft; verify a bundle again. Fail closed: any difference refuses."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import asdict, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

from redactor.casefile.identity import Identity, verify
from redactor.casefile.journal import signed_bytes
from redactor.domain.errors import BadInput, Refused
from redactor.domain.journal import Event, Kind, canonical
from redactor.domain.pages import PageContent
from redactor.domain.plan import Plan
from redactor.domain.saying import say
from redactor.domain.trouble import Trouble
from redactor.operations.checking.sights import look_over
from redactor.operations.checking.sound import require_sound
from redactor.operations.checking.troubles import in_words, keep, kept, stood_in, together, unreadable
from redactor.operations.checking.widths import lines_left
from redactor.operations.left.todo import left_to_do
from redactor.operations.planning.planned import plan_now
from redactor.operations.planning.released import kept_numbers
from redactor.operations.progress import Progress, silent
from redactor.operations.request.opinions import require_opinions
from redactor.operations.request.roster import case_roster
from redactor.operations.view import CaseView
from redactor.release.export import verify_release, write_release
from redactor.release.facts import Released, ReleaseFacts, ReleaseResult, RuleOutcome, VerificationReport
from redactor.release.internal_log import require_internal_log_path, write_internal_log
from redactor.review.checks.approval import require_approved, require_no_author
from redactor.review.decisions.decided import PageKey
from redactor.review.release.settings import setting_in
from redactor.review.todo_items import TodoKind


def export(
    view: CaseView,
    out: Path,
    executor: Executor,
    *,
    draft: bool = False,
    layout: str = "",
    internal_log: Path | None = None,
    guide: bool = False,
    signer: Identity | None = None,
    progress: Progress = silent,
    cancelled: Callable[[], bool] = lambda: False,
) -> ReleaseResult:
    """Burn, verify and only then show the folder under its name. Raises Refused with the rule that was broken.

    A draft needs no approval and no settled list; it burns exactly what is decided and says DRAFT on every page.
    ``layout`` is "bundle" or "documents"; without it the case's settings say.
    """
    if not draft:
        # A release that leaves no trace in the journal would be one nobody can account for.
        view.case.require_writable()
    if internal_log is not None:
        require_internal_log_path(internal_log)
    plan = plan_now(view)
    facts = draft_facts(view, plan) if draft else release_facts(view, plan, executor)
    decided, troubles = plan, together({}, [*kept(view), *unreadable(view)] if draft else [])
    if draft:
        plan = stood_in(decided, troubles)
    else:
        # An opinion counts against the day the bundle leaves: months may have passed since the approval.
        require_opinions(view)

    def sealed(manifest: str, released: Sequence[Released], pages: Sequence[tuple[str, int, int]]) -> None:
        if view.case.read_only:
            return
        numbers = {"numbers": kept_numbers(plan, released), "pages": [list(place) for place in pages]}
        view.case.put(f"release/{manifest}", {"plan": plan.to_json(), "facts": asdict(facts), **numbers})
        if not draft:
            approval = view.state.approval.id if view.state.approval else ""
            payload: dict[str, Any] = {"plan_digest": plan.digest(), "approval": approval, "manifest": manifest}
            if plan.reissue is not None:
                payload |= {"supplements": plan.reissue.of, "release": plan.reissue.number}
            view.record(Kind.EXPORTED, payload, signer)

    def amended(found: Sequence[Trouble]) -> Plan | None:
        nonlocal plan, troubles
        keep(view, found)
        more = together(troubles, found)
        if not draft or more == troubles:
            return None
        # A draft goes on without the pages at fault: what is wrong with one must not hide the others.
        troubles = more
        plan = stood_in(decided, troubles)
        return plan

    result = write_release(
        out,
        plan,
        view.documents,
        case_source(view),
        case_content(view),
        facts,
        executor,
        layout=layout or setting_in(plan.settings, "layout"),
        progress=progress,
        cancelled=cancelled,
        sealed=sealed,
        guide=guide,
        left=lines_left(view),
        amended=amended,
    )
    if internal_log is not None:
        write_internal_log(internal_log, plan, result, view.documents, decided_by(view), facts, _names(view))
    told = in_words(_shown(decided, troubles), view.documents)
    return replace(result, not_as_released=tuple(told))


def _shown(plan: Plan, troubles: Mapping[PageKey, Trouble]) -> list[Trouble]:
    """The troubles with pages of the plan that somebody did not withhold, in its order."""
    keys = [(page.document, page.page) for page in plan.pages if page.withheld is None]
    return [troubles[key] for key in keys if key in troubles]


def _names(view: CaseView) -> list[str]:
    """Every name somebody is known by in the case."""
    return sorted({name for person in view.people.values() for name in (person.name, *person.aliases) if name})


def verify_folder(view: CaseView, folder: Path, executor: Executor) -> VerificationReport:
    """Verify a released folder again, with engines that did not write it, against what was exported.

    The plan is the one kept when this very manifest was written. A folder whose manifest this case never wrote
    is held against the case as it stands, and fails: its papers may have been exchanged and hashed anew."""
    manifest = _manifest_digest(folder)
    kept = view.case.get(f"release/{manifest}")
    exported = {str(event.payload["manifest"]) for event in view.state.exports}
    if kept is None:
        plan = plan_now(view)
        facts = _facts_now(view, plan)
    else:
        plan = Plan.from_json(kept["plan"])
        versions = tuple((name, version) for name, version in kept["facts"]["versions"])
        facts = ReleaseFacts(**{**kept["facts"], "versions": versions})
    report = verify_release(folder, plan, view.documents, case_source(view), case_content(view), facts, executor)
    known = kept is not None and (facts.draft or manifest in exported)
    rule = RuleOutcome(
        "known",
        "the manifest is one that this case wrote when it exported",
        known,
        () if known else ("this case never exported a folder with this manifest",),
    )
    return replace(report, verified=report.verified and known, rules=(*report.rules, rule))


def _manifest_digest(folder: Path) -> str:
    """SHA-256 (hex) of the folder's manifest, which itself holds the hashes of everything beside it."""
    try:
        return hashlib.sha256((folder / "manifest.json").read_bytes()).hexdigest()
    except OSError as error:
        do = "Give the folder that export wrote"
        raise BadInput("there is no manifest in this folder, so it is no release", str(folder), do) from error


def release_facts(view: CaseView, plan: Plan, executor: Executor | None = None) -> ReleaseFacts:
    """Who approved exactly this, checked from the ground up. Raises Refused."""
    require_sound(view)
    payload = require_approved(view.state, plan.digest(), list(view.documents))
    approval = view.state.approval
    assert approval is not None  # require_approved
    _require_signature(approval, payload)
    # Again here, from the journal alone: an approval may have been written past the command.
    require_no_author(view.state, approval.actor)
    if executor is not None:
        # Nothing to do where the case was submitted on this machine: every page is known as it will look.
        look_over(view, executor)
    readable = (TodoKind.RESIDUAL, TodoKind.INCONSISTENT)
    new_hits = [item for item in left_to_do(view, executor) if item.kind in readable]
    if new_hits:
        raise Refused(
            say("what is redacted can still be read: {text}", text=new_hits[0].text),
            do="Settle it, submit and approve again",
        )
    roster = case_roster(view)
    if roster is not None and not roster.vouches(approval.actor.key, "team-lead"):
        raise Refused(
            say(
                "the approval by {actor} does not count: the key is not on the roster of {office}",
                actor=approval.actor.name,
                office=roster.office,
            ),
            do="A team lead on the roster must approve it",
        )
    return ReleaseFacts(
        reference=str(view.fact("reference")),
        subject=str(view.fact("subject")),
        draft=False,
        approved_by=approval.actor.name,
        approved_at=approval.at,
        office=roster.office if roster else "",
        vouched=roster is not None,
        office_key=roster.key if roster else "",
        head=approval.id,
        versions=_versions(plan),
    )


def draft_facts(view: CaseView, plan: Plan) -> ReleaseFacts:
    """Facts of a draft: no approval, no date."""
    return ReleaseFacts(
        reference=str(view.fact("reference")),
        subject=str(view.fact("subject")),
        draft=True,
        versions=_versions(plan),
    )


def _versions(plan: Plan) -> tuple[tuple[str, str], ...]:
    return (("redactor", version("redactor")), *plan.engines)


def _facts_now(view: CaseView, plan: Plan) -> ReleaseFacts:
    try:
        return release_facts(view, plan)
    except Refused:
        return draft_facts(view, plan)


def _require_signature(approval: Event, payload: Mapping[str, Any]) -> None:
    signed = {key: payload[key] for key in ("plan_digest", "documents", "head", "submission")}
    sound = verify(approval.actor.key, approval.signature, signed_bytes(approval.id))
    if not sound or not verify(approval.actor.key, str(payload.get("signed", "")), canonical(signed)):
        raise Refused("the approval's signature does not fit", do="Nothing is released. Have the case approved again")


def decided_by(view: CaseView) -> Mapping[str, tuple[str, str]]:
    """For each event: who decided and when (UTC); decisions without an identity name who adopted them."""
    submitter = view.state.submission.event.actor.name if view.state.submission else ""
    adopted = f"{submitter} (adopted at submission)" if submitter else "not signed"
    return {event.id: (event.actor.name or adopted, event.at) for event in view.state.events}


def case_source(view: CaseView) -> Callable[[str, int], tuple[bytes, str, int]]:
    """For a document and page: bytes of a file that holds it, its password, and the page's number inside."""

    def source(sha: str, page: int) -> tuple[bytes, str, int]:
        data, inside = view.case.part(sha, page)
        return data, view.documents[sha].password, inside

    return source


def case_content(view: CaseView) -> Callable[[str, int], PageContent]:
    """For a document and page: the words as read. What it returns raises Refused for a page never read."""

    def content(sha: str, page: int) -> PageContent:
        found = view.case.page(sha, page)
        if found is None:
            raise Refused(
                say("page {page} was never read", page=page), view.documents[sha].name, "Analyse the case first"
            )
        return found

    return content
