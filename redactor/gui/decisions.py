# SPDX-License-Identifier: AGPL-3.0-or-later
"""From what somebody pressed to the decision it means. No rule is here: each ends in one question to the case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from redactor.domain.geometry import Box
from redactor.gui import words
from redactor.gui.casework.messages import Mark, PageKey, PersonRow, TodoRow
from redactor.gui.dialogs.pagerange import PageRangeDialog
from redactor.gui.dialogs.splitting import SplitDialog
from redactor.gui.language import tr
from redactor.gui.pages.selection import Selection, like_name

if TYPE_CHECKING:
    from redactor.gui.desk import Desk

Saved = Callable[[str, dict[str, str]], None]


class Decisions:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._saved: Saved | None = None

    def decide(self, name: str, /, **arguments: Any) -> None:
        """One decision; when it is refused the reason shows above the page."""
        desk = self._desk
        if desk.notice.property("notice") != "warn" or desk.writable:
            desk.notice.hide()
        desk.client.ask(name, None, desk.notice.problem, **arguments)

    # -- what is chosen ------------------------------------------------------------------------------------

    def targets(self) -> list[Mark]:
        """The mentions a key press means: those chosen in the panel This page, or the one chosen on the page."""
        desk = self._desk
        if desk.tabs.currentWidget() is desk.passages and desk.passages.list.hasFocus():
            return [m for m in desk.passages.list.chosen() if m.kind == "mention"]
        found = desk.pages.chosen_mark()
        return [found[0]] if found and found[0].kind == "mention" else []

    def selection(self) -> Selection | None:
        """What is selected; a chosen mention counts as its words."""
        desk = self._desk
        if desk.pages.selection is not None:
            return desk.pages.selection
        found = desk.pages.chosen_mark()
        if found and found[0].kind == "mention" and found[0].boxes:
            mark, key = found
            return Selection(key, mark.boxes, mark.text, mark.span)
        return None

    # -- keys and buttons ----------------------------------------------------------------------------------

    def redact(self) -> None:
        """R: the selection, or the chosen mentions."""
        selected = self._desk.pages.selection
        if selected is not None:
            self._redact_selection(selected, "TP", {})
        else:
            self._occurrences(self.targets(), "redact")

    def leave(self) -> None:
        self._occurrences(self.targets(), "disclose")

    def _occurrences(self, marks: Sequence[Mark], outcome: str) -> None:
        if marks:
            self._desk.card.hide()
            self.decide("decide_mentions", mentions=[mark.id for mark in marks], outcome=outcome)

    def _redact_selection(self, selected: Selection, reason: str, fields: dict[str, str]) -> None:
        self.decide("redact", key=selected.key, reason=reason, fields=fields, **_place(selected))
        self._desk.pages.select(None)

    def harm(self) -> None:
        """H: the reason's form for the selection, harm reasons first."""
        candidate = self._desk.cues.chosen() if self._desk.pages.selection is None else None
        if candidate is not None:
            self._desk.cues.hold_back(candidate)
            return
        selected = self.selection()
        if selected is None:
            self._desk.notice.tell(tr("Select the words, or draw a box, and press H again."))
            return

        def saved(reason: str, fields: dict[str, str]) -> None:
            self.decide("mark_harm", key=selected.key, reason=reason, fields=fields, **_place(selected))
            self._desk.pages.select(None)

        self._ask(tr("Hold back this passage: harm"), _about(selected, self._desk.names), saved, harm_first=True)

    def other_reason(self) -> None:
        """Shift+R: any reason for the selection, or for the chosen mention."""
        selected, marks = self._desk.pages.selection, self.targets()
        if selected is not None:
            about = _about(selected, self._desk.names)
            self._ask(tr("Redact for a reason"), about, lambda r, f: self._redact_selection(selected, r, f))
        elif marks:
            ids = [mark.id for mark in marks]
            self._ask(
                tr("Redact for a reason"),
                f"“{words.short(marks[0].text)}”"
                + (" " + tr("and {number} more", number=len(marks) - 1) if len(marks) > 1 else ""),
                lambda r, f: self.decide("decide_mentions", mentions=ids, outcome="redact", reason=r, fields=f),
            )

    def redact_everywhere(self) -> None:
        """Ctrl+Shift+R: the person of the chosen mention, or those chosen in People."""
        desk = self._desk
        marks = self.targets()
        if marks and marks[0].person and desk.tabs.currentWidget() is not desk.people_panel:
            desk.card.hide()
            self.decide("decide_person", person=marks[0].person, outcome="redact", reason="TP")
        else:
            desk.people_panel.redact()

    def leave_everywhere(self) -> None:
        """Ctrl+Shift+L: to the person, where the reason is asked for."""
        self.show_person()
        self._desk.people_panel.disclose()

    def show_person(self) -> None:
        desk, marks = self._desk, self.targets()
        desk.close_reason()
        desk.tabs.setCurrentWidget(desk.people_panel)
        if marks and marks[0].person:
            desk.people_panel.choose(marks[0].person)
        desk.people_panel.list.setFocus()

    def ask_consent(self) -> None:
        """Ctrl+Shift+C: the person of the chosen mention, or the one chosen in People."""
        desk, marks = self._desk, self.targets()
        if marks and marks[0].person and desk.tabs.currentWidget() is not desk.people_panel:
            self.show_person()
        people = desk.people_panel.list.chosen()
        if people:
            desk.evidence.show_consent(people[0])
        else:
            desk.notice.tell(tr("Choose a mention of the person, or the person under People, and press it again."))

    def accept(self) -> None:
        """Everything proposed; what it does stands beside the button."""
        self.decide("accept")

    def reshape(self, key: PageKey, mark: Mark, boxes: tuple[Box, ...]) -> None:
        """A box that was marked by hand was moved, resized or split; its card would stand in the way."""
        self._desk.card.hide()
        self.decide("reshape", key=key, event=mark.event, was=mark.boxes, boxes=boxes)

    def by_lines(self) -> None:
        """S: the chosen box becomes one box a line."""
        if why := self._desk.pages.shaping.split():
            self._desk.notice.tell(why)

    def withhold_page(self) -> None:
        key = self._desk.pages.current
        if key is not None:
            self._withhold(key[0], key[1], key[1])

    def withhold_pages(self) -> None:
        desk = self._desk
        key = desk.pages.current
        if key is None or desk.case is None:
            return
        document = next(d for d in desk.case.documents if d.sha256 == key[0] and d.holds(key[1]))
        dialog = PageRangeDialog(document, key[1], desk)
        if dialog.exec():
            self._withhold(key[0], dialog.first.value(), dialog.last.value())

    def _withhold(self, document: str, first: int, last: int) -> None:
        name = self._desk.names.get(document, "")
        pages = words.pages(first, last)

        def saved(reason: str, fields: dict[str, str]) -> None:
            self.decide("withhold", document=document, first=first, last=last, reason=reason, fields=fields)

        self._ask(
            tr("Withhold {pages}", pages=pages.lower()),
            tr("{pages} of {name}. A slip sheet takes the place.", pages=pages, name=name),
            saved,
        )

    def undo(self) -> None:
        self.decide("undo")

    def redo(self) -> None:
        self.decide("redo")

    # -- from the panels and the card ------------------------------------------------------------------------

    def from_card(self, name: str) -> None:
        found = self._desk.pages.chosen_mark()
        simple: dict[str, Callable[[], None]] = {
            "redact": self.redact,
            "redact_here": self.redact,
            "leave_here": self.leave,
            "harm": self.harm,
            "other": self.other_reason,
            "keep_only": self._desk.keeping.keep_only,
            "redact_everywhere": self.redact_everywhere,
            "person": self.show_person,
            "name": self.name_selected,
        }
        if name in simple:
            simple[name]()
        elif found and name == "may_go":
            self._desk.cues.may_go(found[0])
            return
        elif found and name == "take_off":
            self._desk.card.hide()
            self.decide("undo", event=found[0].event)
        elif found and name == "edit":
            self._amend(found[0].event)
        self._desk.pages.setFocus()

    def marks_wanted(self, what: str, marks: Sequence[Mark]) -> None:
        """From the panel This page."""
        if what == "take_off":
            for event in dict.fromkeys(mark.event for mark in marks):
                self.decide("undo", event=event)
        else:
            self._occurrences(marks, "redact" if what == "redact" else "disclose")

    def settle(self, ids: list[str], outcome: str, why: str) -> None:
        self.decide("settle", items=ids, outcome=outcome, why=why)

    def complete(self, item: TodoRow) -> None:
        self._amend(item.event)

    def _amend(self, event: str) -> None:
        """The reason's form again, with what is on record."""

        def show(answer: tuple[str, dict[str, str], str]) -> None:
            reason, fields, what = answer
            self._ask(
                tr("Change the reason"),
                what[:1].upper() + what[1:],
                lambda r, f: self.decide("amend", event=event, reason=r, fields=f),
                reason=reason,
                fields=fields,
            )

        self._desk.client.ask("grounds", show, event=event)

    def person_for_reason(self, person: PersonRow) -> None:
        self._ask(
            tr("Redact {name} everywhere", name=person.name),
            tr(
                "{mentions} on {pages}",
                mentions=words.count(person.mentions - person.possible, "mention"),
                pages=words.count(person.pages, "page"),
            ),
            lambda r, f: self.decide("decide_person", person=person.id, outcome="redact", reason=r, fields=f),
        )

    def split(self, person: PersonRow) -> None:
        desk = self._desk

        def show(found: list[tuple[Mark, PageKey]]) -> None:
            dialog = SplitDialog(person, found, desk.names, desk)
            if dialog.exec() and dialog.mentions:
                self.decide("split", person=person.id, mentions=dialog.mentions, name=dialog.name)

        desk.client.ask("mentions_of", show, person=person.id)

    def words_everywhere(self, text: str) -> None:
        self._ask(
            tr("Redact these words everywhere"),
            tr(
                "“{text}”, wherever they stand in the case; also in form fields, comments and bookmarks.",
                text=words.short(text),
            ),
            lambda r, f: self.decide("redact_everywhere", text=text, reason=r, fields=f),
            fields={"who": text},
        )

    def name_selected(self) -> None:
        """Shift+N: the words selected are somebody's name, in the whole case at once."""
        selected = self._desk.pages.selection
        if selected is None or not like_name(selected):
            self._desk.notice.tell(tr("Select somebody's name on the page, and press Shift+N again."))
            return
        self.add_name(selected.text)

    def add_name(self, name: str) -> None:
        desk = self._desk
        desk.notice.hide()

        def named(person: str) -> None:
            desk.pages.select(None)
            desk.tabs.setCurrentWidget(desk.people_panel)
            desk.people_panel.choose_when_shown(person)

        desk.client.ask("add_name", named, desk.notice.problem, name=name.removesuffix("'s").removesuffix("’s"))

    # -- the reason's form -------------------------------------------------------------------------------

    def ask(self, title: str, about: str, saved: Saved, **more: Any) -> None:
        """The reason's form; ``saved`` gets the reason and its fields."""
        self._ask(title, about, saved, **more)

    def _ask(self, title: str, about: str, saved: Saved, **more: Any) -> None:
        desk = self._desk
        self._saved = saved
        desk.open_reason()
        desk.reason.ask(title, about, desk.case.facts.requester if desk.case else "", **more)

    def reason_saved(self, reason: str, fields: dict[str, str]) -> None:
        saved, self._saved = self._saved, None
        self._desk.close_reason()
        if saved is not None:
            saved(reason, fields)
        self._desk.pages.setFocus()


def _place(selected: Selection) -> dict[str, Any]:
    if selected.span is not None:
        return {"span": selected.span}
    return {"box": selected.boxes[0]}


def _about(selected: Selection, names: dict[str, str]) -> str:
    what = f"“{words.short(selected.text, 120)}”" if selected.text else tr("The drawn box")
    return tr("{what}\nPage {key} of {name}", what=what, key=selected.key[1], name=names.get(selected.key[0], ""))
