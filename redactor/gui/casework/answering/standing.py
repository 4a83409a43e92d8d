# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where the case stands: what Undo and Redo would do, who has it, and what changed since somebody last looked."""

from __future__ import annotations

from redactor.domain.lineage import unseen_by
from redactor.domain.saying import say
from redactor.gui.casework.told.case import Change, Moved, Standing
from redactor.operations.told.history import describe, describe_step, told
from redactor.operations.view import CaseView


def moved(view: CaseView, turn: int) -> Moved:
    """Where the case stands now."""
    undo, redo = view.state.last_undoable(), view.state.last_redoable()
    target = redo.payload["event"] if redo is not None else ""
    redone = next((e for e in view.state.events if e.id == target), None)
    return Moved(
        turn,
        len(view.state.events),
        describe_step(undo, view) if undo else "",
        describe(redone, view) if redone else "",
        standing(view),
        tuple(view.state.authors.values()),
    )


def standing(view: CaseView) -> Standing:
    state = view.state
    if state.approval is not None and state.submission is not None:
        submitted = state.submission.event
        exported = any(e.payload.get("approval") == state.approval.id for e in state.exports)
        return Standing(
            "exported" if exported else "approved",
            submitted.actor.name,
            submitted.at,
            state.approval.actor.name,
            state.approval.at,
        )
    if state.submission is not None:
        submitted = state.submission.event
        return Standing("submitted", submitted.actor.name, submitted.at)
    if state.returned is not None:
        event = state.returned
        return Standing("working", returned_by=event.actor.name, comment=str(event.payload["comment"]))
    return Standing("working")


def changes_since(view: CaseView, key: str) -> list[Change]:
    """What was decided since the last event by the identity with this key; everything when it has none."""
    return [
        Change(event.at, event.actor.name or say("not signed"), text)
        for event, text in told(unseen_by(view.state.events, key), view)
    ]
