# SPDX-License-Identifier: AGPL-3.0-or-later
"""A window killed in the middle of work loses nothing that it showed as decided; and what it loads while it lives."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot

from redactor.gui.casework.told.case import Problem
from redactor.gui.client import CaseClient
from redactor.gui.start.passphrase import PassphraseDialog
from redactor.gui.window.window import MainWindow
from tests import started
from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import Hand

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(os.name == "nt", reason="kills with SIGKILL")
def test_a_killed_window_loses_nothing(open_window: Callable[..., Hand], case_path: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path / "config")}
    victim = subprocess.Popen(
        [sys.executable, "-m", "tests.gui.victim", str(case_path), PASSPHRASE],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert victim.stdout is not None
    try:
        first = json.loads(victim.stdout.readline())
        assert first["shown"], "the page was drawn"
        # No PDF library, no model, no database where the window is drawn.
        assert first["loaded"] == []
        case_process = psutil.Process(first["case_process"])
        decided = head = 0
        while decided < 25:
            said = json.loads(victim.stdout.readline())
            assert "failed" not in said
            decided, head = said["decided"], said["head"]
    finally:
        os.kill(victim.pid, signal.SIGKILL)
        victim.wait()
    # What it had said when it was killed was in the journal by then; it may have said more since.
    for line in victim.stdout:
        if line.endswith("}\n"):
            head = max(head, json.loads(line)["head"])
    until = time.monotonic() + 20
    while case_process.is_running() and time.monotonic() < until:
        time.sleep(0.05)
    assert not case_process.is_running(), "the process that held the case ends with its window"

    hand = open_window(case_path)
    assert hand.desk.case and not hand.desk.case.facts.read_only
    assert hand.desk.moved and hand.desk.moved.head >= head
    key = hand.page("Case notes.pdf", 1)
    hand.show_page(key)
    found = hand.desk.pages.overlay.marks(key)
    assert found and sum(mark.kind == "passage" for mark in found.marks) >= decided
    problems: list[list[str]] = []
    hand.desk.client.ask("check", problems.append)
    hand.wait(lambda: problems)
    assert problems == [[]]


def test_the_case_process_dying_is_said_and_nothing_is_lost(open_window: Callable[..., Hand], case_path: Path) -> None:
    with started.from_nothing():
        hand = open_window(case_path)
    key = hand.page("Letter.pdf", 1)
    hand.show_page(key)
    hand.select(key, "spoken", "asked")
    hand.after(lambda: hand.keys("R"))
    psutil.Process(hand.desk.client.pid).kill()
    hand.wait(lambda: "Everything you decided is kept" in hand.desk.notice.text)
    hand.window.close()
    again = open_window(case_path)
    again.show_page(key)
    assert again.mark(key, "spoken to Darren Holt as you asked.").kind == "passage"


def test_whoever_asks_after_the_case_process_died_is_told_and_nothing_asks_for_ever(
    open_window: Callable[..., Hand], case_path: Path
) -> None:
    hand = open_window(case_path)
    key = hand.page("Letter.pdf", 1)
    hand.show_page(key)
    client = hand.desk.client
    psutil.Process(client.pid).kill()
    hand.wait(lambda: "Everything you decided is kept" in hand.desk.notice.text)
    problems: list[Problem] = []
    client.ask("check", None, problems.append)
    hand.wait(lambda: problems)
    assert "has stopped" in problems[0].what and "Close Redactor" in problems[0].do
    hand.keys("Ctrl++")
    asked = client._number
    hand.qtbot.wait(1000)
    assert client._number - asked < 50, "what is refused is not asked for again and again"


def test_a_case_that_can_no_longer_be_opened_from_the_start_page_is_refused_in_words(
    open_window: Callable[..., Hand], case_path: Path
) -> None:
    hand = open_window()
    client, welcome = hand.window.client, hand.window.start.welcome
    hand.wait(lambda: client.pid)
    psutil.Process(client.pid).kill()
    hand.wait(lambda: "has stopped" in welcome.told.text())
    assert welcome.told.isVisible() and "start it again" in welcome.told.text()
    # It is still true whatever was looked at in between.
    hand.keys("Ctrl+N")
    hand.wait(hand.window.start.form.isVisible)
    hand.window.start.form.cancelled.emit()
    hand.wait(welcome.told.isVisible)

    def give(dialog: PassphraseDialog) -> None:
        hand.type(dialog.field, PASSPHRASE)
        dialog.try_accept()
        hand.wait(lambda: "has stopped" in dialog.error.text())
        dialog.reject()

    opened = hand.dialog(PassphraseDialog, give)
    hand.window.open_path(str(case_path))
    opened()
    hand.window.open_path(str(case_path), PASSPHRASE)
    hand.wait(lambda: "has stopped" in hand.desk.notice.text)


def test_a_case_process_that_dies_before_the_desk_is_there_is_told_of(qtbot: QtBot) -> None:
    client = CaseClient()
    window = MainWindow(client)
    qtbot.addWidget(window)
    client.start()
    psutil.Process(client.pid).kill()
    qtbot.waitUntil(lambda: "has stopped" in window.start.welcome.told.text(), timeout=60_000)
    client.close()


def test_what_is_decided_a_moment_before_closing_is_decided(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    key = hand.page("Letter.pdf", 1)
    hand.show_page(key)
    words = ("spoken", "review", "spring", "meeting", "place", "next", "last", "week")
    for word in words:
        hand.select(key, word, word)
        hand.keys("R")
    hand.window.close()
    again = open_window(case_path)
    again.show_page(key)
    found = again.desk.pages.overlay.marks(key)
    assert found and sorted(m.text.strip(".,") for m in found.marks if m.kind == "passage") == sorted(words)
