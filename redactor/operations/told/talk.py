# SPDX-License-Identifier: AGPL-3.0-or-later
"""What staff said to each other, and where copies of the case went, as the rest of a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from redactor.domain.journal import Kind
from redactor.domain.saying import said_all, say
from redactor.operations.view import CaseView
from redactor.review.checks.notes import Purpose, short
from redactor.review.merge.merged import which_holds

WRITING = said_all(
    {
        Purpose.COMMENT: "comment: “{text}”",
        Purpose.NOTE: "note for the team lead: “{text}”",
        Purpose.FLAG: "come back to this: “{text}”",
    }
)
ENDING = said_all(
    {"answered": "answer “{note}”", "taken_back": "take back “{note}”", "open_again": "open “{note}” again"}
)


def _note(data: Mapping[str, Any], view: CaseView) -> str:
    return say(WRITING[Purpose(data["purpose"])], text=short(str(data["text"])))


def _answered(data: Mapping[str, Any], view: CaseView) -> str:
    note = view.state.notes.all.get(str(data["note"]))
    told = say(ENDING[str(data["ending"])], note=short(note.text, 40) if note else "")
    return say("{what}: “{text}”", what=told, text=short(str(data["text"]))) if data["text"] else told


def _conflict(data: Mapping[str, Any], view: CaseView) -> str:
    told = say("decide what holds: {text}", text=data["text"])
    conflict = view.state.merged.conflicts.get(str(data["conflict"]))
    return say("{what}: {holds}", what=told, holds=which_holds(conflict, int(data["take"]))) if conflict else told


TALK: dict[Kind, Any] = {
    Kind.NOTE_WRITTEN: _note,
    Kind.NOTE_SETTLED: _answered,
    Kind.CASE_LOOKED_AT: lambda data, view: say("look through what is new"),
    Kind.HANDED_OVER: lambda data, view: say("hand over a copy to {to}", to=data["to"]),
    Kind.BROUGHT_BACK: lambda data, view: say("bring back the copy of {name}", name=data["from"]),
    Kind.MERGED: lambda data, view: say("merge the copy of {name}", name=data["from"]),
    Kind.CONFLICT_DECIDED: _conflict,
}
