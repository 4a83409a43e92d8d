# SPDX-License-Identifier: AGPL-3.0-or-later
"""Other people in the window: the ground for leaving somebody in, and what is on record about them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from redactor.gui.evidence.consent import ConsentDialog
from tests.gui.hand import Hand
from tests.gui.papers import OTHER


def test_somebody_left_in_by_consent_gets_the_record_it_needs(
    open_window: Callable[..., Hand], case_path: Path
) -> None:
    hand = open_window(case_path)
    desk, panel = hand.desk, hand.desk.people_panel
    hand.keys("Ctrl+2")
    hand.row(panel.list, next(n for n, row in enumerate(panel.list.rows) if row.title == OTHER))
    seen: list[str] = []

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ConsentDialog):
            QTimer.singleShot(50, fill)
            return
        seen.append(dialog.hint.text())
        for fact, value in {
            "answer": "given",
            "answered": "05/02/2026",
            "scope": "the letter",
            "form": "e-mail",
        }.items():
            dialog.set(fact, value)
        seen.append(dialog.headline.text())
        seen.append(dialog.told.text())
        dialog.go.click()

    QTimer.singleShot(50, fill)
    panel._why.setText("She agreed on the telephone")
    panel.ground.setCurrentIndex(panel.ground.findData("CONSENT"))
    hand.click(panel.disclose_button)
    hand.wait(lambda: len(seen) == 3)
    hand.settled_down()
    assert seen[1] == "Left in" and "the letter" in seen[2] and "16(2)(a)" in seen[2]
    # What she agreed to was not known when she was left in everywhere: whether that is meant is asked.
    (asked,) = (item.text for item in desk.counted.todo if item.kind == "consent")
    assert "they agreed, for: the letter" in asked and "lacks" not in asked
    assert hand.window.actions_by_name["undo"].text().endswith(OTHER)
    hand.window.actions_by_name["undo"].trigger()
    hand.wait(lambda: any(item.kind == "consent" for item in desk.counted.todo))
