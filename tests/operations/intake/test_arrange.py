# SPDX-License-Identifier: AGPL-3.0-or-later
"""Arranged, named, split and left out: the index, the numbers, both logs and the verification follow the plan."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from redactor.casefile.identity import load_identity
from redactor.casefile.store import CaseFile
from redactor.domain.errors import BadInput, Refused
from redactor.operations.approving.approve import approve, submit
from redactor.operations.deciding.accepting import accept
from redactor.operations.deciding.settle import settle
from redactor.operations.deciding.undoing import undo
from redactor.operations.intake import arrange, confirming, contents
from redactor.operations.left.todo import left_to_do
from redactor.operations.planning.planned import plan_now
from redactor.operations.releasing.export import case_content, case_source, export, release_facts, verify_folder
from redactor.operations.view import CaseView
from redactor.release.export import verify_release
from tests.conftest import PASSPHRASE, STAFF_PASSPHRASE
from tests.operations.clearing import outcome_for


@pytest.fixture
def view(case_path: Path):
    with CaseFile.open(case_path, PASSPHRASE) as case:
        yield CaseView(case)


def ready(view: CaseView, pool, worker) -> None:
    accept(view, signer=worker)
    for _ in range(5):
        items = [item for item in left_to_do(view, pool) if item.kind != "arrangement"]
        for item in items:
            settle(view, [item], outcome_for(item), "looked at", signer=worker)


def text_of(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as pdf:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]


def test_dates_and_kinds_are_proposed_and_printed_only_when_confirmed(view: CaseView):
    letter, notes = contents.listing(view)
    assert (letter.proposed.kind, letter.proposed.date) == ("letter", "2019-03-14")
    assert (notes.proposed.kind, notes.proposed.date) == ("case notes", "2019-05-03")
    assert "Date" in letter.proposed.date_why or "line" in letter.proposed.date_why
    assert plan_now(view).parts == ()
    assert "a number of 2 documents" in confirming.unnamed(view)
    confirming.confirm(view)
    assert confirming.unnamed(view) == ""
    assert [part.title for part in plan_now(view).parts] == ["Letter, 14 March 2019", "Case notes, 3 May 2019"]
    assert confirming.confirm(view) is None


def test_the_whole_way_with_another_order_a_split_file_and_gaps(view: CaseView, staff: Path, pool, tmp_path: Path):
    worker = load_identity(staff / "worker.id", STAFF_PASSPHRASE)
    lead = load_identity(staff / "lead.id", STAFF_PASSPHRASE)
    letter, notes = view.documents.values()
    arrange.split(view, notes, 2, 2, "Second sheet", signer=worker)
    first, second, third = (entry.part for entry in contents.listing(view))
    arrange.move(view, [third], first, signer=worker)
    arrange.describe(view, [second], title="Telephone notes", section="Contacts", signer=worker)
    ready(view, pool, worker)
    fields = {"why": "kept by mistake"}
    arrange.leave_out(view, letter, 1, 1, "oos", fields=fields, signer=worker)
    assert not [item for item in left_to_do(view, pool) if item.document == letter.sha256], (
        "what is not released is no work"
    )
    ready(view, pool, worker)
    submit(view, worker, pool)
    approve(view, lead)
    result = export(view, tmp_path / "out", pool, signer=lead, internal_log=tmp_path / "log.json")
    assert result.report.verified and verify_folder(view, tmp_path / "out", pool).verified

    cover, page2, page3 = text_of(tmp_path / "out" / "bundle.pdf")
    assert re.search(r"1\. Second sheet 2 1 page.*Contacts.*2\. Telephone notes 3 1 page", cover)
    assert "A document of 1 page is not included." in cover
    assert "Second page of notes" in page2 and "Document 1, page 1 of 1" in page2
    assert "Case note" in page3 and "Document 2, page 1 of 1" in page3
    log = json.loads((tmp_path / "out" / "redaction-log.json").read_text())
    assert log[-1]["label"] == "Not about you" and log[-1]["page_in_bundle"] == 1 and not log[-1]["boxes_in_bundle"]
    assert [line["number"] for line in log] == list(range(1, len(log) + 1))
    assert result.redactions == len(log) - 1
    for name in ("bundle.pdf", "redaction-log.json", "redaction-log.pdf"):
        assert b"Letter.pdf" not in (tmp_path / "out" / name).read_bytes()
    inside = json.loads((tmp_path / "log.json").read_text())
    assert (inside[-1]["file"], inside[-1]["reason"], inside[-1]["fields"]) == ("01 Letter.pdf", "OOS", fields)
    assert inside[-1]["decided_by"] == "Wendy Case"

    # An index that says anything else than the plan is noticed, whatever it is.
    plan, facts = plan_now(view), release_facts(view, plan_now(view), pool)
    assert plan.left_out[0].fields == (("why", "kept by mistake"),)
    others = {
        "title": replace(plan, parts=(replace(plan.parts[0], title="Secondhand sheet"), *plan.parts[1:])),
        "section": replace(plan, parts=(plan.parts[0], replace(plan.parts[1], section="Contents"))),
        "left out": replace(plan, left_out=()),
    }
    for what, other in others.items():
        report = verify_release(
            tmp_path / "out", other, view.documents, case_source(view), case_content(view), facts, pool
        )
        assert "index" in {rule.rule for rule in report.rules if not rule.passed}, what


def test_documents_layout_follows_the_order(view: CaseView, pool, tmp_path: Path):
    _, notes = view.documents.values()
    arrange.arrange_by(view, "folder")
    arrange.move(view, [contents.part_called(view, "02 Case notes.pdf")], contents.part_called(view, "01 Letter.pdf"))
    arrange.split(view, notes, 1, 1)
    result = export(view, tmp_path / "out", pool, draft=True, layout="documents")
    names = [file.name for file in result.files]
    assert names == ["contents.pdf", "0001.pdf", "0002.pdf", "0003.pdf"]
    pages = [text_of(file)[0] for file in result.files[1:]]
    assert "Case note" in pages[0] and "Second page" in pages[1] and "Dear Ms Shah" in pages[2]
    assert result.report.verified


def test_every_step_can_be_undone_and_voids_what_was_submitted(view: CaseView, staff: Path, pool):
    worker = load_identity(staff / "worker.id", STAFF_PASSPHRASE)
    ready(view, pool, worker)
    before = plan_now(view).digest()
    _, notes = view.documents.values()
    steps = [
        lambda: arrange.arrange_by(view, "date"),
        lambda: arrange.describe(view, [contents.part_called(view, "1")], title="A letter"),
        lambda: arrange.split(view, notes, 2, 2),
        lambda: arrange.leave_out(view, notes, 2, 2, "OOS", fields={"why": "no"}),
    ]
    for step in steps:
        submit(view, worker, pool)
        assert view.state.submission is not None
        step()
        assert view.state.submission is None and plan_now(view).digest() != before
        undo(view, signer=worker)
        assert plan_now(view).digest() == before


def test_a_title_with_a_redacted_name_is_refused_or_found_before_submission(view: CaseView, pool):
    part = contents.part_called(view, "01 Letter.pdf")
    arrange.describe(view, [part], title="Letter about Gareth Pole")
    accept(view)
    told = [item for item in left_to_do(view, pool) if item.kind == "arrangement"]
    assert len(told) == 1 and "Gareth Pole" in told[0].text
    with pytest.raises(Refused, match="redacted"):
        arrange.describe(view, [part], title="About G. Adeyemi and a visit")
    with pytest.raises(Refused, match="redacted"):
        arrange.describe(view, [part], section="Garreth Pole")
    arrange.describe(view, [part], title="Letter about a visit to Priya Shah")
    assert not [item for item in left_to_do(view, pool) if item.kind == "arrangement"]


def test_a_copy_is_left_out_in_favour_of_one_that_stays(view: CaseView, pool, tmp_path: Path):
    letter, notes = view.documents.values()
    with pytest.raises(BadInput, match="of something"):
        arrange.leave_out(view, notes, 2, 2, "COPY")
    with pytest.raises(BadInput, match="themselves"):
        arrange.leave_out(view, notes, 1, 2, "COPY", like=(notes, 1))
    arrange.leave_out(view, notes, 2, 2, "COPY", like=(notes, 1), why="the same page twice")
    with pytest.raises(Refused, match="left out itself"):
        arrange.leave_out(view, letter, 1, 1, "COPY", like=(notes, 2))
    result = export(view, tmp_path / "out", pool, draft=True)
    cover = text_of(tmp_path / "out" / "bundle.pdf")[0]
    assert "Page 2 of Document 2 is a copy of page 3 of this bundle and is not repeated." in cover
    assert "1 page not repeated or left out" in cover and result.report.verified
    log = json.loads((tmp_path / "out" / "redaction-log.json").read_text())
    assert log[-1]["label"] == "Not repeated" and "page 3 of this bundle" in log[-1]["explanation"]
    arrange.leave_out(view, notes, 1, 1, "OOS", fields={"why": "no"})
    assert [item.kind for item in left_to_do(view, pool) if item.kind == "arrangement"] == ["arrangement"]
    arrange.put_back(view, notes, 1, 1)
    assert not [item for item in left_to_do(view, pool) if item.kind == "arrangement"]


def test_what_is_refused_says_what_to_do(view: CaseView):
    letter, notes = view.documents.values()
    with pytest.raises(Refused, match="not left out for H-HARM"):
        arrange.leave_out(view, letter, 1, 1, "H-HARM")
    with pytest.raises(BadInput, match="needs: why"):
        arrange.leave_out(view, letter, 1, 1, "OOS")
    with pytest.raises(BadInput, match="no pages 1 to 9"):
        arrange.leave_out(view, letter, 1, 9, "OOS", fields={"why": "x"})
    with pytest.raises(BadInput, match="one document already"):
        arrange.split(view, notes, 1, 2)
    arrange.split(view, notes, 1, 1)
    with pytest.raises(BadInput, match="cross the end"):
        arrange.split(view, notes, 1, 2)
    with pytest.raises(BadInput, match="split into several"):
        contents.part_called(view, "02 Case notes.pdf")
    assert contents.part_called(view, "02 Case notes.pdf:2").first == 2
    with pytest.raises(BadInput, match="no kind"):
        arrange.describe(view, [contents.part_called(view, "1")], kind="poem")
