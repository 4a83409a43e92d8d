# SPDX-License-Identifier: AGPL-3.0-or-later
"""A small laptop, or everything twice as large: nothing overlaps, nothing that is needed is out of reach."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QScrollArea, QToolButton
from pytestqt.qtbot import QtBot

from redactor.gui.forms.base import Dialog
from redactor.gui.forms.fitting import SHORTEST, fit
from redactor.gui.look.one_line import ElidedLabel, OneLine
from redactor.gui.look.parts import Notice
from redactor.gui.look.rows import RowsView
from redactor.gui.surface.three_parts import LEAST
from tests.gui.hand import Hand
from tests.gui.papers import OTHER

#: A screen of 1920 by 1080 at 200%.
SMALL = QSize(960, 540)
#: A screen of 1280 by 720 at 200%.
SMALLEST = QSize(640, 360)


def test_deciding_about_a_person_works_on_a_small_screen(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    hand.window.resize(SMALL)
    hand.keys("Ctrl+2")
    panel = hand.desk.people_panel
    number = next(n for n, row in enumerate(panel.list.rows) if row.title == OTHER)
    hand.row(panel.list, number)
    hand.wait(lambda: panel.redact_button.isVisible())
    index = panel.list.currentIndex()
    hand.wait(lambda: panel.list.viewport().rect().contains(panel.list.visualRect(index).center()))
    # Each line of words has the height that it needs, and nothing lies over anything else.
    below = panel._below.widget()
    parts = [each for each in below.findChildren(QLabel) if each.isVisible() and each.text()]
    assert parts
    hand.wait(lambda: all(each.height() >= each.heightForWidth(each.width()) for each in parts if each.wordWrap()))
    # The buttons are in view as it opens: what scrolls is below them.
    view = panel._below.viewport()
    for made in (panel.redact_button, panel.disclose_button, panel._why, panel.nobody_button):
        assert view.rect().contains(QRect(made.mapTo(view, QPoint(0, 0)), made.size())), made.text()
    hand.after(lambda: hand.click(panel.redact_button))
    assert "redact" in hand.desk.moved.undo


def test_whose_address_it_is_can_be_answered_on_a_small_screen(
    open_window: Callable[..., Hand], case_path: Path
) -> None:
    hand = open_window(case_path)
    hand.window.resize(SMALL)
    hand.keys("Ctrl+1")
    panel, counted = hand.desk.todo, hand.desk.counted
    why = "it stands after their name; it would be hidden from them in 4 places"
    shown = {"title": "01632 960456 (telephone number)", "detail": why, "outcomes": ("leave", "seen")}
    own = replace(counted.todo[0], id="own-1", kind="own", document="", page=0, **shown)
    panel.show_counted(replace(counted, todo=(own, replace(own, id="own-2"), *counted.todo)))
    hand.row(panel.list, next(n for n, row in enumerate(panel.list.rows) if row.key is not None and row.key == own))
    view = panel._below.viewport()
    yes, no = (next(b for b in panel.findChildren(QPushButton) if b.text().startswith(how)) for how in ("Yes", "No"))
    hand.wait(lambda: yes.isVisible() and no.isVisible())
    hand.settled_down()
    hand.wait(lambda: all(view.rect().contains(QRect(b.mapTo(view, QPoint(0, 0)), b.size())) for b in (yes, no)))


def test_the_desk_fits_the_smallest_screen_one_part_at_a_time(
    open_window: Callable[..., Hand], case_path: Path
) -> None:
    hand = open_window(case_path)
    window, desk = hand.window, hand.desk
    left, right = desk.splitter.folds
    window.resize(SMALLEST)
    hand.wait(lambda: left.folded and right.folded)
    hand.settled_down()
    assert window.size() == SMALLEST, "the window asks for no more than the screen has"
    bar = window.toolbar
    gate = [each for each in bar.findChildren(QToolButton) if each.text() in ("Submit…", "Approve…", "Export…")]
    assert len(gate) == 3
    hand.wait(lambda: all(each.isVisible() and bar.rect().contains(each.geometry()) for each in gate))
    hand.keys("Ctrl+2")
    hand.wait(lambda: not right.folded and left.folded)
    panel = desk.people_panel
    hand.row(panel.list, next(n for n, row in enumerate(panel.list.rows) if row.title == OTHER))
    hand.wait(lambda: panel.redact_button.isVisible())
    hand.settled_down()
    for made in (panel.redact_button, panel.disclose_button, panel._why, panel.nobody_button):
        ends = made.mapTo(right, QPoint(made.width(), 0)).x()
        assert ends <= right.width(), "nothing runs out at the side"
    hand.keys("Ctrl+5")
    hand.wait(lambda: not left.folded and right.folded)
    hand.keys("N")
    hand.wait(lambda: left.folded and not right.folded)
    assert desk.middle.width() >= LEAST and window.size() == SMALLEST


def test_the_toolbar_keeps_the_gate_in_reach(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    bar = hand.window.toolbar

    def shown() -> set[str]:
        return {each.text() for each in bar.findChildren(QToolButton) if each.defaultAction() and each.isVisible()}

    hand.window.resize(SMALL)
    hand.wait(lambda: "Fit" not in shown())
    assert {"Next to decide", "As released", "Submit…", "Approve…", "Export…"} <= shown()

    # What has no room is in the menu at the end, which has room itself.
    hand.window.resize(SMALLEST)
    hand.wait(lambda: "As released" not in shown())
    assert {"Next to decide", "Submit…", "Approve…", "Export…"} <= shown()
    assert bar.more.isVisible() and bar.rect().contains(bar.more.geometry())
    away = {action.text().replace("&", "") for action in bar.more.menu().actions() if action.text()}
    assert {"Undo", "Redo", "Fit the width", "As released"} <= away
    bar.more.setFocus()
    menu, released = bar.more.menu(), hand.window.actions_by_name["released"]

    def choose() -> None:
        menu.setActiveAction(released)
        QTest.keyClick(menu, Qt.Key.Key_Return)

    QTimer.singleShot(0, choose)
    QTest.keyClick(bar.more, Qt.Key.Key_Space)
    hand.wait(lambda: hand.desk.compare.mode == "released")

    hand.window.resize(1400, 800)
    hand.wait(lambda: "Fit" in shown())
    assert not bar.more.isVisible()


def test_a_new_case_can_be_filled_in_without_scrolling_sideways(open_window: Callable[..., Hand]) -> None:
    hand = open_window()
    start = hand.window.start
    hand.window.resize(SMALLEST)
    hand.keys("Ctrl+N")
    area = start.stack.currentWidget()
    assert isinstance(area, QScrollArea) and area.widget() is start.form
    hand.wait(lambda: area.viewport().width() > 300 and area.horizontalScrollBar().maximum() == 0)


def test_what_is_told_beside_an_open_part_has_its_button_below(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    notice.tell("Exported and verified: 41 pages, 668 redactions.", "good", "Open the folder")
    for width, below in ((220, True), (900, False)):
        notice.resize(width, 160)

        def laid(below: bool = below) -> bool:
            return (notice._action.y() > notice._text.geometry().bottom()) is below

        qtbot.waitUntil(laid, timeout=60_000)


def test_a_dialog_stays_within_the_screen(qtbot: QtBot) -> None:
    dialog = Dialog("Too high", go="Close")
    for _ in range(2):
        shown = RowsView("A long list")
        shown.setMinimumHeight(400)
        dialog.body.addWidget(shown)
    qtbot.addWidget(dialog)
    assert dialog.minimumSizeHint().height() > 800
    fit(dialog, dialog.column, dialog.body, QSize(900, 500))
    assert dialog.minimumSizeHint().height() <= 500 and shown.minimumHeight() >= SHORTEST


def test_what_has_no_room_in_a_dialog_scrolls_and_its_buttons_stay_in_reach(qtbot: QtBot) -> None:
    dialog = Dialog("Far too much to ask", go="Save")
    form = dialog.form()
    for number in range(14):
        dialog.note("What is said between the questions, in so many words that they take a line or two of their own.")
        form.addRow(f"Question {number}", QLineEdit())
    room = QSize(560, 320)
    qtbot.addWidget(dialog)
    dialog.show()
    fit(dialog, dialog.column, dialog.body, room)
    qtbot.waitUntil(lambda: dialog.height() <= room.height() and dialog.width() <= room.width())
    assert dialog.go.geometry().bottom() < dialog.height() and dialog.go.isVisible()
    lines = dialog.findChildren(QLineEdit)
    qtbot.waitUntil(lambda: all(line.height() >= line.sizeHint().height() for line in lines))
    notes = [each for each in dialog.findChildren(QLabel) if each.wordWrap() and each.text() and each.isVisible()]
    qtbot.waitUntil(lambda: all(each.height() >= each.heightForWidth(each.width()) for each in notes))
    # From field to field with Tab: the one that is typed in is in view.
    lines[-1].setFocus()
    QTest.keyClick(lines[-1], Qt.Key.Key_Backtab)
    QTest.keyClick(lines[-2], Qt.Key.Key_Tab)
    view = dialog.findChild(QScrollArea).viewport()
    qtbot.waitUntil(lambda: view.rect().contains(lines[-1].mapTo(view, lines[-1].rect().center())))


def test_a_dialog_starts_in_its_first_field(qtbot: QtBot) -> None:
    dialog = Dialog("Something to say")
    dialog.body.addWidget(RowsView("What was said before"))
    field = QPlainTextEdit()
    dialog.body.addWidget(field)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.focusWidget() is field


def test_one_line_says_what_fits() -> None:
    line = OneLine("12 things left", ("people 3", "copies 4", "pages 5"))
    assert line.within(lambda text: True) == "12 things left: people 3, copies 4, pages 5"
    assert line.within(lambda text: len(text) < 42) == "12 things left: people 3, 2 more kinds"
    assert line.within(lambda text: False) == "12 things left"
    label = ElidedLabel()
    label.say(line)
    assert label.toolTip() == label.text() == str(line)


def test_the_card_leaves_what_comes_next_in_view(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    key = hand.page("Case notes.pdf", 1)
    hand.show_page(key)
    found = hand.desk.pages.overlay.marks(key)
    assert found is not None
    lowest = max((mark for mark in found.marks if mark.boxes), key=lambda mark: mark.boxes[0].y0)
    hand.desk.pages.choose(key, lowest)
    near: QRectF = hand.desk.pages.rect_of(key, lowest.boxes[0])
    card = hand.desk.card
    assert card.isVisible()
    above = card.geometry().bottom() <= near.top()
    assert above or near.top() < card.height() + 18, "below only where there is no room above"
