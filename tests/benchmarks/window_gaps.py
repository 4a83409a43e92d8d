# SPDX-License-Identifier: AGPL-3.0-or-later
"""``python -m tests.benchmarks.window_gaps``: how long the real window's event loop is ever held up.

Makes a case of ``--pages`` pages (default 2,000) with ten mentions each (some 3,000 of them to be accepted), opens it
in a real window (under Xvfb or on the display there is) and prints JSON lines: time to the first window, time until the
case is usable, and the gaps between turns of the event loop while scrolling, while analysing and scrolling, and while
everything is accepted.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks.papers import FORENAMES, SURNAMES, record

PASSPHRASE = "benchmark"
PER_PAGE = 10
#: So many mentions are proposed; the rest are professionals', as most of a large record are.
TO_ACCEPT = 3000
FIRST = """
import sys, time
began = float(sys.argv[1])
from redactor.gui.starting import lightly
lightly()
from redactor.gui import run
app = run.application()
window = run.window()
while not window.windowHandle().isExposed():
    app.processEvents()
app.processEvents()
print(time.time() - began, time.process_time(), flush=True)
window.close()
"""


def say(name: str, **values: Any) -> None:
    print(json.dumps({"name": name} | values), flush=True)


def make_case(path: Path, pages: int) -> None:
    """Real pages read by the real reader; the findings are every full name on a page, up to ten."""
    from redactor.bundle import tasks as reading
    from redactor.domain.mentions import Label, Mention, Person, Role, Tier
    from redactor.domain.pages import Where
    from redactor.operations.intake.intake import add_paths
    from redactor.operations.request.case import new_case
    from redactor.workers.pool import Pool

    names = [f"{a} {b}" for a in FORENAMES for b in SURNAMES]
    people = {name: Person(f"p-{number}", name, role=Role.THIRD_PARTY) for number, name in enumerate(names)}
    pattern = re.compile("|".join(map(re.escape, names)))
    source = path.with_suffix(".pdf")
    source.write_bytes(record(pages))
    mentions: list[Mention] = []
    with new_case(path, PASSPHRASE, reference="BENCH", subject="Nobody Here") as case, Pool(slots=2) as pool:
        add_paths(case, [source], pool)
        (document,) = case.documents()
        futures = []
        for first in range(1, pages + 1, 32):
            data, inside = case.part(document.sha256, first)
            last = min(first + 31, pages)
            futures.append(
                pool.submit(reading.read_pages, data, "", inside, inside + last - first, offset=first - inside)
            )
        for future in futures:
            contents = future.result()
            case.put_pages(document.sha256, contents)
            for content in contents:
                for found in list(pattern.finditer(content.text))[:PER_PAGE]:
                    start, end = found.span()
                    text = found.group()
                    mentions.append(
                        Mention(
                            f"m-{content.page}-{start}", document.sha256, content.page, Where.PAGE, start, end, text,
                            content.boxes_between(start, end), Label.PERSON, 0.9, Tier.PROPOSED, people[text].id, "why",
                        )
                    )  # fmt: skip
        found = Counter(mention.person for mention in mentions)
        proposed = 0
        for name, person in people.items():
            if proposed >= TO_ACCEPT:
                people[name] = replace(person, role=Role.PROFESSIONAL)
            proposed += found[person.id]
        case.replace_findings(mentions, list(people.values()))
        case.put("analysed", [document.sha256])
        case.put("findings_revision", 1)
    say(
        "case", pages=pages, mentions=len(mentions), people=len(people), megabytes=round(path.stat().st_size / 2**20, 1)
    )


class Gaps:
    """Milliseconds between turns of the event loop."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._tick)
        self._last = 0.0
        self.found: list[float] = []
        # The thread's own time between turns: what of a gap is our doing, and not a busy machine's.
        self._own = 0.0
        self.own: list[float] = []

    def _tick(self) -> None:
        now, own = time.perf_counter(), time.thread_time()
        self.found.append((now - self._last) * 1000)
        self.own.append((own - self._own) * 1000)
        self._last, self._own = now, own

    def start(self) -> None:
        self.found, self._last = [], time.perf_counter()
        self.own, self._own = [], time.thread_time()
        self._timer.start()

    def stop(self, name: str, **more: Any) -> None:
        self._timer.stop()
        gaps, own = sorted(self.found), sorted(self.own)
        at = [gaps[min(int(len(gaps) * share), len(gaps) - 1)] for share in (0.5, 0.99, 0.999)]
        say(
            name,
            median_ms=round(at[0], 1),
            p99_ms=round(at[1], 1),
            p999_ms=round(at[2], 1),
            max_ms=round(gaps[-1], 1),
            own_p99_ms=round(own[min(int(len(own) * 0.99), len(own) - 1)], 1),
            own_max_ms=round(own[-1], 1),
            turns=len(gaps),
            **more,
        )


def bare(source: Path, pages: list[int], scale: float) -> list[tuple[float, float]]:
    """Seconds MuPDF takes to open the record and draw each page, and to draw it alone."""
    import pymupdf

    took = []
    data = source.read_bytes()
    for page in pages:
        began = time.perf_counter()
        document = pymupdf.open(stream=data)
        found = document[page - 1]
        opened = time.perf_counter()
        found.get_pixmap(matrix=pymupdf.Matrix(scale, scale))
        drawn = time.perf_counter()
        took.append((drawn - began, drawn - opened))
    return took


def sharp(source: Path, pages: list[int], scale: float, waits: list[float]) -> None:
    """How long pages took to be sharp, against :func:`bare` in a process of its own, as the window's is free of it."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        pool.apply(bare, (source, pages[:1], scale))
        alone = pool.apply(bare, (source, pages, scale))
    say(
        "a page sharp after a leap",
        median_ms=round(median(waits) * 1000, 1),
        max_ms=round(max(waits) * 1000, 1),
        bare_opened_and_drawn_ms=round(median(both for both, _ in alone) * 1000, 1),
        bare_drawn_ms=round(median(drawn for _, drawn in alone) * 1000, 1),
        ratio=round(median(wait / both for wait, (both, _) in zip(waits, alone, strict=True)), 2),
        ratio_to_drawing=round(median(wait / drawn for wait, (_, drawn) in zip(waits, alone, strict=True)), 2),
    )


def run_for(app: Any, until: Callable[[], object], timeout: float = 600.0, every: int = 5) -> float:
    """Let the event loop run (really run: no polling from Python) until something holds, looked at every so many
    milliseconds; the seconds it took."""
    from PySide6.QtCore import QEventLoop, QTimer

    began = time.perf_counter()
    loop = QEventLoop()
    timer = QTimer()
    timer.setInterval(every)
    timer.timeout.connect(lambda: loop.quit() if until() or time.perf_counter() - began > timeout else None)
    timer.start()
    loop.exec()
    return time.perf_counter() - began


class Scroller:
    """Scrolls as a hand on the wheel does: steadily, with a leap now and then."""

    def __init__(self, bar: Any) -> None:
        from PySide6.QtCore import QTimer

        self._bar = bar
        self._timer = QTimer()
        self._timer.setInterval(16)
        self._timer.timeout.connect(self._step)
        self._number = 0

    def _step(self) -> None:
        self._number += 1
        top = self._bar.maximum()
        leap = top // 7 if self._number % 120 == 0 else 45
        self._bar.setValue((self._bar.value() + leap) % max(top, 1))

    def start(self) -> None:
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()


def measure(path: Path, seconds: float, extra_pages: int) -> None:
    from redactor.gui import run
    from redactor.gui.window.tidying import Tidying

    app = run.application()
    tidying = Tidying(app)
    began = time.perf_counter()
    window = run.window(str(path), PASSPHRASE)
    window.resize(1600, 1000)
    desk = window.desk
    gaps = Gaps()
    gaps.start()
    pages = desk.pages
    run_for(app, lambda: pages.current and pages.images.any(pages.current) and pages.overlay.marks(pages.current))
    gaps.stop("from nothing to the first page with its marks", seconds=round(time.perf_counter() - began, 2))
    run_for(app, lambda: desk.counted)
    say("everything counted", seconds=round(time.perf_counter() - began, 2))
    run_for(app, lambda: desk.counted.complete)
    say("sweep done", seconds=round(time.perf_counter() - began, 2))

    # Open once more, with the process warm: what a caseworker waits for when choosing a case on the start page.
    window.close_case()
    run_for(app, lambda: False, 1.0)
    began = time.perf_counter()
    gaps.start()
    window.open_path(str(path), PASSPHRASE)
    run_for(app, lambda: pages.current and pages.images.any(pages.current) and pages.overlay.marks(pages.current))
    gaps.stop("open: usable", seconds=round(time.perf_counter() - began, 2))
    run_for(app, lambda: desk.counted and desk.counted.complete)

    scroll = Scroller(pages.verticalScrollBar())
    scroll.start()
    gaps.start()
    run_for(app, lambda: False, seconds)
    gaps.stop("scrolling")
    scroll.stop()

    # A page sharp, from a leap to it.
    scale = pages.layout_.scale * pages.ratio
    waits, leaped = [], []
    for share in (0.11, 0.23, 0.37, 0.53, 0.62, 0.71, 0.89):
        key = pages.layout_.pages[int(len(pages.layout_.pages) * share)].key
        began = time.perf_counter()
        pages.go_to(key)
        run_for(app, lambda key=key: pages.images.whole(key, scale), 20, every=1)
        waits.append(time.perf_counter() - began)
        leaped.append(key[1])
        run_for(app, lambda: False, 0.5)
    sharp(path.with_suffix(".pdf"), leaped, scale, waits)

    pages_before = len(desk.case.pages)
    more = path.with_name("more.pdf")
    # In a process of its own: what making papers loads and leaves is not the window's.
    with multiprocessing.get_context("spawn").Pool(1) as maker:
        more.write_bytes(maker.apply(record, (extra_pages, 9)))
    scroll.start()
    gaps.start()
    desk.taking_in.add([str(more)])
    # Adding, reading and the name finder's work over the whole record, cut short: it would take many minutes.
    took = run_for(app, lambda: not desk.work.busy and desk.case and len(desk.case.pages) > pages_before, 60)
    took += run_for(app, lambda: False, 3 * seconds)
    gaps.stop("adding, analysing and scrolling", seconds=round(took, 1), doing=desk.strip._what.text())
    scroll.stop()
    desk.work.stop()
    run_for(app, lambda: not desk.work.busy, 60)
    run_for(app, lambda: desk.counted.turn == desk.moved.turn, 60)

    gaps.start()
    began = time.perf_counter()
    head = desk.moved.head
    desk.decisions.accept()
    run_for(app, lambda: desk.moved.head > head and pages.overlay.fresh(pages.current))
    shown = time.perf_counter() - began
    run_for(app, lambda: desk.counted.turn == desk.moved.turn and not desk.counted.accept[1])
    gaps.stop("accept everything", on_the_page_s=round(shown, 2), counted_s=round(time.perf_counter() - began, 2))
    head = desk.moved.head
    began = time.perf_counter()
    gaps.start()
    desk.decisions.undo()
    run_for(app, lambda: desk.moved.head > head and pages.overlay.fresh(pages.current))
    gaps.stop("undo it", on_the_page_s=round(time.perf_counter() - began, 2))
    import psutil

    size = psutil.Process().memory_info().rss / 2**20
    core = psutil.Process(window.client.pid).memory_info().rss / 2**20
    say("load average over the run", processors=os.cpu_count(), load=os.getloadavg()[1])
    say("memory", window_mb=round(size), case_process_mb=round(core))
    window.close()
    tidying.stop()


def first_window() -> None:
    times = []
    for _ in range(3):
        done = subprocess.run(
            [sys.executable, "-c", FIRST, str(time.time())], capture_output=True, text=True, check=True
        )
        times.append(tuple(map(float, done.stdout.split())))
    took, own = sorted(times)[1]
    say("first window", seconds=round(took, 2), own_cpu_seconds=round(own, 2))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--seconds", type=float, default=15.0)
    parser.add_argument("--extra-pages", type=int, default=60)
    parser.add_argument("--case", help="keep the case here, and use it again")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = folder
        path = Path(arguments.case) if arguments.case else Path(folder) / "large.case"
        if not path.exists():
            # In a process of its own, which takes with it what it needed.
            maker = multiprocessing.get_context("spawn").Process(target=make_case, args=(path, arguments.pages))
            maker.start()
            maker.join()
        first_window()
        measure(path, arguments.seconds, arguments.extra_pages)


if __name__ == "__main__":
    main()
