# SPDX-License-Identifier: AGPL-3.0-or-later
"""``python -m tests.benchmarks.opening``: a scanned record of 5,000 pages and some 270 MB, added, opened and looked at.

Prints one JSON line: how long adding took; from an unlocked case to the first page's pixels in a worker, beside a bare
open and render of the same file from disk (both warm; medians of nine); a page from the middle; the largest resident
memory of this process, of a worker and of all. ``--pages`` and ``--megabytes`` choose the size.
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

from tests.benchmarks.growth import PASSPHRASE
from tests.benchmarks.memory import watched


def scanned_record(path: Path, pages: int, megabytes: int) -> None:
    """JPEG scans of their own, a page each, as large as asked for together."""
    import numpy as np
    import pikepdf
    from pikepdf import Array, Dictionary, Name
    from PIL import Image

    random = np.random.default_rng(3)
    noise = random.integers(200, 256, (1100, 780), dtype=np.uint8)
    noise[100:1000:30, 80:700] = 30
    wanted = (megabytes << 20) // pages
    quality = 95
    while quality > 10:
        held = io.BytesIO()
        Image.fromarray(noise).save(held, "JPEG", quality=quality)
        if held.tell() <= wanted:
            break
        quality -= 5
    # The rest of the size is made up behind the picture, where a decoder stops looking.
    scan = held.getvalue() + bytes(max(wanted - held.tell() - 300, 0))
    pdf = pikepdf.new()
    for number in range(pages):
        image = pdf.make_stream(scan[:-4] + number.to_bytes(4, "big"))
        image.update({"/Type": Name.XObject, "/Subtype": Name.Image, "/Width": 780, "/Height": 1100})
        image.update({"/ColorSpace": Name.DeviceGray, "/BitsPerComponent": 8, "/Filter": Name.DCTDecode})
        page = Dictionary(Type=Name.Page, MediaBox=Array([0, 0, 595, 842]))
        page.Resources = Dictionary(XObject=Dictionary(I=image))
        page.Contents = pdf.make_stream(b"595 0 0 842 0 0 cm /I Do")
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    pdf.save(path, compress_streams=False)


def median(work: Callable[[], object], times: int = 9) -> float:
    """Milliseconds."""
    took = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        took.append((time.perf_counter() - started) * 1000)
    return round(statistics.median(took), 1)


def measure(pages: int, megabytes: int, folder: Path) -> dict[str, object]:
    from redactor.bundle import tasks
    from redactor.casefile.store import CaseFile
    from redactor.operations.intake.intake import add_paths
    from redactor.operations.request.case import new_case
    from redactor.workers.pool import Pool
    from tests.benchmarks.barely import first_page

    paper = folder / "record.pdf"
    # In a process of its own, which takes with it what it needed.
    with Pool(slots=1) as maker:
        maker.submit_within(900, scanned_record, paper, pages, megabytes).result()
    row: dict[str, object] = {"pages": pages, "megabytes": paper.stat().st_size >> 20}
    with Pool(slots=2) as pool:
        with new_case(folder / "large.case", PASSPHRASE, reference="B", subject="Jo Smith") as case:
            started = time.perf_counter()
            with watched() as peaks:
                (added,) = add_paths(case, [paper], pool)
            row["add_s"] = round(time.perf_counter() - started, 1)
            row |= peaks.row("add")
            assert added.pages == pages, added.problem
        with watched() as peaks:
            floor = median(lambda: pool.submit(first_page, str(paper)).result())
        row |= peaks.row("floor")
        started = time.perf_counter()
        with CaseFile.open(folder / "large.case", PASSPHRASE) as case:
            row["unlock_ms"] = round((time.perf_counter() - started) * 1000, 1)
            (document,) = case.documents()

            def show(page: int) -> None:
                data, inside = case.part(document.sha256, page)
                pool.submit(tasks.page_pixels, data, "", inside, 1.5).result()

            with watched() as peaks:
                first = median(lambda: show(1))
            row |= peaks.row("first_page")
            row |= {"first_page_ms": first, "floor_ms": floor, "ratio": round(first / floor, 2)}
            row["middle_page_ms"] = median(lambda: show(pages // 2))
    return row


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--pages", type=int, default=5000)
    arguments.add_argument("--megabytes", type=int, default=270)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(measure(given.pages, given.megabytes, Path(folder))))


if __name__ == "__main__":
    main()
