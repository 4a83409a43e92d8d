# SPDX-License-Identifier: AGPL-3.0-or-later
"""Run the verification over a folder through the executor, and put its outcome together."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any

from redactor.domain.errors import Cancelled, RedactorError, Refused
from redactor.domain.pages import PageContent
from redactor.domain.plan import Plan
from redactor.release import guide_wording, wording
from redactor.release.facts import ReleaseFacts, RuleOutcome, VerificationReport
from redactor.release.material import Material
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
    is_taken,
    label_of,
    words_of,
)
from redactor.release.verify.files import ExpectedFiles, expected_files
from redactor.release.verify.guide import expected_guide, guide_terms
from redactor.release.verify.index import expected_index
from redactor.release.verify.opening import expected_opening
from redactor.release.verify.terms import secret_terms
from redactor.review.settings import setting_in

#: What each rule holds, in the order of the report.
RULES = {
    "file": "nothing stands before, between or after the objects of the file, and there are no earlier versions in it",
    "grammar": "every object, key and stream is one that this program writes, and each is in use",
    "fonts": "the fonts are this program's own, by their SHA-256",
    "terms": "nothing that was held back can be found in any text, stream or name, in any encoding",
    "boxes": "every box is one flat colour in the page's pixels, where the plan has it",
    "source": "outside the boxes the picture is like the source page, drawn by another engine, but for places that"
    " engines draw differently and that the plan names",
    "words": "every surviving word is in the text layer once and in order, and no other",
    "printed": "what is printed above the pictures is labels, page numbers and our own pages",
    "pages": "every page of the plan is there once, in order, in its place",
    "index": "the cover says whose records these are, who approved them, what the labels mean and which documents"
    " there are, in order, with their titles and pages and what was left out, as the plan has it",
}
LOGS = ("redaction-log.json", "redaction-log.xlsx", "redaction-log.pdf")
PAGES_PER_TASK, IN_FLIGHT = 12, 4


def check_release(folder: Path, given: Material, doubts: Doubts | None = None) -> VerificationReport:
    """Check every file of a release that is in ``folder``. ``doubts`` takes what was found against single pages.
    Raises Cancelled, and Refused when a check cannot be made at all."""
    plan, documents, facts = given.plan, given.documents, given.facts
    source, content, executor = given.source, given.content, given.executor
    found: dict[str, list[str]] = {rule: [] for rule in RULES}

    def note(problems: Sequence[tuple[str, str]]) -> None:
        for rule, problem in problems:
            found[rule].append(problem)

    sheets = expected_sheets(plan, documents)
    title = wording.TITLE.format(reference=facts.reference)

    def count(path: Path) -> int:
        return int(executor.submit(count_pages, str(path)).result()) if path.is_file() else 0

    files = expected_files(folder, given.layout, sheets, title, count)
    front = files.front
    missing = {file.name for file in files.files if not (folder / file.name).is_file()}
    note([("pages", f"{name} is missing") for name in sorted(missing)])
    limit = int(setting_in(plan.settings, "volume-mb"))
    note([("pages", f"{name} is larger than {limit} MB") for name in files.too_large(folder, limit)])
    terms = secret_terms(plan, _surviving(plan, content, facts))
    alts = frozenset(_alts(sheets))
    counts = {"pages": front + len(sheets), "boxes": 0, "words": 0, "pages_compared_in_part": 0}
    waiting: deque[tuple[int, Future[Any], Callable[..., Any], tuple[Any, ...]]] = deque()
    done = len(sheets)

    def submit(weight: int, task: Callable[..., Any], *what: Any) -> None:
        waiting.append((weight, executor.submit(task, *what), task, what))

    def collect() -> None:
        nonlocal done
        weight, future, task, what = waiting.popleft()
        try:
            result = _result_of(future)
        except RedactorError:
            result = _result_of(executor.submit(task, *what))  # the process that checked may have died
        if isinstance(result, list):
            note(result)
            return
        note(result.problems)
        if doubts is not None:
            _keep(result, doubts, lambda number: sheets[number - front - 1])
        counts["boxes"] += result.boxes
        counts["words"] += result.words
        counts["pages_compared_in_part"] += result.in_part
        done += weight
        given.progress(min(done, 2 * len(sheets)), 2 * len(sheets), "verifying")

    for file in files.files:
        if file.name not in missing:
            own = (frozenset({file.title}), file.pages, file.first)
            submit(0, verify_file, str(folder / file.name), *own, alts, terms)
    first = files.files[0].name
    if first not in missing:
        parts = plan.laid_out({sha: document.pages for sha, document in documents.items()})
        index = expected_index(plan, parts, sheets, front)
        opening = expected_opening(plan, sheets, facts, front)
        submit(0, verify_index, str(folder / first), front, front + len(sheets), facts, index, opening)
    for log in LOGS:
        if (folder / log).is_file():
            submit(0, verify_log, str(folder / log), terms)
        else:
            note([("pages", f"{log} is missing")])
    guide = folder / guide_wording.FILE
    if guide.is_file():
        own_pages = expected_guide(plan, facts, executor.submit(count_pages, str(guide)).result())
        if own_pages:
            shown = guide_terms(terms, own_pages[0])
            titles = frozenset({guide_wording.TITLE.format(reference=facts.reference)})
            submit(0, verify_file, str(guide), titles, len(own_pages), 1, frozenset(), shown)
            submit(0, verify_pages, str(guide), ((b"", "", own_pages),), shown)
        else:
            note([("pages", f"{guide_wording.FILE} cannot be read")])
    for path, groups in _batches(plan, sheets, folder, files, facts, source, content):
        if path.relative_to(folder).as_posix() in missing:
            continue
        while len(waiting) >= IN_FLIGHT:
            collect()
        if given.cancelled():
            raise Cancelled("the export was stopped", do="Nothing was written")
        submit(sum(len(group[2]) for group in groups), verify_pages, str(path), tuple(groups), terms)
    while waiting:
        collect()
    outcomes = tuple(
        RuleOutcome(rule, holds, not found[rule], tuple(sorted(set(found[rule]))[:50])) for rule, holds in RULES.items()
    )
    engines = executor.submit(engine_versions).result()
    return VerificationReport(
        facts.draft, all(rule.passed for rule in outcomes), outcomes, tuple(sorted(counts.items())), engines
    )


def _keep(checked: Any, doubts: Doubts, sheet: Callable[[int], ExpectedSheet]) -> None:
    """Note what was found against pages of the release as found against pages of the record."""
    for found, kept in (
        (checked.doubted, doubts.bands),
        (checked.broken, doubts.broken),
        (checked.said, doubts.problems),
        (checked.differing, doubts.places),
    ):
        for number, what in found.items():
            page = sheet(number).pages[0]
            kept[page.document, page.page] = what


def _result_of(future: Future[Any]) -> Any:
    """A check's result. Raises Refused when the check itself failed, as against what it checked."""
    try:
        return future.result()
    except (OSError, RuntimeError, ValueError, MemoryError) as error:
        raise Refused(f"the bundle could not be verified ({type(error).__name__})", do="Export again") from error


def _alts(sheets: Sequence[ExpectedSheet]) -> Iterator[str]:
    yield wording.PICTURE_ALT
    for sheet in sheets:
        if not sheet.ours:
            for number in sheet.numbers:
                for label in {label_of(redaction) for redaction in sheet.pages[0].redactions}:
                    yield wording.BOX_ALT.format(label=label, number=number)


def _surviving(plan: Plan, content: Callable[[str, int], PageContent], facts: ReleaseFacts) -> frozenset[str]:
    """Every word that legitimately stays readable, in lower case: the pages' own, and those of our sentences."""
    words: set[str] = set()
    for page in plan.pages:
        if page.withheld is None:
            boxes = tuple(box for redaction in page.redactions for box in redaction.boxes)
            words.update(w.text.lower() for w in content(page.document, page.page).words if not is_taken(w, boxes))
    for said in plan.statements:
        words.update(word.lower() for word in f"{said.by} {said.text}".split())  # the person's own words
    # What every spreadsheet says of itself.
    words.update(("microsoft", "excel", "worksheets", "named", "ranges"))
    # Titles are a person's words: one that holds what is held back elsewhere must be noticed, not excuse itself.
    ours = expected_cover(replace(plan, parts=()), [], facts, 0, 1, 1).shown | words_of(
        [facts.subject, facts.reference]
    )
    return frozenset(words | {word.lower() for word in ours})


def _batches(
    plan: Plan,
    sheets: Sequence[ExpectedSheet],
    folder: Path,
    files: ExpectedFiles,
    facts: ReleaseFacts,
    source: Callable[[str, int], tuple[bytes, str, int]],
    content: Callable[[str, int], PageContent],
) -> Iterator[tuple[Path, list[PageGroup]]]:
    """The cover, then runs of pages of one released file, grouped by the source file they come from."""
    pages = files.front + len(sheets)
    colour = setting_in(plan.settings, "box-colour")
    canonical = setting_in(plan.settings, "box-width") == "canonical"
    cover = expected_cover(plan, list(sheets), facts, 0, 1, pages)
    own = [replace(cover, index=n, name=f"page {n + 1}") for n in range(files.front)]
    yield folder / files.files[0].name, [(b"", "", own)]
    groups: list[PageGroup] = []
    held: Path | None = None
    for number, sheet in enumerate(sheets, start=files.front + 1):
        name, place = files.place(number)
        path = folder / name
        count = sum(len(group[2]) for group in groups)
        if held and (path != held or count >= PAGES_PER_TASK):
            yield held, groups
            groups = []
        held = path
        data, password, inner = (b"", "", 0) if sheet.ours else source(sheet.pages[0].document, sheet.pages[0].page)
        page = expected_page(sheet, place, number, pages, facts.draft, content, inner)
        page = replace(page, colour=colour, canonical=canonical, number=number)
        last = groups[-1] if groups else None
        if last and last[1] == password and (last[0] is data or last[0] == data):
            last[2].append(page)
        else:
            groups.append((data, password, [page]))
    if held:
        yield held, groups
