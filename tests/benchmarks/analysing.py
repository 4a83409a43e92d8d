# SPDX-License-Identifier: AGPL-3.0-or-later
"""``python -m tests.benchmarks.analysing``: what two workers take to analyse a record, beside one bare process.

The floor is bare extraction and the bare ``nlp.pipe`` of the shipped component, in a process of its own. Prints a JSON
line: seconds of wall time for both, medians of interleaved runs, and their ratio (goal: 0.60); the CPU seconds of this
process and its workers; and the largest resident memory of this process, of a worker and of all together in MB (goal:
1,200; memory that processes share counts once for each). Wall time says something only when both processors are free:
``load`` is what ran beside (1 is one busy processor). ``--pages`` and ``--runs`` choose the size.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from tests.benchmarks.barely import extracted_and_read
from tests.benchmarks.memory import watched
from tests.benchmarks.papers import record

PASSPHRASE = "benchmark"


def warm(seconds: float) -> None:
    """Load in a worker what it needs, and stay long enough that the other worker has to take the next task."""
    from redactor.detect.tasks import names_in

    names_in(["Kayleigh Barnes rang."])
    time.sleep(seconds)


def busy() -> float:
    """CPU seconds of this process and of those it started that live."""
    me = psutil.Process()
    spent = 0.0
    for process in (me, *me.children(recursive=True)):
        try:
            times = process.cpu_times()
        except psutil.Error:
            continue
        spent += times.user + times.system
    return spent


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def bare_seconds(paper: Path) -> float:
    """The floor, in a process that ends with it: it must not count among our workers."""
    from redactor.workers.pool import Pool

    with Pool(slots=1, nice=0, deadline=3600) as bare:
        # Models are loaded once in a process's life.
        bare.submit(warm, 0.0).result()
        return timed(lambda: bare.submit(extracted_and_read, str(paper)).result())


def measure(pages: int, runs: int, folder: Path) -> dict[str, object]:
    from redactor.operations.finding.analyse import analyse
    from redactor.operations.intake.intake import add_paths
    from redactor.operations.request.case import new_case
    from redactor.workers.pool import Pool

    paper = folder / "record.pdf"
    paper.write_bytes(record(pages, seed=2))
    floors, ours, cpu = list[float](), list[float](), list[float]()
    own, worker, together = list[int](), list[int](), list[int]()
    with Pool(slots=2, nice=0) as pool:
        for future in [pool.submit(warm, 3.0) for _ in range(2)]:
            future.result()
        for run in range(runs):
            floors.append(bare_seconds(paper))
            with new_case(folder / f"{run}.case", PASSPHRASE, reference="B", subject="Priya Shah") as case:
                before, start = busy(), time.perf_counter()
                with watched() as peaks:
                    add_paths(case, [paper], pool)
                    analyse(case, pool)
                ours.append(time.perf_counter() - start)
                cpu.append(busy() - before)
            own.append(peaks.own)
            worker.append(peaks.worker)
            together.append(peaks.together)
    return {
        "name": "analyse with two workers v. bare extraction + bare nlp.pipe in one process",
        "pages": pages,
        "ours_s": round(statistics.median(ours), 2),
        "floor_s": round(statistics.median(floors), 2),
        "ratio": round(statistics.median(a / b for a, b in zip(ours, floors, strict=True)), 3),
        "ours_cpu_s": round(statistics.median(cpu), 2),
        "own_mb": max(own),
        "worker_mb": max(worker),
        "all_mb": max(together),
        "load": round(psutil.getloadavg()[0], 1),
        "runs": runs,
    }


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--pages", type=int, default=60)
    arguments.add_argument("--runs", type=int, default=5)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        print(json.dumps(measure(given.pages, given.runs, Path(name))), flush=True)


if __name__ == "__main__":
    main()
