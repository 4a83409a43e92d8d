# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files that were not taken in, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from redactor.gui import words
from redactor.gui.dialogs.base import Dialog
from redactor.gui.panels.rows import Row, RowsView

STATUS = {"refused": "Not taken in", "passed_over": "Passed over", "duplicate": "Here already"}


class IntakeDialog(Dialog):
    def __init__(self, results: Sequence[Any], parent: QWidget | None = None) -> None:
        super().__init__("Files that were not taken in", parent, go="Close", width=620)
        self.back.hide()
        self.list = RowsView("Files that were not taken in")
        self.list.set_rows(
            [
                Row(r.file, words.without_commands(r.problem), STATUS.get(r.status, r.status),
                    "bad" if r.status == "refused" else "", key=n)
                for n, r in enumerate(results)
            ]
        )  # fmt: skip
        self.list.setMinimumHeight(240)
        self.body.addWidget(self.list)
