# SPDX-License-Identifier: AGPL-3.0-or-later
"""Commands about passages that may belong under the harm test."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from redactor.cli import common
from redactor.cli.looking import boxes_json
from redactor.cli.options import command
from redactor.domain.cues import CUE_WORDS
from redactor.domain.journal import Event
from redactor.operations.deciding.cue_marking import mark_cue
from redactor.operations.deciding.mark import lacking
from redactor.operations.request.harm_class import suggested
from redactor.operations.view import CaseView
from redactor.review.questions.cues import CueGroup, CueStatus, cue_groups, cue_status


def register(commands: Any) -> None:
    """Add this family's commands."""
    command(commands, "harm-cues", harm_cues)


def harm_cues(arguments: Namespace) -> int:
    """Every passage once a document, with its places there; those that no release is made from come last."""
    with common.opened(arguments, write=False) as view:
        groups = cue_groups(view.cues, view.state)
        elsewhere = [c for c in view.cues if cue_status(c, view.state) is CueStatus.NOT_CARRIED]
        groups += [CueGroup(cue.id, (cue,)) for cue in elsewhere]
        order = {sha: number for number, sha in enumerate(view.documents)}
        rows = [(group, document) for group in groups for document in {cue.document for cue in group.cues}]
        for group, document in sorted(rows, key=lambda row: order[row[1]]):
            _show(arguments, view, group, document)
        if not groups:
            common.note("No passage looks as if it belongs under the harm test. Only reading can tell.")
    return 0


def _show(arguments: Namespace, view: CaseView, group: CueGroup, document: str) -> None:
    here = [cue for cue in group.cues if cue.document == document]
    first = next((cue for cue in here if cue in group.open), here[0])
    places = [
        {
            "file": view.documents[cue.document].name,
            "page": cue.page or None,
            "boxes": boxes_json(cue.boxes),
            "where": str(cue.where),
            "status": str(cue_status(cue, view.state)),
        }
        for cue in here
    ]
    own = places[here.index(first)]
    reason, reason_why = suggested(view, first)
    row: dict[str, Any] = {
        "id": group.id,
        **own,
        "text": first.text,
        "kind": str(first.kind),
        "why": first.why,
        "class": str(first.data_class),
        "reason": reason,
        "reason_why": reason_why,
        "score": first.score,
        "places": places,
        "copies": len(group.cues) - len(here),
    }
    where = f"{own['file']}, page {first.page}" if first.page else f"{own['file']} ({first.where})"
    more = f" and {len(places) - 1} more places" if len(places) > 1 else ""
    about = f"{CUE_WORDS[first.kind]}; {reason}, since {reason_why}"
    common.show(arguments, row, f"{group.id}  {own['status']:11} {where}{more}: {about}\n    {first.text}")


def harm_cue(arguments: Namespace) -> int:
    """``harm CASE --cue ID``: hold the passage back in all its places."""
    with common.opened(arguments) as view:
        event = mark_cue(
            view,
            arguments.cue,
            arguments.reason,
            fields=common.fields_of(arguments),
            signer=common.signer(arguments),
        )
        count = len(event.payload["anchors"])
        return marked(arguments, view, event, f"Marked in {count} places" if count > 1 else "Marked", places=count)


def marked(arguments: Namespace, view: CaseView, event: Event, text: str, **more: object) -> int:
    """Say what was held back, and what its reason still asks for."""
    lacks = lacking(view, event)
    if lacks:
        wanted = " ".join(f"--field {name}=..." for name in lacks)
        text += (
            f"; it still lacks: {', '.join(lacks)}. "
            f"Undo it (redactor undo CASE {event.id[:12]} --as ID) and mark it again with {wanted}"
        )
    common.show(arguments, {"event": event.id, "kind": str(event.kind), **more, "lacks": lacks}, text)
    return 0
