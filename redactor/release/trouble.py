# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a verification found against single pages, and the errors that name the pages a release failed on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from redactor.domain.errors import BadInput, Refused
from redactor.domain.geometry import Box
from redactor.domain.journal import canonical
from redactor.domain.plan import PagePlan, Plan
from redactor.domain.trouble import Trouble
from redactor.release.material import PageOf
from redactor.release.widths import Bands


@dataclass(slots=True)
class Doubts:
    """Page by page: the heights of lines that are not as the plan and the source say, the rules that are broken, one
    problem in words, and the places that are not like the source."""

    bands: dict[PageOf, Bands] = field(default_factory=dict)
    broken: dict[PageOf, set[str]] = field(default_factory=dict)
    problems: dict[PageOf, str] = field(default_factory=dict)
    places: dict[PageOf, tuple[Box, ...]] = field(default_factory=dict)

    def troubles(self, plan: Plan) -> tuple[Trouble, ...]:
        """One for each page that breaks a rule. Where it is only unlike the source, at the places."""
        pages = {(page.document, page.page): page for page in plan.pages}
        found = []
        for key, rules in self.broken.items():
            places = self.places.get(key, ()) if rules == {"source"} else ()
            found.append(Trouble(*key, self.problems[key], places, looks_of(pages[key])))
        return tuple(found)


class PageNotBurned(BadInput):
    """A page of the plan cannot be drawn or burned."""

    def __init__(self, what: str, where: str, do: str, page: PagePlan) -> None:
        super().__init__(what, where, do)
        self.troubles: tuple[Trouble, ...] = (Trouble(page.document, page.page, what, (), looks_of(page)),)


def all_not_burned(failed: Sequence[PageNotBurned]) -> PageNotBurned:
    """The first of several, with the troubles of all."""
    first = failed[0]
    first.troubles = tuple(trouble for one in failed for trouble in one.troubles)
    return first


class PagesNotVerified(Refused):
    """Pages were burned and do not stand the verification."""

    def __init__(self, what: str, do: str, troubles: Iterable[Trouble]) -> None:
        super().__init__(what, "", do)
        self.troubles = tuple(troubles)


def looks_of(page: PagePlan) -> str:
    """A digest of what is boxed on the page."""
    boxes = [[[round(value, 1) for value in box] for box in redaction.boxes] for redaction in page.redactions]
    return hashlib.sha256(canonical(boxes)).hexdigest()[:16]
