# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a submission would lack is a click away where it is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from redactor.gui.arranging.confirming import ConfirmDialog
from redactor.gui.gate.forms import SubmitDialog
from redactor.gui.gate.identity import IdentityDialog
from tests.gui.hand import Hand
from tests.gui.test_whole_way import sign_in


def test_titles_are_confirmed_from_where_they_are_said_to_be_lacking(
    case_path: Path, open_window: Callable[..., Hand], tmp_path: Path
) -> None:
    hand = open_window(case_path)
    sign_in(hand, tmp_path, "Ada Khan", "caseworker")
    hand.settled_down()
    asked = hand.dialog(SubmitDialog, lambda dialog: hand.click(dialog.titles_button))
    shown = hand.dialog(ConfirmDialog, lambda dialog: dialog.reject())
    hand.desk.gate.submit()
    asked()
    shown()


def test_choosing_an_identity_by_enter_goes_on_to_its_passphrase(open_window: Callable[..., Hand]) -> None:
    hand = open_window()
    dialog = IdentityDialog(hand.window.client, ["/keys/ada.identity"], hand.window)
    dialog.show()
    dialog.file.setFocus()
    dialog.try_accept()
    assert dialog.passphrase.hasFocus() or dialog.focusWidget() is dialog.passphrase
    assert dialog.error.isHidden() and dialog.go.isEnabled()
    dialog.reject()
