# SPDX-License-Identifier: AGPL-3.0-or-later
"""How long a case is kept: the kind it is of, the day that follows from it, and holds that stop the clock. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from redactor.domain.dates import british
from redactor.domain.journal import Actor, Event, Kind
from redactor.domain.saying import count, say
from redactor.review.request.clock import months_after

#: What the journal says of a case nobody put into a kind.
UNSET = ""


@dataclass(frozen=True, slots=True)
class Hold:
    """The case is kept whatever the schedule says: why, on whose word, since when (UTC, ISO 8601)."""

    why: str
    by: Actor
    at: str


@dataclass(frozen=True, slots=True)
class Due:
    """When the case is due to be erased. ``on`` is None while it cannot be said; ``why`` says how it was worked out."""

    on: date | None
    why: str


class Keeping:
    """What the journal says of how long to keep the case; folded event by event."""

    def __init__(self) -> None:
        self.kind = UNSET
        self.months = 0
        self.until = ""
        self.why = ""
        self.hold: Hold | None = None
        self._sent = self._released = self._ended = ""

    def apply(self, event: Event) -> None:
        """Take one event into account."""
        data = event.payload
        if event.kind is Kind.HOLD_PUT:
            self.hold = Hold(str(data["why"]), event.actor, event.at)
        elif event.kind is Kind.HOLD_LIFTED:
            self.hold = None
        elif event.kind is Kind.RETENTION_SET:
            self.kind, self.months = str(data["kind"]), int(data["months"])
            self.until, self.why = str(data["until"]), str(data["why"])
            self._ended = str(data["ended"]) or self._ended
        elif event.kind is Kind.RELEASE_SENT:
            self._sent = max(self._sent, str(data.get("on", "")))
        elif event.kind is Kind.EXPORTED:
            self._released = event.at[:10]

    def due(self, kind: str, months: int) -> Due:
        """When it is due; ``kind`` and ``months`` are the schedule's for a case that was put into none."""
        if self.kind:
            kind, months = self.kind, self.months
        if self.until:
            return Due(date.fromisoformat(self.until), say("set by hand: {why}", why=self.why))
        begin = self._sent or self._released or self._ended
        if not begin:
            return Due(None, say("still open: nothing was released, and no end is on record"))
        since = say("was sent") if self._sent else say("was released") if self._released else say("ended")
        why = say(
            "{months} from the day it {since} ({date}), as a case of the kind {kind}",
            months=count(months, "month"),
            since=since,
            date=british(begin),
            kind=kind.replace("_", " "),
        )
        return Due(months_after(date.fromisoformat(begin), months), why)
