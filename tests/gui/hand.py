# SPDX-License-Identifier: AGPL-3.0-or-later
"""A hand at the mouse and keyboard of a real window: every step is an input event, every wait has an end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from redactor.domain.geometry import Box
from redactor.gui.casework.told.pages import Mark, PageKey
from redactor.gui.window.window import MainWindow

#: Milliseconds. Analysis in a fresh process loads the models first.
SOON, LONG = 60_000, 300_000


class Hand:
    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window, self.desk = qtbot, window, window.desk

    # -- waiting -----------------------------------------------------------------------------------------

    def wait(self, until: Callable[[], Any], timeout: int = SOON) -> None:
        try:
            self.qtbot.waitUntil(lambda: bool(until()), timeout=timeout)
        except Exception as error:
            raise AssertionError(f"never happened; the window says: {self.desk.notice.text!r}") from error

    def opened(self) -> None:
        self.wait(lambda: self.window.stack.currentWidget() is self.desk)

    def settled_down(self, timeout: int = LONG) -> None:
        """Nothing is being done, and what is left is worked out, sweep included, for the latest decision."""
        desk = self.desk
        self.wait(
            lambda: (
                not desk.work.busy
                and desk.counted
                and desk.moved
                and desk.counted.turn == desk.moved.turn
                and desk.counted.complete
            ),
            timeout,
        )

    def after(self, act: Callable[[], object]) -> None:
        """Do something that decides, and wait until it is in the journal and worked out."""
        head = self.desk.moved.head if self.desk.moved else 0
        act()
        self.wait(lambda: self.desk.moved and self.desk.moved.head > head)
        self.settled_down()

    # -- mouse and keys ------------------------------------------------------------------------------------

    def click(self, widget: QWidget) -> None:
        assert widget.isVisible() and widget.isEnabled(), f"cannot click {widget.accessibleName()!r}"
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def type(self, field: QLineEdit | QPlainTextEdit, text: str) -> None:
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.selectAll()
        QTest.keyClicks(field, text)

    def keys(self, keys: str) -> None:
        """A shortcut, such as "Ctrl+Z", on whatever has the focus."""
        if QApplication.activeModalWidget() is None and not self.window.isActiveWindow():
            self.window.activateWindow()
            self.wait(self.window.isActiveWindow)
        QTest.keySequence(QApplication.focusWidget() or self.window, QKeySequence(keys))

    def row(self, view: Any, number: int) -> None:
        """Click a row of a list."""
        rect = view.visualRect(view.model().index(number, 0))
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())

    def drop(self, paths: Sequence[Path]) -> None:
        """Drop files or folders on the desk."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        self._data = data  # events only borrow it
        where, action = QPointF(400, 300), Qt.DropAction.CopyAction
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(where.toPoint(), action, data, buttons, keys)  # the only form that can be sent
        QApplication.sendEvent(self.desk, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(self.desk, QDropEvent(where, action, data, buttons, keys))

    def dialog(self, kind: type[QDialog], act: Callable[[Any], object]) -> Callable[[], None]:
        """When a dialog of this kind opens, do this in it. Call what is returned to check that it happened."""
        seen: list[BaseException | None] = []
        timer = QTimer(self.window)

        def look() -> None:
            found = QApplication.activeModalWidget()
            if isinstance(found, kind) and found.isVisible():
                timer.stop()
                try:
                    act(found)
                    seen.append(None)
                except BaseException as error:
                    seen.append(error)
                    found.done(0)

        timer.timeout.connect(look)
        timer.start(20)

        def done() -> None:
            self.wait(lambda: seen)
            if seen[0] is not None:
                raise seen[0]

        return done

    # -- on the page -----------------------------------------------------------------------------------------

    def show_page(self, key: PageKey) -> None:
        pages = self.desk.pages
        pages.go_to(key)
        self.wait(lambda: pages.overlay.words(key) and pages.overlay.fresh(key))

    def page(self, name: str, number: int) -> PageKey:
        sha = next(sha for sha, known in self.desk.names.items() if known.endswith(name))
        return (sha, number)

    def point(self, key: PageKey, box: Box, along: float = 0.5) -> QPoint:
        rect = self.desk.pages.rect_of(key, box)
        return QPointF(rect.left() + rect.width() * along, rect.center().y()).toPoint()

    def word(self, key: PageKey, text: str) -> Box:
        """The box of the first word that reads so."""
        words = self.desk.pages.overlay.words(key)
        assert words is not None
        for start, end, box in zip(words.starts, words.ends, words.boxes, strict=True):
            if words.text[start:end].strip(".,") == text:
                return box
        raise AssertionError(f"no word {text!r} on the page")

    def drag(self, start: QPoint, end: QPoint) -> None:
        view = self.desk.pages.viewport()
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
        for part in (0.3, 0.6, 1.0):
            QTest.mouseMove(view, start + (end - start) * part)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)

    def select(self, key: PageKey, first: str, last: str) -> None:
        """Select words by dragging from one to the other."""
        self.drag(self.point(key, self.word(key, first), 0.2), self.point(key, self.word(key, last), 0.8))

    def mark(self, key: PageKey, text: str) -> Mark:
        found = self.desk.pages.overlay.marks(key)
        assert found is not None
        return next(mark for mark in found.marks if mark.text == text and mark.boxes)

    def click_mark(self, key: PageKey, text: str) -> None:
        box = self.mark(key, text).boxes[0]
        QTest.mouseClick(self.desk.pages.viewport(), Qt.MouseButton.LeftButton, pos=self.point(key, box))
