# SPDX-License-Identifier: AGPL-3.0-or-later
"""The process that holds the case ends with its window, whatever its lanes are doing at that moment."""

from __future__ import annotations

import multiprocessing
import os
import threading
from multiprocessing.connection import Connection

import pytest

from redactor.gui.casework import process
from redactor.gui.casework.lanes import Lanes
from redactor.gui.casework.session import Session
from redactor.workers.pool import Pool
from tests import started


def _with_a_worker_left(connection: Connection) -> None:
    """As :func:`process.serve`, with a worker that was started when nobody ended workers any more."""

    class Left(process.CaseProcess):
        def run(self) -> None:
            super().run()
            pool = Pool(slots=1)
            pool.submit(os.getpid).result()
            self.kept = pool

    process.CaseProcess = Left  # type: ignore[misc]
    process.serve(connection)


def test_a_worker_started_at_the_last_moment_does_not_keep_it() -> None:
    with started.from_nothing():
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        holder = context.Process(target=_with_a_worker_left, args=(theirs,))
        holder.start()
    theirs.close()
    ours.close()
    try:
        holder.join(120)
        assert holder.exitcode == 0
    finally:
        holder.kill()


def test_no_worker_is_started_after_the_end() -> None:
    session = Session()
    session.shutdown()
    for begin in (session.drawing, session.working, session.burning, session.scanning):
        with pytest.raises(RuntimeError):
            begin()


def test_long_work_that_is_cut_short_has_tidied_up_before_the_end() -> None:
    """As an export does, which removes its unfinished folder."""
    ours, theirs = multiprocessing.Pipe()
    begun, ended, tidied = threading.Event(), threading.Event(), threading.Event()

    def work(number: int, name: str, arguments: dict[str, object]) -> None:
        begun.set()
        ended.wait(60)
        tidied.set()

    lanes = Lanes(theirs, work, (), lambda: None)
    lanes.start()
    lanes.put(1, "export")
    lanes.put(2, "export")
    assert begun.wait(60)
    lanes.stopping = True
    assert not lanes.finish("long", 0.2), "it is at work still"
    ended.set()
    assert lanes.finish("long", 60)
    assert tidied.is_set()
    begun.clear()
    assert lanes.finish("long", 60) and not begun.is_set(), "nothing new is begun"
    ours.close()


def test_lanes_that_begin_together_share_one_session(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a second one nobody would end the workers: the window left a process and its semaphores behind."""
    made: list[Session] = []
    both = threading.Barrier(2)

    class Slow(Session):
        def __init__(self) -> None:
            made.append(self)
            threading.Event().wait(0.3)  # the other lane asks meanwhile
            super().__init__()

    monkeypatch.setattr("redactor.gui.casework.session.Session", Slow)
    ours, theirs = multiprocessing.Pipe()
    held = process.CaseProcess(theirs)
    found: list[object] = []

    def lane() -> None:
        both.wait(60)
        found.append(held.session)

    lanes = [threading.Thread(target=lane) for _ in range(2)]
    for each in lanes:
        each.start()
    for each in lanes:
        each.join(60)
    ours.close()
    theirs.close()
    assert len(made) == 1 and found[0] is found[1]
