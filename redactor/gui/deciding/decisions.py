# SPDX-License-Identifier: AGPL-3.0-or-later
"""Deciding: what is chosen, the question to the case, and the form for a reason. No rule is here: each decision ends in
one question to the case."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import Any

from PySide6.QtCore import QObject, Signal

from redactor.domain.geometry import Box
from redactor.domain.saying import say
from redactor.gui.casework.told.case import Problem
from redactor.gui.casework.told.pages import Mark, PageKey
from redactor.gui.casework.told.people import TodoRow
from redactor.gui.deciding.reasons import Form, Reasons, Saved
from redactor.gui.deciding.settles import settled_by
from redactor.gui.look.parts import TAKES_PART, problem_words
from redactor.gui.pages.compare import SOURCE
from redactor.gui.pages.selection import Selection
from redactor.gui.surface.surface import Surface
from redactor.gui.wording import words
from redactor.gui.wording.language import tr

#: What can be done all the same, by the kind of the problem: how the case is told that it is meant, and the button.
ALL_THE_SAME = {
    "BeyondConsent": ("beyond_consent", say("Leave in everywhere all the same")),
    TAKES_PART: ("meant", say("Do it all the same")),
}


class Decisions(QObject):
    """``not_done``: a decision (name, arguments) that was refused, or whose question was left unanswered."""

    not_done = Signal(str, object)

    def __init__(self, desk: Surface) -> None:
        super().__init__(desk)
        self._desk = desk
        self.reasons = Reasons(desk)
        #: What is known to be meant of the decision that is asked once more.
        self._meant: dict[str, bool] = {}
        #: What was said last of something that is out of view.
        self._out_of_view = ""

    def decide(self, name: str, /, **arguments: Any) -> None:
        """One decision; when it is refused the reason shows under the page, and where it goes beyond what somebody
        agreed to, or costs a team lead their approval, the way to do it all the same. What was typed for it is given
        back: the form that it came from is there again."""
        desk, form = self._desk, self.reasons.behind
        arguments |= self._meant
        gone = settled_by(name, arguments, desk.counted.todo if desk.counted else ())
        if desk.notice.property("notice") != "warn" or desk.writable:
            desk.notice.hide()

        def refused(problem: Problem) -> None:
            desk.taken_off(gone, decided=False)
            if form is not None:
                self.reasons.again(form)
            if problem.kind not in ALL_THE_SAME:
                desk.notice.problem(problem)
                self.not_done.emit(name, arguments)
                return
            argument, text = ALL_THE_SAME[problem.kind]
            told = problem_words(problem)
            desk.notice.tell(told[:1].upper() + told[1:], "warn", tr(text), lambda: all_the_same(argument))
            desk.notice.unanswered = lambda: self.not_done.emit(name, arguments)

        def all_the_same(argument: str) -> None:
            desk.notice.unanswered = None
            desk.notice.hide()
            if form is None:
                self.decide(name, **arguments, **{argument: True})
                return
            self._meant = {name: True for name, _ in ALL_THE_SAME.values() if name == argument or name in arguments}
            self.reasons.once_more(form)
            self._meant = {}

        def done(_: object) -> None:
            desk.taken_off(gone, decided=True)
            if form is not None:
                self.reasons.taken(form)

        desk.take_off(gone)
        desk.client.ask(name, done, refused, **arguments)

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

    def in_view(self) -> bool:
        """False where what a key press means on the pages was scrolled away, or lies behind the release: it is brought
        into view and named instead, since nobody is to decide about what they do not see."""
        desk, pages = self._desk, self._desk.pages
        if desk.tabs.currentWidget() is desk.passages and desk.passages.list.hasFocus():
            return True
        meant = pages.selection or self.selection()
        if meant is None or not meant.boxes:
            return True
        here = pages.rect_of(meant.key, reduce(Box.union, meant.boxes))
        if pages.isVisible() and here.intersects(pages.viewport().rect().toRectF()):
            if desk.notice.text == self._out_of_view:
                desk.notice.hide()
            return True
        if not pages.isVisible():
            desk.compare.look(SOURCE)
        pages.go_to(meant.key, meant.boxes)
        what = tr("“{text}”", text=words.short(meant.text)) if meant.text else tr("The drawn box")
        told = tr("{what} is chosen and was out of view. Press the key again if you mean this.", what=what)
        desk.notice.tell(told)
        self._out_of_view = desk.notice.text
        return False

    # -- of the case as a whole ------------------------------------------------------------------------------

    def accept(self) -> None:
        """Everything proposed; what it does stands beside the button."""
        self.decide("accept")

    def accept_by_key(self) -> None:
        """The same from anywhere at the desk; where it would hide somebody of whom nothing says who they are, that is
        brought into view first."""
        desk = self._desk
        if desk.todo.next.unsaid and not (desk.tabs.currentWidget() is desk.todo and desk.todo.isVisible()):
            desk.close_reason()
            desk.show_tab(desk.todo)
            desk.notice.tell(tr("Read above the list whom this would hide, and press the keys again if you mean it."))
            return
        self.accept()

    def undo(self) -> None:
        self.decide("undo")

    def redo(self) -> None:
        self.decide("redo")

    def take_off(self, marks: Sequence[Mark], key: PageKey, everywhere: bool = False) -> None:
        """What was marked by hand on a page, there alone or everywhere the same decisions marked."""
        places = [(key, mark.event, mark.boxes) for mark in marks]
        self.decide("take_off", places=places, everywhere=everywhere)

    def settle(self, ids: list[str], outcome: str, why: str) -> None:
        self.decide("settle", items=ids, outcome=outcome, why=why)

    def complete(self, item: TodoRow) -> None:
        self.amend(item.event)

    def amend(self, event: str) -> None:
        """The reason's form again, with what is on record."""

        def show(answer: tuple[str, dict[str, str], str]) -> None:
            reason, fields, what = answer
            self.ask(
                tr("Change the reason"),
                what[:1].upper() + what[1:],
                lambda r, f: self.decide("amend", event=event, reason=r, fields=f),
                reason=reason,
                fields=fields,
            )

        self._desk.client.ask("grounds", show, event=event)

    # -- the reason's form -------------------------------------------------------------------------------

    def ask(self, title: str, about: str, saved: Saved, **more: Any) -> None:
        """The reason's form; ``saved`` gets the reason and its fields."""
        self.reasons.ask(Form(title, about, saved, more))
