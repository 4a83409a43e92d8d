# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was typed into the form for a reason is never lost: closed by mistake, refused, or not meant after all."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit

from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import Hand
from tests.gui.papers import SUBJECT
from tests.gui.test_whole_way import sign_in

WHY = "She may hurt herself when she reads how it was put"


def _harm(hand: Hand) -> None:
    """The harm form for some words, with something typed into it."""
    desk, key = hand.desk, hand.page("Case notes.pdf", 2)
    hand.show_page(key)
    hand.select(key, "feels", "home")
    hand.keys("H")
    hand.wait(lambda: desk.reason_open)
    hand.type(desk.reason.field("who"), SUBJECT)
    hand.type(desk.reason.field("likelihood"), WHY)


def test_a_form_closed_by_mistake_is_as_it_was(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    desk, notice = hand.desk, hand.desk.notice
    _harm(hand)
    chosen = desk.reason.code
    hand.keys("Esc")
    assert not desk.reason_open and notice.isVisible() and "is not saved" in notice.text
    hand.click(notice._action)
    assert desk.reason_open and not notice.isVisible()
    assert desk.reason.field("likelihood").toPlainText() == WHY and desk.reason.code == chosen
    # Left for something else, and asked for again with its key.
    hand.keys("Ctrl+1")
    assert not desk.reason_open and "is not saved" in notice.text
    desk.pages.setFocus()
    hand.keys("H")
    hand.wait(lambda: desk.reason_open)
    assert desk.reason.field("likelihood").toPlainText() == WHY
    assert desk.reason.field("who").toPlainText() == SUBJECT
    hand.after(lambda: hand.keys("Ctrl+Return"))
    assert not desk.reason_open
    # Once it is decided, the next one begins afresh.
    hand.after(lambda: hand.keys("Ctrl+Z"))
    hand.select(hand.page("Case notes.pdf", 2), "feels", "home")
    hand.keys("H")
    hand.wait(lambda: desk.reason_open)
    assert not desk.reason.field("likelihood").toPlainText() and not desk.reason.typed
    hand.keys("Esc")
    assert not notice.isVisible(), "nothing was typed"


def test_a_team_lead_who_does_not_mean_it_keeps_what_she_typed(
    open_window: Callable[..., Hand], case_path: Path, tmp_path: Path
) -> None:
    hand = open_window(case_path)
    desk, notice = hand.desk, hand.desk.notice
    sign_in(hand, tmp_path, "Tom Reyes", "team-lead")
    _harm(hand)
    hand.keys("Ctrl+Return")
    hand.wait(lambda: notice.isVisible() and "counts as taking part" in notice.text)
    assert desk.reason_open and desk.reason.field("likelihood").toPlainText() == WHY
    notice.dismiss()
    assert desk.reason_open and desk.reason.field("likelihood").toPlainText() == WHY and desk.could_approve
    # Changed, and then meant: what counts is what the form says now.
    hand.type(desk.reason.field("seriousness"), "A stay in hospital, as in 2019")
    hand.keys("Ctrl+Return")
    hand.wait(lambda: notice.isVisible() and "counts as taking part" in notice.text)
    hand.type(desk.reason.field("who"), "The reader")
    typed = desk.reason.fields()
    hand.after(lambda: hand.click(notice._action))
    assert not desk.reason_open and not desk.could_approve
    answers: list[tuple[str, dict[str, str], str]] = []
    key = hand.page("Case notes.pdf", 2)
    hand.wait(lambda: desk.pages.overlay.fresh(key))
    found = next(mark for mark in desk.pages.overlay.marks(key).marks if mark.kind == "harm")  # type: ignore[union-attr]
    desk.client.ask("grounds", answers.append, event=found.event)
    hand.wait(lambda: answers)
    assert answers[0][1] == typed and typed["likelihood"] == WHY and typed["who"].endswith("The reader")


def test_a_decision_that_is_refused_leaves_its_form_open(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    desk = hand.desk

    def no_such_question(reason: str, fields: dict[str, str]) -> None:
        desk.decisions.decide("withhold", document="none", first=1, last=1, reason=reason, fields=fields)

    desk.decisions.ask("Withhold a page", "Of a paper that is gone", no_such_question)
    hand.type(desk.reason.field("who"), "Everybody on it")
    hand.keys("Ctrl+Return")
    hand.wait(lambda: desk.notice.isVisible() and desk.reason_open)
    assert desk.reason.field("who").toPlainText().startswith("Everybody on it")
    hand.keys("Esc")  # nothing asks when the window closes


def test_the_reason_on_the_card_is_there_again_after_escape(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    desk, key = hand.desk, hand.page("Case notes.pdf", 1)

    def ask() -> None:
        hand.show_page(key)
        found = desk.pages.overlay.marks(key)
        assert found is not None
        desk.pages.choose(key, next(mark for mark in found.marks if mark.kind == "mention" and mark.boxes))
        desk.pages.setFocus()
        hand.keys("L")
        hand.wait(lambda: desk.card.why is not None)

    ask()
    hand.type(desk.card.why, "She said so her")  # type: ignore[arg-type]
    hand.keys("Esc")
    assert not desk.card.isVisible()
    ask()
    assert desk.card.why is not None and desk.card.why.text() == "She said so her"


def test_nothing_typed_goes_with_the_window_to_another_case(
    open_window: Callable[..., Hand], case_path: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copy(case_path, tmp_path / "other.case"))
    hand = open_window(case_path)
    desk = hand.desk
    _harm(hand)
    desk.close_reason()
    lines = (desk.people_panel._why, desk.passages.why, desk.review.text, desk.together.why)
    for line in lines:
        line.setText(WHY)
    assert hand.window.close_case()
    assert not any(line.text() for line in lines) and not desk.reason.typed
    assert not any(field.toPlainText() for field in desk.reason.findChildren(QPlainTextEdit))
    hand.window.open_path(str(other), PASSPHRASE)
    hand.opened()
    hand.settled_down()
    hand.show_page(hand.page("Case notes.pdf", 2))
    hand.select(hand.page("Case notes.pdf", 2), "feels", "home")
    hand.keys("H")
    hand.wait(lambda: desk.reason_open)
    assert not desk.reason.typed and not desk.reason.field("likelihood").toPlainText()


def test_half_typed_words_stay_with_whoever_typed_them(
    open_window: Callable[..., Hand], case_path: Path, tmp_path: Path
) -> None:
    hand = open_window(case_path)
    desk = hand.desk
    sign_in(hand, tmp_path, "Ada Khan", "caseworker")
    _harm(hand)
    desk.close_reason()
    desk.people_panel._why.setText(WHY)
    desk.signing.sign_out()
    sign_in(hand, tmp_path, "Ada Khan", "caseworker")
    assert desk.people_panel._why.text() == WHY and desk.notice.isVisible(), "the same person goes on"
    sign_in(hand, tmp_path, "Ben Other", "caseworker")
    assert not desk.people_panel._why.text() and not desk.notice.isVisible()
    desk.pages.setFocus()
    hand.keys("H")
    hand.wait(lambda: desk.reason_open)
    assert not desk.reason.typed and not desk.reason.field("likelihood").toPlainText()


def test_what_was_said_of_the_last_passage_is_a_click_away_for_the_next(
    open_window: Callable[..., Hand], case_path: Path
) -> None:
    hand = open_window(case_path)
    desk = hand.desk
    _harm(hand)
    assert desk.reason.as_last.isHidden(), "there was none before"
    code = desk.reason.code
    hand.after(lambda: hand.keys("Ctrl+Return"))
    hand.select(hand.page("Case notes.pdf", 2), "feels", "feels")
    hand.keys("H")
    hand.wait(lambda: desk.reason_open)
    assert not desk.reason.field("likelihood").toPlainText()
    hand.type(desk.reason.field("who"), "Somebody else")
    hand.click(desk.reason.as_last)
    assert desk.reason.code == code and desk.reason.field("likelihood").toPlainText() == WHY
    assert desk.reason.field("who").toPlainText() == "Somebody else", "what was typed stays"
    hand.keys("Esc")
