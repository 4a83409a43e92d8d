# SPDX-License-Identifier: AGPL-3.0-or-later
"""The covering letter: read before it goes, with what it cannot say yet; and what was sent."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QCheckBox, QFileDialog, QPlainTextEdit, QWidget

from redactor.gui.casework.told.outgoing import LetterNow
from redactor.gui.client import CaseClient
from redactor.gui.forms.asking import Ask, AskDialog
from redactor.gui.forms.base import Dialog
from redactor.gui.look.parts import button, label, row
from redactor.gui.look.rows import Row, RowsView
from redactor.gui.wording.language import tr
from redactor.review.release.sending import WAYS


class LetterDialog(Dialog):
    """Preview and open points; saves a PDF or a text, in large print where that is wanted."""

    def __init__(self, client: CaseClient, now: LetterNow, parent: QWidget | None = None) -> None:
        super().__init__("The covering letter", parent, go="Save the letter…", width=760)
        self._client = client
        self._words = ""
        self.back.setText(tr("Close"))
        self.points = label("", "warn", wrap=True)
        self.body.addWidget(self.points)
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setAccessibleName(tr("The letter as it would be written"))
        self.preview.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.preview.setMinimumHeight(340)
        self.preview.setTabChangesFocus(True)
        self.body.addWidget(self.preview, 1)
        self.large = QCheckBox(tr("In large print (18 point)"))
        self.own_button = button("Use the council's own words…", self._own)
        self.own_button.setAutoDefault(False)
        self.body.addLayout(row(self.large, 0, self.own_button))
        self.show_now(now)

    def show_now(self, now: LetterNow) -> None:
        self.preview.setPlainText(now.text)
        self.points.setText("\n".join(f"• {point}." for point in now.open_points))
        self.points.setVisible(bool(now.open_points))

    def _own(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("The council's own words"), "", tr("Words (*.toml)"))
        if path:
            self.use_words(path)

    def use_words(self, path: str) -> None:
        """Show the letter in the words of this file; kept only when they are sound."""

        def took(now: LetterNow) -> None:
            self._words = path
            self.busy(False)
            self.show_now(now)

        self.busy()
        self._client.ask("letter_now", took, self.refused, words=path)

    def try_accept(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, tr("Save the letter"), "Letter.pdf", tr("PDF (*.pdf);;Text (*.txt)")
        )
        if path:
            self.save(path)

    def save(self, path: str) -> None:
        self.busy()
        given: dict[str, Any] = {"path": path, "large": self.large.isChecked(), "words": self._words}
        self._client.ask("letter_saved", lambda _: self.accept(), self.refused, **given)


class SentDialog(Dialog):
    """What was sent to whom, and the form that records another sending."""

    def __init__(
        self, client: CaseClient, sent: tuple[tuple[str, str], ...], folder: str, to: str, writable: bool,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__("What was sent", parent, go="Record a sending…", width=620)
        self._client, self._folder, self._to = client, folder, to
        self.back.setText(tr("Close"))
        self.list = RowsView(tr("What was sent"))
        self.list.setMinimumHeight(200)
        self.none = label("Nothing is on record as sent.", "faint", wrap=True)
        self.body.addWidget(self.none)
        self.body.addWidget(self.list, 1)
        self.print_button = button("A copy for the printer…", self._print)
        self.print_button.setAutoDefault(False)
        self.told = label("", "faint", wrap=True)
        self.body.addWidget(self.told)
        self.feet.insertWidget(0, self.print_button)
        self.go.setEnabled(writable)
        self.show_sent(sent)

    def _print(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("The released folder"), self._folder)
        if not folder:
            return
        path, _ = QFileDialog.getSaveFileName(self, tr("A copy for the printer"), "For printing.pdf", tr("PDF (*.pdf)"))
        if path:
            self.print_to(folder, path)

    def print_to(self, folder: str, path: str) -> None:
        """Write the copy: A4, both sides, each document on a leaf of its own."""

        def done(made: tuple[int, int]) -> None:
            self.busy(False)
            self.told.setText(
                tr(
                    "Written: {path}. {made} pages for both sides of the paper, {made_2} of them blank.",
                    path=path,
                    made=made[0],
                    made_2=made[1],
                )
            )

        self.busy()
        self._client.ask("print_copy", done, self.refused, folder=folder, path=path)

    def show_sent(self, sent: tuple[tuple[str, str], ...]) -> None:
        self.list.set_rows([Row(line, detail, key=number) for number, (line, detail) in enumerate(sent)])
        self.list.setVisible(bool(sent))
        self.none.setVisible(not sent)

    def form_to_record(self) -> AskDialog:
        ways = tuple(WAYS.items())
        fields = (
            Ask("folder", tr("The released folder"), "folder", self._folder),
            Ask("to", tr("To whom"), value=self._to),
            Ask("way", tr("How"), "choice", choices=ways),
            Ask("on", tr("When"), "date", hint=tr("day/month/year; today if left empty")),
            Ask("copy", tr("Encrypted copy to make (AES-256), if one goes out"), "new_file", pattern=tr("PDF (*.pdf)")),
            Ask("secret", tr("Passphrase of that copy"), "secret"),
            Ask("secret_again", tr("The same again"), "secret"),
            Ask("passphrase", tr("How the passphrase goes, apart from the copy"), hint=tr("by telephone, by letter…")),
            Ask("note", tr("Note")),
        )
        note = tr("The folder's files are checked against what was released. The passphrase itself is kept nowhere.")
        return AskDialog(tr("Record a sending"), fields, self._client, "send", self, note=note)

    def try_accept(self) -> None:
        if self.form_to_record().exec():
            self._client.ask("sent_now", self.show_sent, self.refused)
