# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was marked is taken off on one page, from a shell; what the same decision marked elsewhere stays hidden."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from redactor.cli import main
from tests.conftest import PASSPHRASE, make_pdf


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)

    def run(*words: object, status: int = 0) -> list[dict[str, Any]]:
        assert main([str(word) for word in (*words, "--json")]) == status
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return [json.loads(line) for line in captured.out.splitlines() if line.startswith("{")]

    return run


def test_what_was_marked_is_taken_off_on_one_page_and_put_back(command, tmp_path: Path) -> None:
    case = tmp_path / "c.case"
    make_pdf(tmp_path / "log.pdf", ["The boiler was cold."], ["The boiler was mended."])
    command("new", case, "--reference", "R", "--subject", "Priya Marlowe")
    command("add", case, tmp_path / "log.pdf")
    command("analyse", case, "--workers", "1")
    (marked,) = command("redact", case, "--text", "boiler", "--everywhere", "--reason", "TP")
    event = marked["event"]
    command("take-off", case, event, "--file", "log.pdf", "--page", "3", status=2)
    (taken,) = command("take-off", case, event, "--file", "log.pdf", "--page", "1")
    assert taken["places"] == 1 and len(taken["events"]) == 2
    # The decision that stands in its place marks the other page alone.
    now = taken["events"][-1]
    command("take-off", case, now, "--file", "log.pdf", "--page", "1", status=2)
    command("undo", case)
    (taken,) = command("take-off", case, event, "--file", "log.pdf", "--page", "1", "--everywhere")
    assert len(taken["events"]) == 1
    command("take-off", case, event, "--file", "log.pdf", "--page", "2", status=2)
