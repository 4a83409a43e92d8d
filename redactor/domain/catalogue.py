# SPDX-License-Identifier: AGPL-3.0-or-later
"""The reason catalogue: on what ground something is held back or let through, and what must be on record for it.

The entries are data (resources/reasons.toml); this module gives them their shape and checks them. A council's own
wording is laid over them in :mod:`redactor.domain.wording`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from redactor.domain.errors import BadInput
from redactor.domain.saying import said_all, say

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
#: The parts of the country that count as one for the law of bank holidays and for some reasons.
NATIONS = said_all(
    {
        "england_and_wales": "England and Wales",
        "scotland": "Scotland",
        "northern_ireland": "Northern Ireland",
    }
)
#: Classes of data with rules of their own, the stronger first: DPA 2018 Sch 3 para 7(1) takes health and education
#: data out of social work data.
CLASSES = ("health", "education", "social_work")
PROFESSIONALS = frozenset({"health", "social_work", "reporter"})
#: The ground on which what was taken for a person and is none is left in.
NOBODY = "NOBODY"


@dataclass(frozen=True, slots=True)
class Reason:
    """One ground for holding back.

    ``reference`` is the Act and paragraph, for the internal log; ``disclosed_reference`` is what the
    person who gets the bundle may read of it (the paragraph alone can tell); ``explanation`` is for them
    too; ``label`` is printed on the box and gives nothing away; ``fields`` must be filled before submission
    (name to question). ``requesters`` limits who may be answered so (empty: anybody), ``nations`` where.
    ``data`` is the class of data it is for ("": any). ``opinion`` says whose opinion is needed, ``opinion_by`` which
    kinds of professional count, ``opinion_months`` how old it may be on the day of disclosure (0: the Act sets
    no limit). ``checked`` says whether the reference was read in the Act's own text, ``checked_in`` in which.
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
    checked_in: str = ""
    nations: tuple[str, ...] = ()
    data: str = ""
    opinion_by: tuple[str, ...] = ()
    opinion_months: int = 0

    def missing(self, given: Mapping[str, str]) -> list[str]:
        """The required fields not filled in ``given``."""
        return [name for name, _ in self.fields if not str(given.get(name, "")).strip()]

    def require_fields(self, given: Iterable[str]) -> None:
        """Raises BadInput for a field that this reason does not ask for."""
        known = [name for name, _ in self.fields]
        for name in given:
            if name not in known:
                fields = "It asks for: " + ", ".join(known) if known else "It asks for none"
                raise BadInput(say("reason {code} has no field '{name}'", code=self.code, name=name), do=fields)

    @property
    def sealed(self) -> bool:
        """True when the reason itself would tell: it shows what every sealed reason shows."""
        return self.disclosed_reference != self.reference


@dataclass(frozen=True, slots=True)
class Release:
    """One ground for letting through what is about somebody else, and what must be on record for it."""

    code: str
    title: str
    reference: str
    covers: str
    fields: tuple[tuple[str, str], ...]
    checked: bool
    checked_in: str = ""

    def missing(self, given: Mapping[str, str]) -> list[str]:
        """The required fields not filled in ``given``."""
        return [name for name, _ in self.fields if not str(given.get(name, "")).strip()]


@cache
def _data() -> dict[str, Any]:
    import tomllib  # here: the window shows before it is needed

    return tomllib.loads((RESOURCES / "reasons.toml").read_text(encoding="utf-8"))


@cache
def catalogue() -> dict[str, Reason]:
    """Every reason by its code, in the catalogue's order. Raises ValueError when the file is not sound."""
    known = set(_data()["requesters"])
    reasons: dict[str, Reason] = {}
    for code, entry in _data()["reasons"].items():
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
            checked_in=entry.get("checked_in", ""),
            nations=tuple(entry.get("nations", ())),
            data=entry.get("data", ""),
            opinion_by=tuple(entry.get("opinion_by", ())),
            opinion_months=entry.get("opinion_months", 0),
        )
        sound = (
            all((reason.title, reason.reference, reason.explanation, reason.label))
            and known.issuperset(reason.requesters)
            and NATIONS.keys() >= set(reason.nations)
            and reason.data in ("", *CLASSES)
            and PROFESSIONALS.issuperset(reason.opinion_by)
            and bool(reason.opinion) == bool(reason.opinion_by)
        )
        if not sound:
            raise ValueError(f"reasons.toml: {code} is incomplete or names something unknown")
        reasons[code] = reason
    return reasons


@cache
def releases() -> dict[str, Release]:
    """The grounds on which information about somebody else is let through, by code."""
    return {
        code: Release(
            code,
            entry["title"],
            entry["reference"],
            entry["covers"],
            tuple(entry["fields"].items()),
            entry["checked"],
            entry.get("checked_in", ""),
        )
        for code, entry in _data()["releases"].items()
    }


def reason(code: str) -> Reason:
    """The reason with this code. Raises BadInput for a code the catalogue does not have."""
    found = catalogue().get(code.upper())
    if found is None:
        raise BadInput(
            say("there is no reason '{code}'", code=code), do=say("Use one of: {known}", known=", ".join(catalogue()))
        )
    return found


def release(code: str) -> Release:
    """The ground for letting through with this code. Raises BadInput for one there is not."""
    found = releases().get(code.upper())
    if found is None:
        raise BadInput(
            say("there is no ground '{code}' for leaving somebody in", code=code),
            do=say("Use one of: {known}", known=", ".join(releases())),
        )
    return found


@cache
def requesters() -> dict[str, str]:
    """The capacities in which somebody can ask, code to plain words."""
    return dict(_data()["requesters"])


@cache
def standing(code: str) -> dict[str, str]:
    """The standing assessment that ships for a reason: field to text, what a caseworker stands behind
    when accepting proposals as they are. Empty where there is none."""
    return dict(_data().get("standing", {}).get(code, {}))


@cache
def health_professionals() -> dict[str, str]:
    """Who counts as a health professional (DPA 2018 s.204(1)), code to plain words."""
    return dict(_data()["health_professionals"])


@cache
def appropriate() -> dict[str, str]:
    """What makes a health professional the appropriate one (DPA 2018 Sch 3 para 2(1)), code to plain words."""
    return dict(_data()["appropriate"])
