# SPDX-License-Identifier: AGPL-3.0-or-later
"""Being shown round: a card beside each part of the desk in turn, which says what it is for. Work goes on meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from redactor.gui.look.parts import button, label, row
from redactor.gui.surface.surface import Surface
from redactor.gui.surface.three_parts import LEFT
from redactor.gui.wording.language import tr

WIDTH = 360
GAP = 14


@dataclass(frozen=True)
class Stop:
    """One part of the window; ``shows`` brings it to the front first."""

    title: str
    text: str
    part: Callable[[], QWidget]
    shows: Callable[[], object] = lambda: None


def stops(desk: Surface, toolbar: QWidget, status: QWidget) -> list[Stop]:
    """The parts of the window in the order they are told of."""

    def tab(panel: QWidget) -> Callable[[], object]:
        return lambda: desk.show_tab(panel)

    return [
        Stop(
            tr("The papers"),
            tr(
                "Every document and page of the record, and how much is left to decide in each. Drop more "
                "papers on the window whenever they come: what you have decided stands."
            ),
            lambda: desk.documents,
            lambda: desk.splitter.open(LEFT),
        ),
        Stop(
            tr("The page"),
            tr(
                "What was found is marked. Rest the pointer on a mark to hear why; click it to decide. "
                "Select words and press R to redact, L to leave in, H where reading it could do serious harm."
            ),
            lambda: desk.middle,
        ),
        Stop(
            tr("People, not words"),
            tr(
                "Decide about a person once, and it holds on every page. Put somebody right who was taken "
                "for another (role, name, two who are one) and everything follows. Undo takes back the whole "
                "of it."
            ),
            lambda: desk.right,
            tab(desk.people_panel),
        ),
        Stop(
            tr("What is left to do"),
            tr(
                "N takes you to the next thing to decide, the most risky first. Nothing can be submitted "
                "while something stands here: pages that could not be read, copies that do not agree, facts "
                "that a reason needs."
            ),
            lambda: desk.right,
            tab(desk.todo),
        ),
        Stop(
            tr("Look at it as they will"),
            tr(
                "Source, as released, or both side by side. What you see under As released is what leaves, box for box."
            ),
            lambda: toolbar,
        ),
        Stop(
            tr("How far you are, and how long you have"),
            tr("What is left to decide, and the day the answer is due with the reason for it."),
            lambda: status,
        ),
        Stop(
            tr("Two people"),
            tr(
                "When nothing is left, submit. A team lead, who is somebody else, approves or returns it. "
                "Only then can the release be made, and it is checked by a second program before you get it."
            ),
            lambda: toolbar,
        ),
    ]


class Tour(QFrame):
    """Lies over the window; Enter goes on, Backspace back, Esc ends it."""

    def __init__(self, window: QWidget, usual: Callable[[], list[Stop]]) -> None:
        super().__init__(window)
        self._usual = usual
        self._stops = usual()
        self._at = 0
        self._ring = QFrame(window)
        self._ring.setObjectName("tourRing")
        self._ring.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ring.setAccessibleName(tr("The part that is being told of"))
        self.setProperty("card", True)
        self.setFixedWidth(WIDTH)
        self._count = label("", "faint")
        self._title = label("", "title", wrap=True)
        self._text = label("", wrap=True)
        self.end_button = button("End", self.end, tight=True)
        self.back_button = button("Back", self.back, tight=True)
        self.next_button = button("Next", self.next, main=True, tight=True)
        for each in (self.end_button, self.back_button, self.next_button):
            each.setAutoDefault(True)  # Enter presses the one that has the focus, as in a dialog
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        for part in (self._count, self._title, self._text):
            column.addWidget(part)
        column.addLayout(row(self.end_button, 0, self.back_button, self.next_button))
        self.hide()
        self._ring.hide()
        window.installEventFilter(self)

    @property
    def shown(self) -> str:
        """The title of the stop that shows; empty when the tour is over."""
        return self._stops[self._at].title if self.isVisible() else ""

    def begin(self, first: Sequence[Stop] = ()) -> None:
        """From the start; ``first`` are stops before the usual ones."""
        self._stops = [*first, *self._usual()]
        self._at = 0
        self._show()

    def next(self) -> None:
        if self._at + 1 == len(self._stops):
            self.end()
        else:
            self._at += 1
            self._show()

    def back(self) -> None:
        self._at = max(self._at - 1, 0)
        self._show()

    def end(self) -> None:
        self.hide()
        self._ring.hide()

    def _show(self) -> None:
        stop = self._stops[self._at]
        stop.shows()
        last = self._at + 1 == len(self._stops)
        self._count.setText(tr("{at} of {number}", at=self._at + 1, number=len(self._stops)))
        self._title.setText(stop.title)
        self._text.setText(stop.text)
        self.next_button.setText(tr("Done" if last else "Next"))
        self.next_button.setAccessibleName(tr("Done" if last else "Next"))
        self.next_button.setAccessibleDescription(f"{stop.title}. {stop.text}")
        self.back_button.setEnabled(self._at > 0)
        self._place()
        self.show()
        self._ring.show()
        self._ring.raise_()
        self.raise_()
        self.next_button.setFocus()

    def _place(self) -> None:
        window, part = self.window(), self._stops[self._at].part()
        around = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
        self._ring.setGeometry(around)
        self.setFixedHeight(self.layout().totalHeightForWidth(WIDTH))
        right = around.right() + GAP + WIDTH < window.width()
        left = around.left() - GAP - WIDTH > 0
        if right or left:
            x = around.right() + GAP if right else around.left() - GAP - WIDTH
            y = around.top() + GAP
        else:
            x = around.center().x() - WIDTH // 2
            below = around.bottom() + GAP + self.height() < window.height()
            inside = around.height() > 2 * self.height()
            y = around.bottom() + GAP if below else around.top() + GAP if inside else around.top() - GAP - self.height()
        self.move(
            min(max(x, GAP), window.width() - WIDTH - GAP), min(max(y, GAP), window.height() - self.height() - GAP)
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.isVisible() and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() == Qt.Key.Key_Backspace:
            self.back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next()
        else:
            super().keyPressEvent(event)
