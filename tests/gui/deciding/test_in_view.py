# SPDX-License-Identifier: AGPL-3.0-or-later
"""A key never decides about what whoever presses it does not see: it is shown first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.gui.hand import Hand
from tests.gui.papers import OTHER


@pytest.fixture
def hand(case_path: Path, open_window: Callable[..., Hand]) -> Hand:
    """A proposed mention of the first page is chosen, and the last page is in view."""
    hand = open_window(case_path)
    pages = hand.desk.pages
    key = hand.page("Case notes.pdf", 1)
    hand.show_page(key)
    pages.choose(key, hand.mark(key, OTHER))
    return hand


def _shown_instead(hand: Hand, keys: str) -> None:
    """These keys change nothing but bring into view what they are about."""
    desk = hand.desk
    head = desk.moved.head
    desk.notice.hide()
    hand.keys(keys)
    assert desk.notice.isVisible() and "was out of view" in desk.notice.text
    assert not desk.reason_open
    mark, key = desk.pages.chosen_mark()
    assert desk.pages.isVisible() and desk.pages.viewport().rect().contains(hand.point(key, mark.boxes[0]))
    assert desk.moved.head == head


@pytest.mark.parametrize("keys", ["R", "L", "H", "Shift+R", "K", "Ctrl+Shift+R"])
def test_what_was_scrolled_away_is_shown_before_it_is_decided(hand: Hand, keys: str) -> None:
    pages = hand.desk.pages
    pages.setFocus()
    pages.verticalScrollBar().setValue(pages.verticalScrollBar().maximum())
    _shown_instead(hand, keys)
    if keys in ("L", "H"):
        # What was said of it is over once it is in view and meant.
        hand.keys(keys)
        hand.wait(lambda: not hand.desk.notice.isVisible())
        assert hand.desk.card.why is not None if keys == "L" else hand.desk.reason_open
    if keys == "R":
        hand.after(lambda: hand.keys(keys))
        key = hand.page("Case notes.pdf", 1)
        hand.show_page(key)
        assert hand.mark(key, OTHER).status == "redacted"


def test_what_lies_behind_the_release_is_shown_before_it_is_decided(hand: Hand) -> None:
    hand.keys("Alt+2")
    assert hand.desk.compare.mode == "released"
    _shown_instead(hand, "R")
    assert hand.desk.compare.mode == "source"


def test_selected_words_that_were_scrolled_away_are_shown_too(hand: Hand) -> None:
    pages = hand.desk.pages
    key = hand.page("Case notes.pdf", 1)
    hand.select(key, "kitchen", "clean")
    pages.verticalScrollBar().setValue(pages.verticalScrollBar().maximum())
    head = hand.desk.moved.head
    hand.keys("R")
    assert "“kitchen was clean” is chosen and was out of view" in hand.desk.notice.text
    assert hand.desk.moved.head == head and pages.selection is not None
    hand.after(lambda: hand.keys("R"))
    hand.show_page(key)
    assert hand.mark(key, "kitchen was clean").kind == "passage"
