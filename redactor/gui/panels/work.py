# SPDX-License-Identifier: AGPL-3.0-or-later
"""Long work, in one place: what is being done, how far, how much longer, and a way to stop it."""

from __future__ import annotations

import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from redactor.gui.look.one_line import ElidedLabel
from redactor.gui.look.parts import button, label
from redactor.gui.wording import words
from redactor.gui.wording.language import tr


class WorkStrip(QFrame):
    """``stopped``: somebody wants the work stopped."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = ElidedLabel()
        self._left = label("", "faint")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Progress"))
        self._stop = button("Stop", self.stopped.emit, tight=True, tip="What is done so far is kept")
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 6, 10, 6)
        line.setSpacing(12)
        line.addWidget(self._what, 2)
        line.addWidget(self._bar, 1)
        line.addWidget(self._left)
        line.addWidget(self._stop)
        self._stage, self._began, self._from = "", 0.0, 0
        self.hide()

    def begin(self, what: str) -> None:
        self._stage, self._began, self._from = "", time.monotonic(), 0
        self._what.setText(f"{what}…")
        self._left.setText("")
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        self.show()

    def tell(self, done: int, total: int, what: str) -> None:
        stage = what.split(":")[0].split(" ")[0]
        if stage != self._stage:
            self._stage, self._began, self._from = stage, time.monotonic(), done
        self._what.setText(words.short(what, 52))
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if not total:
            self._left.setText("")
            return
        passed, made = time.monotonic() - self._began, done - self._from
        if passed > 2 and made > 0 and done < total:
            rest = words.span_of_time(passed / made * (total - done))
            self._left.setText(tr("{done:,} of {total:,}, {rest} left", done=done, total=total, rest=rest))
        else:
            self._left.setText(tr("{done:,} of {total:,}", done=done, total=total))

    def stopping(self) -> None:
        self._what.setText(tr("Stopping…"))
        self._stop.setEnabled(False)

    def end(self) -> None:
        self.hide()
