# SPDX-License-Identifier: AGPL-3.0-or-later
"""The parts beside the pages fold away where the pages need the room, and come when they are needed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from redactor.gui.surface.three_parts import LEFT, ONE_PAGE, RIGHT
from tests.gui.hand import Hand


def test_two_pages_beside_each_other_can_be_read(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    hand.window.resize(1280, 720)
    left, right = hand.desk.splitter.folds
    hand.wait(lambda: not left.folded and not right.folded)
    before = hand.desk.pages.layout_.zoom
    hand.keys("Alt+3")
    hand.wait(lambda: left.folded and right.folded)
    assert hand.desk.pages.layout_.zoom > 0.9 * before, "about as large as one page beside the panels"
    hand.keys("N")
    hand.wait(lambda: not right.folded and left.folded)
    assert hand.desk.todo.list.isVisible()
    hand.click(left.rail)
    hand.wait(lambda: not left.folded)
    hand.keys("Alt+1")
    hand.wait(lambda: not left.folded and not right.folded)


def test_a_small_screen_gives_the_page_the_room_of_the_documents(
    open_window: Callable[..., Hand], case_path: Path
) -> None:
    hand = open_window(case_path)
    hand.window.resize(960, 540)
    left, right = hand.desk.splitter.folds
    hand.wait(lambda: left.folded)
    assert not right.folded and hand.desk.middle.width() >= ONE_PAGE
    hand.keys("Ctrl+5")
    hand.wait(lambda: hand.desk.documents.tree.hasFocus())
    hand.keys("F8")
    hand.wait(lambda: left.folded)
    assert QApplication.focusWidget() is left.rail, "the keyboard is not lost with what went"
    hand.keys("F9")
    hand.wait(lambda: right.folded)
    shown = hand.window.actions_by_name
    assert not shown["documents_shown"].isChecked() and not shown["panels_shown"].isChecked()
    hand.desk.splitter.open(LEFT)
    hand.desk.splitter.open(RIGHT)
    assert not left.folded and not right.folded


def test_a_message_moves_nothing_under_the_hand(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    desk = hand.desk

    def places() -> list[QPoint]:
        shown = (desk.pages.viewport(), desk.todo.list, desk.documents.tree)
        return [each.mapTo(hand.window, QPoint(0, 0)) for each in shown]

    before, heights = places(), (desk.todo.list.height(), desk.documents.tree.height())
    desk.notice.tell("Something happened.")
    hand.wait(lambda: desk.notice.isVisible() and desk.notice.height() > 10)
    desk.strip.begin("Analysing")
    hand.wait(lambda: desk.strip.isVisible() and desk.strip.height() > 10)
    assert places() == before
    assert (desk.todo.list.height(), desk.documents.tree.height()) == heights


def test_the_widths_somebody_gave_the_parts_are_there_again(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    hand.window.resize(1500, 900)
    splitter = hand.desk.splitter
    hand.wait(lambda: splitter.width() > 1400)
    before = splitter.sizes()
    for number, by in ((1, 60), (2, -90)):
        handle = splitter.handle(number)
        start = handle.rect().center()
        QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(handle, start + QPoint(by, 0))
        QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=start + QPoint(by, 0))
    moved = splitter.sizes()
    assert moved[0] > before[0] + 40 and moved[2] > before[2] + 70
    hand.window.close()
    again = open_window(case_path)
    again.window.resize(1500, 900)
    again.wait(lambda: again.desk.splitter.sizes() == moved)
