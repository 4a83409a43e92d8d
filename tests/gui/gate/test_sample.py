# SPDX-License-Identifier: AGPL-3.0-or-later
"""The sample is read from top to bottom and ticked by keyboard; Enter does not say that it was read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from redactor.gui.client import CaseClient
from redactor.gui.gate.sample import SampleDialog

LONG = "A passage that goes on for longer than one line of the list can hold, whatever the width of it. " * 3


def test_passages_are_ticked_by_keyboard_several_at_once(qtbot: QtBot) -> None:
    asked: list[dict[str, object]] = []

    class Client(CaseClient):
        def ask(self, name: str, /, done=None, failed=None, progress=None, **arguments):  # type: ignore[no-untyped-def]
            asked.append({"name": name, **arguments})
            return 0

    passages = [(n, "a" * 64, 1, ("high", "middle", "low")[n % 3], f"{n}: {LONG}") for n in range(4)]
    dialog = SampleDialog(Client(), passages, 40, {"a" * 64: "Case notes.pdf"})
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    shown = dialog.list
    assert dialog.focusWidget() is shown and "nothing was missed" in dialog.count.text()
    assert shown.visualItemRect(shown.item(0)).height() > 3 * shown.fontMetrics().height(), "each is there in full"
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert dialog.isVisible() and not asked
    QTest.keyClick(shown, Qt.Key.Key_Down)
    QTest.keyClick(shown, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(shown, Qt.Key.Key_Space)
    assert dialog.missed == {1, 2} and "2 passages" in dialog.count.text()
    QTest.keyClick(shown, Qt.Key.Key_Up)
    QTest.keyClick(shown, Qt.Key.Key_Space)
    assert dialog.missed == {2}
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert asked == [{"name": "sample_read", "missed": [2]}]


def test_what_the_sample_says_stands_clear_of_the_list(qtbot: QtBot) -> None:
    class Client(CaseClient):
        def ask(self, name: str, /, done=None, failed=None, progress=None, **arguments):  # type: ignore[no-untyped-def]
            done("60 of 132 passages were read; nothing was missed in them. " * 4)
            return 0

    passages = [(n, "a" * 64, 1, "high", f"{n}: {LONG}") for n in range(40)]
    dialog = SampleDialog(Client(), passages, 132, {"a" * 64: "Case notes.pdf"})
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.result_words.isVisible(), timeout=60_000)
    said = dialog.result_words

    def clear() -> bool:
        enough = said.height() >= said.heightForWidth(said.width())
        return enough and said.geometry().top() > dialog.list.geometry().bottom()

    qtbot.waitUntil(clear, timeout=60_000)
    assert not dialog.count.isVisible() and dialog.go.geometry().top() > said.geometry().bottom()
