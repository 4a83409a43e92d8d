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


def test_an_opinion_that_is_lacking_opens_where_it_is_recorded(
    open_window: Callable[..., Hand], case_path: Path
) -> None:
    hand = open_window(case_path)
    desk = hand.desk
    got: list[LedgerNow] = []
    desk.client.ask("opinions_now", got.append)
    hand.wait(lambda: got)

    def classes(dialog: OpinionsDialog) -> None:
        assert dialog.tabs.currentIndex() == 0 and not dialog.ledger.chosen()
        dialog.reject()

    # Nothing is confirmed: the classes come first.
    done = hand.dialog(OpinionsDialog, classes)
    hand.keys("Ctrl+H")
    done()
    health = {entry.id: "health" for entry in got[0].classes}
    hand.after(lambda: desk.client.ask("classes", None, classes=health))
    view = desk.todo.list
    lacking = [n for n, row in enumerate(view.rows) if row.key is not None and row.key.kind == "opinion"]
    assert len(lacking) > 1
    last = view.rows[lacking[-1]].key
    hand.keys("Ctrl+1")
    view.scrollTo(view.model().index(lacking[-1], 0))
    hand.row(view, lacking[-1])

    def opinions(dialog: OpinionsDialog) -> None:
        assert dialog.tabs.currentIndex() == 1
        (chosen,) = dialog.ledger.chosen()
        assert chosen.kind == "lacking" and chosen.place == (last.document, last.page)
        dialog.reject()

    done = hand.dialog(OpinionsDialog, opinions)
    hand.click(desk.todo._health)
    done()
