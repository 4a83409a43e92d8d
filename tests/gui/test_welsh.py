# SPDX-License-Identifier: AGPL-3.0-or-later
"""A Welsh scan in the window: proposed in the list of documents, chosen from its menu, undone like anything else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAction

from redactor.bundle.ocr.tessdata import folder_with
from redactor.domain.journal import Kind
from redactor.operations.finding.analyse import analyse
from redactor.operations.intake.intake import add_paths
from redactor.operations.request.case import new_case
from redactor.workers.inline import InlineExecutor
from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import LONG, Hand
from tests.scans import scanned
from tests.welsh import NEEDS_DATA, welsh_print


@pytest.fixture
def welsh_case(tmp_path: Path) -> Path:
    (tmp_path / "llythyr.pdf").write_bytes(scanned(welsh_print()))
    with new_case(tmp_path / "welsh.case", PASSPHRASE, reference="SAR-7", subject="Priya Shah") as case:
        add_paths(case, [tmp_path / "llythyr.pdf"], InlineExecutor())
        analyse(case, InlineExecutor())
    return tmp_path / "welsh.case"


def choice(hand: Hand, words: str) -> QAction:
    menu = hand.desk.arranging.menu(hand.desk.case.documents[0])
    return next(action for action in menu.actions() if action.text().startswith(words))


@pytest.mark.skipif(folder_with("cym+eng") is not None, reason="Tesseract's data is installed here")
def test_without_data_the_window_says_what_to_install(open_window: Callable[..., Hand], welsh_case: Path) -> None:
    hand = open_window(welsh_case)
    assert choice(hand, "Read its scans in Welsh").text().endswith("(it looks Welsh)")
    assert not choice(hand, "Read its scans the usual way").isEnabled()
    choice(hand, "Read its scans in Welsh").trigger()
    hand.wait(lambda: "cym.traineddata" in hand.desk.notice.text)
    assert not hand.desk.case.documents[0].languages


@NEEDS_DATA
def test_a_scan_is_read_again_behind_the_review(open_window: Callable[..., Hand], welsh_case: Path) -> None:
    hand = open_window(welsh_case)
    choice(hand, "Read its scans in Welsh").trigger()
    hand.wait(lambda: hand.desk.case.documents[0].languages == "Welsh and English")
    assert "Welsh" in hand.desk.moved.undo
    key = hand.page("llythyr.pdf", 1)
    found: list[tuple[list[object], bool]] = []

    def spelt() -> bool:
        hand.window.client.ask("find", found.append, text="Prŷs")
        hand.wait(lambda: found)
        return bool(found.pop()[0])

    hand.wait(spelt, LONG)
    assert key == hand.page("llythyr.pdf", 1)
    assert choice(hand, "Read its scans the usual way").isEnabled()


def test_one_page_is_chosen_by_itself_and_chosen_back(open_window: Callable[..., Hand], tmp_path: Path) -> None:
    (tmp_path / "letters.pdf").write_bytes(scanned(welsh_print(), welsh_print()))
    with new_case(tmp_path / "two.case", PASSPHRASE, reference="SAR-7", subject="Priya Shah") as case:
        add_paths(case, [tmp_path / "letters.pdf"], InlineExecutor())
        (document,) = case.documents()
        chosen = {"document": document.sha256, "pages": [2], "languages": "cym+eng"}
        case.append(Kind.READING_CHOSEN, chosen)
    hand = open_window(tmp_path / "two.case")
    (row,) = hand.desk.case.documents
    assert row.welsh_pages == (2,) and not row.languages
    hand.show_page(hand.page("letters.pdf", 1))
    assert choice(hand, "Read page 1 in Welsh").isEnabled()
    assert not choice(hand, "Read page 1 the usual way").isEnabled()
    hand.show_page(hand.page("letters.pdf", 2))
    assert not choice(hand, "Read page 2 in Welsh").isEnabled()
    choice(hand, "Read page 2 the usual way").trigger()
    hand.wait(lambda: not hand.desk.case.documents[0].welsh_pages)
    hand.desk.decisions.undo()
    hand.wait(lambda: hand.desk.case.documents[0].welsh_pages == (2,))
