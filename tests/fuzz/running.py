# SPDX-License-Identifier: AGPL-3.0-or-later
"""Takes files into a case and reads them, and says which of them was lost, hung or passed over in silence."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from dataclasses import dataclass, field
from pathlib import Path

from redactor.casefile.store import CaseFile
from redactor.domain.pages import PageStatus
from redactor.operations.intake.intake import Intake
from redactor.operations.intake.reading import read_text
from redactor.operations.progress import silent
from redactor.operations.request.case import new_case
from redactor.review.papers.intake import NotTaken
from redactor.review.state import fold

#: Files of one case: enough to pay for making it.
TOGETHER = 50


@dataclass(slots=True)
class Outcome:
    """What became of the files. ``faults`` must be empty."""

    files: int = 0
    pages: int = 0
    ends: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)
    slowest: tuple[float, str] = (0.0, "")
    faults: list[str] = field(default_factory=list)


def run(
    files: Iterable[tuple[str, bytes]],
    folder: Path,
    executor: Executor,
    passphrase: str,
    told: Callable[[Outcome], None] = lambda outcome: None,
) -> Outcome:
    """Take all of ``files`` in, in cases of :data:`TOGETHER`."""
    outcome = Outcome()
    batch: list[tuple[str, bytes]] = []
    for file in files:
        batch.append(file)
        if len(batch) == TOGETHER:
            _batch(batch, folder, executor, passphrase, outcome)
            told(outcome)
            batch = []
    if batch:
        _batch(batch, folder, executor, passphrase, outcome)
    return outcome


def _batch(batch: list[tuple[str, bytes]], folder: Path, executor: Executor, passphrase: str, outcome: Outcome) -> None:
    path = folder / f"{outcome.files}.case"
    with new_case(path, passphrase, reference="F", subject="Jo Smith") as case:
        intake = Intake(case, executor)
        for name, data in batch:
            started = time.monotonic()
            try:
                results = list(intake.take(data, name))
                read_text(case, executor, 2, silent, lambda: False)
            except Exception as error:
                outcome.faults.append(f"{name}: {type(error).__name__}: {error}")
                continue
            took = time.monotonic() - started
            outcome.slowest = max(outcome.slowest, (took, name))
            outcome.files += 1
            if not results or results[0].file != name:
                outcome.faults.append(f"{name}: passed over in silence")
                continue
            outcome.ends[results[0].status] += 1
            for result in results:
                if result.status in ("refused", "passed_over", "duplicate") and not result.problem:
                    outcome.faults.append(f"{result.file}: {result.status} without a reason")
                if result.status == "refused":
                    outcome.problems[result.problem.partition(".")[0][:80]] += 1
        intake.write_down()
        _check(case, outcome)
    path.unlink()


def _check(case: CaseFile, outcome: Outcome) -> None:
    """Every page of every document was read or says why not; every refusal is on record; the case is sound."""
    names = {document.sha256: document for document in case.documents()}
    seen = Counter(state.document for state in case.page_states())
    for sha, document in names.items():
        if document.pages < 1 or seen[sha] != document.pages:
            outcome.faults.append(f"{document.name}: {seen[sha]} of its {document.pages} pages are there")
    for state in case.page_states():
        outcome.pages += 1
        if state.status is PageStatus.PENDING:
            outcome.faults.append(f"{names[state.document].name}: page {state.page} was not read")
        if state.status is PageStatus.UNREADABLE:
            outcome.ends["unreadable page"] += 1
            if not state.problem:
                outcome.faults.append(f"{names[state.document].name}: page {state.page} does not say why")
    record = fold(case.events()).intake
    for file in record.files.values():
        if file.status is not NotTaken.LITTER and not file.problem:
            outcome.faults.append(f"{file.name}: on record without a reason")
    outcome.faults += case.check()
