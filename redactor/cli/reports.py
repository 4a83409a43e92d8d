# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reports for the lead: time a stage took, counts by reason, what approval overturned and found missed."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from redactor.cli import common
from redactor.cli.options import command
from redactor.domain.errors import Refused
from redactor.operations.keeping.reports import as_text, case_figures, folder_figures, report, write_report


def register(commands: Any) -> None:
    """Add this family's commands."""
    made = command(commands, "report", run)
    made.add_argument("--out", metavar="FILE", help="a new .xlsx, .csv or .txt")


def run(arguments: Namespace) -> int:
    place = Path(arguments.case)
    shut: list[tuple[Path, str]] = []
    if place.is_dir():
        recovery = Path(arguments.recovery_key) if arguments.recovery_key else None
        secret = "" if recovery else common.passphrase(arguments)
        cases, shut = folder_figures(place, passphrase=secret, recovery=recovery)
    else:
        with common.opened(arguments, write=False) as view:
            cases = [case_figures(view)]
    for path, why in shut:
        common.note(f"redactor: {path}: {why}: it is not in the report.")
    if not cases:
        raise Refused("there is no case to report on", str(place), "Give a case, or a folder with cases (*.case)")
    rows = report(cases)
    if arguments.out:
        write_report(Path(arguments.out), rows)
    if arguments.json:
        for name, value in rows:
            if value != "":
                common.show(arguments, {"what": name, "figure": value}, "")
    elif arguments.out:
        print(f"Written: {arguments.out}")
    else:
        print(as_text(rows))
    return 0
