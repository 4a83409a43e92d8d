# SPDX-License-Identifier: AGPL-3.0-or-later
"""The passphrase of a case."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from redactor.gui.casework.told.case import Problem
from redactor.gui.client import CaseClient
from redactor.gui.forms.base import Dialog
from redactor.gui.look.parts import button
from redactor.gui.wording.language import tr


class PassphraseDialog(Dialog):
    """Opens the case itself, and stays with the reason when that fails. ``opened`` brings the Laid answer."""

    opened = Signal(object)

    def __init__(self, client: CaseClient, path: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("Open {name}", name=Path(path).name), parent, go="Open", width=540)
        self._client, self._path = client, path
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(tr("Passphrase of the case"))
        self.form().addRow(tr("Passphrase of the case"), self.field)
        recovery = button("Use the office's recovery key…", self._recovery)
        recovery.setAutoDefault(False)
        self.feet.insertWidget(0, recovery)

    def try_accept(self) -> None:
        self._open(passphrase=self.field.text())

    def _recovery(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("The office's recovery key"))
        if path:
            self._open(recovery=path)

    def _open(self, passphrase: str = "", recovery: str = "") -> None:
        self.busy()
        self._client.ask(
            "open_case", self._done, self._refused, path=self._path, passphrase=passphrase, recovery=recovery
        )

    def _refused(self, problem: Problem) -> None:
        self.refused(problem)
        self.field.selectAll()
        self.field.setFocus()

    def _done(self, laid: object) -> None:
        self.opened.emit(laid)
        self.accept()
