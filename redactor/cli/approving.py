# SPDX-License-Identifier: AGPL-3.0-or-later
"""Commands of the gate: submit, approve, return."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from redactor.cli import common
from redactor.cli.options import command
from redactor.domain.saying import count
from redactor.operations.approving import approve as gate
from redactor.operations.checking.widths import ahead
from redactor.operations.request.roster import case_roster


def register(commands: Any) -> None:
    """Add this family's commands."""
    command(commands, "submit", submit, identity=True)
    command(commands, "approve", approve, identity=True)
    made = command(commands, "return", send_back, identity=True)
    made.add_argument("--comment", default="", metavar="C", help="what is to be looked at again, beside comments")


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
        vouched = case_roster(view) is not None
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
