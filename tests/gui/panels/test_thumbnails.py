# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of the document in view, small: drawn, followed, gone to by mouse and key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from redactor.gui.panels.thumbnails import Thumbnails
from tests.gui.hand import Hand


def small(hand: Hand) -> Thumbnails:
    found = hand.desk.documents.small
    assert found is not None
    hand.window.resize(1280, 1000)
    hand.wait(found.isVisible)
    return found


def numbers(view: Thumbnails) -> list[str]:
    return [view.model().index(n, 0).data() for n in range(view.model().rowCount())]


def test_they_are_drawn_and_lead_to_their_pages(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    view, pages = small(hand), hand.desk.pages
    first, second = hand.page("Case notes.pdf", 1), hand.page("Case notes.pdf", 2)
    hand.show_page(first)
    hand.wait(lambda: numbers(view) == ["1", "2"] and view.image(first) and view.image(second))
    image = view.image(first)
    assert image is not None and image.width() > 20
    colours = {image.pixelColor(x, y).rgb() for x in range(image.width()) for y in range(image.height())}
    assert len(colours) > 2, "there is something on it"
    hand.row(view, 1)
    hand.wait(lambda: pages.current == second)
    # The keys as well; and the one in view is the one that is chosen.
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Left)
    hand.wait(lambda: pages.current == first)
    hand.show_page(second)
    hand.wait(lambda: view.currentIndex().row() == 1)
    letter = hand.page("Letter.pdf", 1)
    hand.show_page(letter)
    hand.wait(lambda: numbers(view) == ["1"] and view.image(letter))


def test_what_is_left_on_each_is_said(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    view = small(hand)
    hand.show_page(hand.page("Case notes.pdf", 1))
    hand.wait(lambda: numbers(view) == ["1", "2"])
    said = Qt.ItemDataRole.AccessibleTextRole
    assert "left to decide" in view.model().index(0, 0).data(said)
    view.set_flags({}, True)
    assert "Nothing is left to decide" in view.model().index(0, 0).data(said)
    view.set_flags({}, False)
    assert view.model().index(0, 0).data(said) == "Page 1", "not searched yet: nothing left means nothing"


def test_none_is_drawn_while_a_page_is_waited_for_and_a_low_window_has_none(
    open_window: Callable[..., Hand], case_path: Path
) -> None:
    hand = open_window(case_path)
    view = small(hand)
    hand.wait(lambda: all(view.image(hand.page("Case notes.pdf", number)) for number in (1, 2)) and not view._out)
    view._kept.clear()
    view._busy = lambda: True
    view._draw_next()
    assert not view._out and view._rest.isActive()
    hand.window.resize(1280, 560)
    hand.wait(lambda: not view.isVisible())
