# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading what no OCR is needed for: the text of every page that was not read yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence, Set
from concurrent.futures import Executor, Future

from redactor.casefile.pages import Packed, packed
from redactor.casefile.store import CaseFile
from redactor.domain.errors import RedactorError
from redactor.domain.pages import Document, PageContent, PageStatus
from redactor.operations.flow import flow
from redactor.operations.intake import reading_tasks
from redactor.operations.progress import Progress

#: Pages read by one task: enough to pay for opening the file, few enough to keep progress smooth.
CHUNK = 32
#: A page nobody could open has no size of its own; A4 in points.
A4 = (595.0, 842.0)

Job = tuple[Document, list[int]]


def read_text(
    case: CaseFile, executor: Executor, in_flight: int, progress: Progress, cancelled: Callable[[], bool]
) -> int:
    """Read the pages that were not read yet; how many there were. Raises Cancelled; what was read is kept."""
    documents = {document.sha256: document for document in case.documents()}
    states = case.page_states()
    pending: dict[str, list[int]] = defaultdict(list)
    for state in states:
        if state.status is PageStatus.PENDING:
            pending[state.document].append(state.page)
    new = sum(map(len, pending.values()))
    total, done = len(states), len(states) - new

    def submit(job: Job) -> Future[list[Packed]]:
        document, pages = job
        data, inside = case.part(document.sha256, pages[0])
        offset, last = pages[0] - inside, inside + len(pages) - 1
        return executor.submit(reading_tasks.read_packed, data, document.password, inside, last, offset=offset)

    jobs = (
        (documents[sha], chunk)
        for sha, pages in pending.items()
        for chunk in _chunks(pages, set(case.part_starts(sha)))
    )
    for (document, pages), future in flow(lambda: next(jobs, None), submit, in_flight, cancelled):
        try:
            contents = future.result()
        except RedactorError:
            contents = [_alone(case, document, page, executor) for page in pages]
        case.put_packed(document.sha256, contents)
        done += len(pages)
        progress(done, total, f"Reading {document.name}")
    return new


def unreadable(page: int, problem: str) -> PageContent:
    return PageContent(page, *A4, status=PageStatus.UNREADABLE, problem=problem)


def _chunks(pages: Sequence[int], starts: Set[int]) -> Iterator[list[int]]:
    """Runs of neighbouring pages that lie in one part of the file; ``starts`` are the parts' first pages."""
    run: list[int] = []
    for page in pages:
        if run and (page != run[-1] + 1 or page in starts or len(run) == CHUNK):
            yield run
            run = []
        run.append(page)
    if run:
        yield run


def _alone(case: CaseFile, document: Document, page: int, executor: Executor) -> Packed:
    """One page by itself, the second and last try."""
    data, inside = case.part(document.sha256, page)
    task = reading_tasks.read_packed
    try:
        return executor.submit(task, data, document.password, inside, inside, offset=page - inside).result()[0]
    except RedactorError as error:
        return packed(unreadable(page, error.what))
