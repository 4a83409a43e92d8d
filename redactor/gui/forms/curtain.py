# SPDX-License-Identifier: AGPL-3.0-or-later
"""Open dialogs and menus while the window is locked: none shows, and what was typed is there afterwards.

The window lets the curtain down and lifts it; a `redactor.gui.forms.base.Dialog` waits behind it. What somebody was
filling in comes back for them alone: while nobody is signed in it goes on waiting, and when somebody else is it ends as
if it had been cancelled.
"""

from __future__ import annotations

from typing import Protocol, cast

from PySide6.QtCore import QEventLoop, QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget


class Waits(Protocol):
    """A dialog that can be put aside and shown again."""

    def put_aside(self) -> None: ...
    def come_back(self, said: str = "") -> None: ...
    def done(self, result: int, /) -> None: ...


class Curtain(QObject):
    lifted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.down = False
        #: Those that were open, the one on top first, each with the key of whoever was signed in ("": nobody was).
        self._behind: list[tuple[Waits, str]] = []

    def let_down(self, whose: str = "") -> None:
        """Hide every menu and dialog. What is the system's own, or only asks yes or no, is closed. ``whose``: the key
        of whoever is signed in."""
        self.down = True
        behind: list[tuple[Waits, str]] = []
        while (popup := QApplication.activePopupWidget()) is not None:
            _away(popup)
        while (modal := QApplication.activeModalWidget()) is not None:
            if hasattr(modal, "put_aside"):
                waits = cast(Waits, modal)
                behind.append((waits, whose))
                waits.put_aside()
            else:
                _away(modal)
        self._behind = behind + self._behind

    def lift(self, who: str = "", said: str = "") -> None:
        """What ``who`` is signed in ("": nobody) was filling in shows again, the one on top last; and what nobody in
        particular was, with ``said`` about it. The rest goes on waiting."""
        self.down = False
        back = [(dialog, "" if whose else said) for dialog, whose in self._behind if whose in ("", who)]
        self._behind = [(dialog, whose) for dialog, whose in self._behind if whose not in ("", who)]
        for dialog, about in reversed(back):
            dialog.come_back(about)
        self.lifted.emit()

    def drop(self, but: str = "") -> None:
        """What was put aside ends as if it had been cancelled: the case is closed; or somebody else is at the desk now,
        whose key is ``but``, and what they were filling in themselves is not among it."""
        gone = [dialog for dialog, whose in self._behind if not but or whose not in ("", but)]
        self._behind = [(dialog, whose) for dialog, whose in self._behind if but and whose in ("", but)]
        if not but:
            self.down = False
        for dialog in gone:
            dialog.done(0)
        self.lifted.emit()

    def holds(self, dialog: object = None) -> bool:
        """True while this one is behind it; without one, while any is."""
        return any(dialog in (None, each) for each, _ in self._behind)

    def wait(self, dialog: QDialog) -> None:
        """Until it may show again, or an answer that came meanwhile has ended the dialog."""
        loop = QEventLoop()

        def look() -> None:
            if not self.down and not self.holds(dialog):
                loop.quit()

        self.lifted.connect(look)
        dialog.finished.connect(loop.quit)
        loop.exec()
        self.lifted.disconnect(look)


def _away(shown: QWidget) -> None:
    shown.close()
    # One that will not be closed is hidden all the same: nobody is there to answer it.
    if shown.isVisible():
        shown.hide()


curtain = Curtain()
