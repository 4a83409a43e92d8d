# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who is at the desk: sign in with an identity file, or make one."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFormLayout, QLineEdit, QTabWidget, QWidget

from redactor.gui.casework.told.case import Who
from redactor.gui.client import CaseClient
from redactor.gui.forms.base import Dialog
from redactor.gui.look.parts import Choice, button, row
from redactor.gui.office.part import IDENTITIES
from redactor.gui.wording.language import tr


class IdentityDialog(Dialog):
    """``signed_in`` brings a Who."""

    signed_in = Signal(object)

    def __init__(self, client: CaseClient, known: list[str], parent: QWidget | None = None) -> None:
        super().__init__("Sign in", parent, go="Sign in", width=500)
        self._client = client
        self.note(
            "Decisions are signed with your identity. The person who approves a case is never one who decided in it."
        )
        self.tabs = QTabWidget()
        self.body.addWidget(self.tabs)
        sign, make = QWidget(), QWidget()
        self.tabs.addTab(sign, tr("I have an identity"))
        self.tabs.addTab(make, tr("Make a new one"))
        self.tabs.currentChanged.connect(lambda n: self.go.setText(tr("Make identity and sign in" if n else "Sign in")))
        self._sign_form(sign, known)
        self._make_form(make)
        if not known:
            # Who was never signed in on this computer has to make one first, most likely.
            self.tabs.setCurrentIndex(1)
            self.name.setFocus()

    def _sign_form(self, page: QWidget, known: list[str]) -> None:
        self.file = Choice("Identity file")
        self.file.setEditable(True)
        self.file.addItems(known)
        self.passphrase = _secret(tr("Passphrase of the identity"))
        choose = button("Choose…", self._choose)
        choose.setAutoDefault(False)
        form = _form(page)
        line = row(self.file, choose)
        line.setStretch(0, 1)
        form.addRow(tr("Identity file"), line)
        form.addRow(tr("Its passphrase"), self.passphrase)
        if known:
            self.passphrase.setFocus()

    def _make_form(self, page: QWidget) -> None:
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Your name"))
        self.role = Choice("Your role")
        self.role.addItem(tr("Caseworker: decides and submits"), "caseworker")
        self.role.addItem(tr("Team lead: approves or returns"), "team-lead")
        self.first, self.second = _secret(tr("A passphrase for the identity")), _secret(tr("The same passphrase again"))
        self.where = QLineEdit(str(Path.home()))
        self.where.setAccessibleName(tr("Folder to keep the identity in"))
        form = _form(page)
        form.addRow(tr("Your name"), self.name)
        form.addRow(tr("Your role"), self.role)
        form.addRow(tr("A passphrase for it"), self.first)
        form.addRow(tr("The same again"), self.second)
        form.addRow(tr("Kept in the folder"), self.where)

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Identity file"), "", tr(IDENTITIES))
        if path:
            self.file.setCurrentText(path)

    def try_accept(self) -> None:
        if self.tabs.currentIndex() == 0 and self.file.currentText() and not self.passphrase.text():
            # Enter that chose the file: its passphrase comes next.
            self.passphrase.setFocus()
            return
        self.busy()
        if self.tabs.currentIndex() == 0:
            self._client.ask(
                "sign_in", self._done, self.refused, path=self.file.currentText(), passphrase=self.passphrase.text()
            )
            return
        if self.first.text() != self.second.text():
            self.go.setEnabled(True)
            self.error.setText(tr("The two passphrases are not the same. Type them again."))
            self.error.show()
            return
        stem = re.sub(r"[^\w-]+", "-", self.name.text().strip().casefold()).strip("-") or "identity"
        path = Path(self.where.text()) / f"{stem}.identity"
        self._client.ask(
            "make_identity",
            self._done,
            self.refused,
            path=str(path),
            name=self.name.text().strip(),
            role=self.role.currentData(),
            passphrase=self.first.text(),
        )

    def _done(self, who: Who) -> None:
        self.signed_in.emit(who)
        self.accept()


def _secret(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setAccessibleName(name)
    return field


def _form(page: QWidget) -> QFormLayout:
    form = QFormLayout(page)
    form.setContentsMargins(2, 12, 2, 4)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
    form.setVerticalSpacing(6)
    return form
