# SPDX-License-Identifier: AGPL-3.0-or-later
"""Burn every page of the plan through the executor and write the PDFs, a few pages in flight at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from redactor.domain.errors import Cancelled, RedactorError
from redactor.domain.pages import PageContent
from redactor.release import wording
from redactor.release.burn.again_sent import SentAgain
from redactor.release.burn.composed import Composed, Hidden, PageJob
from redactor.release.burn.front import IndexEntry, cover, plain_date, slip
from redactor.release.burn.said import statement
from redactor.release.facts import Released, ReleaseFacts
from redactor.release.kept import Kept
from redactor.release.leftout import left_out_lines, left_sentences
from redactor.release.logs.entries import LogLine, SaidLine
from redactor.release.material import Material, PageOf
from redactor.release.sheets import Sheet, Sheets, Told, key_rows, number_sheets, told
from redactor.release.tasks import burn_pages
from redactor.release.trouble import PageNotBurned
from redactor.release.volumes import MB, Volumes
from redactor.release.widths import Bands
from redactor.review.release.settings import setting_in

#: Pages of one file that are burned by one task, and how many tasks are in flight.
PAGES_PER_TASK, IN_FLIGHT = 6, 4


#: What to do about a page that cannot be burned.
REPAIR = "Withhold the page, or add a repaired copy of the document"


@dataclass(frozen=True, slots=True)
class Burned:
    """What was written: file names below the folder in order, pages, surviving words, numbered redactions, and the
    person's statements with the page each begins on. ``places`` are (document, page, page of the release)."""

    files: tuple[str, ...]
    pages: int
    words: int
    released: tuple[Released, ...]
    said: tuple[SaidLine, ...] = ()
    places: tuple[tuple[str, int, int], ...] = ()


def burn_release(folder: Path, given: Material, left: Mapping[PageOf, Bands], kept: Kept) -> Burned:
    """Write bundle.pdf, or contents.pdf and documents/NNNN.pdf; with a limit to a file's size bundle-1.pdf and so
    on where one is not enough. ``left`` are lines that are not set again, by their document and page. Pages that are
    ``kept`` are not burned anew; those that are come to be. Progress counts every page twice over, since each is
    verified afterwards."""
    plan, documents, facts = given.plan, given.documents, given.facts
    sheets = number_sheets(plan, documents)
    limit = int(setting_in(plan.settings, "volume-mb")) * MB
    front, _ = front_pages(facts, sheets, 0, limit > 0)
    front, listed = front_pages(facts, sheets, len(front), limit > 0)
    if left:
        as_were = (replace(sheet, left=left.get((sheet.sha256, sheet.first), ())) for sheet in sheets.sheets)
        sheets = replace(sheets, sheets=tuple(as_were))
    pages = len(front) + len(sheets.sheets)
    title = wording.TITLE.format(reference=facts.reference)
    released: list[Released] = []
    words = 0
    done = 0
    work = (given.source, given.content, given.executor, given.cancelled, kept)
    composed = composed_pages(sheets, len(front), pages, facts, *work)
    names: list[str] = []

    def write(volumes: Volumes, number: int, wanted: Sequence[Sheet]) -> None:
        nonlocal words, done
        volumes.section(wording.DOCUMENT_SLIP.format(document=number))
        for sheet in wanted:
            page, page_released = next(composed)
            kept.keep(sheet, page, volumes.add(page))
            released.extend(page_released)
            words += page.words
            done += 1
            given.progress(done, 2 * len(sheets.sheets), "burning")

    with Volumes(folder, "bundle" if given.layout == "bundle" else "contents", title, 1, limit) as volumes:
        volumes.section(wording.COVER_TITLE)
        for page in front:
            volumes.add(page)
        if given.layout == "bundle":
            for number, first, last in sheets.documents:
                write(volumes, number, sheets.sheets[first : last + 1])
    names += volumes.names
    if given.layout == "documents":
        (folder / "documents").mkdir()
        for number, first, last in sheets.documents:
            own = f"{title}, {wording.DOCUMENT_SLIP.format(document=number)}"
            with Volumes(folder, f"documents/{number:04d}", own, len(front) + first + 1, limit) as volumes:
                write(volumes, number, sheets.sheets[first : last + 1])
            names += volumes.names
    released += left_out_lines(sheets, len(front), listed)
    said = tuple(
        SaidLine(len(front) + sheet.index + 1, sheet.said.by, plain_date(sheet.said.on))
        for before, sheet in pairwise(sheets.sheets)
        if sheet.said is not None and before.said is not sheet.said
    )
    places = tuple(
        (page.document, page.page, len(front) + sheet.index + 1) for sheet in sheets.sheets for page in sheet.plans
    )
    return Burned(tuple(names), pages, words, tuple(released), said, places)


def front_pages(
    facts: ReleaseFacts, sheets: Sheets, length: int, volumes: bool = False
) -> tuple[list[Composed], list[int]]:
    """The cover pages, given how many there are (which the first round finds out), and on which of them each
    thing that was left out is listed."""
    keys: set[Told] = set()
    entries: list[IndexEntry] = []
    for number, first, last in sheets.documents:
        own = sheets.sheets[first : last + 1]
        withheld = sum(sheet.last - sheet.first + 1 for sheet in own if sheet.slip)
        part = sheets.parts[number - 1]
        left = sum(left.last - left.first + 1 for left in sheets.left_out if left.part == number - 1)
        entries.append(
            IndexEntry(
                number,
                length + first + 1,
                length + last + 1,
                last - first + 1,
                withheld,
                left,
                part.title,
                part.section,
                sum(sheet.said is not None for sheet in own),
            )
        )
        for sheet in own:
            for redaction in sheet.held:
                keys.add(told(redaction))
    sentences = left_sentences(sheets, length)
    pages = length + len(sheets.sheets)
    again = None
    if sheets.reissue is not None:
        places = [(length + s.index + 1, s.replaces) for s in sheets.sheets if s.replaces is not None]
        again = SentAgain(sheets.reissue.number, places, sheets.reissue.shown)
    return cover(facts, key_rows(keys), entries, sheets.redactions, pages, sentences, sheets.colour, volumes, again)


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
) -> Iterator[tuple[Composed, list[Released]]]:
    """Every sheet in order, burned; at most a few tasks are in flight, so memory does not grow with the bundle."""
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
                    if kept is not None and kept.has(sheet):
                        page = kept.page(sheet)
                        yield page, _released(sheet, page, front)
                    else:
                        yield _ours(sheet, facts, front, pages)
                continue
            for sheet, page in zip(own, _finished(future, executor, own, jobs, data, password), strict=True):
                yield page, _released(sheet, page, front)
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
) -> list[Composed]:
    """The pages of a task. When one cannot be burned, or the process that did it died, each page is tried once alone,
    so that the one at fault can be named: PageNotBurned."""
    with suppress(RedactorError, OSError, RuntimeError, MemoryError):
        return future.result()
    pages: list[Composed] = []
    for sheet, job in zip(own, jobs, strict=True):
        try:
            pages += executor.submit(burn_pages, data, password, (job,)).result()
        except RedactorError as error:
            raise PageNotBurned(error.what, job.where, error.do or REPAIR, sheet.plans[0]) from error
        except (OSError, RuntimeError, MemoryError) as error:
            raise PageNotBurned("this page could not be burned", job.where, REPAIR, sheet.plans[0]) from error
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
        if sheet.ours or (kept is not None and kept.has(sheet)):
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
