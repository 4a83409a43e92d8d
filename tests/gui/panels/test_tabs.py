# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tabs give up their numbers before a name is cut, and say all of it to whoever rests the pointer on them."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from redactor.gui.panels.tabs import CountingTabs


def test_numbers_go_before_names_are_cut(qtbot: QtBot) -> None:
    tabs, panels = CountingTabs(), [QWidget() for _ in range(3)]
    qtbot.addWidget(tabs)
    for panel, name in zip(panels, ("Still to be decided", "All the people", "This very page"), strict=True):
        tabs.add(panel, name)
    tabs.resize(900, 300)
    tabs.show()
    tabs.set_left(panels[0], 1204)
    assert [tabs.tabText(n) for n in range(3)] == ["Still to be decided (1,204)", "All the people", "This very page"]
    full = tabs.tabBar().sizeHint().width()
    tabs.resize(full - 40, 300)
    assert tabs.tabText(0) == "Still to be decided" and "1,204" in tabs.tabToolTip(0)
    tabs.resize(900, 300)
    assert tabs.tabText(0) == "Still to be decided (1,204)"
    tabs.set_left(panels[0], 0)
    assert tabs.tabText(0) == "Still to be decided"
    tabs.hide()
