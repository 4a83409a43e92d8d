# SPDX-License-Identifier: AGPL-3.0-or-later
"""The office's lists in the window: made, filled from CSV and by typing, mended, and given to a case that then goes by
them; what is wrong is told in plain words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from redactor.casefile.office import load_office
from redactor.gui.forms.asking import AskDialog
from redactor.gui.office.lists import ListsDialog
from tests.gui.hand import Hand
from tests.gui.papers import OTHER

SECRET = "office passphrase"
CSV = "kind,value,profession\nstaff,Rosalind Tapley,social work\nteam,Early Help Hub\nterm,Grace Period\n"


def open_lists(hand: Hand, act: Callable[[ListsDialog], None]) -> None:
    done = hand.dialog(ListsDialog, act)
    hand.window.actions_by_name["lists"].trigger()
    done()


def test_lists_are_made_and_filled_with_no_case_open(open_window: Callable[..., Hand], tmp_path: Path) -> None:
    hand = open_window()
    file, csv, wrong = tmp_path / "our.office", tmp_path / "staff.csv", tmp_path / "wrong.csv"
    csv.write_text(CSV, encoding="utf-8")
    wrong.write_text("staff,Hugh Marlow,\nboss,Ann Pole,\n", encoding="utf-8")

    def fill_in(asked: AskDialog) -> None:
        for name, text in (("name", "Our Council"), ("path", str(file)), ("passphrase", SECRET)):
            asked.set(name, text)
        hand.click(asked.go)

    def act(dialog: ListsDialog) -> None:
        assert not dialog.list.isEnabled(), "nothing to change before a file is open"
        made = hand.dialog(AskDialog, fill_in)
        hand.click(dialog.new_button)
        made()
        hand.wait(dialog.list.isEnabled)
        assert not dialog.use_button.isVisible(), "there is no case to use them in"
        dialog.take_in_file(str(csv))
        hand.wait(lambda: "3 new entries" in dialog.told.text())
        dialog.take_in_file(str(wrong))
        hand.wait(lambda: "line 2" in dialog.error.text())
        assert "'boss' is no kind of entry" in dialog.error.text() and "redactor" not in dialog.error.text().lower()
        assert len(dialog.list.rows) == 3, "all of a file or nothing of it"
        # One by typing; Enter adds it and closes nothing.
        dialog.profession.setCurrentIndex(dialog.profession.findData("health"))
        hand.type(dialog.value, "Petra  Lindqvist")
        QTest.keyClick(dialog.value, Qt.Key.Key_Return)
        hand.wait(lambda: "Petra Lindqvist" in dialog.told.text())
        assert dialog.isVisible() and not dialog.value.text() and dialog.focusWidget() is dialog.value
        dialog.kind.setCurrentIndex(dialog.kind.findData("team"))
        assert not dialog.profession.isEnabled()
        # One off again by the key.
        hand.type(dialog.search, "grace")
        assert [row.title for row in dialog.list.rows] == ["Grace Period"]
        hand.row(dialog.list, 0)
        dialog.list.setFocus()
        QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
        hand.wait(lambda: "1 entry taken off" in dialog.told.text())
        hand.click(dialog.go)

    open_lists(hand, act)
    entries = {(e.kind, e.value, e.profession) for e in load_office(file, SECRET).entries}
    assert entries == {
        ("staff", "Rosalind Tapley", "social_work"),
        ("staff", "Petra Lindqvist", "health"),
        ("team", "Early Help Hub", ""),
    }


def test_a_case_is_given_the_lists_and_goes_by_them(
    open_window: Callable[..., Hand], case_path: Path, tmp_path: Path
) -> None:
    from redactor.operations.finding.office import add_entries, entry, new_lists

    file = tmp_path / "our.office"
    new_lists(file, "Our Council", SECRET)
    add_entries(file, SECRET, [entry("term", OTHER)])
    hand = open_window(case_path)
    head = hand.desk.moved.head

    def act(dialog: ListsDialog) -> None:
        dialog.path.setText(str(file))
        hand.type(dialog.secret, "not the passphrase")
        QTest.keyClick(dialog.secret, Qt.Key.Key_Return)
        hand.wait(lambda: dialog.error.isVisible() and "passphrase" in dialog.error.text())
        assert not dialog.list.isEnabled()
        hand.type(dialog.secret, SECRET)
        QTest.keyClick(dialog.secret, Qt.Key.Key_Return)
        hand.wait(dialog.list.isEnabled)
        assert dialog.error.isHidden() and [row.title for row in dialog.list.rows] == [OTHER]
        hand.click(dialog.use_button)
        hand.wait(lambda: not dialog.use_button.isEnabled() and "next analysis" in dialog.told.text())
        hand.click(dialog.go)

    open_lists(hand, act)
    hand.wait(lambda: hand.desk.moved.head > head)
    hand.settled_down()
    hand.desk.taking_in.analyse()
    hand.wait(lambda: OTHER not in {p.name for p in hand.desk.people.values() if p.mentions})
