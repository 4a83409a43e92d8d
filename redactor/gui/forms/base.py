# SPDX-License-Identifier: AGPL-3.0-or-later
"""A dialog that stays open while it is asked and answered, with its error in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from redactor.domain.saying import say
from redactor.gui.casework.told.case import Problem
from redactor.gui.forms.curtain import curtain
from redactor.gui.forms.fitting import FRAME, fit
from redactor.gui.look.parts import TAKES_PART, button, label, problem_words, row
from redactor.gui.wording.language import tr

#: What is filled in, and what is read where nothing is.
FIELDS = ((QLineEdit, QPlainTextEdit, QComboBox), (QAbstractItemView,), (QScrollArea,))
#: So many letters are typed again sooner than a question about them is answered.
FEW = 12


class Dialog(QDialog):
    #: False where what is typed only looks for something.
    loses = True

    def __init__(self, title: str, parent: QWidget | None = None, *, go: str = say("OK"), width: int = 460) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr(title))
        self.setMinimumWidth(width)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 18, 20, 16)
        self.column.setSpacing(10)
        self.column.addWidget(label(title, "title", wrap=True))
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self.column.addLayout(self.body, 1)
        self.error = label("", "bad", wrap=True)
        self.error.hide()
        self.column.addWidget(self.error)
        # What only closes is not what a dialog is for: its own button is the one that stands out.
        self.go = button(go, self.try_accept, main=go != "Close")
        self.go.setDefault(True)
        self.back = button("Cancel", self.reject)
        self.back.setAutoDefault(False)
        #: What is done once all is filled in. It ends with :meth:`accept`, or with :meth:`refused`: the dialog stays.
        self.carry_out: Callable[[], object] | None = None
        #: It was said what this costs: the button pressed again means it.
        self.meant = False
        #: What was typed when it was last said that it would be lost.
        self._warned = ""
        self.feet: QHBoxLayout = row(0, self.back, self.go)
        self.column.addLayout(self.feet)
        #: It was accepted, or closed; one that is only put aside was not.
        self.ended = self._aside = False
        self.finished.connect(self._end)

    def exec(self) -> int:
        """As of any dialog; but while the window is locked it does not show, and is there again as it was left."""
        self.ended = False
        while True:
            self._aside = curtain.down or curtain.holds(self)
            if self._aside:
                curtain.wait(self)
                result = self.result()
            else:
                result = super().exec()
            if self.ended or not self._aside:
                return result

    def put_aside(self) -> None:
        self._aside = True
        self.hide()

    def come_back(self, said: str = "") -> None:
        """Only what lies below another: the one on top shows itself when its waiting ends. ``said``: whose words stand
        in it, where any do."""
        if said and self.typed and not self.error.isVisibleTo(self):
            self.error.setText(said)
            self.error.show()
        if self.testAttribute(Qt.WidgetAttribute.WA_ShowModal):
            self.show()

    def _end(self) -> None:
        self.ended = True

    def showEvent(self, event: QShowEvent) -> None:
        """The buttons come last: for Tab, and for a screen reader, which goes by the order of the parts."""
        feet = [w for n in range(self.feet.count()) if (w := self.feet.itemAt(n).widget())]
        last: QWidget = self
        each = self.nextInFocusChain()
        while each is not None and each is not self:
            last, each = last if each in feet else each, each.nextInFocusChain()
        for foot in feet:
            foot.raise_()
            if foot is not last:
                self.setTabOrder(last, foot)
            last = foot
        fit(self, self.column, self.body, self.screen().availableSize() - FRAME)
        self._start_where_there_is_something_to_do(feet)
        super().showEvent(event)

    @property
    def typed(self) -> str:
        """What somebody typed into the fields, secrets apart."""
        lines = (line for line in self.findChildren(QLineEdit) if line.echoMode() == QLineEdit.EchoMode.Normal)
        typed = [line.text() for line in lines if line.isModified()]
        longer = (one for one in self.findChildren(QPlainTextEdit) if one.document().isModified())
        return "\n".join([*typed, *(one.toPlainText() for one in longer)])

    def reject(self) -> None:
        """What was typed goes only when that is asked for twice."""
        typed = self.typed
        if len(typed.strip()) > FEW and self.loses and typed != self._warned:
            self._warned = typed
            self.error.setText(tr("What you typed is not saved. Close it once more to throw it away."))
            self.error.show()
            return
        super().reject()

    def _start_where_there_is_something_to_do(self, feet: list[QWidget]) -> None:
        """The first field, else the first list: Qt would start on the button that ends it all."""
        if self.focusWidget() is not None and self.focusWidget() not in feet:
            return
        for kinds in FIELDS:
            each = self.nextInFocusChain()
            while each is not None and each is not self:
                if isinstance(each, kinds) and each.isEnabled() and each.isVisibleTo(self):
                    each.setFocus(Qt.FocusReason.TabFocusReason)
                    return
                each = each.nextInFocusChain()

    def form(self) -> QFormLayout:
        made = QFormLayout()
        made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        made.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        made.setVerticalSpacing(6)
        self.body.addLayout(made)
        return made

    def note(self, text: str) -> QLabel:
        made = label(text, "faint", wrap=True)
        self.body.addWidget(made)
        return made

    def try_accept(self) -> None:
        """Called by the main button; accept, or ask first and accept later."""
        self.accept()

    def go_ahead(self) -> None:
        """All is filled in."""
        if self.carry_out is None:
            self.accept()
            return
        self.busy()
        self.carry_out()

    def busy(self, busy: bool = True) -> None:
        self.go.setEnabled(not busy)
        self.error.hide()

    def refused(self, problem: Problem) -> None:
        """Say what is wrong; the dialog stays."""
        self.busy(False)
        text = problem_words(problem)
        self.meant = problem.kind == TAKES_PART
        again = " " + tr("Press the button once more to do it.") if problem.kind == TAKES_PART else ""
        self.error.setText(text[:1].upper() + text[1:] + again)
        self.error.show()
