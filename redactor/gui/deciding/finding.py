# SPDX-License-Identifier: AGPL-3.0-or-later
"""Searching the case from the desk: the places found are shown in the panel and on the pages."""

from __future__ import annotations

from redactor.gui.casework.told.case import Problem
from redactor.gui.casework.told.pages import Hit
from redactor.gui.deciding.decisions import Decisions
from redactor.gui.look.parts import problem_words
from redactor.gui.surface.surface import Surface
from redactor.gui.wording import words
from redactor.gui.wording.language import tr


class Finding:
    def __init__(self, desk: Surface, decisions: Decisions) -> None:
        self._desk = desk
        self._decisions = decisions
        self._stale = False
        self._asked = 0
        desk.client.moved.connect(lambda _: self._look())

    def _look(self) -> None:
        """What of the places found is hidden as decided now; asked again when the search is next looked at."""
        desk = self._desk
        hits = desk.search.hits
        self._stale = bool(hits) and desk.tabs.currentWidget() is not desk.search
        if hits and not self._stale:
            places = [(hit.document, hit.page, hit.span) for hit in hits]
            desk.client.ask("hidden_now", lambda now: desk.search.show_hidden(hits, now), lambda _: None, places=places)

    def show(self) -> None:
        desk = self._desk
        desk.close_reason()
        desk.show_tab(desk.search)
        if desk.pages.selection is not None and desk.pages.selection.text:
            desk.search.field.setText(words.short(desk.pages.selection.text, 80))
        desk.search.field.setFocus()
        desk.search.field.selectAll()

    def find(self, text: str, how: str) -> None:
        desk = self._desk

        def refused(problem: Problem) -> None:
            desk.search.refused(problem_words(problem))
            desk.pages.show_hits(())

        def answered(answer: tuple[list[Hit], bool]) -> None:
            desk.search.show_hits(*answer)
            desk.pages.show_hits(answer[0])
            desk.search.step(1)
            self._look()

        # An answer to what was looked for before would stand under the new words.
        desk.client.forget(self._asked)
        self._asked = desk.client.ask("find", answered, refused, text=text, how=how)

    def tab_changed(self, _: int) -> None:
        """Places found are shown on the pages only while the search is open."""
        desk = self._desk
        shown = desk.tabs.currentWidget() is desk.search
        desk.pages.show_hits(desk.search.hits if shown else ())
        if shown and self._stale:
            self._look()

    def go_to_hit(self, hit: Hit) -> None:
        self._desk.pages.current_hit = hit
        self._desk.pages.go_to((hit.document, hit.page), hit.boxes)

    def redact_hits(self, text: str, hits: list[Hit]) -> None:
        """The places chosen, or all: one reason, one decision, one undo."""
        pages = len({(hit.document, hit.page) for hit in hits})
        about = tr(
            "{places} on {pages} found by “{text}”",
            places=words.count(len(hits), "place"),
            pages=words.count(pages, "page"),
            text=words.short(text),
        )
        places = [(hit.document, hit.page, hit.span, hit.text) for hit in hits]

        def saved(reason: str, fields: dict[str, str]) -> None:
            self._decisions.decide("redact_hits", places=places, text=text, reason=reason, fields=fields)

        self._decisions.ask(tr("Redact what was found"), about, saved, fields={"who": text})

    def load_saved(self) -> None:
        """The searches that are kept in the case."""
        self._desk.client.ask("searches", self._desk.search.set_saved, lambda problem: None)

    def keep(self, text: str, how: str, keep: bool) -> None:
        desk = self._desk
        desk.client.ask("keep_search", desk.search.set_saved, desk.notice.problem, text=text, how=how, keep=keep)
