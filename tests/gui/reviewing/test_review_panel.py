# SPDX-License-Identifier: AGPL-3.0-or-later
"""The team lead's list: the reason first, and what somebody typed left whole."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from redactor.gui.casework.told.review import ReviewNow, ReviewRow
from redactor.gui.panels.review import ReviewPanel


def test_the_reason_comes_first_and_typed_words_are_not_broken(qtbot: QtBot) -> None:
    panel = ReviewPanel()
    qtbot.addWidget(panel)
    why, about = "He told her himself; she said so · twice", "another person, 1 mention on 1 page"
    row = ReviewRow("r", "risk", "Exceptions", "Darren", f"{why} · {about}", key=("sha", 3), lines=(why, about))
    panel.set_documents({"sha": "Letter.pdf"})
    panel.show_review(ReviewNow((row,), True, "", True), submitted=True)
    assert panel.list.rows[1].detail == f"{why} · {about} · Letter.pdf, page 3"
    panel.list.setCurrentIndex(panel.list.model().index(1, 0))
    assert panel._whole.toPlainText().splitlines() == ["Darren", why, about]
    panel.resize(420, 600)
    panel.show()
    qtbot.waitExposed(panel)
    assert panel.sample.height() < 2 * panel.sample.fontMetrics().height(), "one line where there is room for one"
