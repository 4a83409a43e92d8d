# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the dialogs about an office's files share: they stay open, and Enter in a line never closes them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from redactor.domain.saying import say
from redactor.gui.client import CaseClient
from redactor.gui.forms.base import Dialog
from redactor.gui.look.parts import button, label, row
from redactor.gui.wording.language import tr

IDENTITIES = say("Identity files (*.identity);;All files (*)")


class OfficeDialog(Dialog):
    loses = False

    def __init__(self, title: str, client: CaseClient, parent: QWidget | None = None) -> None:
        super().__init__(title, parent, go="Close", width=620)
        self._client = client
        self.back.hide()
        self.go.setDefault(False)
        self.go.setAutoDefault(False)
        #: What was done last, and what the file is.
        self.told = label("", "good", wrap=True)

    def ask(self, question: str, done: Callable[[Any], object], **arguments: Any) -> None:
        """A question about the file; what is wrong with the answer stands in the dialog."""
        self.busy()
        self.told.clear()

        def answered(answer: Any) -> None:
            self.busy(False)
            done(answer)

        self._client.ask(question, answered, self.refused, **arguments)

    def act(self, text: str, does: Callable[[], object], tip: str = "") -> QPushButton:
        """A button that Enter elsewhere does not press."""
        made = button(text, does, tip=tip)
        made.setAutoDefault(False)
        return made

    def file(
        self, name: str, pattern: str, chosen: Callable[[], object] | None = None
    ) -> tuple[QLineEdit, QHBoxLayout]:
        """A line for a file's path, and that line beside a button to choose it."""
        field = QLineEdit()
        field.setAccessibleName(tr(name))

        def choose() -> None:
            path, _ = QFileDialog.getOpenFileName(self, tr(name), field.text(), tr(pattern))
            if path:
                field.setText(path)
                if chosen is not None:
                    chosen()

        made = self.act(say("Choose…"), choose)
        made.setAccessibleName(tr("Choose: {name}", name=tr(name)))
        both = row(field, made)
        both.setStretch(0, 1)
        return field, both
