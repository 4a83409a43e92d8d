# SPDX-License-Identifier: AGPL-3.0-or-later
"""Write a release: burn, log, verify, and only then give the folder its name. And verify one again.

No PDF library is loaded in this process: drawing and checking go through the executor.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from pathlib import Path

from redactor.domain.errors import BadInput, Cancelled, Refused
from redactor.domain.pages import Document
from redactor.domain.plan import Plan
from redactor.domain.saying import say
from redactor.domain.trouble import Trouble
from redactor.release.assemble import Burned, burn_release
from redactor.release.check import LOGS, Check, check_release
from redactor.release.facts import (
    Released,
    ReleaseFacts,
    ReleaseResult,
    RuleOutcome,
    VerificationReport,
)
from redactor.release.folder import finished, partial_folder
from redactor.release.guide import write_guide
from redactor.release.kept import Kept
from redactor.release.manifest import file_hash, manifest_problems, write_manifest
from redactor.release.material import Content, Material, PageOf, Progress, Source
from redactor.release.premises import Premises
from redactor.release.tasks import write_log
from redactor.release.trouble import PageNotBurned, PagesNotVerified
from redactor.release.verification import write_verification
from redactor.release.widths import DOUBTFUL, UNCUT, WHOLE, Bands
from redactor.review.release.settings import setting_in

__all__ = [
    "LAYOUTS",
    "ReleaseFacts",
    "ReleaseResult",
    "Released",
    "RuleOutcome",
    "VerificationReport",
    "verify_release",
    "write_release",
]

LAYOUTS = ("bundle", "documents")
#: All lines set again; the lines in doubt as they were; the pages in doubt; those with boxes that give nothing back.
ATTEMPTS = 4
#: Told of pages at fault; gives the plan to go on with, or None.
Amended = Callable[[Sequence[Trouble]], Plan | None]
#: Told the manifest's SHA-256, the numbered redactions, and (document, page, page of the release) for every page.
Sealed = Callable[[str, Sequence[Released], Sequence[tuple[str, int, int]]], None]


def write_release(
    out: Path,
    plan: Plan,
    documents: Mapping[str, Document],
    source: Source,
    content: Content,
    facts: ReleaseFacts,
    executor: Executor,
    *,
    layout: str = "bundle",
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    sealed: Sealed | None = None,
    guide: bool = False,
    left: Mapping[PageOf, Bands] | None = None,
    amended: Amended | None = None,
) -> ReleaseResult:
    """Burn the plan into a new folder ``out``, verified before it appears under that name.

    ``source`` gives for a document and page (from 1) the bytes of a file that holds it, its password and the
    page's number inside it; ``content`` gives the words as read. ``layout`` is "bundle" (one PDF) or
    "documents" (one each). ``progress`` is called with pages done, pages in all (burning and verifying) and a
    plain word. ``sealed`` is told the manifest's SHA-256, what was numbered how and what stands where, when all is
    verified and just before the folder gets its name; what it raises stops the release. ``guide`` adds the reader's
    guide. ``left`` are lines of which it is known that, set again, they would not be verified: that saves burning
    twice. ``amended`` is told of pages that cannot be burned or do not stand the verification, and may give another
    plan, with which the release goes on: pages that come out the same in it are not burned again. Same plan, facts and
    layout: same bytes.

    Raises BadInput (the folder is not usable, a page cannot be drawn), Refused (a rule of the verification
    does not hold) and Cancelled. In every such case nothing is left behind.
    """
    if layout not in LAYOUTS:
        raise BadInput(say("there is no layout '{layout}'", layout=layout), do="Use bundle or documents")
    tell = progress or (lambda done, total, text: None)
    stop = cancelled or (lambda: False)
    given = Material(plan, documents, source, content, facts, executor, layout, tell, stop)
    with partial_folder(out) as folder:
        given, burned, report = _amended_until_right(folder, given, left or {}, amended, guide=guide)
        # Not how boxes got their widths, which may depend on what they hide: that is for the office, with the result.
        write_verification(folder, report, facts)
        write_manifest(folder, facts, layout, (*facts.versions, *report.engines), given.plan.reissue)
        manifest = file_hash(folder / "manifest.json")
        if stop():
            raise Cancelled("the export was stopped", do="Nothing was written")
        if sealed is not None:
            sealed(manifest, burned.released, burned.places)
        finished(folder, out)
    return _result(out, burned, report, manifest)


def _amended_until_right(
    folder: Path, given: Material, left: Mapping[PageOf, Bands], amended: Amended | None, *, guide: bool
) -> tuple[Material, Burned, VerificationReport]:
    """The release's files in ``folder``, the report that finds them right, and the plan they are of."""
    known = dict(left)
    kept = Kept(folder)
    while True:
        try:
            return given, *_burned_and_checked(folder, given, known, kept, guide=guide)
        except (PageNotBurned, PagesNotVerified) as error:
            plan = amended(error.troubles) if amended is not None else None
            if plan is None:
                raise
            given = replace(given, plan=plan)
            # The pages at fault begin anew, so that the outcome is that of the new plan by itself.
            fault = {(trouble.document, trouble.page) for trouble in error.troubles}
            known = {page: bands for page, bands in known.items() if page not in fault}
            known |= {page: left[page] for page in fault & left.keys()}
            kept.set_aside()


def _burned_and_checked(
    folder: Path, given: Material, known: dict[PageOf, Bands], kept: Kept, *, guide: bool
) -> tuple[Burned, VerificationReport]:
    """The release's files in ``folder``, and the report that finds them right. Raises Refused when it does not.

    A line that was set again and does not stand the test is no reason to keep a record from somebody: its page is
    burned once more with boxes as wide as what they hide (and where that does not help all lines of its page are),
    which is counted and logged. The files are verified anew; pages that are byte for byte what was verified before are
    not compared with their sources twice.
    """
    canonical = setting_in(given.plan.settings, "box-width") == "canonical"
    premises: Premises | None = None
    for attempt in range(ATTEMPTS):
        burned = burn_release(folder, given, known, kept)
        kept.forget()
        premises = premises or Premises.of(given)
        check = Check(folder, given, premises)
        doubted = check.pages().bands
        broken = check.doubts.broken
        tried = {
            page: _next(known.get(page), bands, broken.get(page, set()), canonical) for page, bands in doubted.items()
        }
        new = {page: bands for page, bands in tried.items() if bands}
        if attempt == ATTEMPTS - 1 or not new or not check.broken <= DOUBTFUL:
            break
        known.update(new)
        kept.set_aside()
    _write_logs(folder, given, burned)
    if guide:
        write_guide(folder, [released.line for released in burned.released], given.facts, burned.pages)
    report = check.finish()
    if not report.verified:
        raise _refusal(report, check.doubts.troubles(given.plan))
    return burned, report


def _next(before: Bands | None, doubted: Bands, broken: set[str], canonical: bool) -> Bands:
    """How a page is burned once more: with the lines in doubt as they were, then all lines, then with upright boxes
    that cover all they may. () when there is nothing more to try."""
    if canonical and before not in (WHOLE, UNCUT):
        return doubted if before is None else WHOLE
    return UNCUT if before != UNCUT and broken & {"boxes", "source"} else ()


def _write_logs(folder: Path, given: Material, burned: Burned) -> None:
    lines = [released.line for released in burned.released]
    writing = [given.submit_whole(write_log, str(folder / name), lines, given.facts, burned.said) for name in LOGS]
    for log in writing:
        log.result()


def verify_release(
    folder: Path,
    plan: Plan,
    documents: Mapping[str, Document],
    source: Source,
    content: Content,
    facts: ReleaseFacts,
    executor: Executor,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> VerificationReport:
    """Verify a released folder against the plan and the sources, on any machine. Raises BadInput when
    ``folder`` is no release."""
    if not (folder / "manifest.json").is_file():
        raise BadInput("this folder holds no release", str(folder.name), "Name the folder that an export wrote")
    layout = "documents" if (folder / "documents").is_dir() else "bundle"
    tell = progress or (lambda done, total, text: None)
    stop = cancelled or (lambda: False)
    report = check_release(folder, Material(plan, documents, source, content, facts, executor, layout, tell, stop))
    problems = manifest_problems(folder, facts, plan.reissue)
    holds = "every file in the folder is in the manifest, with the hash it had when it was released"
    rule = RuleOutcome("manifest", holds, not problems, tuple(problems))
    return VerificationReport(
        report.draft, report.verified and not problems, (*report.rules, rule), report.counts, report.engines
    )


def _refusal(report: VerificationReport, troubles: tuple[Trouble, ...]) -> Refused:
    """The first thing that was wrong, what to do about it, and the pages at which something is wrong."""
    broken = [rule for rule in report.rules if not rule.passed]
    more = sum(len(rule.problems) for rule in broken) - 1
    rest = f" (and {more} more)" if more > 0 else ""
    what = f"the bundle was burned but is not released: {broken[0].problems[0]}{rest}"
    do = "Nothing was written. Tell the people who look after the program"
    if troubles:
        do = "Nothing was written. Its pages are on the list of things to do (redactor todo CASE)"
    return PagesNotVerified(what, do, troubles)


def _result(out: Path, burned: Burned, report: VerificationReport, manifest: str) -> ReleaseResult:
    files = tuple(out / name for name in burned.files)
    with contextlib.suppress(OSError):
        out.chmod(0o755)
    return ReleaseResult(out, files, burned.pages, burned.words, burned.released, report, manifest)
