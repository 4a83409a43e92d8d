# SPDX-License-Identifier: AGPL-3.0-or-later
"""Open dialogs and menus while the window is locked: none shows, and what was typed is there afterwards.

The window lets the curtain down and lifts it; a `redactor.gui.forms.base.Dialog` waits behind it.
"""

from __future__ import annotations

from typing import Protocol, cast

from PySide6.QtCore import QEventLoop, QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget


class Waits(Protocol):
    """A dialog that can be put aside and shown again."""

    def put_aside(self) -> None: ...
    def come_back(self) -> None: ...
    def done(self, result: int, /) -> None: ...


class Curtain(QObject):
    lifted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.down = False
        #: Those that were open, the one on top first.
        self._behind: list[Waits] = []

    def let_down(self) -> None:
        """Hide every menu and dialog. What is the system's own, or only asks yes or no, is closed."""
        self.down = True
        while (popup := QApplication.activePopupWidget()) is not None:
            _away(popup)
        while (modal := QApplication.activeModalWidget()) is not None:
            if hasattr(modal, "put_aside"):
                waits = cast(Waits, modal)
                self._behind.append(waits)
                waits.put_aside()
            else:
                _away(modal)

    def lift(self) -> None:
        """Those put aside show again, the one on top last."""
        self.down = False
        behind, self._behind = self._behind, []
        for dialog in reversed(behind):
            dialog.come_back()
        self.lifted.emit()

    def drop(self) -> None:
        """The case is closed: what was put aside ends as if it had been cancelled."""
        self.down = False
        behind, self._behind = self._behind, []
        for dialog in behind:
            dialog.done(0)
        self.lifted.emit()

    def wait(self, dialog: QDialog) -> None:
        """Until it is lifted, or an answer that came meanwhile has ended the dialog."""
        loop = QEventLoop()
        self.lifted.connect(loop.quit)
        dialog.finished.connect(loop.quit)
        loop.exec()


def _away(shown: QWidget) -> None:
    shown.close()
    # One that will not be closed is hidden all the same: nobody is there to answer it.
    if shown.isVisible():
        shown.hide()


curtain = Curtain()
