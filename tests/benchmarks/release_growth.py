# SPDX-License-Identifier: AGPL-3.0-or-later
"""``python -m tests.benchmarks.release_growth [--pages 200,800]``: whether a release of many pages costs more a page.

Notes of twenty lines a page, with four names hidden on each, are burned and verified by two workers. One JSON line for
each size: CPU milliseconds a page (this process and its workers, while pages are burned and checked), and what this
process's memory grows by, in kB a page: resident from the first page to the last, and with ``--traced`` what Python
itself still holds just before the folder gets its name (``--traced N`` prints the N lines that hold most).
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import io
import json
import random
import tempfile
import tracemalloc
from pathlib import Path
from typing import Any

import psutil

from redactor.domain.pages import Document, PageContent, Word
from redactor.domain.plan import PagePlan, Redaction
from redactor.release.export import write_release
from redactor.workers.pool import Pool
from tests.benchmarks.papers import sentence
from tests.release.papers import DRAFT, Case, words_of

NAMES = ("Marjorie Penhallow", "Seun Whitcombe", "Ito Vance", "Kayleigh Barnes")
#: Pages of one source file, as long records are kept.
PART = 32


def part_of_record(pages: int, seed: int) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    random_ = random.Random(seed)
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, pageCompression=1)
    for page in range(1, pages + 1):
        canvas.setFont("Helvetica", 10)
        canvas.drawString(50, 790, f"Case notes {seed}, page {page}")
        for line in range(20):
            name = f" {NAMES[line // 5]} came to the meeting." if line % 5 == 2 else ""
            canvas.drawString(50, 760 - 18 * line, sentence(random_)[:70] + name)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def case_of(pages: int) -> Case:
    case = Case()
    for seed in range(-(-pages // PART)):
        data = part_of_record(min(PART, pages - seed * PART), seed)
        sha = hashlib.sha256(data).hexdigest()
        contents = words_of(data)
        case.data[sha] = data
        case.documents[sha] = Document(sha, f"{seed}.pdf", len(contents), len(data))
        for content in contents:
            held = tuple(
                Redaction(sha, content.page, content.boxes_between(at, at + len(name)), "TP", "Another person", name)
                for name in NAMES
                if (at := content.text.find(name)) >= 0
            )
            case.pages.append(PagePlan(sha, content.page, held))
            case.contents[sha, content.page] = content
    return case


def fresh(content: PageContent) -> PageContent:
    """A page's words as a case file gives them: made anew each time they are asked for."""
    words = tuple(Word(w.text, w.box, w.line, w.block) for w in content.words)
    return PageContent(content.page, content.width, content.height, words)


def cpu() -> float:
    me = psutil.Process()
    times = [me.cpu_times(), *(child.cpu_times() for child in me.children(recursive=True))]
    return sum(time.user + time.system for time in times)


def warm_up() -> None:
    """What any release loads stays loaded: it is no growth."""
    case = case_of(2)
    with tempfile.TemporaryDirectory() as name, Pool(slots=2) as pool:
        write_release(
            Path(name) / "out", case.plan, case.documents, case.source, case.content, DRAFT, pool,
            progress=lambda done, total, what: None,
        )  # fmt: skip


def measure(pages: int, traced: int | None) -> dict[str, Any]:
    case = case_of(pages)
    me = psutil.Process()
    seen: dict[str, list[float]] = {"burning": [], "verifying": []}
    memory: list[int] = []
    held: list[int] = []

    def progress(done: int, total: int, what: str) -> None:
        seen[what].append(cpu())
        memory.append(me.memory_info().rss)

    def sealed(*_: Any) -> None:
        if traced is None:
            return
        gc.collect()
        held.append(tracemalloc.get_traced_memory()[0])
        for line in tracemalloc.take_snapshot().statistics("lineno")[:traced]:
            print(line, flush=True)

    with tempfile.TemporaryDirectory() as name, Pool(slots=2) as pool:

        def content(sha: str, page: int) -> PageContent:
            return fresh(case.contents[sha, page])

        gc.collect()
        if traced is not None:
            tracemalloc.start()
        before = me.memory_info().rss
        work = (case.plan, case.documents, case.source, content, DRAFT, pool)
        write_release(Path(name) / "out", *work, progress=progress, sealed=sealed)
        row: dict[str, Any] = {"pages": pages, "redactions": sum(len(page.redactions) for page in case.pages)}
        for what, times in seen.items():
            third = len(times) // 3
            first, last = times[third] - times[0], times[-1] - times[-third - 1]
            row[f"{what}_cpu_ms_a_page"] = round((times[-1] - times[0]) / pages * 1e3, 1)
            row[f"{what}_last_third_v_first"] = round(last / first, 3)
        row["memory_mb"] = [before >> 20, max(memory) >> 20, memory[-1] >> 20]
        row["grown_kb_a_page"] = round((max(memory) - before) / 1000 / pages, 1)
        if traced is not None:
            row["held_kb_a_page"] = round(held[0] / 1000 / pages, 2)
            tracemalloc.stop()
        return row


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--pages", default="200,800", help="sizes, with commas between")
    arguments.add_argument("--traced", type=int, help="print so many lines that hold most, and what is held in all")
    given = arguments.parse_args()
    warm_up()
    for pages in map(int, given.pages.split(",")):
        print(json.dumps(measure(pages, given.traced)), flush=True)


if __name__ == "__main__":
    main()
