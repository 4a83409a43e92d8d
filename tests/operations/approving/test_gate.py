# SPDX-License-Identifier: AGPL-3.0-or-later
"""Ways around the gate that somebody with the passphrase could try, and that must not work."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from redactor.casefile.identity import load_identity, new_identity
from redactor.casefile.roster import add_member, new_roster
from redactor.casefile.store import CaseFile
from redactor.domain.errors import BadInput, Refused
from redactor.domain.journal import Kind
from redactor.operations.approving.approve import approve, submit
from redactor.operations.checking.sound import soundness_problems
from redactor.operations.deciding.accepting import accept
from redactor.operations.deciding.settle import settle
from redactor.operations.left.todo import left_to_do
from redactor.operations.releasing.export import export, verify_folder
from redactor.operations.request.roster import use_roster
from redactor.operations.view import CaseView
from tests.conftest import PASSPHRASE, STAFF_PASSPHRASE, make_pdf


@pytest.fixture
def approved(case_path: Path, staff: Path, pool):
    """An approved case, open for writing, and its team lead."""
    worker = load_identity(staff / "worker.id", STAFF_PASSPHRASE)
    lead = load_identity(staff / "lead.id", STAFF_PASSPHRASE)
    with CaseFile.open(case_path, PASSPHRASE) as case:
        view = CaseView(case)
        use_roster(view, (staff / "office.roster").read_bytes(), signer=worker)
        accept(view, signer=worker)
        for _ in range(5):
            items = left_to_do(view, pool)
            for outcome in ("redact", "seen"):
                fitting = [i for i in items if (i.kind in ("needs_eyes", "unreadable_page")) is (outcome == "seen")]
                if fitting:
                    settle(view, fitting, outcome, "looked at", signer=worker)
        submit(view, worker, pool)
        approve(view, lead)
        yield view


def test_a_roster_of_another_office_key_counts_nowhere(approved: CaseView, staff: Path, pool, tmp_path: Path):
    new_identity(tmp_path / "false.id", "Petra Lead", "team-lead", STAFF_PASSPHRASE)
    new_roster(tmp_path / "false.roster", "Wexbourne Council", STAFF_PASSPHRASE)
    add_member(tmp_path / "false.roster", tmp_path / "false.id", STAFF_PASSPHRASE)
    forged = (tmp_path / "false.roster").read_bytes()
    with pytest.raises(Refused, match="different office key"):
        use_roster(approved, forged)
    approved.record(Kind.ROSTER_USED, {"roster": forged.decode()}, None)
    submit(approved, load_identity(staff / "worker.id", STAFF_PASSPHRASE), pool)
    with pytest.raises(Refused, match="different office key"):
        approve(approved, load_identity(tmp_path / "false.id", STAFF_PASSPHRASE))
    assert any("different office key" in problem for problem in soundness_problems(approved.case))


def test_words_changed_after_approval_refuse(approved: CaseView, pool, tmp_path: Path):
    document = next(iter(approved.documents))
    content = approved.case.page(document, 1)
    assert content is not None
    words = tuple(word._replace(text="always") if word.text == "not" else word for word in content.words)
    assert words != content.words
    approved.case.put_pages(document, [replace(content, words=words)])
    with pytest.raises(Refused, match="not what was approved"):
        export(CaseView(approved.case), tmp_path / "out", pool)


def test_a_page_exchanged_under_the_approval_refuses(approved: CaseView, pool, tmp_path: Path):
    document = next(iter(approved.documents))
    other = make_pdf(tmp_path / "other.pdf", ["LEAK"]).read_bytes()
    approved.case.put_parts(document, [(1, 1, other)])
    with pytest.raises(Refused, match="not what was approved"):
        export(CaseView(approved.case), tmp_path / "out", pool)
    assert not (tmp_path / "out").exists()


def test_a_release_is_on_record_or_not_at_all(approved: CaseView, pool, tmp_path: Path):
    before = len(approved.case.events())
    with pytest.raises(BadInput, match="internal log"):
        export(approved, tmp_path / "out", pool, internal_log=tmp_path / "nowhere" / "log.json")
    assert not (tmp_path / "out").exists()
    with (
        CaseFile.open(approved.case.path, PASSPHRASE, write=False) as reading,
        pytest.raises(Refused),
    ):
        export(CaseView(reading), tmp_path / "out", pool)
    assert not (tmp_path / "out").exists() and len(approved.case.events()) == before
    result = export(approved, tmp_path / "out", pool)
    last = approved.case.events()[-1]
    assert last.kind is Kind.EXPORTED and last.payload["manifest"] == result.manifest_sha256


def test_a_folder_hashed_anew_is_not_known_to_the_case(approved: CaseView, pool, tmp_path: Path):
    export(approved, tmp_path / "out", pool)
    assert verify_folder(approved, tmp_path / "out", pool).verified
    shutil.copytree(tmp_path / "out", tmp_path / "forged")
    log = tmp_path / "forged" / "redaction-log.json"
    log.write_text(log.read_text(encoding="utf-8").replace("Another person", "The neighbour"), encoding="utf-8")
    manifest = json.loads((tmp_path / "forged" / "manifest.json").read_text(encoding="utf-8"))
    for entry in manifest["files"]:
        entry["sha256"] = hashlib.sha256((tmp_path / "forged" / entry["file"]).read_bytes()).hexdigest()
    manifest["approval"]["approved_by"] = "Nobody"
    (tmp_path / "forged" / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    report = verify_folder(approved, tmp_path / "forged", pool)
    assert not report.verified
    assert "known" in [rule.rule for rule in report.rules if not rule.passed]
    (tmp_path / "out" / "more").mkdir()
    assert not verify_folder(approved, tmp_path / "out", pool).verified
