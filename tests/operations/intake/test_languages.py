# SPDX-License-Identifier: AGPL-3.0-or-later
"""Scans are read in Welsh by choice: proposed, chosen, undone, and never read in vain."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from redactor.casefile.store import CaseFile
from redactor.cli import main
from redactor.domain.errors import BadInput
from redactor.domain.journal import Kind
from redactor.operations.deciding.undoing import undo
from redactor.operations.finding.analyse import analyse
from redactor.operations.intake import languages
from redactor.operations.intake.intake import add_paths
from redactor.operations.intake.languages import looks_welsh, read_as, scanned_documents
from redactor.operations.intake.scans import waiting_scans
from redactor.operations.request.case import new_case
from redactor.operations.view import CaseView
from redactor.workers.inline import InlineExecutor
from tests.conftest import PASSPHRASE, make_pdf
from tests.scans import printed, scanned
from tests.welsh import LINES, NEEDS_DATA, welsh_print

INLINE = InlineExecutor()


@pytest.fixture(scope="module")
def read_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A typed note, a scan in Welsh and one in English, taken in and read the usual way."""
    folder = tmp_path_factory.mktemp("welsh")
    make_pdf(folder / "note.pdf", ["Home visit. Her neighbour Darren Holt was at the door."])
    (folder / "cymraeg.pdf").write_bytes(scanned(welsh_print()))
    (folder / "english.pdf").write_bytes(scanned(printed(["Seen with Gareth Pole at home."])))
    with new_case(folder / "read.case", PASSPHRASE, reference="R", subject="Priya Shah") as case:
        add_paths(case, [folder / name for name in ("note.pdf", "cymraeg.pdf", "english.pdf")], INLINE)
        analyse(case, INLINE)
    return folder / "read.case"


@pytest.fixture
def view(read_path: Path, tmp_path: Path) -> Iterator[CaseView]:
    copy = tmp_path / "copy.case"
    copy.write_bytes(read_path.read_bytes())
    with CaseFile.open(copy, PASSPHRASE) as case:
        yield CaseView(case)


@pytest.fixture
def with_data(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the data were there; nothing is read with it."""
    monkeypatch.setattr(languages, "folder_with", lambda wanted: "/somewhere")
    monkeypatch.setattr(languages, "require_folder", lambda wanted: "/somewhere")


def test_welsh_is_told_from_english() -> None:
    assert looks_welsh(" ".join(LINES))
    assert not looks_welsh("Seen with Gareth Pole at home. The flat was tidy and the visit went well. " * 10)
    assert not looks_welsh("Annwyl Siân, diolch.")


def test_welsh_is_proposed_for_the_scan_that_looks_it(view: CaseView) -> None:
    found = {scan.document.name: scan for scan in scanned_documents(view)}
    assert {name: (scan.scanned, scan.waiting, scan.welsh) for name, scan in found.items()} == {
        "cymraeg.pdf": (1, 0, True),
        "english.pdf": (1, 0, False),
    }


@pytest.mark.usefixtures("with_data")
def test_a_choice_makes_pages_wait_and_undoing_it_lets_them_be(view: CaseView) -> None:
    document = view.document_called("cymraeg.pdf")
    assert waiting_scans(view.case) == [] and view.analysed
    event = read_as(view, document, "welsh")
    assert event.kind is Kind.READING_CHOSEN
    assert waiting_scans(view.case) == [(document.sha256, 1)]
    assert not CaseView(view.case).analysed
    undo(view, event.id)
    assert waiting_scans(view.case) == []


@pytest.mark.usefixtures("with_data")
def test_a_page_can_differ_from_its_document(view: CaseView) -> None:
    document = view.document_called("english.pdf")
    read_as(view, document, "welsh")
    read_as(view, document, "usual", pages=[1])
    assert waiting_scans(view.case) == []
    read_as(view, document, "welsh")
    assert waiting_scans(view.case) == [(document.sha256, 1)]


@pytest.mark.usefixtures("with_data")
def test_what_cannot_be_chosen(view: CaseView) -> None:
    document = view.document_called("cymraeg.pdf")
    with pytest.raises(BadInput, match="no page 2"):
        read_as(view, document, "welsh", pages=[2])
    with pytest.raises(BadInput, match="cannot be read in 'klingon'"):
        read_as(view, document, "klingon")
    assert not view.state.readings.any


def test_without_data_nothing_is_chosen_and_a_case_from_a_pc_with_it_is_left_as_it_is(
    view: CaseView, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = view.document_called("cymraeg.pdf")
    monkeypatch.setattr(languages, "folder_with", lambda wanted: None)
    monkeypatch.setattr("redactor.bundle.ocr.tessdata.folders", lambda environment=None: iter(()))
    with pytest.raises(BadInput) as refused:
        read_as(view, document, "welsh")
    assert "cym.traineddata" in refused.value.what and refused.value.do
    payload = {"document": document.sha256, "pages": [], "languages": "cym+eng"}
    view.record(Kind.READING_CHOSEN, payload, None)
    assert waiting_scans(view.case) == []
    before = view.case.page(document.sha256, 1)
    analyse(view.case, INLINE)
    assert view.case.page(document.sha256, 1) == before


@NEEDS_DATA
def test_a_scan_is_read_again_in_welsh_and_the_usual_way_after_undo(view: CaseView) -> None:
    document = view.document_called("cymraeg.pdf")
    usual = view.case.page(document.sha256, 1)
    event = read_as(view, document, "welsh")
    result = analyse(view.case, INLINE)
    assert (result.ocr_pages, result.waiting) == (1, 0)
    welsh = view.case.page(document.sha256, 1)
    assert usual is not None and welsh is not None
    assert "Prŷs" in welsh.text and "Prŷs" not in usual.text
    assert view.case.search("Gwŷn Prŷs") == [(document.sha256, 1)]
    assert waiting_scans(view.case) == [] and CaseView(view.case).analysed
    undo(view.refresh(), event.id)
    assert waiting_scans(view.case) == [(document.sha256, 1)]
    analyse(view.case, INLINE)
    assert view.case.page(document.sha256, 1) == usual
    assert waiting_scans(view.case) == []


def test_from_the_shell(
    read_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "shell.case"
    copy.write_bytes(read_path.read_bytes())
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)

    def run(*words: object, status: int = 0) -> list[dict[str, Any]]:
        assert main([str(word) for word in ("scans", copy, *words, "--json")]) == status
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return [json.loads(line) for line in captured.out.splitlines() if line.startswith("{")]

    rows = {row["file"]: row for row in run()}
    assert rows["cymraeg.pdf"]["looks_welsh"] and not rows["english.pdf"]["looks_welsh"]
    run("--language", "welsh", status=2)
    run("--language", "welsh", "--file", "nowhere.pdf", status=2)
    (done,) = run("--language", "usual", "--file", "cymraeg.pdf", "--page", "1")
    assert done["pages"] == [1]
