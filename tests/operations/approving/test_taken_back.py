# SPDX-License-Identifier: AGPL-3.0-or-later
"""In the shell: what takes an approval back says so, and what only the letter tells does not take it back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from redactor.casefile.store import CaseFile
from redactor.cli import main
from redactor.operations.view import CaseView
from tests.conftest import PASSPHRASE, STAFF_PASSPHRASE


def test_a_released_case_is_erased_and_that_is_all_that_is_said(
    released, staff: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    view, _ = released
    path, reference = view.case.path, str(view.fact("reference"))
    view.case.close()
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("REDACTOR_IDENTITY_PASSPHRASE", STAFF_PASSPHRASE)
    lead = str(staff / "lead.id")
    certificate = str(tmp_path / "certificate.txt")
    given = ["erase", str(path), "--early", "asked for", "--confirm", reference, "--certificate", certificate]
    assert main([*given, "--as", lead]) == 0
    assert not path.exists() and "should not have happened" not in capsys.readouterr().err


def test_the_letter_after_approval_and_decisions_after_it(
    released, staff: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    view, _ = released
    path, person = str(view.case.path), next(iter(view.people))
    place = next(p for p in view.page_states if p.page == 1)
    words = view.case.page(place.document, 1).text.split()[0]
    name = view.documents[place.document].name
    view.case.close()
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("REDACTOR_IDENTITY_PASSPHRASE", STAFF_PASSPHRASE)

    def run(*given: str, status: int = 0) -> tuple[str, str]:
        assert main(list(given)) == status
        said = capsys.readouterr()
        return said.out, said.err

    signed = ("--as", str(staff / "worker.id"))
    letter = ("letter", path, "--out", str(tmp_path / "letter.pdf"))
    assert "what was searched is not on record" in run(*letter, status=1)[1]
    assert "taken back" not in run("request", path, "--searches", "the paper archive", *signed)[1]
    run(*letter)
    run("export", path, "--out", str(tmp_path / "again"))  # the approval stands, for exactly this plan

    passage = ("harm", path, "--file", name, "--page", "1", "--text", words, "--reason", "SW-HARM", *signed)
    wrong = run(*passage, "--field", "bogus=3", status=2)[1]
    assert "no field 'bogus'" in wrong and "likelihood" in wrong
    out, err = run(*passage, "--field", "who=her aunt")
    assert "still lacks: likelihood" in out and "who," not in out
    assert "submitted by Wendy Case" in err and "approved by Lena Lead" in err and "That is taken back" in err
    assert "taken back" not in run("decide", path, "--person", person, "--redact", *signed)[1]  # said once
    with CaseFile.open(Path(path), PASSPHRASE) as case:
        assert CaseView(case).state.approval is None
    lacks = json.loads(run(*passage, "--field", "who=her aunt", "--json")[0])["lacks"]
    assert "likelihood" in lacks and "who" not in lacks
