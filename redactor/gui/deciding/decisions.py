# SPDX-License-Identifier: AGPL-3.0-or-later
"""Deciding: what is chosen, the question to the case, and the form for a reason. No rule is here: each decision ends in
one question to the case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any

from redactor.domain.geometry import Box
from redactor.gui.casework.told.case import Problem
from redactor.gui.casework.told.pages import Mark, PageKey
from redactor.gui.casework.told.people import TodoRow
from redactor.gui.look.parts import problem_words
from redactor.gui.pages.compare import SOURCE
from redactor.gui.pages.selection import Selection
from redactor.gui.surface.surface import Surface
from redactor.gui.surface.taking_part import DECISION, NO_PART, first_told
from redactor.gui.wording import words
from redactor.gui.wording.language import tr

Saved = Callable[[str, dict[str, str]], None]


class Decisions:
    def __init__(self, desk: Surface) -> None:
        self._desk = desk
        self._saved: Saved | None = None

    def decide(self, name: str, /, **arguments: Any) -> None:
        """One decision; when it is refused the reason shows under the page, and where it goes beyond what somebody
        agreed to, the way to do it all the same. A team lead is told first what deciding costs."""
        if name in NO_PART or (name == "settle" and self._only_notes(arguments["items"])):
            self._ask(name, arguments)
        else:
            first_told(self._desk, DECISION, lambda: self._ask(name, arguments))

    def _only_notes(self, items: list[str]) -> bool:
        counted = self._desk.counted
        kinds = {item.id: item.kind for item in counted.todo} if counted else {}
        return all(kinds.get(item) == "note" for item in items)

    def _ask(self, name: str, arguments: dict[str, Any]) -> None:
        desk = self._desk
        if desk.notice.property("notice") != "warn" or desk.writable:
            desk.notice.hide()

        def refused(problem: Problem) -> None:
            if problem.kind == "BeyondConsent":
                told = problem_words(problem)
                desk.notice.tell(told, "warn", tr("Leave in everywhere all the same"), all_the_same)
            else:
                desk.notice.problem(problem)

        def all_the_same() -> None:
            desk.notice.hide()
            desk.client.ask(name, None, desk.notice.problem, **arguments, beyond_consent=True)

        desk.client.ask(name, None, refused, **arguments)

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
            return True
        if not pages.isVisible():
            desk.compare.look(SOURCE)
        pages.go_to(meant.key, meant.boxes)
        what = tr("“{text}”", text=words.short(meant.text)) if meant.text else tr("The drawn box")
        desk.notice.tell(tr("{what} is chosen and was out of view. Press the key again if you mean this.", what=what))
        return False

    # -- of the case as a whole ------------------------------------------------------------------------------

    def accept(self) -> None:
        """Everything proposed; what it does stands beside the button."""
        self.decide("accept")

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

        desk = self._desk
        self._saved = saved
        desk.open_form(desk.reason)
        desk.reason.ask(title, about, desk.case.facts.requester if desk.case else "", **more)

    def reason_saved(self, reason: str, fields: dict[str, str]) -> None:
        saved, self._saved = self._saved, None
        self._desk.close_reason()
        if saved is not None:
            saved(reason, fields)
        self._desk.pages.setFocus()
