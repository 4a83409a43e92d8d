# SPDX-License-Identifier: AGPL-3.0-or-later
"""The office's roster: whose approval counts. Made once, added to as staff come, and used in cases."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from redactor.domain.saying import say
from redactor.gui.casework.told.office import RosterNow
from redactor.gui.client import CaseClient
from redactor.gui.forms.asking import Ask, AskDialog
from redactor.gui.look.flow import Flow
from redactor.gui.look.parts import label, row
from redactor.gui.look.rows import Row, RowsView
from redactor.gui.office.part import IDENTITIES, OfficeDialog
from redactor.gui.wording import words
from redactor.gui.wording.language import tr

PATTERN = say("Office rosters (*.roster);;All files (*)")


class RosterDialog(OfficeDialog):
    def __init__(self, client: CaseClient, may_use: bool, path: str = "", parent: QWidget | None = None) -> None:
        super().__init__(tr("Office roster"), client, parent)
        self.note(
            "The roster says who is a caseworker and who a team lead; the office signs it. A case that has one can be "
            "approved only by a team lead who is on it. Everybody makes their own identity (Case, Sign in) and gives "
            "you its file."
        )
        self.path, line = self.file(say("Roster file"), PATTERN, self.open)
        self.path.setText(path)
        self.path.returnPressed.connect(self.open)
        self.open_button = self.act(say("Open"), self.open)
        self.new_button = self.act(say("Make a new roster…"), self.make)
        opening = row(line, self.open_button, self.new_button)
        opening.setStretch(0, 1)
        form = self.form()
        form.addRow(tr("Roster file"), opening)
        self._title = label("No roster is open", "title", wrap=True)
        self.list = RowsView(tr("On the roster"))
        self.list.setMinimumHeight(150)
        self.body.addWidget(self._title)
        self.body.addWidget(self.list)
        self.identity, choosing = self.file(say("Identity file of whoever comes on it"), IDENTITIES)
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setAccessibleName(tr("Passphrase of the office"))
        self.secret.returnPressed.connect(self.add)
        self.add_button = self.act(say("Put on the roster"), self.add)
        self.use_button = self.act(say("Use in this case"), self.use)
        signing = row(self.secret, self.add_button)
        signing.setStretch(0, 1)
        self._adding = QWidget()
        inside = self.form()
        self.body.removeItem(inside)
        inside.setContentsMargins(0, 0, 0, 0)
        self._adding.setLayout(inside)
        inside.addRow(tr("Put somebody on it: their identity file"), choosing)
        inside.addRow(tr("Passphrase of the office, with which it signs"), signing)
        self.body.addWidget(self._adding)
        self.body.addLayout(Flow(self.use_button))
        self.body.addWidget(self.told)
        self._opened = ""
        self.use_button.setVisible(may_use)
        self._show(None)

    def open(self) -> None:
        path = self.path.text().strip()
        self.ask("roster_now", lambda now: self._open(path, now), path=path)

    def make(self) -> None:
        """A roster with nobody on it yet, and the office's key beside it."""
        fields = (
            Ask("name", say("Name of the council or office")),
            Ask("path", say("The new file"), "new_file", pattern=PATTERN),
            Ask("passphrase", say("A passphrase with which the office signs"), "secret"),
        )
        note = tr(
            "Beside the roster its key is made, a file of the same name that ends in .key. Whoever has that file and "
            "the passphrase can put people on the roster: keep it where caseworkers do not come."
        )
        asked = AskDialog(
            tr("New roster"), fields, self._client, "roster_new", self, go=tr("Make the roster"), note=note, spread=True
        )
        if asked.exec():
            given = asked.values()
            self.path.setText(given["path"])
            self.secret.setText(given["passphrase"])
            self._open(given["path"], asked.answer)

    def _open(self, path: str, now: RosterNow) -> None:
        self._opened = path
        self._show(now)
        self.identity.setFocus()

    def _show(self, now: RosterNow | None, said: str = "") -> None:
        for widget in (self._title, self.list, self._adding, self.use_button):
            widget.setEnabled(now is not None)
        if now is None:
            return
        people = words.count(len(now.members), "person", "people")
        self._title.setText(tr("{office}: {number}", office=now.office, number=people))
        self.list.set_rows(
            [Row(name, tr(words.STAFF.get(role, role)), key=n) for n, (name, role) in enumerate(now.members)]
        )
        self.use_button.setEnabled(not now.used)
        self.use_button.setText(tr("This case uses it" if now.used else "Use in this case"))
        self.told.setText(said)

    def add(self) -> None:
        """Whoever's identity file is named is vouched for."""

        def done(now: RosterNow) -> None:
            name, role = now.members[-1]
            self.identity.clear()
            said = tr("{name}, {staff}, is on the roster.", name=name, staff=tr(words.STAFF.get(role, role)))
            self._show(now, said + " " + tr("Cases that have an older one need it again."))
            self.identity.setFocus()

        identity = self.identity.text().strip()
        self.ask("roster_add", done, path=self._opened, identity=identity, passphrase=self.secret.text())

    def use(self) -> None:
        """The open case goes by it."""

        def done(_: object) -> None:
            self.ask("roster_now", lambda now: self._show(now, tr("This case goes by it now.")), path=self._opened)

        self.ask("roster", done, path=self._opened)
