# SPDX-License-Identifier: AGPL-3.0-or-later
"""What somebody in a hurry would answer to each thing to do: looked at where that is enough, else redacted."""

from __future__ import annotations

import json
from concurrent.futures import Executor
from pathlib import Path
from typing import Any

import pypdfium2

from redactor.casefile.identity import Identity
from redactor.operations.deciding.accepting import accept
from redactor.operations.deciding.settle import settle
from redactor.operations.left.todo import left_to_do
from redactor.operations.view import CaseView
from redactor.review.todo_items import SETTLED_BY, TodoItem


def outcome_for(item: TodoItem) -> str:
    fitting = SETTLED_BY[item.kind]
    return next(outcome for outcome in ("seen", "redact", *fitting) if outcome in fitting)


def clear(view: CaseView, pool: Executor, *, signer: Identity | None = None) -> None:
    """Accept what is proposed and settle the rest, until nothing is left to do."""
    accept(view, signer=signer)
    for _ in range(6):
        items = left_to_do(view, pool)
        for outcome in ("seen", "redact", "leave", "known"):
            fitting = [item for item in items if outcome_for(item) == outcome]
            if fitting:
                settle(view, fitting, outcome, "looked at", signer=signer)
    assert not left_to_do(view, pool)


def settle_all(view: CaseView, pool: Any, signer: Any, prefer: str = "redact") -> None:
    """Settle all that an outcome settles: ``prefer`` where it fits, else the first that does."""
    for _ in range(6):
        for item in left_to_do(view, pool):
            fitting = SETTLED_BY.get(item.kind, ())
            if fitting:
                settle(view, [item], prefer if prefer in fitting else fitting[0], "looked at", signer=signer)


def log_of(folder: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((folder / "redaction-log.json").read_text())
    return rows


def text_of(path: Path) -> str:
    """All that can be read in a PDF, blanks made one."""
    pdf = pypdfium2.PdfDocument(path)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())
