# SPDX-License-Identifier: AGPL-3.0-or-later
"""The disclosable log as a PDF: paginated, the head repeated, tagged, the same bytes for the same lines."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from redactor.release import wording
from redactor.release.burn.bundle import Bundle
from redactor.release.burn.front import Flow, plain_date
from redactor.release.burn.marks import QUIET
from redactor.release.facts import ReleaseFacts
from redactor.release.logs.entries import LogLine, SaidLine
from redactor.release.sheets import Told, key_rows

#: A4 on its side, less the band with the page number; in points.
WIDTH, HEIGHT, MARGIN = 842.0, 569.0, 36.0
HEAD = (wording.LOG_NUMBER, wording.LOG_PAGE, wording.LOG_PLACE, wording.LOG_LABEL, wording.LOG_REFERENCE)
KEY = (wording.KEY_LABEL, wording.KEY_MEANING, wording.KEY_LAW)
#: Shares of the width.
COLUMNS, KEY_COLUMNS = (0.07, 0.07, 0.36, 0.22, 0.28), (0.2, 0.52, 0.28)


def write_pdf(path: Path, lines: Sequence[LogLine], facts: ReleaseFacts, said: Sequence[SaidLine] = ()) -> None:
    """Write the log with our own PDF writer. ``facts`` give the reference on every page, and DRAFT where it is one;
    ``said`` are the statements that go with the record."""
    flow = Flow(WIDTH, HEIGHT, MARGIN)
    flow.heading(wording.LOG_TITLE, "H1", 20)
    reference = wording.COVER_REFERENCE.format(reference=facts.reference)
    flow.paragraph(" \u00b7 ".join(filter(None, (facts.office, reference))), colour=QUIET, after=4)
    if not facts.draft and facts.approved_by:
        approved = wording.COVER_APPROVED.format(name=facts.approved_by, date=plain_date(facts.approved_at))
        flow.paragraph(approved, colour=QUIET, after=4)
    flow.paragraph(wording.LOG_INTRO if lines else wording.LOG_NONE, after=3)
    if lines:
        # The explanations stand once, in the key: a line a redaction stays short enough to look one up.
        left = [line for line in lines if line.left_out]
        held = [line for line in lines if not line.left_out]
        flow.paragraph(wording.LOG_COUNTS.format(count=len(held), pages=len({line.page for line in held})))
        keys = key_rows(Told(line.label, line.explanation, line.reference) for line in held)
        if keys:
            flow.heading(wording.KEY_TITLE, "H2", 13)
            flow.table(KEY, [(key.label, key.explanation, key.reference) for key in keys], KEY_COLUMNS, size=9)
        flow.heading(wording.LOG_LINES_TITLE, "H2", 13)
        rows = [(str(line.number), str(line.page), line.place, line.label, line.reference) for line in lines]
        flow.table(HEAD, rows, COLUMNS, size=9)
        if left:
            flow.heading(wording.LEFT_TITLE, "H2", 13)
        for line in left:
            flow.paragraph(f"{line.number}. {line.explanation}", size=9, after=4)
    if said:
        flow.heading(wording.SAID_LOG_TITLE, "H2", 13)
    for statement in said:
        flow.paragraph(str(statement), size=9, after=4)
    with path.open("wb") as out:
        bundle = Bundle(out, f"{wording.LOG_TITLE}, {facts.reference}")
        bundle.section(wording.LOG_TITLE)
        for page in flow.finish(1, len(flow.pages), f"{wording.LOG_TITLE}, {reference}", facts.draft):
            bundle.add(page)
        bundle.finish()
