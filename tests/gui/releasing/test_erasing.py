# SPDX-License-Identifier: AGPL-3.0-or-later
"""A case at the end of its time is erased in the window, by mouse and keyboard: asked before, and certified."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from redactor.casefile.store import CaseFile
from redactor.gui.forms.asking import AskDialog
from redactor.gui.releasing.keeping import KeepingDialog
from redactor.operations.keeping.retention import put_hold, set_retention, shipped_schedule
from redactor.operations.view import CaseView
from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import Hand
from tests.gui.test_whole_way import sign_in


def test_a_case_that_is_due_is_erased_in_the_window(
    open_window: Callable[..., Hand], case_path: Path, tmp_path: Path
) -> None:
    with CaseFile.open(case_path, PASSPHRASE) as case:
        view = CaseView(case)
        set_retention(view, shipped_schedule(), "not_released", ended="2020-02-01")
        put_hold(view, "Proceedings")
    hand = open_window(case_path)
    desk, certificate = hand.desk, tmp_path / "erased.pdf"
    sign_in(hand, tmp_path, "Tom Reyes", "team-lead")

    def held(dialog: KeepingDialog) -> None:
        hand.click(dialog.erase_button)
        hand.wait(lambda: "on hold: Proceedings" in dialog.error.text())

        def lift(form: AskDialog) -> None:
            hand.type(form.fields["why"], "They have ended")
            hand.click(form.go)

        done = hand.dialog(AskDialog, lift)
        hand.click(dialog.hold_button)
        done()
        hand.wait(lambda: dialog.held.isHidden())

        def erase(form: AskDialog) -> None:
            assert "early" not in form.fields, "it is due"
            hand.type(form.fields["reference"], "SAR-8")
            hand.click(form.go)
            hand.wait(lambda: "certificate" in form.error.text())
            assert isinstance(form.fields["certificate"], QLineEdit)
            hand.type(form.fields["certificate"], str(certificate))
            hand.click(form.go)
            hand.wait(lambda: "is not this case's" in form.error.text())
            assert case_path.exists() and not certificate.exists()
            hand.type(form.fields["reference"], "SAR-7")
            hand.click(form.go)

        done = hand.dialog(AskDialog, erase)
        hand.click(dialog.erase_button)
        done()

    done = hand.dialog(KeepingDialog, held)
    hand.window.actions_by_name["keeping"].trigger()
    done()
    hand.wait(lambda: hand.window.stack.currentWidget() is hand.window.start)
    assert not case_path.exists() and certificate.read_bytes().startswith(b"%PDF")
    assert certificate.with_suffix(".json").exists()
    assert str(certificate) in hand.window.start.welcome.told.text() and desk.case is None
    assert not hand.window.actions_by_name["keeping"].isEnabled()
