# SPDX-License-Identifier: AGPL-3.0-or-later
"""Check a case as an auditor does: from the released folders and the journal alone."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from redactor.cli import common
from redactor.cli.options import command
from redactor.domain.errors import BadInput
from redactor.operations.keeping.audit import audit
from redactor.operations.keeping.audit_record import read_record, write_record


def register(commands: Any) -> None:
    """Add this family's commands."""
    made = command(commands, "audit-record", record)
    made.add_argument("out", metavar="FILE", help="a new .json; it holds what was hidden")
    made = command(commands, "audit", run, case=False)
    made.add_argument("record", metavar="RECORD", help="the file that audit-record wrote")
    made.add_argument("folders", nargs="*", metavar="DIR", help="released folders")
    made.add_argument("--workers", type=int, default=1, metavar="N")


def record(arguments: Namespace) -> int:
    with common.opened(arguments, write=False) as view:
        events = write_record(view, Path(arguments.out))
    common.note("redactor: the audit record holds what was hidden: keep it as you keep the case.")
    common.show(arguments, {"file": arguments.out, "events": events}, f"Written: {arguments.out} ({events} events)")
    return 0


def run(arguments: Namespace) -> int:
    given = read_record(Path(arguments.record))
    for folder in arguments.folders:
        if not Path(folder).is_dir():
            raise BadInput("there is no such folder", folder, "Give folders that export wrote")
    with common.pool(arguments) as pool:
        done = audit(given, [Path(folder) for folder in arguments.folders], pool)
    for rule in done.rules:
        row = {"rule": rule.rule, "holds": rule.holds, "passed": rule.passed, "problems": list(rule.problems)}
        common.show(arguments, row, f"{'passed' if rule.passed else 'FAILED'}  {rule.rule}: {rule.holds}")
        for problem in rule.problems[:5]:
            common.note(f"redactor: {problem}.")
    for remark in done.remarks:
        common.note(f"redactor: {remark}.")
    return 0 if done.passed else 1
