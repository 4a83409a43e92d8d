# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the record says of somebody stands in their row and below the list, before anything is opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from redactor.gui.casework.told.people import PersonRow, Words
from redactor.gui.panels.people import PeoplePanel
from tests.gui.hand import Hand
from tests.gui.papers import OTHER, WORKER


def row_of(hand: Hand, name: str) -> int:
    return next(n for n, row in enumerate(hand.desk.people_panel.list.rows) if row.title == name)


def test_rows_show_the_words_and_arrow_keys_change_the_preview(
    open_window: Callable[..., Hand], case_path: Path
) -> None:
    hand = open_window(case_path)
    desk, panel = hand.desk, hand.desk.people_panel
    hand.keys("Ctrl+2")
    hand.wait(lambda: all(row.words and row.words[1] for row in panel.list.rows))
    said = panel.list.rows[row_of(hand, OTHER)].words
    assert said is not None and said[1] == OTHER and "was at the door" in said[2]
    index = panel.list.model().index(row_of(hand, OTHER), 0)
    assert "was at the door" in index.data(Qt.ItemDataRole.AccessibleTextRole), "who hears the row hears it too"
    hand.row(panel.list, 0)
    for number in range(len(panel.list.rows)):
        if number:
            hand.keys("Down")
        _, name, after = panel.list.rows[number].words or ("", "", "")
        told = panel.said.accessibleName()
        assert f"{name}{after} " in told, "at once, with nothing to wait for"
        assert "page " in told, "and where it stands"
    # The page shows that very place.
    hand.row(panel.list, row_of(hand, WORKER))
    words = panel.words.of(desk.people[panel.list.chosen()[0].id])
    assert words is not None
    hand.wait(lambda: desk.pages.chosen_mark() and desk.pages.chosen_mark()[0].id == words.mention)


def test_nothing_of_a_case_is_kept_once_it_is_closed(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    panel = hand.desk.people_panel
    hand.keys("Ctrl+2")
    hand.wait(lambda: panel.list.rows[0].words and panel.list.rows[0].words[1])
    hand.row(panel.list, 0)
    assert hand.window.close_case()
    assert not panel.words._known and not panel.list.rows and not panel.said.accessibleName()


def test_what_the_record_says_is_never_read_as_markup(qtbot: object) -> None:
    panel = PeoplePanel()
    person = PersonRow(
        "x", "Dawn", (), "third_party", "", "", "", 1, 1, 0, "", "", "", "redact", spots=(("d", 1, 0, 4, "m"),)
    )
    panel.show_people([person])
    panel.words._asked = {"x": person.spots}
    panel.words.told({"x": Words('<img src="http://x/y.png"> and ', "Dawn", " <b>left</b>", ("d", 1), "m")})
    panel.choose("x")
    assert "<img" not in panel.said.text() and "&lt;img" in panel.said.text()


def test_who_stands_on_no_page_is_said_to_stand_elsewhere(qtbot: object) -> None:
    panel = PeoplePanel()
    panel.show_people([PersonRow("x", "Jo", (), "third_party", "", "", "", 1, 1, 0, "", "", "", "redact")])
    panel.choose("x")
    assert (panel.list.rows[0].words or ("", "", ""))[2] == panel.said.accessibleName() != ""
