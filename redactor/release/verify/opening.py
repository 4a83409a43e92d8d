# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the cover says before its index, letter by letter: whose records, who approved them, how much is held back, and
the key to the labels. Worked out from the plan and the facts alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redactor.domain.plan import Plan
from redactor.release import wording
from redactor.release.facts import ReleaseFacts
from redactor.release.verify.expect import ExpectedSheet, account
from redactor.review.release.labels import PERSON
from redactor.review.release.settings import setting_in

KEY_HEAD = (wording.KEY_LABEL, wording.KEY_MEANING, wording.KEY_LAW)
_COLOURS = {"grey": wording.COLOUR_GREY, "black": wording.COLOUR_BLACK, "white": wording.COLOUR_WHITE}
_PERSON = re.compile(re.escape(PERSON).replace(re.escape("{number}"), r"(\d+)"))
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def expected_opening(plan: Plan, sheets: Sequence[ExpectedSheet], facts: ReleaseFacts, front: int) -> tuple[str, ...]:
    """The strings in order, without the heads of the key's table; none for a supplement, which opens otherwise."""
    return () if plan.reissue else tuple(_opening(plan, sheets, facts, front))


def _opening(plan: Plan, sheets: Sequence[ExpectedSheet], facts: ReleaseFacts, front: int) -> Iterator[str]:
    yield wording.COVER_TITLE
    yield wording.COVER_ABOUT.format(subject=facts.subject)
    yield wording.COVER_REFERENCE.format(reference=facts.reference)
    if facts.office:
        yield wording.COVER_OFFICE.format(office=facts.office)
    if facts.draft:
        yield wording.COVER_DRAFT
    yield wording.COVER_INTRO.format(colour=_COLOURS[setting_in(plan.settings, "box-colour")])
    held = [sheet for sheet in sheets if sheet.said is None]
    count = sum(1 if sheet.slip else len(sheet.pages[0].redactions) for sheet in held)
    documents = len({sheet.document for sheet in sheets})
    yield wording.COVER_COUNTS.format(pages=front + len(sheets), documents=documents, redactions=count)
    if int(setting_in(plan.settings, "volume-mb")):
        yield wording.COVER_VOLUMES
    if not facts.draft and facts.approved_by:
        yield wording.COVER_APPROVED.format(name=facts.approved_by, date=_day(facts.approved_at))
        if not facts.vouched:
            yield wording.COVER_UNVOUCHED
    yield wording.KEY_TITLE
    rows = sorted(_key(held))
    yield from (cell for row in rows for cell in row)
    if not rows:
        yield wording.KEY_NONE
    yield wording.COVER_QUESTIONS_TITLE
    yield wording.COVER_QUESTIONS


def _key(sheets: Sequence[ExpectedSheet]) -> Iterator[tuple[str, str, str]]:
    """Each label with its meaning once; numbered people of one meaning in one row."""
    accounts = set()
    for sheet in sheets:
        page = sheet.pages[0]
        accounts |= {account(redaction) for redaction in ((page.withheld,) if page.withheld else page.redactions)}
    people: dict[tuple[str, str], set[int]] = {}
    for label, meaning, law in accounts:
        if number := _PERSON.fullmatch(label):
            people.setdefault((meaning, law), set()).add(int(number[1]))
        else:
            yield label, meaning, law
    for (meaning, law), numbers in people.items():
        first, last = (PERSON.format(number=number) for number in (min(numbers), max(numbers)))
        label = first if first == last else wording.KEY_PERSONS.format(first=first, last=last)
        yield label, f"{meaning} {wording.KEY_SAME}", law


def _day(at: str) -> str:
    """ "2026-03-09T…" as "9 March 2026"; what is no such date as it is."""
    found = re.match(r"(\d{4,})-(\d+)-(\d+)\Z", at[:10])
    if not found or not 1 <= int(found[2]) <= 12:
        return at
    return f"{int(found[3])} {_MONTHS[int(found[2]) - 1]} {found[1]}"
