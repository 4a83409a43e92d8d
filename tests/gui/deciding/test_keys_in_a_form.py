# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is typed into a form goes into the form: the keys leave a field only when whoever types moves them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gui.hand import Hand

#: With a space, and letters that are keys of the desk.
TYPED = "a risk of harm known to Mr Lane, seen before"


def _harm(hand: Hand) -> None:
    key = hand.page("Case notes.pdf", 2)
    hand.show_page(key)
    hand.select(key, "feels", "home")
    hand.keys("H")
    hand.wait(lambda: hand.desk.reason_open)


def _type(text: str) -> None:
    """Letter by letter, each to whatever has the keys by then."""
    for letter in text:
        QTest.keyClicks(QApplication.focusWidget(), letter)


def test_tab_goes_from_the_reason_to_each_field_and_then_to_the_buttons(
    open_window: Callable[..., Hand], case_path: Path
) -> None:
    hand = open_window(case_path)
    form = hand.desk.reason
    _harm(hand)
    for reason in (form.reason.currentIndex(), form.reason.currentIndex() + 1):
        form.reason.setFocus()
        form.reason.setCurrentIndex(reason)
        assert form._fields
        for name, field in form._fields.items():
            hand.keys("Tab")
            assert field.hasFocus(), name
            before = field.toPlainText()
            _type(TYPED)
            assert field.toPlainText() == TYPED + before and hand.desk.reason_open
        for made in (form.cancel_button, form.save_button):
            hand.keys("Tab")
            assert made.hasFocus()


def test_what_is_typed_is_in_view_in_a_low_window(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    form = hand.desk.reason
    hand.window.resize(1280, 560)
    _harm(hand)

    def in_view(name: str) -> bool:
        field, seen = form.field(name), form._scroll.viewport()
        top = field.mapTo(seen, QPoint(0, 0)).y()
        return field.hasFocus() and top >= 0 and top + min(field.height(), 30) <= seen.height()

    hand.wait(lambda: in_view("who"))
    for name in list(form._fields)[1:]:
        hand.keys("Tab")
        hand.wait(lambda name=name: in_view(name))
    form.field("who").setFocus()
    hand.wait(lambda: in_view("who"))


def test_the_wheel_over_the_reason_changes_nothing_while_somebody_types(
    open_window: Callable[..., Hand], case_path: Path
) -> None:
    hand = open_window(case_path)
    form = hand.desk.reason
    _harm(hand)
    chosen, field = form.code, form.field("likelihood")
    field.setFocus()
    _type(TYPED[:9])
    spot = QPointF(form.reason.rect().center())
    down, none = QPoint(0, -120), Qt.KeyboardModifier.NoModifier
    wheel = QWheelEvent(
        spot,
        form.reason.mapToGlobal(spot),
        down,
        down,
        Qt.MouseButton.NoButton,
        none,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(form.reason, wheel)
    _type(TYPED[9:])
    assert form.code == chosen and form.field("likelihood").toPlainText() == TYPED


def test_fields_made_anew_leave_the_keys_in_the_form(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    form = hand.desk.reason
    _harm(hand)
    form.field("likelihood").setFocus()
    _type(TYPED[:9])
    form.put_back(form.now)
    _type(TYPED[9:])
    assert form.field("likelihood").toPlainText() == TYPED and hand.desk.reason_open


def test_what_goes_from_the_list_while_its_reason_is_typed_takes_no_keys_along(
    open_window: Callable[..., Hand], case_path: Path
) -> None:
    hand = open_window(case_path)
    desk, todo = hand.desk, hand.desk.todo
    counted = desk.counted
    assert counted is not None
    item = next(item for item in counted.todo if item.kind == "person")
    todo.ask_why(item.id)
    _type(TYPED[:9])
    rest = tuple(other for other in counted.todo if other.id != item.id)
    todo.show_counted(replace(counted, todo=rest))
    head = desk.moved.head if desk.moved else 0
    _type(TYPED[9:])
    hand.keys("Return")
    assert todo._why.hasFocus() and todo._why.text() == TYPED
    assert "no longer" in todo._what.text() and desk.moved is not None and desk.moved.head == head
