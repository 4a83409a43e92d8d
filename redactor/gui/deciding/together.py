# SPDX-License-Identifier: AGPL-3.0-or-later
"""Deciding things to do of one kind in one step."""

from __future__ import annotations

from redactor.gui.casework.told.people import Beside
from redactor.gui.deciding.decisions import Decisions
from redactor.gui.deciding.going import Going
from redactor.gui.surface.surface import Surface
from redactor.gui.wording.language import tr


class DecideTogether:
    def __init__(self, desk: Surface, decisions: Decisions, going: Going) -> None:
        self._desk, self._decisions = desk, decisions
        #: What was chosen (by id of the thing to do) and typed without being decided, by what it was about.
        self._aside: dict[str, tuple[dict[str, str], str]] = {}
        self._resting: dict[str, tuple[dict[str, str], str]] = {}
        self._asked: tuple[str, tuple[dict[str, str], str]] | None = None
        panel = desk.together
        panel.gone_to.connect(going.go_to_item)
        panel.decided.connect(self._decide)
        panel.cancelled.connect(self._leave)
        decisions.not_done.connect(self._give_back)
        desk.todo.together_wanted.connect(self.show)

    def show(self) -> None:
        """The things to do that are alike with the one that is chosen on the list, or with the first."""
        desk = self._desk
        items = desk.todo.alike()
        if len(items) < 2:
            desk.notice.hint(tr("Choose a thing to do of which there are several, under To do."))
            return

        def ask(beside: list[Beside]) -> None:
            if len(beside) > 1:
                desk.open_form(desk.together)
                desk.together.ask(items, beside)
                if kept := self._aside.pop(desk.together.heading, None):
                    desk.together.put_back(*kept)

        desk.client.ask("together_now", ask, items=[item.id for item in items])

    def forget(self) -> None:
        """Another case: what was chosen in this one is none of its business."""
        self._asked = None
        self._aside.clear()
        self._resting = {}

    def rest(self) -> bool:
        """Whoever chose and typed was signed out: see :meth:`Surface.rest`."""
        if self._desk.right.currentWidget() is self._desk.together:
            if self._desk.together.begun:
                self._keep()
            self._close()
        self._resting, self._aside = self._resting | self._aside, {}
        return bool(self._resting)

    def wake(self) -> None:
        self._aside, self._resting = self._resting | self._aside, {}

    def _keep(self) -> None:
        panel = self._desk.together
        self._aside[panel.heading] = (dict(panel.choices), panel.why.text())

    def _give_back(self, name: str, _: object) -> None:
        """Not decided after all: it is there when the same are decided together again."""
        if name == "settle_each" and self._asked is not None:
            self._aside[self._asked[0]] = self._asked[1]

    def _leave(self) -> None:
        if self._desk.together.begun:
            self._keep()
            self._desk.notice.tell(
                tr("Nothing was decided. What you chose here is kept until the case is closed."),
                "warn",
                tr("Go on with it"),
                self._go_on,
            )
        self._close()

    def _go_on(self) -> None:
        self._desk.notice.hide()
        self.show()

    def _decide(self, choices: dict[str, list[str]], whys: dict[str, str]) -> None:
        desk = self._desk
        panel = desk.together
        self._asked = (panel.heading, (dict(panel.choices), panel.why.text()))
        gone = {item for items in choices.values() for item in items}
        self._close()
        desk.todo.step_past(gone)
        self._decisions.decide("settle_each", choices=choices, whys=whys)

    def _close(self) -> None:
        self._desk.close_reason()
        self._desk.show_tab(self._desk.todo)
        self._desk.todo.list.setFocus()
