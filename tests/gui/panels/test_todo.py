# SPDX-License-Identifier: AGPL-3.0-or-later
"""The list of what is left: what is looked at stays where it is seen; where it ends, what comes next is offered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from redactor.gui.casework.told.case import Counted
from redactor.gui.casework.told.documents import DocumentRow
from redactor.gui.casework.told.people import TodoRow
from redactor.gui.panels.todo import TodoPanel
from redactor.operations.request.case import new_case
from redactor.review.todo_items import SETTLED_BY, TodoKind
from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import Hand


def counted(*todo: TodoRow) -> Counted:
    return Counted(1, (), {}, todo, True, True, 0, "", (0, 0, 0))


def thing(number: int, kind: TodoKind = TodoKind.POSSIBLE) -> TodoRow:
    name = f"{kind} {number:03}"
    return TodoRow(name, str(kind), "a" * 64, 1, name, SETTLED_BY[kind], title=name, detail="1 mention")


def test_the_next_thing_stays_where_it_is_seen(qtbot: QtBot) -> None:
    panel = TodoPanel()
    qtbot.addWidget(panel)
    panel.resize(360, 640)
    panel.show()
    qtbot.waitExposed(panel)
    # Possible names stand below details, of which there are many.
    details, rest = [thing(n, TodoKind.MENTION) for n in range(40)], [thing(n) for n in range(30)]
    panel.show_counted(counted(*details, *rest))
    panel.list.select_key(rest[3].id, quiet=False)
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    (chosen,) = panel.list.chosen()
    before = panel.list.visualRect(panel.list.currentIndex()).top()
    assert 0 <= before < panel.list.viewport().height()
    # Everything above it was decided with one stroke.
    panel.show_counted(counted(*details[:2], *rest[2:]))
    assert panel.list.chosen() == [chosen]
    after = panel.list.visualRect(panel.list.currentIndex())
    assert after.top() >= 0 and after.bottom() <= panel.list.viewport().height()
    # Where somebody looks elsewhere nothing moves.
    panel.show_counted(counted(*details, *rest))
    panel.list.verticalScrollBar().setValue(0)
    panel.show_counted(counted(*details[:30], *rest))
    assert panel.list.verticalScrollBar().value() == 0


def test_an_empty_case_is_not_offered_to_be_submitted(open_window: Callable[..., Hand], tmp_path: Path) -> None:
    path = tmp_path / "empty.case"
    new_case(path, PASSPHRASE, reference="R", subject="Donna Lowe").close()
    hand = open_window(path)
    todo = hand.desk.todo
    assert (
        todo.next.title.text() == "No documents yet"
        and todo.next.submit_button.isHidden()
        and todo.next.ahead.isHidden()
    )
    assert not hand.window.actions_by_name["submit"].isEnabled()


def test_papers_that_just_came_in_are_not_taken_for_done(qtbot: QtBot) -> None:
    panel = TodoPanel()
    qtbot.addWidget(panel)
    panel.set_documents(())
    panel.show_counted(counted())
    assert panel.next.title.text() == "No documents yet"
    panel.set_documents([DocumentRow("a" * 64, "Letter.pdf", 2)])
    assert panel.next.title.text() == "Working out what is left…" and panel.next.submit_button.isHidden()
    panel.show_counted(counted(thing(1)))
    assert panel.next.title.text() == "1 thing left to decide"


def test_what_is_lacking_of_the_request_opens_it(qtbot: QtBot) -> None:
    panel = TodoPanel()
    qtbot.addWidget(panel)
    panel.set_documents([DocumentRow("a" * 64, "Letter.pdf", 2)])
    lacking, other = thing(1, TodoKind.REQUEST), thing(2)
    panel.show_counted(counted(lacking, other))
    panel.list.select_key(lacking.id)
    assert not panel._request.isHidden()
    with qtbot.waitSignal(panel.request_wanted):
        panel._request.click()
    panel.list.select_key(other.id)
    assert panel._request.isHidden()
