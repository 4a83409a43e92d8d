# SPDX-License-Identifier: AGPL-3.0-or-later
"""``redactor name``: one line says whose it is and where it was found; undone like any decision."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from redactor.cli import main
from tests.conftest import PASSPHRASE


def test_a_name_from_the_shell(
    case_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)
    given = ["name", str(case_path), "Telephone", "--role", "professional", "--profession", "police", "--json"]
    assert main(given) == 0
    row = json.loads(capsys.readouterr().out)
    assert row["kind"] == "person.named" and row["mentions"] + row["possible"] >= 1 and row["pages"] >= 1
    assert main(["people", str(case_path), "--json"]) == 0
    people = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [p["role"] for p in people if p["id"] == row["person"]] == ["professional"]
    assert main(["name", str(case_path), "Ethelred Umlaut"]) == 2
    assert "is nowhere in this case" in capsys.readouterr().err
    assert main(["undo", str(case_path), row["event"]]) == 0
    assert row["person"] not in capsys.readouterr().out
    assert main(["check", str(case_path)]) == 0
