# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was decided is on the page before the whole case is worked out again."""

from __future__ import annotations

import multiprocessing
import threading
from pathlib import Path
from typing import Any

import pytest

from redactor.casefile.store import CaseFile
from redactor.gui.casework import process
from redactor.operations.view import CaseView
from tests.gui.conftest import PASSPHRASE


class Window:
    """The window's end of the line."""

    def __init__(self) -> None:
        self.line, theirs = multiprocessing.Pipe()
        self._process = threading.Thread(target=process.CaseProcess(theirs).run)
        self._process.start()
        self._number = 0

    def ask(self, name: str, **arguments: Any) -> int:
        self._number += 1
        self.line.send((self._number, name, arguments))
        return self._number

    def until(self, number: int, name: str) -> list[str]:
        """What came, the last of it what was waited for."""
        came: list[str] = []
        while self.line.poll(60):
            asked, kind, value = self.line.recv()
            assert kind != "failed", value
            came.append(kind)
            if (asked, kind) == (number, name):
                return came
        raise AssertionError(f"{name} never came, but {came}")

    def close(self) -> None:
        self.line.send((0, "close", {}))
        self._process.join(60)


@pytest.fixture
def lasting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the page ends the waiting."""
    monkeypatch.setattr(process, "HEAD_START", 3600.0)
    monkeypatch.setattr("redactor.gui.casework.lanes.QUIET", 3600.0)


@pytest.mark.usefixtures("lasting")
def test_the_case_is_counted_once_the_page_shows_what_was_decided(case_path: Path) -> None:
    with CaseFile.open(case_path, PASSPHRASE, write=False) as case:
        key = next(key for key in CaseView(case).by_page if key[1])
    window = Window()
    try:
        window.until(window.ask("open_case", path=str(case_path), passphrase=PASSPHRASE), "done")
        window.until(0, "moved")
        window.until(window.ask("marks", key=key), "done")
        window.until(0, "counted")
        window.until(window.ask("accept"), "done")
        # Another question does not show the page.
        came = window.until(window.ask("words", key=key), "done")
        came += window.until(window.ask("marks", key=key), "done")
        assert "counted" not in came
        window.until(0, "counted")
    finally:
        window.close()


def test_where_no_page_is_looked_at_the_case_is_counted_all_the_same(
    case_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "HEAD_START", 0.01)
    window = Window()
    try:
        window.until(window.ask("open_case", path=str(case_path), passphrase=PASSPHRASE), "done")
        window.until(0, "counted")
    finally:
        window.close()
