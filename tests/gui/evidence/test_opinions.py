# SPDX-License-Identifier: AGPL-3.0-or-later
"""Classes and opinions in the window: all confirmed at once, one changed, an opinion recorded on what is lacking."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from redactor.gui.casework.told.ledger import LedgerNow
from redactor.gui.evidence.opinions import OpinionsDialog, RecordDialog
from tests.gui.hand import Hand


def test_classes_are_confirmed_together_and_an_opinion_is_recorded(
    open_window: Callable[..., Hand], case_path: Path
) -> None:
    hand = open_window(case_path)
    got: list[LedgerNow] = []
    hand.desk.client.ask("opinions_now", got.append)
    hand.wait(lambda: got)
    dialog = OpinionsDialog(hand.desk.client, got[0], True, hand.window)
    dialog.show()
    names = [entry.name for entry in got[0].classes]
    assert "Letter.pdf" in names and not any(entry.confirmed for entry in got[0].classes)
    hand.row(dialog.classes, names.index("Letter.pdf"))
    dialog.kind.setCurrentIndex(dialog.kind.findData("health"))
    hand.click(dialog.set_button)
    hand.wait(lambda: any(entry.confirmed for entry in dialog._now.classes))
    hand.click(dialog.confirm_button)
    hand.wait(lambda: all(entry.confirmed for entry in dialog._now.classes))
    assert dialog.confirm_button.text() == "All are confirmed" and "(1 lacking)" in dialog.tabs.tabText(1)
    hand.wait(lambda: any(item.kind == "opinion" for item in hand.desk.counted.todo))
    dialog.tabs.setCurrentIndex(1)
    hand.row(dialog.ledger, 1)
    record = RecordDialog(hand.desk.client, dialog.ledger.chosen(), dialog)
    record.set("by", "Dr Rao")
    record.set("given", "01/02/2020")
    assert "by 1 August 2020" in record.hint.text()
    record.try_accept()
    hand.wait(lambda: record.error.isVisibleTo(record))
    assert "its words" in record.error.text()
    record.set("text", "Nothing in it would harm her")
    record.try_accept()
    hand.wait(lambda: record.result() == 1)
    hand.wait(lambda: any("too old" in item.text for item in hand.desk.counted.todo))
    dialog.close()
