# SPDX-License-Identifier: AGPL-3.0-or-later
"""How much memory a stage of work takes: resident memory of this process, of any one worker, and of all together.

Resident memory counts pages that processes share once for each, so "all" is more than the machine gives.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psutil


@dataclass(slots=True)
class Peaks:
    """In MB."""

    own: int = 0
    worker: int = 0
    together: int = 0

    def take(self, own: int, workers: list[int]) -> None:
        self.own = max(self.own, own)
        self.worker = max(self.worker, *workers, 0)
        self.together = max(self.together, own + sum(workers))

    def row(self, stage: str) -> dict[str, int]:
        return {f"{stage}_own_mb": self.own, f"{stage}_worker_mb": self.worker, f"{stage}_all_mb": self.together}


@contextmanager
def watched() -> Iterator[Peaks]:
    """The largest values seen, every twentieth of a second, until the block ends."""
    peaks = Peaks()
    stop = threading.Event()

    def watch() -> None:
        me = psutil.Process()
        while not stop.wait(0.05):
            workers = []
            for child in me.children(recursive=True):
                try:
                    workers.append(child.memory_info().rss >> 20)
                except psutil.Error:
                    continue
            peaks.take(me.memory_info().rss >> 20, workers)

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield peaks
    finally:
        stop.set()
        thread.join()
