# SPDX-License-Identifier: AGPL-3.0-or-later
"""The start: begin a case, open one, or one of those opened lately."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from redactor.domain.saying import said_each, say
from redactor.gui import recent
from redactor.gui.look.flow import Flow
from redactor.gui.look.parts import button, label
from redactor.gui.look.rows import Row, RowsView
from redactor.gui.wording.language import tr

STEPS = (
    said_each("Add the papers", "PDFs, Word, e-mails and scans, whole folders at once."),
    said_each(
        "Decide about people",
        "Most names are found for you; read for the rest. Decide once, and it holds on every page.",
    ),
    said_each("Have it approved", "A team lead looks at what is risky, and approves the case or returns it."),
    said_each("Release it", "New files in which what was hidden is not there any more, checked by a second program."),
)
SAFE = say("Everything stays on this computer. A case is one encrypted file, and nothing is ever sent anywhere.")


class Welcome(QWidget):
    new_wanted = Signal()
    open_wanted = Signal()
    path_wanted = Signal(str)
    try_wanted = Signal()
    sign_in_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.new_button = button("New case", self.new_wanted.emit, main=True, tip="Ctrl+N")
        self.open_button = button("Open a case…", self.open_wanted.emit, tip="Ctrl+O")
        self.try_button = button("Try it on a made-up case…", self.try_wanted.emit, tip="Papers of nobody real")
        self.sign_button = button("Sign in…", self.sign_in_wanted.emit, tip="Ctrl+I", tight=True)
        self.who = label("", "faint", wrap=True)
        self.show_who("")
        self.recent = RowsView(tr("Recent cases"))
        self.recent.taken.connect(lambda path: self.path_wanted.emit(path))
        self.recent.clicked.connect(lambda _: [self.path_wanted.emit(path) for path in self.recent.chosen()])
        self.told = label("", wrap=True)
        self._bad = False
        self._none = label("Cases you open are listed here.", "faint")
        inner = QVBoxLayout()
        inner.setSpacing(12)
        inner.addWidget(label("Redactor", "heading"))
        inner.addWidget(
            label("Take a subject access request from loose papers to a checked release.", "faint", wrap=True)
        )
        inner.addSpacing(10)
        inner.addLayout(Flow(self.new_button, self.open_button, self.try_button, spacing=8))
        inner.addLayout(Flow(self.sign_button, spacing=8))
        inner.addWidget(self.who)
        inner.addWidget(self.told)
        inner.addSpacing(14)
        inner.addWidget(label("Recent cases", "title"))
        inner.addWidget(self._none)
        inner.addWidget(self.recent, 1000)
        inner.addStretch(1)  # where there is no list yet, the space goes below
        frame = QWidget()
        frame.setMaximumWidth(620)
        frame.setLayout(inner)
        inner.setContentsMargins(0, 0, 0, 0)
        beside = QVBoxLayout()
        beside.addWidget(Steps())
        beside.addStretch(1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(40, 36, 40, 20)
        outer.setSpacing(48)
        outer.addStretch(1)
        outer.addWidget(frame, 5)
        outer.addLayout(beside, 4)
        outer.addStretch(1)
        self.refresh()

    def show_who(self, who: str) -> None:
        """``who`` is signed in, name and role; "" for nobody."""
        self.who.setText(
            tr("You are signed in as {who}.", who=who)
            if who
            else tr("Nobody is signed in. Your decisions are signed with your identity; the first time, make one.")
        )

    def tell(self, text: str, bad: bool = False) -> None:
        """Something to know, until the page is shown anew; something ``bad`` stays."""
        self._bad = self._bad or bad
        self.told.setProperty("bad", bad)
        self.told.setProperty("notice", "bad" if bad else "")
        self.told.setMargin(10 if bad else 0)
        self.told.style().polish(self.told)
        self.told.setText(text)
        self.told.show()

    def refresh(self) -> None:
        self.told.setVisible(self._bad)
        paths = recent.cases()
        self.recent.set_rows([Row(Path(p).stem, str(Path(p).parent), key=p) for p in paths])
        self.recent.setVisible(bool(paths))
        self._none.setVisible(not paths)


class Steps(QFrame):
    """How a case goes, for whoever sits here for the first time."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setMaximumWidth(460)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 16, 22, 16)
        column.setSpacing(10)
        column.addWidget(label("How a case goes", "title"))
        for number, (title, text) in enumerate(STEPS, 1):
            sign = label(str(number), "step")
            sign.setFixedSize(24, 24)
            sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
            told = QVBoxLayout()
            told.setSpacing(2)
            head = label(title)
            head.setProperty("strong", True)
            told.addWidget(head)
            told.addWidget(label(text, "faint", wrap=True))
            line = QHBoxLayout()
            line.setSpacing(14)
            line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            line.addLayout(told, 1)
            column.addLayout(line)
        column.addWidget(label(SAFE, "faint", wrap=True))
