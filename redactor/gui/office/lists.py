# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every case of an office has in common: staff, teams, its own addresses and numbers, terms never to redact."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from redactor.domain.office import KINDS
from redactor.domain.saying import said_all, say
from redactor.gui.casework.told.office import ListsNow
from redactor.gui.client import CaseClient
from redactor.gui.forms.asking import Ask, AskDialog
from redactor.gui.look.flow import Flow
from redactor.gui.look.parts import Choice, label, row, search_field
from redactor.gui.look.rows import Row, RowsView
from redactor.gui.office.part import OfficeDialog
from redactor.gui.wording import words
from redactor.gui.wording.language import tr

PATTERN = say("Office lists (*.office);;All files (*)")
SPREADSHEET = say("Lists as CSV (*.csv);;All files (*)")
KIND = said_all(
    {
        "staff": "Member of staff",
        "team": "Team or service",
        "address": "Own address",
        "number": "Own number or e-mail",
        "term": "Term never to redact",
    }
)
PROFESSIONS = ("social_work", "health", "education", "police", "other")


class EntriesList(RowsView):
    """``delete_wanted``: Del was pressed."""

    delete_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)


class ListsDialog(OfficeDialog):
    """Each change is in the file at once; a case keeps what it was given until it is given the lists again."""

    def __init__(self, client: CaseClient, may_use: bool, path: str = "", parent: QWidget | None = None) -> None:
        super().__init__(tr("Staff, own addresses and terms"), client, parent)
        self.note(
            "Staff on these lists are left in, teams are nobody, the council's own addresses and numbers are left "
            "alone, and the terms are never redacted. The file is encrypted; give a case the lists before it is "
            "analysed."
        )
        self.path, line = self.file(say("File of the lists"), PATTERN, lambda: self.secret.setFocus())
        self.path.setText(path)
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setAccessibleName(tr("Passphrase of the lists"))
        self.secret.returnPressed.connect(self.open)
        self.open_button = self.act(say("Open"), self.open)
        self.new_button = self.act(say("Make a new file…"), self.make)
        form = self.form()
        form.addRow(tr("File of the lists"), line)
        opening = row(self.secret, self.open_button, self.new_button)
        opening.setStretch(0, 1)
        form.addRow(tr("Its passphrase"), opening)
        self._now: ListsNow | None = None
        self._opened = ("", "")
        self._title = label("No file is open", "title", wrap=True)
        self.search = search_field("Filter the lists")
        self.search.textChanged.connect(lambda _: self._fill())
        self.list = EntriesList(tr("On the lists"), several=True)
        self.list.delete_wanted.connect(self.remove)
        self.list.setMinimumHeight(170)
        self.kind = Choice("Kind of entry")
        for kind, text in KIND.items():
            self.kind.add(text, kind)
        self.value = QLineEdit()
        self.value.setAccessibleName(tr("Name, address, number or term"))
        self.value.returnPressed.connect(self.add)
        self.profession = Choice("Kind of work")
        for profession in PROFESSIONS:
            self.profession.add(words.PROFESSION[profession], profession)
        self.kind.currentIndexChanged.connect(lambda _: self._kind_chosen())
        self.add_button = self.act(say("Add"), self.add)
        self.import_button = self.act(say("Import a CSV file…"), self.take_in)
        self.remove_button = self.act(say("Take off the list"), self.remove, tip="Del")
        self.use_button = self.act(say("Use in this case"), self.use)
        self.list.chosen_changed.connect(self._chosen)
        adding = row(self.kind, self.value, self.profession, self.add_button)
        adding.setStretch(1, 1)
        self._inside: tuple[QWidget, ...] = (
            self._title,
            self.search,
            self.list,
            self.kind,
            self.value,
            self.profession,
            self.add_button,
            self.import_button,
            self.remove_button,
            self.use_button,
        )
        for widget in (self._title, self.search, self.list):
            self.body.addWidget(widget)
        self.body.addLayout(adding)
        self.body.addLayout(Flow(self.import_button, self.remove_button, self.use_button))
        self.body.addWidget(self.told)
        columns = label(
            "A CSV file is a list of staff, whose first line names its columns (name, or forename and surname; job "
            "title, e-mail, telephone, team), or has the columns kind (staff, team, address, number, term), value and "
            "profession.",
            "faint",
            wrap=True,
        )
        self.body.addWidget(columns)
        self._inside = (*self._inside, columns)
        self.use_button.setVisible(may_use)
        self._show(None)

    def open(self) -> None:
        """The file that is named, with the passphrase that is typed."""
        path, secret = self.path.text().strip(), self.secret.text()
        self.ask("lists_now", lambda now: self._open(path, secret, now), path=path, passphrase=secret)

    def make(self) -> None:
        """A file with nothing on it yet."""
        fields = (
            Ask("name", say("Name of the council or office")),
            Ask("path", say("The new file"), "new_file", pattern=PATTERN),
            Ask("passphrase", say("A passphrase for it"), "secret"),
        )
        asked = AskDialog(tr("New lists"), fields, self._client, "lists_new", self, go=tr("Make the file"), spread=True)
        if asked.exec():
            given = asked.values()
            self.path.setText(given["path"])
            self.secret.setText(given["passphrase"])
            self._open(given["path"], given["passphrase"], asked.answer)

    def _open(self, path: str, secret: str, now: ListsNow) -> None:
        self._opened = (path, secret)
        self._show(now)
        self.value.setFocus()

    def _show(self, now: ListsNow | None, said: str = "") -> None:
        self._now = now
        for widget in self._inside:
            widget.setEnabled(now is not None)
        if now is None:
            return
        number = words.count(len(now.entries), "entry", "entries")
        self._title.setText(tr("{office}: {number}", office=now.office, number=number))
        self.use_button.setEnabled(not now.used)
        self.use_button.setText(tr("This case uses them" if now.used else "Use in this case"))
        self.told.setText(said)
        self._kind_chosen()
        self._fill()

    def _fill(self) -> None:
        text = self.search.text().casefold().strip()
        shown = [entry for entry in (self._now.entries if self._now else ()) if text in entry[1].casefold()]
        shown.sort(key=lambda entry: (list(KINDS).index(entry[0]), entry[1].casefold()))
        self.list.set_rows([_entry_row(*entry) for entry in shown])
        self._chosen()

    def _chosen(self) -> None:
        self.remove_button.setEnabled(bool(self.list.chosen()))

    def _kind_chosen(self) -> None:
        self.profession.setEnabled(self._now is not None and self.kind.currentData() == "staff")

    # -- changing ----------------------------------------------------------------------------------------

    def add(self) -> None:
        """What is typed goes on the list, and the line is empty for the next."""
        value = " ".join(self.value.text().split())
        if not value or self._now is None:
            return

        def done(now: ListsNow) -> None:
            self.value.clear()
            said = tr("“{value}” is on the list.", value=value)
            self._show(now, said if now.new else tr("“{value}” was on the list already.", value=value))
            self.list.select_key((self.kind.currentData(), value, self._profession()))
            self.value.setFocus()

        kind = self.kind.currentData()
        self._change("lists_add", done, kind=kind, value=value, profession=self._profession())

    def _profession(self) -> str:
        return str(self.profession.currentData()) if self.kind.currentData() == "staff" else ""

    def take_in(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Import a CSV file"), "", tr(SPREADSHEET))
        if path:
            self.take_in_file(path)

    def take_in_file(self, path: str) -> None:
        """Put what this CSV file holds on the lists: all of it, or nothing where a line of it is wrong."""

        def done(now: ListsNow) -> None:
            self._show(now, tr("{entries} put on the lists.", entries=words.count(now.new, "new entry", "new entries")))

        self._change("lists_import", done, csv=path)

    def remove(self) -> None:
        values = [value for _, value, _ in self.list.chosen()]
        if values:
            taken = tr("{entries} taken off.", entries=words.count(len(values), "entry", "entries"))
            self._change("lists_remove", lambda now: self._show(now, taken), values=values)

    def use(self) -> None:
        """The open case goes by them."""
        said = tr("This case uses them from its next analysis on: Documents, Analyse.")
        self._change("lists_use", lambda now: self._show(now, said))

    def _change(self, question: str, done: Callable[[ListsNow], object], **more: Any) -> None:
        path, secret = self._opened
        self.ask(question, done, path=path, passphrase=secret, **more)


def _entry_row(kind: str, value: str, profession: str) -> Row:
    work = tr(words.PROFESSION[profession]) if profession else ""
    detail = " · ".join(part for part in (tr(KIND[kind]), work) if part)
    return Row(value, detail, key=(kind, value, profession))
