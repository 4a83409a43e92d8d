# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every sheet of a release, burned in order through the executor, a few pages in flight at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import suppress

from redactor.domain.errors import OWN_FAULTS, Cancelled, RedactorError
from redactor.domain.pages import PageContent
from redactor.release.burn.composed import Composed, Hidden, PageJob
from redactor.release.burn.front import slip
from redactor.release.burn.said import statement
from redactor.release.burn.writer import deflate
from redactor.release.facts import Released, ReleaseFacts
from redactor.release.kept import Kept, made_of
from redactor.release.logs.entries import LogLine
from redactor.release.sheets import Sheet, Sheets, told
from redactor.release.tasks import burn_pages
from redactor.release.trouble import PageNotBurned, all_not_burned

#: Pages of one file that are burned by one task, and how many tasks are in flight.
PAGES_PER_TASK, IN_FLIGHT = 6, 4
#: So many pages that cannot be burned are told of at once. With more, something else is wrong.
MOST_FAILED = 100
#: What stands in a bundle that will not be kept for a page that could not be burned.
BLANK = Composed(595, 842, None, deflate(b""), (), 0)
#: What to do about a page that cannot be burned.
REPAIR = "Withhold the page, or add a repaired copy of the document"


def composed_pages(
    sheets: Sheets,
    front: int,
    pages: int,
    facts: ReleaseFacts,
    source: Callable[[str, int], tuple[bytes, str, int]],
    content: Callable[[str, int], PageContent],
    executor: Executor,
    cancelled: Callable[[], bool],
    kept: Kept | None = None,
    failed: list[PageNotBurned] | None = None,
) -> Iterator[tuple[Composed, list[Released]]]:
    """Every sheet in order, burned; at most a few tasks are in flight, so memory does not grow with the bundle.

    Pages that cannot be burned are noted in ``failed``, with a blank sheet in their place, so that all of them are
    known at once. Without it, or when they are too many, raises PageNotBurned."""
    waiting: deque[tuple[list[Sheet], list[PageJob], bytes, str, Future[list[Composed]] | None]] = deque()
    batches = _batches(sheets.sheets, front, pages, facts, source, content, kept)
    more = True
    try:
        while more or waiting:
            while more and len(waiting) < IN_FLIGHT:
                batch = next(batches, None)
                if batch is None:
                    more = False
                    break
                own, jobs, data, password = batch
                future = executor.submit(burn_pages, data, password, tuple(jobs)) if jobs else None
                waiting.append((own, jobs, data, password, future))
            if not waiting:
                return
            own, jobs, data, password, future = waiting.popleft()
            if cancelled():
                raise Cancelled("the export was stopped", do="Nothing was written")
            if future is None:
                for sheet in own:
                    if kept is not None and kept.has(sheet, made_of(sheet, front, pages)):
                        page = kept.page(sheet)
                        yield page, _released(sheet, page, front)
                    else:
                        yield _ours(sheet, facts, front, pages)
                continue
            for sheet, burned in zip(own, _finished(future, executor, own, jobs, data, password), strict=True):
                if isinstance(burned, PageNotBurned):
                    if failed is None or len(failed) >= MOST_FAILED:
                        raise all_not_burned([*(failed or ()), burned])
                    failed.append(burned)
                    yield BLANK, []
                else:
                    yield burned, _released(sheet, burned, front)
                if cancelled():
                    raise Cancelled("the export was stopped", do="Nothing was written")
    finally:
        for *_, future in waiting:
            if future is not None:
                future.cancel()


def _finished(
    future: Future[list[Composed]],
    executor: Executor,
    own: list[Sheet],
    jobs: list[PageJob],
    data: bytes,
    password: str,
) -> Sequence[Composed | PageNotBurned]:
    """The pages of a task. When one cannot be burned, or the process that did it died, each page is tried once alone,
    so that the one at fault can be named."""
    with suppress(RedactorError, OSError, RuntimeError, MemoryError, *OWN_FAULTS):
        return future.result()
    pages: list[Composed | PageNotBurned] = []
    for sheet, job in zip(own, jobs, strict=True):
        try:
            pages += executor.submit(burn_pages, data, password, (job,)).result()
        except RedactorError as error:
            pages.append(PageNotBurned(error.what, job.where, error.do or REPAIR, sheet.plans[0]))
        except (OSError, RuntimeError, MemoryError, *OWN_FAULTS):
            pages.append(PageNotBurned("this page could not be burned", job.where, REPAIR, sheet.plans[0]))
    return pages


def _batches(
    sheets: Sequence[Sheet],
    front: int,
    pages: int,
    facts: ReleaseFacts,
    source: Callable[[str, int], tuple[bytes, str, int]],
    content: Callable[[str, int], PageContent],
    kept: Kept | None,
) -> Iterator[tuple[list[Sheet], list[PageJob], bytes, str]]:
    """Runs of pages that come out of the same file; pages of our own and kept ones come alone, with no work to do."""
    own: list[Sheet] = []
    jobs: list[PageJob] = []
    held: tuple[bytes, str] = (b"", "")
    for sheet in sheets:
        if sheet.ours or (kept is not None and kept.has(sheet, made_of(sheet, front, pages))):
            if own:
                yield own, jobs, *held
            own, jobs = [], []
            yield [sheet], [], b"", ""
            continue
        data, password, inner = source(sheet.sha256, sheet.first)
        same = own and own[-1].sha256 == sheet.sha256 and held[1] == password and (held[0] is data or held[0] == data)
        if own and (not same or len(own) >= PAGES_PER_TASK):
            yield own, jobs, *held
            own, jobs = [], []
        held = (data, password)
        own.append(sheet)
        jobs.append(_job(sheet, inner, content(sheet.sha256, sheet.first), front, pages, facts))
    if own:
        yield own, jobs, *held


def _job(sheet: Sheet, inner: int, content: PageContent, front: int, pages: int, facts: ReleaseFacts) -> PageJob:
    hidden = tuple(Hidden(redaction.boxes, told(redaction).label) for redaction in sheet.held)
    return PageJob(
        where=f"{sheet.name}, page {sheet.first}",
        inner=inner,
        content=content,
        hidden=hidden,
        first_number=sheet.number,
        document=sheet.document,
        document_page=sheet.first - sheet.shift,
        document_pages=sheet.of,
        page=front + sheet.index + 1,
        pages=pages,
        draft=facts.draft,
        colour=sheet.colour,
        canonical=sheet.canonical,
        numbers=sheet.plans[0].numbers,
        left=sheet.left,
    )


def _released(sheet: Sheet, page: Composed, front: int) -> list[Released]:
    found = []
    for logged in page.logged:
        redaction = sheet.held[logged.index]
        what = told(redaction)
        line = LogLine(
            logged.number, front + sheet.index + 1, logged.boxes, what.label, what.explanation, what.reference
        )
        found.append(Released(line, (redaction,), logged.widths))
    return found


def _ours(sheet: Sheet, facts: ReleaseFacts, front: int, pages: int) -> tuple[Composed, list[Released]]:
    if sheet.said is None:
        return _slip(sheet, facts, front, pages)
    return statement(sheet, facts, front + sheet.index + 1, pages), []


def _slip(sheet: Sheet, facts: ReleaseFacts, front: int, pages: int) -> tuple[Composed, list[Released]]:
    number = front + sheet.index + 1
    what = told(sheet.held[0])
    line = LogLine(sheet.number, number, (), what.label, what.explanation, what.reference, whole_page=True)
    return slip(sheet, what, facts, number, pages), [Released(line, sheet.held)]
