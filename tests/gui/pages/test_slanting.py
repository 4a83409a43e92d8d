# SPDX-License-Identifier: AGPL-3.0-or-later
"""On a page that was scanned askew marks run with its lines, as the release covers them; others stand upright."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from redactor.domain.geometry import Box
from redactor.domain.slant import LEVEL, Lay
from redactor.gui.casework.told.pages import WordBoxes
from redactor.gui.pages.slanting import Follows, Slanting

SCALE, LEFT, TOP = 2.0, 30.0, 10.0
LAY = Lay(0.05, 200.0, 10.0)
#: A word 60 points long whose line falls by three points along it; its letters are 10 points high.
WORD = Box(100, 50, 160, 63)
#: A box somebody drew about nothing that was read.
DRAWN = Box(20, 120, 60, 140)


def filled(lay: Lay, box: Box) -> QImage:
    """A view of 460 by 320 pixels on which the box was drawn black."""
    words = WordBoxes(("sha", 1), "Someone", (0,), (7,), (WORD,), (0,), lay)
    image = QImage(460, 320, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    lines = Slanting(words, Follows(), LEFT, TOP, SCALE)
    lines.draw(painter, (box,), lambda rects: [painter.fillRect(rect, QColor("black")) for rect in rects])
    painter.end()
    return image


def span(image: QImage, x_points: float) -> tuple[float, float]:
    """From where to where (points) a column is black."""
    x = round(LEFT + x_points * SCALE)
    rows = [y for y in range(image.height()) if QColor(image.pixel(x, y)).lightness() < 128]
    return ((rows[0] - TOP) / SCALE, (rows[-1] + 1 - TOP) / SCALE) if rows else (0.0, 0.0)


def test_a_mark_follows_the_line_of_its_word(qtbot: QtBot) -> None:
    image = filled(LAY, WORD)
    left, right = span(image, 105), span(image, 155)
    # Ten points high everywhere, and lower by the fall of the line between the two places.
    assert left[1] - left[0] == pytest.approx(10, abs=1) and right[1] - right[0] == pytest.approx(10, abs=1)
    assert right[0] - left[0] == pytest.approx(50 * LAY.lean, abs=1)
    # And nowhere outside of the upright box that the release burns around it.
    assert left[0] >= WORD.y0 - 0.5 and right[1] <= WORD.y1 + 0.5


def test_what_was_drawn_by_hand_and_what_lies_on_level_pages_stands_upright(qtbot: QtBot) -> None:
    for lay, box in ((LAY, DRAWN), (LEVEL, WORD)):
        image = filled(lay, box)
        assert span(image, box.x0 + 3) == pytest.approx((box.y0, box.y1), abs=0.5)
        assert span(image, box.x1 - 3) == pytest.approx((box.y0, box.y1), abs=0.5)
