# SPDX-License-Identifier: AGPL-3.0-or-later
"""What this computer's window does for whoever sits at it; nothing of any case."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from redactor.gui import recent
from redactor.gui.forms.base import Dialog
from redactor.gui.look.parts import Choice
from redactor.gui.wording.language import LANGUAGES, tr

MINUTES = (2, 5, 10, 15, 30, 0)


class PreferencesDialog(Dialog):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Preferences", parent, go="Save")
        form = self.form()
        self.lock = Choice("Lock an open case")
        now = recent.lock_after()
        for minutes in [*sorted({*MINUTES, now} - {0}), 0]:
            self.lock.addItem(
                tr("after {minutes} minutes untouched", minutes=minutes) if minutes else tr("never by itself"), minutes
            )
        self.lock.setCurrentIndex(self.lock.findData(now))
        form.addRow(tr("Lock an open case"), self.lock)
        self.language = Choice("Language")
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(recent.language()))
        form.addRow(tr("Language / Iaith, from the next start"), self.language)
        self.cases = QCheckBox(tr("Show recent cases on the start page"))
        self.cases.setChecked(recent.shows_cases())
        self.body.addWidget(self.cases)
        self.note("Switched off, the names of recent cases are forgotten at once and none is remembered.")

        self.copies = QCheckBox(tr("Allow copying words of the record to the clipboard"))
        self.copies.setChecked(recent.copies())
        self.body.addWidget(self.copies)
        self.note("Other programs can read the clipboard. Switched off, only what you typed yourself can be copied.")

    def try_accept(self) -> None:
        recent.remember_lock_after(int(self.lock.currentData()))
        recent.show_cases(self.cases.isChecked())
        recent.allow_copies(self.copies.isChecked())
        recent.remember_language(str(self.language.currentData()))
        self.accept()
