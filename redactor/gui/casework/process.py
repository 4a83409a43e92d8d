# SPDX-License-Identifier: AGPL-3.0-or-later
"""The process that holds the case: takes the window's questions from a pipe and answers them.

Five lanes, so that nothing quick waits for anything long: answers and decisions, in order; drawing; working the
whole case out; long work (taking in, analysis, export); reading scans. A message from the window is (number, name,
arguments), an answer (number, "done" | "failed" | "progress", value); what nobody asked for comes as (0, name, value).
The window's end of the pipe closing ends the process, so a killed window leaves nothing behind.
"""

from __future__ import annotations

import contextlib
import getpass
import os
import queue
import sys
import threading
import time
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from redactor.domain.errors import RedactorError
from redactor.domain.geometry import Box
from redactor.gui.casework.messages import Laid, PageKey, Pixels, Problem
from redactor.gui.casework.scanning import Scanning

#: Seconds without a decision after which the sweep for what could still be read runs.
QUIET = 0.6
#: How much lower than the window's the priority of long work is.
NICE = 8


def serve(connection: Connection) -> None:
    """Answer until the window closes its end."""
    CaseProcess(connection).run()


class CaseProcess:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._sending = threading.Lock()
        self._lanes: dict[str, queue.SimpleQueue[Any]] = {name: queue.SimpleQueue() for name in _LANES}
        self._cancelled: set[int] = set()
        self._stopping = False
        self._turn = 0
        self._session: Any = None
        self._arranged: object = None
        self._scanning = Scanning(
            lambda scans: self._send(0, "scans", scans),
            lambda: self._lanes["answers"].put((0, "relaid", {})),
            lambda: self._lanes["long"].put((0, "find_again", {})),
        )

    def run(self) -> None:
        for name in _LANES:
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
                    self._lanes[_lane_of(name)].put((number, name, arguments))
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

    def _guarded(self, number: int, name: str, work: Callable[[], None]) -> None:
        try:
            work()
        except RedactorError as error:
            kind = type(error).__name__
            self._send(number, "failed", Problem(kind, error.what, error.where, error.do))
        except Exception as error:
            if self._stopping:
                return
            # Where it happened, but no values: those may be words of the case.
            print(f"redactor: {name} failed: {type(error).__name__}", file=sys.stderr)
            for frame in traceback.extract_tb(error.__traceback__):
                print(f"  {frame.filename}:{frame.lineno} {frame.name}", file=sys.stderr)
            problem = Problem(
                "Unexpected",
                f"something in Redactor went wrong ({type(error).__name__})",
                do="What you decided is kept. Close the case and open it again; if it happens again, tell your office",
            )
            self._send(number, "failed", problem)

    def _send(self, number: int, name: str, value: Any) -> None:
        with self._sending, contextlib.suppress(OSError, ValueError):
            self._connection.send((number, name, value))

    # -- answering -----------------------------------------------------------------------------------------

    def _answer(self, number: int, name: str, arguments: dict[str, Any]) -> None:
        from redactor.gui.casework import arranging, deciding, evidence, longwork, looking

        if name in ("new_case", "open_case", "close_case", "unlock", "warm"):
            self._send(number, "done", getattr(self, f"_{name}")(**arguments))
            if name in ("new_case", "open_case"):
                # After the answer: the window starts from nothing when it gets it.
                self._moved()
                self._lanes["scans"].put((0, "read_scans", {}))
            return
        session = self.session
        if name in _LOOKING:
            value = getattr(looking, name)(session, **arguments)
        elif name in _GIVEN:
            from redactor.gui.casework import given

            value = getattr(given, name)(session, **arguments)
        elif name in _EVIDENCE_LOOKING:
            value = getattr(evidence, name)(session, **arguments)
        elif name == "laid":
            value = self._laid()
        elif name == "draw":
            self._draw(number, **arguments)
            return
        elif name in _DECIDING:
            value = getattr(deciding, name)(session, **arguments)
            self._moved()
        elif name in _ARRANGING or name == "copy_place":
            value = getattr(arranging, name)(session, **arguments)
            if name in _ARRANGING:
                self._moved()
        elif name in _EVIDENCE_DECIDING:
            value = getattr(evidence, name)(session, **arguments)
            self._moved()
        elif name in _GATE:
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
        elif name in _SIGNING:
            value = getattr(deciding, name)(session, **arguments)
        elif name == "preview":
            from redactor.gui.casework.preview import burned_page

            value = burned_page(session, **arguments)
        else:
            value = getattr(longwork, name)(
                session, self._progress(number), lambda: number in self._cancelled or self._stopping, **arguments
            )
            self._after(number, "relaid" if name in ("add", "analyse") else "moved", value)
            if name == "analyse":
                self._lanes["scans"].put((0, "read_scans", {}))
            return
        self._send(number, "done", value)

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
        """Pages become readable as they come in; the window is told now and then."""
        if done == total or done % 64 == 0:
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

    def _count(self, residual: bool) -> None:
        from redactor.gui.casework.looking import count

        if self.session.case is None:
            return
        turn = self._turn
        executor = self.session.working() if residual else None
        self._send(0, "counted", count(self.session, executor, turn, residual=residual))

    # -- opening -------------------------------------------------------------------------------------------

    def _warm(self) -> None:
        """Load what opening a case needs, and start the process that draws, while the start page is read."""
        from redactor.bundle import tasks as reading
        from redactor.gui.casework import deciding, looking

        assert deciding and looking
        self.session.drawing().submit(reading.draw_page, _BLANK, "", 1, 0.1).result()

    def _new_case(self, path: str, passphrase: str, **facts: Any) -> Laid:
        from redactor.operations.case import new_case

        recovery, roster = facts.pop("recovery", ""), facts.pop("roster", "")
        case = new_case(
            Path(path),
            passphrase,
            recovery=Path(recovery) if recovery else None,
            roster=Path(roster) if roster else None,
            signer=self.session.identity,
            **facts,
        )
        return self._opened(case)

    def _open_case(self, path: str, passphrase: str = "", recovery: str = "") -> Laid:
        from redactor.casefile.store import CaseFile

        user = self.session.identity.name if self.session.identity else _login_name()
        case = CaseFile.open(Path(path), passphrase, recovery=Path(recovery) if recovery else None, user=user)
        return self._opened(case)

    def _unlock(self, passphrase: str) -> bool:
        """Whether this is the passphrase of the open case."""
        return bool(self.session.open_case.opens_with(passphrase))

    def _opened(self, case: Any) -> Laid:
        self._scanning.stop(self.session)
        self.session.start(case)
        return self._laid()

    def _close_case(self) -> None:
        self._scanning.stop(self.session)
        self.session.stop()

    # -- drawing -------------------------------------------------------------------------------------------

    def _draw(self, number: int, key: PageKey, scale: float, clip: Box | None = None) -> None:
        from redactor.bundle import tasks as reading

        session = self.session
        document = session.view.documents[key[0]]
        data, inside = session.part(*key)
        future = session.drawing().submit(reading.draw_page, data, document.password, inside, scale, clip)

        def drawn(future: Any) -> None:
            def send() -> None:
                pixels = future.result()
                self._send(
                    number,
                    "done",
                    Pixels(key, scale, clip, pixels.width, pixels.height, pixels.stride, pixels.data),
                )

            self._guarded(number, "draw", send)

        future.add_done_callback(drawn)


def _lower_priority() -> None:
    """Long work and the processes it starts give way to the window. Only where threads have priorities of their own."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICE)


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"


_LANES = ("answers", "drawing", "counting", "long", "scans")
_LOOKING = frozenset({"marks", "words", "find", "mentions_of", "changes", "standing_fields", "grounds", "reasons"})
_DECIDING = frozenset(
    {
        "accept",
        "amend",
        "decide_mentions",
        "decide_person",
        "mark_cue",
        "mark_harm",
        "merge",
        "redact",
        "redact_everywhere",
        "redo",
        "rename",
        "roster",
        "settle",
        "split",
        "undo",
        "withhold",
    }
)
#: Answered by the module of the evidence: what changes the case, and what only looks.
_EVIDENCE_DECIDING = frozenset({"wording", "request", "consent", "classes", "ask_opinion", "opinion", "looks"})
_EVIDENCE_LOOKING = frozenset({"request_now", "consent_of", "consent_letter", "opinions_now", "looks_now"})
_GIVEN = frozenset({"given", "save_source"})
#: Answered by the module of the documents as a whole.
_ARRANGING = frozenset(
    {
        "arrange_by",
        "confirm_documents",
        "describe_documents",
        "leave_out",
        "move_documents",
        "put_back",
        "replace_document",
        "split_document",
    }
)
_SIGNING = frozenset({"sign_in", "make_identity", "sign_out"})
_GATE = frozenset({"submit", "approve", "send_back", "sample_now", "sample_read"})
_LONG = frozenset({"add", "analyse", "export", "verify", "check"})


def _lane_of(name: str) -> str:
    if name in ("draw", "warm"):
        return "drawing"
    if name in _GATE or name in ("count", "preview"):
        return "counting"
    return "long" if name in _LONG else "answers"


#: The smallest page there is, drawn once so that the drawing process is up.
_BLANK = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)
