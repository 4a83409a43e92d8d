# SPDX-License-Identifier: AGPL-3.0-or-later
"""Entries that tell of others alone, at the desk: each asked about where it stands, or gone through together."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from redactor.gui.casework.told.people import TodoRow
from redactor.operations.finding.analyse import analyse
from redactor.operations.intake.intake import add_paths
from redactor.operations.request.case import new_case
from redactor.workers.inline import InlineExecutor
from tests.conftest import make_pdf
from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import Hand

LOG = [
    "Rowan Lodge House Log Book",
    "04/03/2019 07:15 Tyler Brand got up without being asked.",
    "04/03/2019 07:30 Kerry Lowe took eight of her tablets, seen by the doctor.",
    "04/03/2019 08:10 Josh Adeyemi missed his taxi and cried.",
    "05/03/2019 09:00 Kerry Lowe ate half of her breakfast.",
    "05/03/2019 12:15 Josh Adeyemi was excluded for two days.",
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("others")
    make_pdf(folder / "Log.pdf", LOG)
    path, executor = folder / "c.case", InlineExecutor()
    with new_case(path, PASSPHRASE, reference="R", subject="Tyler Brand") as case:
        add_paths(case, [folder / "Log.pdf"], executor)
        analyse(case, executor)
    return path


def things(hand: Hand) -> list[TodoRow]:
    return [item for item in hand.desk.counted.todo if item.kind == "others"]


def click(hand: Hand, item: TodoRow) -> None:
    """Choose a thing to do with the mouse."""
    view = hand.desk.todo.list
    at = next(n for n, row in enumerate(view.rows) if row.key is not None and row.key.id == item.id)
    view.scrollTo(view.model().index(at, 0))
    hand.row(view, at)


def test_one_is_hidden_by_its_key_and_the_rest_are_gone_through_together(
    open_window: Callable[..., Hand], made: Path, tmp_path: Path
) -> None:
    hand = open_window(Path(shutil.copy(made, tmp_path / "c.case")))
    desk, todo, panel = hand.desk, hand.desk.todo, hand.desk.together
    assert [item.title for item in things(hand)] == [
        f"This entry names only {name}" for name in ("Josh Adeyemi", "Josh Adeyemi", "Kerry Lowe", "Kerry Lowe")
    ]
    first = things(hand)[0]
    click(hand, first)
    assert "Hide all of it?" in todo._what.text() and "Hide all of it (R)" in todo._buttons["redact"].text()
    hand.after(lambda: hand.keys("R"))
    assert len(things(hand)) == 3

    click(hand, things(hand)[0])
    hand.keys("T")
    hand.wait(lambda: desk.form_open and panel.isVisible())
    assert len(panel.items) == 3 and not panel.choices, "nothing is hidden by itself"
    for key in (Qt.Key.Key_R, Qt.Key.Key_R, Qt.Key.Key_L):
        QTest.keyClick(panel.list, key)
    hand.type(panel.why, "He was in the room")
    hand.after(lambda: hand.click(panel.save_button))
    assert not things(hand)
    hand.after(lambda: hand.keys("Ctrl+Z"))
    assert len(things(hand)) == 3


def test_on_the_page_it_has_a_bar_and_a_card_with_both_answers(
    open_window: Callable[..., Hand], made: Path, tmp_path: Path
) -> None:
    hand = open_window(Path(shutil.copy(made, tmp_path / "c.case")))
    desk = hand.desk
    key = hand.page("Log.pdf", 1)
    hand.show_page(key)

    def bars() -> list[str]:
        found = desk.pages.overlay.marks(key)
        return [mark.text for mark in found.marks if mark.kind == "others"] if found else []

    hand.wait(lambda: len(bars()) == 4)
    hand.click_mark(key, bars()[0])
    hand.wait(lambda: "hide_all" in desk.card.buttons)
    hand.after(lambda: hand.click(desk.card.buttons["hide_all"]))
    hand.wait(lambda: len(bars()) == 3)
    desk.pages.choose(key, hand.mark(key, bars()[0]))
    desk.pages.setFocus()
    hand.wait(desk.card.isVisible)
    hand.after(lambda: hand.keys("R"))
    hand.wait(lambda: len(bars()) == 2)
    # A hint that something is to be chosen goes when it is.
    desk.card.hide()
    hand.keys("L")
    hand.wait(desk.notice.isVisible)
    desk.pages.choose(key, hand.mark(key, bars()[0]))
    hand.wait(lambda: desk.card.isVisible() and not desk.notice.isVisible())
    hand.keys("L")
    assert desk.tabs.currentWidget() is desk.todo and desk.todo._why.hasFocus()


def test_that_one_answer_settles_all_of_the_same_words_is_said_before(
    open_window: Callable[..., Hand], tmp_path: Path
) -> None:
    make_pdf(tmp_path / "Log.pdf", LOG)
    night = [
        LOG[0],
        "04/03/2019 22:00 Tyler Brand went up by himself.",
        LOG[2],
        "04/03/2019 23:10 Josh Adeyemi was asleep.",
        "05/03/2019 01:20 Kerry Lowe rang her sister.",
        "05/03/2019 02:40 Josh Adeyemi had a bad dream.",
    ]
    make_pdf(tmp_path / "Night log.pdf", night)
    path, executor = tmp_path / "c.case", InlineExecutor()
    with new_case(path, PASSPHRASE, reference="R", subject="Tyler Brand") as case:
        add_paths(case, [tmp_path / "Log.pdf", tmp_path / "Night log.pdf"], executor)
        analyse(case, executor)
    hand = open_window(path)
    desk, todo = hand.desk, hand.desk.todo
    several = [item for item in things(hand) if item.places > 1]
    assert len(several) == 1 and several[0].places == 2
    where = "The same words stand in 2 places, and one answer settles all of them: Log.pdf, page 1; Night log.pdf"
    click(hand, several[0])
    assert where in todo._what.text()
    assert todo._buttons["redact"].text() == "Hide it in all 2 places (R)"
    assert todo._buttons["leave"].text() == "Leave all 2 in (L)"

    key = hand.page("Night log.pdf", 1)
    hand.show_page(key)
    hand.wait(lambda: desk.pages.overlay.marks(key))
    mark = next(mark for mark in desk.pages.overlay.marks(key).marks if mark.kind == "others" and mark.places > 1)
    hand.click_mark(key, mark.text)
    hand.wait(lambda: "hide_all" in desk.card.buttons)
    assert desk.card.buttons["hide_all"].text() == "Hide it in all 2 places (R)"
    assert any(where in label.text() for label in desk.card.findChildren(QLabel))
    hand.after(lambda: hand.click(desk.card.buttons["hide_all"]))
    assert not [item for item in things(hand) if item.id == several[0].id]
    for name in ("Log.pdf", "Night log.pdf"):
        assert desk.counted.flags[hand.page(name, 1)].redacted
