# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lanes of the case's process, each with a queue and a thread, so that nothing quick waits for anything long: answers
and decisions, in order; drawing; working the whole case out; burning; long work (taking in, analysis, export); reading
scans."""

from __future__ import annotations

import contextlib
import os
import queue
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from multiprocessing.connection import Connection
from typing import Any

from redactor.domain.errors import RedactorError
from redactor.domain.saying import say
from redactor.gui.casework.questions import LANES, lane_of
from redactor.gui.casework.told.case import Problem

#: Seconds without a decision after which what waits for that is done.
QUIET = 0.6
#: How much lower than the window's the priority of long work is.
NICE = 8

#: Is no question: whoever put it into a lane waits for what came before it.
_DONE = ""

Answer = Callable[[int, str, dict[str, Any]], None]


class Lanes:
    """``answer`` is called with a question in its lane's thread. A "count" stands for all that wait in its lane; once
    none came for a while the works of ``quiet`` are done there. ``case_now`` is the open case: an error in what nobody
    asked for is not told when the case was closed under it."""

    def __init__(
        self,
        connection: Connection,
        answer: Answer,
        quiet: Sequence[Callable[[], None]],
        case_now: Callable[[], object],
    ) -> None:
        self._connection = connection
        self._answer, self._quiet, self._case_now = answer, quiet, case_now
        self._sending = threading.Lock()
        self._queues: dict[str, queue.SimpleQueue[Any]] = {name: queue.SimpleQueue() for name in LANES}
        self.stopping = False

    def start(self) -> None:
        for name in LANES:
            threading.Thread(target=self._work, args=(name,), name=name, daemon=True).start()

    def put(self, number: int, name: str, arguments: dict[str, Any] | None = None) -> None:
        """A question to its place in the queue of its lane."""
        self._queues[lane_of(name)].put((number, name, arguments or {}))

    def finish(self, lane: str, seconds: float) -> bool:
        """Wait until all that is in this lane now is done, at most so long; while stopping, until what runs in it has
        come to its end. False when it has not."""
        done = threading.Event()
        self._queues[lane].put((0, _DONE, {"done": done}))
        return done.wait(seconds)

    def waits(self, lane: str) -> bool:
        """True when something waits in this lane."""
        return not self._queues[lane].empty()

    def _work(self, lane: str) -> None:
        if lane == "long":
            _lower_priority()
        wait: float | None = None
        while True:
            try:
                number, name, arguments = self._queues[lane].get(timeout=wait)
            except queue.Empty:
                wait = None
                if self.stopping:
                    continue
                for work in self._quiet:
                    self.guarded(0, "count", work)
                continue
            if name == _DONE:
                arguments["done"].set()
                continue
            if self.stopping:
                continue
            if name == "count":
                self._drain(lane)
                wait = QUIET
            self.guarded(number, name, partial(self._answer, number, name, arguments))

    def _drain(self, lane: str) -> None:
        """Several changes waiting to be counted are one; other questions keep their place."""
        waiting = []
        with contextlib.suppress(queue.Empty):
            while True:
                waiting.append(self._queues[lane].get_nowait())
        for message in waiting:
            if message[1] != "count":
                self._queues[lane].put(message)

    def guarded(self, number: int, name: str, work: Callable[[], None]) -> None:
        case = self._case_now()
        try:
            work()
        except RedactorError as error:
            kind = type(error).__name__
            self.send(number, "failed", Problem(kind, error.what, error.where, error.do))
        except Exception as error:
            if self.stopping or (number == 0 and self._case_now() is not case):
                # The case was closed under what nobody waits for: there is nothing to tell.
                return
            # Where it happened, but no values: those may be words of the case.
            print(f"redactor: {name} failed: {type(error).__name__}", file=sys.stderr)
            for frame in traceback.extract_tb(error.__traceback__):
                print(f"  {frame.filename}:{frame.lineno} {frame.name}", file=sys.stderr)
            problem = Problem(
                "Unexpected",
                say("something in Redactor went wrong ({name})", name=type(error).__name__),
                do="What you decided is kept. Close the case and open it again; if it happens again, tell your office",
            )
            self.send(number, "failed", problem)

    def send(self, number: int, name: str, value: Any) -> None:
        with self._sending, contextlib.suppress(OSError, ValueError):
            self._connection.send((number, name, value))


def _lower_priority() -> None:
    """Long work and the processes it starts give way to the window. Only where threads have priorities of their own."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICE)
