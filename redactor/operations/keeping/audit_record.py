# SPDX-License-Identifier: AGPL-3.0-or-later
"""The record an auditor works from: every event of the journal and the plan of each release, in one file.

It holds what was hidden. It is written only on purpose, and is for those who may see the case.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from redactor.domain.errors import BadInput
from redactor.domain.journal import Actor, Event, Kind
from redactor.domain.plan import Plan
from redactor.domain.saying import say
from redactor.operations.planning.released import releases
from redactor.operations.view import CaseView
from redactor.release.folder import told_plainly

FORMAT = "redactor audit record 1"


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """The journal's events in order, and each release's plan by the SHA-256 of its manifest."""

    events: tuple[Event, ...]
    plans: Mapping[str, Plan]


def write_record(view: CaseView, path: Path) -> int:
    """Write the record to a new file; returns the number of events. Raises BadInput."""
    plans = {}
    for manifest in releases(view):
        kept = view.case.get(f"release/{manifest}")
        if kept is not None:
            plans[manifest] = Plan.from_json(kept["plan"]).to_json()
    events = [_to_json(event) for event in view.state.events]
    content = {"format": FORMAT, "reference": str(view.fact("reference")), "events": events, "plans": plans}
    try:
        with told_plainly(path.absolute().parent), path.open("x", encoding="utf-8", newline="\n") as out:
            json.dump(content, out, ensure_ascii=False)
            out.write("\n")
    except FileExistsError:
        raise BadInput("this is already there", str(path), "Choose a new name: nothing is written over") from None
    return len(events)


def read_record(path: Path) -> AuditRecord:
    """Raises BadInput for a file that is no such record. Nothing in it is believed yet."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["format"] != FORMAT:
            raise ValueError("another format")
        events = tuple(_from_json(entry) for entry in data["events"])
        plans = {str(manifest): Plan.from_json(plan) for manifest, plan in data["plans"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        do = "Give the file that 'redactor audit-record CASE FILE' wrote"
        raise BadInput(say("this is no audit record ({kind})", kind=type(error).__name__), str(path), do) from error
    return AuditRecord(events, plans)


def _to_json(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "parents": list(event.parents),
        "kind": str(event.kind),
        "at": event.at,
        "actor": [event.actor.name, event.actor.role, event.actor.key],
        "payload": event.payload,
        "signature": event.signature,
    }


def _from_json(data: Mapping[str, Any]) -> Event:
    actor = Actor(*(str(part) for part in data["actor"]))
    parents = tuple(str(parent) for parent in data["parents"])
    kind, at, payload = Kind(data["kind"]), str(data["at"]), dict(data["payload"])
    return Event(str(data["id"]), parents, kind, at, actor, payload, str(data["signature"]))
