# SPDX-License-Identifier: AGPL-3.0-or-later
"""``python -m tests.benchmarks.window_memory``: what a large case takes in memory while it is opened and scrolled.

A scanned record of 5,000 pages and some 270 MB in the real window (under Xvfb or on the display there is). Prints a
JSON line: MB of the window's process, of the largest other (the case's, and those that draw), and of all together, at
their most. ``--pages``, ``--megabytes`` and ``--seconds`` of scrolling choose the size.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from pathlib import Path

from tests.benchmarks.growth import PASSPHRASE
from tests.benchmarks.memory import watched
from tests.benchmarks.opening import scanned_record
from tests.benchmarks.window_gaps import Scroller, run_for


def make_case(folder: Path, pages: int, megabytes: int) -> Path:
    from redactor.operations.intake.intake import add_paths
    from redactor.operations.request.case import new_case
    from redactor.workers.pool import Pool

    paper, path = folder / "record.pdf", folder / "large.case"
    # In a process of its own, which takes with it what it needed.
    with Pool(slots=1) as maker:
        maker.submit_within(900, scanned_record, paper, pages, megabytes).result()
    with Pool(slots=2) as pool, new_case(path, PASSPHRASE, reference="B", subject="Jo Smith") as case:
        add_paths(case, [paper], pool)
    return path


def measure(path: Path, seconds: float) -> dict[str, int]:
    from redactor.gui import run
    from redactor.gui.window.tidying import Tidying

    app = run.application()
    tidying = Tidying(app)
    row: dict[str, int] = {}
    with watched() as peaks:
        window = run.window(str(path), PASSPHRASE)
        window.resize(1600, 1000)
        pages = window.desk.pages
        run_for(app, lambda: pages.current and pages.images.any(pages.current))
    row |= peaks.row("opening")
    with watched() as peaks:
        scroll = Scroller(pages.verticalScrollBar())
        scroll.start()
        run_for(app, lambda: False, seconds)
        scroll.stop()
    row |= peaks.row("scrolling")
    window.close()
    tidying.stop()
    return row


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--pages", type=int, default=5000)
    arguments.add_argument("--megabytes", type=int, default=270)
    arguments.add_argument("--seconds", type=float, default=20.0)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_CONFIG_HOME"] = name
        path = make_case(Path(name), given.pages, given.megabytes)
        print(json.dumps({"pages": given.pages, "megabytes": given.megabytes, **measure(path, given.seconds)}))


if __name__ == "__main__":
    main()
