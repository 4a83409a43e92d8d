# SPDX-License-Identifier: AGPL-3.0-or-later
"""Commands that set a case up: new, subject, analyse; text without a case."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from redactor.cli import common
from redactor.cli.office import use_file
from redactor.cli.options import command, identity_options, office_options, subject_options, whole_number
from redactor.domain.errors import BadInput
from redactor.operations.finding.analyse import analyse as analyse_case
from redactor.operations.request.case import describe_subject, new_case
from redactor.operations.view import CaseView


def register(commands: Any) -> None:
    """Add this family's commands."""
    made = command(commands, "new", new, identity=True)
    made.add_argument("--reference", required=True, metavar="R")
    made.add_argument("--subject", required=True, metavar="NAME", help="the person it is about: Forename Surname")
    made.add_argument("--alias", action="append", metavar="A", help="another name they go by")
    subject_options(made)
    made.add_argument("--dob", default="", metavar="DATE", help="their date of birth, YYYY-MM-DD")
    made.add_argument(
        "--requester", default="subject", metavar="CAPACITY", help="who asks: subject, parent, solicitor..."
    )
    made.add_argument("--received", default="", metavar="DATE", help="when the request came, YYYY-MM-DD")
    made.add_argument("--roster", metavar="F", help="the office's roster of staff")
    office_options(made)

    made = command(commands, "subject", subject, identity=True)
    made.add_argument("--alias", action="append", metavar="A", help="another name they go by")
    subject_options(made)

    made = command(commands, "analyse", analyse)
    made.add_argument("--workers", type=whole_number, metavar="N", help="worker processes")
    identity_options(made)
    office_options(made)

    made = command(commands, "detect", detect, case=False)
    made.add_argument("file", metavar="FILE.jsonl")


def new(arguments: Namespace) -> int:
    case = new_case(
        Path(arguments.case),
        common.passphrase(arguments, confirm=True),
        reference=arguments.reference,
        subject=arguments.subject,
        aliases=arguments.alias or (),
        addresses=arguments.address or (),
        identifiers=arguments.identifier or (),
        dob=arguments.dob,
        requester=arguments.requester,
        received=arguments.received,
        recovery=Path(arguments.recovery_key) if arguments.recovery_key else None,
        roster=Path(arguments.roster) if arguments.roster else None,
        signer=common.signer(arguments),
    )
    with case:
        if arguments.office:
            use_file(arguments, CaseView(case), arguments.office)
    common.show(arguments, {"case": str(arguments.case), "reference": arguments.reference}, f"Made {arguments.case}")
    return 0


def subject(arguments: Namespace) -> int:
    with common.opened(arguments) as view:
        if arguments.alias or arguments.address or arguments.identifier:
            describe_subject(
                view,
                aliases=arguments.alias or (),
                addresses=arguments.address or (),
                identifiers=arguments.identifier or (),
                signer=common.signer(arguments),
            )
            common.note("Analyse the case again to use it: redactor analyse CASE")
        names = ("subject", "aliases", "dob", "addresses", "identifiers")
        row = {name: view.fact(name, [] if name.endswith("s") else "") for name in names}
        text = "\n".join(f"{k}: {', '.join(v) if isinstance(v, list) else v}" for k, v in row.items() if v)
        common.show(arguments, row, text)
    return 0


def analyse(arguments: Namespace) -> int:
    with common.opened(arguments) as view, common.pool(arguments) as pool:
        if arguments.office:
            use_file(arguments, view, arguments.office)
        result = analyse_case(view.case, pool, progress=common.ShellProgress())
    row = {
        "pages": result.pages,
        "ocr_pages": result.ocr_pages,
        "unreadable": result.unreadable,
        "mentions": result.mentions,
        "people": result.people,
    }
    text = f"{result.pages} pages read, {result.mentions} mentions of {result.people} people found"
    if result.unreadable:
        text += f"; {result.unreadable} pages could not be read: see redactor todo"
    common.show(arguments, row, text)
    return 0


def detect(arguments: Namespace) -> int:
    from redactor.detect.tasks import detect_records

    records: list[dict[str, Any]] = []
    try:
        with Path(arguments.file).open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                if not line.strip():
                    continue
                record = _record(line)
                if record is None:
                    raise BadInput(
                        "this is not {id, text} in JSON", f"{arguments.file}, line {number}", "Mend the line"
                    )
                records.append(record)
    except UnicodeDecodeError as error:
        raise BadInput("the file is not UTF-8 text", arguments.file, "Save it as UTF-8") from error
    for row in detect_records(records):
        print(json.dumps(row, ensure_ascii=False), flush=True)
    return 0


def _record(line: str) -> dict[str, Any] | None:
    try:
        record = json.loads(line)
    except ValueError:
        return None
    sound = isinstance(record, dict) and "id" in record and isinstance(record.get("text"), str)
    return record if sound else None
