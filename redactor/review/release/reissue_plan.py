# SPDX-License-Identifier: AGPL-3.0-or-later
"""The plan of a supplement: the pages that changed since they were last released, with the numbers they had. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from redactor.domain.plan import PagePlan, Plan, Redaction
from redactor.domain.reissue import Reissue, Replaced
from redactor.review.decisions.decided import PageKey


@dataclass(frozen=True, slots=True)
class ReleasedPage:
    """A page as it was last released: by which release (from 1), as which page of its bundle; ``plan.numbers`` are the
    log's for each of its redactions."""

    plan: PagePlan
    release: int
    page: int


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was released so far: the latest release's manifest and number, each page as it was last released, the
    highest number any log gave, and the statements that went with it (by their events)."""

    of: str
    number: int
    pages: Mapping[PageKey, ReleasedPage]
    highest: int
    statements: frozenset[str] = frozenset()


def reissue(whole: Plan, earlier: Earlier) -> Plan:
    """``whole`` cut down to what changed. Redactions that were released keep their numbers; new ones go on from the
    highest there was, so a number never comes to mean something else."""
    new = [said for said in whole.statements if said.source not in earlier.statements]
    told = {said.after for said in new}
    highest = earlier.highest
    pages: list[PagePlan] = []
    replaces: list[Replaced] = []
    shown: set[int] = set()
    for page in whole.pages:
        before = earlier.pages.get((page.document, page.page))
        if before is not None and _printed(before.plan) == _printed(page) and (page.document, page.page) not in told:
            continue
        numbers, highest = _numbered(page, before.plan if before else None, highest)
        pages.append(replace(page, numbers=numbers))
        replaces.append(Replaced(before.release, before.page) if before else Replaced(0, 0))
        shown |= set(before.plan.numbers) - set(numbers) if before else set()
    # A slip sheet stood for several pages: its number is gone only when all of them are.
    kept = {number for key, old in earlier.pages.items() if key not in _keys(pages) for number in old.plan.numbers}
    kept |= {number for page in pages for number in page.numbers}
    made = Reissue(earlier.of, earlier.number + 1, whole.digest(), tuple(replaces), tuple(sorted(shown - kept)))
    return replace(whole, pages=tuple(pages), left_out=(), statements=tuple(new), reissue=made)


def _keys(pages: list[PagePlan]) -> set[PageKey]:
    return {(page.document, page.page) for page in pages}


def _numbered(page: PagePlan, before: PagePlan | None, highest: int) -> tuple[tuple[int, ...], int]:
    """The number of each redaction of a page, and the highest number given by then."""
    if page.withheld is not None:
        if before is not None and before.withheld is not None and before.numbers:
            return before.numbers, highest
        return (highest + 1,), highest + 1
    known: dict[str, list[int]] = {}
    if before is not None and before.withheld is None:
        for redaction, number in zip(before.redactions, before.numbers, strict=False):
            known.setdefault(_place(redaction), []).append(number)
    numbers = []
    for redaction in page.redactions:
        free = known.get(_place(redaction))
        if free:
            numbers.append(free.pop(0))
        else:
            highest += 1
            numbers.append(highest)
    return tuple(numbers), highest


def _place(redaction: Redaction) -> str:
    return repr([redaction.to_json()["boxes"], str(redaction.where)])


def _printed(page: PagePlan) -> Any:
    """What of a page's plan shows in the bundle or its log."""
    if page.withheld is not None:
        return ("withheld", *_account(page.withheld))
    return sorted((_place(redaction), *_account(redaction)) for redaction in page.redactions)


def _account(redaction: Redaction) -> tuple[str, str, str]:
    return redaction.reason, redaction.label, redaction.explanation
