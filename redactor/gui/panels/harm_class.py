# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whose test of serious harm a passage comes under: what is proposed and why, and the other two one key away; and
whether what is given for it meets the test."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from redactor.domain.saying import said_all
from redactor.gui.look.flow import Flow
from redactor.gui.look.parts import button, label
from redactor.gui.wording.language import told, tr
from redactor.review.request.threshold import below_the_test

#: By the code of the reason, health first as in the law.
CLASSES = said_all({"H-HARM": "Health", "ED-HARM": "Education", "SW-HARM": "Social work"})
#: The next of the three.
KEY = "F4"


class HarmClass(QWidget):
    """``wanted``: the code of one of the three reasons."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        for code, text in CLASSES.items():
            made = button(
                text, lambda code=code: self.wanted.emit(code), tight=True, tip=tr("{key}: the next", key=KEY)
            )
            made.setCheckable(True)
            # The keys stay in the field that is typed in: they have F4, and the list of all reasons.
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.buttons[code] = made
        self._why = label("", "faint", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(Flow(*self.buttons.values()))
        column.addWidget(self._why)
        self._code = ""

    def propose(self, why: str) -> None:
        """``why`` the reason that is chosen is proposed: a sentence without its end."""
        why = str(told(why))
        self._why.setText(tr("Proposed: {why}. {key} changes it.", why=why, key=KEY))

    def show_chosen(self, code: str) -> None:
        """One of the three, or none of them where another reason is chosen."""
        self._code = code
        for each, made in self.buttons.items():
            made.setChecked(each == code)

    def next(self) -> None:
        """The one after the chosen one."""
        codes = list(self.buttons)
        at = codes.index(self._code) + 1 if self._code in codes else 0
        self.wanted.emit(codes[at % len(codes)])


class Doubt(QLabel):
    """What is below the legal test is questioned while it is typed: lists that councils published get this wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("warn", True)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()

    def ask(self, fields: Mapping[str, str]) -> None:
        """``fields``: what is answered so far, by name."""
        words = below_the_test(fields)
        self.setText(
            tr(
                "“{words}” is below the legal test: serious harm to somebody's physical or mental health. If there is "
                "more to it, say what; if not, this cannot be held back as harm.",
                words=words,
            )
        )
        self.setVisible(bool(words))
