# SPDX-License-Identifier: AGPL-3.0-or-later
"""A team lead is told what costs them their approval before it is done, once, and not where it costs nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from redactor.cli import main
from redactor.domain.journal import Actor
from redactor.gui.evidence.consent import ConsentDialog
from redactor.review.checks.approval import took_part
from tests.conftest import make_pdf
from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import LONG, Hand
from tests.gui.papers import OTHER
from tests.gui.test_whole_way import sign_in


def test_a_team_lead_is_told_before_adding_papers(
    open_window: Callable[..., Hand], case_path: Path, tmp_path: Path
) -> None:
    hand = open_window(case_path)
    desk = hand.desk
    sign_in(hand, tmp_path, "Tom Reyes", "team-lead")
    make_pdf(tmp_path / "Late.pdf", ["A late letter about the boiler."])
    hand.drop([tmp_path / "Late.pdf"])
    assert "Tom Reyes, team lead" in desk.notice.text and "neither approve it" in desk.notice.text
    assert not any("Late" in name for name in desk.names.values()) and desk.could_approve
    hand.click(desk.notice._action)
    hand.wait(lambda: any("Late" in name for name in desk.names.values()), LONG)
    hand.settled_down()
    assert not desk.could_approve
    # It is said once: what is decided after is done at once.
    other = next(p.id for p in desk.people.values() if p.name == OTHER)
    hand.after(lambda: desk.decisions.decide("decide_people", people=[other], outcome="redact", reason="TP"))
    assert desk.people[other].decision == "redact"


def test_a_team_lead_is_told_before_deciding_and_a_caseworker_is_not(
    open_window: Callable[..., Hand], case_path: Path, tmp_path: Path
) -> None:
    hand = open_window(case_path)
    desk = hand.desk
    other, *_ = (p.id for p in desk.people.values() if p.name == OTHER)
    sign_in(hand, tmp_path, "Tom Reyes", "team-lead")
    desk.decisions.decide("decide_people", people=[other], outcome="redact", reason="TP")
    hand.wait(lambda: "counts as taking part in the case: Tom Reyes, team lead" in desk.notice.text)
    assert "--take-part" not in desk.notice.text and not desk.people[other].decision
    # A note decides nothing.
    desk.notice.hide()
    desk.decisions.decide("write_note", purpose="comment", text="Why is she left in?")
    hand.settled_down()
    assert not desk.notice.isVisible() and desk.could_approve
    desk.client.ask("sign_out")
    sign_in(hand, tmp_path, "Ada Khan", "caseworker")
    hand.after(lambda: desk.decisions.decide("decide_people", people=[other], outcome="redact", reason="TP"))
    assert desk.people[other].decision == "redact" and not desk.could_approve


def test_what_is_recorded_in_a_form_tells_a_team_lead_as_well(
    open_window: Callable[..., Hand], case_path: Path, tmp_path: Path
) -> None:
    hand = open_window(case_path)
    desk = hand.desk
    sign_in(hand, tmp_path, "Tom Reyes", "team-lead")
    other = next(p for p in desk.people.values() if p.name == OTHER)

    def told_and_left(dialog: ConsentDialog) -> None:
        hand.type(dialog.field("information"), "What he heard")
        hand.click(dialog.go)
        hand.wait(dialog.error.isVisible)
        assert "could then neither approve it" in dialog.error.text() and "once more" in dialog.error.text()
        hand.click(dialog.back)

    done = hand.dialog(ConsentDialog, told_and_left)
    desk.evidence.show_consent(other)
    done()
    assert desk.could_approve

    def all_the_same(dialog: ConsentDialog) -> None:
        hand.type(dialog.field("information"), "What he heard")
        # Every form says it, not only the first.
        hand.click(dialog.go)
        hand.wait(dialog.error.isVisible)
        hand.click(dialog.go)
        hand.wait(lambda: not dialog.isVisible())

    done = hand.dialog(ConsentDialog, all_the_same)
    hand.after(lambda: desk.evidence.show_consent(other))
    done()
    assert not desk.could_approve


def test_the_shell_tells_a_team_lead_first(
    case_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("REDACTOR_IDENTITY_PASSPHRASE", "x y z")
    assert main(["identity", "new", str(tmp_path / "l"), "--name", "Tom Reyes", "--role", "team-lead"]) == 0
    lead = ["--as", str(tmp_path / "l")]
    decided = ["decide", str(case_path), "--person", OTHER, "--redact", *lead]
    assert main(decided) == 1
    assert "Tom Reyes, team lead, could then neither approve it" in capsys.readouterr().err
    # To talk, and to say that something was looked at, costs nothing; and who means it is not asked twice.
    assert main(["comment", str(case_path), "--say", "Why?", *lead]) == 0
    assert main([*decided, "--take-part"]) == 0 and main(decided) == 0


def test_taking_part_goes_by_the_key_and_by_the_name() -> None:
    authors = (Actor("Ada Khan", "caseworker", "k1"),)
    assert took_part(authors, "Somebody", "k1") and took_part(authors, "ADA  KHÁN", "k2")
    assert not took_part(authors, "Tom Reyes", "k2")
