# SPDX-License-Identifier: AGPL-3.0-or-later
"""Run the verification over a folder through the executor, and put its outcome together."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

from redactor.domain.errors import Cancelled, RedactorError, Refused
from redactor.domain.saying import say
from redactor.release import guide_wording, verification_wording, wording
from redactor.release.facts import RuleOutcome, VerificationReport
from redactor.release.material import Material
from redactor.release.premises import Premises
from redactor.release.tasks import (
    count_pages,
    engine_versions,
    verify_file,
    verify_index,
    verify_log,
    verify_pages,
)
from redactor.release.trouble import Doubts
from redactor.release.verify.expect import (
    ExpectedSheet,
    PageGroup,
    expected_cover,
    expected_page,
    expected_sheets,
    label_of,
)
from redactor.release.verify.files import ExpectedFiles, expected_files
from redactor.release.verify.index import expected_index
from redactor.release.verify.opening import expected_opening
from redactor.release.verify.papers import expected_paper, paper_terms
from redactor.review.release.settings import setting_in

#: What each rule holds, in the order of the report.
RULES = {
    "file": "nothing stands before, between or after the objects of the file, and there are no earlier versions in it",
    "grammar": "every object, key and stream is one that this program writes, and each is in use",
    "fonts": "the fonts are this program's own, by their SHA-256",
    "terms": "nothing that was held back can be found in any text, stream or name, in any encoding",
    "boxes": "every box is one flat colour in the page's pixels, where the plan has it",
    "source": "outside the boxes the picture is like the source page, drawn by another engine",
    "words": "every surviving word is in the text layer once and in order, and no other",
    "printed": "what is printed above the pictures is labels, page numbers and our own pages",
    "pages": "every page of the plan is there once, in order, in its place",
    "index": "the cover says whose records these are, who approved them, what the labels mean and which documents"
    " there are, in order, with their titles and pages and what was left out, as the plan has it",
}
LOGS = ("redaction-log.json", "redaction-log.xlsx", "redaction-log.pdf")
#: Tasks in flight, and pages that one of them checks: few of small releases, so that they are shared out evenly, more
#: of large ones, since each task opens the whole file (0.8 s of 5,000 pages).
IN_FLIGHT, LEAST_PAGES, MOST_PAGES, TASKS = 4, 12, 60, 80


def check_release(folder: Path, given: Material) -> VerificationReport:
    """Check every file of a release that is in ``folder``. Raises Cancelled, and Refused when a check cannot be made
    at all."""
    check = Check(folder, given)
    check.pages()
    return check.finish()


class Check:
    """A release being checked: its pages first, then everything else. ``premises`` are those of earlier checks of the
    same plan; they come to know the pages this one finds right."""

    def __init__(self, folder: Path, given: Material, premises: Premises | None = None) -> None:
        self._folder, self._given = folder, given
        self._premises = premises or Premises.of(given)
        self._found: dict[str, list[str]] = {rule: [] for rule in RULES}
        plan, facts = given.plan, given.facts
        self._sheets = expected_sheets(plan, given.documents)
        #: What was found against single pages.
        self.doubts = Doubts()

        def count(path: Path) -> int:
            return int(given.submit_whole(count_pages, str(path)).result()) if path.is_file() else 0

        title = wording.TITLE.format(reference=facts.reference)
        self._files = expected_files(folder, given.layout, self._sheets, title, count)
        self._missing = {file.name for file in self._files.files if not (folder / file.name).is_file()}
        pages = self._files.front + len(self._sheets)
        self._counts = {"pages": pages, "boxes": 0, "words": 0, "pages_compared_in_part": 0}
        self._waiting: deque[tuple[int, Future[Any], Callable[[], Future[Any]]]] = deque()
        self._done = len(self._sheets)

    @property
    def broken(self) -> set[str]:
        """The rules that something was found against."""
        return {rule for rule, problems in self._found.items() if problems}

    def pages(self) -> Doubts:
        """Check the pages against the plan and the sources. Gives what was found against single ones."""
        given = self._given
        for path, groups in _batches(self._sheets, self._folder, self._files, given, self._premises):
            if path.relative_to(self._folder).as_posix() in self._missing:
                continue
            while len(self._waiting) >= IN_FLIGHT:
                self._collect()
            if given.cancelled():
                raise Cancelled("the export was stopped", do="Nothing was written")
            numbers = [page.number for group in groups for page in group[2]]
            proved = self._premises.proved
            before = {number: proved[number] for number in numbers if number in proved}
            own = (str(path), tuple(groups), self._premises.terms, before)
            self._submit(given.executor.submit, len(numbers), verify_pages, *own)
        self._collect_all()
        return self.doubts

    def finish(self) -> VerificationReport:
        """Check the files as files, the index, the logs and the papers, and put the report together."""
        folder, given, files = self._folder, self._given, self._files
        self._note([("pages", f"{name} is missing") for name in sorted(self._missing)])
        limit = int(setting_in(given.plan.settings, "volume-mb"))
        self._note([("pages", f"{name} is larger than {limit} MB") for name in files.too_large(folder, limit)])
        alts = frozenset(_alts(self._sheets))
        for file in files.files:
            if file.name not in self._missing:
                own = (frozenset({file.title}), file.pages, file.first)
                self._submit_whole(verify_file, str(folder / file.name), *own, alts, self._premises.terms)
        if files.files[0].name not in self._missing:
            self._check_index(str(folder / files.files[0].name))
        for log in LOGS:
            if (folder / log).is_file():
                self._submit_whole(verify_log, str(folder / log), self._premises.terms)
            else:
                self._note([("pages", f"{log} is missing")])
        engines = given.executor.submit(engine_versions).result()
        self._check_paper(guide_wording)
        # Of a release that stood this once; there is none yet while the release is made.
        sentences = [f"{holds[:1].upper()}{holds[1:]}." for holds in RULES.values()]
        self._check_paper(verification_wording, [*sentences, *(name for name, _ in engines)])
        self._collect_all()
        outcomes = tuple(
            RuleOutcome(rule, holds, not self._found[rule], tuple(sorted(set(self._found[rule]))[:50]))
            for rule, holds in RULES.items()
        )
        return VerificationReport(
            given.facts.draft, not self.broken, outcomes, tuple(sorted(self._counts.items())), engines
        )

    def _check_index(self, path: str) -> None:
        plan, facts, front = self._given.plan, self._given.facts, self._files.front
        parts = plan.laid_out({sha: document.pages for sha, document in self._given.documents.items()})
        index = expected_index(plan, parts, self._sheets, front)
        opening = expected_opening(plan, self._sheets, facts, front)
        self._submit_whole(verify_index, path, front, front + len(self._sheets), facts, index, opening)

    def _check_paper(self, own: ModuleType, more: Sequence[str] = ()) -> None:
        """A paper that goes with the bundle, when there is one, with the sentences of ``own`` and ``more``."""
        path, given = self._folder / own.FILE, self._given
        if not path.is_file():
            return
        pages = given.executor.submit(count_pages, str(path)).result()
        expected = expected_paper(given.plan, given.facts, own, pages, more)
        if not expected:
            self._note([("pages", f"{own.FILE} cannot be read")])
            return
        shown = paper_terms(self._premises.terms, expected[0])
        titles = frozenset({own.TITLE.format(reference=given.facts.reference)})
        self._submit_whole(verify_file, str(path), titles, pages, 1, frozenset(), shown)
        self._submit_whole(verify_pages, str(path), ((b"", "", expected),), shown)

    def _note(self, problems: Sequence[tuple[str, str]]) -> None:
        for rule, problem in problems:
            self._found[rule].append(problem)

    def _submit_whole(self, task: Callable[..., Any], *what: Any) -> None:
        self._submit(self._given.submit_whole, 0, task, *what)

    def _submit(self, submit: Callable[..., Future[Any]], weight: int, task: Callable[..., Any], *what: Any) -> None:
        self._waiting.append((weight, submit(task, *what), lambda: submit(task, *what)))

    def _collect_all(self) -> None:
        while self._waiting:
            self._collect()

    def _collect(self) -> None:
        """Take in the outcome of the task that waits longest."""
        weight, future, again = self._waiting.popleft()
        try:
            result = _result_of(future)
        except RedactorError:
            result = _result_of(again())  # the process that checked may have died
        if isinstance(result, list):
            self._note(result)
            return
        self._note(result.problems)
        self._premises.proved.update(result.proved)
        self._keep(result)
        self._counts["boxes"] += result.boxes
        self._counts["words"] += result.words
        self._counts["pages_compared_in_part"] += result.in_part
        self._done += weight
        total = 2 * len(self._sheets)
        self._given.progress(min(self._done, total), total, "verifying")

    def _keep(self, checked: Any) -> None:
        """Note what was found against pages of the release as found against pages of the record."""
        for found, kept in (
            (checked.doubted, self.doubts.bands),
            (checked.broken, self.doubts.broken),
            (checked.said, self.doubts.problems),
            (checked.differing, self.doubts.places),
        ):
            for number, what in found.items():
                page = self._sheets[number - self._files.front - 1].pages[0]
                kept[page.document, page.page] = what


def _result_of(future: Future[Any]) -> Any:
    """A check's result. Raises Refused when the check itself failed, as against what it checked."""
    try:
        return future.result()
    except (OSError, RuntimeError, ValueError, MemoryError) as error:
        raise Refused(
            say("the bundle could not be verified ({kind})", kind=type(error).__name__), do="Export again"
        ) from error


def _alts(sheets: Sequence[ExpectedSheet]) -> Iterator[str]:
    yield wording.PICTURE_ALT
    for sheet in sheets:
        if not sheet.ours:
            for number in sheet.numbers:
                for label in {label_of(redaction) for redaction in sheet.pages[0].redactions}:
                    yield wording.BOX_ALT.format(label=label, number=number)


def _batches(
    sheets: Sequence[ExpectedSheet], folder: Path, files: ExpectedFiles, given: Material, premises: Premises
) -> Iterator[tuple[Path, list[PageGroup]]]:
    """The cover, then runs of pages of one released file, grouped by the source file they come from."""
    plan, facts, source, content = given.plan, given.facts, given.source, given.content
    pages = files.front + len(sheets)
    colour = setting_in(plan.settings, "box-colour")
    canonical = setting_in(plan.settings, "box-width") == "canonical"
    cover = expected_cover(plan, list(sheets), facts, 0, 1, pages)
    own = [replace(cover, index=n, name=f"page {n + 1}") for n in range(files.front)]
    yield folder / files.files[0].name, [(b"", "", own)]
    pages_per_task = min(max(len(sheets) // TASKS, LEAST_PAGES), MOST_PAGES)
    groups: list[PageGroup] = []
    held: Path | None = None
    for number, sheet in enumerate(sheets, start=files.front + 1):
        name, place = files.place(number)
        path = folder / name
        count = sum(len(group[2]) for group in groups)
        if held and (path != held or count >= pages_per_task):
            yield held, groups
            groups = []
        held = path
        data, password, inner = (b"", "", 0) if sheet.ours else source(sheet.pages[0].document, sheet.pages[0].page)
        page = expected_page(sheet, place, number, pages, facts.draft, content, inner, premises.gone)
        page = replace(page, colour=colour, canonical=canonical, number=number)
        last = groups[-1] if groups else None
        if last and last[1] == password and (last[0] is data or last[0] == data):
            last[2].append(page)
        else:
            groups.append((data, password, [page]))
    if held:
        yield held, groups
