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
from redactor.gui.look.parts import Number
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


def test_a_number_stands_as_far_from_its_edge_as_what_is_chosen(qtbot: QtBot) -> None:
    theme.choose("light")
    try:
        sheet = QWidget()
        qtbot.addWidget(sheet)
        column = QVBoxLayout(sheet)
        number, choice = Number(), QComboBox()
        number.setValue(18)
        choice.addItem("18")
        for field in (number, choice):
            column.addWidget(field)
        sheet.show()
        qtbot.waitExposed(sheet)
        first = []
        for field in (number, choice):
            image = field.grab().toImage()
            rows = range(6, image.height() - 6)
            dark = (x for x in range(2, 60) if any(image.pixelColor(x, y).lightness() < 120 for y in rows))
            first.append(next(dark))
        assert abs(first[0] - first[1]) <= 2 and first[0] >= 8, first
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
