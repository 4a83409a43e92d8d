# SPDX-License-Identifier: AGPL-3.0-or-later
"""A dialog on a low screen: as high as its words need where there is room, never higher than the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from redactor.gui.client import CaseClient
from redactor.gui.evidence.looks import LooksDialog
from redactor.gui.forms.fitting import FRAME, fit
from redactor.review.release.settings import effective_settings

#: A laptop of 1920 by 1080 that shows everything twice as large, less what a dialog's frame takes.
LOW = QSize(960, 540) - FRAME


@pytest.mark.parametrize("height", [260, 360, 433])
def test_its_lines_do_not_lie_over_each_other(qtbot: QtBot, height: int) -> None:
    dialog = LooksDialog(CaseClient(), effective_settings({"box-label": "person", "volume-mb": "25"}), True)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.resize(dialog.width(), height)  # what Qt gives it where the screen is low
    fit(dialog, dialog.column, dialog.body, LOW)
    assert dialog.height() <= LOW.height() and dialog.width() <= LOW.width()
    parts = [part for part in dialog.findChildren(QWidget) if part.parentWidget() is dialog and part.isVisible()]
    for label in (part for part in parts if isinstance(part, QLabel) and part.text()):
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        assert label.height() >= needed, label.text()
    places = [QRect(part.pos(), part.size()) for part in parts]
    assert not [1 for n, one in enumerate(places) for other in places[n + 1 :] if one.intersects(other)]
