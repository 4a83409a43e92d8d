# SPDX-License-Identifier: AGPL-3.0-or-later
"""Small pieces every screen is made of: labels, buttons, a notice, so that they look and read alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QWidget,
)

from redactor.gui.look import theme
from redactor.gui.wording.hints import without_commands
from redactor.gui.wording.language import tr

if TYPE_CHECKING:
    from redactor.gui.casework.told.case import Problem

#: A notice narrower than this has its button below its words.
NARROW = 420


def label(text: str = "", kind: str = "", *, wrap: bool = False) -> QLabel:
    """A label; ``kind``: heading, title, faint or bad."""
    made = QLabel(tr(text))
    if kind:
        made.setProperty(kind, True)
    made.setWordWrap(wrap)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made


def button(
    text: str, clicked: Callable[[], object] | None = None, *, main: bool = False, tight: bool = False, tip: str = ""
) -> QPushButton:
    text, tip = tr(text), tr(tip)
    made = QPushButton(text)
    made.setProperty("main", main)
    made.setProperty("tight", tight)
    made.setAccessibleName(text.replace("&", ""))
    if tip:
        made.setToolTip(tip)
        made.setAccessibleDescription(tip)
    if clicked is not None:
        made.clicked.connect(lambda: clicked())
    return made


def search_field(name: str, hint: str = "") -> QLineEdit:
    """A line to search by, with a button that empties it; ``hint`` stands in it while it is empty."""
    made = QLineEdit()
    made.setAccessibleName(tr(name))
    made.setPlaceholderText(tr(hint or name))
    made.setClearButtonEnabled(True)
    for inside in made.findChildren(QAbstractButton):
        inside.setAccessibleName(tr("Clear"))
    return made


class Choice(QComboBox):
    """A choice of one. On Linux, Qt tells a screen reader what is chosen in place of the name; so ``name`` is its
    description too, and whoever hears it knows what the choice is of."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr(name))
        self.setAccessibleDescription(tr(name))

    def paintEvent(self, event: QPaintEvent) -> None:
        """With the ring that every field has that is typed in: the style's own is hardly seen."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.colours().accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls what the choice stands in: it changes only a choice that was gone to."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter opens the list and looks there: nothing else is chosen before Enter says so. Who only types on, and
        does not look where the keys are, changes nothing."""
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.text().strip().isprintable() and event.text().strip() and not held and not self.isEditable():
            self.showPopup()
            QApplication.sendEvent(self.view(), event)
            return
        super().keyPressEvent(event)

    def add(self, text: str, code: Any) -> None:
        """One more to choose: what the program calls it, and what it stands for."""
        self.addItem(tr(text), code)


class Number(QSpinBox):
    """A number to set. Qt leaves a style's padding out where the number is typed; so the text has its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(8, 0, 0, 0)


def row(*widgets: QWidget | QLayout | int, spacing: int = 8) -> QHBoxLayout:
    """Side by side; 0 stands for room that gives way."""
    made = QHBoxLayout()
    made.setSpacing(spacing)
    for widget in widgets:
        if isinstance(widget, int):
            made.addStretch(1)
        elif isinstance(widget, QLayout):
            made.addLayout(widget)
        else:
            made.addWidget(widget)
    return made


#: The kind of a problem that says what doing it would cost, and that it can be done all the same.
TAKES_PART = "TakesPart"


def problem_words(problem: Problem) -> str:
    """What happened, where, and what to do, for the screen."""
    what = without_commands(problem.what)
    text = f"{problem.where}: {problem.what}" if problem.where else what
    do = without_commands(problem.do) if problem.do else ""
    return f"{text}." + (f" {do}." if do else "")


class Notice(QFrame):
    """A calm strip under the pages: what happened and what to do. Never a box to click away in mid-thought."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = label(wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = button("Do something about it", tight=True)
        self._action.hide()
        self._does: Callable[[], object] | None = None
        #: Called when a question goes away, or gives way to another message, without its button being pressed.
        self.unanswered: Callable[[], object] | None = None
        self._passing = False
        self._action.clicked.connect(lambda: self._does and self._does())
        close = QToolButton()
        close.setText("✕")
        close.setAccessibleName(tr("Close this message"))
        close.setToolTip(tr("Close this message"))
        close.clicked.connect(self.dismiss)
        self._said = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._said.addWidget(self._text, 1)
        self._said.addWidget(self._action)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 7, 8, 7)
        line.addLayout(self._said, 1)
        line.addWidget(close)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Beside an open part of a small screen the button would leave the words no room.
        narrow = event.size().width() < NARROW
        self._said.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        super().resizeEvent(event)

    def tell(self, text: str, tone: str = "warn", action: str = "", does: Callable[[], object] | None = None) -> None:
        """Show a message; tone: warn, bad or good."""
        self._leave()
        self._passing = False
        self.setProperty("notice", tone)
        for widget in (self, self._text):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self._text.setToolTip(text)  # a small screen may have no room for all of it
        self._action.setText(action)
        self._action.setAccessibleName(action)
        self._does = does
        self._action.setVisible(bool(action))
        self.show()

    def hint(self, text: str) -> None:
        """What is to be chosen first: gone as soon as anything is (:meth:`pass_by`)."""
        self.tell(text)
        self._passing = True

    def pass_by(self) -> None:
        """Something was chosen: a hint to choose has had its day."""
        if self._passing:
            self.hide()

    def problem(self, problem: Problem) -> None:
        text = problem_words(problem)
        if problem.kind == TAKES_PART:
            text += " " + tr("Do it once more to do it.")
        calm = problem.kind in ("Refused", "Cancelled", TAKES_PART)
        self.tell(text[:1].upper() + text[1:], "warn" if calm else "bad")

    def dismiss(self) -> None:
        self.hide()
        self.closed.emit()

    def hide(self) -> None:
        super().hide()
        self._leave()

    def _leave(self) -> None:
        unanswered, self.unanswered = self.unanswered, None
        if unanswered is not None:
            unanswered()

    @property
    def text(self) -> str:
        return self._text.text()
