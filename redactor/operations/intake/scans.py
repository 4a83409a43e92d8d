# SPDX-License-Identifier: AGPL-3.0-or-later
"""The queue of pages that wait for OCR: which is next, and how much longer it takes.

What waits is what the case says waits, so the queue needs no file of its own: whenever the program stops, the
pages that were read are kept, and the next start goes on with the others.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace

from redactor.casefile.pages import Packed, packed
from redactor.casefile.store import CaseFile
from redactor.domain.errors import RedactorError
from redactor.domain.pages import PageStatus
from redactor.operations.flow import flow
from redactor.operations.intake import reading_tasks
from redactor.operations.intake.languages import (
    PageKey,
    keep_read_as,
    keep_scanned,
    languages_here,
    readings,
    to_be_found_again,
    to_be_read_again,
)
from redactor.operations.intake.reading import unreadable
from redactor.operations.progress import Progress, silent

#: How many pages the time left is worked out from: scans differ, and the latest tell most.
_LATEST = 24


class ScanQueue:
    """Pages in the order in which they are best read; each is given out once.

    The page somebody looks at goes first, then those after it in its document, then the others as they lie.
    """

    def __init__(self, pages: Sequence[PageKey]) -> None:
        self._waiting = dict.fromkeys(pages)

    def __len__(self) -> int:
        return len(self._waiting)

    def take(self, looked_at: PageKey | None = None) -> PageKey | None:
        """The next page, or None when there is none. ``looked_at`` is the page in view."""
        chosen = self._near(looked_at) if looked_at else None
        chosen = chosen or next(iter(self._waiting), None)
        if chosen is not None:
            del self._waiting[chosen]
        return chosen

    def _near(self, looked_at: PageKey) -> PageKey | None:
        if looked_at in self._waiting:
            return looked_at
        document, page = looked_at
        of_document = [key for key in self._waiting if key[0] == document]
        return min(of_document, key=lambda key: (key[1] < page, abs(key[1] - page)), default=None)


@dataclass(slots=True)
class Clock:
    """The time left, from how long the latest pages took."""

    _ends: list[float]

    @classmethod
    def started(cls) -> Clock:
        return cls([time.monotonic()])

    def tick(self) -> None:
        """One more page is done."""
        self._ends = [*self._ends[-_LATEST:], time.monotonic()]

    def left(self, pages: int) -> float | None:
        """Seconds for so many more pages; None while too few are done to tell."""
        done = len(self._ends) - 1
        return None if done < 1 else (self._ends[-1] - self._ends[0]) / done * pages


def waiting_scans(case: CaseFile) -> list[PageKey]:
    """The pages that wait for OCR, and those to be read again in another language, in the case's order."""
    never = [(s.document, s.page) for s in case.page_states() if s.status is PageStatus.NEEDS_OCR]
    return never + to_be_read_again(case, readings(case))


def read_scans(
    case: CaseFile,
    executor: Executor,
    *,
    in_flight: int = 4,
    only: str = "",
    progress: Progress = silent,
    cancelled: Callable[[], bool] = lambda: False,
    looked_at: Callable[[], PageKey | None] = lambda: None,
    read: Callable[[PageKey, int, float | None], None] = lambda key, waiting, left: None,
) -> int:
    """Read every page that waits for OCR (``only`` of one document, by its SHA-256), and keep each at once; how many
    there were.

    ``looked_at`` is asked before each page for the page in view, which is then read next. ``read`` is told of
    each page that was read, how many wait and for how many seconds still. A page whose worker is lost is tried
    once more, then marked unreadable with the reason. Raises Cancelled; what was read is kept.
    """
    documents = {document.sha256: document for document in case.documents()}
    chosen = readings(case)
    again = set(to_be_read_again(case, chosen))
    wanted = {only} if only else set(documents)
    queue = ScanQueue([key for key in waiting_scans(case) if key[0] in wanted])
    total = len(queue)
    scanned: set[str] = set()
    clock = Clock.started()

    def submit(job: PageKey) -> Future[Packed]:
        data, inside = case.part(*job)
        password, offset, languages = documents[job[0]].password, job[1] - inside, languages_here(chosen.of(*job))
        return executor.submit(reading_tasks.ocr_packed, data, password, inside, offset=offset, languages=languages)

    jobs = flow(lambda: queue.take(looked_at()), submit, in_flight, cancelled)
    for done, (job, future) in enumerate(jobs, start=1):
        try:
            page = future.result()
        except RedactorError:
            page = _again(case, job, submit)
        case.put_packed(job[0], [page])
        keep_read_as(case, job, languages_here(chosen.of(*job)))
        if job in again:
            to_be_found_again(case, job[0])
        clock.tick()
        progress(done, total, f"Scanned pages: {documents[job[0]].name}, page {job[1]}")
        read(job, total - done, clock.left(total - done))
        scanned.add(job[0])
    keep_scanned(case, scanned)
    return total


def _again(case: CaseFile, job: PageKey, submit: Callable[[PageKey], Future[Packed]]) -> Packed:
    try:
        return submit(job).result()
    except RedactorError as error:
        before = case.page(*job)
        if before is None:
            return packed(unreadable(job[1], error.what))
        return packed(replace(before, status=PageStatus.UNREADABLE, problem=error.what))
