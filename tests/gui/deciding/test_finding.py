# SPDX-License-Identifier: AGPL-3.0-or-later
"""Find across the case: in context, by pattern, one place or some or all redacted, searches saved in the case."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from redactor.gui.casework.told.pages import Hit
from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import Hand


def _search(hand: Hand, text: str, how: str = "words") -> list[Hit]:
    panel = hand.desk.search
    hand.keys("Ctrl+F")
    panel.run(text, how)
    hand.wait(lambda: "Looking" not in panel._title.text())
    return panel.hits


def _statuses(hand: Hand, text: str) -> list[str]:
    marks: list[str] = []
    for page in hand.desk.case.pages:
        hand.show_page(page.key)
        found = hand.desk.pages.overlay.marks(page.key)
        marks += [m.kind for m in found.marks if m.kind == "passage" and m.text.strip(".,") == text]
    return marks


def test_places_are_shown_in_context_under_their_document(case_path: Path, open_window: Callable[..., Hand]) -> None:
    hand = open_window(case_path)
    hits = _search(hand, "Darren Holt")
    assert len(hits) == 5
    rows = hand.desk.search.list.rows
    headings = [(row.title, row.badge) for row in rows if row.heading]
    assert headings == [("Case notes.pdf", "4"), ("Letter.pdf", "1")]
    shown = next(row.detail for row in rows if "he had heard" in row.detail)
    assert "door. Mr [Darren Holt] said that" in shown and shown.startswith("Page 1: …")


def test_one_some_or_all_places_are_redacted_with_one_undo(case_path: Path, open_window: Callable[..., Hand]) -> None:
    hand = open_window(case_path)
    desk, panel = hand.desk, hand.desk.search
    assert len(_search(hand, "sp?ing", "pattern")) == 1
    assert panel._hint.isVisible()
    hits = _search(hand, "t*", "pattern")
    assert len(hits) > 5
    the = [hit for hit in hits if hit.text.lower() == "the"]
    panel.list.select_key(the[0])
    rows = [n for n, row in enumerate(panel.list.rows) if row.key in the[:2]]
    second = panel.list.visualRect(panel.list.model().index(rows[1], 0)).center()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, control, second)
    assert panel.chosen_button.text() == "Redact these 2…"
    hand.click(panel.chosen_button)
    assert "2 places on" in desk.reason._about.text()
    hand.after(desk.reason.save)
    assert len(_statuses(hand, "the") + _statuses(hand, "The")) == 2
    hand.after(lambda: hand.keys("Ctrl+Z"))
    assert not _statuses(hand, "the") + _statuses(hand, "The")
    # All of them.
    hits = _search(hand, "hous?ng", "pattern")
    assert not panel.all_button.isVisible(), "one place needs no button for all"
    hits = _search(hand, "Holt", "words")
    hand.click(panel.all_button)
    hand.after(desk.reason.save)
    assert len(_statuses(hand, "Holt")) == len(hits)


def test_a_search_that_makes_no_sense_says_so(case_path: Path, open_window: Callable[..., Hand]) -> None:
    hand = open_window(case_path)
    assert _search(hand, "*", "pattern") == []
    assert "no words" in hand.desk.search._title.text()
    assert not hand.desk.search.redact_button.isVisible()


def test_saved_searches_stay_in_the_case(case_path: Path, open_window: Callable[..., Hand]) -> None:
    hand = open_window(case_path)
    panel = hand.desk.search
    _search(hand, "01632 ######", "pattern")
    panel._fill_menu()
    next(a for a in panel._menu.actions() if a.text().startswith("Save")).trigger()
    hand.wait(lambda: panel._saved == [("01632 ######", "pattern")])
    hand.window.close_case()
    assert b"01632" not in case_path.read_bytes()
    hand.window.open_path(str(case_path), PASSPHRASE)
    hand.opened()
    hand.settled_down()
    hand.wait(lambda: panel._saved)
    panel._fill_menu()
    panel._menu.actions()[0].trigger()
    hand.wait(lambda: len(panel.hits) == 1)
    assert panel.how.currentData() == "pattern"
    panel._fill_menu()
    next(a for a in panel._menu.actions() if a.text().startswith("Forget")).trigger()
    hand.wait(lambda: not panel._saved)


def test_what_is_hidden_already_shows_among_the_places(case_path: Path, open_window: Callable[..., Hand]) -> None:
    hand = open_window(case_path)
    desk, panel = hand.desk, hand.desk.search

    def badges() -> list[str]:
        return [row.badge for row in panel.list.rows if not row.heading]

    key = hand.page("Letter.pdf", 1)
    hand.show_page(key)
    hand.select(key, "Holt", "Holt")
    hand.after(lambda: hand.keys("R"))
    hits = _search(hand, "Darren Holt")
    hand.wait(lambda: "Partly redacted" in badges())
    assert badges() == ["", "", "", "", "Partly redacted"] and len(panel.open_hits) == len(hits)
    # Decided while the list shows: it follows, and what is chosen on it stays chosen.
    hand.row(panel.list, 1)
    chosen = panel.list.chosen()
    hand.show_page(key)
    hand.select(key, "Darren", "Darren")
    hand.after(lambda: hand.keys("R"))
    hand.wait(lambda: badges()[-1] == "Redacted")
    assert panel.list.chosen() == chosen and "1 hidden already" in panel._title.text()
    # All that is left, in one decision: what is hidden is not decided twice.
    hand.click(panel.all_button)
    assert "4 places on 2 pages" in desk.reason._about.text()
    hand.after(desk.reason.save)
    hand.wait(lambda: set(badges()) == {"Redacted"})
    assert not panel.all_button.isVisible()
    # Undone while something else is looked at.
    hand.keys("Ctrl+1")
    hand.after(lambda: hand.keys("Ctrl+Z"))
    hand.keys("Ctrl+F")
    hand.wait(lambda: badges().count("") == 4)


def test_what_is_told_late_of_an_earlier_search_is_not_shown_under_the_next(
    case_path: Path, open_window: Callable[..., Hand]
) -> None:
    hand = open_window(case_path)
    panel = hand.desk.search
    before = _search(hand, "Darren Holt")
    panel.run("Samira", "words")
    panel.show_hidden(before, ["all"] * len(before))
    assert panel.hits == [] and not panel.all_button.isVisible()
    hand.wait(lambda: "Looking" not in panel._title.text())
    assert panel.hits and not set(panel.hits) & set(before)
