# SPDX-License-Identifier: AGPL-3.0-or-later
"""A box that was drawn can be moved, resized and split over lines, by mouse and by keyboard, one undo each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from redactor.domain.geometry import Box
from redactor.gui.casework.told.pages import Mark, PageKey
from redactor.gui.pages.shaping import SMALLEST, shaped
from tests.gui.hand import Hand

numbers = st.floats(-2000, 2000)


@given(numbers, numbers, st.sampled_from(["", "l", "r", "t", "b", "lt", "lb", "rt", "rb"]))
def test_a_box_stays_on_the_page_and_never_vanishes(dx: float, dy: float, edges: str) -> None:
    box = shaped(Box(100, 200, 180, 230), edges, dx, dy, 595, 842)
    assert 0 <= box.x0 < box.x1 <= 595 and 0 <= box.y0 < box.y1 <= 842
    assert box.width >= SMALLEST - 1e-6 and box.height >= SMALLEST - 1e-6
    if not edges:
        assert abs(box.width - 80) < 1e-6 and abs(box.height - 30) < 1e-6


def _drawn(hand: Hand, key: PageKey) -> Mark:
    found = hand.desk.pages.overlay.marks(key)
    assert found is not None
    return next(mark for mark in found.marks if mark.kind == "passage")


def _draw(hand: Hand, key: PageKey, box: Box) -> None:
    pages = hand.desk.pages
    hand.keys("B")
    rect = pages.rect_of(key, box)
    hand.drag(rect.topLeft().toPoint(), rect.bottomRight().toPoint())
    hand.keys("B")


def _shaped(hand: Hand, key: PageKey, act: Callable[[], object]) -> tuple[Box, ...]:
    """The boxes of the drawn mark after a change."""
    hand.after(act)
    hand.show_page(key)
    return _drawn(hand, key).boxes


def test_a_drawn_box_is_moved_resized_and_split(case_path: Path, open_window: Callable[..., Hand]) -> None:
    hand = open_window(case_path)
    desk, pages = hand.desk, hand.desk.pages
    key = hand.page("Case notes.pdf", 1)
    hand.show_page(key)
    first, last = hand.word(key, "kitchen"), hand.word(key, "reached")
    around = Box(first.x0 - 4, last.y0 - 3, first.x1 + 160, first.y1 + 3)
    _draw(hand, key, around)
    # Not decided yet: the selection itself moves, and nothing is on record.
    before = pages.selection.boxes[0]
    head = desk.moved.head
    QTest.keyClick(pages, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    pages.shaping.finish()
    assert abs(pages.selection.boxes[0].x0 - before.x0 - 2) < 0.11 and desk.moved.head == head
    hand.after(lambda: hand.keys("R"))
    hand.show_page(key)
    (drawn,) = _drawn(hand, key).boxes

    QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=hand.point(key, drawn, 0.95))
    assert pages.chosen_mark()[0].kind == "passage"
    desk.card.hide()
    start = pages.rect_of(key, drawn).center().toPoint()
    scale = pages.layout_.scale
    (moved,) = _shaped(hand, key, lambda: hand.drag(start, start + QPoint(round(20 * scale), round(10 * scale))))
    assert abs(moved.x0 - drawn.x0 - 20) < 1.5 and abs(moved.y0 - drawn.y0 - 10) < 1.5
    assert abs(moved.width - drawn.width) < 0.2
    assert "move or resize" in desk.moved.undo

    corner = QPointF(pages.rect_of(key, moved).bottomRight()).toPoint()
    (grown,) = _shaped(hand, key, lambda: hand.drag(corner, corner + QPoint(round(30 * scale), 0)))
    assert abs(grown.x1 - moved.x1 - 30) < 1.5 and abs(grown.x0 - moved.x0) < 0.2

    def nudge() -> None:
        for _ in range(3):
            QTest.keyClick(pages, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        QTest.keyClick(pages, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)

    head = desk.moved.head
    pages.setFocus()
    (nudged,) = _shaped(hand, key, nudge)
    assert desk.moved.head == head + 1, "a run of keys is one change"
    assert abs(nudged.y0 - grown.y0 + 6) < 0.2 and abs(nudged.x1 - grown.x1 + 2) < 0.2

    lines = _shaped(hand, key, lambda: hand.keys("S"))
    assert len(lines) == 2 and all(line.height < 20 for line in lines)
    # What a mention lies under moves with the box; the reason stays.
    assert _drawn(hand, key).reason == "TP"

    for expected in ((nudged,), (grown,), (moved,), (drawn,)):
        assert _shaped(hand, key, lambda: hand.keys("Ctrl+Z")) == expected
    hand.after(lambda: hand.keys("Ctrl+Z"))
    hand.show_page(key)
    assert not [m for m in pages.overlay.marks(key).marks if m.kind == "passage"]


def test_a_reason_put_right_leaves_a_moved_box_where_it_is(case_path: Path, open_window: Callable[..., Hand]) -> None:
    hand = open_window(case_path)
    pages = hand.desk.pages
    key = hand.page("Letter.pdf", 1)
    hand.show_page(key)
    word = hand.word(key, "spring")
    _draw(hand, key, Box(word.x0, word.y0, word.x1, word.y1))
    hand.after(lambda: hand.keys("R"))
    hand.show_page(key)
    pages.choose(key, _drawn(hand, key))

    def nudge() -> None:
        QTest.keyClick(pages, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        pages.shaping.finish()

    moved = _shaped(hand, key, nudge)
    event = _drawn(hand, key).event
    hand.after(lambda: hand.desk.decisions.decide("amend", event=event, reason="OOS", fields={"why": "another case"}))
    hand.show_page(key)
    assert _drawn(hand, key).reason == "OOS" and _drawn(hand, key).boxes == moved
