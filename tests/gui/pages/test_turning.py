# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page turned for reading: marks, clicks and drawn boxes mean the same places of the page however it lies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from redactor.domain.geometry import Box
from redactor.gui.pages.turning import Turn
from tests.gui.hand import Hand


@pytest.mark.parametrize("quarters", range(4))
def test_what_is_turned_and_turned_back_is_where_it_was(quarters: int) -> None:
    turn = Turn(quarters, 595, 842)
    assert turn.into(*turn.out(70, 30)) == (70, 30)
    box = Box(70, 30, 200, 44)
    out = turn.box_out(box)
    assert turn.box_into(out) == box and (out.width > out.height) is (quarters % 2 == 0)
    drawn = turn.painting(10, 20, *((842, 595) if quarters % 2 else (595, 842)))
    assert drawn.map(QPointF(70, 30)) == QPointF(10, 20) + QPointF(*turn.out(70, 30)), "painted where it is looked for"


def test_a_turned_page_is_decided_on_like_any_other(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    pages = hand.desk.pages
    key = hand.page("Case notes.pdf", 1)
    hand.show_page(key)
    hand.wait(lambda: pages.overlay.marks(key))
    number = pages.layout_.index[key]
    upright = (pages.layout_.widths[number], pages.layout_.heights[number])
    hand.keys("Ctrl+R")
    assert (pages.layout_.heights[number], pages.layout_.widths[number]) == upright
    assert pages.layout_.turn(number).quarters == 1 and pages.current == key
    pages.fit()

    found = pages.overlay.marks(key)
    assert found is not None
    mark = next(mark for mark in found.marks if mark.boxes)
    pages.choose(key, mark)
    place = pages.rect_of(key, mark.boxes[0])
    assert place.height() > place.width() and pages.viewport().rect().contains(place.center().toPoint())
    at = pages.mark_at(place.center())
    assert at is not None and at[0].id == mark.id
    pages.select(None)

    # A box drawn on the screen is the box on the page: what is wide here is high there.
    box = Box(300, 400, 330, 480)
    drawn = pages.rect_of(key, box)
    pages.verticalScrollBar().setValue(pages.verticalScrollBar().value() + round(drawn.top()) - 60)
    drawn = pages.rect_of(key, box)
    assert drawn.width() > drawn.height()
    view, left, none = pages.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier
    QTest.mousePress(view, left, none, drawn.topLeft().toPoint())
    QTest.mouseMove(view, drawn.center().toPoint())
    QTest.mouseMove(view, drawn.bottomRight().toPoint())
    QTest.mouseRelease(view, left, none, drawn.bottomRight().toPoint())
    assert pages.selection is not None
    (made,) = pages.selection.boxes
    assert all(abs(a - b) < 3 for a, b in zip(made, box, strict=True))
    for _ in range(3):
        hand.keys("Ctrl+R")
    assert pages.layout_.turn(number).quarters == 0
    assert (pages.layout_.widths[number] > pages.layout_.heights[number]) is (upright[0] > upright[1])


def test_how_a_page_was_turned_is_there_when_the_case_is_opened_again(
    open_window: Callable[..., Hand], case_path: Path
) -> None:
    hand = open_window(case_path)
    key = hand.page("Letter.pdf", 1)
    hand.show_page(key)
    hand.wait(lambda: hand.desk.pages.current == key)
    head = hand.desk.moved.head
    for _ in range(3):
        hand.keys("Ctrl+R")
    assert hand.desk.moved.head == head, "how a page is looked at is no decision"
    hand.window.close()
    again = open_window(case_path)
    lay = again.desk.pages.layout_
    assert [lay.turn(number).quarters for number in range(len(lay.pages))] == [
        3 if page.key == key else 0 for page in lay.pages
    ]
    again.keys("Alt+3")
    released = again.desk.compare.released.layout_
    assert released.turn(released.index[key]).quarters == 3
    # Turned upright it is upright the next time.
    again.show_page(key)
    again.wait(lambda: again.desk.pages.current == key)
    again.keys("Ctrl+R")
    again.window.close()
    last = open_window(case_path)
    assert last.desk.pages.layout_.turn(last.desk.pages.layout_.index[key]).quarters == 0
