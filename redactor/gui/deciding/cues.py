# SPDX-License-Identifier: AGPL-3.0-or-later
"""Candidates for the harm test from the window: hold back under the harm form, or say why the passage may go."""

from __future__ import annotations

from redactor.gui.casework.told.pages import Mark
from redactor.gui.casework.told.people import TodoRow
from redactor.gui.deciding.decisions import Decisions
from redactor.gui.deciding.marking import Marking
from redactor.gui.surface.surface import Surface
from redactor.gui.wording import words
from redactor.gui.wording.language import tr
from redactor.review.todo_items import TodoKind


class CueWork:
    """What H and the buttons do for a passage that was shown as a candidate."""

    def __init__(self, desk: Surface, decisions: Decisions, marking: Marking) -> None:
        self._desk = desk
        self._decisions = decisions
        self._marking = marking

    def harm(self) -> None:
        """H: the harm form for the candidate that is chosen, where nothing is selected; else for the selection."""
        item = self.listed()
        if item is not None:
            self.hold_back_item(item)
            return
        candidate = self.chosen() if self._desk.pages.selection is None else None
        if candidate is not None:
            self.hold_back(candidate)
        else:
            self._marking.harm()

    def listed(self) -> TodoRow | None:
        """The candidate chosen in the list of what is left, while the keys are the list's."""
        desk = self._desk
        if desk.tabs.currentWidget() is not desk.todo or not desk.todo.list.hasFocus():
            return None
        items: list[TodoRow] = desk.todo.list.chosen()
        return items[0] if len(items) == 1 and items[0].kind == TodoKind.HARM_CUE else None

    def chosen(self) -> Mark | None:
        """The candidate chosen on the page, or in the panel This page."""
        desk = self._desk
        if desk.tabs.currentWidget() is desk.passages and desk.passages.list.hasFocus():
            marks = desk.passages.list.chosen()
            return marks[0] if len(marks) == 1 and marks[0].kind == "cue" else None
        found = desk.pages.chosen_mark()
        return found[0] if found and found[0].kind == "cue" else None

    def hold_back(self, mark: Mark) -> None:
        """The harm form for this passage, with the reason its kind and document suggest."""
        page = self._desk.pages.current
        place = "\n" + tr("Page {page} of {name}", page=page[1], name=self._desk.names.get(page[0], "")) if page else ""
        self._ask(mark.event, f"“{words.short(mark.text, 160)}”{place}", mark.reason, mark.reason_why)

    def hold_back_item(self, item: TodoRow) -> None:
        """The same from the list of what is left."""
        place = "\n" + tr("Page {page} of {name}", page=item.page, name=self._desk.names.get(item.document, ""))
        self._ask(item.id, words.short(item.text, 220) + place, item.suggests, item.suggests_why)

    def _ask(self, cue: str, about: str, reason: str, why: str) -> None:
        decisions = self._decisions

        def saved(code: str, fields: dict[str, str]) -> None:
            decisions.decide("mark_cue", cue=cue, reason=code, fields=fields)

        decisions.ask(tr("Hold back this passage: harm"), about, saved, harm_first=True, reason=reason, why=why)

    def may_go(self, mark: Mark) -> None:
        """To the list of what is left, where the reason is asked for."""
        desk = self._desk
        desk.card.hide()
        desk.close_reason()
        desk.show_tab(desk.todo)
        desk.todo.ask_why(mark.event)
