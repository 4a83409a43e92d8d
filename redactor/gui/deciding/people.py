# SPDX-License-Identifier: AGPL-3.0-or-later
"""One decision about somebody, everywhere: redacted, disclosed, split, named."""

from __future__ import annotations

from redactor.domain.mentions import Spot
from redactor.gui.casework.told.pages import Mark, PageKey
from redactor.gui.casework.told.people import PersonRow
from redactor.gui.deciding.decisions import Decisions
from redactor.gui.deciding.splitting import SplitDialog
from redactor.gui.pages.selection import like_name
from redactor.gui.surface.surface import Surface
from redactor.gui.wording import words
from redactor.gui.wording.language import tr


class PeopleWork:
    def __init__(self, desk: Surface, decisions: Decisions) -> None:
        self._desk = desk
        self._decisions = decisions

    def redact_everywhere(self) -> None:
        """Ctrl+Shift+R: the person of the chosen mention, or those chosen in People."""
        desk = self._desk
        marks = self._decisions.targets()
        if marks and marks[0].person and desk.tabs.currentWidget() is not desk.people_panel:
            if not self._decisions.in_view():
                return
            desk.card.hide()
            self._decisions.decide("decide_people", people=[marks[0].person], outcome="redact", reason="TP")
        else:
            desk.people_panel.redact()

    def leave_everywhere(self) -> None:
        """Ctrl+Shift+L: to the person, where the reason is asked for."""
        self.show_person()
        self._desk.people_panel.disclose()

    def nobody(self) -> None:
        """Ctrl+Shift+X: the person of the chosen mention, or those chosen in People, is none."""
        if self._desk.tabs.currentWidget() is not self._desk.people_panel:
            self.show_person()
        self._desk.people_panel.nobody()

    def find_words(self, people: list[tuple[str, tuple[Spot, ...]]]) -> None:
        """The words around these people's names, for their rows."""
        words = self._desk.people_panel.words
        self._desk.client.ask("sentences_now", words.told, lambda problem: words.not_told(), people=people)

    def find_reach(self, people: list[str]) -> None:
        """How far a decision about these reaches, for the question that asks for it."""
        bar = self._desk.people_panel.work
        self._desk.client.ask("reach_of", lambda reach: bar.told(people, reach), lambda problem: None, people=people)

    def go_through_unsaid(self) -> None:
        """Those whom accepting would hide though nothing says who they are."""
        desk = self._desk
        desk.close_reason()
        desk.show_tab(desk.people_panel)
        desk.people_panel.show_unsaid()

    def works_here(self) -> None:
        """J: the person of the chosen mention, or those chosen in People, are named for their work."""
        self._to_people()
        self._desk.people_panel.works_here()

    def another_person(self) -> None:
        """P: they are no staff."""
        self._to_people()
        self._desk.people_panel.another_person()

    def _to_people(self) -> None:
        desk = self._desk
        if desk.tabs.currentWidget() is not desk.people_panel or desk.pages.hasFocus():
            self.show_person()
        desk.card.hide()
        if not desk.people_panel.list.chosen():
            desk.notice.hint(tr("Choose somebody under People, or their name on the page, and press the key again."))

    def show_person(self) -> None:
        desk, marks = self._desk, self._decisions.targets()
        desk.close_reason()
        desk.show_tab(desk.people_panel)
        if marks and marks[0].person:
            desk.people_panel.choose(marks[0].person)
        desk.people_panel.list.setFocus()

    def same_person(self) -> None:
        """Ctrl+Shift+M: whose name that is: of the chosen mention's person, of words that are nobody's yet, or of those
        chosen in People."""
        desk, marks = self._desk, self._decisions.targets()
        if desk.tabs.currentWidget() is not desk.people_panel or desk.pages.hasFocus():
            self.show_person()
        desk.card.hide()
        desk.people_panel.ask_same(marks[0].text if marks and not marks[0].person else "")

    def person_for_reason(self, person: PersonRow) -> None:
        self._decisions.ask(
            tr("Redact {name} everywhere", name=person.name),
            tr(
                "{mentions} on {pages}",
                mentions=words.count(person.mentions - person.possible, "mention"),
                pages=words.count(person.pages, "page"),
            ),
            lambda r, f: self._decisions.decide(
                "decide_people", people=[person.id], outcome="redact", reason=r, fields=f
            ),
        )

    def split(self, person: PersonRow) -> None:
        desk = self._desk

        def show(found: list[tuple[Mark, PageKey]]) -> None:
            dialog = SplitDialog(person, found, desk.names, desk)
            desk.client.ask("sentences_now", dialog.tell, lambda problem: None, people=dialog.spots)
            if dialog.exec() and dialog.mentions:
                self._decisions.decide("split", person=person.id, mentions=dialog.mentions, name=dialog.name)

        desk.client.ask("mentions_of", show, person=person.id)

    def name_selected(self) -> None:
        """Shift+N: the words selected are somebody's name, in the whole case at once."""
        selected = self._desk.pages.selection
        if selected is None or not like_name(selected):
            self._desk.notice.hint(tr("Select somebody's name on the page, and press Shift+N again."))
            return
        self.add_name(selected.text)

    def add_name(self, name: str, person: str = "") -> None:
        """A name in the whole case at once; ``person``: whose it is, where the case knows them."""
        desk = self._desk
        desk.notice.hide()

        def named(person: str) -> None:
            desk.pages.select(None)
            desk.show_tab(desk.people_panel)
            desk.people_panel.choose_when_shown(person)

        bare = name.removesuffix("'s").removesuffix("’s")
        desk.client.ask("add_name", named, desk.notice.problem, name=bare, person=person)
