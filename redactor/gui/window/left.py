# SPDX-License-Identifier: AGPL-3.0-or-later
"""One line that always says what is left to decide."""

from __future__ import annotations

from collections import Counter

from redactor.gui.look.one_line import OneLine
from redactor.gui.surface.surface import Surface
from redactor.gui.wording import words
from redactor.gui.wording.language import tr


def left_words(desk: Surface) -> str | OneLine:
    """What is left, in one line: always in view."""
    if desk.case is None or desk.counted is None:
        return tr("Working out what is left…") if desk.case and desk.case.pages else ""
    if not desk.case.pages:
        return tr("Add the documents of the case")
    standing = desk.standing
    if standing.state == "submitted":
        return tr(
            "Submitted by {submitted_by}: waiting for a team lead to approve or return it",
            submitted_by=standing.submitted_by,
        )
    if standing.state in ("approved", "exported"):
        if standing.state == "exported":
            return tr("Approved by {approved_by}: exported", approved_by=standing.approved_by)
        return tr("Approved by {approved_by}: ready to export", approved_by=standing.approved_by)
    if not desk.counted.todo:
        if desk.moved is None or desk.counted.turn != desk.moved.turn:
            return tr("Working out what is left…")
        if not desk.counted.complete:
            return tr("Nothing to decide on the pages; checking what could still be read…")
        return tr("Nothing is left to decide: submit the case for approval")
    kinds = Counter(item.kind for item in desk.counted.todo)
    parts = [f"{tr(words.TODO[kind]).lower()} {number:,}" for kind, number in kinds.items()]
    left = len(desk.counted.todo)
    head = tr("{things} left to decide", things=words.count(left, "thing"))
    return OneLine(head, tuple(parts), short=tr("{number:,} left", number=left))
