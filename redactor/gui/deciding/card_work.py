# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the buttons of the card beside a mark do."""

from __future__ import annotations

from collections.abc import Callable

from redactor.gui.deciding.cues import CueWork
from redactor.gui.deciding.decisions import Decisions
from redactor.gui.deciding.keep_only import KeepOnly
from redactor.gui.deciding.marking import Marking
from redactor.gui.deciding.people import PeopleWork
from redactor.gui.panels.todo_words import USUAL
from redactor.gui.surface.surface import Surface
from redactor.gui.wording.language import tr


class CardWork:
    def __init__(
        self,
        desk: Surface,
        decisions: Decisions,
        marking: Marking,
        people: PeopleWork,
        cues: CueWork,
        keeping: KeepOnly,
    ) -> None:
        self._desk = desk
        self._decisions = decisions
        self._cues = cues
        self._simple: dict[str, Callable[[], None]] = {
            "redact": marking.redact,
            "redact_here": marking.redact,
            "leave_here": marking.leave,
            "harm": cues.harm,
            "other": marking.other_reason,
            "keep_only": keeping.keep_only,
            "redact_everywhere": people.redact_everywhere,
            "person": people.show_person,
            "name": people.name_selected,
        }

    def do(self, name: str) -> None:
        """What the button of this name is for."""
        found = self._desk.pages.chosen_mark()
        if name in self._simple:
            self._simple[name]()
        elif found and name == "may_go":
            self._cues.may_go(found[0])
            return
        elif found and name == "hide_all":
            self._desk.card.hide()
            self._decisions.settle([found[0].event], "redact", tr(USUAL["redact"]))
        elif found and name in ("take_off", "take_all_off"):
            self._desk.card.hide()
            self._decisions.take_off([found[0]], found[1], everywhere=name == "take_all_off")
        elif found and name == "edit":
            self._decisions.amend(found[0].event)
        self._desk.pages.setFocus()
