# SPDX-License-Identifier: AGPL-3.0-or-later
"""Python's garbage is collected on the window's own thread, a little at a time.

Left to itself the collector runs on whichever thread comes along: on the one that takes the case's answers it would
destroy Qt objects that belong to the window's thread. And to look through a large case's rows stops the event loop for
some fifty milliseconds; so that comes only while nothing is being done.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

#: Milliseconds between looks; seconds without input after which a full collection is in nobody's way.
LOOK, IDLE = 1500, 20.0
#: More new objects than this are rows of a case that came in: set aside until nothing is being done.
ROWS = 5000
#: After so many small collections comes one of all that those have left (Python's own number is 10): each may leave
#: thousands, and to look through fifty thousand took twenty milliseconds.
FEW = 2


class Tidying(QObject):
    """Make one, keep it; :meth:`stop` gives the collector back."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._thresholds = gc.get_threshold()
        self._input = time.monotonic()
        self._full = time.monotonic()
        app.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK)
        gc.disable()

    def stop(self) -> None:
        self._timer.stop()
        self._app.removeEventFilter(self)
        gc.enable()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._input = time.monotonic()
        return False

    def _look(self) -> None:
        counts = gc.get_count()
        now = time.monotonic()
        if now - self._input > IDLE and self._input > self._full:
            self._full = now
            gc.unfreeze()
            gc.collect()
            gc.freeze()
        elif counts[0] > ROWS:
            gc.freeze()
        elif counts[1] > FEW:
            gc.collect(1)
        elif counts[0] > self._thresholds[0]:
            gc.collect(0)


_INPUT = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.Wheel, QEvent.Type.Drop, QEvent.Type.MouseMove}
)
