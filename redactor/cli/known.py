# SPDX-License-Identifier: AGPL-3.0-or-later
"""``known``: documents the subject wrote, was sent or was present at, and what in them would be held back."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from redactor.cli import common
from redactor.cli.options import command
from redactor.domain.errors import BadInput
from redactor.operations.deciding.settle import settle
from redactor.operations.view import CaseView
from redactor.review.questions.known import known_id, known_mentions


def register(commands: Any) -> None:
    """Add this family's commands."""
    made = command(commands, "known", known, identity=True)
    made.add_argument("--accept", action="append", metavar="ID", help="leave in what this document mentions ('all')")


def known(arguments: Namespace) -> int:
    with common.opened(arguments, write=bool(arguments.accept)) as view:
        if arguments.accept:
            return _accept(arguments, view)
        for entry in view.known:
            identity = known_id(entry.document)
            settled = view.state.settled.get(identity)
            row: dict[str, Any] = {
                "id": identity,
                "file": view.documents[entry.document].name,
                "kind": str(entry.kind),
                "why": entry.why,
                "doubt": entry.doubt,
                "mentions": len(known_mentions(entry.document, view.mentions, view.outcomes, view.state)),
                "status": settled.outcome if settled else "proposed",
            }
            doubt = f" (but {entry.doubt})" if entry.doubt else ""
            text = (
                f"{identity}  {row['status']:8} {row['file']}: {entry.why}{doubt}; {row['mentions']} mentions of others"
            )
            common.show(arguments, row, text)
    return 0


def _accept(arguments: Namespace, view: CaseView) -> int:
    items = view.known_items()
    wanted = {item.id for item in items} if "all" in arguments.accept else set(arguments.accept)
    if unknown := wanted - {item.id for item in items}:
        raise BadInput(f"nothing to accept has the id '{min(unknown)}'", do="List them: redactor known CASE")
    signer = common.signer(arguments)
    whys = {known_id(entry.document): entry.why for entry in view.known}
    chosen = [item for item in items if item.id in wanted]
    for item in chosen:
        settle(view, [item], "known", f"the subject knows it already: {whys[item.id]}", signer=signer)
    count = sum(len(item.anchors) for item in chosen)
    common.show(arguments, {"accepted": len(chosen), "mentions": count}, f"Left in: {count} mentions")
    return 0
