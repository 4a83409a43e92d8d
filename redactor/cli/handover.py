# SPDX-License-Identifier: AGPL-3.0-or-later
"""Copies of the case: hand one over, bring one back, and decide where two copies say different things."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from redactor.cli import common
from redactor.cli.options import command
from redactor.domain.dates import british
from redactor.domain.errors import BadInput
from redactor.domain.saying import count
from redactor.operations.deciding.conflicts import decide_conflict
from redactor.operations.keeping.handover import WHICH, bring_back, hand_over
from redactor.operations.view import CaseView
from redactor.review.merge.handed import Copy, For
from redactor.review.merge.merged import AS_IT_STANDS, Conflict

PURPOSES = {For.HALF: "half of the work", For.APPROVAL: "approval", For.OTHER: "other"}


def register(commands: Any) -> None:
    """Add this family's commands."""
    made = command(commands, "hand-over", over, identity=True)
    made.add_argument("out", metavar="FILE", nargs="?", help="the copy, a new file")
    made.add_argument("--to", default="", metavar="NAME", help="who gets it")
    made.add_argument("--for", dest="purpose", default="other", choices=[str(each) for each in For])
    made.add_argument("--documents", nargs="+", default=[], metavar="F", help="what they are to do, for half the work")
    made.add_argument("--note", default="", metavar="T")
    made.add_argument("--copy-passphrase-file", metavar="F", help="file that holds the copy's own passphrase")
    made = command(commands, "bring-back", back, identity=True)
    made.add_argument("copy", metavar="FILE", help="the copy that came back")
    made.add_argument("--copy-passphrase-file", metavar="F", help="file that holds the copy's own passphrase")
    made = command(commands, "conflicts", conflicts, identity=True)
    made.add_argument("id", metavar="ID", nargs="?", help="the conflict to decide")
    made.add_argument("--take", choices=("1", "2", "now"), help="one copy, the other, or as it stands by now")
    made.add_argument("--why", default="", metavar="W")


def over(arguments: Namespace) -> int:
    if arguments.out is None:
        return _known(arguments)
    if not arguments.to.strip():
        raise BadInput("a copy goes to somebody", do="Say to whom (--to NAME)")
    with common.opened(arguments) as view:
        documents = [view.document_called(name).sha256 for name in arguments.documents]
        event = hand_over(
            view,
            Path(arguments.out),
            common.copy_passphrase(arguments, confirm=True),
            to=arguments.to,
            purpose=For(arguments.purpose),
            documents=documents,
            note=arguments.note,
            signer=common.signer(arguments),
        )
    common.note("Its passphrase goes another way than the file. Bring it back: redactor bring-back CASE FILE")
    row = {"event": event.id, "file": str(arguments.out), "to": event.payload["to"]}
    common.show(arguments, row, f"Handed over to {row['to']}: {arguments.out}")
    return 0


def _known(arguments: Namespace) -> int:
    with common.opened(arguments, write=False) as view:
        mine = str(view.case.get(WHICH, ""))
        for copy in view.state.handed.all.values():
            row = {
                "copy": copy.id,
                "to": copy.to,
                "for": str(copy.purpose),
                "at": copy.at,
                "by": copy.by.name or None,
                "files": [view.documents[sha].name for sha in copy.documents if sha in view.documents],
                "back": list(copy.back),
                "done": copy.done,
                "this": copy.id == mine,
            }
            common.show(arguments, row, _told(copy, view, copy.id == mine))
        if not view.state.handed.all:
            common.note("No copy was handed over, as far as this case knows.")
    return 0


def _told(copy: Copy, view: CaseView, this: bool) -> str:
    came = f"came back on {', '.join(british(at[:10]) for at in copy.back)}" if copy.back else "not back yet"
    came += ", and nothing was done in it" if copy.back and not copy.done else ""
    here = " (this is that copy)" if this else ""
    names = ", ".join(view.documents[sha].name for sha in copy.documents if sha in view.documents)
    files = f"\n    to do: {names}" if names else ""
    by = f" by {copy.by.name}" if copy.by.name else ""
    return f"{british(copy.at[:10])}  to {copy.to}{by}, for {PURPOSES[copy.purpose]}: {came}{here}{files}"


def back(arguments: Namespace) -> int:
    with common.opened(arguments) as view:
        path = Path(arguments.copy)
        if not path.exists():
            raise BadInput("there is no such file", str(path), "Give the copy that came back")
        came = bring_back(view, path, common.copy_passphrase(arguments), signer=common.signer(arguments))
        standing = "approved" if view.state.approval else "submitted" if view.state.submission else "to be submitted"
        for conflict in came.conflicts:
            _show(arguments, conflict, view)
    row = {
        "event": came.event.id,
        "from": came.who,
        "merged": came.merged,
        "events": came.events,
        "done": came.done,
        "papers": came.papers,
        "conflicts": len(came.conflicts),
        "analyse": came.analyse,
        "standing": standing,
    }
    text = f"Taken in from {came.who}: {count(came.done, 'step') if came.done else 'nothing was done in it'}"
    if came.papers:
        text += f", {count(came.papers, 'new document')}"
    if came.merged:
        clashes = count(len(came.conflicts), "conflict")
        text += f". Both copies had gone on, so it is to be submitted and approved again; {clashes}"
    common.show(arguments, row, text)
    if came.conflicts:
        common.note("Decide each: redactor conflicts CASE ID --take 1|2|now --why W --as ID")
    if came.analyse:
        common.note("Analyse the case again: redactor analyse CASE")
    return 0


def conflicts(arguments: Namespace) -> int:
    if arguments.id is None:
        with common.opened(arguments, write=False) as view:
            for conflict in view.state.merged.open():
                _show(arguments, conflict, view)
            if not view.state.merged.open():
                common.note("No conflict is open.")
        return 0
    if arguments.take is None:
        raise BadInput("say which side holds", do="Give --take 1, 2 or now (as it stands by now)")
    with common.opened(arguments) as view:
        signer = common.signer(arguments, required=True)
        assert signer is not None
        take = AS_IT_STANDS if arguments.take == "now" else int(arguments.take) - 1
        event = decide_conflict(view, arguments.id, take, arguments.why, signer)
        left = len(view.state.merged.open())
    row = {"event": event.id, "conflict": event.payload["conflict"], "left": left}
    common.show(arguments, row, f"Decided: {event.payload['text']}. {left} left")
    return 0


def _show(arguments: Namespace, conflict: Conflict, view: CaseView) -> None:
    document, page = conflict.place
    row = {
        "id": conflict.id,
        "about": conflict.text,
        "file": view.documents[document].name if document in view.documents else None,
        "page": page or None,
        "1": conflict.told[0],
        "2": conflict.told[1],
    }
    common.show(arguments, row, f"{conflict.id}  {conflict.text}\n    1: {row['1']}\n    2: {row['2']}")
