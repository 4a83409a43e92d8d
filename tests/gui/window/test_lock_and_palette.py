# SPDX-License-Identifier: AGPL-3.0-or-later
"""Secure room manners, preferences and the list of commands, on a real window with a real case."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from redactor.gui import recent
from redactor.gui.casework.told.case import Problem
from redactor.gui.look import theme
from redactor.gui.window.palette import PaletteDialog
from redactor.gui.window.preferences import PreferencesDialog
from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import Hand
from tests.gui.papers import SUBJECT
from tests.gui.test_whole_way import SECRET, sign_in


def shown_words(hand: Hand) -> str:
    """Every text a label of the window shows now, and its title."""
    labels = [found.text() for found in hand.window.findChildren(QLabel) if found.isVisible()]
    return " ".join([hand.window.windowTitle(), *labels])


def test_a_locked_window_shows_nothing_and_opens_with_the_passphrase_alone(
    open_window: Callable[..., Hand], case_path: Path
) -> None:
    hand = open_window(case_path)
    hand.show_page(hand.page("Letter.pdf", 1))
    assert SUBJECT in shown_words(hand)
    hand.keys("Ctrl+L")
    window, locked = hand.window, hand.window.locked
    assert window.stack.currentWidget() is locked
    assert SUBJECT not in shown_words(hand) and "SAR-7" not in shown_words(hand)
    assert not hand.desk.isVisible() and not window.toolbar.isVisible() and not window.statusBar().isVisible()
    working = {name for name, action in window.actions_by_name.items() if action.isEnabled()}
    assert working == {"quit", "about"}

    hand.wait(locked.field.hasFocus)
    hand.type(locked.field, "not it")
    QTest.keyClick(locked.field, Qt.Key.Key_Return)
    hand.wait(lambda: "not the passphrase" in locked.error.text())
    assert window.stack.currentWidget() is locked and locked.field.text() == ""
    hand.click(locked.go)
    hand.wait(lambda: "Type the passphrase" in locked.error.text())
    hand.type(locked.field, PASSPHRASE)
    hand.click(locked.go)
    hand.opened()
    assert SUBJECT in window.windowTitle() and window.actions_by_name["theme_dark"].isEnabled()
    hand.desk.decisions.decide("undo")
    hand.wait(lambda: "nothing to undo" in hand.desk.notice.text)


def test_a_case_can_be_closed_without_its_passphrase(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    hand.window.lock()
    hand.click(hand.window.locked.away)
    assert hand.window.stack.currentWidget() is hand.window.start
    hand.window.lock()
    assert hand.window.stack.currentWidget() is hand.window.start, "with no case open there is nothing to lock"


def test_only_their_own_passphrase_brings_back_whoever_was_signed_in(
    open_window: Callable[..., Hand], case_path: Path, tmp_path: Path
) -> None:
    hand = open_window(case_path)
    window, desk, locked = hand.window, hand.desk, hand.window.locked
    sign_in(hand, tmp_path, "Tom Reyes", "team-lead")
    hand.keys("Ctrl+L")
    assert "your own passphrase" in shown_words(hand) and "Tom Reyes" not in shown_words(hand)
    hand.type(locked.field, "not it")
    hand.click(locked.go)
    hand.wait(lambda: "neither your passphrase" in locked.error.text())
    hand.type(locked.field, SECRET)
    hand.click(locked.go)
    hand.opened()
    assert desk.who and desk.who.name == "Tom Reyes"

    # The caseworker knows the passphrase of the case too: it opens the case, and makes no team lead of her.
    hand.keys("Ctrl+L")
    hand.type(locked.field, PASSPHRASE)
    hand.click(locked.go)
    hand.opened()
    assert desk.who is None and "Tom Reyes is signed out" in desk.notice.text
    done: list[object] = []
    desk.client.ask("approve", done.append, done.append)
    hand.wait(lambda: done)
    assert isinstance(done[0], Problem), "the process that signs has forgotten the identity too"

    sign_in(hand, tmp_path, "Tom Reyes", "team-lead")
    hand.keys("Ctrl+L")
    hand.click(locked.away)
    assert desk.who is None
    hand.wait(lambda: window.stack.currentWidget() is window.start)


def test_it_locks_when_left_alone_and_not_while_in_use(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    idle, locked = hand.window.idle, hand.window.locked
    recent.remember_lock_after(5)
    idle.touched()
    idle.look(time.monotonic() + 4 * 60)
    assert hand.window.stack.currentWidget() is not locked
    idle._touched -= 5 * 60
    QTest.keyClick(hand.window.windowHandle(), Qt.Key.Key_Shift)
    idle.look()
    assert hand.window.stack.currentWidget() is not locked, "a key was pressed just now"
    recent.remember_lock_after(0)
    idle.look(time.monotonic() + 10_000)
    assert hand.window.stack.currentWidget() is not locked, "switched off"
    recent.remember_lock_after(5)

    # A dialog somebody left open goes too: it may show words of the case.
    def leave_it(dialog: PreferencesDialog) -> None:
        idle.look(time.monotonic() + 301)
        assert hand.window.stack.currentWidget() is locked and QApplication.activeModalWidget() is None
        hand.click(locked.away)

    done = hand.dialog(PreferencesDialog, leave_it)
    hand.window.actions_by_name["preferences"].trigger()
    done()
    assert hand.window.stack.currentWidget() is hand.window.start and QApplication.activeModalWidget() is None


def test_recent_cases_are_neither_shown_nor_kept_where_that_is_wished(
    open_window: Callable[..., Hand], case_path: Path
) -> None:
    hand = open_window(case_path)
    hand.wait(lambda: recent.cases() == [str(case_path)])

    def switch_off(dialog: PreferencesDialog) -> None:
        dialog.cases.setChecked(False)
        dialog.lock.setCurrentIndex(dialog.lock.findData(2))
        hand.click(dialog.go)

    done = hand.dialog(PreferencesDialog, switch_off)
    hand.window.actions_by_name["preferences"].trigger()
    done()
    assert recent.cases() == [] and recent.lock_after() == 2
    hand.window.close_case()
    hand.window.open_path(str(case_path), PASSPHRASE)
    hand.opened()
    recent.show_cases(True)
    assert recent.cases() == [], "nothing was remembered meanwhile"


def test_a_command_is_found_by_a_part_of_its_words(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)

    def choose(dialog: PaletteDialog) -> None:
        QTest.keyClicks(dialog.field, "high cont")
        assert [row.title for row in dialog.list.rows] == ["High contrast"]
        assert dialog.list.rows[0].detail == "View, Colours"
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)

    done = hand.dialog(PaletteDialog, choose)
    hand.keys("Ctrl+K")
    done()
    hand.wait(lambda: theme.colours() is theme.CONTRAST)

    def nothing(dialog: PaletteDialog) -> None:
        titles = [row.title for row in dialog.list.rows]
        assert "Accept what is proposed" in titles and "Export the release" not in titles, "only what can be done now"
        first = dialog.list.chosen()
        QTest.keyClick(dialog.field, Qt.Key.Key_Down)
        assert dialog.list.chosen() != first
        QTest.keyClicks(dialog.field, "xyzzy")
        assert not dialog.go.isEnabled()
        QTest.keyClick(dialog.field, Qt.Key.Key_Escape)

    done = hand.dialog(PaletteDialog, nothing)
    hand.keys("Ctrl+K")
    done()
