# SPDX-License-Identifier: AGPL-3.0-or-later
"""The request and its time limit: put facts on record, tell when the answer is due and why."""

from __future__ import annotations

import datetime
from argparse import Namespace
from typing import Any

from redactor.cli import common
from redactor.cli.options import command
from redactor.domain.catalogue import NATIONS, requesters
from redactor.operations.request.case import iso_date
from redactor.operations.request.request import clock_of, record_request
from redactor.review.request.request import DATES, PAUSES, TEXTS

_OPTIONS = {name: f"--{name.replace('_', '-')}" for name in (*DATES, *PAUSES, *TEXTS)} | {"extension_why": "--why"}


def register(commands: Any) -> None:
    """Add this family's commands."""
    made = command(commands, "request", request, identity=True)
    for name, text in DATES.items():
        made.add_argument(_OPTIONS[name], dest=name, metavar="DATE", help=text[:1].lower() + text[1:])
    made.add_argument("--clarification-asked", metavar="DATE", help="asked what exactly is wanted")
    made.add_argument("--clarification-answered", metavar="DATE", help="the answer to the last such question")
    choices = {"capacity": list(requesters()), "nation": list(NATIONS)}
    for name, text in TEXTS.items():
        made.add_argument(
            _OPTIONS[name], dest=name, choices=choices.get(name), metavar=None if name in choices else "T",
            help=text[:1].lower() + text[1:],
        )  # fmt: skip
    made = command(commands, "clock", clock)
    made.add_argument("--on", metavar="DATE", default="", help="as it stands on this day (today if left out)")


def request(arguments: Namespace) -> int:
    given = {name: getattr(arguments, name) for name in _OPTIONS if getattr(arguments, name) is not None}
    with common.opened(arguments, write=bool(given)) as view:
        if given:
            record_request(view, given, signer=common.signer(arguments))
        record = view.state.request.to_json()
        due = clock_of(view)
    row = {**record, "due": str(due.due) if due.due else None, "state": due.state}
    words = {**DATES, **TEXTS}
    lines = [f"{words.get(name, 'Clarifications')}: {value}" for name, value in record.items()]
    common.show(arguments, row, "\n".join([*lines, due.steps[-1]]))
    return 0


def clock(arguments: Namespace) -> int:
    today = datetime.date.fromisoformat(iso_date(arguments.on, "--on")) if arguments.on else datetime.date.today()
    with common.opened(arguments, write=False) as view:
        found = clock_of(view, today)
    row = {
        "state": found.state,
        "starts": str(found.starts) if found.starts else None,
        "due": str(found.due) if found.due else None,
        "days_left": found.days_left,
        "extend_by": str(found.extend_by) if found.extend_by else None,
        "steps": list(found.steps),
        "next": [{"by": str(step.by) if step.by else None, "what": step.what} for step in found.next],
    }
    lines = [f"{number}. {step}" for number, step in enumerate(found.steps, start=1)]
    lines += [f"Next: {step.what}." for step in found.next]
    common.show(arguments, row, "\n".join(lines))
    return 0
