# SPDX-License-Identifier: AGPL-3.0-or-later
"""A dialog that is closed by mistake stays open with what was typed in it; closed once more it goes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from redactor.gui.client import CaseClient
from redactor.gui.forms.asking import Ask, AskDialog

FIELDS = (Ask("why", "Why", "long"), Ask("key", "Passphrase", "secret"), Ask("file", "Where", "new_file"))


@pytest.fixture
def dialog(qtbot: QtBot) -> AskDialog:
    made = AskDialog("Erase this case", FIELDS, CaseClient(), "erase")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize("closes", ["escape", "cancel", "frame"])
def test_what_was_typed_stays_until_closed_once_more(dialog: AskDialog, closes: str) -> None:
    def close() -> None:
        if closes == "escape":
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
        elif closes == "cancel":
            QTest.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
        else:
            dialog.close()

    QTest.keyClicks(dialog.fields["why"], "It was merged into another case")
    close()
    assert dialog.isVisible() and dialog.error.isVisible() and "not saved" in dialog.error.text()
    assert dialog.values()["why"] == "It was merged into another case"
    QTest.keyClicks(dialog.fields["why"], " in May")
    close()
    assert dialog.isVisible(), "more was typed since"
    close()
    assert not dialog.isVisible()


def test_nothing_is_asked_where_nothing_is_lost(dialog: AskDialog) -> None:
    dialog.set("file", "/somewhere/chosen/and/not/typed.pdf")
    QTest.keyClicks(dialog.fields["key"], "a long passphrase of hers")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
