# SPDX-License-Identifier: AGPL-3.0-or-later
"""``python -m tests.benchmarks.analysing``: what two workers take to analyse a record, beside one bare process.

The floor is bare extraction and the bare ``nlp.pipe`` of the shipped component, in a process of its own; and the same
in two at once, half of the pages each, which tells what two processors of this machine take from one another. Prints a
JSON line: seconds of wall time, medians of interleaved runs, and our ratio to the floor (goal: 0.60); CPU seconds, of
ours in this process and its workers, and the ratio to the floor (goal: 1.08) and to the floor in two; and the largest
resident memory of this process, of a worker and of all together in MB (goal: 1,200; memory that processes share counts
once for each). Wall time says something only when both processors are free: ``load`` is what ran beside (1 is one busy
processor). ``--pages`` and ``--runs`` choose the size.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
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
    """CPU seconds of this process and of those it started, ended ones included."""
    me = psutil.Process()
    own = me.cpu_times()
    # The pool ends a worker that grew, and starts another.
    spent = float(own.user + own.system + own.children_user + own.children_system)
    for process in me.children(recursive=True):
        try:
            times = process.cpu_times()
        except psutil.Error:
            continue
        spent += times.user + times.system
    return spent


def bare_seconds(paper: Path, at_once: int = 1) -> tuple[float, float]:
    """The floor's wall and CPU seconds, in so many processes, which end with it: they must not count among ours."""
    from redactor.workers.pool import Pool

    with Pool(slots=at_once, nice=0, deadline=3600) as bare:
        # Models are loaded once in a process's life.
        for future in [bare.submit(warm, 3.0) for _ in range(at_once)]:
            future.result()
        start = time.perf_counter()
        parts = [bare.submit(extracted_and_read, str(paper), n, at_once) for n in range(at_once)]
        cpu = sum(part.result() for part in parts)
        return time.perf_counter() - start, cpu


def middle(values: list[float], digits: int = 2) -> float:
    return round(statistics.median(values), digits)


def measure(pages: int, runs: int, folder: Path) -> dict[str, object]:
    from redactor.operations.finding.analyse import analyse
    from redactor.operations.intake.intake import add_paths
    from redactor.operations.request.case import new_case
    from redactor.workers.pool import Pool

    paper = folder / "record.pdf"
    paper.write_bytes(record(pages, seed=2))
    floors, in_two = list[tuple[float, float]](), list[tuple[float, float]]()
    ours, cpu = list[float](), list[float]()
    own, worker, together = list[int](), list[int](), list[int]()
    with Pool(slots=2, nice=0) as pool:
        for future in [pool.submit(warm, 3.0) for _ in range(2)]:
            future.result()
        for run in range(runs):
            floors.append(bare_seconds(paper))
            in_two.append(bare_seconds(paper, 2))
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
        "ours_s": middle(ours),
        "floor_s": middle([wall for wall, _ in floors]),
        "floor_in_two_s": middle([wall for wall, _ in in_two]),
        "ratio": middle([mine / wall for mine, (wall, _) in zip(ours, floors, strict=True)], 3),
        "ours_cpu_s": middle(cpu),
        "floor_cpu_s": middle([spent for _, spent in floors]),
        "floor_in_two_cpu_s": middle([spent for _, spent in in_two]),
        "cpu_ratio": middle([mine / spent for mine, (_, spent) in zip(cpu, floors, strict=True)], 3),
        "cpu_ratio_in_two": middle([mine / spent for mine, (_, spent) in zip(cpu, in_two, strict=True)], 3),
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
