# SPDX-License-Identifier: AGPL-3.0-or-later
"""Jobs in flight: a few tasks out at a time, so that memory stays flat and stopping is quick."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from typing import TypeVar

from redactor.domain.errors import Cancelled

J = TypeVar("J")
R = TypeVar("R")


def flow(
    take: Callable[[], J | None], submit: Callable[[J], Future[R]], in_flight: int, cancelled: Callable[[], bool]
) -> Iterator[tuple[J, Future[R]]]:
    """Results as they come. ``take`` gives the next job, or None when there is none. Raises Cancelled."""
    out: dict[Future[R], J] = {}
    exhausted = False
    while True:
        while not exhausted and len(out) < in_flight:
            job = take()
            if job is None:
                exhausted = True
            else:
                out[submit(job)] = job
        if not out:
            return
        finished, _ = wait(out, timeout=0.2, return_when=FIRST_COMPLETED)
        if cancelled():
            for future in out:
                future.cancel()
            raise stopped()
        for future in finished:
            yield out.pop(future), future


def stopped() -> Cancelled:
    return Cancelled("stopped before it was finished", do="What was read is kept: analyse again to go on from there")
