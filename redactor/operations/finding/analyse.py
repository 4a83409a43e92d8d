# SPDX-License-Identifier: AGPL-3.0-or-later
"""Analyse a case: read every page, OCR where needed, find people. Resumable: what was read is kept.

Text is read first and people are found in it, so that review can begin; scans follow as a queue
(:mod:`~redactor.operations.intake.scans`), and people are found again with what was read in them. A page whose worker
dies is tried once more by itself, then marked unreadable with the reason; it blocks submission until a person
has looked at it, and the rest goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass

from redactor.casefile.noticed import noticed
from redactor.casefile.store import CaseFile
from redactor.detect import tasks as finding
from redactor.detect.language.found import HARM, KnownPerson, SubjectFacts
from redactor.domain.mentions import Mention
from redactor.domain.pages import PageStatus
from redactor.operations.copies.copies import find_copies
from redactor.operations.finding.cues import to_cues
from redactor.operations.finding.entries import to_entries
from redactor.operations.finding.findings import gather_units, to_mentions
from redactor.operations.finding.names import names_in_texts
from redactor.operations.flow import stopped
from redactor.operations.intake.languages import keep_proposals
from redactor.operations.intake.reading import read_text
from redactor.operations.intake.scans import read_scans, waiting_scans
from redactor.operations.progress import Progress, silent
from redactor.operations.view import CaseView
from redactor.review.state import JournalState, fold


@dataclass(frozen=True, slots=True)
class Analysed:
    """``ocr_pages`` were read by OCR just now; ``waiting`` still wait for it."""

    pages: int
    ocr_pages: int
    unreadable: int
    mentions: int
    people: int
    waiting: int = 0


def analyse(
    case: CaseFile,
    executor: Executor,
    *,
    in_flight: int = 4,
    scans: bool = True,
    progress: Progress = silent,
    cancelled: Callable[[], bool] = lambda: False,
) -> Analysed:
    """Read what is not read yet, then find people in the whole record. Raises Cancelled; what was read is kept.

    Without ``scans`` the pages that wait for OCR are left to :func:`~redactor.operations.intake.scans.read_scans`.
    """
    case.require_writable()
    new = read_text(case, executor, in_flight, progress, cancelled)
    ocr_pages = 0
    if scans and waiting_scans(case):
        if new:
            # What has text can be reviewed while the scans are read.
            find_people(case, executor, in_flight=in_flight, progress=progress, cancelled=cancelled)
        ocr_pages = read_scans(case, executor, in_flight=in_flight, progress=progress, cancelled=cancelled)
    mentions, people = find_people(case, executor, in_flight=in_flight, progress=progress, cancelled=cancelled)
    states = case.page_states()
    unreadable = sum(page.status is PageStatus.UNREADABLE for page in states)
    waiting = sum(page.status is PageStatus.NEEDS_OCR for page in states)
    progress(1, 1, "Analysed")
    return Analysed(len(states), ocr_pages, unreadable, mentions, people, waiting)


def find_people(
    case: CaseFile,
    executor: Executor,
    *,
    in_flight: int = 4,
    progress: Progress = silent,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[int, int]:
    """Find people in everything that was read; how many mentions and people there are now. Raises Cancelled."""
    documents = case.documents()
    # Before the pages are gathered: what is read meanwhile must not count as looked through.
    waiting = {s.document for s in case.page_states() if s.status in (PageStatus.PENDING, PageStatus.NEEDS_OCR)}
    pictures: list[Mention] = []
    units, origins = gather_units(case, documents, pictures)
    read = names_in_texts(case, [unit.text for unit in units], executor, in_flight, progress, cancelled)
    raw = [[span for span in spans if span.label != HARM] for spans in read]
    suspected = [[span for span in spans if span.label == HARM] for spans in read]
    state = fold(case.events())
    # The longest first: what does not wait for it is done beside it.
    about = (subject_facts(state), known_people(state), (), state.office)
    resolved = executor.submit(finding.resolve, units, raw, *about)
    cues = executor.submit(finding.harm_cues, units, suspected)
    known = executor.submit(finding.known_documents, units, subject_facts(state))
    find_copies(case, units, origins, executor, in_flight=in_flight, progress=progress, cancelled=cancelled)
    progress(0, 0, "Working out who is who")
    findings = resolved.result()
    if cancelled():
        raise stopped()
    candidates = to_cues(case, units, origins, cues.result())
    mentions = to_mentions(case, units, origins, findings.spans) + pictures
    others = to_entries(case, units, origins, findings.entries)
    CaseView(case).keep_carried()
    keep_proposals(case)
    # Together or not at all: what was kept of other findings would pass for what is to be asked about these.
    kept = noticed(candidates, known.result(), findings.own, others)
    kept["findings_revision"] = case.get("findings_revision", 0) + 1
    kept["analysed"] = [document.sha256 for document in documents if document.sha256 not in waiting]
    case.replace_findings(mentions, findings.people, kept)
    return len(mentions), len(findings.people)


def subject_facts(state: JournalState) -> SubjectFacts:
    facts = state.facts
    names = [str(name) for name in (facts.get("subject", ""), *facts.get("aliases", ()))]
    given = {forenames for name in names if (forenames := _forenames(name))}
    addresses, identifiers = tuple(facts.get("addresses", ())), tuple(facts.get("identifiers", ()))
    aliases = tuple(dict.fromkeys([*names[1:], *sorted(given)]))
    return SubjectFacts(names[0], aliases, facts.get("dob", ""), addresses, identifiers)


def _forenames(name: str) -> str:
    """ "Keira Louise" of "Keira Louise Dunmore" or "DUNMORE, Keira Louise": the subject goes by these too."""
    _, comma, rest = name.partition(",")
    parts = rest.split() if comma else name.split()[:-1]
    return " ".join(parts) if len(parts) > 1 else ""


def known_people(state: JournalState) -> list[KnownPerson]:
    """People the journal knows, each under their own id: the finder resolves to these first.

    People made by a split are left out: their mentions are known by place, and their names are another's too.
    """
    split = {entry.new.id for entry in state.who.splits}
    return [
        KnownPerson(record.person.id, record.person.name, record.person.aliases, record.person.role)
        for record in state.who.people.values()
        if record.person.id not in split
    ]
