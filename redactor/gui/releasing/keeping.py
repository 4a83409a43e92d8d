# SPDX-License-Identifier: AGPL-3.0-or-later
"""How long the case is kept, holds, the report; and for a folder of cases, which are due."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from redactor.gui.casework.told.outgoing import DueRow, ErasingNow, KeepingNow
from redactor.gui.client import CaseClient
from redactor.gui.forms.asking import Ask, AskDialog
from redactor.gui.forms.base import Dialog
from redactor.gui.look.parts import button, label, row
from redactor.gui.look.rows import Row, RowsView
from redactor.gui.wording.language import tr


class KeepingDialog(Dialog):
    """Stays open; every step is saved as it is taken. ``erased``: the case is no more; where its certificate is."""

    erased = Signal(str)

    def __init__(self, client: CaseClient, now: KeepingNow, writable: bool, parent: QWidget | None = None) -> None:
        super().__init__("How long this case is kept", parent, go="Close", width=600)
        self._client, self._writable = client, writable
        self.back.hide()
        self.headline = label("", "title", wrap=True)
        self.told = label("", wrap=True)
        self.held = label("", "warn", wrap=True)
        self.keep_button = button("Set how long…", self._keep)
        self.hold_button = button("Put a hold on it…", self._hold)
        self.erase_button = button("Erase this case…", self._erase)
        for made in (self.keep_button, self.hold_button, self.erase_button):
            made.setAutoDefault(False)
            made.setEnabled(writable)
        for widget in (self.headline, self.told, self.held):
            self.body.addWidget(widget)
        self.body.addLayout(row(self.keep_button, self.hold_button, 0, self.erase_button))
        self.note(
            "The schedule that ships is an example: the law sets no number of years. A team lead erases a case that is "
            "due. It is asked before, and leaves a certificate."
        )
        self.show_now(now)

    def show_now(self, now: KeepingNow) -> None:
        self._now = now
        self.headline.setText(tr("Due to be erased on {due}", due=now.due) if now.due else tr("No day yet"))
        self.told.setText(now.why[:1].upper() + now.why[1:] + ".")
        self.held.setText(
            tr("On hold: {hold}. Nothing erases it until the hold is lifted.", hold=now.hold) if now.hold else ""
        )
        self.held.setVisible(bool(now.hold))
        self.hold_button.setText(tr("Lift the hold…" if now.hold else "Put a hold on it…"))

    def keep_form(self) -> AskDialog:
        fields = (
            Ask("kind", tr("What kind of case it is"), "choice", self._now.kind, self._now.kinds),
            Ask("until", tr("Or until this day instead"), "date"),
            Ask("ended", tr("The day it ended, where nothing was released"), "date"),
            Ask("why", tr("Why (for a day set by hand)")),
            Ask("schedule", tr("The council's own schedule"), "file", pattern=tr("Schedule (*.toml)")),
        )
        return AskDialog(tr("How long it is kept"), fields, self._client, "keep", self)

    def hold_form(self) -> AskDialog:
        title = tr("Lift the hold" if self._now.hold else "Put a hold on the case")
        return AskDialog(title, (Ask("why", tr("Why"), "long"),), self._client, "hold", self)

    def _keep(self) -> None:
        if self.keep_form().exec():
            self.look()

    def _hold(self) -> None:
        if self.hold_form().exec():
            self.look()

    def erase_form(self, now: ErasingNow) -> AskDialog:
        told = tr("Case {reference}: {why}.", reference=now.reference, why=now.why)
        told += " " + tr("Its file and its key on this computer are destroyed. This cannot be undone.")
        if now.copies:
            told += "\n" + tr("Known to exist elsewhere, and not erased: {copies}.", copies="; ".join(now.copies))
        early = (Ask("early", tr("It is before its day: why it goes early"), "long"),) if now.early else ()
        fields = (
            *early,
            Ask("certificate", tr("Where the certificate goes"), "new_file", pattern=tr("PDF (*.pdf);;Text (*.txt)")),
            Ask("keys", tr("The office's file of recovery keys, where the case has one"), "file"),
            Ask("reference", tr("The reference of the case, typed again")),
        )
        title, go = tr("Erase this case"), tr("Erase it for good")
        return AskDialog(title, fields, self._client, "erase", self, go=go, note=told, spread=True)

    def _erase(self) -> None:
        def ask(now: ErasingNow) -> None:
            self.error.hide()
            form = self.erase_form(now)
            if form.exec():
                self.accept()
                self.erased.emit(form.values()["certificate"])

        self._client.ask("erasing_now", ask, self.refused)

    def look(self) -> None:
        self._client.ask("keeping_now", self.show_now, self.refused)


class ReportDialog(Dialog):
    """A report to read, and to save as a spreadsheet, CSV or text. ``saver`` is asked with the path."""

    def __init__(self, client: CaseClient, text: str, saver: str, parent: QWidget | None = None, **more: Any) -> None:
        super().__init__("Report", parent, go="Save…", width=720)
        self._client, self._saver, self._more = client, saver, more
        self.back.setText(tr("Close"))
        self.note("Figures only: nobody's name, no words of the record, no reference.")
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("The report"))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setMinimumHeight(380)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setTabChangesFocus(True)
        self.body.addWidget(self.text, 1)

    def try_accept(self) -> None:
        kinds = tr("Spreadsheet (*.xlsx);;CSV (*.csv);;Text (*.txt)")
        path, _ = QFileDialog.getSaveFileName(self, tr("Save the report"), "Report.xlsx", kinds)
        if path:
            self.save(path)

    def save(self, path: str) -> None:
        self.busy()
        self._client.ask(self._saver, lambda _: self.accept(), self.refused, path=path, **self._more)


class CasesDialog(Dialog):
    """The cases of a folder: which are due to be erased, and the report over all of them."""

    def __init__(self, client: CaseClient, rows: tuple[DueRow, ...], given: dict[str, Any], parent: QWidget) -> None:
        super().__init__("Cases of a folder", parent, go="Report over all of them…", width=720)
        self._client, self._given = client, given
        self.back.setText(tr("Close"))
        due = sum(entry.tone == "bad" for entry in rows)
        self.note(
            tr(
                "{number} cases; {due} due to be erased. One that could not be opened is listed and not judged.",
                number=len(rows),
                due=due,
            )
        )
        self.list = RowsView(tr("Cases by the day they are due"))
        self.list.setMinimumHeight(320)
        self.list.set_rows([Row(e.title, e.detail, e.badge, e.tone, key=e.path) for e in rows])
        self.body.addWidget(self.list, 1)
        self.go.setEnabled(bool(rows))

    def try_accept(self) -> None:
        self.busy()
        self._client.ask("folder_report", self._show, self.refused, **self._given)

    def _show(self, text: str) -> None:
        self.busy(False)
        ReportDialog(self._client, text, "folder_report", self, **self._given).exec()


def folder_form(client: CaseClient, parent: QWidget) -> AskDialog:
    """Asks which folder, and with what key its cases open."""
    fields = (
        Ask("folder", tr("The folder that holds the cases"), "folder"),
        Ask("recovery", tr("The office's file of recovery keys"), "file"),
        Ask("passphrase", tr("Or a passphrase they share"), "secret"),
    )
    note = tr("Cases are opened for reading, one after the other, and closed again.")
    return AskDialog(
        tr("Cases of a folder"), fields, client, "folder_due", parent, go=tr("Look"), note=note, spread=True
    )
