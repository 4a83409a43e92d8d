# SPDX-License-Identifier: AGPL-3.0-or-later
"""Commands that set a case up: new, analyse; identities and rosters; text without a case."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from redactor.casefile.identity import new_identity
from redactor.casefile.roster import add_member, new_roster
from redactor.cli import common
from redactor.cli.office import use_file
from redactor.domain.errors import BadInput
from redactor.operations.analyse import analyse as analyse_case
from redactor.operations.approve import use_roster
from redactor.operations.case import describe_subject, new_case
from redactor.operations.view import CaseView


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


def identity_new(arguments: Namespace) -> int:
    secret = common.identity_passphrase(arguments, confirm=True)
    identity = new_identity(Path(arguments.file), arguments.name, arguments.role, secret)
    row = {"file": arguments.file, "name": identity.name, "role": identity.role, "key": identity.key}
    common.show(arguments, row, f"Made {arguments.file} for {identity.name} ({identity.role})")
    return 0


def roster_new(arguments: Namespace) -> int:
    new_roster(Path(arguments.file), arguments.office, common.identity_passphrase(arguments, confirm=True))
    common.show(arguments, {"file": arguments.file, "office": arguments.office}, f"Made {arguments.file}")
    return 0


def roster_add(arguments: Namespace) -> int:
    add_member(Path(arguments.file), Path(arguments.member), common.identity_passphrase(arguments))
    common.show(arguments, {"file": arguments.file, "added": arguments.member}, f"Added {arguments.member}")
    return 0


def roster_use(arguments: Namespace) -> int:
    try:
        data = Path(arguments.file).read_bytes()
    except OSError as error:
        raise BadInput("the roster cannot be read", arguments.file, "Check the path") from error
    with common.opened(arguments) as view:
        event = use_roster(view, data, signer=common.signer(arguments))
    common.show(arguments, {"event": event.id}, f"The case now uses {arguments.file}")
    return 0


def gui(arguments: Namespace) -> int:
    from redactor.app import main as window

    return window([arguments.case] if arguments.case else [])
