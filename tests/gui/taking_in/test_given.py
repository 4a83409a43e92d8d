# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files of other kinds, and files that cannot be taken in, at the window."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from redactor.gui.taking_in.not_taken import IntakeDialog
from tests.gui.hand import LONG, Hand
from tests.mailmade import mail


def test_an_e_mail_is_taken_in_and_what_is_not_is_listed(
    open_window: Callable[..., Hand], case_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = tmp_path / "given"
    given.mkdir()
    data = mail().as_bytes()
    (given / "visit.eml").write_bytes(data)
    (given / "half.pdf").write_bytes(b"%PDF-1.4\nnothing more")
    hand = open_window(case_path)
    desk = hand.desk
    hand.drop([given])
    hand.wait(lambda: any(name == "visit.eml" for name in desk.names.values()), LONG)
    hand.settled_down()

    # The document says what it was.
    model = desk.documents.tree.model()
    row = next(n for n in range(model.rowCount()) if "visit" in model.index(n, 0).data())
    told = model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "Converted: Redactor, e-mail set as pages" in told and "plain-text version" in told

    # What was not taken in, and what differs, are things to do.
    assert desk.counted is not None
    kinds = {item.kind: item for item in desk.counted.todo if item.text.startswith(("half.pdf", "visit.eml"))}
    assert "half.pdf was not taken in" in kinds["refused_file"].text
    assert kinds["refused_file"].outcomes == ("seen",) and kinds["conversion"].outcomes == ("seen",)

    def look(dialog: IntakeDialog) -> None:
        only = next(row for row in dialog.list.rows if row.title == "half.pdf")
        assert only.badge == "Not taken in" and "damaged" in only.detail
        if folder := os.environ.get("REDACTOR_SCREENSHOTS"):
            dialog.grab().save(str(Path(folder) / "given-dialog.png"))
            hand.window.grab().save(str(Path(folder) / "given-window.png"))
        hand.click(dialog.go)

    done = hand.dialog(IntakeDialog, look)
    hand.window.actions_by_name["given"].trigger()
    done()

    # The file comes back as it came.
    hand.show_page(hand.page("visit.eml", 1))
    out = tmp_path / "back.eml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    hand.window.actions_by_name["save_source"].trigger()
    hand.wait(out.exists)
    hand.wait(lambda: "not encrypted" in desk.notice.text)
    assert out.read_bytes() == data

    # Looked at: it leaves the list, and stays on record.
    hand.after(lambda: desk.todo.settled.emit([kinds["refused_file"].id], "seen", "an empty draft"))
    assert desk.counted is not None and not [item for item in desk.counted.todo if item.text.startswith("half.pdf")]
