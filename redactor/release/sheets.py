# SPDX-License-Identifier: AGPL-3.0-or-later
"""From the plan to numbered sheets: which page of the bundle holds what, and what number each redaction has.

Numbers are neutral: documents, pages and redactions count from 1 in the order of the release.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from redactor.domain.catalogue import catalogue
from redactor.domain.errors import BadInput
from redactor.domain.pages import Document
from redactor.domain.plan import LeftOut, PagePlan, Plan, PlanPart, Redaction
from redactor.domain.reissue import PlanStatement, Reissue, Replaced, pieces
from redactor.domain.saying import say
from redactor.release import wording
from redactor.release.widths import Bands
from redactor.review.release.labels import PERSON
from redactor.review.release.settings import setting_in

_PERSON = re.compile(re.escape(PERSON).replace(r"\{number\}", r"(\d+)"))


@dataclass(frozen=True, slots=True)
class Told:
    """What the requester is told about a redaction: nothing here says what was hidden."""

    label: str
    explanation: str
    reference: str


def told(redaction: Redaction) -> Told:
    """The label, explanation and reference of the disclosable log.

    Reasons whose paragraph itself would tell ("sealed") give the catalogue's neutral reference. Raises
    BadInput for a reason the catalogue does not have.
    """
    reason = catalogue().get(redaction.reason.upper())
    if reason is None:
        raise BadInput(
            say("there is no reason '{reason}'", reason=redaction.reason), do="Choose one from the catalogue of reasons"
        )
    reference = reason.disclosed_reference or reason.reference
    return Told(redaction.label or reason.label, redaction.explanation or reason.explanation, reference)


def key_rows(told: Iterable[Told]) -> list[Told]:
    """The key to the labels: each label once, numbered persons in one row, in the order of their words."""
    rows = sorted(set(told), key=lambda key: (key.label, key.explanation, key.reference))
    persons: dict[tuple[str, str], list[int]] = defaultdict(list)
    others: list[Told] = []
    for key in rows:
        if number := _PERSON.fullmatch(key.label):
            persons[key.explanation, key.reference].append(int(number[1]))
        else:
            others.append(key)
    for (explanation, reference), numbers in persons.items():
        first, last = (PERSON.format(number=n) for n in (min(numbers), max(numbers)))
        label = first if first == last else wording.KEY_PERSONS.format(first=first, last=last)
        others.append(Told(label, f"{explanation} {wording.KEY_SAME}", reference))
    return sorted(others, key=lambda key: (key.label, key.explanation, key.reference))


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of the bundle: a page of a document, or the slip sheet for a run of withheld pages.

    ``index`` is its place among the sheets, from 0; the bundle's page number is ``front + index + 1``, with
    ``front`` the number of cover pages. ``document`` is the neutral number, ``name`` the
    document's own, which is for people in the office only. ``first`` and ``last`` are the
    pages of the file; ``shift`` is how many of its pages come before the document's first (it may be a part of
    a file). ``colour`` is that of the boxes; ``canonical`` when they have widths of their own. ``number`` is the
    number of the first redaction on the sheet; ``plans`` are the plan's pages it stands for, more than one only on a
    slip sheet. A sheet with a ``piece`` of a ``said`` statement of the person stands for none. ``replaces`` is what it
    takes the place of in a supplement.
    """

    index: int
    document: int
    sha256: str
    name: str
    first: int
    last: int
    of: int
    number: int
    plans: tuple[PagePlan, ...]
    slip: bool
    shift: int = 0
    colour: str = "grey"
    canonical: bool = True
    left: Bands = ()
    said: PlanStatement | None = None
    piece: str = ""
    replaces: Replaced | None = None

    @property
    def ours(self) -> bool:
        """True for a sheet that is drawn from the plan alone: no page of the record is on it."""
        return self.slip or self.said is not None

    @property
    def held(self) -> tuple[Redaction, ...]:
        """What is held back on this sheet: the page's redactions, or each withheld page."""
        if self.slip:
            return tuple(plan.withheld for plan in self.plans if plan.withheld)
        return self.plans[0].redactions if self.plans else ()

    @property
    def redactions(self) -> int:
        return 1 if self.slip else len(self.held)


@dataclass(frozen=True, slots=True)
class Sheets:
    """All sheets in order, and where each document starts: (document number, first and last sheet index). ``highest``
    is the last number given to a redaction."""

    sheets: tuple[Sheet, ...]
    documents: tuple[tuple[int, int, int], ...]
    redactions: int
    parts: tuple[PlanPart, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    highest: int = 0
    reissue: Reissue | None = None

    @property
    def colour(self) -> str:
        return self.sheets[0].colour if self.sheets else "grey"


def number_sheets(plan: Plan, documents: Mapping[str, Document]) -> Sheets:
    """Number everything. Consecutive withheld pages of one document that say the same share one slip sheet.

    Raises BadInput when the plan names a document that is not there, or has its pages out of order.
    """
    if not plan.pages:
        do = "Nothing changed since the last release" if plan.reissue else "Add documents first"
        raise BadInput("there is nothing to export", do=do)
    parts = plan.laid_out({sha: document.pages for sha, document in documents.items()})
    order = {(part.document, page): n for n, part in enumerate(parts, 1) for page in range(part.first, part.last + 1)}
    colour = setting_in(plan.settings, "box-colour")
    canonical = setting_in(plan.settings, "box-width") == "canonical"
    sheets: list[Sheet] = []
    spans: list[tuple[int, int, int]] = []
    again = plan.reissue.replaces if plan.reissue else ()
    replaces = {(page.document, page.page): place for page, place in zip(plan.pages, again, strict=False)}
    number = 1
    last: tuple[int, int] = (0, 0)
    for page in plan.pages:
        document = documents.get(page.document)
        if document is None or (page.document, page.page) not in order:
            raise BadInput("the plan names a document that is not in the case", do="Submit again")
        place = (order[page.document, page.page], page.page)
        part = parts[place[0] - 1]
        if place <= last:
            raise BadInput("the plan's pages are out of order", do="Submit again")
        last = place
        previous = sheets[-1] if sheets else None
        if (
            page.withheld
            and previous
            and previous.slip
            and previous.document == place[0]
            and previous.last == page.page - 1
            and told(previous.held[0]) == told(page.withheld)
            and previous.plans[0].numbers == page.numbers
        ):
            sheets[-1] = replace(previous, last=page.page, plans=(*previous.plans, page))
            continue
        sheet = Sheet(
            index=len(sheets),
            document=place[0],
            sha256=page.document,
            name=document.name,
            first=page.page,
            last=page.page,
            of=part.last - part.first + 1,
            number=page.numbers[0] if page.numbers else number,
            plans=(page,),
            slip=page.withheld is not None,
            shift=part.first - 1,
            colour=colour,
            canonical=canonical,
            replaces=replaces.get((page.document, page.page)),
        )
        sheets.append(sheet)
        number += sheet.redactions
    count = sum(sheet.redactions for sheet in sheets)
    highest = max([number - 1, *(n for page in plan.pages for n in page.numbers)])
    sheets = _with_statements(sheets, plan.statements)
    for sheet in sheets:
        if not spans or spans[-1][0] != sheet.document:
            spans.append((sheet.document, sheet.index, sheet.index))
        spans[-1] = (sheet.document, spans[-1][1], sheet.index)
    return Sheets(tuple(sheets), tuple(spans), count, parts, plan.left_out, highest, plan.reissue)


def _with_statements(sheets: Sequence[Sheet], statements: Sequence[PlanStatement]) -> list[Sheet]:
    """The sheets with those of the person's statements behind the pages they are about."""
    by_page: dict[tuple[str, int], list[PlanStatement]] = defaultdict(list)
    for said in statements:
        by_page[said.after].append(said)
    made: list[Sheet] = []
    for sheet in sheets:
        made.append(replace(sheet, index=len(made)))
        for page in sheet.plans:
            for said in by_page[page.document, page.page]:
                for piece in pieces(said.text):
                    own = replace(sheet, index=len(made), number=0, plans=(), slip=False, said=said, piece=piece)
                    made.append(replace(own, replaces=None))
    return made
