# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the case was given: files that are not among its documents, and documents as they came."""

from __future__ import annotations

from pathlib import Path

from redactor.domain.problems import problem_again
from redactor.gui.casework.session import Session
from redactor.gui.casework.told.documents import GivenRow
from redactor.operations.intake.sources import not_taken_in, write_source


def given(session: Session) -> list[GivenRow]:
    """Files that were given and are not in the case, in the order they came."""
    return [
        GivenRow(row.file.name, str(row.file.status), problem_again(row.file.problem), row.open, row.settled)
        for row in not_taken_in(session.view)
    ]


def save_source(session: Session, document: str, out: str) -> str:
    """Write a document's file as it came; the path written to. Raises BadInput."""
    return str(write_source(session.view, session.view.documents[document], Path(out)))
