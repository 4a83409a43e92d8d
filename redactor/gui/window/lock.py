# SPDX-License-Identifier: AGPL-3.0-or-later
"""The locked window: nothing of the case shows until its passphrase is given; by hand, or after a time untouched."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from redactor.gui import recent
from redactor.gui.casework.told.case import Problem
from redactor.gui.client import CaseClient
from redactor.gui.look.parts import button, label, problem_words, row
from redactor.gui.wording.language import tr

#: Milliseconds between looks at the clock.
LOOK = 5_000
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class LockScreen(QWidget):
    """No name, no reference, no page: only where to give the passphrase."""

    #: Whether whoever was signed in still is: by their own passphrase, not by the one of the case.
    unlocked = Signal(bool)
    close_wanted = Signal()

    def __init__(self, client: CaseClient, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._signed_in = False
        column = QVBoxLayout(self)
        column.addStretch(1)
        inner = QWidget()
        # Of one width: then what wraps in it gets the height that goes with it.
        inner.setFixedWidth(420)
        middle = QVBoxLayout(inner)
        middle.setSpacing(12)
        middle.addWidget(label("Redactor is locked", "heading", wrap=True))
        self.says = label("", "faint", wrap=True)
        middle.addWidget(self.says)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.returnPressed.connect(self.try_unlock)
        middle.addWidget(self.field)
        self.error = label("", "bad", wrap=True)
        self.error.hide()
        middle.addWidget(self.error)
        self.go = button("Unlock", self.try_unlock, main=True)
        self.away = button("Close the case", self.close_wanted.emit)
        middle.addLayout(row(self.away, 0, self.go))
        column.addLayout(row(0, inner, 0))
        column.addStretch(2)

    def start(self, signed_in: bool = False) -> None:
        """``signed_in``: somebody is, and stays so by their own passphrase only."""
        self._signed_in = signed_in
        if signed_in:
            self.says.setText(
                tr(
                    "Everything you decided is kept. Give your own passphrase, the one you signed in with, to go on as "
                    "before; or the passphrase of the open case to go on signed out."
                )
            )
        else:
            self.says.setText(tr("Everything you decided is kept. Give the passphrase of the open case to go on."))
        name = tr("Your own passphrase, or that of the case") if signed_in else tr("Passphrase of the case")
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(name)
        self.field.clear()
        self.error.hide()
        self.go.setEnabled(True)
        QTimer.singleShot(0, self.field.setFocus)

    def try_unlock(self) -> None:
        if not self.go.isEnabled():
            return
        self.go.setEnabled(False)
        self._client.ask("unlock", self._answered, self._refused, passphrase=self.field.text())

    def _answered(self, whose: str) -> None:
        self.go.setEnabled(True)
        self.field.clear()
        if whose:
            self.error.hide()
            self.unlocked.emit(whose == "own")
        elif self._signed_in:
            self._say(tr("This is neither your passphrase nor that of the open case. Try again, or close the case."))
        else:
            self._say(tr("This is not the passphrase of the open case. Try again, or close the case."))

    def _refused(self, problem: Problem) -> None:
        self.go.setEnabled(True)
        self._say(tr("Type the passphrase first.") if not self.field.text() else problem_words(problem))

    def _say(self, text: str) -> None:
        self.error.setText(text)
        self.error.show()
        self.field.setFocus()


class Idle(QObject):
    """Calls ``lock`` when no window of ours was touched for as long as the preferences say.

    Only what reaches a window from outside is looked at: a filter on every event would cost the event loop dearly.
    """

    def __init__(self, parent: QObject, lock: Callable[[], object]) -> None:
        super().__init__(parent)
        self._lock = lock
        self._touched = time.monotonic()
        self._watched: set[int] = set()
        QGuiApplication.instance().focusWindowChanged.connect(self._watch)
        self._watch(QGuiApplication.focusWindow())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK)

    def touched(self) -> None:
        self._touched = time.monotonic()

    def look(self, now: float | None = None) -> None:
        """Lock if it is time. ``now``: seconds of the monotonic clock."""
        after = recent.lock_after()
        if after and (time.monotonic() if now is None else now) - self._touched >= after * 60:
            self._lock()

    def _watch(self, window: QWindow | None) -> None:
        # Coming back to the window is a touch too.
        self.touched()
        if window is not None and id(window) not in self._watched:
            self._watched.add(id(window))
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touched()
        return False
