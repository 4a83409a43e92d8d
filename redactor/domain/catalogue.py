# SPDX-License-Identifier: AGPL-3.0-or-later
"""The reason catalogue: on what ground something is held back, and what must be on record for it.

The entries are data (resources/reasons.toml); this module gives them their shape and checks them.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from redactor.domain.errors import BadInput

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@dataclass(frozen=True, slots=True)
class Reason:
    """One ground for holding back.

    ``reference`` is the Act and paragraph, for the internal log; ``disclosed_reference`` is what the
    person who gets the bundle may read of it (the paragraph alone can tell); ``explanation`` is for them
    too; ``label`` is printed on the box and gives nothing away; ``fields`` must be filled before submission
    (name to question). ``requesters`` limits who may be answered so (empty: anybody). ``opinion`` says
    whose opinion is needed; ``checked`` whether the reference was read in the Act's own text.
    """

    code: str
    title: str
    reference: str
    covers: str
    explanation: str
    label: str
    fields: tuple[tuple[str, str], ...]
    requesters: tuple[str, ...]
    opinion: str
    harm: bool
    checked: bool
    disclosed_reference: str = ""

    def missing(self, given: dict[str, str]) -> list[str]:
        """The required fields not filled in ``given``."""
        return [name for name, _ in self.fields if not str(given.get(name, "")).strip()]


@cache
def catalogue() -> dict[str, Reason]:
    """Every reason by its code, in the catalogue's order. Raises ValueError when the file is not sound."""
    data = tomllib.loads((RESOURCES / "reasons.toml").read_text(encoding="utf-8"))
    requesters = set(data["requesters"])
    reasons: dict[str, Reason] = {}
    for code, entry in data["reasons"].items():
        reason = Reason(
            code=code,
            title=entry["title"],
            reference=entry["reference"],
            covers=entry["covers"],
            explanation=entry["explanation"],
            label=entry["label"],
            fields=tuple(entry.get("fields", {}).items()),
            requesters=tuple(entry.get("requesters", ())),
            opinion=entry.get("opinion", ""),
            harm=entry.get("harm", False),
            checked=entry["checked"],
            disclosed_reference=entry.get("disclosed_reference", entry["reference"]),
        )
        if (
            not all((reason.title, reason.reference, reason.explanation, reason.label))
            or set(reason.requesters) - requesters
        ):
            raise ValueError(f"reasons.toml: {code} is incomplete or names an unknown requester")
        reasons[code] = reason
    return reasons


def reason(code: str) -> Reason:
    """The reason with this code. Raises BadInput for a code the catalogue does not have."""
    found = catalogue().get(code.upper())
    if found is None:
        raise BadInput(f"there is no reason '{code}'", do="Use one of: " + ", ".join(catalogue()))
    return found


@cache
def requesters() -> dict[str, str]:
    """The capacities in which somebody can ask, code to plain words."""
    data = tomllib.loads((RESOURCES / "reasons.toml").read_text(encoding="utf-8"))
    return dict(data["requesters"])


@cache
def standing(code: str) -> dict[str, str]:
    """The council's standing assessment for a reason: field to text, what a caseworker stands behind
    when accepting proposals as they are. Empty where there is none."""
    data = tomllib.loads((RESOURCES / "reasons.toml").read_text(encoding="utf-8"))
    return dict(data.get("standing", {}).get(code, {}))
