# SPDX-License-Identifier: AGPL-3.0-or-later
"""After a release: numbers of its log that are questioned and decided again, and what is supplemented. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from redactor.domain.journal import Anchor, Event, Kind
from redactor.domain.saying import said_all, say
from redactor.review.decisions.decided import anchors_from_json
from redactor.review.todo_items import TodoItem, TodoKind, item_id

#: What can come of looking again, and how it is told.
OUTCOMES: Mapping[str, str] = said_all({"uphold": "stays held back", "lift": "is shown"})


@dataclass(frozen=True, slots=True)
class Challenge:
    """One number of a release's log that somebody asks to have looked at again. ``id`` is its event's; ``on`` ISO.
    ``anchors`` are the places the number stands for (no boxes: the whole page). ``outcome`` is "" until it is decided:
    then ``why`` is the office's reason and ``told`` the answer for the person."""

    id: str
    release: str
    number: int
    page: int
    label: str
    said: str
    by: str
    on: str
    anchors: tuple[Anchor, ...]
    source: str
    outcome: str = ""
    why: str = ""
    told: str = ""
    decided: str = ""

    def to_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "release": self.release,
            "number": self.number,
            "page": self.page,
            "label": self.label,
            "said": self.said,
            "by": self.by,
            "on": self.on,
            "outcome": self.outcome,
            "why": self.why,
            "told": self.told,
        }


class Reissues:
    """The challenges on record, by their event's id; ``of`` is the manifest (SHA-256) of the release that the next one
    supplements: "" when the next one is a whole one."""

    def __init__(self) -> None:
        self.challenges: dict[str, Challenge] = {}
        self.of = ""
        self._last = ""

    def moved_on(self) -> None:
        """Something was decided: what comes next supplements the latest release, not the one before it."""
        if self.of and self._last:
            self.of = self._last

    def apply(self, event: Event) -> None:
        """Take one event into account."""
        data = event.payload
        if event.kind is Kind.EXPORTED:
            self._last = str(data.get("manifest", ""))
        elif event.kind is Kind.REISSUE_CHOSEN:
            self.of = str(data["of"])
        elif event.kind is Kind.NUMBER_CHALLENGED:
            self.of = str(data["latest"])
            release, label, said, by, on, source = (
                str(data[name]) for name in ("release", "label", "said", "by", "on", "source")
            )
            number, page, anchors = int(data["number"]), int(data["page"]), anchors_from_json(data["places"])
            made = Challenge(event.id, release, number, page, label, said, by, on, anchors, source)
            self.challenges[event.id] = made
        elif data["challenge"] in self.challenges:
            self.challenges[data["challenge"]] = replace(
                self.challenges[data["challenge"]],
                outcome=str(data["outcome"]),
                why=str(data["why"]),
                told=str(data["told"]),
                decided=event.id,
            )

    def open(self) -> list[Challenge]:
        """Those not decided yet."""
        return [challenge for challenge in self.challenges.values() if not challenge.outcome]

    def to_json(self) -> list[dict[str, Any]]:
        """What an approval covers: every challenge and what came of it."""
        return [challenge.to_json() for challenge in self.challenges.values()]


def challenge_items(reissues: Reissues) -> Iterator[TodoItem]:
    """One for each number that nobody has looked at again yet."""
    for challenge in reissues.open():
        place = challenge.anchors[0] if challenge.anchors else None
        text = say(
            "number {number} ({label}) is questioned by {by}: {said}",
            number=challenge.number,
            label=challenge.label,
            by=challenge.by,
            said=challenge.said[:80],
        )
        how = f"redactor challenge CASE --number {challenge.number} --outcome uphold|lift --why W --told T --as ID"
        yield TodoItem(
            item_id(TodoKind.CHALLENGE, challenge.id),
            TodoKind.CHALLENGE,
            place.document if place else "",
            place.page if place else 0,
            text,
            how,
            event=challenge.id,
        )
