# SPDX-License-Identifier: AGPL-3.0-or-later
"""Long work: adding documents, analysis, export. One at a time, seen in one strip."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from redactor.domain.saying import capital
from redactor.gui.casework.told.case import Problem
from redactor.gui.client import CaseClient
from redactor.gui.look.parts import TAKES_PART, Notice, problem_words
from redactor.gui.panels.work import WorkStrip
from redactor.gui.wording.language import tr


class LongWork:
    """``changed`` is called whenever something begins or ends."""

    def __init__(
        self, client: CaseClient, notice: Notice, strip: WorkStrip, host: QWidget, changed: Callable[[], object]
    ) -> None:
        self._client, self._notice, self._strip = client, notice, strip
        self._host, self._changed = host, changed
        self._running = 0
        #: The name of what is being done; "" for nothing.
        self.doing = ""

    @property
    def busy(self) -> bool:
        return bool(self._running)

    def run(
        self,
        what: str,
        name: str,
        done: Callable[[Any], None],
        refused: Callable[[Problem], None] | None = None,
        **arguments: Any,
    ) -> None:
        """Long work, one at a time, seen in the strip. ``refused`` is told of an error; without it the desk tells, and
        of what costs a team lead their approval the way to do it all the same."""
        if self.busy:
            self._notice.tell(tr("Something is still being done. Wait until it is finished, or stop it first."))
            return
        self._strip.begin(what)

        def ended() -> None:
            self._running, self.doing = 0, ""
            self._strip.end()
            self._changed()
            if not self._host.isActiveWindow():
                # Quietly: the taskbar says that something is there to look at, and nothing of the case.
                QApplication.alert(self._host.window())

        def finish(value: Any) -> None:
            ended()
            done(value)

        def failed(problem: Problem) -> None:
            ended()
            if problem.kind == TAKES_PART and refused is None:
                told = capital(problem_words(problem))
                self._notice.tell(told, "warn", tr("Do it all the same"), all_the_same)
            else:
                (refused or self._notice.problem)(problem)

        def all_the_same() -> None:
            self._notice.hide()
            self.run(what, name, done, **{**arguments, "meant": True})

        self.doing = name
        self._running = self._client.ask(name, finish, failed, self._strip.tell, **arguments)
        self._changed()

    def stop(self) -> None:
        if self._running:
            self._strip.stopping()
            self._client.cancel(self._running)
