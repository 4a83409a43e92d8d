# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where the release goes, and in what shape."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QWidget

from redactor.gui.forms.base import Dialog
from redactor.gui.look.parts import Choice, button, row
from redactor.gui.wording.language import tr


class ExportDialog(Dialog):
    """Fields to read after it was accepted: :attr:`folder`, :attr:`layout_name`, :attr:`internal`."""

    def __init__(self, folder: Path, *, draft: bool, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Make a draft" if draft else "Export the release"),
            parent,
            go=tr("Make the draft" if draft else "Export"),
        )
        if draft:
            self.note(
                "A draft burns exactly what is decided so far; everything else stays readable. Every page says DRAFT - "
                "NOT FOR RELEASE."
            )
        else:
            self.note(
                "Every page is made anew with the boxes burned in, and checked by a second program before the folder "
                "appears. Everything in the folder is fit for the requester's eyes."
            )
        self.where = QLineEdit(str(folder))
        self.where.setAccessibleName(tr("New folder for the release"))
        choose = button("Choose…", self._choose)
        choose.setAutoDefault(False)
        self.shape = Choice("Shape of the release")
        self.shape.addItem(tr("As chosen for the case"), "")
        self.shape.addItem(tr("One PDF with everything"), "bundle")
        self.shape.addItem(tr("One PDF for each document"), "documents")
        form = self.form()
        line = row(self.where, choose)
        line.setStretch(0, 1)
        form.addRow(tr("New folder"), line)
        form.addRow(tr("Shape"), self.shape)
        self.guide = QCheckBox(tr("With a guide for the person, in plain English and large print"))
        self.guide.setChecked(not draft)
        self.body.addWidget(self.guide)
        self.log = QCheckBox(tr("Also write the internal log (never for the requester), beside the folder"))
        self.body.addWidget(self.log)

    def _choose(self) -> None:
        path = QFileDialog.getExistingDirectory(
            self, tr("Folder to put the release in"), str(Path(self.where.text()).parent)
        )
        if path:
            self.where.setText(str(Path(path) / Path(self.where.text()).name))

    @property
    def folder(self) -> str:
        return self.where.text().strip()

    @property
    def layout_name(self) -> str:
        return str(self.shape.currentData())

    @property
    def internal(self) -> str:
        if not self.log.isChecked():
            return ""
        folder = Path(self.folder)
        return str(folder.with_name(f"{folder.name} internal log.xlsx"))

    def try_accept(self) -> None:
        if Path(self.folder).exists():
            self.error.setText(tr("This folder exists already. Give a new name: nothing is ever written over."))
            self.error.show()
            return
        self.accept()
