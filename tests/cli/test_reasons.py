# SPDX-License-Identifier: AGPL-3.0-or-later
"""``redactor reasons`` and ``redactor wording``: the law in the shell, the council's words on the page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from redactor.casefile.store import CaseFile
from redactor.cli import main
from redactor.operations.deciding.accepting import accept
from redactor.operations.deciding.decide import third_party_fields
from redactor.operations.left.todo import left_to_do
from redactor.operations.planning.planned import plan_now
from redactor.operations.releasing.export import export, verify_folder
from redactor.operations.releasing.wording import use_wording
from redactor.operations.view import CaseView
from tests.conftest import PASSPHRASE
from tests.domain.test_wording import GOOD


def test_reasons_lists_every_entry_and_what_is_not_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reasons", "--json"]) == 0
    rows = {row["code"]: row for row in map(json.loads, capsys.readouterr().out.splitlines())}
    assert rows["H-HARM"]["opinion_months"] == 6 and not rows["H-HARM"]["checked"]
    assert rows["CA"]["requesters"] == ["parent", "court_appointed"]
    assert rows["REASONABLE"]["kind"] == "disclose" and len(rows["REASONABLE"]["fields"]) == 5
    assert main(["reasons", "ca"]) == 0
    told = capsys.readouterr().out
    assert "NOT checked" in told and "only for  Somebody with parental responsibility" in told
    assert main(["reasons", "nonsense"]) == 2


def test_a_wording_that_is_not_sound_is_refused_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "ours.toml"
    file.write_text("council = 'C'\n[reasons.TP.fields]\nwho = ' '", encoding="utf-8")
    assert main(["reasons", "--wording", str(file)]) == 2
    said = capsys.readouterr().err
    assert "ours.toml" in said and "TP" in said and len(said.splitlines()) == 1


@pytest.mark.slow
def test_the_councils_words_are_on_the_pages_in_the_plan_and_verified(case_path: Path, pool, tmp_path: Path) -> None:
    with CaseFile.open(case_path, PASSPHRASE) as case:
        view = CaseView(case)
        accept(view)
        before = plan_now(view).digest()
        use_wording(view, GOOD.encode(), "ours.toml")
        assert (
            plan_now(view).digest() != before and dict(plan_now(view).evidence)["wording"] == view.state.wording.digest
        )
        assert third_party_fields(view, "TP", {}, "")["steps"].startswith("None were taken") or view.state.standing
        assert any("approved by panel" in item.text for item in left_to_do(view, residual=False))
        result = export(view, tmp_path / "draft", pool, draft=True)
        log = json.loads((tmp_path / "draft" / "redaction-log.json").read_text(encoding="utf-8"))
        assert {(row["label"], row["explanation"]) for row in log} == {
            ("Somebody else", "This part tells of somebody else.")
        }
        # Back to the usual words: what was made is still verified as it was made.
        use_wording(view, b"", "")
        assert plan_now(view).digest() == before
        assert verify_folder(view, tmp_path / "draft", pool).verified and result.redactions
