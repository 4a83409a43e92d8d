# SPDX-License-Identifier: AGPL-3.0-or-later
"""The list of documents: sorted, moved, named, split and left out by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from redactor.casefile.store import CaseFile
from redactor.domain.journal import Kind
from redactor.gui.arranging.confirming import ConfirmDialog
from redactor.gui.arranging.forms import DescribeDialog, LeaveOutDialog, SplitDocumentDialog
from redactor.operations.view import CaseView
from tests.conftest import make_pdf
from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import Hand


def numbered(hand: Hand) -> list[str]:
    """What the list of documents shows."""
    model = hand.desk.documents.tree.model()
    return [str(model.index(n, 0).data()) for n in range(model.rowCount())]


def choose(hand: Hand, number: int) -> None:
    tree = hand.desk.documents.tree
    tree.setFocus()
    tree.setCurrentIndex(tree.model().index(number, 0))


def test_documents_are_named_moved_split_and_left_out(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    desk, tree = hand.desk, hand.desk.documents.tree
    before = numbered(hand)
    assert before[0].startswith("1. ") and len(before) == 2
    names = [row.name for row in desk.case.documents]

    choose(hand, 1)
    QTest.keyClick(tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    hand.wait(lambda: [row.name for row in desk.case.documents] == names[::-1])
    assert numbered(hand)[0].startswith("1. ")
    desk.decisions.undo()
    # The list shows it a turn later, and what is chosen next is chosen there.
    hand.wait(lambda: [row.name for row in desk.case.documents] == names and numbered(hand) == before)

    def name(dialog: DescribeDialog) -> None:
        hand.type(dialog.title_field, "The first paper")
        dialog.section_field.setCurrentText("Papers")
        hand.click(dialog.go)

    choose(hand, 0)
    done = hand.dialog(DescribeDialog, name)
    QTest.keyClick(tree, Qt.Key.Key_F2)
    done()
    hand.wait(lambda: "The first paper" in numbered(hand)[0])
    assert numbered(hand)[0] == "1. Papers: The first paper"

    long = next(row for row in desk.case.documents if row.pages > 1)

    def split(dialog: SplitDocumentDialog) -> None:
        dialog.first.setValue(2)
        hand.click(dialog.go)

    done = hand.dialog(SplitDocumentDialog, split)
    desk.arranging.split(long)
    done()
    hand.wait(lambda: len(desk.case.documents) == 3)
    part = next(row for row in desk.case.documents if row.first == 2)
    assert part.name == long.name and desk.case.pages[-1].key

    def leave(dialog: LeaveOutDialog) -> None:
        hand.click(dialog.go)
        assert not dialog.error.isHidden(), "why is asked for"
        hand.type(dialog.why_field, "about another child")
        hand.click(dialog.go)

    done = hand.dialog(LeaveOutDialog, leave)
    desk.arranging.leave_out(part)
    done()
    hand.wait(lambda: any(row.left == row.pages for row in desk.case.documents))
    at = next(n for n, row in enumerate(desk.case.documents) if row.left)
    hand.wait(lambda: tree.model().index(at, 1).data() == "out")
    menu = desk.arranging.menu(desk.case.documents[at])
    back = next(action for action in menu.actions() if action.text() == "Put back")
    assert back.isEnabled()
    back.trigger()
    hand.wait(lambda: not any(row.left for row in desk.case.documents))

    sort = next(action for action in desk.documents.sort_menu.actions() if action.text() == "By date")
    sort.trigger()
    hand.wait(lambda: "order" in desk.moved.undo)
    hand.window.close()
    with CaseFile.open(case_path, PASSPHRASE, write=False) as case:
        parts, _ = CaseView(case).state.arrangement.for_plan()
        assert len(parts) == 3 and "The first paper" in {part.title for part in parts}


def test_a_document_is_dragged(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    desk = hand.desk
    model = desk.documents.tree.model()
    names = [row.name for row in desk.case.documents]
    held = model.mimeData([model.index(1, 0)])
    root = desk.documents.tree.rootIndex()
    assert model.canDropMimeData(held, Qt.DropAction.MoveAction, 0, 0, root)
    assert not model.canDropMimeData(held, Qt.DropAction.MoveAction, 0, 0, model.index(0, 0)), "not onto a document"
    assert not model.dropMimeData(held, Qt.DropAction.MoveAction, 0, 0, root), "the rows stay until the case says so"
    hand.wait(lambda: [row.name for row in desk.case.documents] == names[::-1])


def test_proposed_titles_are_read_through_and_confirmed_at_once(
    open_window: Callable[..., Hand], case_path: Path
) -> None:
    hand = open_window(case_path)
    desk = hand.desk
    assert all(not row.title for row in desk.case.documents)
    count = len(desk.case.documents)

    def untick_the_first(dialog: ConfirmDialog) -> None:
        assert dialog.list.count() == count and len(dialog.chosen) == count
        dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
        assert dialog.go.text().endswith(f"({count - 1})")
        hand.click(dialog.go)

    done = hand.dialog(ConfirmDialog, untick_the_first)
    desk.arranging.confirm()
    done()
    hand.wait(lambda: sum(bool(row.title) for row in desk.case.documents) == count - 1)
    assert not desk.case.documents[0].title
    desk.decisions.undo()
    hand.wait(lambda: all(not row.title for row in desk.case.documents))


def test_late_papers_say_that_the_submission_is_taken_back(
    open_window: Callable[..., Hand], case_path: Path, tmp_path: Path
) -> None:
    with CaseFile.open(case_path, PASSPHRASE) as case:
        case.append(Kind.SUBMITTED, {"plan_digest": "0" * 64, "documents": [], "head": case.head()})
    hand = open_window(case_path)
    hand.drop([make_pdf(tmp_path / "late.pdf", ["Memo of 2 June 2019", "A paper that came late."])])
    hand.wait(lambda: "taken back" in hand.desk.notice.text, timeout=60_000)
    assert hand.desk.notice.property("notice") == "warn"
    hand.wait(lambda: "found" in hand.desk.notice.text, timeout=60_000)
    # It is analysed by itself here: nobody is told to.
    assert "taken back: look at what is new" in hand.desk.notice.text


def test_a_better_copy_is_put_in_a_documents_place(
    open_window: Callable[..., Hand], case_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with CaseFile.open(case_path, PASSPHRASE, write=False) as case:
        text = next(iter(case.pages(case.documents()[0].sha256))).text
    hand = open_window(case_path)
    desk = hand.desk
    old = desk.case.documents[0]
    better = make_pdf(tmp_path / "a better copy.pdf", [*text.splitlines(), "One line more than the first copy had."])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *given: (str(better), ""))
    entry = next(action for action in desk.arranging.menu(old).actions() if "better copy" in action.text())
    assert entry.isEnabled()
    entry.trigger()
    hand.wait(lambda: "takes the place of" in desk.notice.text, 60_000)
    assert desk.case.documents[0].name == "a better copy.pdf"
    assert next(row for row in desk.case.documents if row.name == old.name).left == old.pages
