# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of a release that hold the person's own statement."""

from __future__ import annotations

from redactor.domain.reissue import PlanStatement, pieces
from redactor.release import wording
from redactor.release.burn.composed import Composed
from redactor.release.burn.front import Flow, plain_date
from redactor.release.burn.marks import QUIET
from redactor.release.facts import ReleaseFacts
from redactor.release.sheets import Sheet


def statement(sheet: Sheet, facts: ReleaseFacts, page: int, pages: int) -> Composed:
    """One page of a statement; a long one takes several."""
    said = sheet.said
    assert said is not None  # a statement's sheet
    first = sheet.piece == pieces(said.text)[0]
    flow = Flow()
    flow.heading(wording.SAID_TITLE if first else wording.SAID_MORE, "H2", 18)
    flow.paragraph(about(said, sheet.document, sheet.shift), colour=QUIET, after=14)
    for line in sheet.piece.split("\n"):
        flow.paragraph(line, size=11)
    flow.space(10)
    flow.paragraph(wording.SAID_NOTE, colour=QUIET)
    (made,) = flow.finish(page, pages, wording.DOCUMENT_SLIP.format(document=sheet.document), facts.draft)
    return made


def about(said: PlanStatement, document: int, shift: int) -> str:
    """Whose words these are and what they are about, in the bundle's own numbers."""
    facts = {"by": said.by, "date": plain_date(said.on), "document": document}
    if said.after == (said.document, said.page):
        return wording.SAID_PAGE.format(page=said.page - shift, **facts)
    if said.page == 0 and said.after[0] == said.document:
        return wording.SAID_DOCUMENT.format(**facts)
    return wording.SAID_ELSEWHERE.format(**facts)
