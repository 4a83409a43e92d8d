# SPDX-License-Identifier: AGPL-3.0-or-later
"""``python -m tests.benchmarks.growth``: what a case of 100, 1,000, 5,000 and 10,000 pages costs, page by page.

Light made-up pages (some 50 words), so that the largest is affordable. Prints a JSON line a size: milliseconds a page
for adding, reading and storing, finding names, working out who is who; milliseconds for what is done again and again
(open, one page, search, the list of what is left); the largest resident memory of this process, of a worker, and of
all, for each step. Nothing here should grow faster than the case. ``--pages 100,1000`` chooses the sizes.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from redactor.operations.left.todo import left_to_do
from tests.benchmarks.memory import watched
from tests.benchmarks.papers import sentence

PASSPHRASE = "benchmark"
#: Steps whose memory is told.
MEASURED = ("add", "read", "names", "people")


def light_record(pages: int, seed: int = 5) -> bytes:
    """A PDF of pages with four lines of notes each."""
    from reportlab.pdfgen.canvas import Canvas

    random_ = random.Random(seed)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(420, 200), invariant=1, pageCompression=1)
    for page in range(1, pages + 1):
        canvas.setFont("Helvetica", 10)
        canvas.drawString(30, 170, f"Case notes, page {page}")
        for line in range(4):
            canvas.drawString(30, 150 - 16 * line, sentence(random_))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    value = work()
    return time.perf_counter() - start, value


def measure(pages: int, folder: Path) -> dict[str, Any]:
    from redactor.casefile.store import CaseFile
    from redactor.operations.finding import names
    from redactor.operations.finding.analyse import find_people
    from redactor.operations.finding.find import find
    from redactor.operations.finding.findings import gather_units
    from redactor.operations.intake.intake import add_paths
    from redactor.operations.intake.reading import read_text
    from redactor.operations.request.case import new_case
    from redactor.operations.view import CaseView
    from redactor.workers.pool import Pool

    paper, path = folder / f"{pages}.pdf", folder / f"{pages}.case"
    paper.write_bytes(light_record(pages))
    row: dict[str, Any] = {"pages": pages}

    def told(done: int, total: int, what: str) -> None:
        """Nobody listens."""

    def never() -> bool:
        return False

    def per_page(name: str, work: Callable[[], Any]) -> Any:
        with watched() as peaks:
            seconds, value = timed(work)
        if name in MEASURED:
            row.update(peaks.row(name))
        row[f"{name}_ms_a_page"] = round(seconds / pages * 1e3, 3)
        return value

    def once(name: str, work: Callable[[], Any]) -> Any:
        seconds, value = timed(work)
        row[f"{name}_ms"] = round(seconds * 1e3, 1)
        return value

    with Pool(slots=2) as pool, new_case(path, PASSPHRASE, reference="B", subject="Priya Shah") as case:
        per_page("add", lambda: add_paths(case, [paper], pool))
        per_page("read", lambda: read_text(case, pool, 4, told, never))
        units, _ = per_page("gather", lambda: gather_units(case, case.documents()))
        texts = [unit.text for unit in units]
        per_page("names", lambda: names.names_in_texts(case, texts, pool, 4, told, never))
        # Names are kept by now: what is left is who is who, and storing it.
        row["mentions"], row["people"] = per_page("people", lambda: find_people(case, pool))
        per_page("people_again", lambda: find_people(case, pool))
    case = once("open", lambda: CaseFile.open(path, PASSPHRASE))
    with case:
        view = once("view", lambda: CaseView(case))
        once("states", lambda: view.page_states)
        per_page("outcomes", lambda: view.outcomes)
        per_page("todo", lambda: left_to_do(view, residual=False))
        (document,) = case.documents()
        chosen = random.Random(1).sample(range(1, pages + 1), 50)
        row["page_ms"] = round(timed(lambda: [case.page(document.sha256, n) for n in chosen])[0] / 50 * 1e3, 3)
        row["part_ms"] = round(timed(lambda: [case.part(document.sha256, n) for n in chosen])[0] / 50 * 1e3, 3)

        def hits(fuzzy: bool) -> int:
            found = find(view, "Seun Whitcombe", fuzzy=fuzzy)
            return sum(1 for _ in zip(range(20), found, strict=False))

        for name, fuzzy in (("find", False), ("find_fuzzy", True)):
            hits(fuzzy)
            once(name, lambda fuzzy=fuzzy: hits(fuzzy))  # type: ignore[misc]
    row["case_mb"] = round(path.stat().st_size / 2**20, 1)
    return row


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--pages", default="100,1000,5000,10000", help="sizes, with commas between")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        for pages in map(int, given.pages.split(",")):
            print(json.dumps(measure(pages, Path(name))), flush=True)


if __name__ == "__main__":
    main()
