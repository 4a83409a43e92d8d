# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which pages of a document to withhold."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from redactor.gui.casework.told.documents import DocumentRow
from redactor.gui.forms.base import Dialog
from redactor.gui.look.parts import Number
from redactor.gui.wording.language import tr


class PageRangeDialog(Dialog):
    def __init__(self, document: DocumentRow, page: int, parent: QWidget | None = None) -> None:
        super().__init__("Withhold pages", parent, go="Next: the reason")
        self.note(tr("A slip sheet that says why takes the place of these pages of {name}.", name=document.name))
        self.first, self.last = Number(), Number()
        for field, name in ((self.first, tr("From page")), (self.last, tr("To page"))):
            field.setRange(document.first, document.first + document.pages - 1)
            field.setValue(page)
            field.setAccessibleName(name)
        self.first.valueChanged.connect(lambda value: self.last.setMinimum(value))
        self.last.setMinimum(page)
        form = self.form()
        form.addRow(tr("From page"), self.first)
        form.addRow(tr("To page"), self.last)
