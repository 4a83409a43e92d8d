# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whatever is filled in shows that it is being filled in, in the colour of the look; the locked page is read whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from redactor.gui.look import theme
from tests.gui.hand import Hand


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_every_kind_of_field_shows_the_focus(qtbot: QtBot, look: str) -> None:
    theme.choose(look)
    try:
        sheet = QWidget()
        qtbot.addWidget(sheet)
        column = QVBoxLayout(sheet)
        fields = (QLineEdit(), QPlainTextEdit(), QComboBox(), QSpinBox())
        for field in fields:
            column.addWidget(field)
        sheet.show()
        sheet.activateWindow()
        qtbot.waitUntil(sheet.isActiveWindow, timeout=60_000)
        accent = QColor(theme.colours().accent)
        for field in fields:
            for other in fields:
                other.setFocus()
                ring = field.grab().toImage().pixelColor(field.width() // 2, 0)
                assert (ring == accent) is (other is field), (
                    f"{type(field).__name__} while {type(other).__name__} has it"
                )
    finally:
        theme.choose("system")


def test_the_locked_page_is_read_whole(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    hand.keys("Ctrl+L")
    hand.wait(lambda: hand.window.stack.currentWidget() is hand.window.locked)
    for width in (960, 1280):
        hand.window.resize(width, 540)
        hand.wait(lambda width=width: hand.window.locked.width() == width)
        words = [label for label in hand.window.locked.findChildren(QLabel) if label.isVisible()]
        assert len(words) == 2
        assert all(label.height() >= label.heightForWidth(label.width()) for label in words)
