# SPDX-License-Identifier: AGPL-3.0-or-later
"""The evidence of the open case from the window: wording, request and clock, consents, opinions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from redactor.gui.desk import Desk


class EvidenceWork:
    """Carries out what the Evidence menu offers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def use_wording(self) -> None:
        """A file with the council's own wording of the reasons."""
        path, _ = QFileDialog.getOpenFileName(
            self._desk, "The council's wording", "", "Wording (*.toml);;All files (*)"
        )
        if path:
            self._desk.decisions.decide("wording", path=path)
            self._desk.client.ask("reasons", self._desk.reason.set_reasons, lambda problem: None)
