# SPDX-License-Identifier: AGPL-3.0-or-later
"""People: who they are, what is decided, and one decision about somebody everywhere, its effect said before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QInputDialog, QLineEdit, QMenu, QSizePolicy, QVBoxLayout, QWidget

from redactor.domain.catalogue import NOBODY, releases
from redactor.domain.saying import count, listed, say
from redactor.gui.casework.told.people import PersonRow
from redactor.gui.look.giving_way import GivingWay, take_what_is_left
from redactor.gui.look.parts import Choice, button, label, row, search_field
from redactor.gui.panels.merging import MergeBar, PeopleList
from redactor.gui.panels.people_rows import FILTERS, SORTS, about_person, effect_of_redacting, person_row
from redactor.gui.panels.people_words import WordsInView, WordsLabel
from redactor.gui.panels.same_person import SamePersonBar
from redactor.gui.wording import words
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
        self._words = ""
        self.list.chosen_changed.connect(self._chosen)
        self.list.gone_to.connect(lambda person: person.first and self.gone_to.emit(person))
        self.list.taken.connect(lambda person: person.first and self.gone_to.emit(person))
        self._area = QFrame()
        self._build_area()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 8)
        column.addLayout(row(self.search, self.add_button, spacing=6))
        column.addLayout(row(self._filter, self._sort, spacing=6))
        column.addWidget(self.list, 1)
        column.addWidget(self.merging)
        column.addWidget(self.same)
        self._below = GivingWay(self._area)
        column.addWidget(self._below)
        take_what_is_left(self.list)
        self.known_button = button(
            "What they know already…", self.known_wanted.emit, tight=True, tip="Letters to and from them, meetings"
        )
        column.addWidget(self.known_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._below.hide()

    def _build_area(self) -> None:
        self._name = label("", "title", wrap=True)
        self.said = WordsLabel()
        self._about = label("", "faint", wrap=True)
        self._will = label("", wrap=True)
        self.role = Choice("Role of this person")
        for role in ("third_party", "professional", "subject", "unknown"):
            self.role.addItem(tr(words.ROLE[role]), f"{role}/")
        for profession in ("health", "social_work", "education", "police"):
            self.role.insertItem(
                self.role.count() - 2,
                tr("Professional: {profession}", profession=words.PROFESSION[profession]),
                f"professional/{profession}",
            )
        self.role.activated.connect(lambda _: self._change_role())
        #: Who was chosen (ids) when a reason could last be typed.
        self._asked: frozenset[str] = frozenset()
        self._why = QLineEdit()
        self._why.setAccessibleName(tr("Why this person may be seen"))
        self._why.setPlaceholderText(tr("Why may this be seen?"))
        self._why.returnPressed.connect(self.disclose)
        self.ground = Choice("On what ground this person is left in")
        self.ground.addItem(tr("What ground?"), "")
        for code, entry in releases().items():
            self.ground.add(entry.title, code)
        for choice in (self.ground, self.role):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._hint = label("Say why first: it goes on record.", "bad")
        self._hint.hide()
        self._why.textChanged.connect(lambda: self._hint.hide())
        self.redact_button = button(
            "Redact everywhere", self.redact, main=True, tight=True, tip="R; from the page Ctrl+Shift+R"
        )
        self.disclose_button = button(
            "Leave in everywhere", self.disclose, tight=True, tip="L; from the page Ctrl+Shift+L"
        )
        self.nobody_button = button("Not a person", self.nobody, tight=True, tip="Ctrl+Shift+X")
        self._more = button("More", tight=True)
        self._more.setMenu(self._menu())
        inside = QVBoxLayout(self._area)
        inside.setContentsMargins(8, 8, 8, 4)
        inside.setSpacing(6)
        # What it does, and the buttons, before all that is only to be read: on a low screen the rest scrolls.
        for widget in (self._name, self.said, self._will):
            inside.addWidget(widget)
        inside.addLayout(row(self.redact_button, self.disclose_button, spacing=6))
        answer = row(self._why, self.ground, spacing=6)
        answer.setStretch(0, 3)
        answer.setStretch(1, 2)
        inside.addLayout(answer)
        inside.addWidget(self._hint)
        line = row(self.role, self.nobody_button, self._more, spacing=6)
        line.setStretch(0, 1)
        inside.addLayout(line)
        inside.addWidget(self._about)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(tr("Consent and what was weighed…"), lambda: self._one(self.consent_wanted.emit))
        menu.addAction(tr("Redact for another reason…"), self.for_reason)
        menu.addSeparator()
        menu.addAction(tr("This is the same person as…") + "\tCtrl+Shift+M", self.ask_same)
        self._merge_action = menu.addAction(tr("Merge: these are one person…"), self.ask_merge)
        menu.addAction(tr("Split: some mentions are somebody else…"), lambda: self._one(self.split_wanted.emit))
        menu.addAction(tr("Rename…"), self.rename)
        return menu

    # -- what is shown -----------------------------------------------------------------------------------

    def show_people(self, people: Sequence[PersonRow]) -> None:
        self._people = people
        if not people:
            self.words.forget()
        self._fill()
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
        if not people and self._why.hasFocus() and self._why.text():
            # They went from the list while somebody types about them: the keys stay where they type.
            self._will.setText(tr("This is no longer on the list. What you typed is not saved."))
            return
        # One thing at a time: while somebody is asked whether two are one, there is no room for deciding.
        self._below.setVisible(bool(people) and self._writable and self.merging.isHidden() and self.same.isHidden())
        self.known_button.setVisible(not people)
        self._hint.hide()
        ids = frozenset(person.id for person in people)
        if ids.isdisjoint(self._asked):
            # What was typed about one person is no reason for another.
            self._why.clear()
        self._asked = ids
        if not people:
            return
        several = len(people) > 1
        one = people[0]
        names = [person.name for person in people]
        self._name.setText(tr(listed(names if len(names) < 5 else [*names[:3], count(len(names) - 3, "other")])))
        self._name.setVisible(several)
        self.said.setVisible(not several)
        self._about.setText("" if several else about_person(one))
        self._about.setVisible(bool(self._about.text()))
        self._will.setText(effect_of_redacting(people))
        self._merge_action.setEnabled(several)
        at = self.role.findData(f"{one.role}/{one.profession if one.role == 'professional' else ''}")
        self.role.setCurrentIndex(max(at, 0))
        self.redact_button.setProperty("main", one.proposal == "redact" and one.decision != "redact")
        self.redact_button.style().polish(self.redact_button)

    def _show_words(self) -> None:
        """What the record says where whoever is chosen is named, as soon as that is known."""
        people: list[PersonRow] = self.list.chosen()
        words = self.words.of(people[0]) if len(people) == 1 else None
        self.said.say(words, self._documents.get(words.key[0], "") if words else "")

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

    def _decide(self, people: Sequence[PersonRow], **what: str) -> None:
        """One decision about all of them, in one step."""
        if people:
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
