# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the subject knows already, in the window: proposed with its reason, left in by one press, taken back by undo."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from redactor.gui.deciding.known_list import KnownDialog
from tests.gui.hand import Hand
from tests.gui.papers import OTHER


def status(hand: Hand, text: str) -> str:
    return hand.mark(hand.page("Letter.pdf", 1), text).status


def test_a_letter_to_the_subject_is_proposed_and_left_in(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    desk = hand.desk
    hand.show_page(hand.page("Letter.pdf", 1))
    hand.after(lambda: desk.decisions.accept())
    hand.wait(lambda: status(hand, OTHER) == "redacted")
    seen: list[str] = []

    def look(dialog: KnownDialog) -> None:
        (only,) = [row for row in dialog.list.rows if row.title.endswith("Letter.pdf")]
        assert "letter to the subject" in only.detail and only.badge == "Leave in?"
        assert OTHER in dialog._about.text() and not dialog.hold.isEnabled()
        if folder := os.environ.get("REDACTOR_SCREENSHOTS"):
            dialog.grab().save(str(Path(folder) / "known-dialog.png"))
        hand.click(dialog.leave)
        hand.wait(lambda: [row.badge for row in dialog.list.rows if row.title.endswith("Letter.pdf")] == ["Left in"])
        assert not dialog.leave.isEnabled()
        seen.append("left in")
        hand.click(dialog.go)

    done = hand.dialog(KnownDialog, look)
    hand.keys("Ctrl+2")
    hand.click(desk.people_panel.known_button)
    done()
    assert seen == ["left in"]
    hand.settled_down()
    hand.wait(lambda: status(hand, OTHER) == "disclosed")
    hand.after(hand.window.actions_by_name["undo"].trigger)
    hand.wait(lambda: status(hand, OTHER) == "redacted")
