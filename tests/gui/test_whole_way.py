# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whole tasks by mouse and keyboard: loose papers to submission; return and resubmission; approval and export."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from redactor.casefile.store import CaseFile
from redactor.domain.journal import Kind
from redactor.gui.gate.forms import ApproveDialog, SubmitDialog
from redactor.gui.gate.identity import IdentityDialog
from redactor.gui.releasing.exporting import ExportDialog
from redactor.operations.view import CaseView
from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import Hand
from tests.gui.papers import OTHER, SUBJECT, WORKER, make_papers

SECRET = "blue marbles"


def events(path: Path) -> list[Any]:
    with CaseFile.open(path, PASSPHRASE, write=False) as case:
        assert case.check() == []
        return case.events()


def sign_in(hand: Hand, folder: Path, name: str, role: str) -> None:
    """Make an identity in the dialog, or use the one there is."""
    file = folder / f"{name.casefold().replace(' ', '-')}.identity"

    def fill(dialog: IdentityDialog) -> None:
        if file.exists():
            dialog.tabs.setCurrentIndex(0)
            dialog.file.setCurrentText(str(file))
            hand.type(dialog.passphrase, SECRET)
        else:
            dialog.tabs.setCurrentIndex(1)
            hand.type(dialog.name, name)
            dialog.role.setCurrentIndex(dialog.role.findData(role))
            hand.type(dialog.first, SECRET)
            hand.type(dialog.second, SECRET)
            hand.type(dialog.where, str(folder))
        hand.click(dialog.go)

    done = hand.dialog(IdentityDialog, fill)
    hand.keys("Ctrl+I")
    done()
    hand.wait(lambda: hand.desk.who and hand.desk.who.name == name)


def submit(hand: Hand) -> None:
    done = hand.dialog(SubmitDialog, lambda dialog: hand.click(dialog.go))
    hand.keys("Ctrl+Return")
    done()
    hand.wait(lambda: hand.desk.standing.state == "submitted")


def settle_everything(hand: Hand) -> None:
    """Accept what is proposed, then settle the rest line by line."""
    todo = hand.desk.todo
    if todo.next.accept_button.isVisible():
        hand.after(lambda: hand.click(todo.next.accept_button))
    while hand.desk.counted and hand.desk.counted.todo:
        number = next(n for n, row in enumerate(todo.list.rows) if row.key is not None)
        hand.row(todo.list, number)
        item = todo.list.chosen()[0]
        outcome = next(o for o in ("leave", "seen") if o in item.outcomes)
        if outcome == "leave":
            hand.type(todo._why, "Looked at: it is nobody")
        hand.after(lambda outcome=outcome: hand.click(todo._buttons[outcome]))


def test_from_loose_papers_to_submission(open_window: Callable[..., Hand], tmp_path: Path) -> None:
    hand = open_window()
    desk, form = hand.desk, hand.window.start.form
    path = tmp_path / "marlowe.case"
    hand.click(hand.window.start.welcome.new_button)
    hand.type(form.subject, SUBJECT)
    hand.type(form.addresses, "12 Ashby Court, Ashby; 4 Mill Lane")
    hand.type(form.numbers, "07700 900111")
    hand.type(form.reference, "SAR-7")
    hand.type(form.received, "31/02/2026")
    hand.type(form.where, str(path))
    hand.type(form.first, PASSPHRASE)
    hand.type(form.second, PASSPHRASE)
    hand.click(form.make_button)
    hand.wait(lambda: "not a date" in form.error.text())
    assert not path.exists()
    hand.type(form.received, "03/11/2026")
    hand.click(form.make_button)
    hand.opened()
    with CaseFile.open(path, PASSPHRASE, write=False) as case:
        facts = CaseView(case)
        assert facts.fact("addresses") == ["12 Ashby Court, Ashby", "4 Mill Lane"]
        assert facts.fact("identifiers") == ["07700 900111"]

    hand.drop([make_papers(tmp_path / "papers")])
    hand.wait(lambda: "Broken.pdf" in desk.notice.text)
    hand.settled_down()
    assert desk.case and len(desk.case.pages) == 3
    assert desk.counted and desk.counted.analysed
    names = {person.name for person in desk.counted.people}
    assert OTHER in names
    assert "left to decide" in hand.window.status.left.text()

    # Words selected by mouse, redacted by a key, undone and done again.
    key = hand.page("Case notes.pdf", 1)
    hand.show_page(key)
    hand.select(key, "shouting", "Tuesday")
    assert desk.pages.selection and desk.pages.selection.text == "shouting on Tuesday"
    hand.after(lambda: hand.keys("R"))
    assert "redact “shouting on Tuesday”" in hand.window.actions_by_name["undo"].text()
    hand.after(lambda: hand.keys("Ctrl+Z"))
    hand.wait(lambda: desk.pages.overlay.fresh(key))
    found = desk.pages.overlay.marks(key)
    assert found and not any(mark.kind == "passage" for mark in found.marks)
    hand.after(lambda: hand.keys("Ctrl+Y"))
    hand.wait(lambda: desk.pages.overlay.fresh(key))
    assert hand.mark(key, "shouting on Tuesday").kind == "passage"

    # A harm passage, with what its reason needs on record.
    hand.select(key, "kitchen", "fridge")
    hand.keys("H")
    hand.wait(lambda: desk.reason_open)
    for name, field in desk.reason._fields.items():
        hand.type(field, f"{date.today():%d/%m/%Y}" if name == "opinion_date" else "Dr A. Okafor, consultant")
    hand.after(lambda: hand.keys("Ctrl+Return"))
    hand.wait(lambda: desk.pages.overlay.fresh(key))
    assert any(mark.kind == "harm" for mark in desk.pages.overlay.marks(key).marks)  # type: ignore[union-attr]

    settle_everything(hand)
    assert "Nothing is left to decide" in hand.window.status.left.text()
    sign_in(hand, tmp_path, "Ada Khan", "caseworker")
    hand.wait(lambda: not desk.todo.next.submit_button.isHidden())  # what comes next is offered where the list ends
    submit(hand)
    assert "waiting for a team lead" in hand.window.status.left.text()
    assert desk.todo.next.submit_button.isHidden()
    # Whoever submitted it has nothing to approve; whoever opens it next is shown where to begin.
    next_step = desk.todo.next
    assert next_step.approve_button.isHidden() and next_step.review_button.isHidden()
    assert "A team lead, who is somebody else" in next_step.ahead.text()
    desk.signing.sign_out()
    assert desk.todo.next.approve_button.isVisible() and "Submitted by Ada Khan" in desk.todo.next.ahead.text()
    hand.click(desk.todo.next.review_button)
    hand.wait(lambda: desk.tabs.currentWidget() is desk.review)
    hand.window.close()

    kinds = Counter(event.kind for event in events(path))
    assert kinds[Kind.DOCUMENT_ADDED] == 2 and kinds[Kind.HARM_MARKED] == 1 and kinds[Kind.SUBMITTED] == 1
    assert kinds[Kind.UNDONE] == 2
    assert events(path)[-1].actor.name == "Ada Khan"


def test_return_resubmission_approval_and_export(
    open_window: Callable[..., Hand], case_path: Path, tmp_path: Path
) -> None:
    hand = open_window(case_path)
    desk = hand.desk
    sign_in(hand, tmp_path, "Ada Khan", "caseworker")
    settle_everything(hand)
    submit(hand)

    # The caseworker cannot approve; the reason says so and nothing is written.
    def refused(dialog: ApproveDialog) -> None:
        hand.click(dialog.go)
        hand.wait(lambda: "only a team lead approves" in dialog.error.text())
        dialog.reject()

    done = hand.dialog(ApproveDialog, refused)
    hand.keys("Ctrl+Shift+Return")
    done()

    # A team lead returns it with a comment.
    sign_in(hand, tmp_path, "Tom Reyes", "team-lead")

    def give_back(dialog: ApproveDialog) -> None:
        assert any("Submit the case" in row.title for row in dialog.list.rows)
        hand.type(dialog.comment, "Is the housing officer named?")
        hand.click(dialog.return_button)

    done = hand.dialog(ApproveDialog, give_back)
    hand.keys("Ctrl+Shift+Return")
    done()
    hand.wait(lambda: desk.standing.state == "working")
    hand.wait(lambda: "Returned by Tom Reyes: “Is the housing officer named?”" in desk.notice.text)
    hand.settled_down()

    # The caseworker withholds a page and submits again.
    sign_in(hand, tmp_path, "Ada Khan", "caseworker")
    key = hand.page("Case notes.pdf", 2)
    hand.show_page(key)
    desk.pages.setFocus()
    hand.keys("W")
    hand.wait(lambda: desk.reason_open)
    hand.type(desk.reason.field("who"), OTHER)
    hand.after(lambda: hand.click(desk.reason.save_button))

    # The team lead's question is on the list until it is answered in words.
    todo = desk.todo
    hand.row(todo.list, next(n for n, row in enumerate(todo.list.rows) if row.key is not None))
    assert todo.list.chosen()[0].kind == "note"
    hand.click(todo._buttons["seen"])
    assert todo._hint.isVisible() and len(desk.counted.todo) == 1
    hand.type(todo._why, "Yes, in the minutes")
    hand.after(lambda: hand.click(todo._buttons["seen"]))
    submit(hand)

    sign_in(hand, tmp_path, "Tom Reyes", "team-lead")

    def approve(dialog: ApproveDialog) -> None:
        assert "Yes, in the minutes" in dialog.list.rows[1].title
        assert "Withhold page 2" in dialog.list.rows[2].title
        hand.click(dialog.go)

    done = hand.dialog(ApproveDialog, approve)
    hand.keys("Ctrl+Shift+Return")
    done()
    hand.wait(lambda: desk.standing.state == "approved")

    out = tmp_path / "out"

    def export(dialog: ExportDialog) -> None:
        hand.type(dialog.where, str(out))
        hand.click(dialog.go)

    done = hand.dialog(ExportDialog, export)
    hand.keys("Ctrl+E")
    done()
    hand.wait(lambda: not desk.work.busy and desk.exports.released, 120_000)
    assert "Exported and verified" in desk.notice.text
    hand.wait(lambda: desk.standing.state == "exported")
    # It does not end there: what goes with it, and that it was sent, is offered where the list was.
    hand.wait(lambda: desk.todo.next.letter_button.isVisible() and desk.todo.next.sent_button.isVisible())
    assert "on record what was sent" in desk.todo.next.ahead.text()
    hand.window.close()

    bundle = pypdfium2.PdfDocument(out / "bundle.pdf")
    text = " ".join(bundle[n].get_textpage().get_text_bounded() for n in range(len(bundle)))
    assert SUBJECT in text and WORKER in text
    assert OTHER not in text and "960456" not in text and "feels safe" not in text
    assert {"manifest.json", "verification.json", "redaction-log.json"} <= {p.name for p in out.iterdir()}
    assert [e.kind for e in events(case_path)][-2:] == [Kind.APPROVED, Kind.EXPORTED]


def test_deciding_about_a_person_says_before_what_it_does(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    desk, panel = hand.desk, hand.desk.people_panel
    hand.keys("Ctrl+2")
    number = next(n for n, row in enumerate(panel.list.rows) if row.title == OTHER)
    hand.row(panel.list, number)
    person = desk.people[panel.list.chosen()[0].id]
    said = panel._will.text()
    assert f"{person.mentions - person.possible} mentions on {person.pages} pages" in said
    assert f"{person.possible} possible mentions you decide one by one" in said
    hand.after(lambda: hand.click(panel.redact_button))
    assert desk.people[person.id].decision == "redact"
    assert f"redact {OTHER} everywhere" in hand.window.actions_by_name["undo"].text()

    key = hand.page("Letter.pdf", 1)
    hand.show_page(key)
    assert hand.mark(key, OTHER).status == "redacted"
    # One occurrence is an exception, by a click on the page and a key.
    hand.click_mark(key, OTHER)
    assert desk.card.isVisible()
    hand.click(desk.card.buttons["leave_here"])
    hand.type(desk.card.why, "She was there herself")
    hand.after(lambda: hand.click(desk.card.buttons["leave_in"]))
    hand.wait(lambda: desk.pages.overlay.fresh(key))
    assert hand.mark(key, OTHER).status == "disclosed"

    # Leaving somebody in needs its reason on record.
    hand.row(panel.list, next(n for n, row in enumerate(panel.list.rows) if row.title == OTHER))
    hand.click(panel.disclose_button)
    assert panel._hint.isVisible()
    hand.type(panel._why, "Consented on 3 March")
    hand.after(lambda: QTest.keyClick(panel._why, Qt.Key.Key_Return))
    assert desk.people[person.id].decision == "disclose"
    # And a role by the list of roles.
    panel.role.setCurrentIndex(panel.role.findData("professional/health"))
    hand.after(lambda: panel.role.activated.emit(panel.role.currentIndex()))
    assert desk.people[person.id].role == "professional"
