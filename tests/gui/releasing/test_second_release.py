# SPDX-License-Identifier: AGPL-3.0-or-later
"""After a release somebody questions a number: decided again, approved, and sent again, by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from redactor.gui.forms.asking import AskDialog
from redactor.gui.gate.forms import ApproveDialog
from redactor.gui.releasing.exporting import ExportDialog
from redactor.gui.releasing.reissue import AgainDialog
from tests.gui.hand import LONG, Hand
from tests.gui.releasing.test_aftermath import released
from tests.gui.test_whole_way import settle_everything, sign_in, submit
from tests.operations.clearing import log_of, text_of

__all__ = ["released"]


@pytest.mark.slow
def test_a_questioned_number_is_shown_in_a_second_release(
    open_window: Callable[..., Hand],
    released: tuple[Path, Path],
    tmp_path: Path,
) -> None:
    path, folder = released
    hand = open_window(path)
    desk = hand.desk
    sign_in(hand, tmp_path, "Ada Khan", "caseworker")
    assert desk.standing.state == "exported"

    def answer(button: QPushButton, **given: str) -> None:
        """Press a button of the dialog, and fill in the form that opens."""

        def fill(form: AskDialog) -> None:
            for name, value in given.items():
                if name == "outcome":
                    form.set(name, value)
                else:
                    hand.type(form.fields[name], value)
            hand.click(form.go)
            hand.wait(lambda: not form.isVisible())

        done = hand.dialog(AskDialog, fill)
        hand.click(button)
        done()

    def question(dialog: AgainDialog) -> None:
        hand.type(dialog.field, "1")
        hand.row(dialog.numbers, 0)
        answer(dialog.ask_button, said="That is my own neighbour, I know him")
        # What comes next is in front: the question, to be decided.
        hand.wait(lambda: dialog.questions.rows and dialog.questions.isVisible())
        hand.row(dialog.questions, 0)
        hand.wait(dialog.decide_button.isEnabled)
        answer(dialog.decide_button, outcome="lift", why="She knows him", told="It is shown to you now.")
        hand.wait(lambda: "supplement" in dialog.next.text() and "1 page" in dialog.next.text())
        hand.click(dialog.go)

    done = hand.dialog(AgainDialog, question)
    hand.keys("Ctrl+Shift+Q")
    done()
    hand.wait(lambda: desk.standing.state == "working")
    hand.settled_down()
    settle_everything(hand)
    submit(hand)
    sign_in(hand, tmp_path, "Tom Reyes", "team-lead")
    done = hand.dialog(ApproveDialog, lambda dialog: hand.click(dialog.go))
    hand.keys("Ctrl+Shift+Return")
    done()
    hand.wait(lambda: desk.standing.state == "approved")
    again = tmp_path / "again"

    def export(dialog: ExportDialog) -> None:
        hand.type(dialog.where, str(again))
        hand.click(dialog.go)

    done = hand.dialog(ExportDialog, export)
    hand.keys("Ctrl+E")
    done()
    hand.wait(lambda: not desk.work.busy and desk.exports.released == str(again), LONG)
    assert "Exported and verified" in desk.notice.text
    first, second = ({row["number"] for row in log_of(each)} for each in (folder, again))
    assert 1 in first and 1 not in second, "what was shown has no box any more"
    assert "sent again" in text_of(again / "bundle.pdf")
