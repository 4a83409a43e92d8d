# SPDX-License-Identifier: AGPL-3.0-or-later
"""Analyse a case: read every page, OCR where needed, find people. Resumable: what was read is kept.

A page whose worker dies is tried once more by itself, then marked unreadable with the reason; it blocks
submission until a person has looked at it, and the rest goes on.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import astuple, dataclass, replace
from typing import Any, TypeVar

from redactor.bundle import tasks as reading
from redactor.casefile.store import CaseFile
from redactor.detect import tasks as finding
from redactor.detect.fingerprint import fingerprint
from redactor.detect.found import KnownPerson, RawSpan, SubjectFacts
from redactor.domain.errors import Cancelled, RedactorError
from redactor.domain.pages import Document, PageContent, PageStatus
from redactor.operations.findings import gather_units, to_mentions
from redactor.operations.progress import Progress, silent
from redactor.operations.view import CaseView
from redactor.review.state import JournalState, fold

J = TypeVar("J")
R = TypeVar("R")

#: Pages read by one task: enough to pay for opening the file, few enough to keep progress smooth.
CHUNK = 16
#: Texts in one call of the name finder.
BATCH = 32
#: A page nobody could open has no size of its own; A4 in points.
A4 = (595.0, 842.0)


@dataclass(frozen=True, slots=True)
class Analysed:
    pages: int
    ocr_pages: int
    unreadable: int
    mentions: int
    people: int


def analyse(
    case: CaseFile,
    executor: Executor,
    *,
    in_flight: int = 4,
    progress: Progress = silent,
    cancelled: Callable[[], bool] = lambda: False,
) -> Analysed:
    """Read what is not read yet, then find people in the whole record. Raises Cancelled; what was read is kept."""
    case.require_writable()
    documents = case.documents()
    _read(case, documents, executor, in_flight, progress, cancelled)
    ocr_pages = _ocr(case, executor, in_flight, progress, cancelled)
    units, origins = gather_units(case, documents)
    raw = _names(case, [unit.text for unit in units], executor, in_flight, progress, cancelled)
    progress(0, 0, "Working out who is who")
    state = fold(case.events())
    findings = executor.submit(finding.resolve, units, raw, subject_facts(state), known_people(state)).result()
    if cancelled():
        raise _stopped()
    mentions = to_mentions(case, units, origins, findings.spans)
    CaseView(case).keep_carried()
    case.replace_findings(mentions, findings.people)
    case.put("findings_revision", case.get("findings_revision", 0) + 1)
    case.put("analysed", [document.sha256 for document in documents])
    states = case.page_states()
    unreadable = sum(page.status is PageStatus.UNREADABLE for page in states)
    progress(1, 1, "Analysed")
    return Analysed(len(states), ocr_pages, unreadable, len(mentions), len(findings.people))


def subject_facts(state: JournalState) -> SubjectFacts:
    facts = state.facts
    names = [str(name) for name in (facts.get("subject", ""), *facts.get("aliases", ()))]
    given = {forenames for name in names if (forenames := _forenames(name))}
    return SubjectFacts(names[0], tuple(dict.fromkeys([*names[1:], *sorted(given)])), facts.get("dob", ""))


def _forenames(name: str) -> str:
    """ "Keira Louise" of "Keira Louise Dunmore" or "DUNMORE, Keira Louise": the subject goes by these too."""
    _, comma, rest = name.partition(",")
    parts = rest.split() if comma else name.split()[:-1]
    return " ".join(parts) if len(parts) > 1 else ""


def known_people(state: JournalState) -> list[KnownPerson]:
    """People the journal knows, each under their own id: the finder resolves to these first.

    People made by a split are left out: their mentions are known by place, and their names are another's too.
    """
    split = {entry.new.id for entry in state.splits}
    return [
        KnownPerson(record.person.id, record.person.name, record.person.aliases, record.person.role)
        for record in state.people.values()
        if record.person.id not in split
    ]


# -- reading -----------------------------------------------------------------------------------------


def _read(
    case: CaseFile,
    documents: Sequence[Document],
    executor: Executor,
    in_flight: int,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> None:
    states = case.page_states()
    pending: dict[str, list[int]] = defaultdict(list)
    for state in states:
        if state.status is PageStatus.PENDING:
            pending[state.document].append(state.page)
    total, done = len(states), len(states) - sum(map(len, pending.values()))
    by_sha = {document.sha256: document for document in documents}

    def jobs() -> Iterator[tuple[Document, list[int]]]:
        for sha, pages in pending.items():
            for chunk in _chunks(case, sha, pages):
                yield by_sha[sha], chunk

    def submit(job: tuple[Document, list[int]]) -> Future[list[PageContent]]:
        document, pages = job
        data, inside = case.part(document.sha256, pages[0])
        offset = pages[0] - inside
        return executor.submit(
            reading.read_pages, data, document.password, inside, inside + len(pages) - 1, offset=offset
        )

    for (document, pages), future in _flow(jobs(), submit, in_flight, cancelled):
        contents = _result_or_none(future)
        if contents is None:
            contents = [_read_alone(case, document, page, executor) for page in pages]
        case.put_pages(document.sha256, contents)
        done += len(pages)
        progress(done, total, f"Reading {document.name}")


def _chunks(case: CaseFile, sha: str, pages: Sequence[int]) -> Iterator[list[int]]:
    """Runs of neighbouring pages that lie in one part of the file."""
    run: list[int] = []
    for page in pages:
        # Parts are cut every CHUNK * n pages, so a run may not cross a multiple of CHUNK.
        if run and (page != run[-1] + 1 or (page - 1) % CHUNK == 0):
            yield run
            run = []
        run.append(page)
    if run:
        yield run


def _read_alone(case: CaseFile, document: Document, page: int, executor: Executor) -> PageContent:
    """One page by itself, the second and last try."""
    data, inside = case.part(document.sha256, page)
    try:
        future = executor.submit(reading.read_pages, data, document.password, inside, inside, offset=page - inside)
        return future.result()[0]
    except RedactorError as error:
        return unreadable(page, error.what)


def unreadable(page: int, problem: str) -> PageContent:
    return PageContent(page, *A4, status=PageStatus.UNREADABLE, problem=problem)


def _ocr(case: CaseFile, executor: Executor, in_flight: int, progress: Progress, cancelled: Callable[[], bool]) -> int:
    documents = {document.sha256: document for document in case.documents()}
    waiting = [s for s in case.page_states() if s.status is PageStatus.NEEDS_OCR]

    def submit(job: tuple[str, int]) -> Future[PageContent]:
        data, inside = case.part(*job)
        password = documents[job[0]].password
        return executor.submit(reading.ocr_page, data, password, inside, offset=job[1] - inside)

    jobs = ((state.document, state.page) for state in waiting)
    for done, (job, future) in enumerate(_flow(jobs, submit, in_flight, cancelled), start=1):
        content = _result_or_none(future)
        if content is None:
            content = _ocr_again(case, job, submit)
        case.put_pages(job[0], [content])
        progress(done, len(waiting), f"Reading scans: {documents[job[0]].name}, page {job[1]}")
    return len(waiting)


def _ocr_again(
    case: CaseFile, job: tuple[str, int], submit: Callable[[tuple[str, int]], Future[PageContent]]
) -> PageContent:
    try:
        return submit(job).result()
    except RedactorError as error:
        before = case.page(*job)
        if before is None:
            return unreadable(job[1], error.what)
        return replace(before, status=PageStatus.UNREADABLE, problem=error.what)


# -- finding -----------------------------------------------------------------------------------------


def _names(
    case: CaseFile,
    texts: Sequence[str],
    executor: Executor,
    in_flight: int,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> list[list[RawSpan]]:
    """The finder's names for each text; texts it has seen before are not read again."""
    model = fingerprint()
    kept: dict[str, Any] = case.get("names", {})
    if kept.get("model") != model:
        kept = {"model": model, "spans": {}}
    spans: dict[str, list[list[Any]]] = kept["spans"]
    keys = [hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:24] for text in texts]
    new = {key: text for key, text in zip(keys, texts, strict=True) if key not in spans}
    jobs = [list(new)[i : i + BATCH] for i in range(0, len(new), BATCH)]

    def submit(job: list[str]) -> Future[list[list[RawSpan]]]:
        return executor.submit(finding.names_in, [new[key] for key in job])

    done = 0
    for job, future in _flow(iter(jobs), submit, in_flight, cancelled):
        for key, found in zip(job, future.result(), strict=True):
            spans[key] = [list(astuple(span)) for span in found]
        done += len(job)
        progress(done, len(new), "Finding people")
    wanted = set(keys)
    case.put("names", {"model": model, "spans": {key: spans[key] for key in spans if key in wanted}})
    return [[RawSpan(*span) for span in spans[key]] for key in keys]


# -- flow --------------------------------------------------------------------------------------------


def _flow(
    jobs: Iterator[J], submit: Callable[[J], Future[R]], in_flight: int, cancelled: Callable[[], bool]
) -> Iterator[tuple[J, Future[R]]]:
    """Results as they come, with at most ``in_flight`` tasks out at a time so that memory stays flat."""
    out: dict[Future[R], J] = {}
    exhausted = False
    while True:
        while not exhausted and len(out) < in_flight:
            job = next(jobs, None)
            if job is None:
                exhausted = True
            else:
                out[submit(job)] = job
        if not out:
            return
        finished, _ = wait(out, timeout=0.2, return_when=FIRST_COMPLETED)
        if cancelled():
            for future in out:
                future.cancel()
            raise _stopped()
        for future in finished:
            yield out.pop(future), future


def _stopped() -> Cancelled:
    return Cancelled("stopped before it was finished", do="What was read is kept: analyse again to go on from there")


def _result_or_none(future: Future[R]) -> R | None:
    """The result, or None when the worker failed: the caller tries page by page."""
    try:
        return future.result()
    except RedactorError:
        return None
