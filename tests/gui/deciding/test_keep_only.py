# SPDX-License-Identifier: AGPL-3.0-or-later
"""Keep a passage, or what names somebody, and hide the rest of the page: by key, with its effect said before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from redactor.gui.deciding.rest import RestDialog
from redactor.gui.look.marks import style_of
from tests.gui.hand import Hand
from tests.gui.papers import OTHER, SUBJECT


def _statuses(hand: Hand, key: tuple[str, int]) -> dict[str, str]:
    found = hand.desk.pages.overlay.marks(key)
    assert found is not None
    return {mark.text: mark.status for mark in found.marks if mark.kind == "mention"}


def test_a_selection_is_kept_and_a_second_one_joins_it(case_path: Path, open_window: Callable[..., Hand]) -> None:
    hand = open_window(case_path)
    desk = hand.desk
    key = hand.page("Case notes.pdf", 1)
    hand.show_page(key)
    hand.keys("K")
    assert "press K again" in desk.notice.text
    hand.select(key, "Home", "Marlowe")
    hand.keys("K")
    hand.wait(lambda: desk.reason_open)
    assert "words stay" in desk.reason._about.text() and desk.reason.reason.currentData().code == "OOS"
    hand.type(desk.reason._fields["why"], "a note about two households")
    hand.after(desk.reason.save)
    hand.show_page(key)
    rest = next(m for m in desk.pages.overlay.marks(key).marks if m.kind == "rest")
    assert style_of(rest) == "rest" and rest.reason == "OOS"
    assert _statuses(hand, key)[OTHER] == "redacted"
    # The second time no reason is asked for: what is kept grows.
    hand.select(key, "The", "fridge")
    hand.after(lambda: hand.keys("K"))
    assert not desk.reason_open
    hand.show_page(key)
    line = hand.word(key, "kitchen")
    shown = next(m for m in desk.pages.overlay.marks(key).marks if m.kind == "rest")
    assert not any(box.intersection(line) for box in shown.boxes)
    assert "hide the rest" in desk.moved.undo
    hand.after(lambda: hand.keys("Ctrl+Z"))
    hand.after(lambda: hand.keys("Ctrl+Z"))
    hand.show_page(key)
    assert not [m for m in desk.pages.overlay.marks(key).marks if m.kind == "rest"]


def test_pages_keep_the_lines_that_name_the_people_chosen(case_path: Path, open_window: Callable[..., Hand]) -> None:
    hand = open_window(case_path)
    desk = hand.desk
    key = hand.page("Case notes.pdf", 1)
    hand.show_page(key)

    def choose(dialog: RestDialog) -> None:
        hand.wait(lambda: dialog.people.count() and "stay" in dialog.will.text())
        lines = [dialog.people.item(n) for n in range(dialog.people.count())]
        assert SUBJECT in lines[0].text() and lines[0].checkState() == Qt.CheckState.Checked
        dialog.last.setValue(2)
        hand.wait(lambda: dialog.kept.last == 2 and "stay" in dialog.will.text())
        dialog.go.click()

    done = hand.dialog(RestDialog, choose)
    hand.keys("Shift+K")
    done()
    hand.wait(lambda: desk.reason_open)
    hand.type(desk.reason._fields["why"], "shared notes")
    hand.after(desk.reason.save)
    for number in (1, 2):
        hand.show_page((key[0], number))
        assert [m for m in desk.pages.overlay.marks((key[0], number)).marks if m.kind == "rest"]
    assert _statuses(hand, (key[0], 1))[SUBJECT] == "left"
