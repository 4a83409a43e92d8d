# SPDX-License-Identifier: AGPL-3.0-or-later
"""Smaller things at the desk, each by mouse and keyboard on a real case."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QInputDialog,
    QLabel,
    QLineEdit,
)

from redactor.casefile.store import CaseFile
from redactor.gui.deciding.pagerange import PageRangeDialog
from redactor.gui.deciding.splitting import SplitDialog
from redactor.gui.start.passphrase import PassphraseDialog
from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import Hand
from tests.gui.papers import OTHER, SUBJECT, WORKER


def test_a_wrong_passphrase_is_said_where_it_is_typed(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window()

    def try_twice(dialog: PassphraseDialog) -> None:
        hand.type(dialog.field, "not it")
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        hand.wait(lambda: "passphrase" in dialog.error.text())
        assert "redactor" not in dialog.error.text()
        hand.type(dialog.field, PASSPHRASE)
        hand.click(dialog.go)

    done = hand.dialog(PassphraseDialog, try_twice)
    hand.window.open_path(str(case_path))
    done()
    hand.opened()
    assert SUBJECT in hand.window.windowTitle()


def test_a_second_window_reads_only_and_says_who_writes(open_window: Callable[..., Hand], case_path: Path) -> None:
    with CaseFile.open(case_path, PASSPHRASE, user="Ada Khan"):
        hand = open_window(case_path)
        assert "reading only" in hand.desk.notice.text and "Ada Khan" in hand.desk.notice.text
        assert "reading only" in hand.window.windowTitle()
        assert not hand.window.actions_by_name["redact"].isEnabled()
        assert not hand.desk.todo.next.accept_button.isVisible()
        # Everything can be looked at.
        hand.show_page(hand.page("Letter.pdf", 1))


def test_a_box_is_drawn_where_there_are_no_words(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    key = hand.page("Case notes.pdf", 1)
    hand.show_page(key)
    blank = hand.desk.pages.rect_of(key, hand.word(key, "kitchen")).bottomLeft().toPoint() + QPoint(0, 60)
    hand.drag(blank, blank + QPoint(120, 40))
    assert hand.desk.pages.selection and hand.desk.pages.selection.span is None
    hand.after(lambda: hand.click(hand.desk.card.buttons["redact"]))
    hand.wait(lambda: hand.desk.pages.overlay.fresh(key))
    found = hand.desk.pages.overlay.marks(key)
    assert found
    box = next(mark for mark in found.marks if mark.kind == "passage")
    # Clicked again, it can be taken off.
    QTest.mouseClick(hand.desk.pages.viewport(), Qt.MouseButton.LeftButton, pos=hand.point(key, box.boxes[0]))
    hand.after(lambda: hand.click(hand.desk.card.buttons["take_off"]))
    hand.wait(lambda: hand.desk.pages.overlay.fresh(key))
    assert not any(mark.kind == "passage" for mark in hand.desk.pages.overlay.marks(key).marks)  # type: ignore[union-attr]


def test_hovering_says_who_and_why(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    key = hand.page("Case notes.pdf", 1)
    hand.show_page(key)
    tip = hand.desk.pages.tip(hand.mark(key, OTHER))
    assert OTHER in tip and "Another person" in tip and "To decide" in tip and "Why it was found" in tip


def test_a_reason_saved_half_is_left_to_do_and_completed_there(
    open_window: Callable[..., Hand], case_path: Path
) -> None:
    hand = open_window(case_path)
    desk, todo = hand.desk, hand.desk.todo
    key = hand.page("Case notes.pdf", 2)
    hand.show_page(key)
    hand.select(key, "feels", "home")
    hand.keys("H")
    hand.wait(lambda: desk.reason_open)
    hand.type(desk.reason.field("who"), SUBJECT)
    hand.after(lambda: hand.click(desk.reason.save_button))
    item = next(item for item in desk.counted.todo if item.kind == "missing_field")  # type: ignore[union-attr]
    number = next(n for n, row in enumerate(todo.list.rows) if row.key == item)
    hand.keys("Ctrl+1")
    hand.row(todo.list, number)
    hand.click(todo._complete)
    hand.wait(lambda: desk.reason_open)
    assert desk.reason.field("who").toPlainText() == SUBJECT
    for name, field in desk.reason._fields.items():
        if name != "who":
            hand.type(field, "2026-10-01, on record")
    hand.after(lambda: hand.click(desk.reason.save_button))
    assert not any(item.kind == "missing_field" for item in desk.counted.todo)  # type: ignore[union-attr]
    # The list went on to the next thing, and the pages with it.
    hand.show_page(key)
    (held,) = [mark for mark in desk.pages.overlay.marks(key).marks if mark.kind == "harm"]  # type: ignore[union-attr]
    # All that is on record stands beside the passage from now on: on hovering, on its card and in the list of the page.
    assert f"At risk: {SUBJECT}" in desk.pages.tip(held) and "How serious: 2026-10-01, on record" in desk.pages.tip(
        held
    )
    desk.pages.choose(key, held)
    said = [line.text() for line in desk.card.findChildren(QLabel) if line.isVisible()]
    assert f"At risk: {SUBJECT}" in said and "How likely: 2026-10-01, on record" in said
    hand.keys("Ctrl+3")
    assert any(f"At risk: {SUBJECT}" in row.detail for row in desk.passages.list.rows)


def test_find_goes_through_the_case_and_redacts_everywhere(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    desk = hand.desk
    hand.keys("Ctrl+F")
    hand.type(desk.search.field, "neighbour")
    QTest.keyClick(desk.search.field, Qt.Key.Key_Return)
    hand.wait(lambda: desk.search.list.rows)
    assert sum(row.key is not None for row in desk.search.list.rows) == 2
    assert desk.pages.hits
    hand.keys("F3")
    hand.wait(lambda: desk.pages.current == hand.page("Case notes.pdf", 2))
    hand.click(desk.search.redact_button)
    hand.wait(lambda: desk.reason_open)
    hand.after(lambda: hand.click(desk.reason.save_button))
    assert desk.counted and sum(flag.redacted for flag in desk.counted.flags.values()) == 2


def test_a_range_of_pages_is_withheld(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    key = hand.page("Case notes.pdf", 1)
    hand.show_page(key)

    def fill(dialog: PageRangeDialog) -> None:
        dialog.last.setValue(2)
        hand.click(dialog.go)

    done = hand.dialog(PageRangeDialog, fill)
    hand.keys("Shift+W")
    done()
    hand.wait(lambda: hand.desk.reason_open)
    hand.type(hand.desk.reason.field("who"), OTHER)
    hand.after(lambda: hand.click(hand.desk.reason.save_button))
    assert hand.desk.counted
    assert all(hand.desk.counted.flags[hand.page("Case notes.pdf", n)].withheld for n in (1, 2))


def test_merge_rename_and_split(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    desk, panel = hand.desk, hand.desk.people_panel
    hand.keys("Ctrl+2")

    def number(name: str) -> int:
        return next(n for n, row in enumerate(panel.list.rows) if row.title == name)

    hand.row(panel.list, number(WORKER))

    def rename(dialog: QInputDialog) -> None:
        hand.type(dialog.findChild(QLineEdit), "S. Quayle")
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    done = hand.dialog(QInputDialog, rename)
    hand.after(panel.rename)
    done()
    assert "S. Quayle" in {person.name for person in desk.people.values()}

    # Some mentions split off are a person of their own, and merged they are one again.
    other = desk.people[panel.list.rows[number(OTHER)].key.id]

    def split(dialog: SplitDialog) -> None:
        hand.row(dialog.list, 0)
        dialog.field.clear()
        hand.type(dialog.field, "Darren H.")
        hand.click(dialog.go)

    done = hand.dialog(SplitDialog, split)
    head = desk.moved.head if desk.moved else 0
    desk.people_work.split(other)
    done()
    hand.wait(lambda: desk.moved and desk.moved.head > head)
    hand.settled_down()
    assert "Darren H." in {person.name for person in desk.people.values()}
    before = len(desk.people)
    hand.row(panel.list, number(OTHER))
    panel.list.select_key(other.id)
    rect = panel.list.visualRect(panel.list.model().index(number("Darren H."), 0))
    QTest.mouseClick(
        panel.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, rect.center()
    )
    panel.ask_merge()
    assert "one person" in panel.merging.text.text() and "Undo" in panel.merging.text.text()
    hand.after(lambda: hand.click(panel.merging.yes))
    assert len(desk.people) == before - 1

    # Each is undone by its name, the last one first, and done again.
    def names() -> set[str]:
        return {person.name for person in desk.people.values()}

    assert desk.moved.undo.startswith("merge")
    for left in ({"Darren H.", "S. Quayle"}, {"S. Quayle"}, set()):
        hand.after(lambda: hand.keys("Ctrl+Z"))
        assert names() & {"Darren H.", "S. Quayle"} == left
    assert WORKER in names() and OTHER in names()
    for there in ({"S. Quayle"}, {"Darren H.", "S. Quayle"}):
        hand.after(lambda: hand.keys("Ctrl+Shift+Z"))
        assert names() & {"Darren H.", "S. Quayle"} == there
