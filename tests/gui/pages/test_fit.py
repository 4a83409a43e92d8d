# SPDX-License-Identifier: AGPL-3.0-or-later
"""Fit fits the page that is looked at, however wide; jumped to, another page is read at the size of every other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from redactor.operations.finding.analyse import analyse
from redactor.operations.intake.intake import add_paths
from redactor.operations.request.case import new_case
from redactor.workers.inline import InlineExecutor
from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import Hand


def record(folder: Path) -> Path:
    """Letters, and among them a photograph of 4,000 points."""
    canvas = Canvas(str(folder / "Record.pdf"), invariant=1)
    for number, size in enumerate(((595, 842), (595, 842), (4000, 3000), (595, 842))):
        canvas.setPageSize(size)
        canvas.drawString(60, size[1] - 80, f"Page {number + 1} of the record")
        canvas.showPage()
    canvas.save()
    path, executor = folder / "c.case", InlineExecutor()
    with new_case(path, PASSPHRASE, reference="R", subject="Donna Lowe") as case:
        add_paths(case, [folder / "Record.pdf"], executor)
        analyse(case, executor)
    return path


def test_fit_fits_the_page_in_view(open_window: Callable[..., Hand], tmp_path: Path) -> None:
    hand = open_window(record(tmp_path))
    pages = hand.desk.pages
    usual = pages.layout_.zoom
    wide = hand.page("Record.pdf", 3)
    hand.show_page(wide)
    hand.wait(lambda: pages.current == wide)
    assert pages.layout_.widths[2] > pages.viewport().width() and pages.layout_.zoom == usual
    hand.keys("Ctrl+0")
    assert pages.layout_.widths[2] < pages.viewport().width() and pages.horizontalScrollBar().maximum() == 0
    # The window gets another width: it still fits.
    hand.window.resize(1180, 760)
    hand.wait(lambda: pages.layout_.widths[2] < pages.viewport().width() - 10)
    hand.window.resize(1280, 760)
    hand.wait(lambda: pages.layout_.widths[2] < pages.viewport().width() - 10)
    # To another page by the list of documents: as large as before.
    hand.show_page(hand.page("Record.pdf", 1))
    assert abs(pages.layout_.zoom - usual) < 0.01
