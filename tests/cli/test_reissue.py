# SPDX-License-Identifier: AGPL-3.0-or-later
"""After a release, from the shell: a number questioned and decided, a statement, the supplement, the answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from redactor.casefile.identity import load_identity
from redactor.casefile.store import CaseFile
from redactor.cli import main
from redactor.operations.approving.approve import approve, submit
from redactor.operations.deciding.accepting import accept
from redactor.operations.releasing.export import export
from redactor.operations.view import CaseView
from tests.conftest import PASSPHRASE, STAFF_PASSPHRASE
from tests.operations.clearing import log_of, settle_all


@pytest.mark.slow
def test_from_a_question_to_a_supplement_in_commands(
    case_path: Path, staff: Path, pool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("REDACTOR_IDENTITY_PASSPHRASE", STAFF_PASSPHRASE)
    worker, case = load_identity(staff / "worker.id", STAFF_PASSPHRASE), str(case_path)

    def run(*words: str, status: int = 0) -> list[dict]:
        capsys.readouterr()
        assert main([*words, "--json"]) == status, capsys.readouterr()
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    signed = ("--as", str(staff / "worker.id"))
    run("challenge", case, "--number", "1", "--said", "Why?", *signed, status=1)  # nothing was released yet
    with CaseFile.open(case_path, PASSPHRASE) as opened:
        view = CaseView(opened)
        accept(view, signer=worker)
        settle_all(view, pool, worker)
        submit(view, worker, pool)
        approve(view, load_identity(staff / "lead.id", STAFF_PASSPHRASE))
        export(view, tmp_path / "first", pool)
    number = str(log_of(tmp_path / "first")[0]["number"])
    assert run("challenge", case) == []
    run("challenge", case, "--number", "4000", "--said", "Why?", *signed, status=2)
    run("challenge", case, "--number", number, "--outcome", "lift", "--why", "x", "--told", "x", *signed, status=1)
    run("challenge", case, "--number", number, "--said", "I know her", "--by", "Priya Shah", "--on", "soon", status=2)
    run("challenge", case, "--number", number, "--said", "I know her", "--by", "Priya Shah", *signed)
    (todo,) = run("todo", case)
    assert todo["kind"] == "challenge" and f"--number {number}" in todo["how"]
    run("challenge", case, "--letter", str(tmp_path / "answer.txt"), status=1)
    decided = ("--outcome", "lift", "--why", "She has her letters", "--told", "You know her already.")
    run("challenge", case, "--number", number, *decided, *signed)
    (entry,) = run("challenge", case)
    assert entry["outcome"] == "lift" and entry["by"] == "Priya Shah"

    run("statement", case, "--text", "It was not so.", status=2)
    run("statement", case, "--file", "02 Case notes.pdf", "--page", "9", "--text", "It was not so.", status=2)
    run("statement", case, "--file", "02 Case notes.pdf", "--page", "2", "--text", "It was not so.", *signed)
    assert [row["text"] for row in run("statement", case)] == ["It was not so."]
    assert run("reissue", case, "--whole", *signed)[0]["pages"] == 3
    assert run("reissue", case, *signed)[0]["pages"] == 2
    run("settle", case, "--kind", "residual", "--outcome", "leave", "--why", "She knows her", *signed)
    run("submit", case, *signed)
    run("approve", case, *signed, status=1)
    run("approve", case, "--as", str(staff / "lead.id"))
    run("export", case, "--out", str(tmp_path / "second"), *signed)
    for folder in ("first", "second"):
        run("verify", str(tmp_path / folder), "--case", case)
    run("challenge", case, "--letter", str(tmp_path / "answer.pdf"), "--large")
    run("print-copy", case, str(tmp_path / "second"), "--out", str(tmp_path / "print.pdf"))
    run("send", case, str(tmp_path / "second"), "--to", "Priya Shah", "--how", "post", *signed)
    run("audit-record", case, str(tmp_path / "record.json"))
    folders = [str(tmp_path / "first"), str(tmp_path / "second")]
    rules = run("audit", str(tmp_path / "record.json"), *folders)
    assert rules and all(rule["passed"] for rule in rules)
