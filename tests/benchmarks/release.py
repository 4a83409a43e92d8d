# SPDX-License-Identifier: AGPL-3.0-or-later
"""``python -m tests.benchmarks.release``: what a release costs beside the bare engines, measured in the same run.

Digital pages: CPU of a whole draft export in this process against bare render at the same resolution and in the same
colours, the same encoder, a pikepdf walk over every object, and pypdfium2 reading text and page image. Scans: against
decode, paint and encode. Then size a page, and with ``--wall`` time on the clock with two workers. One JSON line each:
CPU milliseconds a page (the least of some interleaved runs), their ratio.

The papers are those of the shipped demo, with what its truth.json has as other people's; ``--papers FOLDER --hide
FILE`` takes others (FILE: one name a line). ``--steps`` prints what each step takes instead, ``--profile`` what each
function does.
"""

from __future__ import annotations

import argparse
import cProfile
import hashlib
import json
import pstats
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pikepdf
import pymupdf
import pypdfium2
import pypdfium2.raw as pdfium_c

from redactor.bundle import tasks
from redactor.domain.pages import Document, PageContent, PageStatus
from redactor.domain.plan import PagePlan, Redaction
from redactor.release.burn.draw import Drawn, draw
from redactor.release.burn.encode import encode
from redactor.release.export import ReleaseResult, write_release
from redactor.workers.pool import Pool
from redactor.workers.start import collect_seldom
from tests.benchmarks.release_steps import clock, table
from tests.release.pairs import name_spans
from tests.release.papers import DRAFT, Case

DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo"
RUNS = 3


def names_of_demo() -> tuple[str, ...]:
    """What the demo has of other people, longest first."""
    truth = json.loads((DEMO / "truth.json").read_text(encoding="utf-8"))
    others = {person["id"] for person in truth["people"] if person["role"] == "third_party"}
    return tuple(sorted({m["text"] for m in truth["mentions"] if m["person"] in others and len(m["text"]) > 2}))


def read(folder: Path) -> dict[Path, tuple[bytes, list[PageContent], bool]]:
    """Every PDF with its words as read, and whether OCR had to read a page of it."""
    papers = {}
    for path in sorted(folder.glob("*.pdf")):
        data = path.read_bytes()
        with pymupdf.open(stream=data) as document:
            pages = tasks.read_pages(data, "", 1, len(document))
        scanned = any(page.status is PageStatus.NEEDS_OCR for page in pages)
        if scanned:
            pages = [tasks.ocr_page(data, "", page.page) for page in pages]
        papers[path] = (data, pages, scanned)
    return papers


def case_of(papers: dict[Path, tuple[bytes, list[PageContent], bool]], names: tuple[str, ...], scanned: bool) -> Case:
    """The digital papers or the scans, with every name in them hidden."""
    case = Case()
    for path, (data, pages, scan) in papers.items():
        sha = hashlib.sha256(data).hexdigest()
        if scan is not scanned or sha in case.data:
            continue
        case.data[sha] = data
        case.documents[sha] = Document(sha, path.name, len(pages), len(data))
        for content in pages:
            case.contents[sha, content.page] = content
            held = tuple(
                Redaction(sha, content.page, content.boxes_between(a, b), "TP", "Another person", content.text[a:b])
                for a, b in name_spans(content.text, names)
            )
            case.pages.append(PagePlan(sha, content.page, held))
    return case


class Floor:
    """What the bare engines need for the same pages, with nothing of ours but the encoder."""

    def __init__(self, case: Case, bundle: Path) -> None:
        self.case, self.bundle = case, bundle
        self.looks: dict[tuple[str, int], tuple[Drawn, tuple[int, ...]]] = {}
        for page in case.pages:
            with pymupdf.open(stream=case.data[page.document]) as document:
                drawn = draw(document, page.page - 1)
                self.looks[page.document, page.page] = (drawn, drawn.pixels.shape)

    def render_and_encode(self) -> None:
        held: tuple[str, Any] = ("", None)
        for page in self.case.pages:
            if held[0] != page.document:
                held = (page.document, pymupdf.open(stream=self.case.data[page.document]))
            drawn, shape = self.looks[page.document, page.page]
            there = held[1][page.page - 1]
            matrix = pymupdf.Matrix(shape[1] / there.rect.width, shape[0] / there.rect.height)
            space = pymupdf.csRGB if len(shape) == 3 else pymupdf.csGRAY
            pixmap = there.get_displaylist(annots=1).get_pixmap(matrix=matrix, colorspace=space, alpha=False)
            array: Any = np.frombuffer(pixmap.samples_mv, dtype=np.uint8).reshape(pixmap.height, pixmap.stride)
            array = array[:, : pixmap.width * pixmap.n].reshape(pixmap.height, pixmap.width, pixmap.n)
            pixels = np.array(array if pixmap.n == 3 else array[:, :, 0])
            encode(Drawn(pixels, *_of(drawn)), 0xDD)

    def read_back(self) -> None:
        with pikepdf.open(self.bundle) as pdf:
            for thing in pdf.objects:
                if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
                    list(thing.keys())
                if isinstance(thing, pikepdf.Stream):
                    thing.read_raw_bytes()
        document = pypdfium2.PdfDocument(self.bundle)
        for page in document:
            page.get_textpage().get_text_range()
            for picture in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=2):
                picture.get_bitmap(render=False).to_numpy()
        document.close()

    def decode_paint_encode(self) -> None:
        """Of scans: their pixels, their boxes, the encoder (of a typed page among them its drawing)."""
        for page in self.case.pages:
            with pymupdf.open(stream=self.case.data[page.document]) as document:
                drawn, shape = self.looks[page.document, page.page]
                there = document[page.page - 1]
                if drawn.scan:
                    pixmap = pymupdf.Pixmap(document, there.get_images()[0][0])
                else:
                    matrix = pymupdf.Matrix(shape[1] / there.rect.width, shape[0] / there.rect.height)
                    space = pymupdf.csRGB if len(shape) == 3 else pymupdf.csGRAY
                    pixmap = there.get_pixmap(matrix=matrix, colorspace=space, alpha=False)
                array: Any = np.frombuffer(pixmap.samples_mv, dtype=np.uint8).reshape(pixmap.height, pixmap.stride)
                array = array[:, : pixmap.width * pixmap.n].reshape(pixmap.height, pixmap.width, pixmap.n)
                pixels = np.array(array if drawn.pixels.ndim == 3 else array[:, :, 0])
                pixels[100:140, 100:300] = 0xDD
                encode(Drawn(pixels, *_of(drawn)), 0xDD)


def _of(drawn: Drawn) -> tuple[Any, ...]:
    return drawn.width, drawn.height, drawn.scan, drawn.bitonal, drawn.tables, drawn.pictures


def least(works: list[Callable[[], Any]], runs: int) -> list[float]:
    """The least CPU seconds of each, over some runs one after the other."""
    found = [float("inf")] * len(works)
    for _ in range(runs):
        for n, work in enumerate(works):
            start = time.process_time()
            work()
            found[n] = min(found[n], time.process_time() - start)
    return found


def tell(name: str, **figures: Any) -> None:
    print(json.dumps({"name": name, **figures}), flush=True)


def measure(case: Case, scanned: bool, given: argparse.Namespace) -> None:
    runs = given.runs
    count = len(case.pages)
    boxes = sum(len(page.redactions) for page in case.pages)
    with tempfile.TemporaryDirectory() as name:
        number = iter(range(100))

        def ours() -> ReleaseResult:
            return case.release(Path(name) / str(next(number)), DRAFT)

        first = ours()
        bundle = first.folder / "bundle.pdf"
        if given.steps:
            timers = []
            for _ in range(runs):
                with clock() as timer:
                    ours()
                timers.append(timer)
            print(table(timers, count))
            return
        if given.profile:
            profiler = cProfile.Profile()
            profiler.runcall(ours)
            pstats.Stats(profiler).sort_stats("tottime").print_stats(32).sort_stats("cumtime").print_stats(
                "release", 55
            )
            return
        floor = Floor(case, bundle)
        works = [ours, floor.read_back, floor.decode_paint_encode if scanned else floor.render_and_encode]
        export, read_back, draw_all = (value * 1e3 / count for value in least(works, runs))
        bare = draw_all if scanned else draw_all + read_back
        tell(
            "scans" if scanned else "digital",
            pages=count,
            redactions=boxes,
            export_ms=round(export, 1),
            drawing_floor_ms=round(draw_all, 1),
            reading_floor_ms=round(read_back, 1),
            ratio=round(export / bare, 3),
            ratio_with_reading=round(export / (draw_all + read_back), 3),
            kb_a_page=round(bundle.stat().st_size / 1000 / count, 1),
            of_the_input=round(bundle.stat().st_size / sum(map(len, case.data.values())), 2),
            counts=dict(first.report.counts) | first.widths,
        )
        if given.wall:
            times = {}
            for slots in (1, 2):
                with Pool(slots=slots) as pool:
                    work = (case.plan, case.documents, case.source, case.content, DRAFT, pool)
                    write_release(Path(name) / f"warm{slots}", *work)
                    start = time.perf_counter()
                    write_release(Path(name) / f"wall{slots}", *work)
                    times[slots] = time.perf_counter() - start
            tell("wall", one_worker_s=round(times[1], 2), two_workers_s=round(times[2], 2),
                 ratio=round(times[2] / times[1], 3))  # fmt: skip


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--papers", type=Path, default=DEMO)
    arguments.add_argument("--hide", type=Path, help="a file with one name a line")
    arguments.add_argument("--only", choices=("digital", "scans"))
    arguments.add_argument("--runs", type=int, default=RUNS)
    arguments.add_argument("--wall", action="store_true")
    arguments.add_argument("--steps", action="store_true")
    arguments.add_argument("--profile", action="store_true")
    given = arguments.parse_args()
    # As in the processes whose work this is.
    collect_seldom()
    cv2.setNumThreads(1)
    names = tuple(given.hide.read_text(encoding="utf-8").split("\n")) if given.hide else names_of_demo()
    papers = read(given.papers)
    for kind in ("digital", "scans"):
        case = case_of(papers, tuple(name for name in names if name), kind == "scans")
        if given.only in (None, kind) and case.pages:
            measure(case, kind == "scans", given)


if __name__ == "__main__":
    main()
