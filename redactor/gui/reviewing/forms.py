# SPDX-License-Identifier: AGPL-3.0-or-later
"""Dialogs between staff: hand over a copy, bring one back, decide between two copies, write a note."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QWidget,
)

from redactor.domain.saying import said_all
from redactor.gui.casework.told.case import Problem
from redactor.gui.casework.told.documents import DocumentRow
from redactor.gui.casework.told.review import ConflictNow
from redactor.gui.forms.base import Dialog
from redactor.gui.look.growing import GrowingText
from redactor.gui.look.parts import Choice, button, label, row
from redactor.gui.wording.language import tr

PURPOSES = said_all(
    {
        "approval": "To be approved or returned",
        "half": "To do half of the work",
        "other": "For something else",
    }
)


class HandOverDialog(Dialog):
    """``asked`` holds what was chosen once it is accepted."""

    def __init__(
        self, case: Path, documents: Sequence[DocumentRow], known: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__("Hand over a copy", parent, go="Write the copy", width=540)
        self.note(
            "An encrypted copy of the whole case, for another machine without a network. What is done in it is taken "
            "in again by Bring back a copy. If you go on here meanwhile, the two are merged: whatever both decided "
            "differently is asked, and a submission or approval is void."
        )
        if known:
            self.note(tr("Copies so far: ") + "; ".join(known))
        self.to = QLineEdit()
        self.purpose = Choice("What for")
        for name, text in PURPOSES.items():
            self.purpose.add(text, name)
        self.purpose.currentIndexChanged.connect(lambda _: self._chosen())
        self.where = QLineEdit(str(case.with_name(f"{case.stem} copy.case")))
        choose = button("Choose…", self._choose)
        choose.setAutoDefault(False)
        self.first, self.second = QLineEdit(), QLineEdit()
        for field in (self.first, self.second):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        for text, widget in ((tr("Who gets it"), self.to), (tr("What for"), self.purpose)):
            widget.setAccessibleName(text)
            self.body.addWidget(label(text))
            self.body.addWidget(widget)
        self.documents = QListWidget()
        self.documents.setAccessibleName(tr("Documents they are to do"))
        self.documents.setFixedHeight(96)
        for document in {d.sha256: d for d in documents}.values():
            item = QListWidgetItem(document.name)
            item.setData(Qt.ItemDataRole.UserRole, document.sha256)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.documents.addItem(item)
        self._half = label("Documents they are to do")
        self.body.addWidget(self._half)
        self.body.addWidget(self.documents)
        self.where.setAccessibleName(tr("File of the copy"))
        self.first.setAccessibleName(tr("Passphrase of the copy"))
        self.second.setAccessibleName(tr("The same again"))
        self.body.addWidget(label("File of the copy"))
        self.body.addLayout(row(self.where, choose))
        self.body.addWidget(
            label("Passphrase of the copy (not the case's; it goes another way than the file)", wrap=True)
        )
        self.body.addWidget(self.first)
        self.body.addWidget(label("The same again"))
        self.body.addWidget(self.second)
        self._chosen()

    def _chosen(self) -> None:
        half = self.purpose.currentData() == "half"
        self.documents.setEnabled(half)
        self._half.setEnabled(half)

    def _choose(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("File of the copy"), self.where.text(), tr("Cases (*.case)"))
        if path:
            self.where.setText(path)

    @property
    def asked(self) -> dict[str, Any]:
        items = [self.documents.item(n) for n in range(self.documents.count())]
        half = self.purpose.currentData() == "half"
        chosen = [i.data(Qt.ItemDataRole.UserRole) for i in items if i.checkState() == Qt.CheckState.Checked]
        return {
            "out": self.where.text().strip(),
            "passphrase": self.first.text(),
            "to": self.to.text().strip(),
            "purpose": self.purpose.currentData(),
            "documents": tuple(chosen) if half else (),
        }

    def try_accept(self) -> None:
        wrong = ""
        if not self.to.text().strip():
            wrong = tr("say who gets it")
        elif not self.where.text().strip():
            wrong = tr("say where the copy goes")
        elif not self.first.text():
            wrong = tr("a copy needs a passphrase of its own")
        elif self.first.text() != self.second.text():
            wrong = tr("the two passphrases are not the same")
        elif Path(self.where.text().strip()).exists():
            wrong = tr("there is a file of this name already")
        if wrong:
            self.refused(Problem("BadInput", wrong))
        else:
            self.go_ahead()


class BringBackDialog(Dialog):
    def __init__(self, path: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("Bring back {name}", name=Path(path).name), parent, go="Take it in")
        self.note(
            "The copy is checked first: nothing is taken in from another case, or from one that was tampered with. "
            "What both copies decided differently stands under To do, to be decided one by one."
        )
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(tr("Passphrase of the copy"))
        self.form().addRow(tr("Passphrase of the copy"), self.field)

    @property
    def passphrase(self) -> str:
        return self.field.text()

    def try_accept(self) -> None:
        if self.field.text():
            self.go_ahead()
        else:
            self.refused(Problem("BadInput", tr("give the passphrase of the copy")))


class ConflictDialog(Dialog):
    """``take``: 0 or 1 for one of the copies, -1 for what stands by now; ``why`` goes on record."""

    def __init__(self, conflict: ConflictNow, parent: QWidget | None = None) -> None:
        super().__init__("Which holds?", parent, go="This holds", width=560)
        self.body.addWidget(label(conflict.text, wrap=True))
        self.note("Two copies of the case say different things. Neither wins by itself.")
        self._choices = QButtonGroup(self)
        told = (*conflict.told, tr("As it stands by now: I have decided it anew"))
        for number, text in zip((0, 1, -1), told, strict=True):
            made = QRadioButton(text[:1].upper() + text[1:])
            made.setAccessibleName(made.text())
            # Qt takes -1 for "give it a number"; so they count from 2 below nothing.
            self._choices.addButton(made, number + 10)
            self.body.addWidget(made)
        self._why = QLineEdit()
        self._why.setAccessibleName(tr("Why, for the record"))
        self._why.setPlaceholderText(tr("Why, for the record"))
        self.body.addWidget(self._why)

    @property
    def take(self) -> int:
        return self._choices.checkedId() - 10

    @property
    def why(self) -> str:
        return self._why.text().strip()

    def try_accept(self) -> None:
        if self._choices.checkedButton() is None:
            self.refused(Problem("BadInput", tr("choose which of them holds")))
        elif not self.why:
            self.refused(Problem("BadInput", tr("say why: it goes on record")))
        else:
            self.go_ahead()


class NoteDialog(Dialog):
    """``purpose``: comment, note or flag; ``words`` what was written."""

    def __init__(self, about: str, lead: bool, parent: QWidget | None = None) -> None:
        super().__init__(tr("Comment" if lead else "Note"), parent, go="Write it down", width=480)
        self.note(tr("On {about}. It is never released.", about=about))
        self._purpose = Choice("What it is")
        ways = {"comment": tr("Comment: to be answered before it is submitted again")} if lead else {}
        ways |= {"flag": tr("Come back to this: holds up submission until it is settled")}
        if not lead:
            ways |= {"note": tr("For the team lead: to be answered before it is approved")}
        for name, text in ways.items():
            self._purpose.add(text, name)
        self.field = GrowingText(least=4)
        self.field.setAccessibleName(tr("What you want to say"))
        self.body.addWidget(self._purpose)
        self.body.addWidget(self.field)
        self.field.setFocus()

    @property
    def purpose(self) -> str:
        return str(self._purpose.currentData())

    @property
    def words(self) -> str:
        return self.field.toPlainText().strip()

    def try_accept(self) -> None:
        if self.words:
            self.go_ahead()
        else:
            self.refused(Problem("BadInput", tr("write down what you want to say")))
