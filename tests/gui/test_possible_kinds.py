# SPDX-License-Identifier: AGPL-3.0-or-later
"""What may be somebody stands under its kind and is settled a kind at a time; what may be theirs takes one press."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from redactor.gui.casework.messages import Counted, TodoRow
from redactor.gui.panels.todo import TodoPanel
from redactor.review.todo_items import SETTLED_BY, TodoKind


def thing(identity: str, kind: TodoKind, title: str, detail: str, subkind: str = "") -> TodoRow:
    settled_by = SETTLED_BY[kind]
    text = f"{title}: {detail}"
    return TodoRow(identity, str(kind), "a" * 64, 1, text, settled_by, subkind=subkind, title=title, detail=detail)


def panel_with(qtbot: QtBot, *rows: TodoRow) -> TodoPanel:
    panel = TodoPanel()
    qtbot.addWidget(panel)
    panel.show_counted(Counted(1, (), {}, rows, True, True, 0, "", (0, 0, 0)))
    panel.show()
    return panel


def test_everyday_words_come_last_and_are_left_in_together(qtbot: QtBot) -> None:
    panel = panel_with(
        qtbot,
        thing("w1", TodoKind.POSSIBLE, "Loss", "1 mention on 1 page", "word"),
        thing("n1", TodoKind.POSSIBLE, "Rosheen", "2 mentions on 1 page", "name"),
        thing("w2", TodoKind.POSSIBLE, "Views", "1 mention on 1 page", "word"),
    )
    assert [row.title for row in panel.list.rows] == [
        "Possibly somebody: what reads like a name", "Rosheen", "Everyday words, seldom a name", "Loss", "Views",
    ]  # fmt: skip
    panel.list.select_key("n1")
    assert not panel._alike.isVisible()
    panel.list.select_key("w1")
    panel._alike.click()
    assert [item.id for item in panel.list.chosen()] == ["w1", "w2"]
    panel._why.setText("Headings of the report")
    with qtbot.waitSignal(panel.settled) as told:
        panel._buttons["leave"].click()
    assert told.args == [["w1", "w2"], "leave", "Headings of the report"]


def test_one_press_says_that_an_address_is_theirs(qtbot: QtBot) -> None:
    why = "a form about Priya gives it as theirs; it would be hidden"
    panel = panel_with(qtbot, thing("o1", TodoKind.OWN, "4 Old Lane (address)", why))
    panel.list.select_key("o1")
    assert (
        panel.list.rows[0].title == "Perhaps the subject's own" and panel.list.rows[1].title == "4 Old Lane (address)"
    )
    assert "form about Priya gives it as theirs" in panel._what.text()
    assert panel._buttons["leave"].text() == "Yes, it is theirs" and panel._buttons["seen"].text() == "No, it is not"
    assert not panel._buttons["redact"].isVisible()
    with qtbot.waitSignal(panel.settled) as told:
        panel._buttons["leave"].click()
    assert told.args == [["o1"], "leave", "It is the subject's own"]
