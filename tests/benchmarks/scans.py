# SPDX-License-Identifier: AGPL-3.0-or-later
"""``python -m tests.benchmarks.scans [PDF...]``: reading a scanned page beside the bare engine with the same settings.

The floor opens the file, draws the page at 200 dpi and reads it with RapidOCR; both on one thread, in one process, in
turn. Prints a JSON line a page: CPU seconds, the best of two runs of each, and the ratio; then one for all together.
Without files, made-up scans are read.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from json import dumps
from pathlib import Path
from typing import Any


def made_up(pages: int = 4) -> bytes:
    """Notes as a copier gives them back."""
    from tests.benchmarks.papers import sentence
    from tests.scans import copied, printed, scanned

    random_ = random.Random(9)
    images = [printed([sentence(random_) for _ in range(26)], width=595, height=842, size=11) for _ in range(pages)]
    return scanned(*(copied(image, seed) for seed, image in enumerate(images)))


def papers(names: list[str]) -> Iterator[tuple[str, bytes]]:
    for name in names:
        yield Path(name).name, Path(name).read_bytes()
    if not names:
        yield "made up", made_up()


def best(work: Callable[[], Any]) -> float:
    spent = []
    for _ in range(2):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return min(spent)


def main(names: list[str]) -> None:
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    import numpy as np
    import pymupdf
    import rapidocr

    from redactor.bundle import tasks
    from redactor.bundle.ocr import rapid as ocr

    engine = rapidocr.RapidOCR(params=ocr._SETTINGS)
    total = [0.0, 0.0]
    for name, data in papers(names):
        with pymupdf.open(stream=data) as document:
            pages = document.page_count
        for page in range(1, pages + 1):

            def floor(data: bytes = data, page: int = page) -> None:
                with pymupdf.open(stream=data) as document:
                    drawn = document[page - 1].get_pixmap(dpi=200)
                rows = np.frombuffer(drawn.samples, np.uint8).reshape(drawn.h, drawn.w, drawn.n)
                engine(np.ascontiguousarray(rows[:, :, ::-1]), use_cls=False, return_word_box=True)

            def ours(data: bytes = data, page: int = page) -> None:
                tasks.ocr_page(data, "", page)

            bare, own = best(floor), best(ours)
            total = [total[0] + bare, total[1] + own]
            row = {"name": name, "page": page, "floor_s": round(bare, 2), "ours_s": round(own, 2)}
            print(dumps({**row, "ratio": round(own / bare, 3)}), flush=True)
    print(dumps({"name": "all", "ratio": round(total[1] / total[0], 3)}))


if __name__ == "__main__":
    main(sys.argv[1:])
