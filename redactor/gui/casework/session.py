# SPDX-License-Identifier: AGPL-3.0-or-later
"""The open case with what is kept beside it: views, identity, worker processes."""

from __future__ import annotations

import os
import threading
from collections import OrderedDict
from typing import Any

from redactor.casefile.identity import Identity
from redactor.casefile.store import CaseFile
from redactor.operations.approving.taking_part import asks_first
from redactor.operations.deciding.accepting import Ready
from redactor.operations.view import CaseView
from redactor.review.todo_items import TodoItem
from redactor.workers.pool import Pool

#: Bytes of source parts kept for drawing: scrolling back and forth over a part reads the case once.
PART_BYTES = 64 * 1024 * 1024


class Session:
    """One opening of a case. Two views on it: one answers at once, the other works everything out behind."""

    def __init__(self) -> None:
        self.case: CaseFile | None = None
        self.identity: Identity | None = None
        self.identity_path = ""
        self.items: dict[str, TodoItem] = {}
        self.residual: list[TodoItem] = []
        self.widths = ""
        #: Accepting all that is proposed, worked out when the case was last counted.
        self.ready: Ready | None = None
        self._view: CaseView | None = None
        self._counting: CaseView | None = None
        self._parts: OrderedDict[tuple[str, int], tuple[bytes, int]] = OrderedDict()
        self._drawing: Pool | None = None
        self._working: Pool | None = None
        self._scanning: Pool | None = None
        self._burning: Pool | None = None
        self.released: Any = None
        self._ended = False
        self._lock = threading.Lock()

    def start(self, case: CaseFile) -> None:
        self.stop()
        self.case = case
        case.before_signing = asks_first(case)
        self._view = CaseView(case)

    def stop(self) -> None:
        """Close the case, if one is open. It is no longer the open one before it is closed: what another lane still
        does with it fails, and can tell that nobody is to be troubled with that."""
        case, self.case = self.case, None
        self._view = self._counting = self.released = self.ready = None
        if case is not None:
            case.close()
        self.items, self.residual, self.widths = {}, [], ""
        with self._lock:
            self._parts.clear()

    @property
    def open_case(self) -> CaseFile:
        assert self.case is not None, "no case is open"
        return self.case

    @property
    def view(self) -> CaseView:
        """The view for answers and decisions; used by one thread only."""
        assert self._view is not None, "no case is open"
        return self._view

    @property
    def counting(self) -> CaseView:
        """The view for working everything out; used by one other thread only, brought up to date here."""
        if self._counting is None:
            self._counting = CaseView(self.open_case, beside=self._view)
            return self._counting
        return self._counting.refresh()

    @property
    def counting_now(self) -> CaseView:
        """The same view as it is, for what lies in the case file and not in decisions: from any thread."""
        assert self._counting is not None, "nothing was counted"
        return self._counting

    # -- worker processes --------------------------------------------------------------------------------

    def drawing(self) -> Pool:
        """The process that draws pages: one of its own, so that no analysis stands in its way."""
        with self._lock:
            if self._drawing is None:
                self._drawing = self._new(slots=1, nice=0)
            return self._drawing

    def working(self) -> Pool:
        """The processes for analysis, sweep and export; made when first needed."""
        with self._lock:
            if self._working is None:
                self._working = self._new(slots=max((os.cpu_count() or 2) - 1, 1))
            return self._working

    def burning(self) -> Pool:
        """The process that burns pages to be looked at; made when first needed."""
        with self._lock:
            if self._burning is None:
                self._burning = self._new(slots=1, nice=2)
            return self._burning

    def scanning(self) -> tuple[Pool, int]:
        """The processes that read scans behind everything else, and how many they are; made when first needed."""
        at_once = max((os.cpu_count() or 2) - 1, 1)
        with self._lock:
            if self._scanning is None:
                self._scanning = self._new(slots=at_once, nice=10)
            return self._scanning, at_once

    def _new(self, slots: int, nice: int = 5) -> Pool:
        """RuntimeError after :meth:`shutdown`: nobody would end these workers."""
        if self._ended:
            raise RuntimeError
        return Pool(slots=slots, nice=nice)

    def shutdown(self) -> None:
        """Close the case and end every worker; none can be started afterwards."""
        self.stop()
        with self._lock:
            self._ended = True
        for pool in (self._drawing, self._working, self._scanning, self._burning):
            if pool is not None:
                pool.cancel_all()
                pool.shutdown(cancel_futures=True)

    # -- sources -----------------------------------------------------------------------------------------

    def part(self, document: str, page: int) -> tuple[bytes, int]:
        """The file (or part of it) that holds a page, and the page's number in it."""
        key = (document, page)
        with self._lock:
            if key in self._parts:
                self._parts.move_to_end(key)
                return self._parts[key]
        data, inside = self.open_case.part(document, page)
        with self._lock:
            # Pages of one part share its bytes, so that the count below is of parts, not of pages.
            shared = next((d for d, _ in self._parts.values() if len(d) == len(data) and d == data), data)
            self._parts[key] = (shared, inside)
            while len(self._parts) > 1 and self._kept_bytes() > PART_BYTES:
                self._parts.popitem(last=False)
        return shared, inside

    def _kept_bytes(self) -> int:
        return sum({id(data): len(data) for data, _ in self._parts.values()}.values())
