# SPDX-License-Identifier: AGPL-3.0-or-later
"""A question about people that stands below their list until it is answered or put away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from redactor.gui.casework.told.people import PersonRow


class AskingBar(QFrame):
    """``shown``: it came or went. Esc puts it away."""

    shown = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        #: Who is asked about; nobody where words are, which belong to nobody yet.
        self._people: list[PersonRow] = []

    def is_about(self, people: Iterable[PersonRow]) -> bool:
        """Whether these are among those who are asked about; who goes on to somebody else is asked no longer."""
        return not self._people or {person.id for person in people} <= {person.id for person in self._people}

    def begin(self, people: Sequence[PersonRow]) -> None:
        """It is about these from now on."""
        self._people = list(people)

    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible)
        self.shown.emit(visible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
