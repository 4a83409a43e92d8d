# SPDX-License-Identifier: AGPL-3.0-or-later
"""Candidates for the harm test at the desk: seen on the page, held back with one key, left with a reason."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from redactor.operations.finding.analyse import analyse
from redactor.operations.intake.intake import add_paths
from redactor.operations.request.case import new_case
from redactor.workers.inline import InlineExecutor
from tests.conftest import make_pdf
from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import Hand

THREAT = "Mr Lowe said that if she ever took the children he would kill her."
SECRET = "He must not be told that it was his brother who rang us."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cues")
    make_pdf(folder / "Note.pdf", ["Case note 3 May 2019", THREAT, "The boiler was serviced today.", "", SECRET])
    path = folder / "c.case"
    executor = InlineExecutor()
    with new_case(path, PASSPHRASE, reference="R", subject="Donna Lowe") as case:
        add_paths(case, [folder / "Note.pdf"], executor)
        analyse(case, executor)
    return path


def test_a_candidate_is_held_back_or_left(open_window: Callable[..., Hand], made: Path, tmp_path: Path) -> None:
    hand = open_window(Path(shutil.copy(made, tmp_path / "c.case")))
    desk = hand.desk
    key = hand.page("Note.pdf", 1)
    hand.show_page(key)
    hand.wait(lambda: desk.pages.overlay.marks(key))

    def cues():
        found = desk.pages.overlay.marks(key)
        return [mark for mark in found.marks if mark.kind == "cue"] if found else []

    assert {mark.reason for mark in cues()} == {"SW-HARM", "TP"}
    assert [item.kind for item in desk.counted.todo].count("harm_cue") == 2  # type: ignore[union-attr]

    # One click and H: the form comes with the reason the passage looks like.
    threat = next(mark for mark in cues() if "kill" in mark.text)
    QTest.mouseClick(desk.pages.viewport(), Qt.MouseButton.LeftButton, pos=hand.point(key, hand.word(key, "children")))
    chosen = desk.pages.chosen_mark()
    assert chosen is not None and chosen[0].id == threat.id
    assert "harm" in desk.card.buttons and "may_go" in desk.card.buttons
    hand.keys("H")
    assert desk.reason_open and desk.reason.reason.currentData().code == "SW-HARM"
    hand.type(desk.reason.field("who"), "Donna")
    hand.after(lambda: hand.click(desk.reason.save_button))
    hand.wait(lambda: desk.pages.overlay.fresh(key) and len(cues()) == 1)
    assert any(mark.kind == "harm" for mark in desk.pages.overlay.marks(key).marks)  # type: ignore[union-attr]

    # The other may go: the card leads to the list, which asks why.
    desk.pages.choose(key, cues()[0])
    hand.click(desk.card.buttons["may_go"])
    assert desk.tabs.currentWidget() is desk.todo
    hand.type(desk.todo._why, "He knows: it was said in court")
    hand.after(lambda: hand.click(desk.todo._buttons["leave"]))
    hand.wait(lambda: desk.pages.overlay.fresh(key) and not cues())
    assert not any(item.kind == "harm_cue" for item in desk.counted.todo)  # type: ignore[union-attr]


def test_the_key_means_the_candidate_of_the_list(open_window: Callable[..., Hand], made: Path, tmp_path: Path) -> None:
    """Not a mark that is framed on some other page from before."""
    hand = open_window(Path(shutil.copy(made, tmp_path / "c.case")))
    desk = hand.desk
    hand.keys("Ctrl+1")
    threat = next(row.key for row in desk.todo.list.rows if row.key is not None and "kill" in row.key.text)
    desk.todo.list.select_key(threat.id, quiet=False)
    desk.todo.list.setFocus()
    hand.keys("H")
    hand.wait(lambda: desk.reason_open)
    assert desk.reason.reason.currentData().code == "SW-HARM"
    hand.type(desk.reason.field("who"), "Donna")
    hand.after(lambda: hand.click(desk.reason.save_button))
    left = {item.kind: item for item in desk.counted.todo}  # type: ignore[union-attr]
    assert "Mr Lowe" in left["missing_field"].text and "Mr Lowe" not in left["harm_cue"].text
