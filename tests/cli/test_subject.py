# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is known of the subject is given to the case, and their own address and numbers are left alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from redactor.cli import main
from tests.conftest import PASSPHRASE, make_pdf


def test_the_subjects_own_numbers_are_left_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)

    def run(*words: object) -> list[dict]:
        assert main([str(word) for word in words]) == 0
        return [json.loads(line) for line in capsys.readouterr().out.splitlines() if line.startswith("{")]

    def statuses() -> dict[str, str]:
        run("analyse", case, "--workers", "1")
        return {row["text"]: row["status"] for row in run("mentions", case, "--json")}

    paper = make_pdf(
        tmp_path / "note.pdf",
        ["Mrs Amara Iqbal rang on 07700 900723 about the boiler.", "Mrs Iqbal is outside 58 Windmill Rise, Wexbourne."],
    )
    case = tmp_path / "c.case"
    run("new", case, "--reference", "R", "--subject", "Tabitha Winslow", "--address", "4 Old Lane, Wexbourne")
    run("add", case, paper)
    before = statuses()
    assert before["07700 900723"] == "proposed" and before["58 Windmill Rise, Wexbourne"] == "proposed"
    row = run("subject", case, "--address", "58 Windmill  Rise", "--identifier", "+44 7700 900723", "--json")[0]
    assert row["addresses"] == ["4 Old Lane, Wexbourne", "58 Windmill Rise"] and row["identifiers"]
    after = statuses()
    assert after["07700 900723"] == "left" and after["58 Windmill Rise, Wexbourne"] == "left"
    run("undo", case)
    assert statuses()["07700 900723"] == "proposed"


def test_what_may_be_theirs_is_asked_and_yes_leaves_it_in(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)

    def run(*words: object) -> list[dict]:
        assert main([str(word) for word in words]) == 0
        return [json.loads(line) for line in capsys.readouterr().out.splitlines() if line.startswith("{")]

    def homes() -> list[str]:
        rows = run("mentions", case, "--json")
        return sorted(row["status"] for row in rows if row["text"] == "58 Windmill Rise")

    form = ["Name: Tabitha Winslow", "Address: 58 Windmill Rise", "Case closed in May."]
    family = ["Her stepfather Carl Bannister of 58 Windmill Rise and his", "brother Amara Bannister, 58 Windmill Rise."]
    case = tmp_path / "c.case"
    run("new", case, "--reference", "R", "--subject", "Tabitha Winslow")
    run("add", case, make_pdf(tmp_path / "form.pdf", form), make_pdf(tmp_path / "family.pdf", family))
    run("analyse", case, "--workers", "1")
    assert "proposed" in homes()
    (item,) = [row for row in run("todo", case, "--json") if row["kind"] == "own"]
    assert item["text"].startswith("58 Windmill Rise (address) may be the subject's own: a form about Tabitha Winslow")
    run("settle", case, item["id"], "--outcome", "leave", "--why", "It is hers")
    assert "proposed" not in homes()
    assert run("subject", case, "--json")[0]["addresses"] == ["58 Windmill Rise"]
    run("analyse", case, "--workers", "1")
    assert "proposed" not in homes() and not [row for row in run("todo", case, "--json") if row["kind"] == "own"]
    run("undo", case)
    assert run("subject", case, "--json")[0]["addresses"] == []
