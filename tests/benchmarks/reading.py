# SPDX-License-Identifier: AGPL-3.0-or-later
"""``python -m tests.benchmarks.reading``: reading and storing pages, beside bare ``get_text("words")``.

The same case notes by several producers (``--pages`` of each), or the PDFs of ``--folder``. A JSON line for each:
CPU milliseconds a page, medians of interleaved runs, for the floor and for each part of ours, and the ratio; then what
the steps of reading a page take ("text" is MuPDF's own list of words). One process; CPU time, all threads counted,
because machines are shared.
"""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.benchmarks.producers import PRODUCERS

RUNS = 5
PASSPHRASE = "benchmark"
#: The functions a page goes through, and what they do.
STEPS = {
    "load_page": "open",
    "at": "play",
    "extractWORDS": "text",
    "read_words": "columns",
    "legible": "legible",
    "in_order": "order",
    "page_places": "places",
}


def cpu(work: Callable[[], Any]) -> tuple[float, Any]:
    gc.collect()
    gc.disable()
    start = time.process_time()
    value = work()
    spent = time.process_time() - start
    gc.enable()
    return spent, value


@contextmanager
def steps() -> Iterator[dict[str, float]]:
    """CPU seconds in each step of reading a page, while the block lasts."""
    import pymupdf

    from redactor.bundle.page import plain as pages
    from redactor.bundle.page.glance import Glances

    spent: dict[str, float] = dict.fromkeys(STEPS, 0.0)
    found: dict[str, Any] = dict.fromkeys(STEPS, pages)
    found |= {"extractWORDS": pymupdf.TextPage, "at": Glances}
    kept = {name: getattr(holder, name) for name, holder in found.items()}

    def clocked(name: str) -> Callable[..., Any]:
        def work(*args: Any, **kwargs: Any) -> Any:
            start = time.process_time()
            value = kept[name](*args, **kwargs)
            spent[name] += time.process_time() - start
            return value

        return work

    for name, holder in found.items():
        setattr(holder, name, clocked(name))
    try:
        yield spent
    finally:
        for name, holder in found.items():
            setattr(holder, name, kept[name])


def measure(name: str, data: bytes, folder: Path) -> dict[str, Any]:
    import pymupdf

    from redactor.bundle import tasks
    from redactor.casefile.pages import packed
    from redactor.operations.intake.intake import add_paths
    from redactor.operations.intake.reading import CHUNK
    from redactor.operations.request.case import new_case
    from redactor.workers.inline import InlineExecutor

    paper = folder / "paper.pdf"
    paper.write_bytes(data)

    def floor() -> int:
        with pymupdf.open(stream=data, filetype="pdf") as document:
            return sum(len(page.get_text("words")) for page in document)

    with pymupdf.open(stream=data, filetype="pdf") as document:
        pages = document.page_count
    spent: dict[str, list[float]] = {"floor": [], "read": [], "pack": [], "store": []}
    words = 0

    def read() -> list[Any]:
        made: list[Any] = []
        for first in range(1, pages + 1, CHUNK):
            made += tasks.read_columns(data, "", first, min(first + CHUNK - 1, pages))
        return made

    for run in range(RUNS):
        seconds, words = cpu(floor)
        spent["floor"].append(seconds)
        seconds, contents = cpu(read)
        spent["read"].append(seconds)
        seconds, made = cpu(lambda contents=contents: [packed(page) for page in contents])  # type: ignore[misc]
        spent["pack"].append(seconds)
        with new_case(folder / f"{name} {run}.case", PASSPHRASE, reference="B", subject="P Shah") as case:
            add_paths(case, [paper], InlineExecutor())
            sha256 = case.documents()[0].sha256

            def store(case: Any = case, sha256: str = sha256, made: list[Any] = made) -> None:
                for first in range(0, pages, CHUNK):
                    case.put_packed(sha256, made[first : first + CHUNK])

            spent["store"].append(cpu(store)[0])
    medians = {part: statistics.median(found) / pages * 1e3 for part, found in spent.items()}
    ours = [sum(parts) for parts in zip(spent["read"], spent["pack"], spent["store"], strict=True)]
    ratio = statistics.median(a / b for a, b in zip(ours, spent["floor"], strict=True))
    with steps() as taken:
        read()
    medians |= {STEPS[step]: seconds / pages * 1e3 for step, seconds in taken.items()}
    rounded = {f"{part}_ms": round(value, 3) for part, value in medians.items()}
    return {"name": name, "pages": pages, "words": round(words / pages), **rounded, "ratio": round(ratio, 2)}


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--pages", type=int, default=200, help="pages by each producer")
    arguments.add_argument("--folder", type=Path, help="measure the PDFs of this folder instead")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        if given.folder:
            papers = ((path.stem, path.read_bytes()) for path in sorted(given.folder.glob("*.pdf")))
        else:
            papers = ((producer, make(given.pages, 3)) for producer, make in PRODUCERS.items())
        for producer, data in papers:
            print(json.dumps(measure(producer, data, Path(name))), flush=True)


if __name__ == "__main__":
    main()
