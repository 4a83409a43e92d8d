# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who is at the desk, and whom the office vouches for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from redactor.gui import recent
from redactor.gui.casework.told.case import Who
from redactor.gui.forms.curtain import curtain
from redactor.gui.gate.identity import IdentityDialog
from redactor.gui.surface.surface import Surface


class Signing:
    def __init__(self, desk: Surface) -> None:
        self._desk = desk
        #: Who was signed in last, by key, whether or not they still are.
        self._last = ""

    def sign_in(self, then: Callable[[], None] | None = None) -> None:
        dialog = IdentityDialog(self._desk.client, recent.identities(), self._desk)
        dialog.signed_in.connect(self._signed_in)
        if dialog.exec() and then is not None:
            then()

    def _signed_in(self, who: Who) -> None:
        if self._last not in ("", who.key):
            # Half-typed words are theirs who typed them: nobody signs those of somebody else.
            self._desk.blank()
            curtain.drop(but=who.key)
        elif self._desk.rests_of == who.key:
            self._desk.wake()
        self._last = who.key
        self._desk.who = who
        recent.remember_identity(who.path)
        self._desk.changed.emit()
        # Once the form they signed in with has gone.
        QTimer.singleShot(0, lambda: curtain.lift(who.key) if self._desk.who is who and not curtain.down else None)

    def sign_out(self) -> None:
        self._desk.who = None
        self._desk.client.ask("sign_out")
        self._desk.changed.emit()

    def use_roster(self) -> None:
        """The office's roster: made, added to, used in the open case."""
        from redactor.gui.office.roster import RosterDialog

        RosterDialog(self._desk.client, self._desk.writable, parent=self._desk.window()).exec()

    def show_lists(self) -> None:
        """What every case of the office has in common."""
        from redactor.gui.office.lists import ListsDialog

        ListsDialog(self._desk.client, self._desk.writable, parent=self._desk.window()).exec()
