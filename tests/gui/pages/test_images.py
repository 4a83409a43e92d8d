# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which page is drawn when: what shows comes first, and what may be looked at next waits until it is there."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from redactor.gui.casework.told.pages import PageKey, PageRow
from redactor.gui.client import CaseClient
from redactor.gui.pages.images import PageImages, tiles_in_view, tiles_next_door
from redactor.gui.pages.layout import GAP, Layout, View


class Case:
    """The other end of the line: answers when it is told to."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self._done: dict[int, Any] = {}

    def ask(self, name: str, done: Any, failed: Any, key: PageKey, scale: float, clip: object) -> int:
        self.asked.append(key[1])
        self._done[key[1]] = done
        return len(self.asked)

    def draw(self, page: int) -> None:
        image = QImage(10, 10, QImage.Format.Format_RGB32)
        self._done.pop(page)((None, image))


def _record(pages: int) -> Layout:
    return Layout([PageRow("d", n, 595, 842, "read") for n in range(1, pages + 1)], 1.0)


def _look(images: PageImages, layout: Layout, view: View) -> None:
    images.want(tiles_in_view(images, layout, view, 1.0), tiles_next_door(layout, view, 1.0))


def test_after_a_leap_the_page_is_drawn_alone_and_its_neighbours_after_it(qtbot: QtBot) -> None:
    case, layout = Case(), _record(100)
    images = PageImages(cast(CaseClient, case))
    # To the head of the page, as a leap goes: the page above ends where the view begins.
    _look(images, layout, View(0, layout.tops[49] - GAP, 800, 700))
    assert case.asked == [50]
    case.draw(50)
    qtbot.waitUntil(lambda: case.asked == [50, 51], timeout=60_000)
    case.draw(51)
    qtbot.waitUntil(lambda: case.asked == [50, 51, 49], timeout=60_000)


def test_leaping_on_drops_the_neighbours_of_where_one_was(qtbot: QtBot) -> None:
    case, layout = Case(), _record(100)
    images = PageImages(cast(CaseClient, case))
    _look(images, layout, View(0, layout.tops[49] - GAP, 800, 700))
    case.draw(50)
    _look(images, layout, View(0, layout.tops[79] - GAP, 800, 700))
    assert case.asked == [50, 80]
    case.draw(80)
    qtbot.waitUntil(lambda: len(case.asked) == 3, timeout=60_000)
    assert case.asked == [50, 80, 81]


def test_all_pages_that_show_are_asked_for_before_any_that_does_not(qtbot: QtBot) -> None:
    case, layout = Case(), _record(100)
    images = PageImages(cast(CaseClient, case))
    # Less of page 9 shows than of page 10.
    _look(images, layout, View(0, layout.tops[9] - 300, 800, 700))
    assert case.asked == [10, 9]
    case.draw(10)
    assert case.asked == [10, 9]
    case.draw(9)
    qtbot.waitUntil(lambda: case.asked == [10, 9, 11], timeout=60_000)


def test_a_page_that_only_touches_the_view_does_not_show() -> None:
    layout = _record(9)
    bottom = layout.tops[3] + layout.heights[3]
    assert list(layout.visible(bottom, GAP + 1)) == [4]
    assert list(layout.visible(bottom, GAP)) == []
    assert list(layout.visible(bottom - 1, GAP)) == [3]
    assert list(layout.visible(0, layout.tops[0])) == []
    assert list(layout.visible(0, layout.height)) == list(range(9))
