# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was put on record for the last passage, for the next one: often it is the same harm to the same person."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy

from redactor.gui.wording.language import tr


class AsLast(QPushButton):
    """``wanted`` (reason code, fields); hidden while there is nothing to take over."""

    wanted = Signal(str, dict)

    def __init__(self) -> None:
        super().__init__(tr("The same as for the last passage"))
        self.setToolTip(
            tr("Fills in what was put on record for it. Read it through: it has to be true of this one too.")
        )
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._last: tuple[str, dict[str, str]] = ("", {})
        self.clicked.connect(lambda: self.wanted.emit(*self._last))
        self.hide()

    def offer(self, reason: str, fields: Mapping[str, str]) -> None:
        """``reason`` "" takes the offer back."""
        self._last = (reason, dict(fields))
        self.setVisible(bool(reason and fields))
