# SPDX-License-Identifier: AGPL-3.0-or-later
"""An office's lists: kept under a passphrase outside any case, read from CSV, used in cases and named in the plan."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from redactor.casefile.office import load_office
from redactor.casefile.store import CaseFile
from redactor.cli import main
from redactor.operations.planning.planned import plan_now
from redactor.operations.view import CaseView
from tests.conftest import PASSPHRASE, make_pdf

SECRET = "office passphrase"
CSV = """kind,value,profession
staff,Rosalind Tapley,social work
staff,Hugh Marlow,
team,Early Help Hub
address,"1 Civic Square, Wexbourne WX1 1AA"
number,01632 960111
term,Grace Period
"""


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("REDACTOR_OFFICE_PASSPHRASE", SECRET)

    def run(*words: object, status: int = 0) -> tuple[list[dict[str, Any]], str]:
        assert main([str(word) for word in words]) == status
        captured = capsys.readouterr()
        return [json.loads(line) for line in captured.out.splitlines() if line.startswith("{")], captured.err

    return run


@pytest.fixture
def lists(command, tmp_path: Path) -> Path:
    file = tmp_path / "our.office"
    command("office", "new", file, "--office", "Our Council")
    (tmp_path / "list.csv").write_text(CSV, encoding="utf-8")
    rows, _ = command("office", "import", file, tmp_path / "list.csv", "--json")
    assert rows[0] == {"read": 6, "new": 6, "entries": 6}
    return file


def test_lists_are_sealed_shown_and_changed(command, lists: Path, tmp_path: Path, monkeypatch) -> None:
    assert b"Tapley" not in lists.read_bytes() and b"960111" not in lists.read_bytes()
    assert lists.stat().st_mode & 0o077 == 0
    rows, _ = command("office", "show", lists, "--json")
    assert {"kind": "staff", "value": "Rosalind Tapley", "profession": "social_work"} in rows
    rows, _ = command("office", "import", lists, tmp_path / "list.csv", "--json")
    assert rows[0]["new"] == 0
    command("office", "remove", lists, "Hugh Marlow")
    command("office", "remove", lists, "Hugh Marlow", status=2)
    assert len(load_office(lists, SECRET).entries) == 5
    monkeypatch.setenv("REDACTOR_OFFICE_PASSPHRASE", "wrong")
    _, said = command("office", "show", lists, status=2)
    assert "passphrase" in said


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("kind,value\nstaff,Ann Hill\nstuff,Jo\n", 3, "stuff"),
        ("staff,Ann Hill,wizard\n", 1, "wizard"),
        ("kind;value\nterm;\n", 2, "second column"),
        ("team,Hub,health\n", 1, "health"),
    ],
)
def test_a_bad_row_is_named_by_file_and_line(command, lists: Path, tmp_path: Path, text, line, says) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text(text, encoding="utf-8")
    _, said = command("office", "import", lists, bad, status=2)
    assert f"{bad}, line {line}" in said and says in said
    assert len(load_office(lists, SECRET).entries) == 6


def test_a_list_that_is_no_text_is_bad_input(command, lists: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_bytes(b"staff,\xff\xfe\x00")
    _, said = command("office", "import", lists, tmp_path / "bad.csv", status=2)
    assert "UTF-8" in said


def test_a_case_uses_the_lists_and_its_plan_says_so(command, lists: Path, tmp_path: Path) -> None:
    paper = make_pdf(
        tmp_path / "note.pdf",
        [
            "Rosalind Tapley came with Mrs Denny. Mrs Denny likes Rosalind Tapley.",
            "Please write to 1 Civic Square, Wexbourne WX1 1AA or ring 01632 960111. Mrs Denny: 01632 960222.",
            "Grace Period told me that it ends in May.",
        ],
    )
    case = tmp_path / "c.case"
    command("new", case, "--reference", "R", "--subject", "Tabitha Winslow")
    command("add", case, paper)
    command("analyse", case, "--workers", "1")
    before = {row["text"]: row["status"] for row in command("mentions", case, "--json")[0]}
    assert before["Rosalind Tapley"] == "proposed" and before["01632 960111"] == "proposed"

    command("analyse", case, "--workers", "1", "--office", lists)
    rows = command("mentions", case, "--json")[0]
    after = {row["text"]: row["status"] for row in rows}
    assert after["Rosalind Tapley"] == "left" and after["01632 960111"] == "left"
    assert after["01632 960222"] == "proposed" and after["Mrs Denny"] == "proposed"
    assert not any(text.startswith("Grace") for text in after)
    people = {row["name"]: row for row in command("people", case, "--json")[0]}
    assert people["Rosalind Tapley"]["profession"] == "social_work"
    assert "list of staff" in people["Rosalind Tapley"]["why"]

    # The lists are in the case: it does not need the file again, and what is approved names them.
    lists.unlink()
    command("analyse", case, "--workers", "1")
    assert {row["text"]: row["status"] for row in command("mentions", case, "--json")[0]} == after
    with CaseFile.open(case, PASSPHRASE, write=False) as open_case:
        view = CaseView(open_case)
        assert dict(plan_now(view).evidence)["office"] == view.state.office.digest
    events = [row for row in command("journal", case, "--json")[0] if row["kind"] == "office.used"]
    assert len(events) == 1 and events[0]["payload"]["digest"]


def test_a_member_of_staff_who_is_family_here_is_no_professional(command, lists: Path, tmp_path: Path) -> None:
    paper = make_pdf(
        tmp_path / "note.pdf", ["Her aunt, Rosalind Tapley, rang. Aunt Rosalind Tapley (aunt) will visit."]
    )
    case = tmp_path / "c.case"
    command("new", case, "--reference", "R", "--subject", "Tabitha Winslow", "--office", lists)
    command("add", case, paper)
    command("analyse", case, "--workers", "1")
    rows = command("mentions", case, "--json")[0]
    assert {row["status"] for row in rows if "Tapley" in row["text"]} == {"proposed"}
