# SPDX-License-Identifier: AGPL-3.0-or-later
"""Decisions about a place on the page: redacted, left in, harm, another reason, moved, withheld with its page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QRectF

from redactor.domain.geometry import Box
from redactor.gui.casework.told.pages import Mark, PageKey
from redactor.gui.casework.told.people import TodoRow
from redactor.gui.deciding.decisions import Decisions
from redactor.gui.deciding.pagerange import PageRangeDialog
from redactor.gui.pages.selection import Selection
from redactor.gui.surface.surface import Surface
from redactor.gui.wording import words
from redactor.gui.wording.language import tr
from redactor.review.todo_items import TodoKind

#: How many reasons that were given before are offered again, and the reason of a page that nobody can read.
OFFERED, DAMAGED = 3, "DAMAGED"


class Marking:
    def __init__(self, desk: Surface, decisions: Decisions) -> None:
        self._desk = desk
        self._decisions = decisions
        #: Reasons for leaving something in, the latest first: offered again.
        self._whys: list[str] = []
        self._asked_about: list[Mark] = []
        #: A reason that was typed for these mentions (ids), which stay as they were.
        self._typed: tuple[list[str], str] = ([], "")
        self._resting: tuple[list[str], str] = ([], "")

    def forget(self) -> None:
        """Another case: what was said in this one is none of its business."""
        self._whys, self._asked_about, self._typed, self._resting = [], [], ([], ""), ([], "")

    def rest(self) -> bool:
        """Whoever typed was signed out: see :meth:`Surface.rest`."""
        if self._typed[1]:
            self._resting, self._typed = self._typed, ([], "")
        return bool(self._resting[1])

    def wake(self) -> None:
        if self._resting[1]:
            self._typed, self._resting = self._resting, ([], "")

    def redact(self) -> None:
        """R: what is chosen on the list that has the focus (what is left, people), the selection, or the chosen
        mentions."""
        selected = self._desk.pages.selection
        if self._on_the_list("R") or not self._decisions.in_view():
            return
        if selected is not None:
            self._redact_selection(selected, "TP", {})
        elif marks := self._decisions.targets():
            self._occurrences(marks, "redact")
        elif not self._on_the_card("hide_all", "harm"):
            self._desk.notice.hint(tr("Choose a thing to do, a mark, or words on the page, and press R again."))

    def leave(self) -> None:
        """L: the same; what is left in needs its reason on record, which is asked for where it was chosen."""
        desk = self._desk
        if self._on_the_list("L") or not self._decisions.in_view():
            return
        marks = self._decisions.targets()
        if not marks and self._on_the_card("may_go"):
            return
        if not marks:
            desk.notice.hint(tr("Choose a thing to do, or a mark on the page, and press L again."))
        elif desk.tabs.currentWidget() is desk.passages and desk.passages.list.hasFocus():
            desk.passages.leave()
        else:
            self._asked_about = marks
            mentions, typed = self._typed
            typed = typed if mentions == [mark.id for mark in marks] else ""
            desk.card.ask_why(marks[0], self._whys, desk.pages.near_chosen() or QRectF(), typed)

    def _on_the_list(self, key: str) -> bool:
        """True where the key means what is chosen on a list: what is left, or people. Those are meant everywhere, and
        not the one mention of theirs that is framed on the page."""
        desk = self._desk
        if self._on_people():
            desk.people_panel.redact() if key == "R" else desk.people_panel.disclose()
            return True
        if not (desk.tabs.currentWidget() is desk.todo and desk.todo.list.hasFocus() and desk.todo.list.chosen()):
            return False
        if not desk.todo.press(key):
            desk.notice.tell(tr("This is settled by one of the buttons below the list."))
        return True

    def _on_the_card(self, *answers: str) -> bool:
        """What is chosen on the page is a passage to weigh, or one about others alone: the key means the button on its
        card, while that shows. False where there is none of these."""
        found = self._desk.pages.chosen_mark()
        if found is None or found[0].kind not in ("cue", "others") or not self._desk.card.isVisible():
            return False
        answer = "harm" if found[0].kind == "cue" and "harm" in answers else answers[0]
        self._desk.card.wanted.emit(answer)
        return True

    def _on_people(self) -> bool:
        desk, people = self._desk, self._desk.people_panel
        return desk.tabs.currentWidget() is people and people.list.hasFocus() and bool(people.list.chosen())

    def keep_why(self, typed: str) -> None:
        """A card that is closed by mistake asks again with what was typed into it."""
        self._typed = ([mark.id for mark in self._asked_about], typed)

    def left_in(self, why: str) -> None:
        """The reason for leaving in what was chosen on the page."""
        self._typed = ([], "")
        self._occurrences(self._asked_about, "disclose", why)
        self._desk.pages.setFocus()

    def give_back(self, name: str, arguments: Mapping[str, Any]) -> None:
        """The reason of what was not left in after all stands there when it is asked for again."""
        if name == "decide_mentions" and (why := arguments.get("why")):
            self._typed = (arguments["mentions"], why)
            self._whys = [given for given in self._whys if given != why]

    def _occurrences(self, marks: Sequence[Mark], outcome: str, why: str = "") -> None:
        if not marks:
            return
        self._desk.card.hide()
        if why:
            self._whys = [why, *(given for given in self._whys if given != why)][:OFFERED]
        self._decisions.decide("decide_mentions", mentions=[mark.id for mark in marks], outcome=outcome, why=why)

    def _redact_selection(self, selected: Selection, reason: str, fields: dict[str, str]) -> None:
        self._decisions.decide("redact", key=selected.key, reason=reason, fields=fields, **_place(selected))
        self._desk.pages.select(None)

    def harm(self) -> None:
        """H: the reason's form for the selection, with the reason that its paper and its words speak for."""
        selected = self._decisions.selection()
        if selected is None:
            self._desk.notice.hint(tr("Select the words, or draw a box, and press H again."))
            return
        if not self._decisions.in_view():
            return

        def saved(reason: str, fields: dict[str, str]) -> None:
            self._decisions.decide("mark_harm", key=selected.key, reason=reason, fields=fields, **_place(selected))
            self._desk.pages.select(None)

        title, about = tr("Hold back this passage: harm"), _about(selected, self._desk.names)
        reason, why = self._proposed(selected)
        self._decisions.ask(title, about, saved, harm_first=True, reason=reason, why=why)

    def _proposed(self, selected: Selection) -> tuple[str, str]:
        from redactor.review.request.harm_reasons import Paper, propose  # here: the window shows before it is needed

        on_page = self._desk.pages.overlay.marks(selected.key)
        marks = on_page.marks if on_page else ()
        people = self._desk.people
        clinicians = [
            mark.name
            for mark in marks
            if (person := people.get(mark.person)) is not None
            and (person.role, person.profession) == ("professional", "health")
            and _within(mark, selected)
        ]
        paper = on_page.paper if on_page else None
        return propose(paper or Paper(), selected.boxes, selected.text, clinicians)

    def other_reason(self) -> None:
        """Shift+R: any reason for the selection, the chosen mention, or the person chosen on the list of people."""
        if self._on_people():
            self._desk.people_panel.for_reason()
            return
        selected, marks = self._desk.pages.selection, self._decisions.targets()
        if not self._decisions.in_view():
            return
        if selected is not None:
            about = _about(selected, self._desk.names)
            self._decisions.ask(tr("Redact for a reason"), about, lambda r, f: self._redact_selection(selected, r, f))
        elif marks:
            ids = [mark.id for mark in marks]
            self._decisions.ask(
                tr("Redact for a reason"),
                f"“{words.short(marks[0].text)}”"
                + (" " + tr("and {number} more", number=len(marks) - 1) if len(marks) > 1 else ""),
                lambda r, f: self._decisions.decide(
                    "decide_mentions", mentions=ids, outcome="redact", reason=r, fields=f
                ),
            )

    def reshape(self, key: PageKey, mark: Mark, boxes: tuple[Box, ...]) -> None:
        """A box that was marked by hand was moved, resized or split; its card would stand in the way."""
        self._desk.card.hide()
        self._decisions.decide("reshape", key=key, event=mark.event, was=mark.boxes, boxes=boxes)

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
            self._decisions.decide("withhold", document=document, first=first, last=last, reason=reason, fields=fields)

        self._decisions.ask(
            tr("Withhold {pages}", pages=pages.lower()),
            tr("{pages} of {name}. A slip sheet takes the place.", pages=pages, name=name),
            saved,
        )

    def withhold_items(self, items: Sequence[TodoRow]) -> None:
        """Pages on the list of what is left: the same form as from the page."""
        name = self._desk.names.get(items[0].document, "")
        about = tr("{name}, page {page}", name=name, page=items[0].page) + f"\n{words.short(items[0].text, 220)}"
        if len(items) > 1:
            about += "\n" + tr("and {number} more", number=len(items) - 1)
        ids = [item.id for item in items]
        seen = all(item.kind == TodoKind.NEEDS_EYES for item in items)
        self._decisions.ask(
            tr("Withhold {pages}", pages=words.count(len(items), "page")),
            about,
            lambda r, f: self._decisions.decide("withhold_items", items=ids, reason=r, fields=f),
            # What can be seen may be about anybody; of what cannot, nobody can say more than that it is damaged.
            reason="TP" if seen else DAMAGED,
        )

    def marks_wanted(self, what: str, marks: Sequence[Mark], why: str) -> None:
        """From the panel This page."""
        if what == "take_off":
            if (key := self._desk.passages.key) is not None:
                self._decisions.take_off(marks, key)
        else:
            self._occurrences(marks, "redact" if what == "redact" else "disclose", why)

    def words_everywhere(self, text: str) -> None:
        self._decisions.ask(
            tr("Redact these words everywhere"),
            tr(
                "“{text}”, wherever they stand in the case; also in form fields, comments and bookmarks.",
                text=words.short(text),
            ),
            lambda r, f: self._decisions.decide("redact_everywhere", text=text, reason=r, fields=f),
            fields={"who": text},
        )


def _within(mark: Mark, selected: Selection) -> bool:
    """The mark lies in what is selected."""
    return bool(mark.boxes) and all(any(box.overlap(part) > 0.5 for part in selected.boxes) for box in mark.boxes)


def _place(selected: Selection) -> dict[str, Any]:
    if selected.span is not None:
        return {"span": selected.span, "text": selected.text}
    return {"box": selected.boxes[0]}


def _about(selected: Selection, names: dict[str, str]) -> str:
    what = f"“{words.short(selected.text, 120)}”" if selected.text else tr("The drawn box")
    return tr("{what}\nPage {key} of {name}", what=what, key=selected.key[1], name=names.get(selected.key[0], ""))
