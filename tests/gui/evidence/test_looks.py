# SPDX-License-Identifier: AGPL-3.0-or-later
"""How the release looks, chosen in the window: the warning shows, one decision is written, undo names it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QSpinBox, QToolButton

from redactor.casefile.store import CaseFile
from redactor.gui.evidence.looks import LooksDialog
from redactor.operations.planning.planned import plan_now
from redactor.operations.view import CaseView
from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import Hand


def test_choices_are_one_decision_with_a_warning_and_an_undo(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    told: list[str] = []

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, LooksDialog):
            QTimer.singleShot(20, fill)
            return
        said, colour, size = (dialog.fields[name] for name in ("box-label", "box-colour", "volume-mb"))
        assert isinstance(said, QComboBox) and isinstance(colour, QComboBox) and isinstance(size, QSpinBox)
        told.append(dialog.warning.text())
        said.setCurrentIndex(said.findData("person"))
        told.append(dialog.warning.text())
        colour.setCurrentIndex(colour.findData("black"))
        size.setValue(25)
        assert dialog.changes() == {"box-label": "person", "box-colour": "black", "volume-mb": "25"}
        dialog.go.click()

    QTimer.singleShot(0, fill)
    hand.window.actions_by_name["looks"].trigger()
    hand.wait(lambda: hand.window.actions_by_name["undo"].text().startswith("&Undo: change how the release looks"))
    assert told[0] == "" and "pieced together" in told[1]
    hand.window.close()
    with CaseFile.open(case_path, PASSPHRASE, write=False) as case:
        assert dict(plan_now(CaseView(case)).settings)["volume-mb"] == "25"


def test_every_button_of_the_toolbar_shows_on_a_small_screen(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    hand.window.resize(1280, 720)
    bar = hand.window.toolbar
    hand.wait(lambda: bar.width() == 1280)
    cut = [b.text() for b in bar.findChildren(QToolButton) if b.defaultAction() and not b.isVisible()]
    assert cut == []
