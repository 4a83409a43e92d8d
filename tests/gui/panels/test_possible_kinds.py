# SPDX-License-Identifier: AGPL-3.0-or-later
"""What may be somebody stands under its kind and is settled a kind at a time; what may be theirs takes one press."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from redactor.gui.casework.told.case import Counted
from redactor.gui.casework.told.people import TodoRow
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
    assert not panel.together_button.isVisible()
    panel.list.select_key("w1")
    assert "all 2 of this kind" in panel.together_button.text()
    with qtbot.waitSignal(panel.together_wanted):
        panel.together_button.click()
    assert [item.id for item in panel.alike()] == ["w1", "w2"]
    panel.list.select_keys({"w1", "w2"})
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
    assert panel._buttons["leave"].text() == "Yes, it is theirs (L)"
    assert panel._buttons["seen"].text() == "No, it is not (R)"
    assert not panel._buttons["redact"].isVisible()
    with qtbot.waitSignal(panel.settled) as told:
        panel._buttons["leave"].click()
    assert told.args == [["o1"], "leave", "It is the subject's own"]


def test_a_class_is_confirmed_or_put_right_and_nothing_else(qtbot: QtBot) -> None:
    panel = panel_with(qtbot, thing("c1", TodoKind.CLASS, "2 documents have no confirmed class", "they look like it"))
    panel.list.select_key("c1")
    assert panel._buttons["seen"].text() == "Confirm them as proposed" and panel._buttons["seen"].isVisible()
    assert not panel._buttons["leave"].isVisible()
    with qtbot.waitSignal(panel.opinions_wanted):
        panel._health.click()


def test_what_is_quoted_in_a_question_ends_it_once(qtbot: QtBot) -> None:
    panel = panel_with(
        qtbot,
        thing("h1", TodoKind.HARM_CUE, "He broke her jaw.", "An account of violence"),
        thing("n1", TodoKind.NOTE, "Comment by Lee: Why is it hidden?", ""),
    )
    for identity, said in (("h1", "jaw. Read the passage."), ("n1", "hidden? Answer it here")):
        panel.list.select_key(identity)
        assert said in panel._what.text()


def test_many_of_one_cause_are_decided_together(qtbot: QtBot) -> None:
    panel = panel_with(qtbot, *(thing(f"r{n}", TodoKind.RESIDUAL, "Swindon", "can be read") for n in range(3)))
    panel.list.select_key("r0")
    assert [item.id for item in panel.alike()] == ["r0", "r1", "r2"]


def test_an_empty_case_is_not_done(qtbot: QtBot) -> None:
    assert panel_with(qtbot).next.title.text() == "No documents yet"


def test_what_was_typed_about_one_thing_is_no_reason_for_another(qtbot: QtBot) -> None:
    panel = panel_with(
        qtbot,
        thing("n1", TodoKind.POSSIBLE, "Rosheen", "2 mentions on 1 page", "name"),
        thing("n2", TodoKind.POSSIBLE, "Corsa", "1 mention on 1 page", "name"),
    )
    panel.list.select_key("n2")
    panel._why.setText("A make of car")
    panel.show_counted(Counted(2, (), {}, tuple(panel._items()), True, True, 0, "", (0, 0, 0)))
    assert panel._why.text() == "A make of car"
    panel.list.select_key("n1")
    assert not panel._why.text()


def test_who_reads_as_somebody_at_work_is_asked_about_together_and_nothing_is_chosen_for_them(qtbot: QtBot) -> None:
    reads = "reads as somebody at work in 9 of 11 places: 11 mentions on 6 pages"
    panel = panel_with(
        qtbot,
        thing("p1", TodoKind.PERSON, "Dilwyn", reads, "work"),
        thing("p2", TodoKind.PERSON, "Bettany", "2 mentions on 1 page"),
        thing("p3", TodoKind.PERSON, "Harriet", "reads as somebody at work: 1 mention on 1 page", "work"),
    )
    titles = [row.title for row in panel.list.rows]
    head = titles.index("Hidden, and perhaps here for work")
    assert titles.index("Bettany") < head and set(titles[head + 1 :]) == {"Dilwyn", "Harriet"}
    panel.list.select_key("p1")
    assert "all 2 of this kind" in panel.together_button.text()
    assert "9 of 11 places" in panel._what.text()
