# SPDX-License-Identifier: AGPL-3.0-or-later
"""Commands on the way out: submit, approve, return, export, verify."""

from __future__ import annotations

from argparse import BooleanOptionalAction, Namespace
from pathlib import Path
from typing import Any

from redactor.cli import common
from redactor.cli.options import command, whole_number
from redactor.domain.errors import BadInput
from redactor.domain.saying import count
from redactor.operations import approve as gate
from redactor.operations import export as releasing
from redactor.operations.widths import ahead
from redactor.release.widths import told_in_words


def register(commands: Any) -> None:
    """Add this family's commands."""
    command(commands, "submit", submit, "submit the case for approval", identity=True)
    command(commands, "approve", approve, "approve what was submitted, as a team lead", identity=True)
    made = command(commands, "return", send_back, "return a submission, as a team lead", identity=True)
    made.add_argument("--comment", default="", metavar="C", help="what is to be looked at again, beside comments")
    made = command(commands, "export", export, "burn, verify and write the release", identity=True)
    made.add_argument("--out", required=True, metavar="DIR")
    made.add_argument("--layout", choices=("bundle", "documents"), help="other files than the case's settings say")
    made.add_argument("--draft", action="store_true", help="unapproved; every page says so")
    made.add_argument(
        "--guide",
        action=BooleanOptionalAction,
        help="a guide in large print for the person, guide.pdf (a draft has none unless asked for)",
    )
    made.add_argument(
        "--internal-log", metavar="FILE", help="also write the internal log (.xlsx or .json): not for release"
    )
    made.add_argument("--workers", type=whole_number, metavar="N")
    made = commands.add_parser("verify", help="verify a released folder again")
    made.set_defaults(run=verify, identity=None)
    made.add_argument("folder", metavar="DIR")
    made.add_argument("--case", required=True, metavar="CASE")
    made.add_argument("--passphrase-file", metavar="F")
    made.add_argument("--recovery-key", metavar="F")
    made.add_argument("--json", action="store_true")
    made.add_argument("--workers", type=whole_number, metavar="N")


def submit(arguments: Namespace) -> int:
    with common.opened(arguments) as view, common.pool(arguments) as pool:
        signer = common.signer(arguments, required=True)
        assert signer is not None
        event = gate.submit(view, signer, pool, progress=common.ShellProgress())
    row = {"event": event.id, "plan_digest": event.payload["plan_digest"], "pages": event.payload["pages"]}
    pages = count(int(row["pages"]), "page")
    common.show(arguments, row, f"Submitted by {signer.name}: {pages}, for a team lead to approve")
    return 0


def approve(arguments: Namespace) -> int:
    with common.opened(arguments) as view:
        signer = common.signer(arguments, required=True)
        assert signer is not None
        event = gate.approve(view, signer)
        vouched = gate.case_roster(view) is not None
        widths = ahead(view).sentence()
    unread = event.payload.get("not_looked_at", [])
    for line in unread:
        common.note(f"{line}.")
    if widths:
        common.note(f"{widths}.")
    if not vouched:
        common.note("The case has no office roster: the release will say 'identity not vouched for'.")
    row = {"event": event.id, "plan_digest": event.payload["plan_digest"], "vouched": vouched, "not_looked_at": unread}
    common.show(arguments, row, f"Approved by {signer.name}")
    return 0


def send_back(arguments: Namespace) -> int:
    with common.opened(arguments) as view:
        signer = common.signer(arguments, required=True)
        assert signer is not None
        event = gate.send_back(view, signer, arguments.comment)
    common.show(arguments, {"event": event.id}, f"Returned by {signer.name}: {arguments.comment}")
    return 0


def export(arguments: Namespace) -> int:
    out = Path(arguments.out)
    internal = Path(arguments.internal_log) if arguments.internal_log else None
    if internal is not None and internal.resolve().is_relative_to(out.resolve()):
        raise BadInput("the internal log is not for release", str(internal), "Write it outside the release folder")
    with common.opened(arguments) as view, common.pool(arguments) as pool:
        result = releasing.export(
            view,
            out,
            pool,
            draft=arguments.draft,
            layout=arguments.layout,
            internal_log=internal,
            guide=arguments.guide if arguments.guide is not None else not arguments.draft,
            signer=common.signer(arguments),
            progress=common.ShellProgress(),
        )
    row = {
        "folder": str(result.folder),
        "files": [file.name for file in result.files],
        "pages": result.pages,
        "redactions": result.redactions,
        "draft": arguments.draft,
        **result.widths,
    }
    kind = "Draft, not for release" if arguments.draft else "Verified and released"
    common.show(arguments, row, f"{kind}: {result.folder} ({result.pages} pages, {result.redactions} redactions)")
    if told := told_in_words(result.widths):
        common.note(f"redactor: {told}")
    return 0


def verify(arguments: Namespace) -> int:
    folder = Path(arguments.folder)
    if not folder.is_dir():
        raise BadInput("there is no such folder", str(folder), "Give the folder that export wrote")
    with common.opened(arguments, write=False) as view, common.pool(arguments) as pool:
        report = releasing.verify_folder(view, folder, pool)
    for rule in report.rules:
        row = {"rule": rule.rule, "holds": rule.holds, "passed": rule.passed, "problems": list(rule.problems)}
        common.show(arguments, row, f"{'passed' if rule.passed else 'FAILED'}  {rule.rule}: {rule.holds}")
        for problem in rule.problems[:5]:
            common.note(f"redactor: {folder}: {problem}.")
    if report.draft:
        common.note("redactor: this is a draft, not for release.")
    return 0 if report.verified and not report.draft else 1
