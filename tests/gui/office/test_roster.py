# SPDX-License-Identifier: AGPL-3.0-or-later
"""The office's roster in the window: made, added to with the office's passphrase, used in a case."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from redactor.casefile.identity import new_identity
from redactor.casefile.roster import key_path, read_roster
from redactor.gui.forms.asking import AskDialog
from redactor.gui.office.roster import RosterDialog
from tests.gui.hand import Hand

SECRET = "office passphrase"


def test_a_roster_is_made_added_to_and_used(open_window: Callable[..., Hand], case_path: Path, tmp_path: Path) -> None:
    new_identity(tmp_path / "lee.identity", "Lee Moran", "team-lead", "a passphrase of Lee's")
    roster = tmp_path / "office.roster"
    hand = open_window(case_path)
    assert not hand.desk.case.facts.office

    def fill_in(asked: AskDialog) -> None:
        for name, text in (("name", "Our Council"), ("path", str(roster)), ("passphrase", SECRET)):
            asked.set(name, text)
        hand.click(asked.go)

    def act(dialog: RosterDialog) -> None:
        hand.type(dialog.path, str(tmp_path / "nowhere.roster"))
        hand.click(dialog.open_button)
        hand.wait(lambda: dialog.error.isVisible() and "nowhere.roster" in dialog.error.text())
        made = hand.dialog(AskDialog, fill_in)
        hand.click(dialog.new_button)
        made()
        hand.wait(dialog.list.isEnabled)
        hand.type(dialog.identity, str(tmp_path / "lee.identity"))
        hand.type(dialog.secret, "not the office's")
        hand.click(dialog.add_button)
        hand.wait(lambda: dialog.error.isVisible() and "passphrase" in dialog.error.text())
        assert not dialog.list.rows
        hand.type(dialog.secret, SECRET)
        hand.click(dialog.add_button)
        hand.wait(lambda: [row.title for row in dialog.list.rows] == ["Lee Moran"])
        assert "team lead" in dialog.told.text() and dialog.error.isHidden()
        hand.click(dialog.use_button)
        hand.wait(lambda: not dialog.use_button.isEnabled() and "goes by it" in dialog.told.text())
        hand.click(dialog.go)

    done = hand.dialog(RosterDialog, act)
    hand.window.actions_by_name["roster"].trigger()
    done()
    assert [(m.name, m.role) for m in read_roster(roster).members] == [("Lee Moran", "team-lead")]
    assert key_path(roster).exists() and SECRET.encode() not in key_path(roster).read_bytes()
    hand.wait(lambda: hand.desk.case.facts.office == "Our Council")
