# SPDX-License-Identifier: AGPL-3.0-or-later
"""The reason's form and what was typed into it: kept until the decision it was typed for is taken.

A form that is closed, by mistake or to look at something else, and one whose decision was refused or not meant after
all, is as it was when it is opened again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from redactor.domain.catalogue import catalogue
from redactor.gui.panels.reason import Typed
from redactor.gui.surface.surface import Surface
from redactor.gui.wording.language import tr

Saved = Callable[[str, dict[str, str]], None]


@dataclass(eq=False, slots=True)
class Form:
    """One decision that the form was opened for: ``saved`` gets the reason and its fields."""

    title: str
    about: str
    saved: Saved
    more: dict[str, Any] = field(default_factory=dict)
    typed: Typed | None = None
    #: Where the keys were when it was asked for, and are again when it is answered.
    back: QWidget | None = None
    #: What was last asked of the case: the reason's code, and its fields.
    decided: tuple[str, dict[str, str]] = ("", {})

    @property
    def of(self) -> tuple[str, str]:
        return self.title, self.about


class Reasons:
    def __init__(self, desk: Surface) -> None:
        self._desk = desk
        self._open: Form | None = None
        #: Forms that were left with something typed in them.
        self._aside: dict[tuple[str, str], Form] = {}
        #: What somebody typed who was signed out by the lock: the form that was open, and those left before.
        self._resting: tuple[Form | None, dict[tuple[str, str], Form]] = None, {}
        #: The last harm decision that was taken: its reason's code, and its fields.
        self._last: tuple[str, dict[str, str]] = "", {}
        #: The form whose decision is being asked of the case right now.
        self.behind: Form | None = None
        desk.reason.saved.connect(self._save)
        desk.form_left.connect(self._left)

    def forget(self) -> None:
        """Another case: what was typed in this one is none of its business."""
        self._open = self.behind = None
        self._aside.clear()
        self._resting = None, {}
        self._last = "", {}

    def rest(self) -> bool:
        """Whoever typed was signed out: nobody goes on with their words until :meth:`wake`. True if there are any."""
        form, self._last = self._open, ("", {})
        self._set_aside(told=False)
        if self._desk.reason_open:
            self._desk.close_reason()
        before = self._resting[1]
        kept = form if form is not None and form.of in self._aside else None
        self._resting, self._aside = (kept or self._resting[0], before | self._aside), {}
        return bool(self._resting[1])

    def wake(self, opens: bool = True) -> None:
        """They are signed in again: the form that was open is there as it was; without ``opens``, when the same is
        asked again."""
        (form, aside), self._resting = self._resting, (None, {})
        self._aside = aside | self._aside
        if opens and form is not None and not self._desk.form_open:
            self.ask(form)

    def ask(self, form: Form) -> None:
        """Show the form, with what was typed into it for the same before."""
        desk = self._desk
        if desk.reason_open:
            self._set_aside(told=self._open is not None and self._open.of != form.of)
        kept = self._aside.pop(form.of, None)
        self._open = form
        form.back = self._asked_from() or form.back
        desk.open_form(desk.reason)
        desk.reason.ask(form.title, form.about, desk.case.facts.requester if desk.case else "", **form.more)
        harm = desk.reason.reason.currentData().harm and not form.more.get("fields")
        desk.reason.as_last.offer(*(self._last if harm else ("", {})))
        typed = form.typed or (kept.typed if kept else None)
        if typed is not None:
            desk.reason.put_back(typed)

    def _asked_from(self) -> QWidget | None:
        """The list that the form was asked for from; None where that is elsewhere, or the form itself."""
        focus = QApplication.focusWidget()
        panels = (self._desk.todo, self._desk.people_panel, self._desk.passages)
        return next((panel.list for panel in panels if focus is not None and panel.isAncestorOf(focus)), None)

    def again(self, form: Form) -> None:
        """Its decision was not taken: the form is there again; where another one is by now, or somebody types at
        the desk, when the same is asked again."""
        if self._desk.form_open or self._typing_elsewhere():
            self._aside[form.of] = form
        else:
            self.ask(form)

    def _typing_elsewhere(self) -> bool:
        """Somebody went on and types at the desk: no form takes the keys from them."""
        focus = QApplication.focusWidget()
        return isinstance(focus, (QLineEdit, QPlainTextEdit)) and self._desk.isAncestorOf(focus)

    def taken(self, form: Form) -> None:
        """Its decision was taken."""
        reason = catalogue().get(form.decided[0])
        if reason is not None and reason.harm:
            self._last = form.decided
        self._aside.pop(form.of, None)

    def put_away(self) -> None:
        """Close the form without a word: what it asked is being decided."""
        self._open = None
        self._desk.close_reason()

    def once_more(self, form: Form) -> None:
        """Decide as the form says now: it may have been changed since."""
        reason, fields = form.decided
        if self._open is form:
            reason, fields = self._desk.reason.code, self._desk.reason.fields()
            self.put_away()
        self._aside.pop(form.of, None)
        self.decide(form, reason, fields)

    def _save(self, reason: str, fields: dict[str, str]) -> None:
        form = self._open
        if form is None:
            return
        form.typed = self._desk.reason.now
        self.put_away()
        # Before it is decided: what is chosen next on a list is shown on the page where the keys are the list's.
        (form.back or self._desk.pages).setFocus()
        self.decide(form, reason, fields)

    def decide(self, form: Form, reason: str, fields: dict[str, str]) -> None:
        self.behind, form.decided = form, (reason, fields)
        try:
            form.saved(reason, fields)
        finally:
            self.behind = None

    def _left(self) -> None:
        self._set_aside(told=True)

    def _set_aside(self, told: bool) -> None:
        form, self._open = self._open, None
        if form is None or not self._desk.reason.typed:
            return
        form.typed = self._desk.reason.now
        self._aside[form.of] = form
        if not told:
            return
        self._desk.notice.tell(
            tr("“{title}” is not saved. What you typed is kept until the case is closed.", title=form.title),
            "warn",
            tr("Go on with it"),
            lambda: self._go_on(form),
        )

    def _go_on(self, form: Form) -> None:
        self._desk.notice.hide()
        self.ask(form)
