# SPDX-License-Identifier: AGPL-3.0-or-later
"""A whole case with no mouse: opened, decided, submitted and approved by keys, all reached by Tab or a shortcut."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget

from redactor.gui.gate.forms import ApproveDialog, SubmitDialog
from redactor.gui.gate.identity import IdentityDialog
from redactor.gui.start.passphrase import PassphraseDialog
from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import Hand
from tests.gui.papers import OTHER

#: More than any screen has: who has not come to a thing by then cannot come to it.
FURTHEST = 60


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None, "the keyboard is nowhere"
    return found


def tab_to(widget: QWidget) -> None:
    """Tab until it is reached."""
    for _ in range(FURTHEST):
        if focused() is widget:
            return
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    raise AssertionError(f"{widget.accessibleName()!r} is not reached by Tab")


def write(text: str, into: QWidget | None = None) -> None:
    if into is not None:
        tab_to(into)
    QTest.keySequence(focused(), "Ctrl+A")
    QTest.keyClicks(focused(), text)


def enter() -> None:
    QTest.keyClick(focused(), Qt.Key.Key_Return)


def open_by_keys(hand: Hand, path: Path) -> None:
    def choose(dialog: QFileDialog) -> None:
        hand.wait(lambda: dialog.isAncestorOf(focused()))
        write(str(path), dialog.findChild(QLineEdit))
        enter()

    def unlock(dialog: PassphraseDialog) -> None:
        hand.wait(lambda: focused() is dialog.field)
        write(PASSPHRASE)
        enter()

    chosen, unlocked = hand.dialog(QFileDialog, choose), hand.dialog(PassphraseDialog, unlock)
    hand.keys("Ctrl+O")
    chosen()
    unlocked()
    hand.opened()
    hand.settled_down()


def sign_in_by_keys(hand: Hand, folder: Path, name: str, *, lead: bool = False) -> None:
    def fill(dialog: IdentityDialog) -> None:
        hand.wait(lambda: dialog.isAncestorOf(focused()))
        if dialog.tabs.currentIndex() == 0:
            QTest.keyClick(focused(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        assert dialog.tabs.currentIndex() == 1
        write(name, dialog.name)
        if lead:
            tab_to(dialog.role)
            QTest.keyClick(focused(), Qt.Key.Key_Down)
        for field in (dialog.first, dialog.second):
            write("blue marbles", field)
        write(str(folder), dialog.where)
        enter()

    done = hand.dialog(IdentityDialog, fill)
    hand.keys("Ctrl+I")
    done()
    hand.wait(lambda: hand.desk.who and hand.desk.who.name == name)


def answer_by_keys(hand: Hand, kind: type[QDialog], keys: str, state: str) -> None:
    """Call up a dialog, go to its main button and press it."""

    def agree(dialog: QDialog) -> None:
        hand.wait(lambda: dialog.isAncestorOf(focused()))
        tab_to(dialog.go)
        QTest.keyClick(focused(), Qt.Key.Key_Space)

    done = hand.dialog(kind, agree)
    hand.keys(keys)
    done()
    hand.wait(lambda: hand.desk.standing.state == state)


def test_a_whole_case_without_a_mouse(open_window: Callable[..., Hand], case_path: Path, tmp_path: Path) -> None:
    hand = open_window()
    desk, todo = hand.desk, hand.desk.todo
    open_by_keys(hand, case_path)
    assert hand.window.focusWidget() is desk.pages

    # Everything proposed at once; then one thing after the other, each with its reason.
    hand.after(lambda: hand.keys("Ctrl+Shift+A"))
    while desk.counted and desk.counted.todo:
        hand.keys("Ctrl+1")
        hand.keys("N")
        (item,) = todo.list.chosen()
        outcome = next(o for o in ("leave", "seen") if o in item.outcomes)
        if outcome == "leave":
            write("Looked at: it is nobody", todo._why)
        tab_to(todo._buttons[outcome])
        hand.after(lambda: QTest.keyClick(focused(), Qt.Key.Key_Space))

    # On the page: from mark to mark, one left in here, and taken back.
    hand.keys("Ctrl+4")
    key = desk.pages.current
    assert key is not None and focused() is desk.pages
    for _ in range(FURTHEST):
        chosen = desk.pages.chosen_mark()
        if chosen and chosen[0].text == OTHER and chosen[0].status == "redacted":
            break
        hand.keys("Ctrl+Down")
        hand.wait(lambda: desk.pages.current and desk.pages.overlay.fresh(desk.pages.current))
    hand.keys("L")
    write("She has said so herself", desk.card.why)
    hand.after(lambda: QTest.keyClick(focused(), Qt.Key.Key_Return))
    assert "leave" in desk.moved.undo
    hand.after(lambda: hand.keys("Ctrl+Z"))

    # Two people at the gate.
    sign_in_by_keys(hand, tmp_path, "Ada Khan")
    answer_by_keys(hand, SubmitDialog, "Ctrl+Return", "submitted")
    sign_in_by_keys(hand, tmp_path, "Tom Reyes", lead=True)
    assert desk.who is not None and desk.who.role == "team-lead"
    answer_by_keys(hand, ApproveDialog, "Ctrl+Shift+Return", "approved")
