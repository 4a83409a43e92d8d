# SPDX-License-Identifier: AGPL-3.0-or-later
"""The process that holds the case: takes the window's questions from a pipe and answers them.

Five lanes, so that nothing quick waits for anything long: answers and decisions, in order; drawing; working the
whole case out; long work (taking in, analysis, export); reading scans. A message from the window is (number, name,
arguments), an answer (number, "done" | "failed" | "progress", value); what nobody asked for comes as (0, name, value).
The window's end of the pipe closing ends the process, so a killed window leaves nothing behind.
"""

from __future__ import annotations

import contextlib
import gc
import os
import queue
import sys
import threading
import time
import traceback
from collections.abc import Callable
from importlib import import_module
from multiprocessing.connection import Connection
from typing import Any

from redactor.domain.errors import RedactorError
from redactor.domain.saying import say
from redactor.gui.casework import opening
from redactor.gui.casework.messages import Laid, Problem
from redactor.gui.casework.questions import GATE, LANES, RELAYING, answered_by, lane_of
from redactor.gui.casework.scanning import Scanning

#: Seconds without a decision after which the sweep for what could still be read runs.
QUIET = 0.6
#: Seconds between two tellings that more pages were read.
BETWEEN = 1.5
#: How much lower than the window's the priority of long work is.
NICE = 8
#: New objects after which the youngest are looked through for garbage (Python's own number is 700).
OBJECTS = 50_000
#: Seconds after which a lane that computes makes way for another (Python's own number is 5 ms): an answer changes hands
#: a dozen times on its way through the case file.
TURN = 0.0005


def serve(connection: Connection) -> None:
    """Answer until the window closes its end."""
    # A case's hundreds of thousands of mentions stay: to go through them for garbage again and again took a third of
    # the time, and came in the middle of an answer.
    gc.set_threshold(OBJECTS, 20, 100)
    sys.setswitchinterval(TURN)
    CaseProcess(connection).run()


class CaseProcess:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._sending = threading.Lock()
        self._lanes: dict[str, queue.SimpleQueue[Any]] = {name: queue.SimpleQueue() for name in LANES}
        self._cancelled: set[int] = set()
        self._stopping = False
        self._turn = 0
        self._session: Any = None
        self._arranged: object = None
        self._told_read = 0.0
        self._scanning = Scanning(
            lambda scans: self._send(0, "scans", scans),
            lambda: self._lanes["answers"].put((0, "relaid", {})),
            lambda: self._lanes["long"].put((0, "find_again", {})),
        )

    def run(self) -> None:
        for name in LANES:
            threading.Thread(target=self._work, args=(name,), name=name, daemon=True).start()
        try:
            while True:
                number, name, arguments = self._connection.recv()
                if name == "cancel":
                    self._cancelled.add(arguments["number"])
                elif name == "looking_at":
                    self._scanning.looked_at = arguments["key"]
                elif name == "close":
                    break
                else:
                    self._lanes[lane_of(name)].put((number, name, arguments))
        except (EOFError, OSError):
            pass
        self._stopping = True
        if self._session is not None:
            self._scanning.stop(self._session)
            self._session.shutdown()
        with contextlib.suppress(OSError):
            self._connection.close()

    # -- lanes ---------------------------------------------------------------------------------------------

    def _work(self, lane: str) -> None:
        if lane == "long":
            _lower_priority()
        wait: float | None = None
        while not self._stopping:
            try:
                number, name, arguments = self._lanes[lane].get(timeout=wait)
            except queue.Empty:
                # Nothing was decided for a while: now the sweep.
                wait = None
                self._guarded(0, "count", lambda: self._count(residual=True))
                self._guarded(0, "count", self._look_over)
                continue
            if name == "count":
                self._drain(lane)
                wait = QUIET
                self._guarded(0, "count", lambda: self._count(residual=False))
            else:
                self._guarded(number, name, lambda: self._answer(number, name, arguments))  # noqa: B023

    def _drain(self, lane: str) -> None:
        """Several changes waiting to be counted are one; other questions keep their place."""
        waiting = []
        with contextlib.suppress(queue.Empty):
            while True:
                waiting.append(self._lanes[lane].get_nowait())
        for message in waiting:
            if message[1] != "count":
                self._lanes[lane].put(message)

    def _case_now(self) -> object:
        return self._session.case if self._session is not None else None

    def _guarded(self, number: int, name: str, work: Callable[[], None]) -> None:
        case = self._case_now()
        try:
            work()
        except RedactorError as error:
            kind = type(error).__name__
            self._send(number, "failed", Problem(kind, error.what, error.where, error.do))
        except Exception as error:
            if self._stopping or (number == 0 and self._case_now() is not case):
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
            self._send(number, "failed", problem)

    def _send(self, number: int, name: str, value: Any) -> None:
        with self._sending, contextlib.suppress(OSError, ValueError):
            self._connection.send((number, name, value))

    # -- answering -----------------------------------------------------------------------------------------

    def _answer(self, number: int, name: str, arguments: dict[str, Any]) -> None:
        from redactor.gui.casework import longwork

        if name in ("new_case", "open_case", "close_case", "unlock", "warm"):
            self._send(number, "done", self._opened(name, arguments))
            if name in ("new_case", "open_case"):
                # After the answer: the window starts from nothing when it gets it.
                self._moved()
                self._lanes["scans"].put((0, "read_scans", {}))
            return
        session = self.session
        answers = answered_by(name)
        if answers is not None:
            module, changes = answers
            value = getattr(import_module(f"redactor.gui.casework.{module}"), name)(session, **arguments)
            if changes:
                self._moved()
            if name in ("read_language", "undo", "redo"):
                # What was chosen may make pages wait; there is nothing to do else.
                self._lanes["scans"].put((0, "read_scans", {}))
        elif name == "laid":
            value = self._laid()
        elif name == "draw":
            from redactor.gui.casework.drawing import draw

            draw(session, number, self._guarded, self._send, **arguments)
            return
        elif name in GATE:
            if name == "submit":
                arguments["progress"] = lambda *progress: self._send(0, "looked", progress)
            self._after(number, "moved", getattr(longwork, name)(session, **arguments))
            return
        elif name in ("moved", "relaid"):
            if session.case is not None:
                session.view.refresh()
                if name == "relaid":
                    self._send(0, "laid", self._laid())
                self._moved()
            if arguments:
                number, value = arguments["then"]
                self._send(number, "done", value)
            return
        elif name == "read_scans":
            self._scanning.run(session)
            return
        elif name == "find_again":
            began = time.monotonic()
            longwork.find_again(session, lambda: self._stopping)
            self._scanning.found_in = time.monotonic() - began
            self._lanes["answers"].put((0, "relaid", {}))
            return
        elif name in ("released", "burn"):
            self._show_burned(session, number, name, arguments)
            return
        else:
            value = getattr(longwork, name)(
                session, self._progress(number), lambda: number in self._cancelled or self._stopping, **arguments
            )
            self._after(number, "relaid" if name in RELAYING else "moved", value)
            if name == "analyse":
                self._lanes["scans"].put((0, "read_scans", {}))
            return
        self._send(number, "done", value)

    def _show_burned(self, session: Any, number: int, name: str, arguments: dict[str, Any]) -> None:
        """A page as released: the release is worked out in one lane, the page burned in another."""
        from redactor.gui.casework.preview import Released, show_burned

        if session.released is None:
            session.released = Released()
        if name == "released":
            release = session.released.now(session)
            self._lanes["burning"].put((number, "burn", {"release": release, **arguments}))
        else:
            show_burned(session, number, self._guarded, self._send, **arguments)

    def _after(self, number: int, name: str, value: Any) -> None:
        """Answer once the window was told what changed, so that it never takes the old for the new."""
        self._lanes["answers"].put((0, name, {"then": (number, value)}))

    @property
    def session(self) -> Any:
        if self._session is None:
            from redactor.gui.casework.session import Session

            self._session = Session()
        return self._session

    def _progress(self, number: int) -> Callable[[int, int, str], None]:
        last = ["", 0]

        def tell(done: int, total: int, what: str) -> None:
            # A fraction of a thousandth more is nothing anybody sees.
            step = done * 1000 // total if total else 0
            if [what, step] != last:
                last[:] = [what, step]
                self._send(number, "progress", (done, total, what))
            if done and what.startswith(("Reading", "Scanned", "Analysed")):
                self._pages_read(done, total)

        return tell

    def _pages_read(self, done: int, total: int) -> None:
        """Pages become readable as they come in; the window is told now and then: it takes in thousands at a time."""
        now = time.monotonic()
        if done == total or now - self._told_read > BETWEEN:
            self._told_read = now
            self._lanes["answers"].put((0, "relaid", {}))

    def _moved(self) -> None:
        from redactor.gui.casework.arranging import signature
        from redactor.gui.casework.history import moved

        self._turn += 1
        arranged = signature(self.session.view)
        if arranged != self._arranged:
            # Also after an undo: the window's list is the release's order.
            self._arranged = arranged
            self._send(0, "laid", self._laid())
        self._send(0, "moved", moved(self.session.view, self._turn))
        self._lanes["counting"].put((0, "count", {}))

    def _laid(self) -> Laid:
        from redactor.gui.casework.looking import laid

        return laid(self.session)

    def _look_over(self) -> None:
        """Read pages as they will be released until something else is asked, and count again with what was seen."""
        from redactor.gui.casework.releasable import look_over

        asked = self._lanes["counting"]
        done = look_over(
            self.session,
            lambda *progress: self._send(0, "looked", progress),
            lambda: self._stopping or not asked.empty(),
        )
        if done:
            self._count(residual=True)

    def _count(self, residual: bool) -> None:
        from redactor.gui.casework.counting import count

        if self.session.case is None:
            return
        turn = self._turn
        executor = self.session.working() if residual else None
        self._send(0, "counted", count(self.session, executor, turn, residual=residual))
        # What is known of the case now is not looked through again until it is closed: up to a tenth of a second that
        # would come in the middle of the next decision.
        gc.freeze()

    def _opened(self, name: str, arguments: dict[str, Any]) -> Any:
        """Another case, or none."""
        value = getattr(opening, name)(self.session, **arguments) if name != "close_case" else None
        if name in ("warm", "unlock"):
            return value
        self._scanning.stop(self.session)
        gc.unfreeze()
        if value is None:
            self.session.stop()
            return None
        self.session.start(value)
        from redactor.gui.casework.arranging import signature

        self._arranged = signature(self.session.view)
        return self._laid()


def _lower_priority() -> None:
    """Long work and the processes it starts give way to the window. Only where threads have priorities of their own."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICE)
