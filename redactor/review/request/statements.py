# SPDX-License-Identifier: AGPL-3.0-or-later
"""The person's own statements on what is recorded about them: each goes with the next release. Pure.

DOMAIN.md: a council lets a person's own comments on disputed passages go into the record.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from redactor.domain.journal import Event
from redactor.domain.plan import PagePlan
from redactor.domain.reissue import PlanStatement


@dataclass(frozen=True, slots=True)
class Statement:
    """``page`` is that of the document (from 1; 0: the document as a whole), ``passage`` the words it disputes (for
    the office: it is not printed), ``on`` ISO."""

    id: str
    document: str
    page: int
    text: str
    by: str
    on: str
    passage: str = ""

    def to_json(self) -> dict[str, Any]:
        names = ("id", "document", "page", "text", "by", "on", "passage")
        return {name: getattr(self, name) for name in names}


class Statements:
    """Every statement on record, in order."""

    def __init__(self) -> None:
        self.all: list[Statement] = []

    def apply(self, event: Event) -> None:
        data = event.payload
        words = {name: str(data[name]) for name in ("document", "text", "by", "on", "passage")}
        self.all.append(Statement(id=event.id, page=int(data["page"]), **words))

    def to_json(self) -> list[dict[str, Any]]:
        return [statement.to_json() for statement in self.all]


def placed(statements: Statements, pages: Sequence[PagePlan]) -> tuple[PlanStatement, ...]:
    """Each statement behind the page of the release it is about: where that is not released, behind the document's
    last page that is, else at the end. In the order of the release."""
    order = {(page.document, page.page): n for n, page in enumerate(pages)}
    last = {page.document: (page.document, page.page) for page in pages}
    made = []
    for said in statements.all:
        if not pages:
            break
        after = (said.document, said.page)
        if after not in order:
            after = last.get(said.document, (pages[-1].document, pages[-1].page))
        made.append(PlanStatement(said.document, said.page, said.text, said.by, said.on, after, said.id))
    return tuple(sorted(made, key=lambda said: order[said.after]))
