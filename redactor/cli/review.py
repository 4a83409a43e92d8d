# SPDX-License-Identifier: AGPL-3.0-or-later
"""The team lead's view from the shell: the risky first, what changed since they last looked, notes, the sample."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from redactor.casefile.identity import read_public
from redactor.cli import common
from redactor.cli.options import command
from redactor.operations.approving.review import Review, looked, review
from redactor.operations.told.history import describe
from redactor.operations.view import CaseView
from redactor.review.checks.notes import told
from redactor.review.checks.risks import RISKS, Risk
from redactor.review.checks.sample import said_estimate


def register(commands: Any) -> None:
    """Add this family's commands."""
    made = command(commands, "review", run, identity=True)
    made.add_argument("--new", action="store_true", help="only what is new since you last looked")
    made.add_argument("--done", action="store_true", help="put on record that you have looked at all of it")


def run(arguments: Namespace) -> int:
    if arguments.done:
        with common.opened(arguments) as view:
            signer = common.signer(arguments, required=True)
            assert signer is not None
            event = looked(view, signer)
        common.show(arguments, {"event": event.id}, f"On record: {signer.name} has looked at everything up to here")
        return 0
    # To look, no passphrase of an identity is needed: whose looks count is read from its open half.
    key = read_public(Path(arguments.identity)).key if arguments.identity else ""
    with common.opened(arguments, write=False) as view:
        seen = review(view, key)
        _risks(arguments, view, seen)
        _changes(arguments, view, seen)
        _notes(arguments, view, seen)
        _sample(arguments, view, seen)
    return 0


def _heading(arguments: Namespace, text: str) -> None:
    if not arguments.json:
        print(f"\n{text}")


def _risks(arguments: Namespace, view: CaseView, seen: Review) -> None:
    shown = [risk for risk in seen.risks if risk.new or not arguments.new]
    new = sum(risk.new for risk in seen.risks)
    _heading(arguments, f"The risky first: {len(seen.risks)} decisions, {new} new to you")
    kind = None
    for risk in shown:
        if risk.kind is not kind and not arguments.json:
            print(f"  {RISKS[risk.kind]}")
        kind = risk.kind
        mark = "*" if risk.new else " "
        common.show(arguments, _risk_row(risk, view), f"  {mark} {risk.text}{_place(risk, view)}\n      {risk.detail}")


def _risk_row(risk: Risk, view: CaseView) -> dict[str, Any]:
    first = risk.places[0] if risk.places else None
    return {
        "row": "risk",
        "kind": str(risk.kind),
        "new": risk.new,
        "event": risk.event,
        "text": risk.text,
        "detail": risk.detail,
        "file": view.documents[first.document].name if first else None,
        "page": first.page if first else None,
        "places": len(risk.places),
    }


def _place(risk: Risk, view: CaseView) -> str:
    if not risk.places:
        return ""
    first = risk.places[0]
    more = f" and {len(risk.places) - 1} more" if len(risk.places) > 1 else ""
    return f"  ({view.documents[first.document].name}, page {first.page}{more})"


def _changes(arguments: Namespace, view: CaseView, seen: Review) -> None:
    since = "What was done in this case" if seen.first_look else "What changed since you last looked"
    _heading(arguments, f"{since}: {len(seen.changes)}")
    for event in reversed(seen.changes):
        text = describe(event, view)
        undone = " (undone since)" if event.id in view.state.undone else ""
        who = event.actor.name or "not signed"
        row = {
            "row": "change",
            "event": event.id,
            "at": event.at,
            "by": event.actor.name or None,
            "text": text + undone,
        }
        common.show(arguments, row, f"  {event.at[:16].replace('T', ' ')}  {who}: {text}{undone}")


def _notes(arguments: Namespace, view: CaseView, seen: Review) -> None:
    notes = [note for note in seen.notes if note.open or not arguments.new]
    _heading(arguments, f"Comments and notes: {sum(note.open for note in notes)} open of {len(seen.notes)}")
    names = {sha: document.name for sha, document in view.documents.items()}
    for note in notes:
        row = {"row": "note", "id": note.id, "open": note.open, "text": note.text, "by": note.actor.name or None}
        common.show(arguments, row, "\n".join(f"  {line}" for line in told(note, names)))


def _sample(arguments: Namespace, view: CaseView, seen: Review) -> None:
    said = said_estimate(seen.sample) if seen.sample else ""
    _heading(arguments, "The sample of what stays readable")
    row: dict[str, Any] = {"row": "sample", "read": seen.sample is not None}
    if seen.sample:
        row |= {"likely": seen.sample.likely, "low": seen.sample.low, "high": seen.sample.high}
    unread = "not read yet: redactor sample CASE" if view.state.submission else "drawn once the case is submitted"
    common.show(arguments, row, f"  {said or unread}")
