# SPDX-License-Identifier: AGPL-3.0-or-later
"""The shell, as a test uses it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from redactor.cli import main
from tests.conftest import PASSPHRASE


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Runs a command with the case's passphrase, sees that it ends with ``status`` and tells what is wrong in plain
    words, and gives the rows it printed as JSON."""
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)

    def run(*words: object, status: int = 0) -> list[dict[str, Any]]:
        assert main([str(word) for word in words]) == status
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return [json.loads(line) for line in captured.out.splitlines() if line.startswith("{")]

    return run
