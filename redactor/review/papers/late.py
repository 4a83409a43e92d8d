# SPDX-License-Identifier: AGPL-3.0-or-later
"""Papers that came after the case was submitted: somebody looks through each once, whatever was decided. Pure.

Decisions about people cover their new mentions at once, so nothing of a late paper opens by itself; but nobody
has seen it, and a person decided long ago may stand in quite another light there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from redactor.domain.journal import Event, Kind


@dataclass(frozen=True, slots=True)
class Late:
    """A document that was added at ``at``, after a submission of ``submitted`` (both UTC, ISO 8601)."""

    document: str
    name: str
    pages: int
    at: str
    submitted: str


class Arrivals:
    """Which documents came after a submission. A document that came before the first is not late."""

    def __init__(self) -> None:
        self.late: dict[str, Late] = {}
        #: When the case was last submitted; "" if never.
        self.submitted = ""

    def apply(self, event: Event) -> None:
        """Take one event into account."""
        if event.kind is Kind.SUBMITTED:
            self.submitted = event.at
        elif event.kind is Kind.DOCUMENT_ADDED and self.submitted:
            data = event.payload
            sha = str(data["sha256"])
            if sha not in self.late:
                name, pages = str(data.get("name", "")), int(data.get("pages", 0))
                self.late[sha] = Late(sha, name, pages, event.at, self.submitted)

    def unseen(self, settled: Mapping[str, object], identity: Mapping[str, str]) -> Iterator[Late]:
        """Those nobody has looked through; ``identity`` gives the to-do item's id for each document."""
        for late in self.late.values():
            if identity[late.document] not in settled:
                yield late
