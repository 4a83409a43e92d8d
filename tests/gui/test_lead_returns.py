# SPDX-License-Identifier: AGPL-3.0-or-later
"""A team lead's return, by mouse and keyboard: open, comment, return; answered and submitted again; approved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from redactor.casefile.store import CaseFile
from redactor.domain.journal import Kind
from redactor.gui.gate.forms import ApproveDialog
from redactor.gui.panels.review import ReviewPanel
from redactor.gui.reviewing.forms import NoteDialog
from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import Hand
from tests.gui.papers import OTHER
from tests.gui.test_whole_way import settle_everything, sign_in, submit


def rows(panel: ReviewPanel, family: str) -> list:
    return [row.key for row in panel.list.rows if row.key is not None and row.key.family == family]


def review(hand: Hand, until: Callable[[ReviewPanel], object]) -> ReviewPanel:
    """To the review by its key, once it shows what is waited for."""
    hand.keys("Ctrl+6")
    panel = hand.desk.review
    hand.wait(lambda: hand.desk.tabs.currentWidget() is panel and until(panel))
    return panel


def choose(hand: Hand, panel: ReviewPanel, identity: str) -> None:
    """Down the list by keyboard until the line is reached."""
    panel.list.setFocus()
    hand.keys("Home")
    for _ in range(len(panel.list.rows) + 1):
        one = panel.chosen()
        if one is not None and one.id == identity:
            return
        hand.keys("Down")
    raise AssertionError(f"never reached {identity}")


def test_a_team_leads_return(open_window: Callable[..., Hand], case_path: Path, tmp_path: Path) -> None:
    hand = open_window(case_path)
    desk = hand.desk
    sign_in(hand, tmp_path, "Ada Khan", "caseworker")
    settle_everything(hand)
    key = hand.page("Letter.pdf", 1)
    hand.show_page(key)
    hand.click_mark(key, OTHER)
    hand.click(desk.card.buttons["leave_here"])
    hand.type(desk.card.why, "She was there herself")
    hand.after(lambda: hand.click(desk.card.buttons["leave_in"]))
    submit(hand)

    # The lead goes through the risky decisions with the arrow keys; the page follows.
    sign_in(hand, tmp_path, "Tom Reyes", "team-lead")
    first = hand.page("Case notes.pdf", 1)
    hand.show_page(first)
    panel = review(hand, lambda panel: rows(panel, "risk") and panel.sample_button.isVisible())
    exception = next(row for row in rows(panel, "risk") if row.kind == "Exceptions")
    assert exception.title == f"{OTHER}: '{OTHER}'"
    choose(hand, panel, exception.id)
    hand.wait(lambda: desk.pages.current == key)
    shown = desk.pages.current_hit
    assert shown is not None and shown.boxes == exception.boxes and desk.pages.hits[key] == [shown]
    # Enter, the words, Enter: a comment on this very place.
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    hand.wait(panel.text.hasFocus)
    QTest.keyClick(panel.text, Qt.Key.Key_Return)
    assert panel._hint.isVisible()
    QTest.keyClicks(panel.text, "Why does he stay in here?")
    QTest.keyClick(panel.text, Qt.Key.Key_Return)
    hand.wait(lambda: [row.title for row in rows(panel, "note")] == ["Why does he stay in here?"])
    assert rows(panel, "note")[0].key == key and panel.list.hasFocus()
    assert desk.standing.state == "submitted"

    # And one on a page, from the page.
    hand.show_page(first)
    desk.pages.setFocus()

    def comment(dialog: NoteDialog) -> None:
        assert dialog.purpose == "comment"
        hand.type(dialog.field, "Is the shouting needed?")
        hand.click(dialog.go)

    done = hand.dialog(NoteDialog, comment)
    hand.keys("M")
    done()
    hand.wait(lambda: len(rows(panel, "note")) == 2)

    # The passage is framed while the review shows, and no longer.
    choose(hand, panel, exception.id)
    assert desk.pages.current_hit is not None
    hand.keys("Ctrl+1")
    assert desk.pages.current_hit is None and not desk.pages.hits
    hand.keys("Ctrl+6")

    # It cannot be approved with comments open, and goes back with them.
    def give_back(dialog: ApproveDialog) -> None:
        hand.click(dialog.go)
        hand.wait(lambda: "2 notes are open" in dialog.error.text())
        hand.click(dialog.return_button)

    done = hand.dialog(ApproveDialog, give_back)
    hand.keys("Ctrl+Shift+Return")
    done()
    hand.wait(lambda: "Returned by Tom Reyes: “See the 2 comments”" in desk.notice.text)
    hand.settled_down()

    # The caseworker finds both among what is left, beside the page too; decides, and answers.
    sign_in(hand, tmp_path, "Ada Khan", "caseworker")
    hand.keys("Ctrl+1")
    notes = [row.key for row in desk.todo.list.rows if row.key is not None and row.key.kind == "note"]
    assert len(notes) == 2 and "Comments" in " ".join(row.title for row in desk.todo.list.rows if row.heading)
    hand.show_page(key)
    hand.wait(lambda: desk.pages.overlay.fresh(key))
    shown = desk.pages.overlay.marks(key)
    assert shown and any(mark.kind == "note" and mark.boxes for mark in shown.marks)
    # A click where the comment lies still means the name below it.
    hand.click_mark(key, OTHER)
    hand.after(lambda: hand.click(desk.card.buttons["redact_here"]))
    number = next(n for n, row in enumerate(desk.todo.list.rows) if row.key is not None and "stay in" in row.title)
    hand.row(desk.todo.list, number)
    answer = desk.todo._buttons["seen"]
    assert answer.text() == "Answer"
    hand.click(answer)
    assert desk.todo._hint.isVisible()
    hand.type(desk.todo._why, "He does not any more")
    hand.after(lambda: hand.click(answer))
    panel = review(hand, lambda panel: sum(row.open for row in rows(panel, "note")) == 1)
    left = next(row for row in rows(panel, "note") if row.open)
    choose(hand, panel, left.id)
    assert panel.buttons["answered"].isVisible() and not panel.buttons["taken_back"].isVisible()
    hand.type(panel.text, "It is about her own home")
    hand.after(lambda: hand.click(panel.buttons["answered"]))
    settle_everything(hand)
    submit(hand)

    # The lead sees what is new since, reads the answers, and approves.
    sign_in(hand, tmp_path, "Tom Reyes", "team-lead")
    panel = review(hand, lambda panel: "since you last looked" in " ".join(r.title for r in panel.list.rows))
    told = " ".join(row.title for row in rows(panel, "change"))
    assert "Redact" in told and "Submit the case" in told and "Make the case" not in told
    assert "He does not any more" in " ".join(row.detail for row in rows(panel, "note"))
    hand.click(panel.looked_button)
    hand.wait(lambda: not rows(panel, "change"))

    def approve(dialog: ApproveDialog) -> None:
        assert dialog.unread.isVisible() and dialog.unread.text().startswith(
            "The sample of what stays readable was not"
        )
        assert "not looked at" not in dialog.unread.text()
        hand.click(dialog.go)

    done = hand.dialog(ApproveDialog, approve)
    hand.click(panel.gate_button)
    done()
    hand.wait(lambda: desk.standing.state == "approved")
    hand.window.close()
    with CaseFile.open(case_path, PASSPHRASE, write=False) as case:
        assert case.check() == []
        kinds = [event.kind for event in case.events()]
    assert kinds.count(Kind.NOTE_WRITTEN) == 2 and kinds.count(Kind.NOTE_SETTLED) == 2
    assert kinds[-2:] == [Kind.CASE_LOOKED_AT, Kind.APPROVED]
