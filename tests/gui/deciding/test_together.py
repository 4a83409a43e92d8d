# SPDX-License-Identifier: AGPL-3.0-or-later
"""Things to do of one kind decided in one step at the desk, some this way and some that; one undo takes all back."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from redactor.gui.casework.told.people import Beside, TodoRow
from redactor.gui.panels.together import TogetherPanel
from redactor.operations.finding.analyse import analyse
from redactor.operations.intake.intake import add_paths
from redactor.operations.request.case import new_case
from redactor.review.todo_items import SETTLED_BY, TodoKind
from redactor.workers.inline import InlineExecutor
from tests.conftest import make_pdf
from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import Hand

THREAT = "Mr Lowe said that if she ever took the children he would kill her."
SECRET = "He must not be told that it was his brother who rang us."
HIT = "Donna said that he hit her in the face when she was pregnant."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("together")
    make_pdf(folder / "Note.pdf", ["Case note 3 May 2019", THREAT, "The boiler was serviced.", "", SECRET, "", HIT])
    path, executor = folder / "c.case", InlineExecutor()
    with new_case(path, PASSPHRASE, reference="R", subject="Donna Lowe") as case:
        add_paths(case, [folder / "Note.pdf"], executor)
        analyse(case, executor)
    return path


def test_a_kind_is_decided_in_one_step_and_undone_in_one(
    open_window: Callable[..., Hand], made: Path, tmp_path: Path
) -> None:
    hand = open_window(Path(shutil.copy(made, tmp_path / "c.case")))
    desk, panel = hand.desk, hand.desk.together

    def left() -> Counter[str]:
        assert desk.counted is not None
        return Counter(item.kind for item in desk.counted.todo)

    before = left()
    assert before["harm_cue"] >= 2
    first = next(row.key for row in desk.todo.list.rows if row.key is not None and row.key.kind == "harm_cue")
    desk.todo.list.select_key(first.id, quiet=False)
    hand.keys("T")
    hand.wait(lambda: desk.form_open and panel.isVisible())
    assert len(panel.items) == before["harm_cue"] and not panel.choices and not panel.save_button.isEnabled()
    assert not hand.window.actions_by_name["redact"].isEnabled(), "R means what is on the list here"

    # The first is held back and the rest may go; nothing is decided until all of it is.
    head = desk.moved.head
    QTest.keyClick(panel.list, Qt.Key.Key_R)
    for _ in panel.items[1:]:
        QTest.keyClick(panel.list, Qt.Key.Key_L)
    assert list(panel.choices.values()) == ["redact"] + ["leave"] * (before["harm_cue"] - 1)
    assert desk.moved.head == head
    hand.keys("Ctrl+Return")
    assert desk.form_open and panel.why.hasFocus(), "what may go needs its reason first"
    hand.type(panel.why, "She told us so herself")
    hand.after(lambda: hand.click(panel.save_button))
    assert not desk.form_open and not left()["harm_cue"] and left()["missing_field"] == 1
    assert "and 1 decision taken with it" in desk.moved.undo
    hand.after(lambda: hand.keys("Ctrl+Z"))
    assert left() == before
    hand.after(lambda: hand.keys("Ctrl+Shift+Z"))
    assert not left()["harm_cue"]
    hand.after(lambda: hand.keys("Ctrl+Z"))
    assert left() == before


def thing(identity: str, title: str, subkind: str) -> TodoRow:
    outcomes = SETTLED_BY[TodoKind.POSSIBLE]
    return TodoRow(identity, "possible", "a" * 64, 1, title, outcomes, subkind=subkind, title=title, detail="1 mention")


def test_what_is_suggested_is_seen_and_can_be_changed(qtbot: QtBot) -> None:
    panel = TogetherPanel()
    qtbot.addWidget(panel)
    panel.show()
    things = [thing(word, word, "word") for word in ("Loss", "April", "Views")]
    around = [Beside(one.id, "of the", one.title, ", and her", "leave") for one in things]
    panel.ask(things, around)
    assert [row.badge for row in panel.list.rows] == ["Leave in"] * 3
    assert panel.list.rows[0].detail == "of the Loss, and her" and panel.why.text()
    panel.list.select_key("April")
    QTest.keyClick(panel.list, Qt.Key.Key_R)
    assert [item.id for item in panel.list.chosen()] == ["Views"], "on to the next"
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert [row.badge for row in panel.list.rows] == ["Leave in", "Redact", ""]
    assert "2 in one step" in panel.save_button.text()
    with qtbot.waitSignal(panel.decided) as told:
        panel.save()
    choices, whys = told.args
    assert choices == {"leave": ["Loss"], "redact": ["April"]}
    assert whys["leave"] == panel.why.text() and whys["redact"] == "Information about another person"


def test_the_field_for_the_reason_stays_where_it_is(qtbot: QtBot) -> None:
    """A click where it stood a moment ago must not leave the keys with the list: there a typed reason decides."""
    panel = TogetherPanel()
    qtbot.addWidget(panel)
    panel.resize(360, 800)
    panel.show()
    qtbot.waitExposed(panel)
    things = [thing("a", "a", "name"), replace(thing("b", "b", "name"), detail="")]
    long = "and a word of hers that goes on, and on"
    panel.ask(things, [Beside("a", "of", "a", long), Beside("b", "", "b", "")])
    places = set()
    for step in (lambda: None, lambda: panel.choose("leave"), lambda: panel.choose("redact"), panel.list.selectAll):
        step()
        qtbot.wait(1)
        places.add(panel.why.y())
    assert len(places) == 1
    # Enter in it decides, as it does under To do.
    panel.why.setFocus()
    QTest.keyClicks(panel.why, "She was there")
    with qtbot.waitSignal(panel.decided) as told:
        QTest.keyClick(panel.why, Qt.Key.Key_Return)
    assert told.args[0] == {"leave": ["a"], "redact": ["b"]}


def test_many_are_chosen_at_once(qtbot: QtBot) -> None:
    panel = TogetherPanel()
    qtbot.addWidget(panel)
    panel.show()
    things = [thing(str(n), f"0{n}", "detail") for n in range(4)]
    panel.ask(things, [Beside(one.id, "", one.title, "") for one in things[:3]])
    assert len(panel.items) == 3, "what was settled meanwhile is not asked about"
    panel.list.selectAll()
    QTest.keyClick(panel.list, Qt.Key.Key_R)
    assert panel.choices == dict.fromkeys(("0", "1", "2"), "redact")


def test_what_was_chosen_is_there_again_after_escape(
    open_window: Callable[..., Hand], made: Path, tmp_path: Path
) -> None:
    hand = open_window(Path(shutil.copy(made, tmp_path / "c.case")))
    desk, panel = hand.desk, hand.desk.together
    first = next(row.key for row in desk.todo.list.rows if row.key is not None and row.key.kind == "harm_cue")
    desk.todo.list.select_key(first.id, quiet=False)
    hand.keys("T")
    hand.wait(lambda: desk.form_open and panel.isVisible())
    hand.keys("Esc")
    assert not desk.form_open and not desk.notice.isVisible(), "nothing was chosen yet"
    hand.keys("T")
    hand.wait(lambda: desk.form_open and panel.isVisible())
    QTest.keyClick(panel.list, Qt.Key.Key_R)
    QTest.keyClick(panel.list, Qt.Key.Key_L)
    hand.type(panel.why, "She told us so")
    chosen = dict(panel.choices)
    hand.keys("Esc")
    assert not desk.form_open and "is kept" in desk.notice.text
    hand.click(desk.notice._action)
    hand.wait(lambda: desk.form_open and panel.isVisible())
    assert panel.choices == chosen and len(chosen) == 2 and panel.why.text() == "She told us so"
