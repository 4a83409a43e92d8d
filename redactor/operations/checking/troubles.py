# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages that cannot be released as they stand: kept with the case when an export finds them, and stood in for in a
draft, which goes on without them so that the rest can be looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from redactor.domain.pages import Document, PageStatus
from redactor.domain.plan import PagePlan, Plan, Redaction
from redactor.domain.saying import say
from redactor.domain.trouble import Trouble
from redactor.operations.view import CaseView
from redactor.release.trouble import looks_of
from redactor.review.decisions.decided import PageKey

#: What a slip sheet says of a page that is damaged.
DAMAGED = "DAMAGED"
_NAME = "troubles"


def kept(view: CaseView) -> list[Trouble]:
    """What the last exports found and still holds: a page that cannot be released with these boxes may be released
    with others."""
    found = [Trouble.from_json(row) for row in view.case.get(_NAME, [])]
    return [one for one in found if one.places or _as_now(view, one)]


def _as_now(view: CaseView, trouble: Trouble) -> bool:
    outcome = view.outcomes.get((trouble.document, trouble.page))
    return outcome is not None and looks_of(outcome.plan) == trouble.boxes


def keep(view: CaseView, troubles: Iterable[Trouble]) -> None:
    """Note what an export found, in place of what was known of these pages."""
    if view.case.read_only:
        return
    new = {(one.document, one.page): one for one in troubles}
    rest = [one for one in kept(view) if (one.document, one.page) not in new]
    view.case.put(_NAME, [one.to_json() for one in (*rest, *new.values())])


def unreadable(view: CaseView) -> list[Trouble]:
    """Pages that could not be read, as troubles of a draft."""
    return [
        Trouble(state.document, state.page, f"it could not be read ({state.problem})")
        for state in view.page_states
        if state.status is PageStatus.UNREADABLE
    ]


def together(old: Mapping[PageKey, Trouble], new: Iterable[Trouble]) -> dict[PageKey, Trouble]:
    """Old troubles and new ones of the same pages: places add up; a page that differs still cannot be shown."""
    found = dict(old)
    for one in new:
        key = (one.document, one.page)
        before = found.get(key)
        if before is not None and before.places and one.places:
            places = tuple(dict.fromkeys((*before.places, *one.places)))
            one = replace(one, places=places if len(places) > len(before.places) else ())
        found[key] = one
    return found


def stood_in(plan: Plan, troubles: Mapping[PageKey, Trouble]) -> Plan:
    """The plan of a draft: where only programs differ the page goes in as it was burned, in place of a page that
    cannot be released stands a slip sheet."""
    return replace(plan, pages=tuple(_stood_in(page, troubles.get((page.document, page.page))) for page in plan.pages))


def _stood_in(page: PagePlan, trouble: Trouble | None) -> PagePlan:
    if trouble is None or page.withheld is not None:
        return page
    if trouble.places:
        return replace(page, as_drawn=trouble.places)
    slip = Redaction(page.document, page.page, (), DAMAGED, "", fields=(("why", trouble.why),))
    return PagePlan(page.document, page.page, (), slip)


def in_words(troubles: Iterable[Trouble], documents: Mapping[str, Document]) -> list[str]:
    """What to tell of each page of a draft that is not as it will be released."""
    return [_told(one, documents[one.document].name) for one in troubles]


def _told(trouble: Trouble, name: str) -> str:
    if trouble.places:
        return say(
            "{name}, page {page}: another program draws it differently; look at it before it is released",
            name=name,
            page=trouble.page,
        )
    return say(
        "{name}, page {page}: a slip sheet stands in its place: {why}", name=name, page=trouble.page, why=trouble.why
    )
