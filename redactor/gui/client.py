# SPDX-License-Identifier: AGPL-3.0-or-later
"""The window's line to the process that holds the case: questions out, answers in on the window's own thread."""

from __future__ import annotations

import contextlib
import threading
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from redactor.gui.wording.language import told

if TYPE_CHECKING:
    from redactor.gui.casework.shared import Held
    from redactor.gui.casework.told.case import Problem

Answer = Callable[[Any], None]
ProgressTold = Callable[[int, int, str], None]


class CaseClient(QObject):
    """Ask with :meth:`ask`; what nobody asked for comes as signals. Never blocks the event loop."""

    moved = Signal(object)
    laid = Signal(object)
    counted = Signal(object)
    #: How many scanned pages still wait to be read.
    scans = Signal(object)
    looked = Signal(object)
    #: The process ended although nobody closed it; the text says nothing of the case.
    lost = Signal()
    #: Something failed that no question waits for.
    failed = Signal(object)
    _received = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._waiting: dict[int, tuple[Answer | None, Answer | None, ProgressTold | None]] = {}
        self._closing = False
        #: The process ended although nobody closed it: there is no other, and every question is answered so.
        self._ended = False
        #: What was last refused because of what it costs (name, arguments), and to whom that was said.
        self._told_first: tuple[str, dict[str, Any], object] | None = None
        #: Asked before the process was started; sent when it is.
        self._early: list[tuple[int, str, dict[str, Any]]] = []
        self._process: Any = None
        self._connection: Any = None
        #: Came in and not yet taken, in order.
        self._arrived: deque[tuple[int, str, Any]] = deque()
        self._received.connect(self._arrive)

    @property
    def pid(self) -> int:
        return self._process.pid if self._process else 0

    def start(self) -> None:
        """Start the process; returns at once, answers come when it is up."""
        # What the process needs, and what is said to it and by it, is loaded here and not before: the window shows.
        import multiprocessing

        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        from redactor.gui.casework.process import serve

        # Not a daemon: it has worker processes of its own. It ends by itself when our end closes.
        process = context.Process(target=serve, args=(theirs,), name="redactor case")
        process.start()
        theirs.close()
        self._process, self._connection = process, ours
        early, self._early = self._early, []
        for message in early:
            self._send(message)
        threading.Thread(target=self._listen, args=(ours,), daemon=True, name="answers").start()

    def ask(
        self,
        name: str,
        /,
        done: Answer | None = None,
        failed: Answer | None = None,
        progress: ProgressTold | None = None,
        **arguments: Any,
    ) -> int:
        """Ask. ``done`` gets the answer; ``failed`` a Problem (without it, the ``failed`` signal does).

        Whoever is told that it costs their approval (TakesPart), and asks the same again at the same place, means it;
        so does ``meant=True``. Returns a number to :meth:`cancel` or :meth:`forget` it by."""
        self._number += 1
        number = self._number
        owner = self if failed is None else getattr(failed, "__self__", None)
        asked = (name, dict(arguments), owner)
        if owner is not None and asked == self._told_first:
            # Whatever the window asked in between, to show this or that, does not count.
            arguments["meant"], self._told_first = True, None

        def told_first(problem: Problem) -> None:
            if problem.kind == "TakesPart" and owner is not None:
                self._told_first = asked
            (failed or self.failed.emit)(problem)

        self._waiting[number] = (done, told_first, progress)
        self._send((number, name, arguments))
        return number

    def _send(self, message: tuple[int, str, dict[str, Any]]) -> None:
        if self._connection is None:
            self._early.append(message)
            return
        try:
            self._connection.send(message)
        except (OSError, ValueError):
            self._gone()
        if self._ended and message[0]:
            # Not at once: whoever asks may not have done with asking.
            QTimer.singleShot(0, lambda: self._take((message[0], "failed", _stopped())))

    def tell(self, name: str, /, **arguments: Any) -> None:
        """Say something that wants no answer."""
        self._send((0, name, arguments))

    def cancel(self, number: int) -> None:
        with contextlib.suppress(OSError, ValueError):
            self._connection.send((0, "cancel", {"number": number}))

    def forget(self, number: int) -> None:
        """The answer is not wanted any more."""
        self._waiting.pop(number, None)

    def close(self, wait: float = 10.0) -> None:
        """Close the case and end the process."""
        self._closing = True
        if self._connection is not None:
            with contextlib.suppress(OSError, ValueError):
                self._connection.send((0, "close", {}))
        if self._process is not None:
            self._process.join(wait)
            if self._process.is_alive():
                self._process.terminate()
                self._process.join(2)

    # -- answers -------------------------------------------------------------------------------------------

    def _listen(self, connection: Any) -> None:
        from redactor.gui.casework.told.pages import Pixels

        try:
            while True:
                message = connection.recv()
                number, kind, value = message
                if not isinstance(value, Pixels):
                    # Here, off the event loop: a list may have thousands of rows.
                    message = (number, kind, told(value))
                else:
                    message = (number, kind, (value, _image(value.held)))
                self._received.emit(message)
        except (EOFError, OSError):
            with contextlib.suppress(RuntimeError):
                self._received.emit((0, "gone", None))

    def _arrive(self, message: tuple[int, str, Any]) -> None:
        """One message a turn of the event loop: several large ones at once would hold it up for too long."""
        self._arrived.append(message)
        if len(self._arrived) == 1:
            QTimer.singleShot(0, self._take_next)

    def _take_next(self) -> None:
        if self._closing:
            # The window may be gone.
            self._arrived.clear()
            return
        message = self._arrived.popleft()
        if self._arrived:
            # Before it is taken: a dialog may open in answer, and the rest must not wait for its end.
            QTimer.singleShot(0, self._take_next)
        self._take(message)

    def _take(self, message: tuple[int, str, Any]) -> None:
        number, kind, value = message
        if number == 0:
            if kind == "gone":
                self._gone()
            elif kind == "failed":
                self.failed.emit(value)
            else:
                {
                    "moved": self.moved,
                    "laid": self.laid,
                    "counted": self.counted,
                    "scans": self.scans,
                    "looked": self.looked,
                }[kind].emit(value)
            return
        if kind == "progress":
            waiting = self._waiting.get(number)
            if waiting and waiting[2]:
                waiting[2](*value)
            return
        waiting = self._waiting.pop(number, None)
        if waiting is None:
            return
        done, failed, _ = waiting
        if kind == "done" and done:
            done(value)
        elif kind == "failed":
            if failed:
                failed(value)
            else:
                self.failed.emit(value)

    def _gone(self) -> None:
        if self._closing or self._ended:
            return
        self._ended = True
        waiting, self._waiting = self._waiting, {}
        for _, failed, _ in waiting.values():
            if failed:
                failed(_stopped())
        self.lost.emit()


def _stopped() -> Problem:
    from redactor.gui.casework.told.case import Problem

    return Problem(
        "Gone",
        "the part of Redactor that keeps the case has stopped",
        do="Everything you decided is kept. Close Redactor, start it again and open the case",
    )


def _image(held: Held) -> QImage:
    """The page as an image of its own, made off the event loop; null when the pixels are gone."""
    from redactor.gui.casework.shared import taken

    with contextlib.suppress(FileNotFoundError), taken(held) as pixels:
        shared = QImage(pixels, held.width, held.height, held.stride, QImage.Format.Format_RGB888)
        image = shared.convertToFormat(QImage.Format.Format_RGB32)
        del shared
        return image
    return QImage()
