# SPDX-License-Identifier: AGPL-3.0-or-later
"""Choosing how the release looks, from a shell: one event, in the plan, undone like any other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from redactor.cli import main
from redactor.operations.planning.planned import plan_now
from tests.conftest import PASSPHRASE


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)

    def run(*words: object) -> tuple[list[dict[str, Any]], str]:
        assert main([str(word) for word in words]) == 0
        captured = capsys.readouterr()
        return [json.loads(line) for line in captured.out.splitlines()], captured.err

    return run


def held(rows: list[dict[str, Any]]) -> dict[str, str]:
    return {row["setting"]: row["value"] for row in rows}


def test_settings_are_shown_chosen_and_undone(command, case_path: Path) -> None:
    rows, _ = command("settings", case_path, "--json")
    assert held(rows)["box-label"] == "words"
    rows, said = command("settings", case_path, "--json", "--box-label", "person", "--layout", "documents")
    assert held(rows)["box-label"] == "person"
    assert "pieced together" in said
    events = [row for row in command("journal", case_path, "--json")[0] if row["kind"] == "settings.changed"]
    assert len(events) == 1
    command("settings", case_path, "--json", "--layout", "documents")  # holds already: no second event
    events = [row for row in command("journal", case_path, "--json")[0] if row["kind"] == "settings.changed"]
    assert len(events) == 1
    command("undo", case_path, "--json")
    rows, _ = command("settings", case_path, "--json")
    assert held(rows)["box-label"] == "words"


def test_what_is_chosen_is_in_the_plan(command, case_path: Path) -> None:
    from redactor.casefile.store import CaseFile
    from redactor.operations.view import CaseView

    def plan() -> Any:
        with CaseFile.open(case_path, PASSPHRASE, write=False) as case:
            return plan_now(CaseView(case))

    before = plan()
    command("settings", case_path, "--json", "--layout", "documents")
    assert dict(plan().settings)["layout"] == "documents"
    assert plan().digest() != before.digest()


def test_a_setting_that_is_not_known_is_bad_usage(
    case_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)
    assert main(["settings", str(case_path), "--box-label", "pink"]) == 2
    assert "Choose one of: words, person, code" in capsys.readouterr().err
