# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files that were not taken in, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from redactor.domain.saying import said_all
from redactor.gui.forms.base import Dialog
from redactor.gui.look.rows import Row, RowsView
from redactor.gui.wording.hints import without_commands
from redactor.gui.wording.language import tr

STATUS = said_all(
    {
        "refused": "Not taken in",
        "passed_over": "Passed over",
        "stopped": "Not reached",
        "litter": "No record",
        "duplicate": "Here already",
    }
)


class IntakeDialog(Dialog):
    """``results`` are what adding just now came to, or everything on record (then they know what is settled)."""

    def __init__(self, results: Sequence[Any], parent: QWidget | None = None) -> None:
        super().__init__("Files that were not taken in", parent, go="Close", width=720)
        self.back.hide()
        self.list = RowsView(tr("Files that were not taken in"))
        self.list.set_rows([_row(number, result) for number, result in enumerate(results)])
        self.list.setMinimumHeight(260)
        self.body.addWidget(self.list)
        self.note(
            "What could not be taken in stands under To do until somebody has looked at it. It stays on record. A "
            "file that is in the case already is kept once."
        )


def _row(number: int, result: Any) -> Row:
    reason = without_commands(result.problem)
    settled = getattr(result, "settled", "")
    open_ = getattr(result, "open", result.status == "refused")
    detail = tr("Looked at: {settled}. {reason}", settled=settled, reason=reason) if settled else reason
    return Row(result.file, detail, STATUS.get(result.status, result.status), "bad" if open_ else "", key=number)
