# SPDX-License-Identifier: AGPL-3.0-or-later
"""People: who they are, what is decided, and one decision about somebody everywhere, its effect said before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QInputDialog, QLineEdit, QMenu, QSizePolicy, QVBoxLayout, QWidget

from redactor.domain.catalogue import NOBODY, releases
from redactor.domain.saying import say
from redactor.gui.casework.told.people import PersonRow
from redactor.gui.look.giving_way import GivingWay, take_what_is_left
from redactor.gui.look.parts import Choice, button, label, row, search_field
from redactor.gui.panels.merging import MergeBar, PeopleList
from redactor.gui.panels.people_area import PersonArea
from redactor.gui.panels.people_rows import ELSEWHERE, FILTERS, SORTS, UNSAID, person_row
from redactor.gui.panels.people_words import WordsInView
from redactor.gui.panels.same_person import SamePersonBar
from redactor.gui.panels.stepping import Stepping
from redactor.gui.panels.works_here import WorksHereBar
from redactor.gui.wording.language import tr

ADD_TIP = say("Look for this name in the whole case at once, misspellings too")


class PeoplePanel(QWidget):
    """``decided``: name of a decision and its arguments; the desk carries it out."""

    decided = Signal(str, dict)
    gone_to = Signal(object)
    reason_wanted = Signal(object)
    split_wanted = Signal(object)
    consent_wanted = Signal(object)
    name_wanted = Signal(str)
    known_wanted = Signal()
    #: Words that are another name of somebody: the words, and whose (an id).
    called_wanted = Signal(str, str)
    #: Of whom the words in the record are to be shown: ids, and where to look.
    words_wanted = Signal(list)
    #: Of whom it is to be told how far a decision reaches (ids).
    reach_wanted = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: Sequence[PersonRow] = ()
        self._documents: Mapping[str, str] = {}
        self._writable = True
        self.search = search_field("Filter people", "Filter by name, or a name to add")
        self.search.textChanged.connect(lambda: self._fill())
        self.add_button = button("Add name", self._add_name, tight=True, tip=ADD_TIP)
        self.add_button.setEnabled(False)
        self._awaited = ""
        self._filter = _choice(tr("Which people"), FILTERS, self._fill)
        self._sort = _choice(tr("In which order"), SORTS, self._fill)
        self.list = PeopleList(tr("People"))
        self.words = WordsInView(self.list)
        self.words.wanted.connect(self.words_wanted)
        self.words.came.connect(self._show_words)
        self.merging = MergeBar()
        self.merging.shown.connect(lambda _: self._chosen())
        self.list.dropped.connect(lambda others, target: self.merging.ask([target, *others]))
        self.merging.agreed.connect(lambda people: self.decided.emit("merge", {"people": people}))
        self.same = SamePersonBar()
        self.same.shown.connect(lambda _: self._chosen())
        self.same.chosen.connect(self._same_as)
        self.work = WorksHereBar()
        self.work.shown.connect(self._work_shown)
        self.work.reach_wanted.connect(self.reach_wanted)
        self.work.agreed.connect(self._works_as)
        self._stepping = Stepping(self.list)
        self._words = ""
        self.list.chosen_changed.connect(self._chosen)
        self.list.gone_to.connect(lambda person: person.first and self.gone_to.emit(person))
        self.list.taken.connect(lambda person: person.first and self.gone_to.emit(person))
        self._going_through = label("", "faint", wrap=True)
        self._area = PersonArea()
        self._build_area()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 8)
        column.addLayout(row(self.search, self.add_button, spacing=6))
        column.addLayout(row(self._filter, self._sort, spacing=6))
        column.addWidget(self._going_through)
        column.addWidget(self.list, 1)
        for bar in (self.merging, self.same, self.work):
            column.addWidget(bar)
        self._below = GivingWay(self._area)
        column.addWidget(self._below)
        take_what_is_left(self.list)
        self.known_button = button(
            "What they know already…", self.known_wanted.emit, tight=True, tip="Letters to and from them, meetings"
        )
        column.addWidget(self.known_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._below.hide()

    def _build_area(self) -> None:
        area = self._area
        #: Who was chosen (ids) when a reason could last be typed.
        self._asked: frozenset[str] = frozenset()
        self.said, self._will, self._why, self._hint = area.said, area.will, area.why, area.hint
        self.role, self.ground = area.role, area.ground
        self.redact_button, self.disclose_button = area.redact_button, area.disclose_button
        self.nobody_button = area.nobody_button
        self.role.activated.connect(lambda _: self._change_role())
        self._why.returnPressed.connect(self.disclose)
        self.redact_button.clicked.connect(lambda: self.redact())
        self.disclose_button.clicked.connect(lambda: self.disclose())
        self.nobody_button.clicked.connect(lambda: self.nobody())
        area.more.setMenu(self._menu())

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(tr("Consent and what was weighed…"), lambda: self._one(self.consent_wanted.emit))
        menu.addAction(tr("Redact for another reason…"), self.for_reason)
        menu.addSeparator()
        menu.addAction(tr("Named for their work: a professional…") + "\tJ", self.works_here)
        menu.addAction(tr("Another person, not staff") + "\tP", self.another_person)
        menu.addSeparator()
        menu.addAction(tr("This is the same person as…") + "\tCtrl+Shift+M", self.ask_same)
        self._merge_action = menu.addAction(tr("Merge: these are one person…"), self.ask_merge)
        menu.addAction(tr("Split: some mentions are somebody else…"), lambda: self._one(self.split_wanted.emit))
        self._rename_action = menu.addAction(tr("Rename…"), self.rename)
        return menu

    # -- what is shown -----------------------------------------------------------------------------------

    def show_people(self, people: Sequence[PersonRow]) -> None:
        self._people = people
        if not people:
            self.words.forget()
        self._fill()
        self._stepping.shown(people)
        if self._awaited and any(person.id == self._awaited for person in people):
            awaited, self._awaited = self._awaited, ""
            self.choose(awaited)

    def choose_when_shown(self, person: str) -> None:
        """Choose somebody who was just added, as soon as the case has been counted with them."""
        self.search.clear()
        self._awaited = person

    def _add_name(self) -> None:
        """What stands in the field is a name: looked for in the whole case."""
        if self.add_button.isEnabled():
            self.name_wanted.emit(" ".join(self.search.text().split()))

    def set_writable(self, writable: bool) -> None:
        self._writable = writable
        self.list.allowed = writable
        self._chosen()

    def _fill(self) -> None:
        wanted = FILTERS[self._filter.currentData()]
        text = self.search.text().casefold().strip()
        self.add_button.setEnabled(self._writable and any(map(str.isalpha, text)))
        found = [
            p for p in self._people
            if wanted(p) and (not text or any(text in name.casefold() for name in (p.name, *p.aliases, p.relationship)))
        ]  # fmt: skip
        found.sort(key=SORTS[self._sort.currentData()])
        self.list.set_rows([person_row(person, self.words.of(person)) for person in found])
        self.words.look()
        going = self._filter.currentData() == UNSAID
        self._going_through.setVisible(going)
        if going:
            self._going_through.setText(
                tr(
                    "J: named for their work. P: another person, not staff. X: not a person. Shift and an arrow choose "
                    "several. Ctrl+Z undoes."
                )
                if found
                else tr("Of everybody it is said who they are. Ctrl+1 goes back to accept what is proposed.")
            )

    def choose(self, person: str) -> None:
        """Choose somebody, whatever is filtered."""
        if not self.list.select_key(person):
            self.search.clear()
            self._filter.setCurrentText(tr("Everybody"))
            self._fill()
            self.list.select_key(person)

    def _one(self, does: Callable[[PersonRow], object]) -> None:
        people = self.list.chosen()
        if people:
            does(people[0])

    def _chosen(self) -> None:
        people: list[PersonRow] = self.list.chosen()
        self._show_words()
        bars = (self.merging, self.same, self.work)
        for bar in bars:
            if bar.isVisible() and not bar.is_about(people):
                bar.hide()
        if not people and self._why.hasFocus() and self._why.text():
            # They went from the list while somebody types about them: the keys stay where they type.
            self._will.setText(tr("This is no longer on the list. What you typed is not saved."))
            return
        # One thing at a time: while somebody is asked whether two are one, there is no room for deciding.
        self._below.setVisible(bool(people) and self._writable and all(bar.isHidden() for bar in bars))
        self.known_button.setVisible(not people)
        self._hint.hide()
        ids = frozenset(person.id for person in people)
        if ids.isdisjoint(self._asked):
            # What was typed about one person is no reason for another.
            self._why.clear()
        self._asked = ids
        if not people:
            return
        self._area.show_people(people)
        self._merge_action.setEnabled(len(people) > 1)
        self._rename_action.setEnabled(len(people) == 1)

    def _show_words(self) -> None:
        """What the record says where whoever is chosen is named, as soon as that is known."""
        people: list[PersonRow] = self.list.chosen()
        words = self.words.of(people[0]) if len(people) == 1 else None
        elsewhere = tr(ELSEWHERE) if len(people) == 1 and not people[0].spots else ""
        self.said.say(words, self._documents.get(words.key[0], "") if words else "", elsewhere)

    def set_documents(self, documents: Mapping[str, str]) -> None:
        """What the documents are called, by SHA-256."""
        self._documents = documents

    # -- deciding ----------------------------------------------------------------------------------------

    def redact(self) -> None:
        self._decide(self.list.chosen(), outcome="redact", reason="TP")

    def for_reason(self) -> None:
        """Redact the one chosen for another reason than that it is about somebody else."""
        self._one(self.reason_wanted.emit)

    def disclose(self) -> None:
        why = self._why.text().strip()
        people = self.list.chosen()
        if not people:
            return
        if not why:
            self._hint.show()
            self._why.setFocus()
            return
        self._why.clear()
        ground = str(self.ground.currentData())
        self._decide(people, outcome="disclose", why=why, reason=ground)
        self.ground.setCurrentIndex(0)
        agreed = ground == "CONSENT" and len(people) == 1 and people[0].agreed
        if ground and len(releases()[ground].fields) > 1 and not agreed:
            # One answer does not say all that this ground needs on record, unless it is there already.
            self.consent_wanted.emit(people[0])

    def give_back(self, name: str, arguments: Mapping[str, Any]) -> None:
        """The reason of a decision that was not taken after all, while those it is about are still chosen."""
        people = {person.id for person in self.list.chosen()}
        if name == "decide_people" and people == set(arguments["people"]) and arguments.get("reason") != NOBODY:
            self._why.setText(self._why.text() or str(arguments.get("why", "")))
            self.ground.setCurrentIndex(max(self.ground.findData(arguments.get("reason", "")), 0))

    def half_typed(self) -> tuple[QLineEdit, frozenset[str]]:
        """The line in which a reason is typed, and the ids of what it is about."""
        return self._why, self._asked

    def nobody(self) -> None:
        """Everybody chosen is a word that was taken for a name: left in, and the ground says all there is to say."""
        self._decide(self.list.chosen(), outcome="disclose", reason=NOBODY, why=releases()[NOBODY].title)

    def _change_role(self) -> None:
        role, _, profession = self.role.currentData().partition("/")
        others = [one for one in self.list.chosen() if (one.role, one.profession) != (role, profession)]
        self._decide(others, role=role, profession=profession)

    # -- who they are ------------------------------------------------------------------------------------

    def show_unsaid(self) -> None:
        """Those whom accepting would hide though nothing says who they are; the first of them chosen."""
        self.search.clear()
        self._filter.setCurrentIndex(self._filter.findData(UNSAID))
        if self.list.rows:
            self.list.select_key(self.list.rows[0].key.id, quiet=False)
        self.list.setFocus()

    def works_here(self) -> None:
        """Those chosen are named for their work: asks of what kind."""
        people = self.list.chosen()
        if people and self._writable:
            self.merging.hide()
            self.same.hide()
            self.work.ask(people)

    def another_person(self) -> None:
        """Those chosen are no staff: said, and what is proposed for them stands."""
        self._decide(self.list.chosen(), role="third_party")

    def _work_shown(self, shown: bool) -> None:
        self._chosen()
        if not shown and self.isVisible():
            self.list.setFocus()

    def _works_as(self, people: list[str], profession: str) -> None:
        self._decide([p for p in self._people if p.id in people], role="professional", profession=profession)

    def _decide(self, people: Sequence[PersonRow], **what: str) -> None:
        """One decision about all of them, in one step."""
        if people:
            self._stepping.decided(people)
            self.decided.emit("decide_people", {"people": [person.id for person in people], **what})

    def ask_merge(self) -> None:
        """Say what merging those chosen would do; the one with most mentions gives the name."""
        people = sorted(self.list.chosen(), key=lambda p: -p.mentions)
        if len(people) > 1:
            self.merging.ask(people)

    def ask_same(self, words: str = "") -> None:
        """Whose name that of those chosen is; ``words`` are asked about in their place, where nobody bears them yet.
        Several chosen are meant to be each other."""
        people = [] if words else self.list.chosen()
        if len(people) > 1 and self._writable:
            self.ask_merge()
            return
        if (words or people) and self._writable:
            self._words = words
            self.same.ask(words or people[0].name, people, self._people)

    def _same_as(self, person: PersonRow, people: Sequence[PersonRow]) -> None:
        if people:
            self.merging.ask([person, *people])
        else:
            self.called_wanted.emit(self._words, person.id)

    def rename(self) -> None:
        people = self.list.chosen()
        if not people:
            return
        name, given = QInputDialog.getText(
            self,
            tr("Rename"),
            tr("What is {name} called?", name=people[0].name),
            QLineEdit.EchoMode.Normal,
            people[0].name,
        )
        if given and name.strip() and name.strip() != people[0].name:
            self.decided.emit("rename", {"person": people[0].id, "name": name.strip()})


def _choice(name: str, choices: Mapping[str, object], changed: Callable[[], None]) -> QComboBox:
    made = Choice(name)
    for choice in choices:
        made.add(choice, choice)
    made.currentIndexChanged.connect(lambda _: changed())
    made.setSizePolicy(QSizePolicy.Policy.Expanding, made.sizePolicy().verticalPolicy())
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made
