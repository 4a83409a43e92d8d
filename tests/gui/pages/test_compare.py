# SPDX-License-Identifier: AGPL-3.0-or-later
"""Source and release side by side: the release is the page as burned, and both show the same place at the same zoom."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication

from redactor.domain.geometry import Box
from tests.gui.hand import Hand


def _colours(hand: Hand, image: QImage, box: Box, width: float) -> set[str]:
    scale = image.width() / width
    return {
        image.pixelColor(round(x * scale), round(y * scale)).name()
        for x in (box.x0 + 1, box.x1 - 1)
        for y in (box.y0 + 2, box.y1 - 2)
    }


def test_the_released_page_is_the_page_as_burned_and_follows_decisions(
    open_window: Callable[..., Hand], case_path: Path
) -> None:
    hand = open_window(case_path)
    compare = hand.desk.compare
    key = hand.page("Letter.pdf", 1)
    hand.show_page(key)
    word, width = hand.word(key, "spring"), compare.source.layout_.pages[0].width
    hand.keys("Alt+2")
    assert compare.mode == "released" and not compare.source.isVisible()
    hand.wait(lambda: compare.released.ready(key), 30_000)
    assert compare.source.layout_.zoom == compare.released.layout_.zoom > 0.4, "the hidden half follows"
    before = compare.released.images.any(key)
    assert before is not None
    hand.keys("Ctrl+P")
    assert compare.mode == "source"
    hand.show_page(key)
    hand.select(key, "spring", "spring")
    hand.after(lambda: hand.keys("R"))
    assert not compare.released.ready(key), "what was burned before the decision is not passed off as the release"
    hand.keys("Ctrl+P")
    hand.wait(lambda: compare.released.ready(key), 30_000)
    shown = compare.released.images.any(key)
    assert shown is not None
    colours = _colours(hand, shown, word, width)
    assert len(colours) == 1 and colours != {"#ffffff"}, "one flat box lies where the word stood"
    # The bundle's page is a little longer: the band with its number stands under it.
    assert compare.released.layout_.pages[0].height > compare.source.layout_.pages[0].height


def test_what_does_not_show_leads_nothing(open_window: Callable[..., Hand], case_path: Path) -> None:
    """Behind the source, the released pages have a width of their own."""
    hand = open_window(case_path)
    source, released = hand.desk.compare.source, hand.desk.compare.released
    zoom = source.layout_.zoom
    released.set_zoom(0.25)
    assert source.layout_.zoom == zoom


def test_scroll_and_zoom_go_together(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    compare = hand.desk.compare
    source, released = compare.source, compare.released
    hand.show_page(hand.page("Case notes.pdf", 1))
    hand.keys("Alt+3")
    assert source.isVisible() and released.isVisible()
    hand.wait(lambda: source.layout_.zoom == released.layout_.zoom and source.viewport().width() < 700)
    number = source.layout_.index[hand.page("Case notes.pdf", 2)]

    def tops(lead: object) -> tuple[int, int]:
        return (
            source.layout_.tops[number] - source.verticalScrollBar().value(),
            released.layout_.tops[number] - released.verticalScrollBar().value(),
        )

    hand.keys("Ctrl+PgDown")
    assert tops(source)[0] == tops(released)[1], "the page's top stands at the same height in both"
    point = QPointF(100, 100)
    wheel = QWheelEvent(
        point, released.viewport().mapToGlobal(point), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    zoom = source.layout_.zoom
    QApplication.sendEvent(released.viewport(), wheel)
    assert source.layout_.zoom == released.layout_.zoom > zoom
    released.verticalScrollBar().setValue(released.layout_.tops[number] + 40)
    assert tops(source) == (-40, -40)
    released.horizontalScrollBar().setValue(30)
    assert source.horizontalScrollBar().value() == min(30, source.horizontalScrollBar().maximum())
    # The panels follow, whichever half was scrolled.
    hand.wait(lambda: hand.desk.passages.key == hand.page("Case notes.pdf", 2))
    hand.keys("Ctrl+0")
    hand.wait(lambda: source.fit_width and source.layout_.zoom == released.layout_.zoom)
    hand.keys("Alt+1")
    assert not released.isVisible()
