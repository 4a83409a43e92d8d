# SPDX-License-Identifier: AGPL-3.0-or-later
"""Ctrl-C in a shell ends adding at the next good moment, with what was not looked at on record; again, at once."""

from __future__ import annotations

import json
import signal
from pathlib import Path

import pytest

from redactor.cli import common, main
from tests.conftest import PASSPHRASE, make_pdf


def test_once_asks_and_twice_ends() -> None:
    before = signal.getsignal(signal.SIGINT)
    with common.stoppable() as stopped:
        assert not stopped()
        signal.raise_signal(signal.SIGINT)
        assert stopped()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_adding_is_stopped_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)
    folder, case = tmp_path / "given", str(tmp_path / "new.case")
    folder.mkdir()
    for number in range(3):
        make_pdf(folder / f"{number}.pdf", [f"page {number}"])
    assert main(["new", case, "--reference", "R", "--subject", "Jo Smith"]) == 0
    capsys.readouterr()

    class Impatient:
        """Somebody who presses Ctrl-C as the second file comes."""

        def __call__(self, done: int, total: int, what: str) -> None:
            if what == "Adding 1.pdf":
                signal.raise_signal(signal.SIGINT)

    with monkeypatch.context() as once:
        once.setattr(common, "ShellProgress", Impatient)
        assert main(["add", case, str(folder), "--json"]) == 1
    told = capsys.readouterr()
    assert [json.loads(line)["status"] for line in told.out.splitlines()] == ["added", "passed_over", "passed_over"]
    assert told.err.endswith("stopped. What was finished is kept; add the same again to go on from there.\n")
    assert main(["add", case, str(folder), "--json"]) == 0
    statuses = [json.loads(line)["status"] for line in capsys.readouterr().out.splitlines()]
    assert statuses == ["duplicate", "added", "added"]
