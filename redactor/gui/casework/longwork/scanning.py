# SPDX-License-Identifier: AGPL-3.0-or-later
"""Scans read behind the review: a lane of its own in the case process, with worker processes of its own.

It starts whenever the case holds pages that wait for OCR, goes where the window looks, and hands what it read to
the finder now and then: seldom enough that finding takes a tenth of the time at most.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from redactor.domain.errors import Cancelled
from redactor.domain.pages import PageStatus
from redactor.gui.casework.told.case import Scans
from redactor.gui.casework.told.pages import PageKey

if TYPE_CHECKING:
    from redactor.casefile.store import CaseFile
    from redactor.gui.casework.session import Session

#: Seconds between two tellings of the window that pages have become readable; the page in view is told at once.
_TELL = 5.0
#: Seconds of reading between two searches for people, and how many times as long as the last search took.
_FIND, _TIMES = 60.0, 10.0


class Scanning:
    """``send`` tells the window how far it is, ``relaid`` that pages are readable, ``find`` asks for the finder."""

    def __init__(self, send: Callable[[Scans], None], relaid: Callable[[], None], find: Callable[[], None]) -> None:
        self._send, self._relaid, self._find = send, relaid, find
        self.looked_at: PageKey | None = None
        #: How long the last search for people took, in seconds.
        self.found_in = 0.0
        self._stop = threading.Event()
        self._idle = threading.Event()
        self._idle.set()

    def run(self, session: Session) -> None:
        """Read what waits, if anything; returns when all is read or :meth:`stop` was called."""
        from redactor.operations.intake.scans import read_scans, waiting_scans

        case = session.case
        if case is None or case.read_only:
            return
        self._stop.clear()
        self._idle.clear()
        told = found = time.monotonic()

        def read(key: PageKey, waiting: int, left: float | None) -> None:
            nonlocal told, found
            now = time.monotonic()
            self._send(Scans(waiting, left))
            if not waiting or key == self.looked_at or now - told > _TELL:
                told = now
                self._relaid()
            if not waiting or now - found > max(_FIND, _TIMES * self.found_in):
                found = now
                self._find()

        try:
            waiting = len(waiting_scans(case))
            if not waiting and _unseen(case):
                self._find()
            if waiting:
                self._send(Scans(waiting, None))
                pool, at_once = session.scanning()
                read_scans(
                    case,
                    pool,
                    in_flight=at_once,
                    cancelled=lambda: self._stop.is_set() or session.case is not case,
                    looked_at=lambda: self.looked_at,
                    read=read,
                )
        except Cancelled:
            pass
        except ValueError:
            # The case was closed under it.
            if session.case is case:
                raise
        finally:
            self._idle.set()

    def stop(self, session: Session) -> None:
        """Stop reading and wait until it has stopped; the pages in work are read again next time."""
        self._stop.set()
        if not self._idle.is_set():
            session.scanning()[0].cancel_all()
            self._idle.wait(10)
        self.looked_at = None


def _unseen(case: CaseFile) -> bool:
    """Whether everything was read but the finder has not seen all of it: the program was stopped in between."""
    pending = any(state.status is PageStatus.PENDING for state in case.page_states())
    return not pending and set(case.get("analysed", [])) != {document.sha256 for document in case.documents()}
