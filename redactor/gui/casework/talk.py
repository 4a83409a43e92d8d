# SPDX-License-Identifier: AGPL-3.0-or-later
"""What staff said to each other, and where copies of the case went, as the rest of a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from redactor.domain.journal import Kind
from redactor.operations.view import CaseView
from redactor.review.notes import Purpose, short


def _note(data: Mapping[str, Any], view: CaseView) -> str:
    verb = {Purpose.COMMENT: "comment", Purpose.NOTE: "note for the team lead", Purpose.FLAG: "come back to this"}
    return f"{verb[Purpose(data['purpose'])]}: “{short(str(data['text']))}”"


def _answered(data: Mapping[str, Any], view: CaseView) -> str:
    note = view.state.notes.all.get(str(data["note"]))
    about = f" “{short(note.text, 40)}”" if note else ""
    verb = {"answered": "answer", "taken_back": "take back", "open_again": "open again"}[str(data["ending"])]
    said = f": “{short(str(data['text']))}”" if data["text"] else ""
    return f"{verb}{about}{said}"


TALK: dict[Kind, Any] = {
    Kind.NOTE_WRITTEN: _note,
    Kind.NOTE_SETTLED: _answered,
    Kind.CASE_LOOKED_AT: lambda data, view: "look through what is new",
    Kind.HANDED_OVER: lambda data, view: f"hand over a copy to {data['to']}",
    Kind.BROUGHT_BACK: lambda data, view: f"bring back the copy of {data['from']}",
    Kind.MERGED: lambda data, view: f"merge the copy of {data['from']}",
    Kind.CONFLICT_DECIDED: lambda data, view: f"decide what holds: {data['text']}",
}
