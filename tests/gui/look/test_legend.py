# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every look of a mark is in the legend, with words, and no two are told apart by colour alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from redactor.gui.look.marks import _DRAW, LEGEND, draw_mark
from redactor.gui.window.help import LegendDialog


def test_the_legend_shows_every_look(qtbot: QtBot) -> None:
    dialog = LegendDialog()
    qtbot.addWidget(dialog)
    assert {style for style, _ in LEGEND} == set(_DRAW)


def _inked(style: str) -> frozenset[tuple[int, int]]:
    """Where the mark is visibly darker than paper, without its colour."""
    image = QImage(120, 60, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    draw_mark(painter, style, [QRectF(20, 20, 80, 20)])
    painter.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return frozenset((x, y) for x in range(120) for y in range(60) if grey.pixelColor(x, y).red() < 205)


def test_looks_differ_in_shape(qtbot: QtBot) -> None:
    inked = {style: _inked(style) for style in _DRAW}
    for one, ink in inked.items():
        assert len(ink) > 20, f"{one} is hardly seen"
        for other, theirs in inked.items():
            if one < other:
                apart = len(ink ^ theirs) / max(len(ink | theirs), 1)
                assert apart > 0.2, f"{one} and {other} look alike without colour"
