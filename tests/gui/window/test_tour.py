# SPDX-License-Identifier: AGPL-3.0-or-later
"""Help where it is needed: being shown round, the made-up case to try it on, and a guide that holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument

from redactor.gui.window.guide import GUIDE, GuideWindow
from redactor.gui.window.menus import MENUS, entries
from tests.gui.hand import Hand


def test_the_tour_goes_through_the_desk_and_back(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    tour = hand.window.tour
    hand.window.actions_by_name["tour"].trigger()
    seen = []
    while tour.shown:
        seen.append(tour.shown)
        assert tour.next_button.hasFocus()
        assert hand.window.rect().contains(tour.geometry()), f"{tour.shown}: the card does not hang over the edge"
        assert tour._text.heightForWidth(tour._text.width()) <= tour._text.height(), f"{tour.shown}: words cut off"
        hand.keys(Qt.Key.Key_Return)
    assert seen[0] == "The papers" and seen[-1] == "Two people" and len(seen) == len(set(seen)) >= 6
    tour.begin()
    hand.keys(Qt.Key.Key_Return)
    hand.keys(Qt.Key.Key_Backspace)
    assert tour.shown == seen[0]
    hand.keys(Qt.Key.Key_Escape)
    assert not tour.shown


def test_the_tour_ends_where_nothing_may_be_seen(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    hand.window.tour.begin()
    hand.window.lock()
    assert not hand.window.tour.shown


def test_a_new_user_tries_it_on_a_made_up_case(open_window: Callable[..., Hand], tmp_path: Path) -> None:
    hand = open_window()
    assert hand.window.start.welcome.try_button.isVisible()
    hand.window.trying.make(str(tmp_path / "trial"))
    hand.wait(lambda: hand.window.tour.shown)
    assert hand.window.tour.shown == "A case about nobody"
    hand.wait(lambda: hand.desk.case and len(hand.desk.case.documents) == 17)
    hand.wait(lambda: "39 pages" in hand.desk.notice.text and hand.desk.work.busy)  # taken in, now analysed
    hand.desk.work.stop()
    hand.wait(lambda: not hand.desk.work.busy)
    assert (tmp_path / "trial.case").exists()


def test_the_guide_shows_pictures_and_names_what_there_is(open_window: Callable[..., Hand]) -> None:
    hand = open_window()
    guide = GuideWindow(hand.window)
    guide.show()
    text = GUIDE.read_text(encoding="utf-8")
    for name in re.findall(r"!\[.+?\]\((.+?)\)", text):
        found = guide.text.document().resource(QTextDocument.ResourceType.ImageResource, name)
        assert (GUIDE.parent / name).exists() and found is not None, name
    assert "Redactor on one page" in guide.text.toPlainText()
    spoken = {spec.text.replace("&", "") for menu in MENUS.values() for spec in entries(menu)}
    for words in ("Submit for approval…", "Export the release…", "Accept what is proposed", "Draw boxes", "Undo"):
        assert words in spoken
    keys = {str(key) for menu in MENUS.values() for spec in entries(menu) for key in spec.keys if isinstance(key, str)}
    for key in re.findall(r"^\| ([^|]+?) \|", text, re.M):
        for one in key.split(", "):
            assert one in keys | {"Ctrl+Z"}, one
    guide.close()
