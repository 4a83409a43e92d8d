# SPDX-License-Identifier: AGPL-3.0-or-later
"""Trying the program out: the made-up case in a file of one's own, analysed, and being shown round in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from redactor.domain import demo
from redactor.gui.casework.messages import Laid
from redactor.gui.language import tr
from redactor.gui.start import PATTERN
from redactor.gui.tour import Stop

if TYPE_CHECKING:
    from redactor.gui.window import MainWindow


def _welcome(window: MainWindow) -> Stop:
    return Stop(
        tr("A case about nobody"),
        tr(
            "The papers being taken in are made up, so do with them what you like. Finding the people in "
            "them takes about half a minute. To open this case another day, its passphrase is: "
            "{passphrase}",
            passphrase=demo.PASSPHRASE,
        ),
        lambda: window.desk.strip if window.desk.strip.isVisible() else window.desk.documents,
    )


def try_out(window: MainWindow) -> None:
    """Ask where the made-up case is to be kept; make it, take its papers in, and show round."""
    suggested = Path.home() / "redactor-demo.case"
    path, _ = QFileDialog.getSaveFileName(window, tr("Where to keep the made-up case"), str(suggested), tr(PATTERN))
    if path:
        try_out_in(window, path)


def try_out_in(window: MainWindow, path: str) -> None:
    script = demo.script()

    def made(laid: Laid) -> None:
        window.start.made.emit(laid)
        window.desk.work.add([str(paper) for paper in demo.papers()])
        window.tour.begin([_welcome(window)])

    window.client.ask(
        "new_case",
        made,
        window.refused,
        path=path if Path(path).suffix else f"{path}.case",
        passphrase=demo.PASSPHRASE,
        **{name: script[name] for name in ("reference", "subject", "dob")},
        aliases=tuple(script["aliases"]),
    )
