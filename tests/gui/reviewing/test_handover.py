# SPDX-License-Identifier: AGPL-3.0-or-later
"""A copy handed over and brought back from the window, and a conflict decided there, by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from redactor.casefile.identity import new_identity
from redactor.casefile.store import CaseFile
from redactor.gui.reviewing.forms import BringBackDialog, ConflictDialog, HandOverDialog
from redactor.operations.deciding.decide import decide_person
from redactor.operations.keeping.handover import hand_over
from redactor.operations.view import CaseView
from redactor.review.decisions.decided import Outcome
from redactor.review.merge.handed import For
from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import LONG, Hand
from tests.gui.papers import OTHER
from tests.gui.test_whole_way import sign_in

COPY = "a passphrase of its own"


def test_a_copy_says_that_it_is_one_and_where_it_goes(
    open_window: Callable[..., Hand], case_path: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.case"
    with CaseFile.open(case_path, PASSPHRASE) as case:
        view = CaseView(case)
        notes = next(sha for sha, document in view.documents.items() if document.name == "Case notes.pdf")
        hand_over(view, copy, COPY, to="Ben Other", purpose=For.HALF, documents=[notes], note="By Friday, please")
    hand = open_window(copy, COPY)
    told = hand.desk.notice.text
    assert "handed over to Ben Other" in told and "Case notes.pdf" in told and "By Friday, please." in told
    assert "Bring back" in told and hand.desk.notice.isVisible() and "(a copy)" in hand.window.windowTitle()
    # The case that it was made from is none.
    other = open_window(case_path)
    assert not other.desk.notice.isVisible() and "(a copy)" not in other.window.windowTitle()


def test_halves_that_clash_are_decided_in_the_window(
    open_window: Callable[..., Hand], case_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = open_window(case_path)
    desk, act = hand.desk, hand.window.actions_by_name
    sign_in(hand, tmp_path, "Ada Khan", "caseworker")
    copy = tmp_path / "for ben.case"

    def fill(dialog: HandOverDialog) -> None:
        hand.click(dialog.go)
        hand.wait(lambda: "who gets it" in dialog.error.text().lower())
        hand.type(dialog.to, "Ben Other")
        assert not dialog.documents.isEnabled()
        dialog.purpose.setCurrentIndex(dialog.purpose.findData("half"))
        assert dialog.documents.isEnabled()
        hand.type(dialog.where, str(copy))
        hand.type(dialog.first, COPY)
        hand.type(dialog.second, "another")
        hand.click(dialog.go)
        hand.wait(lambda: "not the same" in dialog.error.text())
        hand.type(dialog.second, COPY)
        hand.type(dialog.where, str(tmp_path / "no such folder" / "for ben.case"))
        hand.click(dialog.go)
        hand.wait(lambda: dialog.error.isVisible() and dialog.go.isEnabled(), LONG)
        assert dialog.to.text() == "Ben Other" and dialog.first.text() == COPY
        hand.type(dialog.where, str(copy))
        hand.click(dialog.go)

    done = hand.dialog(HandOverDialog, fill)
    act["hand_over"].trigger()
    done()
    hand.wait(lambda: "Handed over" in desk.notice.text)
    assert copy.exists()

    # Ben decides in the copy, Ada here: differently.
    ben = new_identity(tmp_path / "ben.id", "Ben Other", "caseworker", COPY)
    with CaseFile.open(copy, COPY) as case:
        view = CaseView(case)
        other = next(identity for identity, person in view.people.items() if person.name == OTHER)
        decide_person(view, other, outcome=Outcome.DISCLOSE, why="He agreed", signer=ben)
    hand.keys("Ctrl+2")
    panel = desk.people_panel
    hand.row(panel.list, next(n for n, row in enumerate(panel.list.rows) if row.title == OTHER))
    hand.after(lambda: hand.click(panel.redact_button))

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(copy), ""))

    def unlock(dialog: BringBackDialog) -> None:
        # A slip of the finger is put right where it was made.
        hand.type(dialog.field, "another")
        hand.click(dialog.go)
        hand.wait(lambda: dialog.error.isVisible() and dialog.go.isEnabled(), LONG)
        hand.type(dialog.field, COPY)
        hand.click(dialog.go)

    done = hand.dialog(BringBackDialog, unlock)
    act["bring_back"].trigger()
    done()
    hand.wait(lambda: "Taken in from Ben Other" in desk.notice.text and "1 conflict" in desk.notice.text)
    hand.settled_down()

    hand.keys("Ctrl+1")
    number = next(n for n, r in enumerate(desk.todo.list.rows) if r.key is not None and r.key.kind == "conflict")
    hand.row(desk.todo.list, number)

    def decide(dialog: ConflictDialog) -> None:
        hand.click(dialog.go)
        hand.wait(lambda: "choose" in dialog.error.text().lower())
        buttons = dialog._choices.buttons()
        assert len(buttons) == 3 and any("Ada Khan" in made.text() for made in buttons)
        hand.click(next(made for made in buttons if "He agreed" in made.text()))
        hand.click(dialog.go)
        hand.wait(lambda: "say why" in dialog.error.text().lower())
        hand.type(dialog._why, "He has written to us")
        hand.click(dialog.go)

    done = hand.dialog(ConflictDialog, decide)
    hand.after(lambda: (hand.click(desk.todo._conflict), done()))
    assert desk.people[other].decision == "disclose"
    assert not any(row.key is not None and row.key.kind == "conflict" for row in desk.todo.list.rows)
    # Like any decision it is undone, and asked again.
    hand.after(lambda: hand.keys("Ctrl+Z"))
    assert any(row.key is not None and row.key.kind == "conflict" for row in desk.todo.list.rows)
    hand.window.close()
    with CaseFile.open(case_path, PASSPHRASE, write=False) as case:
        assert case.check() == []
