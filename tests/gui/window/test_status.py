# SPDX-License-Identifier: AGPL-3.0-or-later
"""The line below the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from redactor.gui.gate.identity import IdentityDialog
from tests.gui.hand import Hand


def test_who_decides_is_said_and_a_click_on_it_asks(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    who = hand.window.status.identity
    hand.wait(lambda: who.text() == "Not signed in")
    done = hand.dialog(IdentityDialog, lambda dialog: dialog.reject())
    QTest.mouseClick(who, Qt.MouseButton.LeftButton)
    done()
    assert hand.desk.who is None


def test_the_start_page_says_who_is_signed_in_and_signs_in(open_window: Callable[..., Hand], tmp_path: Path) -> None:
    """Before there is a case: an identity is what somebody new needs first."""
    hand = open_window()
    welcome = hand.window.start.welcome
    assert "Nobody is signed in" in welcome.who.text()

    def fill(dialog: IdentityDialog) -> None:
        assert dialog.tabs.currentIndex() == 1, "who was never signed in here makes an identity first"
        hand.type(dialog.name, "Ada Khan")
        hand.type(dialog.first, "a long enough passphrase")
        hand.type(dialog.second, "a long enough passphrase")
        hand.type(dialog.where, str(tmp_path))
        hand.click(dialog.go)

    done = hand.dialog(IdentityDialog, fill)
    hand.click(welcome.sign_button)
    done()
    hand.wait(lambda: welcome.who.text() == "You are signed in as Ada Khan, caseworker.")
