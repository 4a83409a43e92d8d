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
