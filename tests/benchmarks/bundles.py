# SPDX-License-Identifier: AGPL-3.0-or-later
"""``python -m tests.benchmarks.bundles``: what exporting thousands of pages costs, thousand by thousand.

Typed pages of about 350 words each with every full name hidden, taken in as a case keeps them (parts of 32 pages),
exported as a draft by two workers. Prints a JSON line: milliseconds a page of each thousand, on the clock and of CPU in
all processes (which other work on the machine tells less of), burning and verifying apart, and the largest resident
memory of this process and of any worker above what each had when idle. ``--step`` takes other numbers of pages than a
thousand; ``--pages 5000`` chooses the size; ``--cancel`` stops the export half way through and shows what is left on
the disk.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import psutil
import pymupdf

from redactor.bundle import tasks
from redactor.domain.errors import Cancelled
from redactor.domain.pages import Document, PageContent
from redactor.domain.plan import PagePlan, Redaction
from redactor.release.export import write_release
from redactor.release.tasks import engine_versions
from redactor.workers.pool import Pool
from tests.benchmarks.growth import light_record
from tests.benchmarks.memory import watched
from tests.benchmarks.papers import FORENAMES, SURNAMES, record
from tests.release.pairs import name_spans
from tests.release.papers import DRAFT, Case

#: Pages of one document, and of one of the parts a case keeps of it.
DOCUMENT, PART = 320, 32
NAMES = tuple(f"{forename} {surname}" for forename in FORENAMES for surname in SURNAMES)


class Large(Case):
    """A case of many pages: documents in parts, words read anew from a part whenever they are asked for."""

    def __init__(self, pages: int, make: Callable[[int, int], bytes]) -> None:
        super().__init__()
        self._make = make
        self.parts: dict[tuple[str, int], bytes] = {}
        for number in range(-(-pages // DOCUMENT)):
            self._add(number, min(DOCUMENT, pages - number * DOCUMENT))

    def _add(self, number: int, pages: int) -> None:
        sha = f"{number:064x}"
        self.documents[sha] = Document(sha, f"{number}.pdf", pages, 1)
        with pymupdf.open(stream=self._make(pages, number)) as whole:
            for first in range(0, pages, PART):
                with pymupdf.open() as part:
                    part.insert_pdf(whole, from_page=first, to_page=min(first + PART, pages) - 1)
                    data = part.tobytes(garbage=3, deflate=True)
                    self.parts[sha, first] = data
                for content in tasks.read_pages(data, "", 1, min(PART, pages - first)):
                    held = tuple(
                        Redaction(
                            sha, first + content.page, content.boxes_between(a, b), "TP", "Another person",
                            content.text[a:b],
                        )
                        for a, b in name_spans(content.text, NAMES)
                    )  # fmt: skip
                    self.pages.append(PagePlan(sha, first + content.page, held))

    def source(self, sha: str, page: int) -> tuple[bytes, str, int]:
        first = (page - 1) // PART * PART
        return self.parts[sha, first], "", page - first

    def content(self, sha: str, page: int) -> PageContent:
        data, _, inner = self.source(sha, page)
        (only,) = tasks.read_pages(data, "", inner, inner)
        return PageContent(page, only.width, only.height, only.words)


def cpu() -> float:
    """CPU seconds of this process and of its workers so far."""
    own = psutil.Process()
    return float(sum(sum(process.cpu_times()[:2]) for process in (own, *own.children(recursive=True))))


def export(pages: int, cancel: bool, light: bool, step: int) -> dict[str, Any]:
    case = Large(pages, light_record if light else record)
    at: dict[str, dict[int, tuple[int, float, float]]] = defaultdict(dict)
    row: dict[str, Any] = {"pages": pages}
    with Pool(slots=2) as pool, tempfile.TemporaryDirectory() as name:
        with watched() as idle:
            for warm in [pool.submit(engine_versions) for _ in range(8)]:
                warm.result()
            time.sleep(1)
        start = time.perf_counter()

        def told(done: int, total: int, what: str) -> None:
            own = done - (pages if what == "verifying" else 0)
            if own // step not in at[what] or own == pages:
                at[what][own // step] = (own, time.perf_counter() - start, cpu())

        def stop() -> bool:
            return cancel and bool(at["burning"].get(1))

        given = (case.plan, case.documents, case.source, case.content, DRAFT, pool)
        with watched() as peaks:
            try:
                write_release(Path(name) / "out", *given, progress=told, cancelled=stop)
                row["mb"] = round(sum(path.stat().st_size for path in (Path(name) / "out").iterdir()) / 1e6, 1)
            except Cancelled:
                row["left"] = [path.name for path in Path(name).rglob("*")]
        row["seconds"] = round(time.perf_counter() - start, 1)
    for what, times in at.items():
        marks = [times[key] for key in sorted(times)]
        for n, kind in enumerate(("ms", "cpu_ms"), start=1):
            row[f"{what}_{kind}_a_page"] = [
                round((b[n] - a[n]) * 1e3 / (b[0] - a[0]), 1) for a, b in pairwise(marks) if b[0] > a[0]
            ]
    row |= {"idle_mb": idle.own, "idle_worker_mb": idle.worker, "own_mb": peaks.own, "worker_mb": peaks.worker}
    return row


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--pages", type=int, default=5000)
    arguments.add_argument("--cancel", action="store_true")
    arguments.add_argument("--light", action="store_true", help="pages of four lines")
    arguments.add_argument("--step", type=int, default=1000)
    given = arguments.parse_args()
    print(json.dumps(export(given.pages, given.cancel, given.light, given.step)), flush=True)


if __name__ == "__main__":
    main()
