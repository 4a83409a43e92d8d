# SPDX-License-Identifier: AGPL-3.0-or-later
"""A name in the window: selected on the page, or typed beside the people; shown at once, taken back by undo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.gui.hand import Hand


def names(hand: Hand) -> list[str]:
    return [row.title for row in hand.desk.people_panel.list.rows]


def test_words_selected_on_the_page_become_a_person(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    desk = hand.desk
    key = hand.page("Case notes.pdf", 1)
    hand.show_page(key)
    hand.select(key, "kitchen", "kitchen")
    hand.wait(lambda: desk.card.isVisible())
    hand.after(lambda: hand.click(desk.card.buttons["name"]))
    assert desk.tabs.currentWidget() is desk.people_panel
    hand.wait(lambda: [person.name for person in desk.people_panel.list.chosen()] == ["kitchen"])
    hand.wait(lambda: any(mark.text == "kitchen" for mark in desk.pages.overlay.marks(key).marks))
    assert hand.window.actions_by_name["undo"].text().endswith("kitchen, 1 place")
    hand.after(hand.window.actions_by_name["undo"].trigger)
    assert "kitchen" not in names(hand)


def test_a_name_typed_is_added_or_refused_with_the_reason(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    panel = hand.desk.people_panel
    hand.keys("Ctrl+2")
    assert not panel.add_button.isEnabled()
    hand.type(panel.search, "Ethelred Umlaut")
    hand.click(panel.add_button)
    hand.wait(lambda: "is nowhere in this case" in hand.desk.notice.text)
    hand.type(panel.search, "fridge")
    hand.after(lambda: hand.click(panel.add_button))
    hand.wait(lambda: [person.name for person in panel.list.chosen()] == ["fridge"])
    # With nothing selected the key says what it needs.
    hand.window.actions_by_name["name"].trigger()
    assert "Shift+N" in hand.desk.notice.text
