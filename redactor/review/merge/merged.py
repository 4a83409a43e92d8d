# SPDX-License-Identifier: AGPL-3.0-or-later
"""What two copies of a case decided differently, and what a named person said of it since. Pure.

The event of a merge holds what it found: for every conflict what each side says and on whose decision, and for what
only one side changed, but the order of events would lose, what that side said (its corrections). Nothing of a
conflict wins by itself: until it is decided, the case cannot be submitted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from redactor.domain.journal import Actor, Anchor, Event
from redactor.domain.saying import say
from redactor.review.decisions.undoing import undone_events
from redactor.review.merge.aspects import Key, Says, anchor_of_key
from redactor.review.merge.setting_right import set_right
from redactor.review.todo_items import TodoItem, TodoKind

if TYPE_CHECKING:
    from redactor.review.state import JournalState

#: A conflict is decided for one side (its number from 0), or left as it stands now.
AS_IT_STANDS = -1


@dataclass(frozen=True, slots=True)
class Conflict:
    """One aspect on which two copies differ. ``sides`` are what each says (None: nothing), ``people`` who decided it
    there; ``heads`` the last event of each side; ``text`` says it in words."""

    id: str
    key: Key
    sides: tuple[Says | None, Says | None]
    heads: tuple[str, str]
    text: str
    told: tuple[str, str]

    @property
    def place(self) -> tuple[str, int]:
        """(document, page) where it is about one; ("", 0) otherwise."""
        anchor = self.anchor
        if anchor is not None:
            return anchor.document, anchor.page
        if self.key[0] in ("withheld", "left_out"):
            return self.key[1], int(self.key[2])
        return (self.key[1], 1) if self.key[0] in ("class", "arranged", "title") else ("", 0)

    @property
    def anchor(self) -> Anchor | None:
        return anchor_of_key(self.key)

    @property
    def person(self) -> str:
        return self.key[1] if self.key[0] in ("name", "role", "decision", "same", "consent") else ""

    @property
    def item(self) -> str:
        """The id of its thing to do."""
        return f"{TodoKind.CONFLICT}-{self.id}"


def which_holds(conflict: Conflict, take: int) -> str:
    """Which side of a conflict holds, and which does not, in words."""
    if take == AS_IT_STANDS:
        return say("neither side holds: it was decided anew")
    return say("{holds} holds, not: {other}", holds=conflict.told[take], other=conflict.told[1 - take])


@dataclass(frozen=True, slots=True)
class DecidedConflict:
    """What was said of a conflict: side 0 or 1, or :data:`AS_IT_STANDS`."""

    take: int
    why: str
    actor: Actor
    at: str


class Merged:
    """Every merge, every conflict and what became of it."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.conflicts: dict[str, Conflict] = {}
        self.decided: dict[str, DecidedConflict] = {}

    def merge(self, event: Event, state: JournalState) -> None:
        """Take a merge into account: put right what the order of events alone would lose."""
        self.events.append(event)
        events, gone = {known.id: known for known in state.events}, _undone_since(event, state)
        for key, says in event.payload["corrections"]:
            set_right(state, tuple(key), Says(*says) if says else None, events, gone)
        for entry in event.payload["conflicts"]:
            conflict = conflict_from_json(entry)
            self.conflicts[conflict.id] = conflict

    def decide(self, event: Event, state: JournalState) -> None:
        """Take a decision between the sides into account."""
        data = event.payload
        conflict = self.conflicts.get(str(data["conflict"]))
        if conflict is None:
            return
        take = int(data["take"])
        self.decided[conflict.id] = DecidedConflict(take, str(data["why"]), event.actor, event.at)
        if take != AS_IT_STANDS:
            events = {known.id: known for known in state.events}
            set_right(state, conflict.key, conflict.sides[take], events, _undone_since(event, state))

    def open(self) -> list[Conflict]:
        """Those nobody has decided."""
        return [conflict for conflict in self.conflicts.values() if conflict.id not in self.decided]


def _undone_since(event: Event, state: JournalState) -> frozenset[str]:
    """What was undone after ``event``. What the other copy had undone before is what was decided between, or what a
    merge weighed already: it must not undo that again."""
    at = len(state.events) - 1 - state.events[::-1].index(event)
    return undone_events(state.events[at + 1 :])


def conflict_to_json(conflict: Conflict) -> dict[str, Any]:
    return {
        "id": conflict.id,
        "key": list(conflict.key),
        "sides": [side.to_json() if side else None for side in conflict.sides],
        "heads": list(conflict.heads),
        "text": conflict.text,
        "told": list(conflict.told),
    }


def conflict_from_json(data: Mapping[str, Any]) -> Conflict:
    one, other = (Says(*side) if side else None for side in data["sides"])
    heads, told = tuple(data["heads"]), tuple(data["told"])
    return Conflict(str(data["id"]), tuple(data["key"]), (one, other), heads, str(data["text"]), told)


def conflict_items(open_: Sequence[Conflict]) -> Iterator[TodoItem]:
    """One thing to do for each: somebody says which holds."""
    for conflict in open_:
        document, page = conflict.place
        text = say(
            "{text}. One copy: {one}. The other: {other}",
            text=conflict.text,
            one=conflict.told[0],
            other=conflict.told[1],
        )
        how = f"redactor conflicts CASE {conflict.id} --take 1|2|now --why W --as ID"
        anchor = conflict.anchor
        anchors = (anchor,) if anchor and anchor.boxes else ()
        yield TodoItem(conflict.item, TodoKind.CONFLICT, document, page, text, how, conflict.person, (), anchors)
