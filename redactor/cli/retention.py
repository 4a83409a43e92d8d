# SPDX-License-Identifier: AGPL-3.0-or-later
"""How long cases are kept: what is due in a folder, a case's own day, holds, and erasing."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

from redactor.cli import common
from redactor.cli.options import command
from redactor.domain.errors import BadInput
from redactor.operations.keeping.erasing import erase, require_erasable
from redactor.operations.keeping.retention import due_list, kept, lift_hold, put_hold, schedule, set_retention


def register(commands: Any) -> None:
    """Add this family's commands."""
    made = command(commands, "retention", retention, identity=True)
    made.add_argument("--schedule", metavar="FILE", help="the council's own schedule (.toml), instead of the example")
    made.add_argument("--due", action="store_true", help="of a folder: only those that are due")
    made.add_argument("--kind", default="", metavar="K", help="put the case into a kind of the schedule")
    made.add_argument("--until", default="", metavar="DATE", help="keep it until this day instead (with --why)")
    made.add_argument("--ended", default="", metavar="DATE", help="the day a case without a release came to its end")
    made.add_argument("--hold", default="", metavar="W", help="keep it whatever the schedule says: why")
    made.add_argument("--lift", default="", metavar="W", help="lift the hold: why")
    made.add_argument("--why", default="", metavar="W")

    made = command(commands, "erase", run_erase, identity=True)
    made.add_argument("--certificate", metavar="FILE", help="a new .pdf or .txt; a signed .json is written beside it")
    made.add_argument("--confirm", default="", metavar="REFERENCE", help="the case's reference, instead of being asked")
    made.add_argument("--early", default="", metavar="W", help="why it goes before it is due")
    made.add_argument("--schedule", metavar="FILE", help="the council's own schedule (.toml)")
    made.add_argument("--recovery-keys", metavar="F", help="the office's file of recovery keys: the case's goes too")


def retention(arguments: Namespace) -> int:
    given = schedule(Path(arguments.schedule) if arguments.schedule else None)
    if Path(arguments.case).is_dir():
        return _folder(arguments, given)
    changes = bool(arguments.kind or arguments.until or arguments.ended or arguments.hold or arguments.lift)
    with common.opened(arguments, write=changes) as view:
        signer = common.signer(arguments) if changes else None
        if arguments.hold:
            put_hold(view, arguments.hold, signer=signer)
        if arguments.lift:
            lift_hold(view, arguments.lift, signer=signer)
        if arguments.kind or arguments.until or arguments.ended:
            dates = {"until": arguments.until, "ended": arguments.ended}
            set_retention(view, given, arguments.kind, **dates, why=arguments.why, signer=signer)
        _show(arguments, kept(view, given))
    return 0


def _folder(arguments: Namespace, given: Any) -> int:
    recovery = Path(arguments.recovery_key) if arguments.recovery_key else None
    secret = "" if recovery else common.passphrase(arguments)
    today, shut = date.today(), 0
    for row in due_list(Path(arguments.case), given, passphrase=secret, recovery=recovery):
        shut += bool(row.problem)
        if row.problem or not arguments.due or row.is_due(today):
            _show(arguments, row)
    if shut:
        common.note(f"redactor: {shut} of the cases could not be opened with this key: they are not judged.")
    return 0


def _show(arguments: Namespace, row: Any) -> None:
    due = row.due is not None and row.due <= date.today()
    text = (
        f"{row.due or 'open'!s:<12} {row.reference}  {row.why}"
        if not row.problem
        else f"?            {row.path}: {row.problem}"
    )
    if row.hold:
        text += f"  ON HOLD: {row.hold}"
    elif due:
        text += "  DUE"
    out = {"path": str(row.path), "reference": row.reference, "due": str(row.due or ""), "is_due": due, "why": row.why}
    common.show(arguments, {**out, "hold": row.hold, "problem": row.problem}, text)


def run_erase(arguments: Namespace) -> int:
    given = schedule(Path(arguments.schedule) if arguments.schedule else None)
    with common.opened(arguments) as view:
        erasure = require_erasable(view, given, early=arguments.early)
        common.note(f"Case {erasure.reference}: {erasure.events} journal entries; {erasure.why}.")
        for copy in erasure.copies:
            common.note(f"Known to exist elsewhere: {copy.what}, {copy.on} {copy.named_by[:12]}")
        if not arguments.certificate:
            raise BadInput("an erasure leaves a certificate", do="Say where to write it (--certificate FILE)")
        confirm = arguments.confirm
        if not confirm and sys.stdin.isatty():
            confirm = input("This cannot be undone. Type the case's reference to erase it: ")
        signer = common.signer(arguments, required=True)
        assert signer is not None
        keys = Path(arguments.recovery_keys) if arguments.recovery_keys else None
        content = erase(view, given, Path(arguments.certificate), confirm, signer, early=arguments.early, recovery=keys)
    text = f"Erased on this machine: {content['file']}. Certificate: {arguments.certificate}"
    common.show(arguments, {"file": content["file"], "certificate": arguments.certificate}, text)
    return 0
