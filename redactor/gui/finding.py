# SPDX-License-Identifier: AGPL-3.0-or-later
"""Searching the case from the desk: the places found are shown in the panel and on the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redactor.gui import words
from redactor.gui.casework.messages import Hit

if TYPE_CHECKING:
    from redactor.gui.desk import Desk


class Finding:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def show(self) -> None:
        desk = self._desk
        desk.close_reason()
        desk.tabs.setCurrentWidget(desk.search)
        if desk.pages.selection is not None and desk.pages.selection.text:
            desk.search.field.setText(words.short(desk.pages.selection.text, 80))
        desk.search.field.setFocus()
        desk.search.field.selectAll()

    def find(self, text: str, fuzzy: bool) -> None:
        desk = self._desk

        def answered(answer: tuple[list[Hit], bool]) -> None:
            desk.search.show_hits(*answer)
            desk.pages.show_hits(answer[0])
            desk.search.step(1)

        desk.client.ask("find", answered, text=text, fuzzy=fuzzy)

    def tab_changed(self, _: int) -> None:
        """Places found are shown on the pages only while the search is open."""
        desk = self._desk
        shown = desk.tabs.currentWidget() is desk.search
        desk.pages.show_hits([r.key for r in desk.search.list.rows if r.key is not None] if shown else ())

    def go_to_hit(self, hit: Hit) -> None:
        self._desk.pages.current_hit = hit
        self._desk.pages.go_to((hit.document, hit.page), hit.boxes)
