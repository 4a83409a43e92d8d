# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was released so far, as the case kept it: the numbers of each log, and each page as it was last sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from redactor.domain.errors import BadInput, Refused
from redactor.domain.journal import Kind
from redactor.domain.plan import Plan, Redaction
from redactor.domain.saying import say
from redactor.operations.view import CaseView
from redactor.release.facts import Released
from redactor.review.decisions.anchors import is_covered
from redactor.review.decisions.decided import PageKey
from redactor.review.release.reissue_plan import Earlier, ReleasedPage
from redactor.review.todo_items import TodoItem, TodoKind, item_id


@dataclass(frozen=True, slots=True)
class Numbered:
    """One number of a release's log: the page of its bundle, its label, and what it stands for."""

    release: str
    number: int
    page: int
    label: str
    held: tuple[Redaction, ...]


def kept_numbers(plan: Plan, released: Sequence[Released]) -> list[list[Any]]:
    """What is kept with a release of its numbers: [number, page in the bundle, label, [[document, page, place in the
    page's plan, or -1 for the whole page]]]."""
    pages = {(page.document, page.page): page for page in plan.pages}
    rows: list[list[Any]] = []
    for entry in released:
        places = []
        for held in entry.redactions:
            page = pages.get((held.document, held.page))
            at = page.redactions.index(held) if page and held in page.redactions else -1
            places.append([held.document, held.page, at])
        rows.append([entry.line.number, entry.line.page, entry.line.label, places])
    return rows


def numbers_of(view: CaseView, manifest: str) -> list[Numbered]:
    """Every number of a release's log. Raises Refused for a release whose numbers were not kept."""
    kept = view.case.get(f"release/{manifest}")
    if kept is None or "numbers" not in kept:
        raise Refused(
            "the numbers of that release are not in this case file",
            manifest[:12],
            "It was made by an earlier version of Redactor: release the whole record again",
        )
    plan = Plan.from_json(kept["plan"])
    pages = {(page.document, page.page): page for page in plan.pages}
    found = []
    for number, page, label, places in kept["numbers"]:
        held = []
        for document, inside, at in places:
            own = pages.get((document, inside))
            if own is not None:
                held += [own.redactions[at]] if at >= 0 else [own.withheld] if own.withheld else []
        found.append(Numbered(manifest, int(number), int(page), str(label), tuple(held)))
    return found


def releases(view: CaseView) -> list[str]:
    """The manifests (SHA-256) of every release of this case, in order."""
    return list(dict.fromkeys(str(event.payload["manifest"]) for event in view.state.exports))


def chain(view: CaseView, manifest: str) -> list[tuple[str, Plan]]:
    """A release and those it goes back to, the first first. Raises Refused when one of them was not kept."""
    found: list[tuple[str, Plan]] = []
    while manifest:
        kept = view.case.get(f"release/{manifest}")
        if kept is None or manifest in {known for known, _ in found}:
            raise Refused(
                "an earlier release is not in this case file", manifest[:12], "Release the whole record again"
            )
        plan = Plan.from_json(kept["plan"])
        found.append((manifest, plan))
        manifest = plan.reissue.of if plan.reissue else ""
    return found[::-1]


def earlier(view: CaseView, manifest: str) -> Earlier:
    """What was released by this release and those before it. Raises Refused."""
    pages: dict[PageKey, ReleasedPage] = {}
    statements: set[str] = set()
    highest = number = 0
    for number, (sha, plan) in enumerate(chain(view, manifest), start=1):
        statements |= {said.source for said in plan.statements}
        rows = numbers_of(view, sha)
        highest = max([highest, *(row.number for row in rows)])
        kept = view.case.get(f"release/{sha}")
        place = {(document, int(page)): int(at) for document, page, at in kept["pages"]}
        known: dict[PageKey, dict[int, int]] = {}
        for row in kept["numbers"]:
            for document, page, at in row[3]:
                known.setdefault((document, page), {})[at] = int(row[0])
        for page in plan.pages:
            key = (page.document, page.page)
            own = known.get(key, {})
            wanted = [-1] if page.withheld else range(len(page.redactions))
            numbered = replace(page, numbers=tuple(own[at] for at in wanted if at in own))
            pages[key] = ReleasedPage(numbered, number, place.get(key, 0))
    return Earlier(manifest, number, pages, highest, frozenset(statements))


def persons_of(before: Earlier) -> dict[str, int]:
    """The numbers that releases printed for people ("Person 3"), so that they go on meaning the same people."""
    found: dict[str, int] = {}
    for page in before.pages.values():
        for redaction in page.plan.redactions:
            word, _, number = redaction.label.rpartition(" ")
            if word == "Person" and number.isdigit() and redaction.person:
                found[redaction.person] = int(number)
    return found


def find_number(view: CaseView, number: int) -> Numbered:
    """The number in the latest release that has it. Raises BadInput, Refused."""
    for manifest, _ in reversed(chain(view, latest_release(view))):
        for row in numbers_of(view, manifest):
            if row.number == number:
                return row
    raise BadInput(
        say("no log of this case has a number {number}", number=number), do="See redaction-log.pdf of the release"
    )


def still_held(view: CaseView) -> Iterator[TodoItem]:
    """Numbers that somebody decided to show since the last release, and that something else still holds back: the
    answer must not say otherwise."""
    exported = max((n for n, event in enumerate(view.state.events) if event.kind is Kind.EXPORTED), default=-1)
    since = {event.id for event in view.state.events[exported + 1 :]}
    for entry in view.state.reissues.challenges.values():
        if entry.outcome != "lift" or entry.decided not in since:
            continue
        for anchor in entry.anchors:
            outcome = view.outcomes.get((anchor.document, anchor.page))
            if outcome is None or not view.state.arrangement.keeps(anchor.document, anchor.page):
                continue
            hidden = outcome.plan.withheld is not None
            if hidden or (anchor.boxes and is_covered(anchor.boxes, outcome.boxes)):
                undo = f"redactor undo CASE {entry.decided[:12]} --as ID"
                how = f"Take away what holds it back, or undo the decision ({undo})"
                text = f"number {entry.number} is decided to be shown, and is still held back"
                identity = item_id(TodoKind.CHALLENGE, entry.decided)
                place = (anchor.document, anchor.page)
                yield TodoItem(identity, TodoKind.CHALLENGE, *place, text, how, event=entry.decided)
                break


def latest_release(view: CaseView) -> str:
    """The manifest of the latest release. Raises Refused when there is none."""
    known = releases(view)
    if not known:
        raise Refused("nothing was released yet", do="Before a release, decide and undo as ever")
    return known[-1]
