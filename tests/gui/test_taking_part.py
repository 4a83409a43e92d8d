# SPDX-License-Identifier: AGPL-3.0-or-later
"""A team lead is told what costs them their approval before it is done, once, and not where it costs nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from redactor.domain.journal import Actor
from redactor.review.checks.approval import took_part
from tests.conftest import make_pdf
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
    assert "Every decision" in desk.notice.text and not desk.people[other].decision
    # A note decides nothing.
    desk.notice.hide()
    desk.decisions.decide("write_note", purpose="comment", text="Why is she left in?")
    hand.settled_down()
    assert not desk.notice.isVisible() and desk.could_approve
    desk.client.ask("sign_out")
    sign_in(hand, tmp_path, "Ada Khan", "caseworker")
    hand.after(lambda: desk.decisions.decide("decide_people", people=[other], outcome="redact", reason="TP"))
    assert desk.people[other].decision == "redact" and not desk.could_approve


def test_taking_part_goes_by_the_key_and_by_the_name() -> None:
    authors = (Actor("Ada Khan", "caseworker", "k1"),)
    assert took_part(authors, "Somebody", "k1") and took_part(authors, "ADA  KHÁN", "k2")
    assert not took_part(authors, "Tom Reyes", "k2")
