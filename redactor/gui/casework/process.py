# SPDX-License-Identifier: AGPL-3.0-or-later
"""The process that holds the case: takes the window's questions from a pipe and answers them.

A message from the window is (number, name, arguments), an answer (number, "done" | "failed" | "progress", value); what
nobody asked for comes as (0, name, value). Each question waits its turn in a lane (:mod:`redactor.gui.casework.lanes`).
The window's end of the pipe closing ends the process, so a killed window leaves nothing behind.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
import threading
import time
from collections.abc import Callable
from importlib import import_module
from multiprocessing.connection import Connection
from typing import Any

from redactor.domain.errors import RedactorError
from redactor.gui.casework import opening, shared
from redactor.gui.casework.lanes import Lanes
from redactor.gui.casework.longwork.scanning import Scanning
from redactor.gui.casework.questions import GATE, RELAYING, answered_by
from redactor.gui.casework.told.case import Laid

#: Seconds between two tellings that more pages were read.
BETWEEN = 1.5
#: New objects after which the youngest are looked through for garbage (Python's own number is 700).
OBJECTS = 50_000
#: Seconds after which a lane that computes makes way for another (Python's own number is 5 ms): an answer changes hands
#: a dozen times on its way through the case file.
TURN = 0.0005
#: Seconds a decision has to get onto the page before the whole case is worked out again: both go through one
#: interpreter, and whoever decided looks at the page.
HEAD_START = 0.2
#: Seconds for what was decided before the window closed, and for long work that was cut short to tidy up; the window
#: waits a little longer for this process to end.
LAST_WORDS = 8.0


def serve(connection: Connection) -> None:
    """Answer until the window closes its end."""
    # A case's hundreds of thousands of mentions stay: to go through them for garbage again and again took a third of
    # the time, and came in the middle of an answer.
    gc.set_threshold(OBJECTS, 20, 100)
    sys.setswitchinterval(TURN)
    shared.wipe_left_behind()
    CaseProcess(connection).run()
    # Python would wait here for a worker that a lane has just begun to start, and that worker waits for this process.
    sys.stderr.flush()
    os._exit(0)


class CaseProcess:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._lanes = Lanes(
            connection,
            self._answer,
            (lambda: self._count(residual=True), self._look_over),
            lambda: self._session.case if self._session is not None else None,
        )
        self._send = self._lanes.send
        self._cancelled: set[int] = set()
        #: The page shows what was last decided.
        self._shown = threading.Event()
        self._turn = 0
        self._session: Any = None
        self._making = threading.Lock()
        self._arranged: object = None
        self._told_read = 0.0
        # The questions that are answered each in a way of its own.
        self._own: dict[str, Callable[[int, str, dict[str, Any]], None]] = {
            **dict.fromkeys(("new_case", "open_case", "close_case", "unlock", "warm"), self._change_case),
            **dict.fromkeys(("moved", "relaid"), self._tell_moved),
            **dict.fromkeys(("released", "burn"), self._show_burned),
            "count": lambda number, name, arguments: self._count_behind(),
            "laid": lambda number, name, arguments: self._send(number, "done", self._laid()),
            "draw": self._draw,
            "read_scans": lambda number, name, arguments: self._scanning.run(self.session),
            "find_again": self._find_again,
        }
        self._scanning = Scanning(
            lambda scans: self._send(0, "scans", scans),
            lambda: self._lanes.put(0, "relaid"),
            lambda: self._lanes.put(0, "find_again"),
        )

    def run(self) -> None:
        self._lanes.start()
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
                    self._lanes.put(number, name, arguments)
        except (EOFError, OSError):
            pass
        # What was decided a moment before the window closed is decided.
        self._lanes.finish("answers", LAST_WORDS)
        self._lanes.stopping = True
        if self._session is not None:
            self._scanning.stop(self._session)
            self._session.shutdown()
        # An export that was cut short removes its unfinished folder.
        self._lanes.finish("long", LAST_WORDS)
        with contextlib.suppress(OSError):
            self._connection.close()

    # -- answering -----------------------------------------------------------------------------------------

    def _answer(self, number: int, name: str, arguments: dict[str, Any]) -> None:
        if arguments.pop("meant", False):
            from redactor.operations.approving.taking_part import meant

            with meant():
                self._answer(number, name, arguments)
            return
        own = self._own.get(name)
        if own is not None:
            own(number, name, arguments)
        elif (at_once := answered_by(name)) is not None:
            self._answer_at_once(number, name, arguments, *at_once)
        elif name in GATE:
            self._pass_gate(number, name, arguments)
        else:
            self._work_long(number, name, arguments)

    def _answer_at_once(self, number: int, name: str, arguments: dict[str, Any], module: str, changes: bool) -> None:
        answering = import_module(f"redactor.gui.casework.answering.{module}")
        value = getattr(answering, name)(self.session, **arguments)
        if changes:
            self._moved()
        if name in ("read_language", "undo", "redo"):
            # What was chosen may make pages wait; there is nothing to do else.
            self._lanes.put(0, "read_scans")
        self._send(number, "done", value)
        if name == "marks" and not self._lanes.waits("answers"):
            self._shown.set()

    def _pass_gate(self, number: int, name: str, arguments: dict[str, Any]) -> None:
        from redactor.gui.casework.longwork import work

        if name == "submit":
            arguments["progress"] = lambda *progress: self._send(0, "looked", progress)
        self._after(number, "moved", getattr(work, name)(self.session, **arguments))

    def _work_long(self, number: int, name: str, arguments: dict[str, Any]) -> None:
        from redactor.gui.casework.longwork import work

        def cancelled() -> bool:
            return number in self._cancelled or self._lanes.stopping

        try:
            value = getattr(work, name)(self.session, self._progress(number), cancelled, **arguments)
        except RedactorError:
            # A refused export notes the pages at fault: they are things to do from now on.
            self._lanes.put(0, "moved")
            raise
        self._after(number, "relaid" if name in RELAYING else "moved", value)
        if name == "analyse":
            self._lanes.put(0, "read_scans")

    def _change_case(self, number: int, name: str, arguments: dict[str, Any]) -> None:
        self._send(number, "done", self._opened(name, arguments))
        if name in ("new_case", "open_case"):
            # After the answer: the window starts from nothing when it gets it.
            self._moved()
            self._lanes.put(0, "read_scans")

    def _tell_moved(self, number: int, name: str, arguments: dict[str, Any]) -> None:
        if self.session.case is not None:
            self.session.view.refresh()
            if name == "relaid":
                self._send(0, "laid", self._laid())
            self._moved()
        if arguments:
            asked, value = arguments["then"]
            self._send(asked, "done", value)

    def _find_again(self, number: int, name: str, arguments: dict[str, Any]) -> None:
        from redactor.gui.casework.longwork import work

        began = time.monotonic()
        work.find_again(self.session, lambda: self._lanes.stopping)
        self._scanning.found_in = time.monotonic() - began
        self._lanes.put(0, "relaid")

    def _draw(self, number: int, name: str, arguments: dict[str, Any]) -> None:
        from redactor.gui.casework.drawing.pages import draw

        draw(self.session, number, self._lanes.guarded, self._send, **arguments)

    def _show_burned(self, number: int, name: str, arguments: dict[str, Any]) -> None:
        """A page as released: the release is worked out in one lane, the page burned in another."""
        from redactor.gui.casework.drawing.preview import Released, show_burned

        session = self.session
        if session.released is None:
            session.released = Released()
        if name == "released":
            release = session.released.now(session)
            self._lanes.put(number, "burn", {"release": release, **arguments})
        else:
            show_burned(session, number, self._lanes.guarded, self._send, **arguments)

    def _after(self, number: int, name: str, value: Any) -> None:
        """Answer once the window was told what changed, so that it never takes the old for the new."""
        self._lanes.put(0, name, {"then": (number, value)})

    @property
    def session(self) -> Any:
        # Two lanes ask for it at once when the process starts; of a second one nobody would end the workers.
        with self._making:
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
            self._lanes.put(0, "relaid")

    def _moved(self) -> None:
        from redactor.gui.casework.answering.arranging import signature
        from redactor.gui.casework.answering.standing import moved

        self._turn += 1
        self._shown.clear()
        arranged = signature(self.session.view)
        if arranged != self._arranged:
            # Also after an undo: the window's list is the release's order.
            self._arranged = arranged
            self._send(0, "laid", self._laid())
        self._send(0, "moved", moved(self.session.view, self._turn))
        self._lanes.put(0, "count")

    def _laid(self) -> Laid:
        from redactor.gui.casework.answering.looking import laid

        return laid(self.session)

    def _look_over(self) -> None:
        """Read pages as they will be released until something else is asked, and count again with what was seen."""
        from redactor.gui.casework.longwork.releasable import look_over

        done = look_over(
            self.session,
            lambda *progress: self._send(0, "looked", progress),
            lambda: self._lanes.stopping or self._lanes.waits("counting"),
        )
        if done:
            self._count(residual=True)

    def _count_behind(self) -> None:
        """Count, once the page shows what was decided (or nobody asks for a page)."""
        self._shown.wait(HEAD_START)
        self._count(residual=False)

    def _count(self, residual: bool) -> None:
        from redactor.gui.casework.answering.counting import count

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
        from redactor.gui.casework.answering.arranging import signature

        self._arranged = signature(self.session.view)
        return self._laid()
