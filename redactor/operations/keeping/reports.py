# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reports for the lead, over one case or a folder of cases: text, a spreadsheet or CSV. No personal data."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from redactor.casefile.store import CaseFile
from redactor.domain.errors import BadInput, RedactorError
from redactor.domain.plan import Plan
from redactor.operations.keeping.retention import SUFFIX
from redactor.operations.planning.released import releases
from redactor.operations.request.request import clock_of
from redactor.operations.view import CaseView
from redactor.release.folder import told_plainly
from redactor.release.logs.sheet import write_table
from redactor.review.release.figures import STAGES, Figures, figures, middle

TITLE = "Report"
Rows = list[tuple[str, str | int]]


def case_figures(view: CaseView) -> Figures:
    """The figures of one case."""
    plan = None
    for manifest in releases(view):
        kept = view.case.get(f"release/{manifest}")
        if kept is not None:
            plan = Plan.from_json(kept["plan"])
            break
    return figures(view.state, plan, clock_of(view).due)


def folder_figures(
    folder: Path, *, passphrase: str = "", recovery: Path | None = None
) -> tuple[list[Figures], list[tuple[Path, str]]]:
    """The figures of every case in a folder and below, and what could not be opened, with why. Raises
    BadInput for no folder."""
    if not folder.is_dir():
        raise BadInput("there is no such folder", str(folder), "Give the folder that holds the cases")
    found: list[Figures] = []
    shut: list[tuple[Path, str]] = []
    for path in sorted(folder.rglob(f"*{SUFFIX}")):
        try:
            with CaseFile.open(path, passphrase, recovery=recovery, write=False) as case:
                found.append(case_figures(CaseView(case)))
        except RedactorError as error:
            shut.append((path, error.what))
    return found, shut


def report(cases: Sequence[Figures]) -> Rows:
    """What is reported of these cases together: a name and a figure a row; a row without a figure heads a part."""
    answered = [case for case in cases if case.late is not None]
    reasons = sum((case.reasons for case in cases), Counter[str]())
    decisions = sum(case.redactions for case in cases)
    rows: Rows = [
        ("Cases", len(cases)),
        ("Cases released", sum(case.released for case in cases)),
        ("Pages in their first release", sum(case.pages for case in cases)),
        ("Pages held back whole", sum(case.pages_held for case in cases)),
        ("Parts held back", decisions),
        ("Days a stage took, the middle of all cases that reached it", ""),
    ]
    for stage, meaning in STAGES.items():
        days = middle(cases, stage)
        rows.append((f"{stage.capitalize()}: {meaning}", "-" if days is None else f"{days:g}"))
    rows += [
        ("In time", ""),
        ("Answered with a due day on record", len(answered)),
        ("Of these in time", sum(case.late == 0 for case in answered)),
        ("Days late, all together", sum(case.late or 0 for case in answered)),
        ("Held back, by reason", ""),
        *((code, count) for code, count in sorted(reasons.items(), key=lambda item: (-item[1], item[0]))),
        ("Overturned at approval", ""),
        ("Submissions returned", sum(case.returns for case in cases)),
        ("Decisions between a return and the next submission", sum(case.decided_after_return for case in cases)),
        ("Of these, earlier decisions taken back", sum(case.undone_after_return for case in cases)),
        ("Misses found at approval", ""),
        ("Samples read", sum(case.samples for case in cases)),
        ("Passages read in them", sum(case.passages_read for case in cases)),
        ("Passages with a miss", sum(case.misses for case in cases)),
        ("Questioned after release", ""),
        ("Numbers questioned", sum(case.questioned for case in cases)),
        ("Shown after all", sum(case.shown for case in cases)),
        ("Upheld", sum(case.upheld for case in cases)),
        ("Supplements released", sum(case.supplements for case in cases)),
    ]
    return rows


def as_text(rows: Rows) -> str:
    """The report for people: parts with their heads, figures ranged right."""
    width = max(len(name) for name, _ in rows)
    lines = [f"\n{name}" if value == "" else f"  {name:<{width}}  {value!s:>8}" for name, value in rows]
    return "\n".join(lines).lstrip("\n")


def write_report(path: Path, rows: Rows) -> None:
    """Write the report as .xlsx, .csv or .txt, by the ending of ``path``. Raises BadInput."""
    kind = path.suffix.lower()
    if kind not in (".xlsx", ".csv", ".txt"):
        raise BadInput("a report is a spreadsheet, CSV or a text", str(path), "Give it the ending .xlsx, .csv or .txt")
    if path.exists():
        raise BadInput("this is already there", str(path), "Choose a new name: nothing is written over")
    with told_plainly(path.absolute().parent):
        if kind == ".xlsx":
            write_table(path, TITLE, ("What", "Figure"), rows, (70, 12))
        elif kind == ".csv":
            out = io.StringIO()
            csv.writer(out).writerows([("What", "Figure"), *rows])
            path.write_text(out.getvalue(), encoding="utf-8-sig", newline="")
        else:
            path.write_text(as_text(rows) + "\n", encoding="utf-8", newline="\n")
