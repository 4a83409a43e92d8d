# SPDX-License-Identifier: AGPL-3.0-or-later
"""A field is as high as what is written in it, within bounds."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from redactor.gui.look.growing import MOST, GrowingText


def test_a_field_grows_with_what_is_typed_and_with_a_narrower_panel(qtbot: QtBot) -> None:
    panel, field = QWidget(), GrowingText(least=2)
    QVBoxLayout(panel).addWidget(field)
    qtbot.addWidget(panel)
    panel.resize(400, 600)
    panel.show()
    qtbot.waitExposed(panel)
    two = field.height()
    QTest.keyClicks(field, "one line")
    assert field.height() == two
    field.setPlainText("\n".join("abcd"))
    line = (field.height() - two) // 2
    assert line > 8
    qtbot.waitUntil(lambda: not field.verticalScrollBar().isVisible(), timeout=20_000)
    qtbot.waitUntil(lambda: field.verticalScrollBar().maximum() == 0, timeout=20_000)
    field.setPlainText("word " * 40)
    wide = field.height()
    panel.resize(200, 600)
    qtbot.waitUntil(lambda: field.height() > wide, timeout=20_000)
    field.setPlainText("\n" * 60)
    assert field.height() == two + (MOST - 2) * line
    field.clear()
    assert field.height() == two
