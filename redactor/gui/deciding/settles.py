# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which lines of what is left a decision takes off the list, as far as the window can tell. Pure.

Only so that they go at once: what is left the case says when it was counted anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from redactor.domain.catalogue import catalogue
from redactor.gui.casework.told.people import TodoRow
from redactor.review.todo_items import TodoKind

_BROKEN = frozenset({TodoKind.MISSING_FIELD, TodoKind.REQUESTER})


def settled_by(name: str, arguments: Mapping[str, Any], todo: Iterable[TodoRow]) -> frozenset[str]:
    """The ids of the things to do that this question to the case (its name and arguments) settles."""
    there = {item.id: item for item in todo}
    return frozenset(_settled_by(name, arguments, there.values()) & there.keys())


def _settled_by(name: str, arguments: Mapping[str, Any], todo: Iterable[TodoRow]) -> set[str]:
    if name in ("settle", "withhold_items"):
        return set(arguments["items"])
    if name == "settle_each":
        return {identity for items in arguments["choices"].values() for identity in items}
    if name == "mark_cue":
        return {arguments["cue"]}
    if name == "accept":
        # Whose office and whose life meet ("both") are left in, and wait for somebody's eyes.
        return {item.id for item in todo if item.kind in (TodoKind.PERSON, TodoKind.MENTION) and item.subkind != "both"}
    if name == "decide_people" and arguments.get("outcome"):
        return {item.id for item in todo if item.kind == TodoKind.PERSON and item.person in arguments["people"]}
    if name == "decide_mentions":
        decided = set(arguments["mentions"])
        return {item.id for item in todo if item.alone and decided.issuperset(item.mentions)}
    if name == "undo" and (event := arguments.get("event")):
        return {item.id for item in todo if item.kind in _BROKEN and item.event == event}
    if name == "amend" and not catalogue()[arguments["reason"]].missing(arguments["fields"]):
        broken = TodoKind.MISSING_FIELD
        return {item.id for item in todo if item.kind == broken and item.event == arguments["event"]}
    return set()
