# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands below a list is whole wherever there is room for it, however many are chosen and in whatever order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from redactor.gui.casework.told.people import PersonRow
from tests.gui.hand import Hand

WHY = "signs letters of the school as its head teacher and is written to at the school's own address by the council"


def person(number: int) -> PersonRow:
    name = f"Bartholomew Featherstonehaugh the {number}th"
    return PersonRow(
        str(number), name, (f"Bart {number}", "Uncle Bart"), "third_party", "", "uncle", WHY, 9, 4, 1, "", "", "",
        "redact", undecided=9,
    )  # fmt: skip


def test_nothing_of_it_is_cut_where_there_is_room(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    panel = hand.desk.people_panel
    hand.keys("Ctrl+2")
    panel.show_people([person(n) for n in range(12)])
    view, below = panel.list, panel._below

    def whole() -> bool:
        needed = panel._area.heightForWidth(panel._area.width())
        return below.viewport().height() == needed and not below.verticalScrollBar().maximum()

    plain, more = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    for number, keys in ((0, plain), (1, more), (2, more), (3, more), (0, plain), (1, more), (2, plain), (3, more)):
        index = view.model().index(number, 0)
        view.scrollTo(index)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, view.visualRect(index).center())
        hand.wait(whole)
    # Too low a window: then, and only then, it scrolls.
    hand.window.resize(1280, 500)
    hand.wait(lambda: below.verticalScrollBar().maximum() > 0)
