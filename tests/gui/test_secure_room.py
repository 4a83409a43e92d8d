# SPDX-License-Identifier: AGPL-3.0-or-later
"""Nothing of a case leaves the window by the clipboard, temporary files or settings; closing asks only for a reason."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox

from redactor.gui import recent
from tests.gui.hand import Hand
from tests.gui.papers import OTHER

COPY = QKeySequence("Ctrl+C")


def _copied(hand: Hand, widget: object) -> str:
    clipboard = QApplication.clipboard()
    widget.setFocus()  # type: ignore[attr-defined]
    QTest.keySequence(widget, COPY)  # type: ignore[arg-type]
    QApplication.processEvents()
    return clipboard.text()


def test_words_of_the_record_stay_off_the_clipboard(case_path: Path, open_window: Callable[..., Hand]) -> None:
    hand = open_window(case_path)
    desk = hand.desk
    QApplication.clipboard().clear()
    key = hand.page("Case notes.pdf", 1)
    hand.show_page(key)
    hand.keys("Ctrl+2")
    desk.people_panel.list.select_key(next(p.id for p in desk.people.values() if p.name == OTHER))
    assert _copied(hand, desk.people_panel.list) == ""
    hand.keys("Ctrl+1")
    desk.todo.focus_next()
    assert _copied(hand, desk.todo.list) == ""
    assert _copied(hand, desk.documents.tree) == ""
    hand.select(key, "Home", "visit")
    desk.finding.show()
    desk.search.field.selectAll()
    assert desk.search.field.text() == "Home visit" and _copied(hand, desk.search.field) == ""
    assert _copied(hand, desk.pages) == ""
    # What somebody types may be copied; with leave the record may.
    hand.keys("Ctrl+2")
    hand.type(desk.people_panel.search, "my own words")
    desk.people_panel.search.selectAll()
    assert _copied(hand, desk.people_panel.search) == "my own words"
    recent.allow_copies(True)
    hand.select(key, "Home", "visit")
    assert _copied(hand, desk.pages) == "Home visit"
    hand.window.lock()
    assert QApplication.clipboard().text() == "", "a locked case leaves nothing behind"


def test_nothing_of_the_case_is_written_anywhere_else(
    case_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_window: Callable[..., Hand]
) -> None:
    scratch, home = tmp_path / "scratch", tmp_path / "home"
    scratch.mkdir()
    home.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(scratch))
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setattr(tempfile, "tempdir", None)
    recent.show_cases(False)
    hand = open_window(case_path)
    key = hand.page("Case notes.pdf", 1)
    hand.show_page(key)
    hand.select(key, "kitchen", "clean")
    hand.after(lambda: hand.keys("R"))
    hand.keys("Alt+2")
    hand.wait(lambda: hand.desk.compare.released.ready(key), 30_000)
    hand.keys("Ctrl+F")
    hand.desk.search.run(OTHER, "fuzzy")
    hand.wait(lambda: hand.desk.search.hits)
    hand.window.close()
    words = [w for text in (OTHER, "kitchen", "Samira Quayle", "Case notes", "holt.case") for w in (text.encode(),)]
    words += [word.decode().encode("utf-16-le") for word in words]
    for folder in (scratch, home, tmp_path / "settings"):
        for path in folder.rglob("*"):
            if path.is_file():
                held = path.read_bytes() + os.fsencode(path.name)
                assert not [word for word in words if word in held], f"{path.name} holds words of the case"


def test_closing_asks_only_when_something_would_be_lost(case_path: Path, open_window: Callable[..., Hand]) -> None:
    hand = open_window(case_path)
    window, desk = hand.window, hand.desk
    key = hand.page("Letter.pdf", 1)
    hand.show_page(key)
    hand.select(key, "next", "review")
    hand.keys("H")
    assert desk.reason_open and not desk.reason.typed
    name = next(iter(desk.reason._fields))
    hand.type(desk.reason.field(name), "Her mother")
    asked: list[str] = []

    def answer(words: str) -> None:
        def look() -> None:
            box = QApplication.activeModalWidget()
            if not isinstance(box, QMessageBox):
                QTimer.singleShot(20, look)
                return
            asked.append(box.text())
            made: list[QAbstractButton] = box.buttons()
            next(b for b in made if words in b.text()).click()

        QTimer.singleShot(20, look)

    answer("Stay")
    window.close()
    assert window.isVisible() and "not saved" in asked[0] and "Her mother" not in asked[0]
    answer("Stay")
    assert not window.close_case() and desk.case is not None
    answer("Close all the same")
    assert window.close_case() and len(asked) == 3
    # With nothing to lose nobody is asked.
    assert window.close() and len(asked) == 3


def test_closing_while_the_case_is_worked_out_is_no_problem(case_path: Path, open_window: Callable[..., Hand]) -> None:
    hand = open_window(case_path)
    failed: list[object] = []
    hand.window.client.failed.connect(failed.append)
    for _ in range(3):
        key = hand.page("Letter.pdf", 1)
        hand.show_page(key)
        hand.select(key, "spring", "spring")
        hand.keys("R")
        hand.window.close_case()
        hand.window.open_path(str(case_path), "nine green bottles")
        hand.opened()
        hand.wait(lambda: hand.desk.counted)
    hand.settled_down()
    assert not failed
