# SPDX-License-Identifier: AGPL-3.0-or-later
"""The whole way on the demo bundle: loose papers to a verified release, every step a person would take."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from redactor.casefile.identity import Identity, new_identity
from redactor.casefile.roster import add_member, new_roster
from redactor.domain import demo as made_up
from redactor.domain import saying
from redactor.domain.demo import PASSPHRASE
from redactor.domain.errors import BadInput
from redactor.operations.approving import approve as gate
from redactor.operations.deciding import accepting, mark
from redactor.operations.demo.demo_caseworker import DemoCaseworker
from redactor.operations.finding.analyse import analyse
from redactor.operations.intake import confirming
from redactor.operations.intake.intake import add_paths
from redactor.operations.progress import Progress, silent
from redactor.operations.releasing.export import export, verify_folder
from redactor.operations.request.case import new_case
from redactor.operations.request.opinions import classes_now, confirm_classes, record_opinion
from redactor.operations.request.request import record_request
from redactor.operations.view import CaseView

NAMES = ("demo.case", "release", "staff")


@dataclass(frozen=True, slots=True)
class Demo:
    """Where the demo left everything."""

    case: Path
    release: Path
    passphrase: str = PASSPHRASE

    def paths(self) -> dict[str, Path]:
        """What to look at, in the order to look."""
        return {
            "redacted bundle": self.release / "bundle.pdf",
            "reader's guide": self.release / "guide.pdf",
            "redaction log": self.release / "redaction-log.pdf",
            "verification report": self.release / "verification.pdf",
            "case file": self.case,
        }


def run_demo(out: Path, executor: Executor, *, say: Callable[[str], None] = print, progress: Progress = silent) -> Demo:
    """Make the demo case in ``out`` and take it all the way. Raises BadInput when ``out`` holds something else."""
    script = made_up.script()
    out = _prepared(out)
    say("1. Identities for a caseworker and a team lead, vouched for by their office")
    caseworker, lead, roster = _staff(out / "staff", script)
    say(f"2. A new case: {script['reference']}, about {script['subject']}")
    case = new_case(
        out / "demo.case",
        PASSPHRASE,
        reference=script["reference"],
        subject=script["subject"],
        aliases=script.get("aliases", ()),
        dob=script.get("dob", ""),
        requester=script.get("requester", "subject"),
        received=_dated(script.get("received", "")),
        roster=roster,
        signer=caseworker,
    )
    with case:
        added = add_paths(case, made_up.papers(), executor, signer=caseworker, progress=progress)
        refused = [f"{row.file}: {row.problem}" for row in added if row.status == "refused"]
        if refused:
            raise BadInput(
                saying.say("the demo bundle could not be read: {problem}", problem=refused[0]),
                str(made_up.FOLDER),
                "Install Redactor again",
            )
        say(
            f"3. {sum(row.status == 'added' for row in added)} documents, {sum(row.pages for row in added)} pages added"
        )
        found = analyse(case, executor, progress=progress)
        say(f"4. {found.mentions} mentions of {found.people} people found ({found.ocr_pages} pages by OCR)")
        view = CaseView(case)
        record_request(view, {name: script[name] for name in ("how", "searches")}, signer=caseworker)
        _decide(view, executor, script, caseworker, say)
        gate.submit(view, caseworker, executor)
        gate.approve(view, lead)
        say(f"7. Submitted by {caseworker.name}, approved by {lead.name}")
        result = export(view, out / "release", executor, guide=True, signer=lead, progress=progress)
        say(f"8. Burned: {result.redactions} redactions on {result.pages} pages")
        report = verify_folder(view, out / "release", executor)
        say(f"9. Verified by engines that did not write it: {len(report.rules)} rules passed")
    return Demo(out / "demo.case", out / "release")


def _prepared(out: Path) -> Path:
    """The folder, without what an earlier demo left in it."""
    earlier = {name for name in NAMES if (out / name).exists()}
    if out.exists() and (not out.is_dir() or ({p.name for p in out.iterdir()} - {*NAMES, "demo.case.lock"})):
        raise BadInput("this is not an empty folder", str(out), "Give another with --out DIR")
    for name in earlier:
        path = out / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    out.mkdir(parents=True, exist_ok=True)
    return out


def _staff(folder: Path, script: dict[str, Any]) -> tuple[Identity, Identity, Path]:
    folder.mkdir()
    worker = new_identity(folder / "caseworker.identity", script["caseworker"], "caseworker", PASSPHRASE)
    lead = new_identity(folder / "team-lead.identity", script["team_lead"], "team-lead", PASSPHRASE)
    roster = folder / "office.roster"
    new_roster(roster, script["office"], PASSPHRASE)
    for name in ("caseworker.identity", "team-lead.identity"):
        add_member(roster, folder / name, PASSPHRASE)
    return worker, lead, roster


def _decide(
    view: CaseView, executor: Executor, script: dict[str, Any], signer: Identity, say: Callable[[str], None]
) -> None:
    worker = DemoCaseworker(view, signer, made_up.FOLDER / "truth.json")
    roles = worker.roles()
    accepted = accepting.accept(view, signer=signer)
    people = len(accepted.payload["people"]) if accepted else 0
    marks = [*script.get("harm", []), *script.get("passages", [])]
    for passage in marks:
        document = view.document_called(passage["file"])
        fields = {name: _dated(value) for name, value in passage["fields"].items()}
        mark.mark_harm(
            view, document, passage["page"], passage["reason"], text=passage["text"], fields=fields, signer=signer
        )
    say(f"5. {roles} people put right who were taken for something else")
    say(f"   {people} other people to be redacted; {len(marks)} passages marked with their own reasons")
    _opinions(view, script, signer, say)
    settled = worker.clear_list(executor)
    say(f"6. {settled} uncertain findings and pages looked at and settled")
    named = confirming.confirm(view, signer=signer)
    titles = sum("title" in entry for entry in named.payload["entries"]) if named else 0
    say(f"   the index: proposed kinds and dates confirmed, and {titles} titles, all without what is redacted")


def _opinions(view: CaseView, script: dict[str, Any], signer: Identity, say: Callable[[str], None]) -> None:
    """The classes of all documents confirmed, and what the health professional said about those of health data."""
    classes = classes_now(view)
    confirm_classes(view, classes, signer=signer)
    health = [sha for sha, kind in classes.items() if kind == "health"]
    for said in script.get("opinions", []):
        record_opinion(
            view,
            said["finding"],
            by=said["by"],
            profession=said["profession"],
            basis=said["appropriate"],
            given=_dated(said["given"]),
            text=said["text"],
            documents=health,
            signer=signer,
        )
    say(f"   {len(classes)} documents classed, {len(health)} of them health data, with a clinician's opinion on record")


def _dated(value: str) -> str:
    """ "today-21" in the demo's script is the date 21 days ago: an opinion has to be recent to count."""
    if value.startswith("today-"):
        return (datetime.date.today() - datetime.timedelta(days=int(value.removeprefix("today-")))).isoformat()
    return value
