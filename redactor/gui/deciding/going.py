# SPDX-License-Identifier: AGPL-3.0-or-later
"""Going about on the desk: to a thing to do, a person's mentions, a mark; what the page in view tells the panels."""

from __future__ import annotations

from functools import reduce

from redactor.domain.geometry import Box
from redactor.gui.casework.told.pages import Mark, PageKey
from redactor.gui.casework.told.people import PersonRow, TodoRow
from redactor.gui.pages.selection import Selection
from redactor.gui.surface.surface import Surface


class Going:
    def __init__(self, desk: Surface) -> None:
        self._desk = desk

    def go_to_item(self, item: TodoRow) -> None:
        if item.page:
            self._desk.card.hide()
            self._desk.pages.go_to((item.document, item.page), item.boxes, item.mentions[0] if item.mentions else "")

    def go_to_person(self, person: PersonRow) -> None:
        """The person's mention whose words their row shows, framed; their first where those are not known."""
        if (words := self._desk.people_panel.words.of(person)) is not None and words.boxes:
            self._desk.pages.go_to(words.key, words.boxes, words.mention)
            return

        def show(found: list[tuple[Mark, PageKey]]) -> None:
            for mark, key in found:
                if mark.boxes:
                    self._desk.pages.go_to(key, mark.boxes, mark.id)
                    return

        self._desk.client.ask("mentions_of", show, lambda problem: None, person=person.id)

    def passage_chosen(self, mark: Mark) -> None:
        desk = self._desk
        if desk.passages.key is not None and mark.boxes:
            desk.pages.go_to(desk.passages.key, mark.boxes, mark.id)

    def page_changed(self, key: PageKey) -> None:
        desk = self._desk
        desk.documents.show_page(key)
        desk.client.tell("looking_at", key=key)
        desk.passages.show_page(key, desk.names.get(key[0], ""), desk.pages.overlay.marks(key))
        desk.changed.emit()

    def marks_changed(self, key: PageKey) -> None:
        desk = self._desk
        if key == desk.pages.current:
            desk.passages.show_page(key, desk.names.get(key[0], ""), desk.pages.overlay.marks(key))
        if desk.card.isVisible() and desk.card.why is None and desk.pages.chosen and desk.pages.chosen[0] == key:
            self.show_card()
        desk.changed.emit()

    def mark_chosen(self, mark: Mark, key: PageKey) -> None:
        desk = self._desk
        if key == desk.passages.key:
            desk.passages.list.select_key(mark.id)
        if mark.person:
            desk.people_panel.choose(mark.person)
        self.show_card()
        desk.changed.emit()

    def show_card(self) -> None:
        desk = self._desk
        found, near = desk.pages.chosen_mark(), desk.pages.near_chosen()
        if found is None or near is None:
            desk.card.hide()
            return
        desk.card.show_mark(found[0], desk.people.get(found[0].person), near, desk.writable)

    def selected(self, selection: Selection | None) -> None:
        desk = self._desk
        if selection is None:
            desk.card.hide()
        elif desk.writable:
            near = desk.pages.rect_of(selection.key, reduce(Box.union, selection.boxes))
            desk.card.show_selection(selection, near)
        desk.changed.emit()

    def next_to_decide(self) -> None:
        desk = self._desk
        desk.close_reason()
        desk.show_tab(desk.todo)
        desk.todo.list.setFocus()
        desk.todo.focus_next()
