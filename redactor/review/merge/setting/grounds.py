# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the setters of every family have in common. Pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from redactor.domain.journal import Actor, Event
from redactor.review.decisions.decided import (
    Ground,
    Outcome,
)
from redactor.review.merge.aspects import Key, Says

if TYPE_CHECKING:
    from redactor.review.state import JournalState

Events = dict[str, Event]
Setter = Callable[["JournalState", Key, Says | None, Events], None]


def ground_of(value: Any, event: str, events: Events) -> Ground:
    outcome, reason, fields, why = value
    source = events.get(event)
    actor, at = (source.actor, source.at) if source else (Actor(), "")
    return Ground(Outcome(outcome), reason, tuple((k, v) for k, v in fields), why, event, actor, at)
