# SPDX-License-Identifier: AGPL-3.0-or-later
"""The request in the window: its form, the due date beside it and in the status line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from redactor.casefile.store import CaseFile
from redactor.gui.evidence.request import RequestDialog
from redactor.operations.request.request import record_request
from redactor.operations.view import CaseView
from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import Hand


def test_the_due_date_follows_what_is_typed_and_stays_in_view(
    open_window: Callable[..., Hand], case_path: Path
) -> None:
    hand = open_window(case_path)
    hand.wait(lambda: hand.desk.evidence.clock is not None)
    assert hand.window.status.due.text() == "No date of receipt"
    told: list[str] = []

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RequestDialog)
        received = dialog.field("received")
        assert isinstance(received, QLineEdit)
        received.setText("31/0")
        told.append(dialog.headline.text())
        received.setText("31/01/2026")
        told.append(dialog.headline.text())
        told.append(dialog.told.text())
        dialog.go.click()

    QTimer.singleShot(0, fill)
    hand.window.actions_by_name["request"].trigger()
    assert told[0] == "Not known yet" and told[1].startswith("2 March 2026")
    assert "28 February 2026 is a Saturday" in told[2]
    hand.wait(lambda: hand.window.status.due.text().startswith("Due 2 March 2026"))
    assert hand.window.actions_by_name["undo"].text() == "&Undo: record the request: received"
    hand.window.close()
    with CaseFile.open(case_path, PASSPHRASE, write=False) as case:
        assert str(CaseView(case).state.request.received) == "2026-01-31"


def test_what_was_answered_before_it_was_asked_is_told_at_its_field(
    open_window: Callable[..., Hand], case_path: Path
) -> None:
    with CaseFile.open(case_path, PASSPHRASE) as case:
        record_request(CaseView(case), {"received": "2026-02-02", "clarification_asked": "2026-02-10"})
    hand = open_window(case_path)
    hand.wait(lambda: hand.desk.evidence.clock is not None)
    told: list[str] = []

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RequestDialog)
        answered, given = dialog.field("clarification_answered"), dialog.field("identity_given")
        assert isinstance(answered, QLineEdit) and isinstance(given, QLineEdit)
        answered.setText("9/2/2026")
        shown = dialog._wrong["clarification_answered"]
        told.append(shown.text() if shown.isVisible() else "")
        told.append(answered.accessibleDescription())
        answered.setText("12/2/2026")
        told.append(shown.text())
        given.setText("1/2/2026")
        told.append(dialog._wrong["identity_given"].text())
        given.setText("3/2/2026")
        told.append(dialog._wrong["identity_given"].text())
        dialog.reject()

    QTimer.singleShot(0, fill)
    hand.window.actions_by_name["request"].trigger()
    assert told[0] == "No question was put before that day. Record when it was put." == told[1] and not told[2]
    assert "is before the request came, on 2 February 2026" in told[3]
    assert told[4].startswith("It was not asked for before that day")


def test_a_new_case_says_when_the_answer_is_due(open_window: Callable[..., Hand]) -> None:
    hand = open_window()
    hand.window.new_case()
    form = hand.window.start.form
    form.received.setText("31/01/2026")
    assert form.due.text().startswith("The answer is due on 2 March 2026") and "Saturday" in form.due.text()
