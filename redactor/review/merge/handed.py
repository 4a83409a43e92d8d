# SPDX-License-Identifier: AGPL-3.0-or-later
"""Copies of the case that were handed over, and what is known of each. Pure.

What is known is what the journal says: somebody may have copied a copy. A copy that came back is not gone either.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from redactor.domain.journal import Actor, Event, Kind

#: To hand a copy on, to take one in or to look through a case is no work done in it.
NO_WORK = frozenset({Kind.HANDED_OVER, Kind.BROUGHT_BACK, Kind.CASE_LOOKED_AT})


class For(StrEnum):
    """What a copy is handed over for: half of the work, approval, or something else."""

    HALF = "half"
    APPROVAL = "approval"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy. ``documents`` are the SHA-256 of those whoever got it is to do; ``back`` are the moments at which it
    was taken in again (UTC, ISO 8601), with ``done`` decisions, notes and other steps that were taken in it."""

    id: str
    to: str
    purpose: For
    at: str
    by: Actor
    documents: tuple[str, ...] = ()
    note: str = ""
    back: tuple[str, ...] = ()
    done: int = 0


class Handed:
    """Every copy by its id, in the order they were handed over."""

    def __init__(self) -> None:
        self.all: dict[str, Copy] = {}

    def apply(self, event: Event) -> None:
        """Take one event into account."""
        data = event.payload
        if event.kind is Kind.HANDED_OVER:
            documents = tuple(str(sha) for sha in data["documents"])
            purpose, note = For(data["purpose"]), str(data["note"])
            copy = str(data["copy"])
            self.all[copy] = Copy(copy, str(data["to"]), purpose, event.at, event.actor, documents, note)
        elif data.get("failed"):
            self.all.pop(str(data["copy"]), None)  # it could not be written after all
        elif data.get("copy") in self.all:
            old = self.all[str(data["copy"])]
            self.all[old.id] = replace(old, back=(*old.back, event.at), done=old.done + data.get("done", 1))

    def out(self) -> list[Copy]:
        """Those from which nothing has come back."""
        return [copy for copy in self.all.values() if not copy.back]
