# SPDX-License-Identifier: AGPL-3.0-or-later
"""A team lead is told what costs them their approval before it is done, once, and not where it costs nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from redactor.casefile.identity import new_identity
from redactor.casefile.store import CaseFile
from redactor.cli import main
from redactor.domain.journal import Actor
from redactor.gui.arranging.confirming import ConfirmDialog
from redactor.gui.evidence.consent import ConsentDialog
from redactor.gui.reviewing.forms import BringBackDialog
from redactor.operations.deciding.decide import decide_person
from redactor.operations.keeping.handover import hand_over
from redactor.operations.view import CaseView
from redactor.review.checks.approval import took_part
from redactor.review.decisions.decided import Outcome
from redactor.review.merge.handed import For
from tests.conftest import make_pdf
from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import LONG, Hand
from tests.gui.papers import OTHER
from tests.gui.test_whole_way import sign_in

COPY = "a passphrase of its own"


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
        assert dialog.isVisible() and "not saved" in dialog.error.text()
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


def test_what_a_team_lead_typed_is_there_when_she_is_asked_again(
    open_window: Callable[..., Hand], case_path: Path, tmp_path: Path
) -> None:
    hand = open_window(case_path)
    desk, why = hand.desk, "She told us herself"
    sign_in(hand, tmp_path, "Tom Reyes", "team-lead")
    key = hand.page("Case notes.pdf", 1)

    def ask() -> None:
        hand.show_page(key)
        desk.pages.choose(key, hand.mark(key, OTHER))
        desk.pages.setFocus()
        hand.keys("L")
        hand.wait(lambda: desk.card.why is not None)

    ask()
    hand.type(desk.card.why, why)
    hand.keys("Return")
    hand.wait(lambda: "counts as taking part" in desk.notice.text)
    desk.notice.dismiss()
    ask()
    assert desk.card.why.text() == why and desk.could_approve
    # On the list of what stands on this page the same.
    hand.keys("Esc")
    desk.tabs.setCurrentWidget(desk.passages)
    hand.wait(lambda: desk.passages.list.rows)
    rows = desk.passages.list.rows
    hand.row(desk.passages.list, next(n for n, row in enumerate(rows) if row.key.text == OTHER))
    hand.type(desk.passages.why, why)
    hand.click(desk.passages._leave)
    hand.wait(lambda: "counts as taking part" in desk.notice.text and desk.notice.isVisible())
    assert not desk.passages.why.text()
    desk.notice.dismiss()
    assert desk.passages.why.text() == why and desk.could_approve


def test_what_a_team_lead_does_once_more_is_done_whatever_was_looked_at_between(
    open_window: Callable[..., Hand], case_path: Path, tmp_path: Path
) -> None:
    hand = open_window(case_path)
    desk = hand.desk
    sign_in(hand, tmp_path, "Tom Reyes", "team-lead")

    def confirm() -> None:
        done = hand.dialog(ConfirmDialog, lambda dialog: hand.click(dialog.go))
        desk.arranging.confirm()
        done()

    confirm()
    hand.wait(lambda: "once more" in desk.notice.text)
    assert desk.could_approve and not any(row.title for row in desk.case.documents)
    confirm()
    hand.wait(lambda: all(row.title for row in desk.case.documents))
    hand.wait(lambda: not desk.could_approve)


def test_a_team_lead_is_told_before_two_copies_are_merged(
    open_window: Callable[..., Hand], case_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada, copy = new_identity(tmp_path / "ada.id", "Ada Khan", "caseworker", PASSPHRASE), tmp_path / "copy.case"
    with CaseFile.open(case_path, PASSPHRASE) as case:
        view = CaseView(case)
        hand_over(view, copy, COPY, to="Ben Other", purpose=For.HALF, signer=ada)
        decide_person(view, next(iter(view.people)), outcome=Outcome.REDACT, reason="TP", signer=ada)
    with CaseFile.open(copy, COPY) as case:
        view = CaseView(case)
        decide_person(view, list(view.people)[-1], outcome=Outcome.REDACT, reason="TP", signer=ada)
    hand = open_window(case_path)
    desk = hand.desk
    sign_in(hand, tmp_path, "Tom Reyes", "team-lead")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(copy), ""))

    def told_first(dialog: BringBackDialog) -> None:
        hand.type(dialog.field, COPY)
        hand.click(dialog.go)
        hand.wait(lambda: "counts as taking part" in dialog.error.text(), LONG)
        assert desk.could_approve and "once more" in dialog.error.text()
        hand.click(dialog.go)

    done = hand.dialog(BringBackDialog, told_first)
    hand.window.actions_by_name["bring_back"].trigger()
    done()
    hand.wait(lambda: "Taken in from" in desk.notice.text, LONG)
    hand.wait(lambda: not desk.could_approve)


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
