# SPDX-License-Identifier: AGPL-3.0-or-later
"""Trying the program out: the made-up case in a file of one's own, analysed, and being shown round in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from redactor.domain import demo
from redactor.gui.casework.told.case import Laid, Problem
from redactor.gui.desk import Desk
from redactor.gui.start.files import PATTERN
from redactor.gui.start.page import StartPage
from redactor.gui.window.tour import Stop, Tour
from redactor.gui.wording.language import tr


class TryOut:
    """``refused`` is told when the case cannot be made."""

    def __init__(
        self, window: QWidget, start: StartPage, desk: Desk, tour: Tour, refused: Callable[[Problem], None]
    ) -> None:
        self._window, self._start, self._desk, self._tour = window, start, desk, tour
        self._refused = refused

    def choose(self) -> None:
        """Ask where the made-up case is to be kept, and make it there."""
        suggested = Path.home() / "redactor-demo.case"
        title = tr("Where to keep the made-up case")
        path, _ = QFileDialog.getSaveFileName(self._window, title, str(suggested), tr(PATTERN))
        if path:
            self.make(path)

    def make(self, path: str) -> None:
        """Make it at ``path``, take its papers in, and show round."""
        script = demo.script()

        def made(laid: Laid) -> None:
            self._start.made.emit(laid)
            self._desk.taking_in.add([str(paper) for paper in demo.papers()])
            self._tour.begin([self._welcome()])

        self._desk.client.ask(
            "new_case",
            made,
            self._refused,
            path=path if Path(path).suffix else f"{path}.case",
            passphrase=demo.PASSPHRASE,
            **{name: script[name] for name in ("reference", "subject", "dob")},
            aliases=tuple(script["aliases"]),
        )

    def _welcome(self) -> Stop:
        desk = self._desk
        return Stop(
            tr("A case about nobody"),
            tr(
                "The papers being taken in are made up, so do with them what you like. Finding the people in "
                "them takes about half a minute. To open this case another day, its passphrase is: "
                "{passphrase}",
                passphrase=demo.PASSPHRASE,
            ),
            lambda: desk.strip if desk.strip.isVisible() else desk.documents,
        )
