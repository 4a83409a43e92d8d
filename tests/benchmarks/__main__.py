# SPDX-License-Identifier: AGPL-3.0-or-later
"""``python -m tests.benchmarks``: what our work costs beside the bare engines, measured in the same run.

Prints JSON lines: {name, ours_s, floor_s, ratio, cpu_ratio, runs}, medians of five interleaved runs; ``cpu_ratio`` is
less moved by what else the machine does. ``--pages N`` sets the size of the large record (default 2,000). Not part of
the tests: machines differ, ratios less so.
"""

from __future__ import annotations

import argparse
import io
import json
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.papers import record

RUNS = 5
PASSPHRASE = "benchmark"


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds of wall time, and of this process's own work."""
    start, own = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - start, time.process_time() - own


def compare(name: str, ours: Callable[[], object], floor: Callable[[], object], **more: object) -> None:
    """Both in turn, five times; prints the medians and the median of the pairwise ratios."""
    pairs = []
    for _ in range(RUNS):
        pairs.append((timed(ours), timed(floor)))
    row = {
        "name": name,
        "ours_s": round(statistics.median(a for (a, _), _ in pairs), 4),
        "floor_s": round(statistics.median(b for _, (b, _) in pairs), 4),
        "ratio": round(statistics.median(a / b for (a, _), (b, _) in pairs), 3),
        "cpu_ratio": round(statistics.median(a / b for (_, a), (_, b) in pairs if b), 3),
        "runs": RUNS,
    }
    print(json.dumps(row | more), flush=True)


def bench_analyse(pages: int) -> None:
    """Analyse in this process (no workers) beside bare extraction and the bare model over the same texts."""
    import pymupdf

    from redactor.detect.layers.ner import pipeline
    from redactor.operations.finding.analyse import analyse
    from redactor.operations.intake.intake import add_paths
    from redactor.operations.request.case import new_case
    from redactor.workers.pool import InlineExecutor

    data = record(pages, seed=2)
    inline = InlineExecutor()
    nlp = pipeline()

    def floor() -> None:
        with pymupdf.open(stream=data, filetype="pdf") as document:
            texts = [" ".join(word[4] for word in page.get_text("words")) for page in document]
        for _ in nlp.pipe(texts, batch_size=32):
            pass

    with tempfile.TemporaryDirectory() as folder:
        paper = Path(folder) / "record.pdf"
        paper.write_bytes(data)
        number = iter(range(100))

        def ours() -> None:
            path = Path(folder) / f"{next(number)}.case"
            with new_case(path, PASSPHRASE, reference="B", subject="Priya Shah") as case:
                add_paths(case, [paper], inline)
                analyse(case, inline)

        compare("analyse v. bare extraction + bare nlp.pipe", ours, floor, pages=pages)


def bench_open(folder: Path, pages: int, data: bytes) -> None:
    """From an unlocked case to the first page's pixels, beside a bare open and render of the file on disk."""
    import pymupdf

    from redactor.bundle import tasks
    from redactor.casefile.store import CaseFile

    paper = folder / "large.pdf"

    def floor() -> None:
        with pymupdf.open(paper) as document:
            document[0].get_pixmap(matrix=pymupdf.Matrix(1.5, 1.5))

    with CaseFile.open(folder / "large.case", PASSPHRASE) as case:
        (document,) = case.documents()

        def ours() -> None:
            part, inside = case.part(document.sha256, 1)
            tasks.page_pixels(part, "", inside, 1.5)

        compare(
            "open to first rendered page v. bare open + render", ours, floor, pages=pages, megabytes=len(data) >> 20
        )


def bench_find(folder: Path, pages: int) -> None:
    """First hits with boxes, beside a bare FTS5 query over the same texts in plain SQLite."""
    import sqlite3

    from redactor.casefile.store import CaseFile
    from redactor.operations.finding.find import find
    from redactor.operations.view import CaseView

    name = "Seun Whitcombe"
    with CaseFile.open(folder / "large.case", PASSPHRASE) as case:
        bare = sqlite3.connect(":memory:")
        bare.execute("create virtual table t using fts5(text)")
        (document,) = case.documents()
        bare.executemany("insert into t values (?)", ((c.text,) for c in case.pages(document.sha256)))
        view = CaseView(case)

        def floor() -> None:
            bare.execute("select rowid from t where t match ?", (f'"{name}"',)).fetchall()

        def ours() -> None:
            hits = find(view, name)
            for _ in range(20):
                next(hits, None)

        compare("find a name (first 20 hits with boxes) v. bare FTS5", ours, floor, pages=pages)


def bench_export(pages: int) -> None:
    """Export in this process beside: bare render, the same encoder, and a second engine reading the result."""
    import pikepdf
    import pymupdf
    import pypdfium2
    from PIL import Image

    from redactor.operations.deciding.accepting import accept
    from redactor.operations.finding.analyse import analyse
    from redactor.operations.intake.intake import add_paths
    from redactor.operations.releasing.export import export
    from redactor.operations.request.case import new_case
    from redactor.operations.view import CaseView
    from redactor.workers.pool import InlineExecutor

    data = record(pages, seed=3)
    inline = InlineExecutor()

    def floor() -> None:
        out = pikepdf.new()
        with pymupdf.open(stream=data, filetype="pdf") as document:
            for page in document:
                pixels = page.get_pixmap(dpi=200, colorspace=pymupdf.csGRAY)
                image = Image.frombytes("L", (pixels.width, pixels.height), pixels.samples).quantize(16)
                buffer = io.BytesIO()
                image.save(buffer, "PNG")
                out.add_blank_page(page_size=(595, 842))
                out.pages[-1].obj["/Image"] = out.make_stream(buffer.getvalue())
        saved = io.BytesIO()
        out.save(saved)
        with pikepdf.open(saved) as again:
            for thing in again.objects:
                if isinstance(thing, pikepdf.Stream):
                    thing.read_raw_bytes()
        with pypdfium2.PdfDocument(data) as second:
            for page in second:
                page.get_textpage().get_text_range()
                page.render(scale=200 / 72)

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "record.pdf").write_bytes(data)
        number = iter(range(100))
        with new_case(folder / "export.case", PASSPHRASE, reference="B", subject="Priya Shah") as case:
            add_paths(case, [folder / "record.pdf"], inline)
            analyse(case, inline)
            view = CaseView(case)
            accept(view)

            def ours() -> None:
                export(view, folder / f"out{next(number)}", inline, draft=True)

            compare("export v. bare render + same encoder + second-engine read", ours, floor, pages=pages)


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--pages", type=int, default=2000, help="pages of the large record")
    arguments.add_argument("--only", default="", help="one of: analyse, open, find, export")
    given = arguments.parse_args()
    wanted = {given.only} if given.only else {"analyse", "open", "find", "export"}
    if "analyse" in wanted:
        bench_analyse(60)
    if wanted & {"open", "find"}:
        from redactor.operations.finding.analyse import analyse
        from redactor.operations.intake.intake import add_paths
        from redactor.operations.request.case import new_case
        from redactor.workers.pool import Pool

        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            data = record(given.pages)
            (folder / "large.pdf").write_bytes(data)
            with (
                Pool(slots=2) as pool,
                new_case(folder / "large.case", PASSPHRASE, reference="B", subject="P Shah") as case,
            ):
                add_paths(case, [folder / "large.pdf"], pool)
                start = time.perf_counter()
                analyse(case, pool)
                seconds = round(time.perf_counter() - start, 1)
                print(json.dumps({"name": "analyse, two workers", "pages": given.pages, "wall_s": seconds}), flush=True)
            if "open" in wanted:
                bench_open(folder, given.pages, data)
            if "find" in wanted:
                bench_find(folder, given.pages)
    if "export" in wanted:
        bench_export(20)


if __name__ == "__main__":
    main()
