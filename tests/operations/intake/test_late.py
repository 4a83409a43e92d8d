# SPDX-License-Identifier: AGPL-3.0-or-later
"""Papers that arrive after the case was submitted: only what is new is looked at, what was decided stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from redactor.casefile.identity import load_identity
from redactor.casefile.store import CaseFile
from redactor.domain.errors import Refused
from redactor.operations.approving.approve import approve, submit
from redactor.operations.approving.taken_back import submission_taken_back
from redactor.operations.copies import duplicates
from redactor.operations.deciding import mark, replacing
from redactor.operations.deciding.accepting import accept
from redactor.operations.deciding.settle import settle
from redactor.operations.finding.analyse import analyse
from redactor.operations.intake import contents
from redactor.operations.intake.intake import add_paths
from redactor.operations.left.todo import left_to_do
from redactor.operations.releasing.export import export, verify_folder
from redactor.operations.view import CaseView
from tests.conftest import LETTER, PASSPHRASE, STAFF_PASSPHRASE, make_pdf
from tests.operations.clearing import outcome_for

LATE = [
    "Memo of 2 June 2019",
    "Gareth Pole came to the office and asked about the meeting with Priya Shah.",
    "His friend Winston Abara waited outside. Winston Abara will write to us.",
]


def clear(view: CaseView, pool, worker) -> None:
    accept(view, signer=worker)
    for _ in range(4):
        for item in left_to_do(view, pool):
            if item.id in {left.id for left in left_to_do(view, pool)}:
                settle(view, [item], outcome_for(item), "looked at", signer=worker)


@pytest.fixture
def staffed(case_path: Path, staff: Path):
    worker = load_identity(staff / "worker.id", STAFF_PASSPHRASE)
    lead = load_identity(staff / "lead.id", STAFF_PASSPHRASE)
    with CaseFile.open(case_path, PASSPHRASE) as case:
        yield CaseView(case), worker, lead


def test_the_whole_way_with_a_late_paper(staffed, pool, tmp_path: Path):
    view, worker, lead = staffed
    clear(view, pool, worker)
    submit(view, worker, pool)
    approve(view, lead)
    assert export(view, tmp_path / "first", pool, signer=lead).report.verified
    decided = len(view.state.events)

    was = view.state.submission, view.state.approval
    assert submission_taken_back(view, *was) == ""
    paper = make_pdf(tmp_path / "03 Memo.pdf", LATE)
    add_paths(view.case, [paper], pool, signer=worker)
    view.refresh()
    words = submission_taken_back(view, *was)
    assert "submitted by Wendy Case" in words and "approved by Lena Lead" in words and "exported before" in words
    assert view.state.submission is None and view.state.approval is None
    with pytest.raises(Refused):
        export(view, tmp_path / "second", pool, signer=lead)

    analyse(view.case, pool)
    view.refresh()
    memo = view.document_called("03 Memo.pdf").sha256
    items = left_to_do(view, pool)
    assert {item.document for item in items} <= {memo, ""}, "nothing of what was settled comes back"
    late = [item for item in items if item.kind == "late"]
    assert len(late) == 1 and "came after the case was submitted" in late[0].text
    pole = [m for m in view.by_page[memo, 1] if m.text == "Gareth Pole"]
    assert pole and all(view.outcomes[memo, 1].statuses[m.id] == "redacted" for m in pole), "what was decided covers it"
    assert [item for item in items if item.kind == "person"], "somebody new is to be decided"
    assert [entry.late for entry in contents.listing(view)] == [False, False, True]
    with pytest.raises(Refused, match="Papers that came late"):
        submit(view, worker, pool)

    clear(view, pool, worker)
    assert left_to_do(view, pool) == []
    submit(view, worker, pool)
    approve(view, lead)
    result = export(view, tmp_path / "second", pool, signer=lead)
    assert result.report.verified and result.pages == 5
    assert verify_folder(view, tmp_path / "first", pool).verified, "what was sent before can still be proved"
    assert len(view.state.events) > decided


def test_a_later_version_takes_the_place_of_the_earlier_with_its_decisions(staffed, pool, tmp_path: Path):
    view, worker, lead = staffed
    letter = view.document_called("01 Letter.pdf")
    text = "Meena said that Gareth Pole had been shouting at the neighbour, Mrs Oluwaseun Adeyemi."
    mark.redact_text(view, text, "TP", document=letter, page=1, signer=worker)
    clear(view, pool, worker)
    submit(view, worker, pool)
    folder = tmp_path / "corrected"
    folder.mkdir()
    changed = [line.replace("on 12 March", "on 13 March") for line in LETTER]
    again = make_pdf(folder / "01 Letter v2.pdf", changed)
    add_paths(view.case, [again], pool, signer=worker)
    analyse(view.case, pool)
    view.refresh()
    new = view.document_called("01 Letter v2.pdf")
    assert duplicates.earlier_version(view, new) == letter
    assert duplicates.earlier_version(view, letter) is None
    (late,) = [item for item in left_to_do(view, pool) if item.kind == "late"]
    assert "another version of 01 Letter.pdf" in late.text and "redactor replace" in late.how
    assert [item for item in left_to_do(view, pool) if item.kind == "inconsistent"], (
        "the passage is open in the new one"
    )

    replacing.replace(view, letter, new, why="the date was wrong", signer=worker)
    assert not [item for item in left_to_do(view, pool) if item.kind == "inconsistent"]
    held = [redaction.text for redaction in view.outcomes[new.sha256, 1].plan.redactions]
    assert any("had been shouting at the" in text for text in held), held
    clear(view, pool, worker)
    submit(view, worker, pool)
    approve(view, lead)
    result = export(view, tmp_path / "out", pool, signer=lead)
    left = [released.line.explanation for released in result.released if released.line.left_out]
    assert left == [
        "A document of 1 page is an earlier version of what starts on page 2 of this bundle and is not repeated."
    ]
    assert result.report.verified


def test_a_paper_that_comes_before_the_first_submission_is_not_late(staffed, pool, tmp_path: Path):
    view, worker, _ = staffed
    accept(view, signer=worker)
    add_paths(view.case, [make_pdf(tmp_path / "03 Memo.pdf", LATE)], pool)
    view.refresh()
    assert not [item for item in left_to_do(view, pool) if item.kind == "late"]
