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
        panel = desk.together
        panel.gone_to.connect(going.go_to_item)
        panel.decided.connect(self._decide)
        panel.cancelled.connect(self._close)
        desk.todo.together_wanted.connect(self.show)

    def show(self) -> None:
        """The things to do that are alike with the one that is chosen on the list, or with the first."""
        desk = self._desk
        items = desk.todo.alike()
        if len(items) < 2:
            desk.notice.tell(tr("Choose a thing to do of which there are several, under To do."))
            return

        def ask(beside: list[Beside]) -> None:
            if len(beside) > 1:
                desk.open_form(desk.together)
                desk.together.ask(items, beside)

        desk.client.ask("together_now", ask, items=[item.id for item in items])

    def _decide(self, choices: dict[str, list[str]], whys: dict[str, str]) -> None:
        desk = self._desk
        gone = {item for items in choices.values() for item in items}
        self._close()
        desk.todo.step_past(gone)
        self._decisions.decide("settle_each", choices=choices, whys=whys)

    def _close(self) -> None:
        self._desk.close_reason()
        self._desk.show_tab(self._desk.todo)
        self._desk.todo.list.setFocus()
