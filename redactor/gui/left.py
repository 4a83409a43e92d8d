# SPDX-License-Identifier: AGPL-3.0-or-later
"""One line that always says what is left to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redactor.gui import words

if TYPE_CHECKING:
    from redactor.gui.desk import Desk


def left_words(desk: Desk) -> str:
    """What is left, in one line: always in view."""
    if desk.case is None or desk.counted is None:
        return "Working out what is left…" if desk.case and desk.case.pages else ""
    if not desk.case.pages:
        return "Add the documents of the case"
    standing = desk.standing
    if standing.state == "submitted":
        return f"Submitted by {standing.submitted_by}: waiting for a team lead to approve or return it"
    if standing.state in ("approved", "exported"):
        done = "exported" if standing.state == "exported" else "ready to export"
        return f"Approved by {standing.approved_by}: {done}"
    if not desk.counted.todo:
        if not desk.counted.complete:
            return "Nothing to decide on the pages; checking what could still be read…"
        return "Nothing is left to decide: submit the case for approval"
    kinds: dict[str, int] = {}
    for item in desk.counted.todo:
        kinds[item.kind] = kinds.get(item.kind, 0) + 1
    parts = [f"{words.TODO.get(kind, kind).lower()} {number:,}" for kind, number in kinds.items()]
    return f"{words.count(len(desk.counted.todo), 'thing')} left to decide: {', '.join(parts)}"
