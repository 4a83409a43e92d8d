# SPDX-License-Identifier: AGPL-3.0-or-later
"""H: the reason is proposed by the paper the passage stands in, one key changes it, and what is typed is who is at
risk."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from redactor.operations.finding.analyse import analyse
from redactor.operations.intake.intake import add_paths
from redactor.operations.request.case import new_case
from redactor.operations.request.opinions import confirm_classes
from redactor.workers.inline import InlineExecutor
from tests.conftest import make_pdf
from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import Hand

PASSAGE = "Nobody may find out where the family moved."
PAPERS = {
    "Report.pdf": ["Larch Academy", "School report, key stage 3", "Pupil attendance and attainment", "", PASSAGE],
    "Letter.pdf": ["Brook Hospital NHS Trust", "Discharge summary, outpatient clinic", "Patient on ward", "", PASSAGE],
    "Visit.pdf": ["Children's Services", "Case note: home visit by the social worker", "Care plan", "", PASSAGE],
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("classes")
    for name, lines in PAPERS.items():
        make_pdf(folder / name, lines)
    path = folder / "c.case"
    executor = InlineExecutor()
    with new_case(path, PASSPHRASE, reference="R", subject="Donna Lowe") as case:
        add_paths(case, sorted(folder.glob("*.pdf")), executor)
        analyse(case, executor)
    return path


def _press_h(hand: Hand, name: str) -> None:
    key = hand.page(name, 1)
    hand.show_page(key)
    hand.wait(lambda: hand.desk.pages.overlay.fresh(key))
    hand.select(key, "Nobody", "moved")
    hand.keys("H")
    hand.wait(lambda: hand.desk.reason_open)


def _said(hand: Hand) -> str:
    return " ".join(each.text() for each in hand.desk.reason.harm_class.findChildren(QLabel))


@pytest.mark.parametrize(
    ("name", "code", "word"),
    [("Report.pdf", "ED-HARM", "academy"), ("Letter.pdf", "H-HARM", "hospital"), ("Visit.pdf", "SW-HARM", "case note")],
)
def test_each_paper_has_the_reason_of_its_class_and_says_why(
    open_window: Callable[..., Hand], made: Path, tmp_path: Path, name: str, code: str, word: str
) -> None:
    hand = open_window(Path(shutil.copy(made, tmp_path / "c.case")))
    _press_h(hand, name)
    form = hand.desk.reason
    assert form.code == code and "looks like" in _said(hand) and word in _said(hand)
    # What is typed straight after the key is who is at risk, and nothing is chosen by it.
    for letter in "the cousin, who is fifteen":
        QTest.keyClicks(QApplication.focusWidget(), letter)
    assert form.field("who").toPlainText() == "the cousin, who is fifteen" and form.code == code
    # One key: the next of the three. What was typed stays, and so do the keys.
    seen = []
    for _ in range(3):
        hand.keys("F4")
        seen.append(form.code)
        assert form.harm_class.buttons[form.code].isChecked()
        assert form.field("who").toPlainText() == "the cousin, who is fifteen" and form.field("who").hasFocus()
    assert sorted(seen) == ["ED-HARM", "H-HARM", "SW-HARM"] and seen[-1] == code
    # Or one click.
    hand.click(form.harm_class.buttons["H-HARM"])
    assert form.code == "H-HARM" and form.harm_class.buttons["H-HARM"].isChecked()
    assert form.field("who").toPlainText() == "the cousin, who is fifteen"


def test_what_was_confirmed_of_a_paper_goes_before_how_it_looks(
    open_window: Callable[..., Hand], made: Path, tmp_path: Path
) -> None:
    from redactor.casefile.store import CaseFile
    from redactor.operations.view import CaseView

    path = Path(shutil.copy(made, tmp_path / "c.case"))
    with CaseFile.open(path, PASSPHRASE) as case:
        view = CaseView(case)
        report = next(sha for sha, document in view.documents.items() if document.name.endswith("Report.pdf"))
        confirm_classes(view, {report: "social_work"})
    hand = open_window(path)
    _press_h(hand, "Report.pdf")
    assert hand.desk.reason.code == "SW-HARM" and "was confirmed" in _said(hand)


def test_letters_over_a_choice_open_its_list_and_choose_nothing(
    open_window: Callable[..., Hand], made: Path, tmp_path: Path
) -> None:
    hand = open_window(Path(shutil.copy(made, tmp_path / "c.case")))
    _press_h(hand, "Visit.pdf")
    form = hand.desk.reason
    form.reason.setFocus()
    for letter in "child":
        QTest.keyClicks(QApplication.focusWidget(), letter)
    assert form.reason.view().isVisible() and form.code == "SW-HARM"
    assert form.reason.view().currentIndex().data().startswith("Child abuse data")
    hand.keys("Escape")
    assert form.code == "SW-HARM"
    QTest.keyClicks(form.reason, "c")
    hand.keys("Return")
    assert form.code == "CA"
