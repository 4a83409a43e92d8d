# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is decided leaves the list of what is left at once, and the next thing has the keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from redactor.gui.casework.told.case import Counted
from redactor.gui.casework.told.people import TodoRow
from redactor.gui.deciding.settles import settled_by
from redactor.gui.surface.going_off import GoingOff
from redactor.review.todo_items import SETTLED_BY, TodoKind
from tests.gui.hand import Hand


def thing(identity: str, kind: TodoKind, **more: Any) -> TodoRow:
    return TodoRow(identity, str(kind), "a" * 64, 1, identity, SETTLED_BY.get(kind, ()), **more)


TODO = (
    thing("ann", TodoKind.PERSON, person="p1", mentions=("m1",)),
    thing("lee", TodoKind.PERSON, person="p2", mentions=("m2",), subkind="both"),
    thing("phone", TodoKind.MENTION, mentions=("m3",), alone=True),
    thing("street", TodoKind.MENTION, mentions=("m4",)),
    thing("cue", TodoKind.HARM_CUE),
    thing("lacks", TodoKind.MISSING_FIELD, event="e1"),
)
FIELDS = {"what": "x", "duty": "x"}


@pytest.mark.parametrize(
    ("name", "arguments", "gone"),
    [
        ("settle", {"items": ["ann", "elsewhere"]}, {"ann"}),
        ("settle_each", {"choices": {"leave": ["ann"], "redact": ["phone"]}}, {"ann", "phone"}),
        ("mark_cue", {"cue": "cue"}, {"cue"}),
        ("accept", {}, {"ann", "phone", "street"}),
        ("decide_people", {"people": ["p1"], "outcome": "redact"}, {"ann"}),
        ("decide_people", {"people": ["p1"], "role": "professional"}, set()),
        ("decide_mentions", {"mentions": ["m3", "m4"], "outcome": "redact"}, {"phone"}),
        ("undo", {"event": "e1"}, {"lacks"}),
        ("undo", {}, set()),
        ("amend", {"event": "e1", "reason": "OOS", "fields": {}}, set()),
        ("rename", {"person": "p1"}, set()),
    ],
)
def test_only_what_a_decision_settles_goes(name: str, arguments: dict[str, Any], gone: set[str]) -> None:
    assert settled_by(name, arguments, TODO) == gone


def test_a_count_of_the_decision_or_later_is_believed() -> None:
    counted = Counted(3, (), {}, TODO, True, True)
    going = GoingOff()
    going.take({"ann"})
    shown = going.without(counted)
    assert "ann" not in {item.id for item in shown.todo} and not shown.complete
    going.decided({"ann"}, 4)
    assert len(going.without(counted).todo) == len(TODO) - 1, "counted before it was decided"
    assert going.without(replace(counted, turn=4)).todo == TODO, "the case says that it is left"
    assert going.without(counted).complete


def _first(hand: Hand, kind: str) -> int:
    return next(n for n, row in enumerate(hand.desk.todo.list.rows) if row.key is not None and row.key.kind == kind)


def _ids(hand: Hand) -> list[str]:
    return [row.key.id for row in hand.desk.todo.list.rows if row.key is not None]


def test_a_decided_line_goes_before_the_case_is_counted(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    desk = hand.desk
    hand.keys("Ctrl+1")
    hand.row(desk.todo.list, _first(hand, "person"))
    before, counted = _ids(hand), desk._told
    chosen = desk.todo.list.chosen()[0].id
    after = before[(before.index(chosen) + 1) % len(before)]
    desk.todo.list.setFocus()
    hand.keys("R")
    # Nothing was answered yet, let alone counted.
    assert desk._told is counted and chosen not in _ids(hand)
    assert f"{len(before) - 1}" in desk.todo.next.title.text() and len(desk.counted.todo) == len(before) - 1  # type: ignore[union-attr]
    assert [item.id for item in desk.todo.list.chosen()] == [after] and desk.todo.list.hasFocus()
    # A count from before the decision does not bring it back.
    desk._counted(counted)  # type: ignore[arg-type]
    assert chosen not in _ids(hand)
    hand.settled_down()
    assert chosen not in _ids(hand) and [item.id for item in desk.todo.list.chosen()] == [after]
    # Undone, it is there again.
    hand.after(lambda: hand.keys("Ctrl+Z"))
    assert chosen in _ids(hand)


def test_after_the_last_line_comes_the_one_above_it(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    desk = hand.desk
    hand.keys("Ctrl+1")
    hand.wait(lambda: len(_ids(hand)) > 1)
    ids = _ids(hand)
    desk.todo.list.select_key(ids[-1], quiet=False)
    desk.todo.leave_behind({ids[-1]})
    assert [item.id for item in desk.todo.list.chosen()] == [ids[-2]]


def test_what_is_refused_is_on_the_list_again(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    desk = hand.desk
    hand.keys("Ctrl+1")
    hand.row(desk.todo.list, _first(hand, "person"))
    chosen = desk.todo.list.chosen()[0].id
    desk.decisions.decide("settle", items=[chosen], outcome="nothing", why="Because")
    assert chosen not in _ids(hand)
    hand.wait(lambda: desk.notice.isVisible())
    assert chosen in _ids(hand)


def test_a_form_gives_the_keys_back_to_the_list_it_came_from(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    desk = hand.desk
    hand.keys("Ctrl+1")
    desk.todo.list.setFocus()
    desk.decisions.ask("Redact", "a thing", lambda reason, fields: None)
    assert desk.reason_open
    hand.keys("Ctrl+Return")
    assert not desk.reason_open and desk.todo.list.hasFocus()
