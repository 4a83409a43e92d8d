# SPDX-License-Identifier: AGPL-3.0-or-later
"""The scroll bar below the pages: there only while a page that is too wide shows."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from redactor.gui.casework.told.pages import PageRow
from redactor.gui.client import CaseClient
from redactor.gui.pages.view import PageView


def test_a_wide_table_elsewhere_gives_portrait_pages_no_scroll_bar(qtbot: QtBot) -> None:
    client = CaseClient()
    view = PageView(client)
    qtbot.addWidget(view)
    view.resize(700, 600)
    rows = [PageRow("d", n, *((1200, 595) if n == 6 else (595, 842)), "read") for n in range(1, 13)]
    view.set_pages(rows, {"d": "Record"})
    view.show()
    qtbot.waitExposed(view)
    bar, down = view.horizontalScrollBar(), view.verticalScrollBar()
    assert view.fit_width and bar.maximum() == 0
    assert view.show_place(("d", 6))
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    # Through the whole record, a few pixels at a time: the bar is there when, and only when, the wide page shows, and
    # what is read never moves by more than was scrolled.
    down.setValue(0)
    for top in range(0, down.maximum(), 7):
        down.setValue(top)
        QApplication.processEvents()
        assert down.value() == top
        shown = 5 in view.layout_.visible(top, view.height())
        assert (bar.maximum() > 0) is shown
    assert cast(int, bar.maximum()) == 0
    view.hide()
