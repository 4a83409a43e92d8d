# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reasons half typed below the lists when the window locks: theirs who typed them, and nobody else's to go on with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtWidgets import QLineEdit


class Asks(Protocol):
    """A panel with a line for a reason."""

    def half_typed(self) -> tuple[QLineEdit, frozenset[str]]: ...


class HalfTyped:
    def __init__(self, *panels: Asks) -> None:
        self._panels: Sequence[Asks] = panels
        #: Each line with what it was about, and the words.
        self._resting: list[tuple[Asks, frozenset[str], str]] = []

    def rest(self) -> bool:
        """Whoever typed was signed out: their words stand nowhere until :meth:`wake`. True if there are any."""
        for panel in self._panels:
            line, about = panel.half_typed()
            if text := line.text():
                self._resting.append((panel, about, text))
                line.clear()
        return bool(self._resting)

    def wake(self) -> None:
        """They are signed in again: each stands where it stood, if what it was about is still chosen there."""
        resting, self._resting = self._resting, []
        for panel, about, text in resting:
            line, now = panel.half_typed()
            if about == now and not line.text():
                line.setText(text)

    def forget(self) -> None:
        self._resting.clear()
