# SPDX-License-Identifier: AGPL-3.0-or-later
"""A real window in a process of its own, on a real display, with a mouse that drags: people onto each other, and a
document above another.

Run as ``python -m tests.gui.dragger CASE PASSPHRASE``; prints one JSON object. What is dragged goes the whole way
through the display's own drag and drop, which Qt's offscreen platform does not have.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication

from redactor.gui import run
from redactor.gui.window.window import MainWindow

#: Milliseconds between two movements of the mouse.
STEP = 60


def wait(until: Callable[[], Any], seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end, "it never happened"
        QApplication.processEvents()
        time.sleep(0.005)


def drag(window: MainWindow, view: QAbstractItemView, one: QModelIndex, other: QModelIndex, at: float) -> None:
    """Press on one row, go to the other (``at``: how far down it) in small steps, and let go."""
    screen = window.windowHandle()
    start = view.viewport().mapTo(window, view.visualRect(one).center())
    area = view.visualRect(other)
    end = view.viewport().mapTo(window, QPoint(area.center().x(), round(area.top() + at * area.height())))
    way = [start + (end - start) * (part / 8) for part in range(1, 9)] + [end + QPoint(2, 0), end]

    def step() -> None:
        # Qt does not come back from the movement that begins the drag until the mouse is let go: hence by timer.
        if way:
            QTimer.singleShot(STEP, step)
            QTest.mouseMove(screen, way.pop(0))
        else:
            QTest.mouseRelease(screen, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)

    QTest.mousePress(screen, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTimer.singleShot(STEP, step)


def main(path: str, passphrase: str) -> None:
    run.application()
    window = run.window(path, passphrase)
    window.resize(1400, 900)
    desk = window.desk
    wait(lambda: desk.counted and desk.counted.complete and desk.moved and not desk.work.busy)
    desk.tabs.setCurrentWidget(desk.people_panel)
    panel = desk.people_panel
    wait(lambda: panel.list.isVisible() and len(panel.list.rows) > 1)
    rows = panel.list.model()
    names = [row.title for row in panel.list.rows]
    drag(window, panel.list, rows.index(1, 0), rows.index(0, 0), 0.5)
    wait(panel.merging.isVisible)
    asked = panel.merging.text.text()
    panel.merging.no.click()

    tree = desk.documents.tree
    before = [document.name for document in desk.case.documents] if desk.case else []
    last, first = tree.model().index(len(before) - 1, 0), tree.model().index(0, 0)
    drag(window, tree, last, first, 0.05)
    wait(lambda: desk.case and [document.name for document in desk.case.documents] != before)
    after = [document.name for document in desk.case.documents] if desk.case else []
    print(json.dumps({"people": names, "asked": asked, "before": before, "after": after}), flush=True)
    window.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
