# SPDX-License-Identifier: AGPL-3.0-or-later
"""What goes out and what comes after, in the window: letter, sending, questions, statements, keeping, reports."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog

from redactor.casefile.identity import load_identity, new_identity
from redactor.casefile.store import CaseFile
from redactor.gui.releasing.keeping import CasesDialog, KeepingDialog, ReportDialog, folder_form
from redactor.gui.releasing.letter import LetterDialog, SentDialog
from redactor.gui.releasing.reissue import AgainDialog
from redactor.operations.approving.approve import approve, submit
from redactor.operations.deciding.accepting import accept
from redactor.operations.releasing.export import export
from redactor.operations.view import CaseView
from redactor.workers.pool import Pool
from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import Hand
from tests.operations.clearing import settle_all


@pytest.fixture
def released(case_path: Path, tmp_path: Path) -> tuple[Path, Path]:
    """A case that was released, and the folder."""
    for name, role in (("Wendy Case", "caseworker"), ("Lena Lead", "team-lead")):
        new_identity(tmp_path / f"{role}.id", name, role, "staff passphrase")
    worker, lead = (load_identity(tmp_path / f"{role}.id", "staff passphrase") for role in ("caseworker", "team-lead"))
    with CaseFile.open(case_path, PASSPHRASE) as case, Pool(slots=1) as pool:
        view = CaseView(case)
        accept(view, signer=worker)
        settle_all(view, pool, worker)
        submit(view, worker, pool)
        approve(view, lead)
        export(view, tmp_path / "release", pool)
    return case_path, tmp_path / "release"


def asked(hand: Hand, question: str, **given: Any) -> Any:
    answers: list[Any] = []
    hand.desk.client.ask(question, answers.append, lambda problem: answers.append(problem), **given)
    hand.wait(lambda: answers)
    return answers[0]


def accepted(hand: Hand, dialog: QDialog) -> None:
    dialog.try_accept()
    hand.wait(lambda: dialog.result() == 1)


def test_the_letter_is_read_before_it_goes_and_its_open_points_are_named(
    open_window: Callable[..., Hand], case_path: Path, tmp_path: Path
) -> None:
    hand = open_window(case_path)
    dialog = LetterDialog(hand.desk.client, asked(hand, "letter_now"), hand.window)
    dialog.show()
    assert "What was searched is not on record" in dialog.points.text()
    assert "[not on record yet]" in dialog.preview.toPlainText()
    dialog.save(str(tmp_path / "letter.pdf"))
    hand.wait(lambda: dialog.error.isVisibleTo(dialog))
    assert "searched" in dialog.error.text() and not (tmp_path / "letter.pdf").exists()
    own = tmp_path / "ours.toml"
    own.write_text('closing = "Kind regards from the council."', encoding="utf-8")
    dialog.use_words(str(own))
    hand.wait(lambda: "Kind regards from the council" in dialog.preview.toPlainText())
    own.write_text("[[", encoding="utf-8")
    dialog.use_words(str(own))
    hand.wait(lambda: dialog.error.isVisibleTo(dialog))
    own.write_text('closing = "Kind regards from the council."', encoding="utf-8")
    hand.after(lambda: hand.desk.client.ask("request", None, facts={"searches": "the archive"}))
    dialog.show_now(asked(hand, "letter_now"))
    assert "What was searched is not" not in dialog.points.text()
    dialog.large.setChecked(True)
    dialog.save(str(tmp_path / "letter.pdf"))
    hand.wait(lambda: dialog.result() == 1)
    assert (tmp_path / "letter.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.slow
def test_a_release_is_sent_questioned_commented_on_and_decided_again(
    open_window: Callable[..., Hand], released: tuple[Path, Path], tmp_path: Path
) -> None:
    path, folder = released
    hand = open_window(path)
    sent = SentDialog(hand.desk.client, asked(hand, "sent_now"), str(folder), "Darren Holt", True, hand.window)
    sent.show()
    assert sent.none.isVisibleTo(sent)
    form = sent.form_to_record()
    form.set("on", "31.2.")
    form.try_accept()
    assert "is no date" in form.error.text()
    form.set("on", "")
    form.set("copy", str(tmp_path / "copy.pdf"))
    form.set("secret", "seven grey geese")
    form.set("secret_again", "other")
    form.try_accept()
    hand.wait(lambda: "not the same" in form.error.text())
    form.set("secret_again", "seven grey geese")
    form.set("passphrase", "by telephone")
    accepted(hand, form)
    sent.show_sent(asked(hand, "sent_now"))
    assert len(sent.list.rows) == 1 and (tmp_path / "copy.pdf").exists()

    sent.print_to(str(folder), str(tmp_path / "print.pdf"))
    hand.wait(lambda: "for both sides" in sent.told.text())
    assert (tmp_path / "print.pdf").exists()

    again = AgainDialog(hand.desk.client, asked(hand, "again_now"), True, hand.window)
    again.show()
    count = len(again.numbers.rows)
    assert count > 1 and not again.ask_button.isEnabled() and "whole record" in again.next.text()
    hand.type(again.field, "1")
    assert len(again.numbers.rows) == 1
    hand.row(again.numbers, 0)
    hand.wait(again.ask_button.isEnabled)
    form = again.question_form(1)
    form.set("said", "That is my own name")
    accepted(hand, form)
    again.look()
    hand.wait(lambda: again.questions.rows)
    assert "supplement" in again.next.text() and not again.letter_button.isEnabled()
    hand.wait(lambda: any(item.kind == "challenge" for item in hand.desk.counted.todo))
    form = again.decision_form(1)
    form.set("outcome", "lift")
    form.set("why", "hers")
    form.try_accept()
    hand.wait(lambda: form.error.isVisibleTo(form))  # no answer for the person
    form.set("told", "It is shown to you now.")
    accepted(hand, form)
    form = again.statement_form(2)
    form.set("text", "This is not how it was.")
    accepted(hand, form)
    again.look()
    hand.wait(lambda: again.statements.rows and again.letter_button.isEnabled())
    assert asked(hand, "letter_saved", path=str(tmp_path / "answer.txt"), large=False, again=True) is None
    assert "It is shown to you now." in " ".join((tmp_path / "answer.txt").read_text().split())
    hand.wait(lambda: "record a statement" in hand.desk.moved.undo)
    again.close()
    sent.close()


def test_words_have_a_class_of_their_own(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    hand.settled_down()
    ledger = asked(hand, "opinions_now")
    asked(hand, "classes", classes={row.id: "other" for row in ledger.classes})
    view = hand.desk.pages
    hand.wait(lambda: view.current and view.overlay.words(view.current))
    key, words = view.current, view.overlay.words(view.current)
    span = (words.starts[0], words.ends[2])
    about = {"document": key[0], "page": key[1], "span": span, "box": words.boxes[0]}
    assert asked(hand, "passage_class", kind="health", **about) is None
    rows = asked(hand, "opinions_now").ledger
    assert [row.kind for row in rows] == ["lacking", "passage"] and rows[1].title.startswith("Health data")
    hand.wait(lambda: any(item.kind == "opinion" for item in hand.desk.counted.todo))
    hand.window.actions_by_name["passage_class"].trigger()  # nothing is selected
    hand.wait(lambda: "Select the words" in hand.desk.notice.text)


def test_keeping_holds_and_reports(open_window: Callable[..., Hand], case_path: Path, tmp_path: Path) -> None:
    hand = open_window(case_path)
    dialog = KeepingDialog(hand.desk.client, asked(hand, "keeping_now"), True, hand.window)
    dialog.show()
    assert dialog.headline.text() == "No day yet"
    form = dialog.keep_form()
    form.set("kind", "not_released")
    form.set("ended", "01/02/2020")
    accepted(hand, form)
    dialog.look()
    hand.wait(lambda: "1 February 2021" in dialog.headline.text())
    form = dialog.hold_form()
    form.set("why", "Proceedings")
    accepted(hand, form)
    dialog.look()
    hand.wait(lambda: "Proceedings" in dialog.held.text())
    assert dialog.hold_button.text() == "Lift the hold…"
    dialog.close()
    report = ReportDialog(hand.desk.client, asked(hand, "report_now"), "report_saved", hand.window)
    report.save(str(tmp_path / "report.csv"))
    hand.wait(lambda: report.result() == 1)
    assert "Cases" in (tmp_path / "report.csv").read_text(encoding="utf-8-sig")


def test_the_cases_of_a_folder_from_the_start_page(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window()
    assert hand.window.actions_by_name["cases"].isEnabled() and not hand.window.actions_by_name["letter"].isEnabled()
    form = folder_form(hand.desk.client, hand.window)
    form.set("folder", str(case_path.parent / "nowhere"))
    form.try_accept()
    hand.wait(lambda: "no such folder" in form.error.text())
    form.set("folder", str(case_path.parent))
    form.set("passphrase", PASSPHRASE)
    accepted(hand, form)
    assert [(row.title, row.badge) for row in form.answer] == [("SAR-7", "open")]
    CasesDialog(hand.desk.client, form.answer, form.values(), hand.window).close()
    assert "Cases" in asked(hand, "folder_report", **form.values())
