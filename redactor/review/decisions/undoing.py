# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which decisions no longer hold because somebody undid them. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from redactor.domain.journal import UNDOABLE, Event, Kind


def undone_events(events: Iterable[Event]) -> frozenset[str]:
    """The ids of events that are undone. An undo can itself be undone (redo): the last word counts."""
    undone: set[str] = set()
    for event in reversed(list(events)):
        if event.kind is Kind.UNDONE and event.id not in undone:
            undone.add(event.payload["event"])
    return frozenset(undone)


#: In the payload of decisions that were taken in one step: what they share, so that one undo takes them all back.
TOGETHER = "together"
#: In the payload of events that were written in one step, decisions and undos alike: what they share. Where a decision
#: stands in the place of another, the undoing of that other is in its step: one undo brings the other back.
STEP = "step"
#: In the payload of an undo that was meant as a decision, to show what was hidden: it can be undone like any other.
TAKEN_OFF = "taken_off"


def taken_together(events: Iterable[Event], undone: Collection[str], target: Event) -> list[Event]:
    """The decisions taken in one step with ``target`` that still hold, in order; ``target`` alone as a rule."""
    if STEP in target.payload:
        step = target.payload[STEP]
        return [event for event in events if event.id not in undone and event.payload.get(STEP) == step]
    if TOGETHER not in target.payload:
        return [target]

    def same(event: Event) -> bool:
        return event.payload.get(TOGETHER) == target.payload[TOGETHER] and _step(event) == _step(target)

    return [event for event in events if event.id not in undone and same(event)]


def _step(event: Event) -> tuple[bool, bool]:
    """Deciding, undoing that, and doing it again are steps of their own."""
    undoes = event.kind is Kind.UNDONE
    return undoes, undoes and event.payload["was"] == Kind.UNDONE


def was(event: Event) -> str:
    """What an undo of this event says it undoes."""
    return TAKEN_OFF if TAKEN_OFF in event.payload else str(event.kind)


def decides(event: Event) -> bool:
    """True of what an undo may name: decisions, and what was taken off."""
    return event.kind in UNDOABLE and (event.kind is not Kind.UNDONE or TAKEN_OFF in event.payload)


def last_undoable(events: Sequence[Event], undone: Collection[str]) -> Event | None:
    """The latest event an undo may name and that still holds; mere undo events do not count."""
    for event in reversed(events):
        if decides(event) and event.id not in undone:
            return event
    return None


def last_redoable(events: Sequence[Event], undone: Collection[str]) -> Event | None:
    """The undo that a redo would undo: the latest one that still holds, with no decision taken since."""
    for event in reversed(events):
        if event.id in undone:
            continue
        if decides(event):
            return None
        if event.kind is Kind.UNDONE and event.payload["was"] != Kind.UNDONE:
            return event
    return None
