# SPDX-License-Identifier: AGPL-3.0-or-later
"""What an office knows in every case: its staff and teams, its own addresses and numbers, terms that name nobody."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from redactor.domain.journal import canonical
from redactor.domain.mentions import Profession
from redactor.domain.saying import said_all

#: The kinds of entries, and what each does.
KINDS: Mapping[str, str] = said_all(
    {
        "staff": "a member of staff: a professional, unless the record says they are somebody's family",
        "team": "a team or service: never taken for a person",
        "address": "an address of the office: left alone",
        "number": "a telephone number or e-mail address of the office: left alone",
        "term": "words never to redact",
    }
)


@dataclass(frozen=True, slots=True, order=True)
class OfficeEntry:
    """One line of a list. ``profession`` is a member of staff's, a value of :class:`Profession` ("" : other)."""

    kind: str
    value: str
    profession: str = ""

    def to_json(self) -> list[str]:
        return [self.kind, self.value, self.profession]


@dataclass(frozen=True, slots=True)
class OfficeLists:
    """All entries of an office, sorted; each once."""

    office: str = ""
    entries: tuple[OfficeEntry, ...] = ()

    def of(self, *kinds: str) -> tuple[str, ...]:
        """The values of these kinds."""
        return tuple(entry.value for entry in self.entries if entry.kind in kinds)

    @property
    def staff(self) -> tuple[tuple[str, Profession], ...]:
        return tuple(
            (entry.value, Profession(entry.profession or Profession.OTHER))
            for entry in self.entries
            if entry.kind == "staff"
        )

    def to_json(self) -> dict[str, Any]:
        return {"office": self.office, "entries": [entry.to_json() for entry in self.entries]}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> OfficeLists:
        return cls(str(data["office"]), tuple(sorted({OfficeEntry(*entry) for entry in data["entries"]})))

    def with_entries(self, more: tuple[OfficeEntry, ...]) -> OfficeLists:
        return OfficeLists(self.office, tuple(sorted({*self.entries, *more})))

    def without(self, value: str) -> OfficeLists:
        return OfficeLists(self.office, tuple(entry for entry in self.entries if entry.value != value))

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the lists; "" when there are none."""
        return hashlib.sha256(canonical(self.to_json())).hexdigest() if self.entries or self.office else ""
