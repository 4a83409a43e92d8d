# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who takes one box off does not mean the others that the same decision marked; one undo puts it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from redactor.gui.casework.told.pages import Mark, PageKey
from tests.gui.hand import Hand


def _passages(hand: Hand) -> dict[PageKey, list[Mark]]:
    found = {}
    for page in hand.desk.case.pages:
        hand.show_page(page.key)
        hand.wait(lambda key=page.key: hand.desk.pages.overlay.fresh(key))
        marks = hand.desk.pages.overlay.marks(page.key).marks
        found[page.key] = [mark for mark in marks if mark.kind == "passage"]
    return found


def _all_redacted(hand: Hand) -> dict[PageKey, list[Mark]]:
    """Every "the" of the case, in one decision."""
    panel = hand.desk.search
    hand.keys("Ctrl+F")
    panel.run("the", "words")
    hand.wait(lambda: len(panel.hits) > 3)
    hand.click(panel.all_button)
    hand.wait(lambda: hand.desk.reason_open)
    hand.after(lambda: hand.click(hand.desk.reason.save_button))
    marked = _passages(hand)
    assert sum(map(len, marked.values())) == len(panel.hits) > 3
    return marked


def test_one_box_is_taken_off_from_its_card_and_put_back(case_path: Path, open_window: Callable[..., Hand]) -> None:
    hand = open_window(case_path)
    desk = hand.desk
    marked = _all_redacted(hand)
    many = sum(map(len, marked.values()))
    key = next(key for key, marks in marked.items() if len(marks) > 1)
    one = marked[key][0]
    hand.show_page(key)
    QTest.mouseClick(desk.pages.viewport(), Qt.MouseButton.LeftButton, pos=hand.point(key, one.boxes[0]))
    assert desk.card.buttons["take_off"].text() == "Take off here"
    assert desk.card.buttons["take_all_off"].text() == f"Take all {many} off"
    hand.after(lambda: hand.click(desk.card.buttons["take_off"]))
    left = _passages(hand)
    assert sum(map(len, left.values())) == many - 1
    assert one.boxes not in [mark.boxes for mark in left[key]]
    undo = hand.window.actions_by_name["undo"]
    assert undo.text().startswith("&Undo: take some places off")
    hand.after(lambda: hand.keys("Ctrl+Z"))
    assert sum(map(len, _passages(hand).values())) == many
    # All of them, which the button says.
    hand.show_page(key)
    QTest.mouseClick(desk.pages.viewport(), Qt.MouseButton.LeftButton, pos=hand.point(key, one.boxes[0]))
    hand.after(lambda: hand.click(desk.card.buttons["take_all_off"]))
    assert sum(map(len, _passages(hand).values())) == 0
    hand.after(lambda: hand.keys("Ctrl+Z"))
    assert sum(map(len, _passages(hand).values())) == many


def test_the_panel_of_the_page_takes_off_what_is_chosen_in_it(
    case_path: Path, open_window: Callable[..., Hand]
) -> None:
    hand = open_window(case_path)
    desk = hand.desk
    marked = _all_redacted(hand)
    key = next(key for key, marks in marked.items() if len(marks) > 1)
    hand.show_page(key)
    hand.keys("Ctrl+3")
    rows = [row.key for row in desk.passages.list.rows]
    hand.row(desk.passages.list, next(n for n, mark in enumerate(rows) if mark.kind == "passage"))
    hand.after(lambda: hand.click(desk.passages._off))
    left = _passages(hand)
    assert {k: len(marks) for k, marks in left.items()} == {k: len(marks) - (k == key) for k, marks in marked.items()}
